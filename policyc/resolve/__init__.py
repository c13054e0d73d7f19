"""From trees to the model: scopes, names, roles, defaults."""

from policyc.resolve.lexicons import built_in
from policyc.resolve.resolve import resolve, resolve_question, resolve_shipped

__all__ = ["built_in", "resolve", "resolve_question", "resolve_shipped"]
