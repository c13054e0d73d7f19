"""What recipients pass on."""
