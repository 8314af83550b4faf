"""The whole chain in one function: articles and decisions in, findings out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from recoupe.alignment import align, copies
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Analysis, Article, Corrected, Decision, Fact, Parse
from recoupe.progress import Progress, silent
from recoupe.reading import resegment

# An article's parse and facts depend on the article alone. Twenty articles are the most a story is expected to hold; each entry is worth
# about a kilobyte a word.
_KEPT = 32


@lru_cache(maxsize=_KEPT)
def _understood(article: Article) -> tuple[Parse, tuple[Fact, ...]]:
    """An article's parse and the facts it states, kept because a new analysis seldom touches every article."""
    parsed = parse(article)
    return parsed, extract(article, parsed)


def analyse(
    articles: Sequence[Article], decisions: Sequence[Decision] = (), _previous: Analysis | None = None, progress: Progress = silent
) -> Analysis:
    """Find what each article states, which passages tell the same thing, and where the facts of one event diverge.

    The decisions are obeyed as inputs: sentences ruled noise or not, passages joined, parted or confirmed, facts corrected. The
    articles' order changes nothing in what is found. One article alone gives its facts and no event. Articles whose text did not
    change since the last call cost next to nothing.
    """
    ruled = sorted((resegment(article, decisions) for article in articles), key=lambda a: a.id)
    parses: dict[str, Parse] = {}
    facts: dict[str, tuple[Fact, ...]] = {}
    corrections = {d.fact: d.value for d in decisions if isinstance(d, Corrected)}
    for done, article in enumerate(ruled):
        progress("extracting", done, len(ruled))
        parses[article.id], found = _understood(article)
        facts[article.id] = tuple(replace(f, value=corrections[f.id]) if f.id in corrections else f for f in found)
    progress("aligning", 0, 1)
    events = align(ruled, parses, facts, decisions, progress=progress)
    progress("comparing", 0, 1)
    every = [fact for article in ruled for fact in facts[article.id]]
    comparisons = compare(ruled, parses, every, events)
    progress("comparing", 1, 1)
    return Analysis(tuple(every), events, comparisons, copies(ruled))
