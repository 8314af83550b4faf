"""The formats of marks that take part in the layout of a paragraph: grey for noise, room for signs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat, QTextLayout

from recoupe.interface.panes.findings import Mark
from recoupe.interface.panes.offsets import Shown
from recoupe.interface.panes.sketch import in_block
from recoupe.interface.theme import Theme
from recoupe.model import Role, Verdict


def noise_formats(shown: Shown, number: int, theme: Theme) -> list[QTextLayout.FormatRange]:
    """Grey for the sentences of a paragraph that are noise; a paragraph that is noise altogether is set so from the beginning."""
    if shown.paragraphs[number].role is Role.NOISE:
        return []
    grey = QTextCharFormat()
    grey.setForeground(QColor(theme.noise))
    sentences = [shown.article.sentences[i] for i in shown.paragraphs[number].sentences]
    return [_range(s.start, s.length, grey) for x in sentences if x.role is Role.NOISE for s in in_block(shown, number, x.span)]


def sign_formats(shown: Shown, block: QTextBlock, marks: Iterable[Mark], width: float) -> list[QTextLayout.FormatRange]:
    """Room of a width in pixels after the last letter of each marked fact, made by spacing that letter out."""
    spaced = block.charFormat().font()
    spaced.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, width)
    room = QTextCharFormat()
    room.setFont(spaced)
    ends = [in_block(shown, block.blockNumber(), mark.span)[-1] for mark in marks if mark.verdict is not Verdict.AGREEMENT]
    return [_range(last.start + last.length - 1, 1, room) for last in ends]


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made
