"""What stands in the window before an article is open: how to begin, the sample stories, the studies of late."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from recoupe.interface.stories import stories
from recoupe.interface.theme import Theme, drawing
from recoupe.interface.tongue import window_language
from recoupe.interface.welcome_cards import Recent, RecentButton, StoryCard

WIDTH = 880  # pixels; wider windows leave the rest as margins


class DropArea(QFrame):
    """Where files and texts may be dropped; it says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self._picture, self._words = QLabel(), QLabel(self.tr("Drop files, folders, web addresses or text here"))
        self._words.setWordWrap(True)
        self._words.setProperty("role", "muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(self._picture)
        column.addWidget(self._words)
        column.addStretch(1)
        self.setMinimumHeight(110)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._picture.setPixmap(drawing("drop", theme.muted, QSize(32, 32)))
        self.light(on=False)

    def light(self, *, on: bool) -> None:
        """Show that what is being dragged may be dropped."""
        edge, fill = (self._theme.accent, self._theme.selection) if on else (self._theme.border_strong, self._theme.base)
        self.setStyleSheet(f"#drop {{ border: 1px dashed {edge}; border-radius: 8px; background: {fill}; }}")


class Welcome(QScrollArea):
    """The first page. Tells what was chosen; opens nothing itself."""

    open_asked = Signal()
    paste_asked = Signal()
    page_asked = Signal()
    story_asked = Signal(str)  # the id of the action that opens it
    open_study_asked = Signal()
    study_chosen = Signal(str)
    forget_asked = Signal(str)
    locate_asked = Signal(str)
    dropped = Signal(object)  # QMimeData

    def __init__(self, theme: Theme, recent: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Welcome"))
        self._picture = QLabel()
        self.drop = DropArea(theme)
        self._pictures: list[tuple[QPushButton, str]] = []
        self._studies = QVBoxLayout()
        self._studies.setSpacing(2)
        self._lay_out()
        self.set_theme(theme)
        self.set_recent(recent)

    def _lay_out(self) -> None:
        halves = QHBoxLayout()
        halves.setSpacing(36)
        halves.addLayout(self._begin(), 5)
        halves.addLayout(self._lately(), 6)
        page = QWidget()
        page.setMaximumWidth(WIDTH)
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(28)
        column.addLayout(self._head())
        column.addLayout(halves, 1)
        column.addLayout(self._samples())
        frame = QWidget()
        middle = QGridLayout(frame)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addWidget(page, 1, 1)
        middle.setColumnStretch(0, 1)
        middle.setColumnStretch(1, 1000)
        middle.setColumnStretch(2, 1)
        middle.setRowStretch(0, 1)
        middle.setRowStretch(1, 3)
        middle.setRowStretch(2, 2)
        self.setWidget(frame)
        self._page = page

    def _head(self) -> QHBoxLayout:
        title = QLabel("Recoupe")
        title.setProperty("role", "title")
        promise = QLabel(self.tr("See where press articles on one story agree, and where they do not."))
        promise.setProperty("role", "muted")
        promise.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(title)
        words.addWidget(promise)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self._picture)
        head.addLayout(words, 1)
        return head

    def _begin(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._heading(self.tr("Begin")))
        first = self._button(self.tr("&Open articles…"), "open", self.open_asked)
        first.setProperty("primary", True)
        left.addWidget(first)
        left.addWidget(self._button(self.tr("&Paste an article"), "paste", self.paste_asked))
        left.addWidget(self._button(self.tr("Add a &web page…"), "page", self.page_asked))
        left.addSpacing(4)
        left.addWidget(self.drop, 1)
        return left

    def _samples(self) -> QVBoxLayout:
        cards = QHBoxLayout()
        cards.setSpacing(12)
        self.stories = tuple(StoryCard(story) for story in stories(window_language()))
        for card in self.stories:
            card.clicked.connect(lambda _=False, ident=card.story.action: self.story_asked.emit(ident))
            cards.addWidget(card, 1)
        below = QVBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._heading(self.tr("Or try it on a sample story")))
        below.addLayout(cards)
        return below

    def _lately(self) -> QVBoxLayout:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self._heading(self.tr("Recent studies")))
        right.addLayout(self._studies)
        right.addStretch(1)
        right.addWidget(self._button(self.tr("Open a s&tudy…"), "study", self.open_study_asked))
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page is as wide as it may be, in the middle."""
        super().resizeEvent(event)
        self._page.setFixedWidth(min(WIDTH, self.viewport().width()))

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setProperty("role", "heading")
        return label

    def _button(self, text: str, name: str, told: SignalInstance) -> QPushButton:
        button = QPushButton(text)
        button.setIconSize(QSize(18, 18))
        button.setMinimumHeight(36)
        button.clicked.connect(lambda _=False: told.emit())
        self._pictures.append((button, name))
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._picture.setPixmap(drawing("recoupe", theme.text, QSize(56, 56)))
        self.drop.set_theme(theme)
        for button, name in self._pictures:
            colour = theme.accent_text if button.property("primary") else theme.text
            button.setIcon(drawing(name, colour, QSize(36, 36)))
        for card in self.stories:
            card.set_theme(theme)

    def set_recent(self, recent: Sequence[str]) -> None:
        """List these studies, the newest first."""
        while (item := self._studies.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if not recent:
            none = QLabel(self.tr("The studies you save will be listed here."))
            none.setProperty("role", "muted")
            self._studies.addWidget(none)
        for path in recent[:8]:
            button = RecentButton(Recent.at(path), self._theme)
            chosen = self.study_chosen if button.recent.changed else self.locate_asked
            button.clicked.connect(lambda _=False, told=chosen, name=path: told.emit(name))
            button.forget_asked.connect(self.forget_asked)
            button.locate_asked.connect(self.locate_asked)
            self._studies.addWidget(button)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, addresses and text are welcome."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()
            self.drop.light(on=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self.drop.light(on=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped."""
        self.drop.light(on=False)
        event.acceptProposedAction()
        self.dropped.emit(event.mimeData())
