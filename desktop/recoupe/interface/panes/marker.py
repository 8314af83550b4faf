"""Marks a text paragraph by paragraph: the room that signs take in its lines, those in view first; and what is drawn around each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock
from PySide6.QtWidgets import QTextEdit

from recoupe.interface.panes.findings import Findings, Mark
from recoupe.interface.panes.formats import noise_formats, sign_formats
from recoupe.interface.panes.offsets import Shown
from recoupe.interface.panes.places import Places
from recoupe.interface.panes.sketch import BADGE, Here, Sketch, sketch
from recoupe.interface.panes.stretches import Stretches
from recoupe.interface.theme import Theme
from recoupe.interface.turns import Turns
from recoupe.model import Role, Span, Verdict

STEP = 8  # paragraphs marked at one go; what is visible comes first
AHEAD = 8  # paragraphs sketched at one go before they come into view
NEAR = 2  # times the height of the view, above and below it, that are sketched so: all of a text would be a heap for the collector
REST = 250  # milliseconds without anything new in view after which that begins
FIRST = 40  # paragraphs looked through as soon as findings come, in every pane in one turn
LOOKED = 400  # paragraphs looked through at one go for those whose signs want other room
UNMARKED: tuple[int, ...] = ()


class Marker:
    """The marks of one text. A paragraph is laid out anew only where the room that its signs take changed."""

    def __init__(
        self,
        text: QTextEdit,
        places: Places,
        stretches: Stretches,
        theme: Theme,
        turns: Turns,
        *,
        settled: Callable[[Callable[[], None]], None],
    ) -> None:
        """`settled` does something that moves the text without the reader being moved; `turns` gives time for what is not in view."""
        self._text, self._places, self._stretches, self._theme, self._turns, self._settled = text, places, stretches, theme, turns, settled
        self.findings = Findings()
        self._font = QFont()
        self._shown: Shown | None = None
        self._sketches: dict[int, Sketch] = {}
        self._reaching: dict[int, list[Mark]] = {}  # marks that begin in an earlier paragraph, by those that they reach into
        self._starts: list[int] = []  # where each mark begins
        self._looked = 0  # paragraphs that were looked through since other marks came
        self._sorted: tuple[object, ...] | None = None  # what `_seen` and `_doubts` were made of
        self._seen: dict[int, list[Span]] = {}
        self._doubts: dict[int, list[Span]] = {}
        self._given: dict[int, tuple[int, ...] | None] = {}
        self._unmarked: list[int] = []
        self._ended: Callable[[], None] = lambda: None
        self._quiet = QTimer(text, singleShot=True, interval=REST)
        self._quiet.timeout.connect(lambda: turns.ask(self._sketch_ahead))

    def when_ended(self, call: Callable[[], None]) -> None:
        """Have something called once all paragraphs are marked."""
        self._ended = call

    def show(self, shown: Shown, font: QFont, theme: Theme) -> None:
        """The text was set anew, without any mark."""
        self._shown, self._font, self._theme = shown, font, theme
        self._sketches.clear()
        self._sorted = None
        greyed = (n for n, p in enumerate(shown.paragraphs) if p.role is not Role.NOISE and self._holds_noise(shown, p.sentences))
        self._given = dict.fromkeys(greyed)
        self._plan()

    def set_findings(self, findings: Findings) -> None:
        """Mark passages and facts; what is visible is marked at once, the rest when there is time, if nothing else comes before."""
        old, self.findings = self.findings, findings
        if replace(old, lit=findings.lit, chosen=findings.chosen) == findings:
            return  # these are but drawn in other colours
        self._sketches.clear()
        if old.marks != findings.marks:
            self._starts = [mark.fact.span.start for mark in findings.marks]
            self._plan()

    def leave(self) -> None:
        """Want no turn any more, and hold on to no findings: the text is going."""
        self._turns.leave(self)
        self._quiet.timeout.disconnect()
        self.findings, self._unmarked = Findings(), []
        self._sketches.clear()
        self._reaching.clear()
        self._starts.clear()

    @property
    def working(self) -> bool:
        """Whether paragraphs are still to be marked, each moving those below by a line or none."""
        return bool(self._unmarked) or self._to_look_at > 0

    def forget_sketches(self) -> None:
        """The lines of all paragraphs were broken anew."""
        self._sketches.clear()

    def mark_again(self, number: int) -> None:
        """Mark a paragraph whose formats were lost."""
        self._mark([number])

    def sketch(self, block: QTextBlock) -> Sketch:
        """What is drawn around a paragraph."""
        number = block.blockNumber()
        known = self._sketches.get(number)
        if known is None and self._shown is not None and number < len(self._shown.paragraphs):
            known = sketch(block, self._shown, self.findings, self._here(number), self._badge())
            self._sketches[number] = known
            self._quiet.start()
        return known or Sketch()

    def _sketch_ahead(self) -> bool:
        """Sketch some paragraphs that may come into view, so that the wheel finds them ready; whether there may be more."""
        if self.working:
            return False  # once all is marked it begins
        missing = list(islice((block for block in self._around() if block.blockNumber() not in self._sketches), AHEAD))
        for block in missing:
            self.sketch(block)
        return len(missing) == AHEAD

    def _around(self) -> Iterator[QTextBlock]:
        """The paragraphs near the view, those below first; none that would be laid out only for being asked."""
        seen, reach = self._places.blocks_in_view(), NEAR * self._text.viewport().height()
        for first, on in ((seen[-1][0].next(), QTextBlock.next), (seen[0][0].previous(), QTextBlock.previous)) if seen else ():
            block, room = first, float(reach)
            while block.isValid() and room > 0 and block.layout().lineCount():
                yield block
                room -= block.layout().boundingRect().height()
                block = on(block)

    def _here(self, number: int) -> Here:
        """What of the findings may stand in a paragraph."""
        told = self.findings.seen, self.findings.doubts
        if self._sorted is None or any(old is not new for old, new in zip(self._sorted, told, strict=True)):
            self._sorted = told  # once for all paragraphs: of facts that were seen there are thousands
            self._seen = self._places.by_paragraph((seen.span for seen in self.findings.seen), lambda span: span)
            self._doubts = self._places.by_paragraph(self.findings.doubts, lambda span: span)
        return Here(self._marks_in(number), tuple(self._seen.get(number, ())), tuple(self._doubts.get(number, ())))

    @staticmethod
    def _holds_noise(shown: Shown, sentences: Iterable[int]) -> bool:
        return any(shown.article.sentences[i].role is Role.NOISE for i in sentences)

    def _badge(self) -> float:
        return QFontMetricsF(self._font).height() * BADGE

    def _marks_in(self, number: int) -> tuple[Mark, ...]:
        """The marks of a paragraph; one that reaches into it is known once all before it are looked through."""
        return (*self._reaching.get(number, ()), *self._places.starting_in(number, self.findings.marks, self._starts))

    def _wanted(self, number: int) -> tuple[int, ...]:
        """Where in a paragraph room for signs is wanted, as offsets of the article."""
        marks = self._marks_in(number)
        return tuple(m.span.end for m in marks if m.verdict is not Verdict.AGREEMENT) if marks else UNMARKED

    @property
    def _to_look_at(self) -> int:
        return len(self._shown.paragraphs) - self._looked if self._shown is not None else 0

    def _plan(self) -> None:
        """Begin to mark anew; of a long text most is looked through in later turns."""
        if self._shown is None:
            return
        self._reaching, self._looked, self._unmarked = {}, 0, []
        seen = {number for number in self._in_view() if number < len(self._shown.paragraphs)}
        self._look_through(FIRST)
        self._mark([n for n in sorted(seen) if self._given.get(n, UNMARKED) != self._wanted(n)])
        self._unmarked = [n for n in self._unmarked if n not in seen]
        self._turns.ask(self._mark_some)

    def _look_through(self, most: int) -> None:
        """Find some of the paragraphs whose signs want other room, the last first: they are marked from the end of the list."""
        some = range(self._looked, self._looked + min(self._to_look_at, most))
        for number in some:
            self._reach_on(number)
        self._looked = some.stop
        self._unmarked[:0] = [n for n in reversed(some) if self._given.get(n, UNMARKED) != self._wanted(n)]

    def _reach_on(self, number: int) -> None:
        """Note the marks that reach from a paragraph into the next."""
        beyond = [m for m in self._marks_in(number) if self._places.paragraph_of(m.span.end - 1) > number]
        if beyond:
            self._reaching[number + 1] = beyond
            self._sketches.pop(number + 1, None)

    def _in_view(self) -> set[int]:
        return {block.blockNumber() for block, _ in self._places.blocks_in_view()}

    def _mark_some(self) -> bool:
        """A step; whether there is more to do."""
        if self._to_look_at:
            self._look_through(LOOKED)
            return True
        if not self._unmarked:
            self._quiet.start()
            self._ended()
            return False
        seen = self._in_view()  # wherever the reader has gone meanwhile
        some = sorted(seen.intersection(self._unmarked))
        if not some:
            if self._stretches.working:
                return True  # a mark further down would have all before it laid out at one go
            some = self._unmarked[-STEP:][::-1]
        self._unmarked = [n for n in self._unmarked if n not in some]
        self._settled(lambda: self._mark(some))
        return True

    def _mark(self, numbers: list[int]) -> None:
        """Give paragraphs the formats that take part in the layout: grey for noise, room for signs."""
        shown, document = self._shown, self._text.document()
        if shown is None:
            return
        dirty: list[tuple[int, int]] = []
        for number in numbers:
            block, wanted = document.findBlockByNumber(number), self._wanted(number)
            ending = [m for m in self._marks_in(number) if (s := shown.stretches(m.span)) and s[-1].paragraph == number]
            self._given[number] = wanted
            formats = noise_formats(shown, number, self._theme) + sign_formats(shown, block, ending, self._badge() + 2)
            if formats or block.layout().formats():
                block.layout().setFormats(formats)
                self._sketches.pop(number, None)
                if dirty and dirty[-1][1] == block.position():
                    dirty[-1] = dirty[-1][0], block.position() + block.length()
                else:
                    dirty.append((block.position(), block.position() + block.length()))
        for start, end in dirty:
            document.markContentsDirty(start, end - start)
        if dirty:
            self._places.forget()
