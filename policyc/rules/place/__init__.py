"""Where data go."""
