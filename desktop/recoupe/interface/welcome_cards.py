"""What the first page leads to, a card each: a study of late, a sample story."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from recoupe.interface.stories import Story
from recoupe.interface.theme import Theme, drawing
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim, verbatim_label
from recoupe.project.recovery import moment
from recoupe.wording import datetime_text


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
            return cls(where, moment(where.stat().st_mtime))
        except OSError:
            return cls(where, None)


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
        self._name, self._folder, self._when = verbatim_label(), verbatim_label(), QLabel(when)
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
        self.setToolTip(verbatim(str(recent.path)))
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


class StoryCard(QPushButton):
    """One sample story: its title over what it holds."""

    PICTURE = 28  # pixels

    def __init__(self, story: Story, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.story = story
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._picture, title, self._about = QLabel(), QLabel(story.title), QLabel(story.about, wordWrap=True)
        title.setProperty("role", "heading")
        self._about.setProperty("role", "muted")
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        for label in (self._picture, title, self._about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 10, 14, 10)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.addWidget(self._picture, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(title, 0, 1)
        self._grid.addWidget(self._about, 1, 1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        self.setAccessibleName(f"{story.title}. {story.about}")
        self.setToolTip(self.tr("Opens at once; nothing is fetched"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._picture.setPixmap(drawing("panes", theme.accent, QSize(self.PICTURE, self.PICTURE)))

    def sizeHint(self) -> QSize:
        """As high as its words need at its width."""
        return QSize(240, self._grid.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """The words are never cut."""
        return QSize(180, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
