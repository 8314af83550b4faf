"""Annotated stories as the comparing of facts meets them: read, parsed, and aligned by what learned nothing from them.

Parses and alignments take minutes; a cache folder keeps them. A parse is kept by the article's text and sentences, an alignment by the
facts besides and by everything that aligns, so that nothing stale is taken.
"""

from __future__ import annotations

import hashlib
import json
import pickle
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from gold import read, stories
from heldout import LEFT_OUT, VECTORS, left_out
from recoupe import alignment, linguistics
from recoupe.alignment import relate
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Event, Fact, Leaning, Parse, Place

T = TypeVar("T")


@dataclass(frozen=True)
class Story:
    """One annotated set of a folder as the program sees it; `events` and `leanings` are its own, `marked` the annotation's."""

    name: str
    folder: Path
    articles: tuple[Article, ...]
    parses: dict[str, Parse]
    facts: tuple[Fact, ...]
    events: tuple[Event, ...]
    leanings: tuple[Leaning, ...]
    marked: tuple[Event, ...]
    gold: dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """What was worked out before, in files of a folder; without a folder nothing is kept."""

    folder: Path | None

    def of(self, what: Iterable[object], work: Callable[[], T]) -> T:
        """The result of work on these things."""
        if self.folder is None:
            return work()
        path = self.folder / f"{hashlib.sha256(repr(list(what)).encode()).hexdigest()[:32]}.pickle"
        if path.exists():
            known: T = pickle.loads(path.read_bytes())  # noqa: S301 (our own)
            return known
        found = work()
        self.folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pickle.dumps(found))
        return found


def load_all(folder: Path, without: Iterable[str], cache: Path | None = None) -> list[Story]:
    """Every story of a folder but those left out, in order of name."""
    names = [s.name for s in stories(folder)]
    return [load(folder, name, Kept(cache)) for name in names if name not in set(without)]


def load(folder: Path, name: str, kept: Kept) -> Story:
    """A story as the program would see it for the first time, beside its annotation."""
    (annotated,) = (s for s in stories(folder) if s.name == name)
    gold = json.loads((folder / name / "gold.json").read_text("utf-8"))
    articles = tuple(read(annotated))
    reader = source(Path(linguistics.__file__))
    parses = {a.id: kept.of(("parse", reader, a.language, a.text, a.sentences, a.doubled), partial(parse, a)) for a in articles}
    facts = {a.id: extract(a, parses[a.id]) for a in articles}
    aligner = [source(p) for p in (*sorted(Path(alignment.__file__).parent.glob("*.py")), LEFT_OUT, VECTORS)]

    def aligned() -> tuple[tuple[Event, ...], tuple[Leaning, ...]]:
        with left_out(name):
            return relate(articles, parses, facts)[:2]

    events, leanings = kept.of(("align", name, aligner, articles, facts), aligned)
    every = tuple(f for a in articles for f in facts[a.id])
    return Story(name, folder / name, articles, parses, every, events, leanings, _marked_events(articles, gold), gold)


def source(path: Path) -> str:
    """What tells one version of a file from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _marked_events(articles: Sequence[Article], gold: dict[str, Any]) -> tuple[Event, ...]:
    """The annotation's events over the program's sentences: those that cover at least half of a marked one, or are covered by half."""
    members: dict[str, set[Place]] = {}
    for article in articles:
        for index in article.story:
            span = article.sentences[index].span
            for marked in gold["articles"][article.id]["sentences"]:
                shared = min(span.end, marked["end"]) - max(span.start, marked["start"])
                if 2 * shared >= min(len(span), marked["end"] - marked["start"]):
                    for tag in marked["tags"]:
                        if tag.startswith("E"):
                            members.setdefault(tag, set()).add(Place(article.id, index))
    return tuple(Event(tag, tuple(sorted(places)), 1.0) for tag, places in sorted(members.items()) if len({p.article for p in places}) > 1)
