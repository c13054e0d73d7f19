"""What is promised in public."""
