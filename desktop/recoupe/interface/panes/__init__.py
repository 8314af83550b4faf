"""The articles side by side, what joins them and what divides them."""
