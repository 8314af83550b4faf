"""A picture of the story as plain data: what the articles date, and who agrees with whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from recoupe.model import Analysis, Article, Fact, Period, Verdict
from recoupe.wording import date_text, value_text

_LONGEST_ABOUT = 2  # words; a longer string of lemmas says less than the sentence
_OPEN = datetime(9000, 1, 1)
_GAP = timedelta(days=45)  # beyond this the line is drawn broken


@dataclass(frozen=True, slots=True)
class Mark:
    """What one article says of one time: its words, what it dates, the sentence they stand in, the fact's id.

    All but the article are empty for its own publication.
    """

    article: str
    words: str = ""
    about: str = ""
    sentence: str = ""
    fact: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of the story in words; `after_gap` where much time lies between it and the one before."""

    start: datetime
    end: datetime
    label: str
    marks: tuple[Mark, ...]
    after_gap: bool = False

    def of(self, article: str) -> tuple[Mark, ...]:
        """What one article says of it."""
        return tuple(m for m in self.marks if m.article == article)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The times of the story, the earliest first; `articles` are ids in the order of the study."""

    articles: tuple[str, ...] = ()
    moments: tuple[Moment, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two articles agree: of `pairs` compared pairs of facts, `agreeing` agree."""

    agreeing: int = 0
    pairs: int = 0

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where nothing was compared."""
        return self.agreeing / self.pairs if self.pairs else None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who agrees with whom; `cells` by (left, right), `left` before `right` in `articles`."""

    articles: tuple[str, ...]
    cells: Mapping[tuple[str, str], Agreement]

    def between(self, one: str, other: str) -> Agreement:
        """How far two articles agree, in either order."""
        return self.cells.get((one, other)) or self.cells.get((other, one)) or Agreement()


def timeline(articles: Sequence[Article], facts: Sequence[Fact], language: str) -> Timeline:
    """When each article appeared and what it dates; a date that could not be tied to a year is left out."""
    found: dict[tuple[datetime, datetime], tuple[str, list[Mark]]] = {}
    for article in articles:
        if article.published is not None:
            start = datetime.combine(article.published, datetime.min.time())
            label = date_text(article.published, language)
            found.setdefault((start, start + timedelta(days=1)), (label, []))[1].append(Mark(article.id))
    by_id = {a.id: a for a in articles}
    for fact in facts:
        value, source = fact.value, by_id.get(fact.place.article)
        if source is None or not isinstance(value, Period) or not value.anchored or value.end <= value.start:
            continue
        about = fact.about if len(fact.about.split()) <= _LONGEST_ABOUT else ""
        mark = Mark(source.id, source.quote(fact.span), about, source.sentence_text(fact.place.sentence), fact.id)
        found.setdefault((value.start, value.end), (value_text(value, language), []))[1].append(mark)
    moments: list[Moment] = []
    reach = datetime.max  # how far the times before go
    for (start, end), (label, marks) in sorted(found.items(), key=lambda item: (item[0][0], item[0][1])):
        moments.append(Moment(start, end, label, tuple(marks), after_gap=start > reach and start - reach > _GAP))
        told_end = start if end > _OPEN else end  # « à partir de 2030 » reaches no further than its start
        reach = told_end if len(moments) == 1 else max(reach, told_end)
    return Timeline(tuple(a.id for a in articles), tuple(moments))


def matrix(articles: Sequence[Article], analysis: Analysis) -> Matrix:
    """The share of agreeing pairs of facts between every two articles; an article's pairs with itself do not count."""
    order = {a.id: n for n, a in enumerate(articles)}
    where = {f.id: f.place.article for f in analysis.facts}
    counts = {pair: [0, 0] for pair in combinations(order, 2)}
    for found in analysis.comparisons:
        for judgement in found.judgements:
            left, right = where.get(judgement.left, ""), where.get(judgement.right, "")
            if left == right or left not in order or right not in order:
                continue
            cell = counts[(left, right) if order[left] < order[right] else (right, left)]
            cell[0] += judgement.verdict is Verdict.AGREEMENT
            cell[1] += 1
    return Matrix(tuple(order), {pair: Agreement(*cell) for pair, cell in counts.items()})
