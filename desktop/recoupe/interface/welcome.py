"""What stands in the window before an article is open: how to begin, a sample story, the studies of late."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from recoupe.files import seed
from recoupe.interface.theme import Theme, drawing
from recoupe.interface.tongue import window_language
from recoupe.wording import datetime_text

WIDTH = 880  # pixels; wider windows leave the rest as margins


@dataclass(frozen=True, slots=True)
class Recent:
    """A study file of late; `changed` is None where it is missing."""

    path: Path
    changed: datetime | None

    @classmethod
    def at(cls, path: str) -> Recent:
        """What is known of a study file, without opening it."""
        where = Path(path)
        try:
            return cls(where, datetime.fromtimestamp(where.stat().st_mtime))
        except OSError:
            return cls(where, None)


def sample_paths() -> tuple[Path, ...]:
    """The articles of the sample story that comes with the program."""
    return tuple(sorted(seed().glob("*.txt")))


class RecentButton(QPushButton):
    """One study of late: its name, its folder, when it was saved. Delete takes it off the list."""

    forget_asked = Signal(str)
    locate_asked = Signal(str)

    def __init__(self, recent: Recent, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recent = recent
        self.setProperty("flat", True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        when = datetime_text(recent.changed, window_language()) if recent.changed else self.tr("not found; click to look for it")
        self._name, self._folder, self._when = QLabel(), QLabel(), QLabel(when)
        self._name.setProperty("role", "heading")
        for label in (self._folder, self._when):
            label.setProperty("role", "muted")
        for label in (self._name, self._folder, self._when):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if recent.changed is None:
            self._when.setStyleSheet(f"color: {theme.certainty}")
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 7, 12, 7)
        grid.setVerticalSpacing(1)
        grid.addWidget(self._name, 0, 0)
        grid.addWidget(self._when, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._folder, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self._name.setText(recent.path.stem)
        self.setToolTip(str(recent.path))
        self.setAccessibleName(f"{recent.path.stem}, {recent.path.parent}, {when}")

    def sizeHint(self) -> QSize:
        """As high as its two lines; a push button would ask for one."""
        return QSize(200, 2 * self.fontMetrics().lineSpacing() + 18)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The middle of a long folder name is left out."""
        super().resizeEvent(event)
        folder = str(self.recent.path.parent).replace(str(Path.home()), "~", 1)
        metrics = QFontMetrics(self._folder.font())
        self._folder.setText(metrics.elidedText(folder, Qt.TextElideMode.ElideMiddle, self.width() - 30))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets the study; the file stays."""
        if event.key() == Qt.Key.Key_Delete:
            self.forget_asked.emit(str(self.recent.path))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Forget or look for the study."""
        menu = QMenu(self)
        menu.addAction(self.tr("Take off this list"), lambda: self.forget_asked.emit(str(self.recent.path)))
        if self.recent.changed is None:
            menu.addAction(self.tr("Look for it…"), lambda: self.locate_asked.emit(str(self.recent.path)))
        menu.exec(event.globalPos())
        menu.deleteLater()


class DropArea(QFrame):
    """Where files and texts may be dropped; it says so."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("drop")
        self._picture, self._words = QLabel(), QLabel(self.tr("Drop articles here: files, folders, web addresses or text"))
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
        self.setMinimumHeight(130)
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
    sample_asked = Signal()
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
        self.sample = self._button(self.tr("Try the &sample story"), "panes", self.sample_asked)
        self.sample.setToolTip(self.tr("Five articles on one piece of news, ready to compare; nothing is fetched"))
        left.addWidget(self.sample)
        return left

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
