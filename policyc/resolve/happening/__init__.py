"""What somebody does, as a condition, an event or a trigger: *unless Acme agrees in writing*; what *it* points at."""
