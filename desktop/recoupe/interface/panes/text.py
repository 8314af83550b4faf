"""The text of one article as it is read, with its passages and facts marked in place."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
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
from recoupe.interface.panes.marker import Marker
from recoupe.interface.panes.offsets import Shown, is_long
from recoupe.interface.panes.painting import paint_over, paint_under
from recoupe.interface.panes.places import Places
from recoupe.interface.panes.sheet import block_format, lay_out, set_article, set_margins, side_margin
from recoupe.interface.panes.sketch import Sketch
from recoupe.interface.panes.stretches import Stretches
from recoupe.interface.theme import Theme
from recoupe.interface.turns import Turns
from recoupe.model import Place, Span

BEYOND = 6  # pixels that marks reach beyond the lines of their paragraph, at most
PEEK = 15_000  # milliseconds that words shown under a sentence stay


class ArticleText(QTextEdit):
    """An article, read-only. It draws what it is given and says what the reader did."""

    passage_clicked = Signal(object)
    passage_reached = Signal(object)
    passage_opened = Signal(object)
    passage_picked = Signal(object)
    mark_clicked = Signal(str)
    menu_asked = Signal(object, QPoint)
    laid_out = Signal()

    def __init__(self, theme: Theme, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: Shown | None = None
        self._font, self._spacing = QFont(), 140
        self.settling = False  # whether the view moves because the text was laid out anew, not because anyone scrolled
        self.places = Places(self)
        self.stretches = Stretches(self, turns)
        self._awaited: int | None = None  # the offset that the reader is brought back to once the text is laid out as far
        self.marker = Marker(self, self.places, self.stretches, theme, turns, settled=self._keep_view)
        self.marker.when_ended(self.laid_out.emit)
        self.card = CardRoom(self)
        self._explain: Callable[[Place, tuple[Mark, ...]], str] = lambda _place, _marks: ""
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet("QTextEdit, QTextEdit:focus { border: none; border-radius: 0; padding: 0; }")
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # so that scrolling moves what is drawn
        self.document().documentLayout().documentSizeChanged.connect(self._forget_layout)
        self.verticalScrollBar().valueChanged.connect(self._went)

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
        self.card.close()  # while the paragraphs are still those that it made room among
        self._shown = shown
        self._set_type(at_once=not self._is_long)
        if index is not None and index < len(shown.article.sentences):
            scrolls = self._is_long or self.verticalScrollBar().maximum()
            self._return_to(shown.article.sentences[index].span.start if scrolls else 0, beyond)
        elif self._is_long:
            self._return_to(0)

    @property
    def reading_offset(self) -> int:
        """The article offset of the first words in view."""
        if self._awaited is not None:
            return self._awaited
        return self._shown.offset(self.places.first_position()) if self._shown is not None else 0

    def _return_to(self, offset: int, beyond: float = 0.0, caret: int | None = None) -> None:
        """Bring words to the top of the view, or some pixels over it, that were there before the text was laid out anew.

        A long text is laid out in turns first, as far as the words and the caret that is set.
        """

        def come() -> None:
            self._awaited = None
            settled, self.settling = self.settling, True
            if caret is not None:
                cursor = self.textCursor()
                cursor.setPosition(caret)
                self.setTextCursor(cursor)
            bar, wanted = self.verticalScrollBar(), round(self.box(Span(offset, offset + 1))[0] + beyond) if offset else 0
            if self.stretches.working:
                bar.setMaximum(max(bar.maximum(), wanted))  # it may not have heard yet how much is laid out
            else:
                bar.setMaximum(max(round(self.places.height) - self.viewport().height(), 0))  # nobody is brought beyond the end
            bar.setValue(wanted)
            self.settling = settled

        if self._is_long and self._shown is not None:
            self._awaited = offset
            self.stretches.begin(max(self._shown.position(offset), caret or 0), come)
        else:
            come()

    @property
    def _is_long(self) -> bool:
        return self._shown is not None and is_long(self._shown.article)

    def _went(self) -> None:
        """The reader, or the program for them, went elsewhere while they were to be brought back."""
        if self._awaited is not None and not self.settling:
            self._awaited = None
            self.stretches.forget()

    def set_type(self, font: QFont, spacing: int, theme: Theme) -> None:
        """Read in another face, size, leading or colour; the reader stays at the same words."""
        self._font, self._spacing, self._theme = font, spacing, theme
        if self._shown is not None:
            at = self.reading_offset
            caret = self.textCursor().position()
            self._set_type(at_once=not self._is_long)
            self._return_to(at, caret=caret)

    @property
    def findings(self) -> Findings:
        """What is marked."""
        return self.marker.findings

    def set_findings(self, findings: Findings) -> None:
        """Mark passages and facts; what is visible is marked at once, the rest when there is time."""
        self.marker.set_findings(findings)
        self.viewport().update()

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
        return self.places.box(span)

    def sentence_box(self, index: int) -> tuple[float, float]:
        """The top and bottom of a sentence."""
        return self.places.sentence_box(index)

    @property
    def laid_to_the_end(self) -> bool:
        """Whether all of the text is laid out: a long one is, a stretch at a time, in the turns after it was set."""
        return not self.stretches.working and self.document().lastBlock().layout().lineCount() > 0

    @property
    def text_height(self) -> float:
        """The height of the whole text; asking for it lays all of it out. Of a text that is being laid out, that of what is."""
        return self.verticalScrollBar().maximum() + self.viewport().height() if self.stretches.working else self.places.height

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
            for each in self.sketch(block).marks:
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
        return self.places.blocks_in_view()

    def sketch(self, block: QTextBlock) -> Sketch:
        """What is drawn around a paragraph."""
        return self.marker.sketch(block)

    def sentence_block(self, sentence: int) -> QTextBlock:
        """The paragraph that a sentence ends in."""
        if self._shown is None:
            return QTextBlock()
        return self.document().findBlock(max(self._shown.end_position(self._shown.article.sentences[sentence].span) - 1, 0))

    def space_under(self, block: QTextBlock, room: int) -> None:
        """Leave room under a paragraph, beyond its own spacing; where all paragraphs are hidden there is none to leave room under."""
        number = block.blockNumber()
        if block.isValid() and self._shown is not None and number < len(self._shown.paragraphs):
            style = block_format(self._shown.paragraphs[number], self._font, self._spacing, first=number == 0)
            style.setBottomMargin(style.bottomMargin() + room)
            QTextCursor(block).setBlockFormat(style)
            self.places.forget()
            self.marker.mark_again(number)

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

    def _set_type(self, *, at_once: bool) -> None:
        if self._shown is None:
            return
        self.card.close()
        self._awaited = None
        self.stretches.forget()
        settled, self.settling = self.settling, True
        self.places.show(self._shown)
        set_article(self.document(), self._shown, self._font, self._spacing, self._theme, side=self._side)
        self.setTextCursor(QTextCursor(self.document()))
        lay_out(self.document(), self._font, at_once=at_once)
        self.places.forget()
        self.marker.show(self._shown, self._font, self._theme)
        self.settling = settled

    @property
    def _side(self) -> float:
        return side_margin(self.viewport().width(), self._font)

    def _left(self) -> float:
        return float(self.document().rootFrame().frameFormat().leftMargin())

    def _forget_layout(self) -> None:
        self.places.forget()
        self.card.move()
        self.laid_out.emit()

    def _keep_view(self, work: Callable[[], None]) -> None:
        """Do something that moves the text; the reader stays at the same paragraph."""
        layout, bar = self.document().documentLayout(), self.verticalScrollBar()
        block = self.places.first_in_view()
        before = layout.blockBoundingRect(block).top()
        work()
        after = layout.blockBoundingRect(block).top()
        if after != before:
            self.settling = True
            bar.setValue(bar.value() + round(after - before))
            self.settling = False

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bands under the text, the text, and the marks over it; where the text was scrolled, what came into view."""
        asked = event.rect()
        blocks = [each for each in self.visible_blocks() if self._shown is not None and self._crosses(*each, asked)]
        with QPainter(self.viewport()) as painter:
            painter.fillRect(asked, QColor(self._theme.base))
            self._draw(painter, blocks, paint_under)
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._draw(painter, blocks, paint_over)

    def _draw(
        self, painter: QPainter, blocks: list[tuple[QTextBlock, float]], paint: Callable[[QPainter, Sketch, Findings, Theme], None]
    ) -> None:
        """Draw what is marked in paragraphs. Whatever fails here, the painter is ended: one that is left over ends the program."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, top in blocks:
            painter.save()
            painter.translate(self._left(), top)
            paint(painter, self.sketch(block), self.findings, self._theme)
            painter.restore()

    def _crosses(self, block: QTextBlock, top: float, asked: QRect) -> bool:
        """Whether anything of a paragraph is drawn in a part of the view; its marks reach a little beyond its lines."""
        height = self.document().documentLayout().blockBoundingRect(block).height()
        return top - BEYOND < asked.bottom() + 1 and top + height + BEYOND > asked.top()

    # What the reader does

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep to the measure."""
        at, widened = self.reading_offset, event.oldSize().width() not in {-1, event.size().width()}
        self.settling = True
        if widened and self._is_long:
            self.verticalScrollBar().setValue(0)  # or all above what is seen would be laid out, for each pixel of a window's edge
        super().resizeEvent(event)
        set_margins(self.document(), self._side)
        self.marker.forget_sketches()
        self.card.fit()
        self._forget_layout()
        self.settling = False
        if widened and (self._is_long or self.verticalScrollBar().value()):
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
