"""The foot of the table under which names that the articles agree on are folded: they are many, and say little."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from recoupe.interface.theme import Theme, icon


class NamesFold(QToolButton):
    """A switch over the whole width; gone where there are no such names."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._count = theme, 0
        self.setCheckable(True)
        self.setProperty("role", "foot")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(lambda _: self._show())
        self.hide()

    def count(self, found: int) -> None:
        """Say how many names there are."""
        self._count = found
        self.setVisible(found > 0)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._show()

    def _show(self) -> None:
        words = self.tr("1 agreed name") if self._count == 1 else self.tr("%1 agreed names").replace("%1", str(self._count))
        self.setText(words)
        self.setIcon(icon("down" if self.isChecked() else "folded", self._theme))
        self.setAccessibleName(words)
        self.setToolTip(self.tr("People, places and bodies that the articles name alike: fold or unfold their rows"))
