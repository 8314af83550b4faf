"""What changed between the versions of an article, word by word: told first of all, because the paper itself seldom says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from recoupe.model import Article, Project
from recoupe.reading import carry_over, resegment
from recoupe.wording import date_text, datetime_text, word

Piece = tuple[str, str]  # "equal", "delete" or "insert", and the words


class How(StrEnum):
    """What became of a sentence."""

    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence that is not what it was. `before` and `after` are its indices in the versions, None where it stands in one only.

    `pieces` lead from one wording to the other; `paragraph` counts from 1, in the later version where it has the sentence.
    """

    how: How
    before: int | None
    after: int | None
    paragraph: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Revised:
    """One replacement of an article by a later version: the article's id and label, what happened in one line, and every change."""

    article: str
    label: str
    line: str
    changes: tuple[Change, ...]


@lru_cache(maxsize=64)
def changed(earlier: Article, later: Article) -> tuple[Change, ...]:
    """What a later version of an article changed, in the order of its text; typography, page noise and mere moves do not count.

    What was removed stands after what it followed.
    """
    carried = carry_over(earlier, later)
    back = {j: i for i, j in carried.items()}
    numbers = [s.paragraph + 1 for s in later.sentences]
    found: list[tuple[tuple[float, int], Change]] = []
    for j in later.story:
        i = back.get(j)
        if i is None:
            found.append(((j, 1), Change(How.ADDED, None, j, numbers[j], (("insert", later.sentence_text(j)),))))
        elif not _same(earlier.sentence_text(i), later.sentence_text(j)):
            from recoupe.alignment import changes  # the window loads this room before any version is compared

            pieces = changes(earlier.sentence_text(i), later.sentence_text(j))
            found.append(((j, 0), Change(How.REWORDED, i, j, numbers[j], pieces)))
    for i in earlier.story:
        if i not in carried:
            near = max((j for k, j in carried.items() if k < i), default=-1)
            number = earlier.sentences[i].paragraph + 1
            found.append(((near + 0.5, i), Change(How.REMOVED, i, None, number, (("delete", earlier.sentence_text(i)),))))
    return tuple(change for _, change in sorted(found, key=lambda f: f[0]))


def revised(project: Project, labels: Mapping[str, str], language: str) -> tuple[Revised, ...]:
    """What changed in each article that was brought up to date, the latest replacement first; `labels` by article id."""
    told = []
    latest = {a.id: a for a in project.articles}
    for revision in reversed(project.revisions):
        earlier = revision.earlier
        later = latest.get(earlier.id)
        latest[earlier.id] = earlier
        if later is None:
            continue
        found = changed(resegment(earlier, ()), later)
        told.append(Revised(earlier.id, labels[earlier.id], _line(earlier, found, language), found))
    return tuple(told)


def _same(left: str, right: str) -> bool:
    return _even(left) == _even(right)


def _even(text: str) -> str:
    return " ".join(text.translate({0x2019: "'", 0xA0: " ", 0x202F: " "}).split())


def _line(earlier: Article, found: Sequence[Change], language: str) -> str:
    if earlier.origin.read_at is not None:
        since = word("report", "revised_read", language, when=datetime_text(earlier.origin.read_at, language))
    elif earlier.published is not None:
        since = word("report", "revised_of", language, when=date_text(earlier.published, language))
    else:
        since = word("report", "revised_before", language)
    counts = ", ".join(_counts(found, language)) or word("report", "revised_none", language)
    return word("report", "revised_line", language, since=since, counts=counts)


def _counts(found: Sequence[Change], language: str) -> Iterator[str]:
    for how in How:
        count = sum(c.how is how for c in found)
        if count:
            yield word("report", f"revised_{how}_{'one' if count == 1 else 'many'}", language, count=count)
