"""The rules: one file each, in a folder for each family; the file's docstring is the rule's page, and its test."""
