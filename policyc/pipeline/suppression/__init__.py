"""Suppressions: comments with which the writer of a file says that a finding was judged, until when, and why."""
