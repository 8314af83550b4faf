"""One article: its head, its text, the map of it, and the card of partners when one is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recoupe.interface.panes.findings import Findings
from recoupe.interface.panes.geometry import View
from recoupe.interface.panes.header import Header, Heading
from recoupe.interface.panes.offsets import Shown, is_long
from recoupe.interface.panes.strip import Strip
from recoupe.interface.panes.text import ArticleText
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.interface.turns import Turns
from recoupe.model import Article, Place, Verdict
from recoupe.wording import colon

LEAST_WIDTH = 250
GLIDE = 160  # milliseconds
PATIENCE = 25  # times that the map of a long text waits, 40 milliseconds each, for the text to be laid out


@dataclass(frozen=True, slots=True)
class Face:
    """How an article is shown: `shown` lays its text out, `adapted` moves findings to it; faces of equal `key` look the same.

    `title` and `note` stand in the head of the article, the first in place of its own title; so does `check`, which leads to the list of
    sentences to check. `remark` stands in the tooltip of a sentence, as rich text.
    """

    key: object
    shown: Callable[[], Shown]
    adapted: Callable[[Findings], Findings] = lambda findings: findings
    note: str = ""
    check: str = ""
    title: str = ""
    remark: Callable[[Place], str] = lambda _: ""


class Pane(QWidget):
    """One article. `scrolled` is told when the reader scrolled, not when the program did."""

    scrolled = Signal(str)
    moved = Signal()
    follow_changed = Signal(str, bool)
    focused = Signal(str)

    def __init__(self, article: Article, theme: Theme, turns: Turns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.article = article
        self.header = Header()
        self.text = ArticleText(theme, turns)
        self.strip = Strip(theme)
        self._theme, self._turns = theme, turns
        self._coming: Callable[[], Shown] | None = None
        self._made: Shown | None = None
        self._led = False
        self._font = QFont()
        self._heading: Heading | None = None
        self._findings = Findings()
        self._key: object = None
        self._type: tuple[QFont, int, Theme] | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._glide.valueChanged.connect(self._led_to)
        self._room = 0
        self._waited = 0
        self._refresh = QTimer(self, singleShot=True, interval=40)
        self._refresh.timeout.connect(lambda: turns.ask(self._redraw_map))
        self.setMinimumWidth(LEAST_WIDTH)
        body = QHBoxLayout()
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.text, 1)
        body.addWidget(self.strip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)
        self.text.verticalScrollBar().valueChanged.connect(self._told)
        self.text.verticalScrollBar().rangeChanged.connect(self._note_room)
        self.text.laid_out.connect(self._refresh.start)
        self.text.installEventFilter(self)
        self.strip.asked.connect(lambda share: self.text.verticalScrollBar().setValue(round(share * self.text.text_height)))
        self.header.lock.toggled.connect(self._set_follow)

    # What is shown

    def show_article(self, article: Article, heading: Heading, face: Face) -> None:
        """Show an article in a face; the text is laid out anew only where the face is another one.

        A long text comes in turns of its own, so that the window is not held up for all of them at once; but one whose sentences are
        others comes at once, for what is told of them from now on does not hold for those before.
        """
        may_wait = is_long(article) and (self.text.shown is None or article.sentences is self.article.sentences)
        self.article = article
        self.set_heading(heading)
        if face.key != self._key:
            self._key = face.key
            self._made, self._coming = None, None
            if may_wait:
                self._coming = face.shown
                self._turns.ask(self._come)
            else:
                self.text.set_shown(face.shown())

    def _come(self) -> bool:
        """One of the two turns in which a long text comes: it is put together, then set. Whether there is another."""
        if self._coming is None:
            return False
        if self._made is None:
            self._made = self._coming()
            return True
        self.text.set_shown(self._made)
        self._made, self._coming = None, None
        self.text.set_findings(self._findings)
        return False

    def set_heading(self, heading: Heading) -> None:
        """Show the article's labels."""
        self._heading = heading
        self.header.set_heading(heading, self._font, self._theme)
        name = heading.title or heading.outlet
        self.header.more.setAccessibleName(self.tr("What can be done with “%1”").replace("%1", name))
        self.header.lock.setAccessibleName(self.tr("“%1” scrolls with the others").replace("%1", name))
        self.text.setAccessibleName(f"{heading.outlet}{colon(window_language())}{heading.title}" if heading.title else heading.outlet)

    def set_type(self, font: QFont, spacing: int, theme: Theme) -> None:
        """Read in another face, size, leading or colour; nothing is laid out anew where all are the same."""
        if (font, spacing, theme) == self._type:
            return
        self._type = (font, spacing, theme)
        self._theme = theme
        self.strip.set_theme(theme)
        self._font = font
        if self.text.shown is not None and is_long(self.article):
            self._turns.ask(self._dress)
        else:
            self.text.set_type(font, spacing, theme)
        if self._heading is not None:
            self.set_heading(self._heading)

    def _dress(self) -> bool:
        """A long text is set in its type in a turn of its own."""
        if self._type is not None:
            self.text.set_type(*self._type)
        return False

    def set_findings(self, findings: Findings) -> None:
        """Mark the text and the map; a text that is about to come otherwise is marked when it comes. What stands marked so is left."""
        if findings == self._findings:
            return
        self._findings = findings
        if self._coming is None:
            self.text.set_findings(findings)
        self._refresh.start()

    def leave(self, turns: Turns) -> None:
        """Want no turn any more, and tell nothing: the pane is going, and its text may still move while it is taken away."""
        self._glide.stop()
        self.blockSignals(True)
        self.text.blockSignals(True)
        self._refresh.timeout.disconnect()
        turns.leave(self)
        self._findings = Findings()
        self.text.marker.leave()
        self.text.stretches.leave()

    # Where it stands

    @property
    def follows(self) -> bool:
        """Whether the pane scrolls with the others."""
        return self.header.lock.isChecked()

    def set_follow(self, on: bool) -> None:
        """Scroll with the others, or alone."""
        self.header.lock.setChecked(on)

    @property
    def view(self) -> View:
        """What of the text is seen."""
        return View(self.text.verticalScrollBar().value(), self.text.text_height, self.text.viewport().height())

    def lead_to(self, scroll: float) -> None:
        """Scroll without telling that the reader did."""
        self._glide.stop()
        self._led_to(scroll)

    def glide_to(self, scroll: float) -> None:
        """Scroll there in a moment rather than at once, so that the eye can follow; without telling that the reader did."""
        self._glide.stop()
        self._glide.setStartValue(float(self.text.verticalScrollBar().value()))
        self._glide.setEndValue(scroll)
        self._glide.start()

    def bring(self, place: Place, y: float) -> None:
        """Scroll so that a sentence stands `y` pixels below the top of the view, or as near as the text allows."""
        self.lead_to(self.text.sentence_box(place.sentence)[0] - y)

    def height_in_view(self, place: Place) -> float:
        """Where a sentence stands below the top of the view; negative above it."""
        return self.text.sentence_box(place.sentence)[0] - self.text.verticalScrollBar().value()

    def shows(self, place: Place) -> bool:
        """Whether the beginning of a sentence can be seen."""
        return 0 <= self.height_in_view(place) < self.text.viewport().height() - 20

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the reader comes to this pane."""
        if watched is self.text and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.header.set_active(event.type() is QEvent.Type.FocusIn)
            if event.type() is QEvent.Type.FocusIn:
                self.focused.emit(self.article.id)
        return super().eventFilter(watched, event)

    def _led_to(self, scroll: float) -> None:
        self._led = True
        self.text.verticalScrollBar().setValue(round(scroll))
        self._led = False

    def _told(self) -> None:
        """The bar moved. Where its range changed too, the text was laid out anew and nobody scrolled."""
        self._show_view()
        self.moved.emit()
        room = self.text.verticalScrollBar().maximum()
        if not self._led and not self.text.settling and room == self._room:
            self._glide.stop()
            self.scrolled.emit(self.article.id)
        self._room = room

    def _note_room(self, _least: int, most: int) -> None:
        self._room = most

    def _set_follow(self, on: bool) -> None:
        self.header.set_followed(on, self._theme)
        self.follow_changed.emit(self.article.id, on)

    def _show_view(self) -> None:
        if not self.text.laid_to_the_end:
            return  # asking for its height would lay out all that is left of it; the map is drawn once it is
        height = max(self.text.text_height, 1.0)
        top = self.text.verticalScrollBar().value()
        self.strip.set_view(top / height, min((top + self.text.viewport().height()) / height, 1.0))

    def _redraw_map(self) -> bool:
        """Once the text is laid out and marked: asking for its height would lay out at one go all that is left of it.

        A long text is waited for a while, since Qt lays it out in stretches; where only its width changed, Qt leaves off at what is seen.
        Where its sentences stand is found out in turns.
        """
        laying = self.text.stretches.working or (not self.text.laid_to_the_end and self._waited < PATIENCE)
        if ((laying or self.text.marker.working) and is_long(self.article)) or self._coming is not None:
            self._waited += 1
            self._refresh.start()
            return False
        self._waited = 0
        if self.text.places.measure_some():
            return True
        height = max(self.text.text_height, 1.0)
        passages = []
        for sentence in sorted(self._findings.aligned):
            top, bottom = self.text.places.about_sentence(sentence)
            passages.append((top / height, bottom / height, sentence in self._findings.lit))
        marks = tuple(
            (self.text.places.about(m.span)[0] / height, m.sign) for m in self._findings.marks if m.verdict is not Verdict.AGREEMENT
        )
        self.strip.set_map(tuple(passages), marks)
        self._show_view()
        self.moved.emit()
        return False
