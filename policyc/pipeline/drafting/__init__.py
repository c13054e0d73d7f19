"""First agreements: templates, the questions that they ask, and what becomes of the answers."""
