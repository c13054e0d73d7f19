"""The road from files to findings, in order."""
