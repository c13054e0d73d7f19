"""The algebra: concepts as bit sets, conditions, regions, norms, their order, and verdicts."""
