"""Has the user look at fetched articles, one after another, before they join the study."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from recoupe.interface.commands.desk import Desk
from recoupe.interface.dialogs.approve import ApproveDialog
from recoupe.model import Article


def approve(desk: Desk, articles: Sequence[Article], then: Callable[[tuple[Article, ...]], None]) -> None:
    """Show each article; `then` is called once with those that were taken, labelled as the user left them. The window stays in use."""
    _Round(desk, articles, then).show_next()


class _Round:
    """One round of looking. Each dialog holds the round, and it ends with the last."""

    def __init__(self, desk: Desk, articles: Sequence[Article], then: Callable[[tuple[Article, ...]], None]) -> None:
        self._desk, self._left, self._then = desk, list(articles), then
        self._taken: list[Article] = []

    def show_next(self) -> None:
        """Show the next article, or end."""
        if not self._left:
            self._then(tuple(self._taken))
            return
        dialog = ApproveDialog(self._left.pop(0), self._desk.theme, more=len(self._left), parent=self._desk.frame)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(lambda answer: self._answered(dialog, answer))
        dialog.open()

    def _answered(self, dialog: ApproveDialog, answer: int) -> None:
        if answer == QDialog.DialogCode.Accepted:
            self._taken.append(dialog.article)
            if dialog.everything.isChecked():
                self._taken += self._left
                self._left.clear()
        self.show_next()
