"""One sentence taken apart: settled first, then a statement for each act and for each way in which it may be done."""
