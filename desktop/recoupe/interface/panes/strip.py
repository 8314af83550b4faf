"""A narrow map of a whole article: where the events are, where the divergences, and where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recoupe.interface.signs import Sign
from recoupe.interface.theme import Theme
from recoupe.model import Verdict

WIDTH = 14
LEAST = 3.0  # pixels: the gravest mark always keeps some
FAINT = 1.2  # pixels of a mark that is unsure
NEAR = 0.3  # pixels within which nobody sees that there are two
Drawn = TypeVar("Drawn", bound=tuple[float, *tuple[object, ...]])
LANES = {Verdict.CONTRADICTION: 1.0, Verdict.CERTAINTY: 0.82, Verdict.ATTRIBUTION: 0.64, Verdict.PRECISION: 0.5}


class Strip(QWidget):
    """The map, which is the pane's scroll bar too: click or drag to go somewhere. Heights are shares of the text, from 0 to 1."""

    asked = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._passages: tuple[tuple[float, float, bool], ...] = ()
        self._marks: tuple[tuple[float, Sign], ...] = ()
        self._view = (0.0, 1.0)
        self._drawn: QPixmap | None = None
        self._grip: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Overview of the article"))
        self.setToolTip(self.tr("Where passages are aligned and facts diverge; the frame is what you see"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self._drawn = None
        self.update()

    def set_map(self, passages: tuple[tuple[float, float, bool], ...], marks: tuple[tuple[float, Sign], ...]) -> None:
        """Show passages (top, bottom, lit) and divergences (height, sign)."""
        self._passages = passages
        self._marks = tuple(sorted(marks, key=lambda m: -m[1].rank))
        self._drawn = None
        self.update()

    def set_view(self, top: float, bottom: float) -> None:
        """Show which part of the text is in view."""
        self._view = (top, bottom)
        self.update()

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Passages as soft blocks, divergences as bars, longer the graver and thinner the less sure, the view as a frame."""
        del event
        if self._drawn is None or self._drawn.deviceIndependentSize().toSize() != self.size():
            self._drawn = self._draw()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._drawn)
            height = self.height()
            top, bottom = self._view
            frame = QRectF(0.75, top * height + 0.75, WIDTH - 1.5, max((bottom - top) * height - 1.5, 12))
            veil = QColor(self._theme.text)
            veil.setAlpha(26)
            painter.setPen(QPen(QColor(self._theme.border_strong), 1.2))
            painter.setBrush(veil)
            painter.drawRoundedRect(frame, 2.5, 2.5)

    def _draw(self) -> QPixmap:
        """What does not move when the reader scrolls, drawn once."""
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(self._theme.window))
        with QPainter(drawn) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            height = self.height()
            for top, bottom, lit in _apart(self._passages, height, lambda passage: passage[2]):
                painter.fillRect(
                    QRectF(2, top * height, WIDTH - 4, max((bottom - top) * height - 0.6, 1.0)),
                    QColor(self._theme.link_strong if lit else self._theme.band_strong),
                )
            for at, (verdict, unsure) in _apart(self._marks, height, lambda mark: mark[1]):
                if verdict in LANES:
                    width, thick = (WIDTH - 2) * LANES[verdict], FAINT if unsure else LEAST
                    painter.fillRect(QRectF(WIDTH - 1 - width, at * height - thick / 2, width, thick), QColor(self._theme.ink(verdict)))
        return drawn

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Grip the frame, or have the view jump."""
        share = event.position().y() / max(self.height(), 1)
        top, bottom = self._view
        self._grip = share - top if top <= share <= bottom else (bottom - top) / 2
        self._ask(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the view."""
        if self._grip is not None:
            self._ask(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the view go."""
        del event
        self._grip = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Left to the text beside."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left to the text beside: the map takes no focus."""
        event.ignore()

    def _ask(self, point: QPointF) -> None:
        self.asked.emit(point.y() / max(self.height(), 1) - (self._grip or 0.0))


def _apart(drawn: Iterable[Drawn], height: float, look: Callable[[Drawn], Hashable]) -> Iterator[Drawn]:
    """What is to be drawn, without what looks like the one before and stands upon it: in a book there are ten to a pixel."""
    before: dict[Hashable, float] = {}
    for each in drawn:
        at = each[0] * height
        if not 0 <= at - before.get(look(each), -1.0) < NEAR:
            before[look(each)] = at
            yield each
