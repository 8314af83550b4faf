"""What the program asks and tells in windows of its own."""
