"""The middle of the window: the first page, or the list of passages beside the panes over the table; a line above and one below."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

HANDLE = 5  # pixels of the divider between panes and table


class Workspace(QWidget):
    """Sets the parts it is given where they belong."""

    def __init__(self, welcome: QWidget, outline: QWidget, row: QWidget, table: QWidget) -> None:
        super().__init__()
        self._welcome = welcome
        self._pages = QStackedWidget()
        self._work = QSplitter(Qt.Orientation.Vertical)
        self._work.setHandleWidth(HANDLE)
        self._work.addWidget(row)
        self._work.addWidget(table)
        self._work.setStretchFactor(0, 2)
        self._work.setStretchFactor(1, 1)
        self._work.setSizes([620, 300])
        self._work.setCollapsible(0, False)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        self._across.setHandleWidth(1)
        self._across.addWidget(outline)
        self._across.addWidget(self._work)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([270, 1000])
        outline.hide()
        self._pages.addWidget(welcome)
        self._pages.addWidget(self._across)

    def frame(self, above: QWidget, below: QWidget) -> None:
        """Set a line over everything and one under it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(above)
        column.addWidget(self._pages, 1)
        column.addWidget(below)

    def turn(self, *, to_work: bool) -> bool:
        """Show the panes, or the first page; whether that is another page than before."""
        wanted = self._across if to_work else self._welcome
        turned = self._pages.currentWidget() is not wanted
        self._pages.setCurrentWidget(wanted)
        return turned

    @property
    def split(self) -> QByteArray:
        """How panes and table share the height."""
        return self._work.saveState()

    @split.setter
    def split(self, state: QByteArray) -> None:
        self._work.restoreState(state)
