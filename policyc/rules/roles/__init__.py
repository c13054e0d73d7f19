"""Who the parties are."""
