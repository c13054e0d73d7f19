"""Repairs: cures that can only be meant in one way, applied to the text and held against what it said before."""
