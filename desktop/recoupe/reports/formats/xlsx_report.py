"""The fact table as a workbook: the facts, the articles and the passages, each on a sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from zipfile import ZIP_DEFLATED

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter

from recoupe.reports.formats.packing import Archive
from recoupe.reports.look import colour, ink, wash
from recoupe.reports.outline import Outline
from recoupe.reports.table import head, labelled, line, printable
from recoupe.reports.telling import counts_line, made_line
from recoupe.wording import word

_WIDTHS = (5, 26, 16, 20, 11, 14, 24, 28, 9)  # characters, of the columns before the articles'
_ARTICLE_WIDTHS = (20, 34, 8, 20, 40)
_FONT = "Calibri"
_LINE, _TALLEST = 15, 400  # points
_LONGEST = 32_000  # a cell holds at most 32 767 characters


def render(told: Outline) -> bytes:
    """The bytes of the file."""
    book = Workbook()
    facts = book.worksheets[0]
    facts.title = word("report", "facts", told.language)
    _facts(facts, told)
    if told.revised:
        _revised(book.create_sheet(word("report", "revised_sheet", told.language), 0), told)
    _articles(book.create_sheet(word("report", "articles", told.language)), told)
    _passages(book.create_sheet(word("report", "event_column", told.language) + "s"), told)
    for sheet in book.worksheets:
        _heights(sheet)
        _page(sheet, fits=sheet is not facts)
    book.properties.title = printable(told.title)
    book.properties.creator = f"Recoupe {told.version}"
    written = io.BytesIO()
    ExcelWriter(book, Archive(written, "w", ZIP_DEFLATED)).save()
    return written.getvalue()


def _facts(sheet: Worksheet, told: Outline) -> None:
    names = head(told)
    _append(sheet, names)
    for row in told.rows:
        _append(sheet, line(row, told))
        verdict = sheet.cell(sheet.max_row, 4)
        verdict.fill = PatternFill("solid", fgColor=wash(row.verdict)[1:])
        verdict.font = Font(name=_FONT, bold=True, color=ink(row.verdict)[1:])
        sheet.cell(sheet.max_row, 1).value = row.number
        sheet.cell(sheet.max_row, 2).font = Font(name=_FONT, bold=True)
    _widths(sheet, [*_WIDTHS, *(_ARTICLE_WIDTHS * len(told.papers)), 60])
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(names))}{max(2, sheet.max_row)}"


def _revised(sheet: Worksheet, told: Outline) -> None:
    """What later versions changed, the wording before and after in two columns."""
    codes = ("article", "revised_how", "place", "revised_was", "revised_is")
    _append(sheet, [word("report", code, told.language) for code in codes])
    for revised in told.revised:
        for change in revised.changes:
            was, now = ("".join(text for kind, text in change.pieces if kind in {"equal", side}) for side in ("delete", "insert"))
            how = word("report", f"revised_{change.how}", told.language)
            place = word("report", "paragraph", told.language, number=change.paragraph)
            _append(sheet, [revised.label, how, place, was if change.before is not None else "", now if change.after is not None else ""])
    _widths(sheet, (24, 14, 10, 70, 70))
    sheet.freeze_panes = "A2"


def _articles(sheet: Worksheet, told: Outline) -> None:
    def say(code: str) -> str:
        return word("report", code, told.language)

    _append(sheet, [say("article"), say("outlet"), say("published"), say("author"), say("origin"), say("note")])
    for p in told.papers:
        _append(sheet, [p.title, p.outlet, p.published, p.author, p.where, p.note])
    _append(sheet, [])
    for text in (told.title, counts_line(told), made_line(told), say("caution"), *told.relations):
        _append(sheet, [text])
        sheet.cell(sheet.max_row, 1).alignment = Alignment(wrap_text=False)
    _widths(sheet, (60, 24, 20, 24, 44, 40))


def _passages(sheet: Worksheet, told: Outline) -> None:
    _append(sheet, ["#", word("report", "strength", told.language), *(p.label for p in told.papers), word("report", "note", told.language)])
    for passage in told.passages:
        sides = ["\n".join(part for s in side for part in (s.text, *(labelled(t) for t in s.translations))) for side in passage.sides]
        _append(sheet, [str(passage.number), passage.strength, *sides, passage.note])
        sheet.cell(sheet.max_row, 1).value = passage.number
    _widths(sheet, (5, 12, *([48] * len(told.papers)), 30))
    sheet.freeze_panes = "C2"


def _append(sheet: Worksheet, texts: Sequence[str]) -> None:
    """A row of plain text: nothing in it is ever a formula."""
    number = 1 if sheet.max_row == 1 and sheet.cell(1, 1).value is None else sheet.max_row + 1
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(number, column)
        assert isinstance(cell, Cell)  # noqa: S101 (no merged cells here; for the type checker)
        cell.value = printable(text)[:_LONGEST]
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(name=_FONT)
        if number == 1:
            cell.font = Font(name=_FONT, bold=True)
            cell.fill = PatternFill("solid", fgColor=colour("surfaces", "hover")[1:])
            cell.border = Border(bottom=Side("medium", color=colour("surfaces", "border_strong")[1:]))


def _widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _heights(sheet: Worksheet) -> None:
    """Rows high enough for their text: not every spreadsheet sees to it by itself."""
    for row in sheet.iter_rows():
        lines = 1
        for cell in row:
            if cell.alignment.wrap_text and cell.value is not None:
                width = sheet.column_dimensions[get_column_letter(cell.column or 1)].width
                lines = max(lines, sum(1 + int(len(part) * 1.1 / width) for part in str(cell.value).split("\n")))
        sheet.row_dimensions[row[0].row or 1].height = min(_TALLEST, lines * _LINE)


def _page(sheet: Worksheet, *, fits: bool) -> None:
    """Landscape A4; a sheet that `fits` is made as wide as the page, another repeats its first columns on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.print_title_rows = "1:1"
    if fits:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    else:
        sheet.page_setup.scale = 60
        sheet.print_title_cols = "A:B"
