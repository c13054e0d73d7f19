"""How clauses and agreements stand to one another."""
