"""A translated sentence set right by hand, the original above it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim_label
from recoupe.model import Doubt
from recoupe.translation.output import doubt_words


class Sentence(QPlainTextEdit):
    """A sentence of any length; it has no second paragraph, so Enter ends the writing of it."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter for the end."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class CorrectTranslation(QDialog):
    """Shows the original and what is doubtful, and lets the translation be written anew; `text` is the answer, empty to take it back."""

    def __init__(self, original: str, text: str, doubts: tuple[Doubt, ...], font: QFont, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the translation"))
        self.resize(560, 360)
        shown = verbatim_label(original, wrap=True)
        shown.setFont(font)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        above, below = QLabel(self.tr("Original")), QLabel(self.tr("&Translation"))
        self._text = Sentence(text)
        self._text.setFont(font)
        self._text.setTabChangesFocus(True)
        below.setBuddy(self._text)
        told = verbatim_label("\n".join(doubt_words(d, window_language()) for d in doubts), wrap=True)
        told.setVisible(bool(doubts))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._text.done.connect(self.accept)
        column = QVBoxLayout(self)
        for widget in (above, shown, told, below):
            column.addWidget(widget)
        column.addWidget(self._text, 1)
        column.addWidget(buttons)
        self._text.setFocus()
        self._text.selectAll()

    @property
    def text(self) -> str:
        """What was written."""
        return self._text.toPlainText().replace("\u2028", " ").strip()
