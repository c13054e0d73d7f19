"""What earlier runs found out, kept so that it is not worked out again."""
