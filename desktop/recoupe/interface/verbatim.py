"""Shows words that an article, a study or a file brought exactly as they are: Qt takes whatever looks like markup for markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def verbatim(words: str) -> str:
    """Words for a tooltip, in which nothing is markup; a picture named there would be loaded, from another machine too on some systems."""
    return f"<p style='white-space: pre-wrap'>{escape(words)}</p>" if "<" in words else words


def verbatim_label(words: str = "", *, wrap: bool = False) -> QLabel:
    """A label in which nothing is markup."""
    label = QLabel(words, wordWrap=wrap)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
