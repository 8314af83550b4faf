"""Rows whose values the user set right: they stay, for what a fact is about was not doubted, only what it is worth.

Whether two facts are one thing is learned from articles, where values far apart are mostly two things. A corrected value says nothing of
that, so the facts are brought together by the values as read as well, and judged by those that the user gave.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from recoupe.facts.compare import compare
from recoupe.facts.judged import comparable, ruling
from recoupe.facts.sides import Side, sides
from recoupe.model import Article, Comparison, Event, Fact, Judgement, Leaning, Parse, Value, Verdict


def compare_corrected(
    articles: Sequence[Article],
    parses: Mapping[str, Parse],
    read: Sequence[Fact],
    events: Sequence[Event],
    leanings: Sequence[Leaning],
    *,
    strangers: Collection[tuple[str, str]] = (),
    corrections: Mapping[str, Value],
) -> tuple[Comparison, ...]:
    """The rows of facts of which the user set some right, by id; `read` are the facts as they were read."""
    facts = [replace(f, value=corrections[f.id]) if f.id in corrections else f for f in read]
    found = compare(articles, parses, facts, events, leanings, strangers=strangers)
    touched = {f.id for f, before in zip(facts, read, strict=True) if f != before}
    if not touched:
        return found
    known = [c for c in compare(articles, parses, read, events, leanings, strangers=strangers) if touched.intersection(c.facts)]
    by_id = _sides(articles, parses, facts, {ident for c in known for ident in c.facts})
    language = {a.id: a.language for a in articles}
    kept = [row for each in known if (row := _judged_anew(each, touched, by_id, language)) is not None]
    wider = [frozenset(c.facts) for c in found]
    kept = [row for row in kept if not any(each > frozenset(row.facts) for each in wider)]  # the right value has counterparts of its own
    replaced = [frozenset(row.facts) for row in kept]
    order = {f.id: n for n, f in enumerate(sorted(facts, key=lambda f: (f.place, f.span, f.kind)))}
    rows = [*kept, *(c for c in found if not any(frozenset(c.facts) <= each for each in replaced))]
    return tuple(sorted(rows, key=lambda c: (min(order[i] for i in c.facts), c.id)))


def _sides(articles: Sequence[Article], parses: Mapping[str, Parse], facts: Sequence[Fact], wanted: set[str]) -> dict[str, Side]:
    """The sides of some facts, by id: all of their sentences are looked at, for what stands beside a fact is part of its side."""
    places = {f.place for f in facts if f.id in wanted}
    near = sides(articles, parses, [f for f in facts if f.place in places])
    return {s.fact.id: s for here in near.values() for s in here}


def _judged_anew(row: Comparison, touched: set[str], by_id: Mapping[str, Side], language: Mapping[str, str]) -> Comparison | None:
    """The row with the judgements that follow from corrected values; None where nothing in it can be compared any more."""
    judgements: list[Judgement] = []
    for old in row.judgements:
        left, right = by_id[old.left], by_id[old.right]
        if touched.isdisjoint((old.left, old.right)):
            judgements.append(old)
        elif comparable(left, right):
            one_language = language[left.place.article] == language[right.place.article]
            verdict, reason = ruling(left, right, one_language=one_language)
            judgements.append(replace(old, verdict=verdict, reason=reason))
    held = {ident for each in judgements for ident in (each.left, each.right)}
    if not judgements:
        return None
    told = replace(row, facts=tuple(i for i in row.facts if i in held), judgements=tuple(judgements), note="")
    return replace(told, note=row.note) if row.note == "unsure" and told.verdict is not Verdict.AGREEMENT else told
