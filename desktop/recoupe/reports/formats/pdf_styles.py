"""Fonts, paragraph styles and tables of the PDF report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import Any

from reportlab.lib.enums import TA_LEFT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.platypus import Table, TableStyle

from recoupe.errors import ResourceMissing
from recoupe.files import resource
from recoupe.reports.look import colour

_FILES = {
    "Report": "NotoSans-Regular.ttf",
    "Report-Bold": "NotoSans-Bold.ttf",
    "Report-Italic": "NotoSans-Italic.ttf",
    "Report-BoldItalic": "NotoSans-BoldItalic.ttf",
    "ReportSymbols": "DejaVuSans.ttf",
}


@cache
def fonts() -> tuple[frozenset[int], frozenset[int]]:
    """Make the fonts known to the PDF library, once; the characters of the text font and those of the fallback."""
    try:
        for name, file in _FILES.items():
            pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    except (TTFError, OSError) as error:
        raise ResourceMissing("missing", name="fonts") from error
    pdfmetrics.registerFontFamily("Report", "Report", "Report-Bold", "Report-Italic", "Report-BoldItalic")
    pdfmetrics.registerFontFamily("ReportSymbols", "ReportSymbols", "ReportSymbols", "ReportSymbols", "ReportSymbols")
    return frozenset(pdfmetrics.getFont("Report").face.charToGlyph), frozenset(pdfmetrics.getFont("ReportSymbols").face.charToGlyph)


def markup(text: str) -> str:
    """Plain text for a paragraph: escaped, and in the fallback font where the text font lacks a character.

    A pictogram that neither has is left out; a letter leaves an empty square, for a reader should see that something stands there.
    """
    known, fallback = fonts()
    parts: list[str] = []
    foreign = ""
    for character in text:
        if ord(character) in known or character in " \n\t":
            parts += [_in_fallback(foreign), escape(character, quote=False)]
            foreign = ""
        elif ord(character) in fallback or character.isalnum():
            foreign += character
    return "".join([*parts, _in_fallback(foreign)])


def drawable(text: str) -> str:
    """What the text font alone can show of a text."""
    return "".join(c for c in text if ord(c) in fonts()[0])


def _in_fallback(characters: str) -> str:
    return f'<font name="ReportSymbols">{escape(characters, quote=False)}</font>' if characters else ""


def sheet() -> dict[str, ParagraphStyle]:
    """The paragraph styles by name."""
    ink, muted = colour("surfaces", "text"), colour("surfaces", "muted")
    body = ParagraphStyle(
        "body", fontName="Report", fontSize=8.6, leading=11.4, textColor=ink, alignment=TA_LEFT, spaceAfter=2, splitLongWords=1
    )

    def like(name: str, parent: ParagraphStyle = body, **changed: Any) -> ParagraphStyle:  # noqa: ANN401
        return ParagraphStyle(name, parent=parent, **changed)

    styles = [
        body,
        like("title", fontName="Report-Bold", fontSize=20, leading=24, spaceAfter=4),
        like("counts", fontSize=10.5, leading=14, spaceAfter=3),
        like("section", fontName="Report-Bold", fontSize=13, leading=16, spaceBefore=14, spaceAfter=6),
        like("group", fontName="Report-Bold", fontSize=10, leading=13, spaceBefore=4, spaceAfter=4),
        like("head", fontName="Report-Bold", fontSize=8.2, leading=10.5),
        like("strong", fontName="Report-Bold"),
        like("small", fontSize=7.4, leading=9.6, textColor=muted),
        like("legend", fontSize=8.2, leading=12, spaceBefore=4),
        like("remark", fontName="Report-Italic", fontSize=8, leading=10.2, textColor=muted),
        like("note", fontSize=8, leading=10.4, backColor="#fff8dc", borderPadding=(1, 2, 1, 2)),
        like("translation", fontName="Report-Italic", fontSize=8, leading=10.4, leftIndent=6, textColor="#38404c"),
        like("bullet", leftIndent=8),
    ]
    return {style.name: style for style in styles}


Fill = tuple[int, int, str, str]
Block = tuple[int, int, bool]


def grid(
    rows: Sequence[Sequence[Any]],
    width: float,
    shares: Sequence[float],
    fills: Sequence[Fill] = (),
    *,
    ruled: bool = True,
    blocks: Sequence[Block] = (),
    within_rows: bool = False,
) -> Table:
    """A table over `width` points whose columns have the given shares, its head repeated on every page.

    `fills` are cells with a background, and a bar of the second colour at their left: (column, row, background, bar). `blocks` are
    rows that stay together and whose first runs over all columns, as does the last where the third item says so: (first, last, it
    does). Pages break between rows, or `within_rows` where one may be taller than a page.
    """
    line = colour("surfaces", "border")
    style: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("BACKGROUND", (0, 0), (-1, 0), colour("surfaces", "hover")),
        ("LEFTPADDING", (0, 0), (-1, -1), 5),
        ("RIGHTPADDING", (0, 0), (-1, -1), 5),
        ("TOPPADDING", (0, 0), (-1, -1), 3),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    style.append(("GRID", (0, 0), (-1, -1), 0.5, line) if ruled else ("LINEBEFORE", (1, 0), (-1, -1), 0.5, line))
    for column, row, background, bar in fills:
        style.append(("BACKGROUND", (column, row), (column, row), background))
        if bar:
            style.append(("LINEBEFORE", (column, row), (column, row), 3, bar))
    colours = {row: (background, bar) for _, row, background, bar in fills}
    for first, last, is_spanned in blocks:
        background, bar = colours[first]
        style += [
            ("SPAN", (0, first), (-1, first)),
            ("NOSPLIT", (0, first), (-1, last)),
            ("BACKGROUND", (0, first), (-1, first), background),
        ]
        style += [("SPAN", (0, last), (-1, last))] if is_spanned else []
        style.append(("LINEBEFORE", (0, first), (0, last), 3, bar))
    widths = [width * share / sum(shares) for share in shares]
    return Table([list(row) for row in rows], widths, repeatRows=1, style=TableStyle(style), splitInRow=int(within_rows), hAlign="LEFT")
