"""Breaches and deadlines."""
