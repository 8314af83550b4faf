"""Finds every fact of an article."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta

from recoupe.facts.bearers import with_functions
from recoupe.facts.clauses import Clause, clauses
from recoupe.facts.kind import Found, SentenceContext
from recoupe.facts.kinds import KINDS
from recoupe.facts.kinds.quantity import last_counted
from recoupe.facts.names import acronyms, initials
from recoupe.facts.posts import is_function
from recoupe.facts.sources import Source, sources
from recoupe.facts.stance import stance_of
from recoupe.facts.tree import at_span
from recoupe.facts.voices import voices
from recoupe.model import Article, Fact, Name, Parse, Period, Place, fact_id

_WHERE = {"à", "en", "dans", "vers", "depuis", "in", "at", "near", "from"}
_LONGEST_PREPOSITION = 8  # letters, with its space


def extract(article: Article, parse: Parse) -> tuple[Fact, ...]:
    """Every fact of every kind that the article's sentences state, in order of place; noise states nothing."""
    facts: dict[str, Fact] = {}
    mentioned: date | None = None
    counted, paragraph = "", -1
    read: list[tuple[SentenceContext, list[Found], tuple[Clause, ...]]] = []
    named: list[tuple[Source, ...]] = []
    for index in article.story:
        tokens = parse.sentences[index]
        if not tokens:
            continue
        sentence = article.sentences[index]
        counted = counted if sentence.paragraph == paragraph else ""
        reading = article.reading(sentence.span)
        context = SentenceContext(article, index, tokens, parse.language, article.published, reading, mentioned, counted)
        found = [f for kind in KINDS for f in kind.find(context)]
        read.append((context, found, clauses(tokens, parse.language)))
        named.append(sources(context))
        mentioned = _last_day(found) or mentioned
        counted, paragraph = last_counted(context, found), sentence.paragraph
    for (context, found, within), credited in zip(read, voices([c for c, *_ in read], named), strict=True):
        for fact in _placed(context, found, within, credited):
            facts.setdefault(fact.id, fact)
    resolved = with_functions(_one_name_each(article, tuple(facts.values())))
    return tuple(sorted(resolved, key=lambda f: (f.span.start, f.span.end, f.kind)))


def _placed(context: SentenceContext, found: list[Found], within: tuple[Clause, ...], credited: tuple[Source, ...]) -> list[Fact]:
    """The facts of one sentence with their ids, places and stances, by its clauses and all whom it credits."""
    return [
        Fact(
            id=fact_id(context.article.id, f.span, f.kind),
            kind=f.kind,
            place=Place(context.article.id, context.index),
            span=f.span,
            about=f.about,
            value=f.value,
            stance=stance_of(context, at_span(context.tokens, f.span), within, credited),
            scope=f.scope,
        )
        for f in found
    ]


def _last_day(found: list[Found]) -> date | None:
    """The day that a later « le lendemain » counts from."""
    days = [f for f in found if isinstance(f.value, Period) and f.value.anchored and f.value.end - f.value.start <= timedelta(days=2)]
    return max(days, key=lambda f: f.span.start).value.start.date() if days else None  # type: ignore[union-attr]


def _one_name_each(article: Article, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The same facts, each name under the fullest form that the article gives it: surname → full name, acronym → its expansion."""
    known = acronyms(article.text)
    fuller: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        if isinstance(fact.value, Name) and " " in fact.value.key:
            if fact.value.sort == "person":
                fuller[fact.value.key.split()[-1]].add(fact.value.key)
                fuller[" ".join(fact.value.key.split()[1:])].add(fact.value.key)
            elif fact.value.sort in {"organisation", "thing"}:
                fuller[initials(fact.value.key)].add(fact.value.key)
    people = {f.value.key for f in facts if isinstance(f.value, Name) and f.value.sort == "person"}
    named = []
    for fact in facts:
        value, kind = fact.value, fact.kind
        if isinstance(value, Name) and not is_function(value) and not (kind == "place" and _located(article, fact)):
            full = {known[value.key]} if value.key in known else fuller.get(value.key, set())
            if len(full) == 1:
                value = replace(value, key=next(iter(full)))
                if kind == "place" and value.key in people:  # « Martin rend son écharpe », which a model takes for a town
                    kind, value = "name", replace(value, sort="person")
        named.append(replace(fact, value=value, kind=kind, id=fact_id(fact.place.article, fact.span, kind)))
    return tuple(named)


def _located(article: Article, fact: Fact) -> bool:
    """Whether a name stands behind a word that says where: « à Martin » is a town of that name."""
    before = article.text[max(0, fact.span.start - _LONGEST_PREPOSITION) : fact.span.start].lower().split()
    return bool(before) and before[-1] in _WHERE
