"""Real press articles in which every pair of sentences was read, for learning and for measuring alignment.

The annotated stories were written so as to be told differently; what newsrooms print is often one dispatch taken over, where most of what
is alike is not the same thing. `press_links.txt` says which pairs are, by positions alone; the articles stay in ../shared/press.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from gold import GOLD
from recoupe.model import Article, Place
from recoupe.reading import read_path

LINKS = Path(__file__).with_name("press_links.txt")
PRESS = GOLD.parent / "press" / "pairs"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles of two desks, and which of their sentences tell the same (1) or perhaps (-1), by where they begin."""

    name: str
    articles: tuple[Article, Article]
    found: dict[tuple[int, int], int]

    def label(self, left: Place, right: Place) -> int:
        """1 for two sentences that tell the same thing, 0 for two that do not, -1 where it could be argued over."""
        a, b = sorted((left, right))
        one, two = self.articles
        return self.found.get((one.sentences[a.sentence].span.start, two.sentences[b.sentence].span.start), 0)


def pairs(folder: Path = PRESS) -> list[Pair]:
    """All pairs of articles that were read, in order of name; none where the folder is not there."""
    return list(_pairs(folder)) if folder.is_dir() else []


def _pairs(folder: Path) -> Iterator[Pair]:
    for line in LINKS.read_text("ascii").splitlines():
        if line.startswith("#"):
            continue
        name, right, unsure = (part.strip() for part in line.split("|"))
        found = dict.fromkeys(_places(right), 1) | dict.fromkeys(_places(unsure), -1)
        published = json.loads((folder / name / "meta.json").read_text("utf-8"))["published"]
        one, two = (_read(folder / name / f"{side}.txt", published[side]) for side in "ab")
        yield Pair(name, (one, two), found)


def _places(written: str) -> list[tuple[int, int]]:
    return [(int(a), int(b)) for a, _, b in (pair.partition("-") for pair in written.split())]


def _read(path: Path, published: str) -> Article:
    (article,) = read_path(path, now=datetime(2026, 1, 1))
    return replace(article, id=path.stem, published=date.fromisoformat(published))
