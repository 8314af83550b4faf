"""Puts a later version of an article in its place: links, rulings and notes move over, the earlier version is kept to be compared with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from typing import TypeVar

from recoupe.model import (
    Analysis,
    Article,
    Comparison,
    Confirmed,
    Corrected,
    Decision,
    Dismissed,
    Event,
    Fact,
    Joined,
    Noise,
    Parted,
    Place,
    Project,
    Reviewed,
    Revision,
    Span,
    Translation,
    fact_id,
)
from recoupe.reading import carry_over

_T = TypeVar("_T")
_SHARED = 0.5  # of the words of either: two papers that took over one dispatch may share as much, but not by one outlet


def with_later_version(project: Project, ident: str, later: Article, *, now: datetime | None = None) -> Project:
    """The study with `later` in the place of the article `ident`, under its id.

    What the user ruled on a sentence that the later version still has, reworded or moved, holds for it there; what was ruled on words that
    are gone falls away with them; a comparison of which a figure or name was changed is to be looked at anew, its note stays. The findings
    move over likewise, until they are made anew. What the later version does not say of itself (date, author) is taken from the earlier,
    the outlet always.
    """
    earlier = project.article(ident)
    placed = replace(
        later,
        id=ident,
        title=later.title or earlier.title,
        outlet=earlier.outlet or later.outlet,
        published=later.published or earlier.published,
        author=later.author or earlier.author,
        language=later.language or earlier.language,
    )
    move = _Move(earlier, placed, carry_over(earlier, placed))
    anew = move.rewritten(project.analysis)
    decisions = (d for d in project.decisions if not (isinstance(d, Dismissed | Reviewed) and d.comparison in anew))
    return replace(
        project,
        articles=tuple(placed if a.id == ident else a for a in project.articles),
        decisions=tuple(move.decisions(decisions)),
        analysis=move.analysis(project.analysis),
        translations=tuple(move.translations(project.translations)),
        revisions=(*project.revisions, Revision(earlier, now)),
    )


def is_later_version(earlier: Article, later: Article) -> bool:
    """Whether an article is most likely another version of an earlier one: of no other outlet, and sharing half of its wording."""
    if earlier.outlet and later.outlet and earlier.outlet.casefold() != later.outlet.casefold():
        return False
    from recoupe.alignment import copies  # a window without a later version must not pay for it

    found = copies((replace(earlier, id="1"), replace(later, id="2")))
    return any(c.version or max(c.left_share, c.right_share) >= _SHARED for c in found)


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where words stand in the later version, and whether they are the same."""

    place: Place
    span: Span
    same: bool


@dataclass(frozen=True, slots=True)
class _Move:
    """The way from one version of an article to the other."""

    earlier: Article
    later: Article
    sentences: Mapping[int, int]

    def place(self, place: Place) -> Place | None:
        """Where a sentence stands now; None where it is gone. Sentences of other articles stay where they are."""
        if place.article != self.earlier.id:
            return place
        index = self.sentences.get(place.sentence)
        return None if index is None else Place(place.article, index)

    def span(self, span: Span) -> _Moved | None:
        """Where words of the earlier version stand now, be they rewritten; None where they, or their sentence, are gone."""
        found = next((n for n, s in enumerate(self.earlier.sentences) if s.span.contains(span)), None)
        place = self.place(Place(self.earlier.id, found)) if found is not None else None
        if found is None or place is None:
            return None
        before, after = self.earlier.sentences[found].span, self.later.sentences[place.sentence].span
        left, right = _words(self.earlier.text, before), _words(self.later.text, after)
        first = next(n for n, (_, s) in enumerate(left) if s.end > span.start)
        last = next(n for n, (_, s) in enumerate(left) if s.end >= span.end)
        starts, ends = [], []
        same = True
        for kind, i, j, k, m in SequenceMatcher(None, [w for w, _ in left], [w for w, _ in right], autojunk=False).get_opcodes():
            if j <= first or i > last:
                continue
            same = same and kind == "equal"
            at, to = (k + max(first - i, 0), k + min(last + 1, j) - i) if kind == "equal" else (k, m)
            if at < to:
                starts.append(right[at][1].start)
                ends.append(right[to - 1][1].end)
        return _Moved(place, Span(starts[0], ends[-1]), same) if starts else None

    def fact(self, ident: str) -> str | None:
        """The id of a fact as it is now; None where its words are other ones."""
        article, stretch, kind = ident.rsplit(":", 2)
        if article != self.earlier.id:
            return ident
        start, _, end = stretch.partition("-")
        found = self.span(Span(int(start), int(end)))
        return fact_id(article, found.span, kind) if found and found.same else None

    def decisions(self, decisions: Iterable[Decision]) -> Iterator[Decision]:
        """What the user ruled, moved; what was ruled on words that are gone is left out."""
        for decision in decisions:
            moved = self._decision(decision)
            if moved is not None:
                yield moved

    def rewritten(self, found: Analysis) -> frozenset[str]:
        """The comparisons of which a fact is told in other words, or no longer: what was ruled on them is to be looked at anew."""
        gone = {f.id for f in found.facts if self.fact(f.id) is None}
        return frozenset(c.id for c in found.comparisons if not gone.isdisjoint(c.facts))

    def _decision(self, decision: Decision) -> Decision | None:
        match decision:
            case Joined(places) | Parted(places):
                left = _all(map(self.place, places), some=True)
                return type(decision)(left) if len(left) > 1 else None
            case Confirmed(one, other):
                pair = _all((self.place(one), self.place(other)))
                return Confirmed(*pair) if pair else None
            case Noise(place, is_noise):
                moved = self.place(place)
                return Noise(moved, is_noise) if moved else None
            case Corrected(fact, value):
                now = self.fact(fact)
                return Corrected(now, value) if now else None
        return decision

    def analysis(self, found: Analysis) -> Analysis:
        """The findings, moved; the ids of comparisons and events stay, so that what was ruled on them holds."""
        facts = {f.id: moved for f in found.facts if (moved := self._fact(f)) is not None}
        events = tuple(e for e in map(self._event, found.events) if e is not None)
        known = {e.id for e in events}
        comparisons = (self._comparison(c, facts, known) for c in found.comparisons)
        copies = tuple(c for c in found.copies if self.earlier.id not in {c.left, c.right})
        return Analysis(tuple(facts.values()), events, tuple(c for c in comparisons if c is not None), copies)

    def _fact(self, fact: Fact) -> Fact | None:
        if fact.place.article != self.earlier.id:
            return fact
        found = self.span(fact.span)
        return replace(fact, id=fact_id(self.later.id, found.span, fact.kind), place=found.place, span=found.span) if found else None

    def _event(self, event: Event) -> Event | None:
        members = tuple(sorted(_all(map(self.place, event.members), some=True)))
        links = ((self.place(x.left), self.place(x.right), x) for x in event.links)
        kept = tuple(replace(link, left=left, right=right) for left, right, link in links if left is not None and right is not None)
        return replace(event, members=members, links=kept) if len({p.article for p in members}) > 1 else None

    def _comparison(self, comparison: Comparison, facts: Mapping[str, Fact], events: set[str]) -> Comparison | None:
        kept = (j for j in comparison.judgements if j.left in facts and j.right in facts)
        judgements = tuple(replace(j, left=facts[j.left].id, right=facts[j.right].id) for j in kept)
        if not judgements:
            return None
        event = comparison.event if comparison.event in events else ""
        return replace(comparison, event=event, facts=tuple(facts[f].id for f in comparison.facts if f in facts), judgements=judgements)

    def translations(self, translations: tuple[Translation, ...]) -> Iterator[Translation]:
        """Translations of sentences that are what they were."""
        for translation in translations:
            place = self.place(translation.place)
            if place is None:
                continue
            same = place.article != self.earlier.id or (
                self.earlier.sentence_text(translation.place.sentence) == self.later.sentence_text(place.sentence)
            )
            if same:
                yield replace(translation, place=place)


_EVEN = {0x2019: "'", 0xA0: " ", 0x202F: " "}
_WORD = re.compile(r"\w+|\W")


def _words(text: str, sentence: Span) -> list[tuple[str, Span]]:
    """The words and signs of a sentence with their places in the text, typography evened out."""
    found = _WORD.finditer(text, sentence.start, sentence.end)
    return [(m.group().translate(_EVEN), Span(*m.span())) for m in found]


def _all(found: Iterable[_T | None], *, some: bool = False) -> tuple[_T, ...]:
    """All of them; none where one is missing, unless `some` are enough."""
    listed = list(found)
    kept = tuple(item for item in listed if item is not None)
    return kept if some or len(kept) == len(listed) else ()
