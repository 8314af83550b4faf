"""Asks for the address of a web page to read an article from."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget


class AddPage(QDialog):
    """One or several addresses, one a line; `addresses` are those that can be one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add web pages"))
        self.setMinimumWidth(560)
        label = QLabel(self.tr("&Addresses of the articles, one a line:"))
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText("https://…")
        self.field.setAccessibleName(self.tr("Addresses of the articles"))
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        label.setBuddy(self.field)
        note = QLabel(self.tr("Recoupe fetches these pages and nothing else: no picture, no script. The text stays on this computer."))
        note.setProperty("role", "muted")
        note.setWordWrap(True)
        self.trouble = QLabel()
        self.trouble.setWordWrap(True)
        self.trouble.setAccessibleName(self.tr("Problem"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.add = QPushButton(self.tr("&Fetch"))
        self.add.setDefault(True)
        buttons.addButton(self.add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.setSpacing(10)
        for widget in (label, self.field, self.trouble, note, buttons):
            whole.addWidget(widget)
        self.field.textChanged.connect(self._look)
        on_hand = QGuiApplication.clipboard().text().strip()
        if on_hand and all(looks_like_page(line) for line in on_hand.split()):
            self.field.setPlainText("\n".join(on_hand.split()))
            self.field.selectAll()
        self._look()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses typed, each once, `https://` put before those that lack it."""
        return tuple(dict.fromkeys(completed(line) for line in self.field.toPlainText().split()))

    def _look(self) -> None:
        wrong = [line for line in self.field.toPlainText().split() if not looks_like_page(completed(line))]
        self.trouble.setVisible(bool(wrong))
        if wrong:
            self.trouble.setTextFormat(Qt.TextFormat.PlainText)
            self.trouble.setText(self.tr("“%1” is not the address of a web page.").replace("%1", wrong[0][:80]))
        self.add.setEnabled(bool(self.addresses) and not wrong)


def completed(address: str) -> str:
    """The address with a scheme; what names another scheme is left for `looks_like_page` to refuse."""
    return address if "://" in address else f"https://{address}"


def looks_like_page(address: str) -> bool:
    """Whether an address can be that of a web page."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and "." in (parts.hostname or "").strip(".")
    except ValueError:
        return False
