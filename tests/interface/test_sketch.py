"""The boxes of words in a paragraph as laid out: one a line, without the white space that ends it."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument
from pytestqt.qtbot import QtBot

from recoupe.interface.panes.offsets import Stretch, units
from recoupe.interface.panes.sketch import Lines

WORDS = "Le préfet a dit hier soir que la route était coupée et que onze personnes attendaient au col depuis midi"


@pytest.fixture
def laid_out(qtbot: QtBot) -> Callable[[str], QTextBlock]:
    kept = []

    def lay(words: str) -> QTextBlock:
        document = QTextDocument()
        document.setPlainText(words)
        document.setTextWidth(150)
        document.documentLayout().documentSize()
        kept.append(document)
        return document.firstBlock()

    return lay


def by_looking_at_every_line(block: QTextBlock, stretch: Stretch) -> list[QRectF]:
    layout, text, found = block.layout(), block.text(), []
    for line in (layout.lineAt(n) for n in range(layout.lineCount())):
        start = max(stretch.start, line.textStart())
        words = text[start : min(stretch.start + stretch.length, line.textStart() + line.textLength())].rstrip(" ")
        if start >= line.textStart() and words:
            left, right = line.cursorToX(start)[0], line.cursorToX(start + len(words))[0]
            found.append(QRectF(left, line.y(), right - left, line.height()))
    return found


def test_boxes_are_those_of_every_line_that_words_stand_on(laid_out: Callable[[str], QTextBlock]) -> None:
    block, chance = laid_out(WORDS), random.Random(3)
    assert block.layout().lineCount() > 3
    lines = Lines(block)
    for _ in range(200):
        start = chance.randrange(len(WORDS))
        stretch = Stretch(0, start, chance.randint(1, len(WORDS) - start))
        assert list(lines.boxes(stretch)) == by_looking_at_every_line(block, stretch)


def test_a_character_of_two_units_moves_no_box(laid_out: Callable[[str], QTextBlock]) -> None:
    """The white space at the end of a line is looked for where Qt counts it, not where Python does."""
    words = 3 * "\N{PERSON CLIMBING}" + " " + WORDS
    block = laid_out(words)
    lines, layout = Lines(block), block.layout()
    boxes = list(lines.boxes(Stretch(0, 0, units(words))))
    assert len(boxes) == layout.lineCount()
    assert all(box.right() <= layout.lineAt(n).naturalTextRect().right() + 0.5 for n, box in enumerate(boxes))
    shown = [text.rstrip() for text in _lines_of(block)]
    assert all(
        box.width() == pytest.approx(_width(block, n, text), abs=0.5) for n, (box, text) in enumerate(zip(boxes, shown, strict=True))
    )


def _lines_of(block: QTextBlock) -> list[str]:
    units_of = block.text().encode("utf-16-le")
    layout = block.layout()
    spans = [(layout.lineAt(n).textStart(), layout.lineAt(n).textLength()) for n in range(layout.lineCount())]
    return [units_of[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in spans]


def _width(block: QTextBlock, number: int, words: str) -> float:
    line = block.layout().lineAt(number)
    return line.cursorToX(line.textStart() + units(words))[0] - line.cursorToX(line.textStart())[0]
