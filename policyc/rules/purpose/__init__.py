"""What data may be used for."""
