"""How a cell of the table is drawn: its sign, its words, and who says it, in two lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from recoupe.interface.marks import mark_pixmap
from recoupe.interface.signs import Sign, sign_of
from recoupe.interface.table.model import ComparisonModel
from recoupe.interface.table.rows import Cell, Row
from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.model import State, Verdict
from recoupe.wording import note_text, state_label, word

PADDING = 9
MARK = 16
STATE_ICONS = {
    State.TO_CHECK: "to-check",
    State.CONFIRMED: "confirmed",
    State.NOT_A_DIVERGENCE: "dismissed",
    State.CORRECTED: "corrected",
}


class CellDelegate(QStyledItemDelegate):
    """Draws the cells; holds no data but the colours."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._language = window_language()
        self._marks: dict[tuple[Sign, Theme, int, float], QPixmap] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Two lines of text and their margins, the same for every row."""
        del index
        return QSize(160, row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one cell."""
        model = index.model()
        if not isinstance(model, ComparisonModel) or index.row() >= len(model.shown):
            return
        row = model.shown[index.row()]
        state, article = model.state_of(row), model.article_of(index.column())
        painter.save()
        box = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(box, QColor(self.theme.selection if selected else self.theme.base))
        if selected and index.column() == 0:
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), QColor(self.theme.accent))
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        faded = state is State.NOT_A_DIVERGENCE
        if index.column() == 0:
            self._paint_head(painter, option.font, inner, row, faded=faded)
        elif article is None:
            self._paint_state(painter, option.font, inner, row, state, note=row.ident in model.notes)
        else:
            cell = row.cells.get(article.id)
            self._paint_cell(painter, option.font, box, cell, faded=faded, wash=not (faded or selected))
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawLine(box.bottomLeft() - QPointF(0, 0.5), box.bottomRight() - QPointF(0, 0.5))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self.theme.focus), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def _paint_head(self, painter: QPainter, font: QFont, box: QRectF, row: Row, *, faded: bool) -> None:
        self._paint_mark(painter, box, sign_of(row.comparison), MARK)
        words = box.adjusted(MARK + PADDING, 0, 0, 0)
        strong = QFont(font)
        strong.setWeight(QFont.Weight.DemiBold)
        parts = (self.tr("unsure"), row.kind) if row.comparison.unsure else (row.kind, note_text(row.comparison.note, self._language))
        below = " · ".join(part for part in parts if part)
        self._paint_lines(painter, words, row.title, strong, below, small=font, faded=faded)

    def _paint_state(self, painter: QPainter, font: QFont, box: QRectF, row: Row, state: State, *, note: bool) -> None:
        if row.verdict is Verdict.AGREEMENT and state is State.TO_CHECK:
            return  # nothing to rule on
        picture = icon(STATE_ICONS[state], self.theme).pixmap(MARK, MARK)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - MARK / 2), picture)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.muted if state is State.TO_CHECK else self.theme.text))
        words = box.adjusted(MARK + 6, 0, -(MARK + 4) if note else 0, 0)
        label = QFontMetricsF(font).elidedText(state_label(state, self._language), Qt.TextElideMode.ElideRight, words.width())
        if words.width() > 2 * MARK:
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, label)
        if note:
            painter.drawPixmap(QPointF(box.right() - MARK, box.center().y() - MARK / 2), icon("note", self.theme).pixmap(MARK, MARK))

    def _paint_cell(self, painter: QPainter, font: QFont, box: QRectF, cell: Cell | None, *, faded: bool, wash: bool) -> None:
        inner = box.adjusted(PADDING, 0, -PADDING, 0)
        painter.setPen(QPen(QColor(self.theme.border), 1, Qt.PenStyle.DotLine))
        painter.drawLine(box.topLeft(), box.bottomLeft())
        if cell is None:
            painter.setFont(font)
            painter.setPen(QColor(self.theme.noise))
            words = QFontMetricsF(font).elidedText(self._unstated(), Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
            return
        if wash and cell.verdict not in {None, Verdict.AGREEMENT} and not cell.unsure:
            painter.fillRect(box.adjusted(1, 0, 0, -1), QColor(self.theme.wash(cell.verdict)))
        if cell.verdict is not None:
            self._paint_mark(painter, inner, Sign(cell.verdict, cell.unsure), MARK - 2)
        said = [cell.original] if cell.original else []
        said += [word("certainty", "hedged", self._language)] if cell.hedged else []
        said += [cell.source] if cell.source else []
        said += [f"= {', '.join(cell.alike)}"] if cell.alike else []
        self._paint_lines(painter, inner.adjusted(MARK + 6, 0, 0, 0), cell.wording, font, " · ".join(said), small=font, faded=faded)

    def _paint_mark(self, painter: QPainter, box: QRectF, sign: Sign, size: int) -> None:
        """Draw a sign at the left of a box; signs are drawn once and kept."""
        ratio = painter.device().devicePixelRatioF()
        key = sign, self.theme, size, ratio
        if key not in self._marks:
            self._marks[key] = mark_pixmap(sign.verdict, self.theme, size, ratio, unsure=sign.unsure)
        painter.drawPixmap(QPointF(box.left(), round(box.center().y() - size / 2)), self._marks[key])

    def _unstated(self) -> str:
        return f"— {word('report', 'not_stated', self._language)}"

    def _paint_lines(self, painter: QPainter, box: QRectF, text: str, font: QFont, below: str, *, small: QFont, faded: bool) -> None:
        """Words over a quieter line; words alone take both lines."""
        height = QFontMetricsF(font).lineSpacing()
        lines = elided_lines(text, font, box.width(), 1 if below else 2)
        total = height * (len(lines) + bool(below))
        top = box.center().y() - total / 2
        painter.setFont(font)
        painter.setPen(QColor(self.theme.noise if faded else self.theme.text))
        for n, line in enumerate(lines):
            painter.drawText(QRectF(box.left(), top + n * height, box.width(), height), Qt.AlignmentFlag.AlignLeft, line)
        if below:
            painter.setFont(small)
            painter.setPen(QColor(self.theme.noise if faded else self.theme.muted))
            line = QFontMetricsF(small).elidedText(below, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(QRectF(box.left(), top + height * len(lines), box.width(), height), Qt.AlignmentFlag.AlignLeft, line)


def row_height(font: QFont) -> int:
    """The height of every row: two lines and air."""
    return round(QFontMetricsF(font).lineSpacing() * 2) + 12


def elided_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """The text broken into at most so many lines, the last one cut with an ellipsis where it must be."""
    metrics = QFontMetricsF(font)
    if most == 1 or metrics.horizontalAdvance(text) <= width:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    cut = line.textLength()
    units = text.encode("utf-16-le")  # Qt counts in UTF-16
    first, rest = units[: cut * 2].decode("utf-16-le"), units[cut * 2 :].decode("utf-16-le")
    return [first.rstrip(), metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width)]
