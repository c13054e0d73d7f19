"""Reports into what people and programs read: text, JSON, HTML."""
