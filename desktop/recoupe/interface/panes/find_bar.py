"""Searches all articles at once and walks through what was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from recoupe.interface.panes.row import Row
from recoupe.interface.panes.searching import Searchable
from recoupe.interface.session import Session
from recoupe.interface.theme import Theme, icon
from recoupe.model import Span

MOST = 400  # hits shown in one article; the count is of all


class FindBar(QFrame):
    """A line to type in; every article shows its hits, and the next ones are reached with Enter, F3 or the buttons."""

    closed = Signal()

    def __init__(self, session: Session, row: Row, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._row = session, row
        self._known: dict[str, Searchable] = {}
        self._hits: tuple[tuple[str, Span], ...] = ()
        self._at = -1
        self._soon = QTimer(self, singleShot=True, interval=120)
        self._soon.timeout.connect(self._search)
        self.line = QLineEdit(clearButtonEnabled=True)
        self.line.setPlaceholderText(self.tr("Find in all articles; accents do not matter"))
        self.line.setAccessibleName(self.tr("Find in all articles"))
        self.line.setMaximumWidth(420)
        self.count = QLabel()
        self._buttons: list[tuple[QToolButton, str]] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 6, 10, 6)
        line.addWidget(self.line, 1)
        for name, words, call in (
            ("previous", self.tr("Find previous"), lambda: self.step(-1)),
            ("next", self.tr("Find next"), lambda: self.step(1)),
        ):
            line.addWidget(self._button(name, words, call))
        line.addWidget(self.count)
        line.addStretch(1)
        line.addWidget(self._button("close", self.tr("Close the search"), self.closed.emit))
        self.line.textChanged.connect(lambda _: self._soon.start())
        session.changed.connect(
            lambda before, after: self._soon.start() if self.isVisible() and before.articles != after.articles else None
        )
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for button, name in self._buttons:
            button.setIcon(icon(name, theme))
        self.setStyleSheet(f"FindBar {{ background: {theme.window}; border: none; border-top: 1px solid {theme.border}; }}")

    def open(self) -> None:
        """Begin to search, with the words selected in the text if there are any."""
        pane = self._row.current
        words = pane.text.textCursor().selectedText().strip() if pane else ""
        if words and len(words) < 80:
            self.line.setText(words)
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()
        self._search()

    def close_search(self) -> None:
        """Show no hits any more."""
        self.hide()
        self._hits, self._at = (), -1
        for pane in self._row.panes:
            pane.text.set_found((), None)

    def step(self, by: int) -> None:
        """Go to the next or previous hit, from article to article, round and round."""
        if not self.isVisible():
            self.open()
        if self._hits:
            self._at = (self._at + by) % len(self._hits) if self._at >= 0 else (0 if by > 0 else len(self._hits) - 1)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._soon.isActive():
                self._soon.stop()
                self._search()
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, words: str, call: object) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(call)
        self._buttons.append((button, name))
        return button

    def _search(self) -> None:
        wanted = self.line.text()
        hits: list[tuple[str, Span]] = []
        for article in (pane.text.shown.article for pane in self._row.panes if pane.text.shown is not None):
            known = self._known.get(article.id)
            if known is None or known.article is not article:
                known = self._known[article.id] = Searchable(article)
            hits.extend((article.id, span) for span in known.find(wanted))
        self._hits, self._at = tuple(hits), -1
        self._show()

    def _show(self) -> None:
        current = self._hits[self._at] if self._at >= 0 else None
        for pane in self._row.panes:
            spans = tuple(span for ident, span in self._hits if ident == pane.article.id)
            pane.text.set_found(spans[:MOST], current[1] if current and current[0] == pane.article.id else None)
        if current is not None:
            self._row.show_span(*current)
        articles = len({ident for ident, _ in self._hits})
        if not self.line.text().strip():
            self.count.clear()
        elif not self._hits:
            self.count.setText(self.tr("Nothing found"))
        elif current is None:
            told = self.tr("%1 in 1 article") if articles == 1 else self.tr("%1 in %2 articles")
            self.count.setText(told.replace("%1", str(len(self._hits))).replace("%2", str(articles)))
        else:
            self.count.setText(self.tr("%1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(self._hits))))
