"""Writes a report: the outline of what was chosen, in the format that the file's name asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from recoupe.errors import ReportFailed
from recoupe.model import Project
from recoupe.reports.formats import FORMATS, Format
from recoupe.reports.formats.to_html import render_html
from recoupe.reports.formats.to_text import passage_text, row_text
from recoupe.reports.outline import Choice
from recoupe.reports.telling import outline
from recoupe.writing import is_full, replacing


def format_for(path: Path) -> Format:
    """The format that a file's name asks for; raises `ReportFailed` ("unknown_format")."""
    for known in FORMATS:
        if path.name.lower().endswith(known.suffix):
            return known
    raise ReportFailed("unknown_format", name=path.name, known=", ".join(f.suffix for f in FORMATS))


def render_report(project: Project, chosen: Format, choice: Choice, *, now: datetime | None = None) -> bytes:
    """The report as the bytes of a file; raises `ReportFailed` ("nothing") where no article is chosen."""
    told = outline(project, choice, now=now or datetime.now())
    if not told.papers:
        raise ReportFailed("nothing")
    return chosen.render(told)


def write_report(
    project: Project,
    path: Path,
    *,
    language: str = "fr",
    format: Format | None = None,  # noqa: A002 (the word of the trade)
    choice: Choice | None = None,
    now: datetime | None = None,
) -> None:
    """Write a report whole or not at all; `choice` says what goes in, else everything does, in `language`.

    Raises `ReportFailed` ("unknown_format", "nothing", "disk_full", "cannot_write").
    """
    content = render_report(project, format or format_for(path), choice or Choice(language), now=now)
    try:
        with replacing(path) as file:
            file.write(content)
    except OSError as error:
        code = "disk_full" if is_full(error) else "cannot_write"
        raise ReportFailed(code, name=path.name, reason=error.strerror or str(error)) from error


def printed_html(project: Project, choice: Choice, *, now: datetime | None = None) -> str:
    """The report as simple HTML that Qt's rich text can lay out, for printing; raises `ReportFailed` ("nothing")."""
    told = outline(project, choice, now=now or datetime.now())
    if not told.papers:
        raise ReportFailed("nothing")
    return render_html(told, "printed.html.j2")


def comparison_text(project: Project, comparison: str, language: str, wording: Mapping[str, str] | None = None) -> str:
    """A comparison (by id) with each article's words and where they stand, as text for the clipboard; empty where it is gone.

    `wording` is as in `Choice`.
    """
    told = outline(project, Choice(language, wording=wording or {}), now=datetime.now())
    return next((row_text(told, row) for row in told.rows if row.id == comparison), "")


def event_text(project: Project, event: str, language: str) -> str:
    """An event's sentences (by its id) with their articles, as text for the clipboard; empty where it is gone."""
    told = outline(project, Choice(language), now=datetime.now())
    return next((passage_text(told, passage) for passage in told.passages if passage.id == event), "")
