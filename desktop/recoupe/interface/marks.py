"""The sign of each verdict: a shape and a letter, so that colour is never the only difference."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPainterPath, QPen, QPixmap

from recoupe.interface.theme import DOUBT, ICON_SIZES, Theme, verdict_letter
from recoupe.model import Verdict


def mark_path(verdict: Verdict, box: QRectF) -> QPainterPath:
    """The outline of a verdict's shape, filling the box."""
    path = QPainterPath()
    if verdict is Verdict.AGREEMENT:
        path.addEllipse(box.adjusted(box.width() * 0.06, box.height() * 0.06, -box.width() * 0.06, -box.height() * 0.06))
        return path
    if verdict is Verdict.ATTRIBUTION:
        inset = box.width() * 0.09
        path.addRoundedRect(box.adjusted(inset, inset, -inset, -inset), box.width() * 0.14, box.width() * 0.14)
        return path
    corners, turn = {Verdict.CONTRADICTION: (4, 0.0), Verdict.CERTAINTY: (3, 0.0), Verdict.PRECISION: (6, 30.0)}[verdict]
    centre, radius = box.center(), box.width() / 2
    if verdict is Verdict.CERTAINTY:
        centre, radius = QPointF(centre.x(), centre.y() + box.height() * 0.09), radius * 1.12
    for n in range(corners):
        angle = math.radians(turn - 90 + n * 360 / corners)
        point = QPointF(centre.x() + radius * math.cos(angle), centre.y() + radius * math.sin(angle))
        if n:
            path.lineTo(point)
        else:
            path.moveTo(point)
    path.closeSubpath()
    return path


def paint_mark(painter: QPainter, box: QRectF, verdict: Verdict, theme: Theme, *, unsure: bool = False) -> None:
    """Draw a verdict's sign into a square box; an agreement, which asks for nothing, is only outlined, and so is what is unsure."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink = QColor(theme.ink(verdict))
    hollow = unsure or verdict is Verdict.AGREEMENT
    line = max(1.0, box.width() / 13)
    painter.setPen(QPen(ink, line) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.base) if unsure else Qt.BrushStyle.NoBrush if hollow else ink)
    painter.drawPath(mark_path(verdict, box.adjusted(line / 2, line / 2, -line / 2, -line / 2) if unsure else box))
    font = QFont(painter.font())
    font.setBold(True)
    font.setPixelSize(max(6, round(box.height() * (0.5 if verdict is Verdict.CERTAINTY else 0.58))))
    painter.setFont(font)
    painter.setPen(ink if hollow else QColor(theme.base))
    lowered = box.translated(0, box.height() * 0.15) if verdict is Verdict.CERTAINTY else box
    painter.drawText(lowered, Qt.AlignmentFlag.AlignCenter, DOUBT if unsure else verdict_letter(verdict))
    painter.restore()


def mark_pixmap(verdict: Verdict, theme: Theme, size: int, ratio: float = 1.0, *, unsure: bool = False) -> QPixmap:
    """A verdict's sign as a picture of `size` logical pixels on a screen of that device pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        paint_mark(painter, QRectF(0, 0, size, size), verdict, theme, unsure=unsure)
    return pixmap


def mark_icon(verdict: Verdict, theme: Theme) -> QIcon:
    """A verdict's sign for menus and lists."""
    made = QIcon()
    for size in ICON_SIZES:
        made.addPixmap(mark_pixmap(verdict, theme, size))
    return made
