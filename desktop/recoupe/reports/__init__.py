"""A study told to others: reports in several formats, and the comparison as JSON."""

from recoupe.reports.drawing import Inks, matrix_svg, timeline_svg
from recoupe.reports.formats import FORMATS, Format
from recoupe.reports.formats.to_json import comparison, read_comparison
from recoupe.reports.outline import Choice, labels
from recoupe.reports.picture import matrix, timeline
from recoupe.reports.report import comparison_text, event_text, format_for, printed_html, render_report, write_report
from recoupe.reports.revised import Change, Revised, changed, revised
from recoupe.reports.telling import translated

__all__ = [
    "FORMATS",
    "Change",
    "Choice",
    "Format",
    "Inks",
    "Revised",
    "changed",
    "comparison",
    "comparison_text",
    "event_text",
    "format_for",
    "labels",
    "matrix",
    "matrix_svg",
    "printed_html",
    "read_comparison",
    "render_report",
    "revised",
    "timeline",
    "timeline_svg",
    "translated",
    "write_report",
]
