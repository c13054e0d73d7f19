"""policyc: a policy-as-code engine that audits data-sharing agreements."""

__version__ = "0.1.0"
