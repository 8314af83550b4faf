"""A study told to others: reports in several formats, and the comparison as JSON."""

from recoupe.reports.formats.to_json import comparison, read_comparison

__all__ = ["comparison", "read_comparison"]
