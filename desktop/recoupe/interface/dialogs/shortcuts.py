"""The sheet of shortcuts: everything that can be done, by menu, with its keys."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from recoupe.interface.dialogs.palette import Entry, ranked
from recoupe.interface.theme import Theme


class ShortcutSheet(QDialog):
    """Every action with its keys and what it does, to be read, searched and printed from."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries, self._theme = tuple(entries), theme
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.resize(760, 620)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the shortcuts"))
        self.search.setClearButtonEnabled(True)
        self.sheet = QTextBrowser()
        self.sheet.setProperty("role", "plain")
        self.sheet.setAccessibleName(self.tr("Shortcuts"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(12)
        whole.addWidget(self.search)
        whole.addWidget(self.sheet, 1)
        whole.addWidget(buttons)
        self.search.textChanged.connect(lambda text: self.sheet.setHtml(self.html(text)))
        self.sheet.setHtml(self.html(""))
        self.search.setFocus()

    def html(self, wanted: str) -> str:
        """The sheet as it is shown: a table for each menu."""
        found = set(map(id, ranked(self._entries, wanted)))
        groups: dict[str, list[Entry]] = {}
        for entry in self._entries:
            if id(entry) in found:
                groups.setdefault(entry.group, []).append(entry)
        return "".join(self._table(group, entries) for group, entries in groups.items())

    def _table(self, group: str, entries: Sequence[Entry]) -> str:
        theme = self._theme
        rows = "".join(
            f'<tr><td width="32%">{escape(e.title)}</td>'
            f'<td width="24%"><span style="color:{theme.accent}"><b>{escape(e.keys) or "—"}</b></span></td>'
            f'<td><span style="color:{theme.muted}">{escape(e.hint if e.hint != e.title else "")}</span></td></tr>'
            for e in entries
        )
        head = f'<p style="margin-top:0; margin-bottom:3px; font-size:large"><b>{escape(group)}</b></p>'
        return f'{head}<table width="100%" cellpadding="3" cellspacing="0" style="margin-bottom: 18px">{rows}</table>'
