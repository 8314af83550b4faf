"""A note on one comparison, under its name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from recoupe.interface.verbatim import verbatim_label

SAVE = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_Return)


class Words(QPlainTextEdit):
    """Lines of a note; Ctrl+Enter ends the writing of it."""

    done = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Ctrl+Enter for the end."""
        ends = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ends:
            self.done.emit()
        else:
            super().keyPressEvent(event)


class WriteNote(QDialog):
    """Asks what should be remembered. Enter begins a line, Ctrl+Enter saves; `text` is the answer, empty to take the note away."""

    def __init__(self, subject: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Commands", "Note"))
        self.resize(420, 260)
        self.subject, asked = verbatim_label(subject, wrap=True), QLabel()
        self.subject.setProperty("role", "heading")
        asked.setText(QCoreApplication.translate("Commands", "What should be remembered about this?"))
        self.note = Words(text)
        self.note.setTabChangesFocus(True)
        asked.setBuddy(self.note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.note.done.connect(self.accept)
        buttons.button(QDialogButtonBox.StandardButton.Save).setToolTip(SAVE.toString(QKeySequence.SequenceFormat.NativeText))
        column = QVBoxLayout(self)
        for widget in (self.subject, asked):
            column.addWidget(widget)
        column.addWidget(self.note, 1)
        column.addWidget(buttons)
        self.note.setFocus()

    @property
    def text(self) -> str:
        """What was written."""
        return self.note.toPlainText()
