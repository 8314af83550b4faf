"""The whole chain in one function: articles and decisions in, findings out."""

from __future__ import annotations

import contextlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from recoupe import alignment
from recoupe.alignment import copies, relate
from recoupe.errors import RecoupeError
from recoupe.facts import compare_corrected, extract, sightings
from recoupe.linguistics import parse
from recoupe.model import Analysis, Article, Corrected, Decision, Fact, Means, Origin, Parse, Part, Role, Sentence, Span, Value
from recoupe.pipelines import pipeline
from recoupe.progress import Progress, silent
from recoupe.reading import resegment

# Characters of articles that nobody has open whose understanding is kept all the same; each is worth some two hundred bytes.
_KEPT = 1_500_000
_IN_VIEW = 60  # sentences of an article whose figures are seen before anything is parsed


def prepare(language: str) -> None:
    """Begin to load what an analysis of articles in a language needs, in a thread of its own; what is wrong is told at first use."""

    def load() -> None:
        with contextlib.suppress(RecoupeError):
            sightings(_example(language))  # compiles the patterns and reads the lexicons that the first marks need
        with contextlib.suppress(RecoupeError):
            alignment.load()  # before the parser, which takes longer: sentences are encoded meanwhile
        with contextlib.suppress(RecoupeError):
            pipeline(language)

    threading.Thread(target=load, daemon=True, name=f"models-{language}").start()


def _example(language: str) -> Article:
    """A sentence in a language, to try on what is to be ready."""
    text = "On Tuesday at 8.30, 12 people paid $3." if language == "en" else "Mardi à 8 h 30, 12 personnes ont payé 3 euros."
    return Article("", "", "", None, language, Origin(Means.PASTE, ""), text, (Sentence(Span(0, len(text)), Role.BODY, 0),))


def unheard(part: Part) -> None:
    """For callers who wait for the end."""


def analyse(
    articles: Sequence[Article],
    decisions: Sequence[Decision] = (),
    progress: Progress = silent,
    hand: Callable[[Part], None] = unheard,
) -> Analysis:
    """Find what each article states, which passages tell the same thing, and where the facts of one event diverge.

    The decisions are obeyed as inputs: sentences ruled noise or not, passages joined, parted or confirmed, facts corrected. The
    articles' order changes nothing in what is found. One article alone gives its facts and no event. Articles whose text did not
    change since the last call cost next to nothing, of others only the sentences that are new are parsed.

    What is found on the way is handed out, the first article's first: figures and dates of new articles, seen without any grammar, then
    each article's facts, then the events.
    """
    given = [resegment(article, decisions) for article in articles]
    ruled = sorted(given, key=lambda a: a.id)
    _understanding.make_room(given)
    for article in given:
        if not _understanding.has_met(article.id):
            progress("extracting", 0, len(given))
            hand(Part(article.id, sighted=sightings(article, _IN_VIEW)))
    with alignment.ahead(ruled):
        corrections = {d.fact: d.value for d in decisions if isinstance(d, Corrected)}
        parses, facts = _understood(given, corrections, progress, hand)
        progress("aligning", 0, 1)
        events, leanings, strangers = relate(
            ruled, parses, facts, decisions, progress=progress
        )  # a value set right links and parts nothing
    hand(Part(events=events))
    progress("comparing", 0, 1)
    every = [fact for article in ruled for fact in facts[article.id]]
    comparisons = compare_corrected(ruled, parses, every, events, leanings, strangers=strangers, corrections=corrections)
    progress("comparing", 1, 1)
    return Analysis(_set_right(every, corrections), events, comparisons, copies(ruled))


def _understood(
    articles: Sequence[Article], corrections: Mapping[str, Value], progress: Progress, hand: Callable[[Part], None]
) -> tuple[dict[str, Parse], dict[str, tuple[Fact, ...]]]:
    """Each article's parse and facts as they are read; those that are handed out are as the user corrected them."""
    parses: dict[str, Parse] = {}
    facts: dict[str, tuple[Fact, ...]] = {}
    for done, article in enumerate(articles):
        progress("extracting", done, len(articles))
        parses[article.id], facts[article.id] = _understanding.of(article, progress)
        hand(Part(article.id, facts=_set_right(facts[article.id], corrections)))
    return parses, facts


def _set_right(facts: Sequence[Fact], corrections: Mapping[str, Value]) -> tuple[Fact, ...]:
    return tuple(replace(f, value=corrections[f.id]) if f.id in corrections else f for f in facts)


class Understanding:
    """What was understood of articles lately: a new analysis seldom touches every article, and seldom every sentence of one."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Article, tuple[Parse, tuple[Fact, ...]]] = OrderedDict()
        self._latest: dict[str, tuple[Article, Parse]] = {}

    def has_met(self, ident: str) -> bool:
        """Whether an article, in this state or an earlier one, was understood lately."""
        return ident in self._latest

    def of(self, article: Article, progress: Progress = silent) -> tuple[Parse, tuple[Fact, ...]]:
        """An article's parse and the facts it states."""
        known = self._kept.get(article)
        if known is None:
            before = self._latest.get(article.id)
            parsed = parse(article, progress, before=before)
            known = self._kept[article] = parsed, extract(article, parsed)
        self._kept.move_to_end(article)
        self._latest[article.id] = article, known[0]
        return known

    def make_room(self, articles: Sequence[Article]) -> None:
        """Let go of others than these, the longest unused first, where all together are more than is kept."""
        wanted = set(articles)
        held = sum(len(a.text) for a in wanted)
        for article in reversed([a for a in self._kept if a not in wanted]):
            held += len(article.text)
            if held > _KEPT:
                del self._kept[article]
        names = {a.id for a in (*self._kept, *articles)}
        self._latest = {ident: latest for ident, latest in self._latest.items() if ident in names}

    def forget(self) -> None:
        """Understand everything anew."""
        self._kept.clear()
        self._latest.clear()


_understanding = Understanding()
