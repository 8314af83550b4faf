"""The annotated stories that alignment is learned from and measured on."""

from __future__ import annotations

import atexit
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from markup import STORIES, build_all
from recoupe.model import Article, Fact, Parse, Place, Role
from recoupe.reading import read_path

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
FOLDS = 4
# of our own stories those that nothing learns from, and that who writes rules doesn't read
KEPT_ASIDE = ("avion", "eau", "heritage", "hopital-mere", "logement", "telescope", "tunnel")


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as annotated: where it stands, the events it surely tells, those left open, and whether it is page noise."""

    article: str
    start: int
    end: int
    text: str
    events: frozenset[str]
    open: frozenset[str]
    noise: bool


@dataclass(frozen=True, slots=True)
class Story:
    """A set of articles on one story, as annotated; `folder` holds their texts."""

    name: str
    folder: Path
    texts: dict[str, str]
    languages: dict[str, str]
    published: dict[str, str]
    sentences: tuple[Tagged, ...]

    def label(self, left: Tagged, right: Tagged) -> bool | None:
        """Whether two sentences tell one event; None where the annotation leaves it open."""
        if left.events & right.events:
            return True
        if "" in left.open or "" in right.open or left.open & (right.events | right.open) or right.open & left.events:
            return None
        return False

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The indices of every two sentences of two articles."""
        for i, j in combinations(range(len(self.sentences)), 2):
            if self.sentences[i].article != self.sentences[j].article:
                yield i, j


def stories(folder: Path = GOLD) -> list[Story]:
    """Every annotated story of a folder, in order of name."""
    return [_story(path) for path in sorted(folder.glob("*/gold.json"))]


def own_names() -> list[str]:
    """The stories of our own that may be learned from, in order of name."""
    return [path.parent.name for path in sorted(STORIES.glob("*/facts.json")) if path.parent.name not in KEPT_ASIDE]


@cache
def own_folder() -> Path:
    """Where all stories of our own stand as those of `GOLD` do, until the program ends."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    build_all(Path(folder.name))
    return Path(folder.name)


def own_stories() -> list[Story]:
    """The stories of our own that may be learned from, in order of name."""
    return [_story(own_folder() / name / "gold.json") for name in own_names()]


def _story(path: Path) -> Story:
    gold = json.loads(path.read_text("utf-8"))
    texts = {name: (path.parent / f"{name}.txt").read_text("utf-8") for name in gold["articles"]}
    sentences = []
    for name, article in gold["articles"].items():
        for s in article["sentences"]:
            tags = s["tags"]
            firm = frozenset(t for t in tags if t.startswith("E"))
            unsure = frozenset(t[1:] for t in tags if t.startswith("?"))
            text = " ".join(texts[name][s["start"] : s["end"]].split())
            sentences.append(Tagged(name, s["start"], s["end"], text, firm, unsure, "#" in tags))
    return Story(path.parent.name, path.parent, texts, gold["language"], gold["published"], tuple(sentences))


def read(story: Story) -> list[Article]:
    """The story's articles as the program reads them, with the dates and languages the annotation gives."""
    out = []
    for name in sorted(story.texts):
        (article,) = read_path(story.folder / f"{name}.txt", now=datetime(2026, 1, 1))
        published = date.fromisoformat(story.published[name]) if story.published.get(name) else None
        out.append(replace(article, id=name, published=published, language=story.languages[name]))
    return out


def stands_for(story: Story, article: Article) -> list[list[Tagged]]:
    """For each sentence of an article as read, the annotated sentences it stands for: those that share half of either one."""
    tagged = [s for s in story.sentences if s.article == article.id]
    out = []
    for sentence in article.sentences:
        start, end = sentence.span.start, sentence.span.end
        shared = [(max(0, min(end, t.end) - max(start, t.start)), t) for t in tagged]
        out.append([t for n, t in shared if 2 * n >= min(end - start, t.end - t.start) > 0])
    return out


def shuffled(article: Article, parse: Parse, facts: Sequence[Fact], seed: int) -> tuple[Article, Parse, list[Fact]]:
    """An article with its paragraphs in another order, the title first, and what is known of it; spans stay those of the text."""
    paragraphs: dict[int, list[int]] = {}
    for index, sentence in enumerate(article.sentences):
        paragraphs.setdefault(sentence.paragraph, []).append(index)
    titles = [n for n, held in paragraphs.items() if any(article.sentences[i].role is Role.TITLE for i in held)]
    rest = [n for n in paragraphs if n not in titles]
    random.Random(seed).shuffle(rest)  # noqa: S311 (no secret)
    order = [(number, i) for number, held in enumerate(titles + rest) for i in paragraphs[held]]
    place = {i: new for new, (_, i) in enumerate(order)}
    return (
        replace(article, sentences=tuple(replace(article.sentences[i], paragraph=number) for number, i in order)),
        replace(parse, sentences=tuple(parse.sentences[i] for _, i in order)),
        [replace(f, place=Place(f.place.article, place[f.place.sentence])) for f in facts],
    )


def folds() -> dict[str, int]:
    """By story, the number of the fold that is left out where it is not to be known; those of our own don't move the others' folds."""
    found = {}
    for names in ([s.name for s in stories()], own_names()):
        found |= {names[i]: number for number, held in enumerate(parted(len(names), FOLDS)) for i in held}
    return found


def parted(count: int, groups: int) -> list[list[int]]:
    """The numbers below `count` dealt into groups, always the same."""
    order = list(range(count))
    random.Random(7).shuffle(order)  # noqa: S311 (no secret)
    return [sorted(order[g::groups]) for g in range(min(groups, count))]
