"""The agreement with its names resolved: concepts, lexicons, documents, clauses."""
