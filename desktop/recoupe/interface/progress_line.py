"""What runs, how far it is, and a button to stop it: the right end of the status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from recoupe.interface.theme import Theme, icon

WIDTH = 150  # pixels of the bar


class ProgressLine(QWidget):
    """Shows the latest thing begun. It stays while anything runs: works begun here, or the analysis (`set_comparing`)."""

    stop_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._works: list[str] = []
        self._comparing = False
        self._stage, self._bar, self._stop = QLabel(), QProgressBar(), QToolButton(autoRaise=True)
        self._bar.setFixedWidth(WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(QCoreApplication.translate("MainWindow", "Progress"))
        self._stop.setAccessibleName(QCoreApplication.translate("MainWindow", "Stop"))
        self._stop.setToolTip(QCoreApplication.translate("MainWindow", "Stop"))
        self._stop.setIconSize(QSize(14, 14))
        self._stop.clicked.connect(self.stop_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 8, 0)
        line.setSpacing(8)
        for widget in (self._stage, self._bar, self._stop):
            line.addWidget(widget)
        self.set_theme(theme)
        self._look()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._stop.setIcon(icon("stop", theme))

    @property
    def words(self) -> str:
        """What is said to run; empty when nothing does."""
        return self._stage.text() if self._works or self._comparing else ""

    def begin(self, what: str) -> Callable[[], None]:
        """Show that something is under way; the answer ends the showing."""
        self._works.append(what)
        self.tell(what, 0, 0)

        def end() -> None:
            if what in self._works:
                self._works.remove(what)
            self._look()

        return end

    def tell(self, words: str, done: int, total: int) -> None:
        """Show how far it is; a total of 0 where that is not known."""
        self._stage.setText(words)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._look()

    def set_comparing(self, comparing: bool) -> None:
        """Show that the analysis runs, or that it ended."""
        if comparing and not self._comparing:
            self._comparing = True
            self.tell(QCoreApplication.translate("MainWindow", "Comparing…"), 0, 0)
        self._comparing = comparing
        self._look()

    def clear(self) -> None:
        """Everything was stopped: nothing will end by itself."""
        self._works.clear()
        self._look()

    def _look(self) -> None:
        if self._works and not self._comparing:
            self._stage.setText(self._works[-1])
        self.setVisible(bool(self._works) or self._comparing)
