"""The difference of two versions: its shape, and how it is shown as text, JSON, Markdown and a page."""
