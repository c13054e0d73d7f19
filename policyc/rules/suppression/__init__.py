"""What is suppressed in the files, rightly or not."""
