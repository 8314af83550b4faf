"""The fact table as CSV, ready for a spreadsheet: with a byte order mark, and with semicolons in French, as spreadsheets there expect."""

from __future__ import annotations

import csv
import io

from recoupe.reports.formats.format import Format
from recoupe.reports.outline import Outline
from recoupe.reports.table import head, line


def _render(told: Outline) -> bytes:
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=";" if told.language == "fr" else ",", lineterminator="\r\n")
    table.writerow([_harmless(c) for c in head(told)])
    for row in told.rows:
        table.writerow([_harmless(c) for c in line(row, told)])
    return ("\ufeff" + written.getvalue()).encode("utf-8", "replace")


def _harmless(cell: str) -> str:
    """A cell that a spreadsheet will not take for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


FORMAT = Format("csv", ".csv", _render)
