"""The report as a Word document; python-docx is loaded when such a report is first asked for, not when the window opens."""

from __future__ import annotations

from recoupe.reports.formats.format import Format
from recoupe.reports.outline import Outline


def _render(told: Outline) -> bytes:
    from recoupe.reports.formats.docx_report import render

    return render(told)


FORMAT = Format("docx", ".docx", _render)
