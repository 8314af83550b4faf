"""The report as a workbook; openpyxl is loaded when such a report is first asked for, not when the window opens."""

from __future__ import annotations

from recoupe.reports.formats.format import Format
from recoupe.reports.outline import Outline


def _render(told: Outline) -> bytes:
    from recoupe.reports.formats.xlsx_report import render

    return render(told)


FORMAT = Format("xlsx", ".xlsx", _render)
