"""How long data stay."""
