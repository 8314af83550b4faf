"""The text of one article as it is read, with its passages and facts marked in place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from recoupe.interface.panes.card_room import CardRoom
from recoupe.interface.panes.findings import Findings, Mark
from recoupe.interface.panes.formats import noise_formats, sign_formats
from recoupe.interface.panes.offsets import Shown
from recoupe.interface.panes.painting import paint_over, paint_under
from recoupe.interface.panes.sheet import block_format, set_article, side_margin
from recoupe.interface.panes.sketch import BADGE, Sketch, sketch
from recoupe.interface.theme import Theme
from recoupe.model import Place, Span

STEP = 24  # paragraphs marked at one go; what is visible comes first
PEEK = 15_000  # milliseconds that words shown under a sentence stay
BREATH = 16  # milliseconds between steps: six panes that mark without a pause would hold the window together


class ArticleText(QTextEdit):
    """An article, read-only. It draws what it is given and says what the reader did."""

    passage_clicked = Signal(object)
    passage_reached = Signal(object)
    passage_opened = Signal(object)
    passage_picked = Signal(object)
    mark_clicked = Signal(str)
    menu_asked = Signal(object, QPoint)
    laid_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self._findings = Findings()
        self._font, self._spacing = QFont(), 140
        self._sketches: dict[int, Sketch] = {}
        self._boxes: dict[Span, tuple[float, float]] = {}
        self._unmarked: list[int] = []
        self._found: tuple[Span, ...] = ()
        self.settling = False  # whether the view moves because the text was laid out anew, not because anyone scrolled
        self.card = CardRoom(self)
        self._explain: Callable[[Place, tuple[Mark, ...]], str] = lambda _place, _marks: ""
        self._marking = QTimer(self, interval=BREATH)
        self._marking.timeout.connect(self._mark_some)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTextEdit, QTextEdit:focus { border: none; border-radius: 0; padding: 0; }")
        self.viewport().setMouseTracking(True)
        self.document().documentLayout().documentSizeChanged.connect(self._forget_layout)

    # What is shown

    @property
    def shown(self) -> Shown | None:
        """The article as shown, with the way from its offsets to the document's."""
        return self._shown

    def set_shown(self, shown: Shown) -> None:
        """Show an article, the reader staying at the same sentence where it was shown otherwise before; marks come with `set_findings`."""
        before, index, beyond = self._shown, None, 0.0
        if before is not None:
            at, alike = before.position(self.reading_offset), len(before.article.sentences) == len(shown.article.sentences)
            index = Shown.sentence_at(before, at) if alike else before.sentence_at(at)  # of a sentence shown twice, the one that is read
            beyond = self.verticalScrollBar().value() - self.box(before.article.sentences[index].span)[0] if alike and index else 0.0
        self._shown = shown
        self._set_type()
        if index is not None and index < len(shown.article.sentences):
            self._return_to(shown.article.sentences[index].span.start if self.verticalScrollBar().maximum() else 0, beyond)

    @property
    def reading_offset(self) -> int:
        """The article offset of the first words in view."""
        return self._shown.offset(self.cursorForPosition(QPoint(0, 0)).position()) if self._shown is not None else 0

    def _return_to(self, offset: int, beyond: float = 0.0) -> None:
        """Bring words to the top of the view, or some pixels over it, that were there before the text was laid out anew."""
        self.settling = True
        self.verticalScrollBar().setValue(round(self.box(Span(offset, offset + 1))[0] + beyond) if offset else 0)
        self.settling = False

    def set_type(self, font: QFont, spacing: int, theme: Theme) -> None:
        """Read in another face, size, leading or colour; the reader stays at the same words."""
        self._font, self._spacing, self._theme = font, spacing, theme
        if self._shown is not None:
            at = self.reading_offset
            caret = self.textCursor().position()
            self._set_type()
            cursor = self.textCursor()
            cursor.setPosition(caret)
            self.setTextCursor(cursor)
            self._return_to(at)

    def set_findings(self, findings: Findings) -> None:
        """Mark passages and facts; what is visible is marked at once, the rest when there is time."""
        old, self._findings = self._findings, findings
        self._sketches.clear()
        self.viewport().update()
        if replace(old, lit=findings.lit, chosen=findings.chosen, picked=findings.picked, seen=findings.seen) == findings:
            return  # none of these takes room in the text
        if self._shown is not None:
            self._plan_marking()

    def set_explanations(self, explain: Callable[[Place, tuple[Mark, ...]], str]) -> None:
        """Take the words of tooltips from a function of the sentence and the marks under the mouse."""
        self._explain = explain

    def set_found(self, spans: tuple[Span, ...], current: Span | None) -> None:
        """Show what a search found; the current hit stands out."""
        selections = []
        for span in spans:
            chosen = QTextEdit.ExtraSelection()
            chosen.cursor = self.cursor_over(span)
            chosen.format.setBackground(QColor(self._theme.accent if span == current else self._theme.found))
            if span == current:
                chosen.format.setForeground(QColor(self._theme.accent_text))
            selections.append(chosen)
        self.setExtraSelections(selections)

    # Where things are

    def box(self, span: Span) -> tuple[float, float]:
        """The top and bottom of a span of the article, in pixels from the top of the whole text."""
        known = self._boxes.get(span)
        if known is None:
            known = self._boxes[span] = self._measure(span)
        return known

    def sentence_box(self, index: int) -> tuple[float, float]:
        """The top and bottom of a sentence."""
        return self.box(self._shown.article.sentences[index].span) if self._shown else (0.0, 0.0)

    @property
    def text_height(self) -> float:
        """The height of the whole text; asking for it lays all of it out."""
        return float(self.document().documentLayout().documentSize().height())

    def cursor_over(self, span: Span) -> QTextCursor:
        """A cursor that selects a span of the article."""
        cursor = QTextCursor(self.document())
        if self._shown is not None:
            cursor.setPosition(self._shown.position(span.start))
            cursor.setPosition(self._shown.end_position(span), _KEEP)
        return cursor

    def place_at(self, point: QPoint) -> Place | None:
        """The sentence under a point of the viewport, None beside the text."""
        if self._shown is None:
            return None
        position = (
            self.document()
            .documentLayout()
            .hitTest(QPointF(point.x(), point.y() + self.verticalScrollBar().value()), Qt.HitTestAccuracy.FuzzyHit)
        )
        index = self._shown.sentence_at(position) if position >= 0 else None
        return None if index is None else Place(self._shown.article.id, index)

    def marks_at(self, point: QPoint) -> tuple[Mark, ...]:
        """The marks under a point of the viewport, the gravest first."""
        found = []
        for block, top in self.visible_blocks():
            for each in self._sketch(block).marks:
                boxes = each.boxes if each.badge is None else [*each.boxes, each.badge]
                if any(box.translated(self._left(), top).contains(QPointF(point)) for box in boxes):
                    found.append(each.mark)
        return tuple(sorted(found, key=lambda m: m.sign.rank))

    @property
    def current_place(self) -> Place | None:
        """The sentence of the caret."""
        if self._shown is None:
            return None
        index = self._shown.sentence_at(self.textCursor().position())
        return None if index is None else Place(self._shown.article.id, index)

    def put_caret(self, place: Place) -> None:
        """Set the caret at a sentence without scrolling."""
        if self._shown is not None:
            cursor = QTextCursor(self.document())
            cursor.setPosition(self._shown.position(self._shown.article.sentences[place.sentence].span.start))
            bar, at = self.verticalScrollBar(), self.verticalScrollBar().value()
            self.blockSignals(True)
            self.setTextCursor(cursor)
            self.blockSignals(False)
            bar.setValue(at)

    def visible_blocks(self) -> list[tuple[QTextBlock, float]]:
        """The paragraphs in view, each with the top of its block in the viewport."""
        layout = self.document().documentLayout()
        scroll, height = self.verticalScrollBar().value(), self.viewport().height()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        found = []
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() - scroll > height:
                break
            found.append((block, rect.top() - scroll))
            block = block.next()
        return found

    def sentence_block(self, sentence: int) -> QTextBlock:
        """The paragraph that a sentence ends in."""
        if self._shown is None:
            return QTextBlock()
        return self.document().findBlock(max(self._shown.end_position(self._shown.article.sentences[sentence].span) - 1, 0))

    def space_under(self, block: QTextBlock, room: int) -> None:
        """Leave room under a paragraph, beyond its own spacing."""
        if block.isValid() and self._shown is not None:
            number = block.blockNumber()
            style = block_format(self._shown.paragraphs[number], self._font, self._spacing, first=number == 0)
            style.setBottomMargin(style.bottomMargin() + room)
            QTextCursor(block).setBlockFormat(style)
            self._mark([number])

    @property
    def column(self) -> tuple[float, float]:
        """The left edge and the width of the column of text."""
        left = self._left()
        return left, self.viewport().width() - 2 * left

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the card along."""
        super().scrollContentsBy(dx, dy)
        self.card.move()

    # Layout

    def _set_type(self) -> None:
        if self._shown is None:
            return
        self.card.close()
        self._sketches.clear()
        self._boxes.clear()
        settled, self.settling = self.settling, True
        set_article(self.document(), self._shown, self._font, self._spacing, self._theme)
        self.setTextCursor(QTextCursor(self.document()))
        self._set_margins()
        self._plan_marking()
        self.settling = settled

    def _set_margins(self) -> None:
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        side = side_margin(self.viewport().width(), self._font)
        if abs(shape.leftMargin() - side) > 0.5 or not shape.topMargin():
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(16)
            shape.setBottomMargin(28)
            frame.setFrameFormat(shape)

    def _left(self) -> float:
        return float(self.document().rootFrame().frameFormat().leftMargin())

    def _forget_layout(self) -> None:
        self._sketches.clear()
        self._boxes.clear()
        self.card.move()
        self.laid_out.emit()

    def _measure(self, span: Span) -> tuple[float, float]:
        if self._shown is None:
            return 0.0, 0.0
        ends = []
        for position in (self._shown.position(span.start), self._shown.position(max(span.end - 1, span.start))):
            block = self.document().findBlock(position)
            top = self.document().documentLayout().blockBoundingRect(block).top()
            if not block.isValid():
                return 0.0, 0.0
            line = block.layout().lineForTextPosition(position - block.position())
            ends.append((top + line.y(), top + line.y() + line.height()) if line.isValid() else (top, top))
        return ends[0][0], ends[1][1]

    # Marking

    def _badge(self) -> float:
        return QFontMetricsF(self._font).height() * BADGE

    def _plan_marking(self) -> None:
        first = [block.blockNumber() for block, _ in self.visible_blocks()]
        rest = [n for n in range(self.document().blockCount()) if n not in set(first)]
        self._unmarked = rest[::-1]
        self._mark(first)
        self._marking.start()

    def _mark_some(self) -> None:
        if not self._unmarked:
            self._marking.stop()
            self.laid_out.emit()
            return
        bar = self.verticalScrollBar()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        before = self.document().documentLayout().blockBoundingRect(block).top()
        some, self._unmarked = self._unmarked[-STEP:], self._unmarked[:-STEP]
        self._mark(some)
        after = self.document().documentLayout().blockBoundingRect(block).top()
        if after != before:
            self.settling = True
            bar.setValue(bar.value() + round(after - before))
            self.settling = False

    def _mark(self, numbers: list[int]) -> None:
        """Give paragraphs the formats that take part in the layout: grey for noise, room for signs."""
        shown = self._shown
        if shown is None:
            return
        by_paragraph: dict[int, list[Mark]] = {}
        wanted = set(numbers)
        for mark in self._findings.marks:
            stretches = shown.stretches(mark.span)
            if stretches and stretches[-1].paragraph in wanted:
                by_paragraph.setdefault(stretches[-1].paragraph, []).append(mark)
        for number in numbers:
            block = self.document().findBlockByNumber(number)
            marks = by_paragraph.get(number, [])
            formats = noise_formats(shown, number, self._theme) + sign_formats(shown, block, marks, self._badge() + 2)
            if formats or block.layout().formats():
                block.layout().setFormats(formats)
                self.document().markContentsDirty(block.position(), block.length())
                self._sketches.pop(number, None)

    def _sketch(self, block: QTextBlock) -> Sketch:
        number = block.blockNumber()
        known = self._sketches.get(number)
        if known is None and self._shown is not None and number < len(self._shown.paragraphs):
            paragraph = self._shown.paragraphs[number]
            start = self._shown.article.sentences[paragraph.sentences[0]].span.start
            end = self._shown.article.sentences[paragraph.sentences[-1]].span.end
            marks = tuple(m for m in self._findings.marks if m.span.overlaps(Span(start, end)))
            known = sketch(block, self._shown, self._findings, marks, self._badge())
            self._sketches[number] = known
        return known or Sketch()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands under the text, the text, and the marks over it."""
        blocks = [(block, top) for block, top in self.visible_blocks() if self._shown is not None]
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, top in blocks:
            painter.save()
            painter.translate(self._left(), top)
            paint_under(painter, self._sketch(block), self._findings, self._theme)
            painter.restore()
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, top in blocks:
            painter.save()
            painter.translate(self._left(), top)
            paint_over(painter, self._sketch(block), self._findings, self._theme)
            painter.restore()
        painter.end()

    # What the reader does

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the measure."""
        at = self.reading_offset
        self.settling = True
        super().resizeEvent(event)
        self._set_margins()
        self.card.fit()
        self._forget_layout()
        self.settling = False
        if event.oldSize().width() not in {-1, event.size().width()} and self.verticalScrollBar().value():
            self._return_to(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click, unlike a selection, picks a passage or a mark."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        point = event.position().toPoint()
        place = self.place_at(point)
        marks = self.marks_at(point)
        if place is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.passage_picked.emit(place)
            return
        if place is not None:
            self.passage_clicked.emit(place)
        if marks:
            self.mark_clicked.emit(marks[0].comparison)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Bring the partners of a passage here; words are selected by dragging."""
        place = self.place_at(event.position().toPoint())
        if place is not None:
            self.passage_opened.emit(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys walk through the text and the passage follows; Enter goes to a passage, Space opens it."""
        place = self.current_place
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and place is not None:
            self.passage_clicked.emit(place)
        elif event.key() == Qt.Key.Key_Space and place is not None:
            self.passage_opened.emit(place)
        else:
            super().keyPressEvent(event)
            if self.current_place is not None and self.current_place != place:
                self.passage_reached.emit(self.current_place)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu on the passage under the mouse, or of the caret."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        place = self.current_place if by_key else self.place_at(event.pos())
        spot = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
        self.menu_asked.emit(place, spot)

    def viewportEvent(self, event: QEvent) -> bool:
        """Explain what is under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            place = self.place_at(event.pos())
            words = self._explain(place, self.marks_at(event.pos())) if place is not None else ""
            if words:
                QToolTip.showText(event.globalPos(), words, self.viewport(), QRect(event.pos() - QPoint(4, 4), event.pos() + QPoint(4, 4)))
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def tell_at(self, place: Place, words: str) -> None:
        """Show words under a sentence until the reader does something else."""
        bottom = round(self.sentence_box(place.sentence)[1]) - self.verticalScrollBar().value()
        left, width = self.column
        html = f"<table width='{round(width)}'><tr><td>{escape(words)}</td></tr></table>"
        QToolTip.showText(self.viewport().mapToGlobal(QPoint(round(left), bottom)), html, self.viewport(), self.viewport().rect(), PEEK)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the article's own words: Qt would turn no-break spaces into plain ones."""
        data = QMimeData()
        if self._shown is not None:
            cursor = self.textCursor()
            data.setText(self._shown.words(cursor.selectionStart(), cursor.selectionEnd()))
        return data


_KEEP = QTextCursor.MoveMode.KeepAnchor
