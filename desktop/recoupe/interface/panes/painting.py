"""Draws the marks of one paragraph: bands under its words, signs over them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from recoupe.interface.marks import paint_mark
from recoupe.interface.panes.findings import Findings
from recoupe.interface.panes.sketch import MarkSketch, Sketch
from recoupe.interface.theme import Theme
from recoupe.model import Verdict

PEN_STYLES = {
    Verdict.CONTRADICTION: Qt.PenStyle.SolidLine,
    Verdict.CERTAINTY: Qt.PenStyle.DashLine,
    Verdict.ATTRIBUTION: Qt.PenStyle.DashDotLine,
    Verdict.PRECISION: Qt.PenStyle.DotLine,
    Verdict.AGREEMENT: Qt.PenStyle.DotLine,
}
LANE = -9.0  # pixels left of the column: the lane of what is stated with reserve


def paint_under(painter: QPainter, drawn: Sketch, findings: Findings, theme: Theme) -> None:
    """The bands behind aligned passages and the washes behind facts that surely diverge."""
    painter.setPen(Qt.PenStyle.NoPen)
    for sentence, path in drawn.passages:
        picked = sentence in findings.picked
        painter.setPen(QPen(QColor(theme.accent), 1.5, Qt.PenStyle.DashLine) if picked else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.band_strong if sentence in findings.lit else theme.band))
        painter.drawPath(path.simplified() if picked else path)
    painter.setPen(Qt.PenStyle.NoPen)
    for each in drawn.marks:
        if each.mark.verdict is not Verdict.AGREEMENT and not each.mark.unsure:
            painter.setBrush(QColor(theme.wash(each.mark.verdict)))
            for box in each.boxes:
                painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 2.5, 2.5)


def paint_over(painter: QPainter, drawn: Sketch, findings: Findings, theme: Theme) -> None:
    """The lines under facts, each verdict in its own style, and their signs; the chosen comparison is framed."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for each in drawn.marks:
        if each.mark.fact.id in findings.chosen:
            _frame(painter, each, theme)
        else:
            _underline(painter, each, theme)
        if each.badge is not None:
            paint_mark(painter, each.badge, each.mark.verdict, theme, unsure=each.mark.unsure)
    painter.setPen(QPen(QColor(theme.muted), 1.2, Qt.PenStyle.DotLine))
    for box in drawn.seen:
        painter.drawLine(QPointF(box.left(), box.bottom() - 2.5), QPointF(box.right(), box.bottom() - 2.5))
    painter.setPen(QPen(QColor(theme.contradiction), 1.2))
    for box in drawn.doubts:
        painter.drawPolyline(_wave(box))
    painter.setPen(QPen(QColor(theme.hedge), 1.6, Qt.PenStyle.DotLine))
    for top, bottom in drawn.lanes:
        painter.drawLine(QPointF(LANE, top + 3), QPointF(LANE, bottom - 3))


def _wave(box: QRectF) -> QPolygonF:
    """The line that proof-readers draw under what is to be checked."""
    steps = max(round(box.width() / 3), 2)
    return QPolygonF([QPointF(box.left() + 3 * n, box.bottom() - (0 if n % 2 else 2.5)) for n in range(steps + 1)])


def _frame(painter: QPainter, each: MarkSketch, theme: Theme) -> None:
    style = Qt.PenStyle.DashLine if each.mark.unsure else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(theme.ink(each.mark.verdict)), 1.5, style))
    for box in each.boxes:
        painter.drawRoundedRect(box.adjusted(-2, 1, 2, -1), 3, 3)


def _underline(painter: QPainter, each: MarkSketch, theme: Theme) -> None:
    ink = QColor(theme.ink(each.mark.verdict))
    quiet = each.mark.verdict is Verdict.AGREEMENT
    ink.setAlphaF(0.55 if quiet else 1.0)
    painter.setPen(QPen(ink, 1.0 if quiet or each.mark.unsure else 1.7, PEN_STYLES[each.mark.verdict]))
    for box in each.boxes:
        painter.drawLine(QPointF(box.left(), box.bottom() - 2.5), QPointF(box.right(), box.bottom() - 2.5))
