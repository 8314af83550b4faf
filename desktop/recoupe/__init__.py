"""Recoupe sets French press articles on one story side by side and shows where their facts diverge."""

__version__ = "0.1.0"
