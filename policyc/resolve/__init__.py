"""From trees to the model: scopes, names, roles, defaults."""

from policyc.resolve.resolve import resolve, resolve_question, resolve_shipped

__all__ = ["resolve", "resolve_question", "resolve_shipped"]
