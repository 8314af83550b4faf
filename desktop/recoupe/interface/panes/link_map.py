"""The gutter between two neighbouring panes: a curved band from each passage to its partners."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QToolTip, QWidget

from recoupe.interface.marks import paint_mark
from recoupe.interface.panes.bands import Bands
from recoupe.interface.panes.findings import Tie
from recoupe.interface.panes.geometry import Band
from recoupe.interface.theme import Theme
from recoupe.model import By, Verdict

WIDTH = 46
MOST = 40  # bands with outlines; beyond, they are filled only
SURE = 0.8  # links below are drawn dashed
SIGN = 15.0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A tie where it stands now."""

    tie: Tie
    band: Band


class LinkMap(QSplitterHandle):
    """Draws the bands it is given a way to place; also the handle that widens a pane at its neighbour's cost."""

    band_clicked = Signal(str)

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self._theme: Theme | None = None
        self._bands: Bands | None = None
        self._top = 0.0
        self._lit = ""
        self._under = ""
        self._pressed: QPointF | None = None
        self._tip: Callable[[Tie], str] = lambda _: ""
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Links between two neighbouring articles; the same list is in the events outline"))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    @property
    def bands(self) -> Bands | None:
        """The bands that are drawn."""
        return self._bands

    def set_bands(self, bands: Bands, tip: Callable[[Tie], str]) -> None:
        """Draw these bands; `tip` says why one is there."""
        self._bands, self._tip = bands, tip
        self.update()

    def forget_places(self) -> None:
        """A text was laid out anew: its sentences stand elsewhere."""
        if self._bands is not None:
            self._bands.forget()
        self.update()

    def set_lit(self, event: str) -> None:
        """Have the bands of one event stand out."""
        self._lit = event
        self.update()

    def set_top(self, top: float) -> None:
        """Leave room at the top, level with the heads of the panes."""
        self._top = top
        self.update()

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        """The ties that cross what is in view."""
        if self._bands is None:
            return ()
        view = self.height() - self._top
        left, right = self._bands.scrolls
        return tuple(Drawn(tie, band.scrolled(left, right)) for tie, band in self._bands.near() if band.seen(left, right, view))

    def tie_at(self, point: QPointF) -> Tie | None:
        """The tie under a point, the smallest band where several lie over one another."""
        found = [d for d in self.drawn if d.band.contains(point.x(), point.y() - self._top, self.width())]
        return (
            min(found, key=lambda d: d.band.left_bottom - d.band.left_top + d.band.right_bottom - d.band.right_top).tie if found else None
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bands in view, the selected event's last."""
        del event
        theme = self._theme
        if theme is None:
            return
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), QColor(theme.window))
            painter.fillRect(QRectF(0, 0, self.width(), self._top - 1), QColor(theme.base))
            painter.fillRect(QRectF(0, self._top - 1, self.width(), 1), QColor(theme.border))
            painter.setClipRect(QRectF(0, self._top, self.width(), self.height()))
            painter.translate(0, self._top)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            drawn = sorted(self.drawn, key=lambda d: d.tie.event == self._lit)
            for each in drawn:
                self._paint_band(painter, each, theme, outlined=len(drawn) <= MOST)
            for each in drawn:
                if each.tie.sign.verdict is not Verdict.AGREEMENT:
                    self._paint_sign(painter, each, theme)

    def _paint_band(self, painter: QPainter, each: Drawn, theme: Theme, *, outlined: bool) -> None:
        lit = each.tie.event == self._lit
        fill = QColor(theme.band_strong if lit or each.tie.event == self._under else theme.band)
        sure = each.tie.confidence >= SURE or each.tie.by is By.USER
        painter.setBrush(fill if sure or lit else Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        path, edges = band_paths(each.band, self.width())
        painter.drawPath(path)
        if outlined:
            colour = QColor(theme.link_strong if lit else theme.link)
            painter.setPen(QPen(colour, 1.5 if lit else 1.0, Qt.PenStyle.SolidLine if sure else Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(edges)

    def _paint_sign(self, painter: QPainter, each: Drawn, theme: Theme) -> None:
        band = each.band
        middle = (band.left_top + band.left_bottom + band.right_top + band.right_bottom) / 4
        box = QRectF(self.width() / 2 - SIGN / 2, middle - SIGN / 2, SIGN, SIGN)
        paint_mark(painter, box, each.tie.sign.verdict, theme, unsure=each.tie.sign.unsure)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may become a click on a band or a drag of the divider."""
        self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show which band is under the mouse."""
        tie = self.tie_at(event.position())
        under = tie.event if tie else ""
        if under != self._under:
            self._under = under
            self.update()
        self.setCursor(Qt.CursorShape.PointingHandCursor if tie else Qt.CursorShape.SplitHCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click picks the event of a band."""
        super().mouseReleaseEvent(event)
        tie = self.tie_at(event.position())
        if self._pressed is not None and (event.position() - self._pressed).manhattanLength() < 4 and tie is not None:
            self.band_clicked.emit(tie.event)
        self._pressed = None

    def leaveEvent(self, event: QEvent) -> None:
        """No band is under the mouse any more."""
        self._under = ""
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say how sure a link is, and why."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tie = self.tie_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tip(tie) if tie else "", self)
            return True
        return super().event(event)


def band_paths(band: Band, width: float) -> tuple[QPainterPath, QPainterPath]:
    """The filled shape of a band across a gutter, and its two edges."""
    half = width / 2
    path = QPainterPath(QPointF(0, band.left_top))
    path.cubicTo(half, band.left_top, half, band.right_top, width, band.right_top)
    edges = QPainterPath(path)
    path.lineTo(width, band.right_bottom)
    path.cubicTo(half, band.right_bottom, half, band.left_bottom, 0, band.left_bottom)
    path.closeSubpath()
    edges.moveTo(0, band.left_bottom)
    edges.cubicTo(half, band.left_bottom, half, band.right_bottom, width, band.right_bottom)
    return path, edges


class LinkedSplitter(QSplitter):
    """Panes side by side whose dividers are link maps."""

    band_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(WIDTH)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """A divider with bands."""
        made = LinkMap(self.orientation(), self)
        made.band_clicked.connect(self.band_clicked)
        return made

    def link_map(self, right: int) -> LinkMap:
        """The divider left of the pane at an index from 1."""
        handle = self.handle(right)
        assert isinstance(handle, LinkMap)  # noqa: S101 - `createHandle` makes no other
        return handle
