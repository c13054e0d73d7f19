"""Norms to facts: contradiction, flow, necessity, silence, one module each, and the reading of a clause in words."""
