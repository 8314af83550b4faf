"""The table of comparisons: its rows, its look, its filters, and why a row is judged as it is."""
