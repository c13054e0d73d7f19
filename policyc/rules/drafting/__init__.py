"""How the policy text is written."""
