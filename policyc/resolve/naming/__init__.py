"""What names stand for: declared ones, and those that are composed of declared ones."""
