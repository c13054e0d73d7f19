"""Which data flow, and what they give away."""
