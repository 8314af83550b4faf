"""The windows: the only room where Qt lives."""
