"""An article as it is shown in another language: alone, or under each paragraph of the original. No Qt.

What is shown is again an article, of the same id and with the same numbers for its sentences, so that passages, bands, links and
scrolling work on it as on the original.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from recoupe.interface.panes.findings import Findings, Mark, Seen
from recoupe.interface.panes.offsets import Paragraph, Shown
from recoupe.model import Article, Place, Role, Sentence, Span, Translation


class Mode(StrEnum):
    """Which language an article is read in."""

    ORIGINAL = "original"
    TRANSLATION = "translation"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Rendering:
    """An article laid out with its translation.

    `article` holds the text shown. Its first sentences are those of the original, in the same order; in `BOTH` the translated ones
    follow, and `twin_of` says whose each is. `said` gives the place of each translated sentence, `own` that of each sentence left in
    the original, by sentence.
    """

    article: Article
    original: Article
    mode: Mode
    said: Mapping[int, Span]
    own: Mapping[int, Span]
    twin_of: Mapping[int, int]
    translations: Mapping[int, Translation]

    def shown(self, *, with_noise: bool) -> Shown:
        """The text to set in type."""
        return Twofold(self.article, self.twin_of, with_noise=with_noise)

    def findings(self, found: Findings, carried: Mapping[str, Span | None]) -> Findings:
        """The findings at their places in what is shown; `carried` says where the translations hold each fact that was looked for."""
        twins: dict[int, list[int]] = {}
        for twin, index in self.twin_of.items():
            twins.setdefault(index, []).append(twin)

        def widened(indices: frozenset[int]) -> frozenset[int]:
            return indices | {twin for i in indices for twin in twins.get(i, ())}

        quiet = {p.sentence for p in found.quiet}
        return replace(
            found,
            aligned=widened(found.aligned),
            lit=widened(found.lit),
            quiet=frozenset(Place(self.article.id, i) for i in widened(frozenset(quiet))),
            marks=tuple(sorted((m for mark in found.marks for m in self._moved(mark, carried)), key=lambda m: m.span.start)),
            doubts=self._doubts(),
            seen=tuple(self._in_own_words(s) for s in found.seen if s.place.sentence in self.own),
        )

    def _in_own_words(self, seen: Seen) -> Seen:
        """A fact on which nothing is said yet: it is marked in the original's words alone."""
        shift = self.own[seen.place.sentence].start - self.original.sentences[seen.place.sentence].span.start
        return replace(seen, span=Span(seen.span.start + shift, seen.span.end + shift))

    def _doubts(self) -> tuple[Span, ...]:
        """What is doubtful, each at its words in what is shown, or at the whole sentence where it has none."""
        found = [(place, doubt.span) for index, place in self.said.items() for doubt in self.translations[index].doubts]
        return tuple(dict.fromkeys(Span(p.start + span.start, p.start + span.end) if span else p for p, span in found))

    def _moved(self, mark: Mark, carried: Mapping[str, Span | None]) -> list[Mark]:
        """A mark where the original's words are shown, and where the translation says them."""
        index = mark.fact.place.sentence
        spans = []
        if index in self.own:
            shift = self.own[index].start - self.original.sentences[index].span.start
            spans.append(Span(mark.span.start + shift, mark.span.end + shift))
        if index in self.said:
            place, within = self.said[index], carried.get(mark.fact.id)
            if within is not None:
                spans.append(Span(place.start + within.start, place.start + within.end))
            elif mark.fact.id in carried:
                # a fact that was not found again is marked on the last word of its sentence, so that its divergence still shows;
                # while it was not looked for yet, no word is marked that has nothing to do with it
                last = self.article.text.rfind(" ", place.start, place.end) + 1
                spans.append(Span(max(last, place.start), place.end))
        return [replace(mark, fact=replace(mark.fact, span=span)) for span in spans]


class Twofold(Shown):
    """A text that may hold sentences twice: a place in a translated one is the place of its original."""

    def __init__(self, article: Article, twin_of: Mapping[int, int], *, with_noise: bool = True) -> None:
        self._twin_of = twin_of
        super().__init__(article, with_noise=with_noise)

    def sentence_at(self, position: int) -> int | None:
        """The index, in the original, of the sentence shown at a position."""
        index = super().sentence_at(position)
        return index if index is None else self._twin_of.get(index, index)

    def _lay(self, with_noise: bool) -> tuple[Paragraph, ...]:
        """As the original, but in the order of the text rather than of the sentences' numbers."""
        kept = [(i, s) for i, s in enumerate(self.article.sentences) if with_noise or s.role is not Role.NOISE]
        paragraphs, position = [], 0
        for _, group in groupby(sorted(kept, key=lambda item: item[1].span), key=lambda item: item[1].paragraph):
            members = tuple(group)
            first = members[0][1].span.start
            line = self.article.text.rfind("\n", 0, first) + 1
            lead = self.article.text[line:first]  # a bullet, or a quote mark that no sentence holds
            start = line + len(lead) - len(lead.lstrip()) if lead.strip() else first
            parts, length = self._lay_runs(Span(start, members[-1][1].span.end), position)
            if length:
                role = next((s.role for _, s in members if s.role is not Role.NOISE), Role.NOISE)
                twin = members[0][0] in self._twin_of
                paragraphs.append(Paragraph("".join(parts), role, tuple(i for i, _ in members), position, length, twin))
                position += length + 1
        return tuple(paragraphs)


def render(article: Article, translations: Sequence[Translation], language: str, mode: Mode) -> Rendering:
    """Lay an article out in a mode; sentences without a translation stand in the original."""
    said = {t.place.sentence: t for t in translations if t.place.article == article.id and t.language == language}
    maker = _Maker(article, said if mode is not Mode.ORIGINAL else {}, mode)
    return maker.made()


class _Maker:
    """Puts the text together, paragraph by paragraph."""

    def __init__(self, article: Article, said: Mapping[int, Translation], mode: Mode) -> None:
        self._article, self._said, self._mode = article, said, mode
        self._parts: list[str] = []
        self._length = 0
        self._sentences: dict[int, Sentence] = {}
        self._doubled: list[Span] = []
        self._twins: list[tuple[int, Sentence]] = []
        self._places: dict[int, Span] = {}
        self._own: dict[int, Span] = {}

    def made(self) -> Rendering:
        """The whole."""
        numbered = enumerate(self._article.sentences)
        for number, (_, group) in enumerate(groupby(numbered, key=lambda item: item[1].paragraph)):
            self._paragraph([i for i, _ in group], 2 * number)
        count = len(self._article.sentences)
        sentences = tuple(self._sentences[i] for i in range(count)) + tuple(s for _, s in self._twins)
        article = replace(self._article, text="".join(self._parts), sentences=sentences, doubled=tuple(self._doubled))
        twin_of = {count + n: i for n, (i, _) in enumerate(self._twins)}
        return Rendering(article, self._article, self._mode, self._places, self._own, twin_of, self._said)

    def _paragraph(self, indices: list[int], number: int) -> None:
        translated = [i for i in indices if i in self._said]
        if self._mode is Mode.BOTH or not translated:
            self._copy(indices, number)
            if translated:
                self._add("\n")
                self._say(translated, number + 1)
        else:
            self._say(indices, number)
        self._add("\n\n")

    def _copy(self, indices: list[int], number: int) -> None:
        """Sentences of the original as they stand, with what stands between and before them in their line."""
        first, last = self._article.sentences[indices[0]].span, self._article.sentences[indices[-1]].span
        self._add(self._lead(indices[0]))
        shift = self._length - first.start
        self._add(self._article.text[first.start : last.end])
        for i in indices:
            self._own[i] = self._keep(i, shift, number)
        inside = Span(first.start, last.end)
        self._doubled += [Span(d.start + shift, d.end + shift) for d in self._article.doubled if inside.contains(d)]

    def _lead(self, index: int) -> str:
        """What stands before a paragraph's first sentence in its line: a bullet, a quote mark."""
        start = self._article.sentences[index].span.start
        floor = self._article.sentences[index - 1].span.end if index else 0
        line = self._article.text.rfind("\n", floor, start) + 1 or floor
        return self._article.text[line:start].lstrip()

    def _keep(self, index: int, shift: int, number: int) -> Span:
        sentence = self._article.sentences[index]
        span = Span(sentence.span.start + shift, sentence.span.end + shift)
        self._sentences[index] = replace(sentence, span=span, paragraph=number)
        return span

    def _say(self, indices: list[int], number: int) -> None:
        """Sentences in the translation, those without one as they are."""
        self._add(self._lead(indices[0]))
        for n, i in enumerate(indices):
            if n:
                self._add(" ")
            if i not in self._said:
                shift = self._length - self._article.sentences[i].span.start
                raw = self._article.sentences[i].span
                self._add(self._article.text[raw.start : raw.end])
                self._own[i] = self._keep(i, shift, number)
                self._doubled += [Span(d.start + shift, d.end + shift) for d in self._article.doubled if raw.contains(d)]
                continue
            span = Span(self._length, self._length + len(self._said[i].text))
            self._add(self._said[i].text)
            self._places[i] = span
            sentence = replace(self._article.sentences[i], span=span, paragraph=number)
            if self._mode is Mode.BOTH:
                self._twins.append((i, sentence))
            else:
                self._sentences[i] = sentence

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
