"""The report as PDF; ReportLab is loaded when such a report is first asked for, not when the window opens."""

from __future__ import annotations

from recoupe.reports.formats.format import Format
from recoupe.reports.outline import Outline


def _render(told: Outline) -> bytes:
    from recoupe.reports.formats.pdf_report import render

    return render(told)


FORMAT = Format("pdf", ".pdf", _render)
