"""A window on which articles are dropped: files and text anywhere, a later version on the pane of its article."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow

from recoupe.interface.commands import articles, versions
from recoupe.interface.commands.desk import Desk
from recoupe.interface.panes.pane import Pane
from recoupe.interface.session import Session


class Dropping(QMainWindow):
    """Takes what is dragged over it. `receive` says which study it is for, and at whose desk."""

    def __init__(self) -> None:
        super().__init__()
        self._receiver: tuple[Session, Desk] | None = None

    def receive(self, session: Session, desk: Desk) -> None:
        """Take what is dropped into a study from now on."""
        self._receiver = session, desk
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text may be dropped anywhere."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Set what was dropped beside the other articles; on the pane of an article, a later version of it may take its place."""
        event.acceptProposedAction()
        if self._receiver is None:
            return
        pane = self._pane_at(event.position().toPoint())
        if pane is None:
            articles.take_mime(*self._receiver, event.mimeData())
        else:
            versions.drop_on(*self._receiver, pane.article.id, event.mimeData())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say what a drop here would do."""
        event.acceptProposedAction()
        pane = self._pane_at(event.position().toPoint())
        if pane is not None and self._receiver is not None:
            words = QCoreApplication.translate(
                "MainWindow", "Drop here: a later version of “%1” takes its place, anything else is set beside."
            )
            self.statusBar().showMessage(words.replace("%1", articles.name_of(self._receiver[1].translator.named(pane.article))), 2000)

    def _pane_at(self, spot: QPoint) -> Pane | None:
        """The pane under a point of the window, if there is one."""
        below = self.childAt(spot)
        while below is not None and not isinstance(below, Pane):
            below = below.parentWidget()
        return below
