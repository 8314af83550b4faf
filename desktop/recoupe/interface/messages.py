"""Puts every error into the user's words, without getting in the way."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from recoupe import __version__
from recoupe.errors import RecoupeError
from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim_label
from recoupe.interface.worker import Fault
from recoupe.wording import error_text

log = logging.getLogger(__name__)


def words_of(error: Exception) -> str:
    """What happened, in the window's language."""
    return error_text(error, window_language()) if isinstance(error, RecoupeError) else str(error)


class MessageBar(QFrame):
    """A line above the panes that says what happened. It takes no focus and waits for nobody; several messages stand one under another."""

    MOST = 4
    left = Signal()  # it was put away by one of its own buttons, which held the focus

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: list[str] = []
        self._label = verbatim_label(wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sign = QLabel()
        self._button = QPushButton()
        self._close = QToolButton(autoRaise=True)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self.clear)
        self._call: Callable[[], None] = lambda: None
        self._button.clicked.connect(self._act)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(10)
        line.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._label, 1)
        line.addWidget(self._button)
        line.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._close.setIcon(icon("close", theme))
        self.setStyleSheet(f"MessageBar {{ background: {theme.certainty_wash}; border: none; border-bottom: 1px solid {theme.border}; }}")
        self._sign.setPixmap(icon("warning", theme).pixmap(18, 18))

    def tell(self, text: str, button: str = "", call: Callable[[], None] = lambda: None) -> None:
        """Say something, with one thing to press if it helps."""
        if text not in self._texts:
            self._texts = [*self._texts, text][-self.MOST :]
        self._label.setText("\n".join(self._texts))
        self.setAccessibleName(self._label.text())
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self._call = call
        self.show()

    @property
    def text(self) -> str:
        """What is being said."""
        return "\n".join(self._texts)

    def clear(self) -> None:
        """Say nothing more."""
        self._texts = []
        held = self.focusWidget() in {self._button, self._close} and self.isActiveWindow()
        self.hide()
        if held:
            self.left.emit()

    def _act(self) -> None:
        call = self._call
        self.clear()
        call()


class ErrorNet(QObject):
    """Catches what nobody foresaw: one dialog with the details to copy, however often it happens."""

    _caught = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.dialog: FaultDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch from now on."""
        sys.excepthook = self.catch

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a fault of the program and tell the user once."""
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("a fault of the program: %s", _wordless(error))
        self._caught.emit(details)

    def _show(self, details: str) -> None:
        if self.dialog is None:
            self.dialog = FaultDialog(self._window)
        self.dialog.add(details)
        self.dialog.show()


def _wordless(error: BaseException) -> str:
    """Where a fault arose and of what kind, without what it says: that may quote an article or a key. The dialog has its words."""
    if isinstance(error, Fault):
        return f"{error.kind}\n{error.where}"
    told: traceback.TracebackException | None = traceback.TracebackException.from_exception(error)
    parts: list[str] = []
    while told is not None:
        kind = told.exc_type.__name__ if told.exc_type is not None else "fault"
        parts.append(f"{kind}\n{''.join(told.stack.format())}")
        told = told.__cause__ or (None if told.__suppress_context__ else told.__context__)
    return "from ".join(parts)


def _fault_words() -> str:
    return QCoreApplication.translate(
        "FaultDialog",
        "Recoupe met a fault of its own. Your study is still open; save it now. "
        "You can go on working, and copy the details below for whoever looks after the program.",
    )


class FaultDialog(QDialog):
    """Says that the program made a mistake, that nothing is lost, and gives what a developer needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong in Recoupe"))
        self.resize(640, 380)
        words = QLabel(_fault_words(), wordWrap=True)
        self._details = QPlainTextEdit(readOnly=True)
        self._details.setAccessibleName(self.tr("Details"))
        self._count = 0
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("Copy the details"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._details.toPlainText()))
        buttons.rejected.connect(self.close)
        whole = QVBoxLayout(self)
        whole.addWidget(words)
        whole.addWidget(self._details, 1)
        whole.addWidget(buttons)

    @property
    def details(self) -> str:
        """What a developer needs."""
        return self._details.toPlainText()

    def add(self, details: str) -> None:
        """Keep the first few faults; a repeated one only adds to the count."""
        self._count += 1
        if self._count == 1:
            self._details.setPlainText(f"Recoupe {__version__}, Python {platform.python_version()}, {platform.platform()}\n\n{details}")
        elif self._count <= 5 and details not in self._details.toPlainText():
            self._details.appendPlainText(f"\n{details}")
