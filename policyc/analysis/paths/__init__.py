"""Paths: where data may end up, hop by hop, across every agreement of a workspace, and what was promised on the way."""
