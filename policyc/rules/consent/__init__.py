"""Consent and what hangs on it."""
