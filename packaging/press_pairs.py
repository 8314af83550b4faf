"""Pairs of real press articles as examples for the scorer of facts: hardly anything in which two papers differ is a contradiction.

Annotated stories are written to differ, so that half of what looks like a difference between numbers there is one; in the press it is
one in thirty. Sixty pairs of articles on one event were read, and `press_real.txt` lists where they contradict each other, tell one
thing on the word of two, or less exactly or firmly. Everything else that could be taken for any of these is none.

Ten of the pairs are kept aside: a reader who had seen no output noted what differs in these, and what the program finds of it says how
much it finds in articles from which it learned nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from fact_stories import Kept, source
from recoupe import alignment, linguistics
from recoupe.alignment import relate
from recoupe.facts import extract
from recoupe.facts.compare import Told, candidates, strays
from recoupe.facts.judged import Match
from recoupe.facts.sides import sides
from recoupe.linguistics import parse
from recoupe.model import Article, Event, Leaning, Verdict
from recoupe.reading import read_path

PAIRS = Path(__file__).resolve().parents[2] / "shared" / "press" / "pairs"
REAL = Path(__file__).with_name("press_real.txt")
KEPT_ASIDE = frozenset({"040", *(f"{n:03}" for n in range(51, 60))})
_DAY = datetime(2026, 1, 1)  # of reading: nothing in an article may depend on it


def press_examples(folder: Path, cache: Path | None) -> Iterable[tuple[str, Match, int]]:
    """Every pair of facts that could pass for a difference, with 1 where it is one.

    Each by the name of its pair of articles.
    """
    real = _real()
    for pair in sorted(p for p in folder.iterdir() if p.is_dir() and p.name not in KEPT_ASIDE):
        articles = press_articles(pair)
        for match in _differing(articles, Kept(cache)):
            places = tuple(f"{s.place.article}:{s.fact.span.start}" for s in (match.left, match.right))
            yield f"press {pair.name}", match, int((pair.name, *places) in real)


def press_articles(pair: Path) -> tuple[Article, ...]:
    """Both articles with the days they were published on, from which « mardi » and « hier » count."""
    days = json.loads((pair / "meta.json").read_text("utf-8"))["published"]
    read = (a for f in sorted(pair.glob("*.txt")) for a in read_path(f, now=_DAY))
    return tuple(replace(a, published=date.fromisoformat(days[a.id])) for a in read)


def _differing(articles: tuple[Article, ...], kept: Kept) -> Iterable[Match]:
    """What the program could take for differences of two articles."""
    reader = source(Path(linguistics.__file__))
    aligner = [source(p) for p in sorted(Path(alignment.__file__).parent.glob("*.py"))]
    parses = {a.id: kept.of(("parse", reader, a.language, a.text, a.sentences, a.doubled), partial(parse, a)) for a in articles}
    facts = {a.id: extract(a, parses[a.id]) for a in articles}

    def related() -> tuple[tuple[Event, ...], tuple[Leaning, ...]]:
        return relate(articles, parses, facts)[:2]

    events, leanings = kept.of(("press", aligner, articles, facts), related)
    by_place = sides(articles, parses, [f for a in articles for f in facts[a.id]])
    told = Told(articles, by_place, leanings, score=lambda _family, _values: 0.0)
    known = {(m.left.fact.id, m.right.fact.id): m for event in events for m in candidates(event, by_place, told)}
    every = (*known.values(), *strays(articles, events, by_place, told, known))
    return [m for m in every if m.verdict is not Verdict.AGREEMENT]


def _real() -> frozenset[tuple[str, ...]]:
    """The contradictions that were read and found real: the pair, and where the two facts begin."""
    lines = REAL.read_text("utf-8").splitlines()
    return frozenset(tuple(line.split()) for line in lines if line and not line.startswith("#"))
