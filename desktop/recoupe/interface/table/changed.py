"""What later versions of articles changed, word by word, over the rows of the table: it leads because no paper says it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Place, Project, Revision
from recoupe.wording import colon, word

if TYPE_CHECKING:
    from recoupe.reports import Change, Revised

TALLEST = 170  # pixels: the table keeps the better part of its room


class Changed(QWidget):
    """The changes of every replaced article, the latest first. Shown while there are any, until it is put away."""

    place_asked = Signal(object)  # the Place of a changed sentence

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told: tuple[Revised, ...] = ()
        self._revisions: tuple[Revision, ...] = ()
        self._articles: tuple[Article, ...] = ()
        self._labels: Mapping[str, str] = {}
        self.title = QLabel()
        self.title.setProperty("role", "heading")
        self.fold = QToolButton()
        self.fold.setAutoRaise(True)
        self.fold.setCheckable(True)
        self.fold.setChecked(True)
        self.fold.setIconSize(QSize(16, 16))
        self.fold.setToolTip(self.tr("Show or hide what changed"))
        self.fold.setAccessibleName(self.tr("Show or hide what changed"))
        self.body = QTextBrowser()
        self.body.setOpenLinks(False)
        self.body.setProperty("role", "plain")
        self.body.setAccessibleName(self.tr("What later versions changed"))
        self.body.anchorClicked.connect(lambda address: self._follow(address.toString()))
        self.fold.toggled.connect(self._show_body)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.fold)
        head.addWidget(self.title, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 4, 8, 4)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addWidget(self.body)
        self.setVisible(False)
        self.set_theme(theme)

    def take(self, project: Project, labels: Mapping[str, str]) -> None:
        """Show the changes of another state of the study; `labels` says what its articles are called, by id."""
        same = project.revisions == self._revisions and project.articles is self._articles and labels == self._labels
        if same:
            return
        grown = len(project.revisions) > len(self._revisions)
        self._revisions, self._articles, self._labels = project.revisions, project.articles, labels
        self._told = ()
        if project.revisions:
            from recoupe.reports import revised  # the first window must not wait for it

            self._told = revised(project, labels, window_language())
        self.setVisible(bool(self._told))
        if grown:
            self.fold.setChecked(True)
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._show_body(self.fold.isChecked())
        self._fill()

    def _show_body(self, shown: bool) -> None:
        self.body.setVisible(shown)
        self.fold.setIcon(icon("down" if shown else "folded", self._theme))

    def _fill(self) -> None:
        self.title.setText(word("report", "revised", window_language()))
        self.body.setHtml("".join(self._version(n, told) for n, told in enumerate(self._told)))
        document = self.body.document()
        document.setTextWidth(max(self.body.viewport().width(), 300))
        self.body.setFixedHeight(min(TALLEST, round(document.size().height()) + 4))

    def _version(self, number: int, told: Revised) -> str:
        lines = "".join(f"<li>{self._change(number, n, told.changes[n])}</li>" for n in range(len(told.changes)))
        head = f"<b>{escape(told.label)}</b>{colon(window_language())}{escape(told.line)}"
        return f"<p style='margin: 2px 0'>{head}</p><ul style='margin: 0 0 4px -18px'>{lines}</ul>"

    def _change(self, number: int, which: int, change: Change) -> str:
        theme, language = self._theme, window_language()
        how = f"{word('report', f'revised_{change.how}', language)}, {word('report', 'paragraph', language, number=change.paragraph)}"
        head = f"<span style='color:{theme.muted}'>{escape(how)}</span>"
        if change.after is not None:
            head = f"<a href='{number}/{which}' style='color:{theme.accent}'>{escape(how)}</a>"
        manner = {
            "equal": "{}",
            "delete": f"<s style='color:{theme.contradiction}'>{{}}</s>",
            "insert": f"<u style='color:{theme.agreement}'>{{}}</u>",
        }
        return f"{head}&nbsp; " + "".join(manner[kind].format(escape(text)) for kind, text in change.pieces)

    def _follow(self, address: str) -> None:
        """A change of the version that stands leads to its sentence; one of an earlier version to where it would be now."""
        number, _, which = address.partition("/")
        told = self._told[int(number)]
        change = told.changes[int(which)]
        article = next((a for a in self._articles if a.id == told.article), None)
        if article is not None and change.after is not None:
            self.place_asked.emit(Place(article.id, min(change.after, len(article.sentences) - 1)))
