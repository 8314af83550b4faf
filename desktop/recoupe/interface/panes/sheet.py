"""Sets an article in type: a document with a reading face, a measure, and spacing between paragraphs."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextOption

from recoupe.interface.panes.offsets import Paragraph, Shown
from recoupe.interface.theme import Theme
from recoupe.model import Role

MEASURE = 68  # characters a line at most: longer lines lose the eye on its way back
SIDE, TOP, BOTTOM = 22.0, 16, 28  # pixels of margin; left and right at least
BULLETS = ("•", "-", "–", "—", "▪", "‣", "*")
LOOSE = re.compile(r" (?:(?<=\d )(?=\d{3}(?!\d))|(?<=« )|(?=[»:;?!%€]))")  # led by its space, which is found fast
SIZES = {Role.TITLE: 1.34, Role.LEAD: 1.06, Role.HEADING: 1.08, Role.NOISE: 0.92}


def set_article(document: QTextDocument, shown: Shown, font: QFont, spacing: int, theme: Theme, *, side: float) -> None:
    """Fill a document with an article; one block a paragraph and never an empty one, which screen readers stumble over.

    `side` is the margin left and right. Nothing is laid out before `lay_out`.
    """
    document.setLayoutEnabled(False)
    document.setUndoRedoEnabled(False)
    document.clear()
    document.setDocumentMargin(0)  # which sets the margins, where it was not so yet
    set_margins(document, side)
    option = QTextOption(document.defaultTextOption())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    styles: dict[object, tuple[QTextBlockFormat, QTextCharFormat]] = {}
    for index, paragraph in enumerate(shown.paragraphs):
        style = (paragraph.role, paragraph.twin, paragraph.text.startswith(BULLETS), index == 0)
        if style not in styles:
            styles[style] = block_format(paragraph, font, spacing, first=index == 0), character_format(paragraph, font, theme)
        block, characters = styles[style]
        if index:
            cursor.insertBlock(block, characters)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(characters)
        cursor.insertText(tied(paragraph.text), characters)
    cursor.endEditBlock()


def lay_out(document: QTextDocument, font: QFont, *, at_once: bool) -> None:
    """Lay a document out that was filled: at once, or a stretch at a time between what else there is to do.

    Qt lays out in stretches what is all new to it, and a default font makes it so; what is inserted it lays out whole.
    """
    document.setLayoutEnabled(True)
    document.setDefaultFont(font)
    if at_once:
        document.documentLayout().documentSize()


def set_margins(document: QTextDocument, side: float) -> None:
    """The margins around a text; what stands as it should is left alone, for a change lays the whole text out anew."""
    frame = document.rootFrame()
    shape = frame.frameFormat()
    if abs(shape.leftMargin() - side) > 0.5 or not shape.topMargin():
        shape.setLeftMargin(side)
        shape.setRightMargin(side)
        shape.setTopMargin(TOP)
        shape.setBottomMargin(BOTTOM)
        frame.setFrameFormat(shape)


def tied(text: str) -> str:
    """The text with plain spaces made unbreakable where French would not break a line: one character for one, so that places stay."""
    return LOOSE.sub("\N{NO-BREAK SPACE}", text)


def block_format(paragraph: Paragraph, font: QFont, spacing: int, *, first: bool) -> QTextBlockFormat:
    """Leading, the space around and the indent of a paragraph."""
    line = QFontMetricsF(font).height() * spacing / 100
    made = QTextBlockFormat()
    tight = paragraph.role in {Role.TITLE, Role.HEADING}
    made.setLineHeight(min(spacing, 120) if tight else spacing, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(line * (0.28 if paragraph.role is Role.HEADING else 0.62))
    made.setTopMargin(line * 0.5 if paragraph.role is Role.HEADING and not first else 0.0)
    inset = line * 0.9 if paragraph.twin else 0.0
    made.setLeftMargin(inset)
    if paragraph.text.startswith(BULLETS):
        hang = QFontMetricsF(font).horizontalAdvance("• ")
        made.setLeftMargin(inset + hang)
        made.setTextIndent(-hang)
    return made


def character_format(paragraph: Paragraph, font: QFont, theme: Theme) -> QTextCharFormat:
    """Weight, size and colour of a paragraph by its role."""
    made = QTextCharFormat()
    face = QFont(font)
    face.setPointSizeF(font.pointSizeF() * SIZES.get(paragraph.role, 1.0))
    if paragraph.role in {Role.TITLE, Role.HEADING}:
        face.setWeight(QFont.Weight.Bold)
    made.setFont(face)
    made.setForeground(QColor(theme.noise if paragraph.role is Role.NOISE else theme.text))
    return made


def side_margin(width: float, font: QFont) -> float:
    """The margin left and right that keeps lines to the measure in a window of that width."""
    measure = QFontMetricsF(font).averageCharWidth() * MEASURE
    return max(min(SIDE, width * 0.07), (width - measure) / 2)
