"""Entailment: whether norms together say what another norm says, and what follows from that.

Requirements on agreements, redundant and shadowed clauses are all asked of the same cells: parts of a region that no
norm tells apart.
"""
