"""Comparisons as rows that can be shown, filtered and put in order; no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from recoupe.interface.folding import folded, matches
from recoupe.interface.signs import Judged, Sign, judged
from recoupe.model import Article, Certainty, Comparison, Fact, Name, Place, Project, State, Verdict
from recoupe.wording import kind_label

FAR = 1_000_000_000  # after every character of any article
NAMES = frozenset({"name", "place"})  # kinds of facts that are a name and nothing else


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says in one row: its words, the facts they hold, and the gravest verdict any of them met.

    `verdict` is None where the article is alone in stating it, `unsure` where it may be of two things. `source` is whom it quotes. `alike`
    are the articles that state the same where others differ. `original` holds the article's own words where `wording` is a translation;
    `said` the translated words of each of its facts that has some, by id, and `sources` on whose word each is told in the translation.
    """

    wording: str
    facts: tuple[Fact, ...]
    verdict: Verdict | None
    hedged: bool
    source: str
    alike: tuple[str, ...] = ()
    original: str = ""
    said: tuple[tuple[str, str], ...] = ()
    unsure: bool = False
    sources: tuple[tuple[str, str], ...] = ()

    @property
    def place(self) -> Place:
        """The sentence that the first of its facts stands in."""
        return self.facts[0].place


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison, ready to be shown. `event_order` is the rank of its event in the study; `places` the offset in each article."""

    comparison: Comparison
    title: str
    kind: str
    verdict: Verdict
    rank: int
    confidence: float
    event_order: int
    cells: Mapping[str, Cell]
    places: Mapping[str, int]
    searchable: str

    @property
    def ident(self) -> str:
        """The comparison's id."""
        return self.comparison.id


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows to show; an empty set leaves everything in. `doubts` holds whether a row is unsure; `names` unfolds the names that the
    articles agree on.
    """

    text: str = ""
    kinds: frozenset[str] = frozenset()
    verdicts: frozenset[Verdict] = frozenset()
    articles: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset()
    doubts: frozenset[bool] = frozenset()
    names: bool = False


class Order(StrEnum):
    """By what the rows are put in order; PLACE is the place in an article."""

    GRAVITY = "gravity"
    EVENT = "event"
    PLACE = "place"


def title_of(comparison: Comparison, first: Fact, language: str) -> str:
    """What is compared, in words of the articles, else its kind; a name that heads its row stays as it is spelt."""
    about = comparison.about or kind_label(comparison.kind, language)
    spelt = isinstance(first.value, Name) and comparison.verdict is Verdict.AGREEMENT
    return about if spelt else about[:1].upper() + about[1:]


def rows_of(project: Project, language: str, known: Mapping[str, Row] | None = None) -> tuple[Row, ...]:
    """A row for every comparison of the study; a row of `known` is kept where its comparison and facts are still the same objects."""
    if not project.analysis.comparisons:
        return ()
    facts = {fact.id: fact for fact in project.analysis.facts}
    articles = {article.id: article for article in project.articles}
    events = {event.id: n for n, event in enumerate(project.analysis.events)}
    signs = judged(project.analysis)
    rows = []
    for comparison in project.analysis.comparisons:
        before = (known or {}).get(comparison.id)
        order = events.get(comparison.event, FAR)
        if before is not None and before.comparison is comparison and before.event_order == order and _holds(before, facts):
            rows.append(before)
            continue
        present = [facts[f] for f in comparison.facts if f in facts and facts[f].place.article in articles]
        if present:
            rows.append(_row(signs[comparison.id], present, articles, order, language))
    return tuple(rows)


def _holds(row: Row, facts: Mapping[str, Fact]) -> bool:
    """Whether a row tells the facts as they are now: one whose value was set right may leave its comparison as it was."""
    return all(facts.get(fact.id) is fact for cell in row.cells.values() for fact in cell.facts)


def label_of(article: Article) -> str:
    """What an article is called where room is short: its outlet, its title or its id."""
    return article.outlet or article.title or article.id


def _row(of: Judged, facts: Sequence[Fact], articles: Mapping[str, Article], order: int, language: str) -> Row:
    by_article: dict[str, list[Fact]] = {}
    for fact in facts:  # the most telling first, as the comparison has them
        by_article.setdefault(fact.place.article, []).append(fact)
    comparison, verdict = of.comparison, of.sign.verdict
    alike = _alike(comparison, {f.id: f.place.article for f in facts}) if verdict is not Verdict.AGREEMENT else {}
    cells = {
        ident: _cell(article, by_article[ident], of.facts, tuple(label_of(articles[a]) for a in alike.get(ident, ())))
        for ident, article in articles.items()
        if ident in by_article
    }
    title, kind = title_of(comparison, facts[0], language), kind_label(comparison.kind, language)
    return Row(
        comparison,
        title,
        kind,
        verdict,
        of.rank,
        of.confidence,
        order,
        cells,
        {ident: min(f.span.start for f in each) for ident, each in by_article.items()},
        folded(" ".join((title, kind, *(f"{c.wording} {c.source}" for c in cells.values())))),
    )


def _alike(comparison: Comparison, article_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Which articles agree with which, by id, in a comparison where not all do."""
    found: dict[str, dict[str, None]] = {}
    for judgement in comparison.judgements:
        if judgement.verdict is Verdict.AGREEMENT and judgement.left in article_of and judgement.right in article_of:
            left, right = article_of[judgement.left], article_of[judgement.right]
            if left != right:
                found.setdefault(left, {})[right] = None
                found.setdefault(right, {})[left] = None
    return {ident: tuple(others) for ident, others in found.items()}


def _cell(article: Article, facts: Sequence[Fact], signs: Mapping[str, Sign], alike: tuple[str, ...]) -> Cell:
    sign = min((signs[f.id] for f in facts if f.id in signs), key=lambda s: s.rank, default=None)
    return Cell(
        " · ".join(_once([article.quote(f.span) for f in facts], names=all(isinstance(f.value, Name) for f in facts))),
        tuple(facts),
        sign.verdict if sign is not None else None,
        any(f.stance.certainty is Certainty.HEDGED for f in facts),
        ", ".join(dict.fromkeys(f.stance.source for f in facts if f.stance.source)),
        alike,
        unsure=sign is not None and sign.unsure,
    )


def _once(quotes: Sequence[str], *, names: bool) -> list[str]:
    """Wordings without repetition, whatever their case; of names, one that is part of a longer one says nothing more."""
    found = list({folded(quote): quote for quote in reversed(quotes)}.values())[::-1]
    if names:
        words = [set(folded(quote).split()) for quote in found]
        found = [quote for quote, own in zip(found, words, strict=True) if not any(own < other for other in words)]
    return found


def arrange(
    rows: Sequence[Row], states: Mapping[str, State], chosen: Filter, order: Order = Order.GRAVITY, article: str = ""
) -> tuple[Row, ...]:
    """The rows that the filter lets through, in order; `article` is the one whose places count for `Order.PLACE`."""
    shown = [row for row in _let_through(rows, states, chosen) if chosen.names or not folds(row, chosen)]
    if order is Order.GRAVITY:
        shown.sort(key=gravity_key)
    elif order is Order.EVENT:
        shown.sort(key=lambda row: (row.event_order, gravity_key(row)))
    else:
        shown.sort(key=lambda row: (row.places.get(article, FAR), gravity_key(row)))
    return tuple(shown)


def folds(row: Row, chosen: Filter) -> bool:
    """Whether a row is folded away with its like: it says but that the articles write the same name, and nobody looks for names."""
    return row.verdict is Verdict.AGREEMENT and row.comparison.kind in NAMES - chosen.kinds and not chosen.text.strip()


def foldable(rows: Sequence[Row], states: Mapping[str, State], chosen: Filter) -> int:
    """How many rows of agreed names there are among those the filter lets through."""
    return sum(folds(row, chosen) for row in _let_through(rows, states, chosen))


def _let_through(rows: Sequence[Row], states: Mapping[str, State], chosen: Filter) -> list[Row]:
    if chosen == Filter(names=chosen.names):
        return list(rows)
    wanted = folded(chosen.text)
    return [row for row in rows if _passes(row, states.get(row.ident, State.TO_CHECK), chosen) and matches(wanted, row.searchable)]


def gravity_key(row: Row) -> tuple[int, bool, float, int]:
    """The gravest first, what is unsure behind what is not, names that all agree on last; then the surest, then in the story's order."""
    return row.rank, row.verdict is Verdict.AGREEMENT and row.comparison.kind in NAMES, -row.confidence, row.event_order


def _passes(row: Row, state: State, chosen: Filter) -> bool:
    return (
        (not chosen.verdicts or row.verdict in chosen.verdicts)
        and (not chosen.kinds or row.comparison.kind in chosen.kinds)
        and (not chosen.articles or not chosen.articles.isdisjoint(row.cells))
        and (not chosen.states or state in chosen.states)
        and (not chosen.doubts or row.comparison.unsure in chosen.doubts)
    )


def divergences(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows that ask for a ruling: all but agreements."""
    return tuple(row for row in rows if row.verdict is not Verdict.AGREEMENT)
