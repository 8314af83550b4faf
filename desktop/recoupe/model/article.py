"""An article as read: its text, its sentences, where it came from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What a sentence is for in its page."""

    TITLE = "title"
    LEAD = "lead"
    HEADING = "heading"
    BODY = "body"
    NOISE = "noise"


class Means(StrEnum):
    """How an article came in."""

    FILE = "file"
    PAGE = "page"
    PASTE = "paste"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Article.text`, in Unicode code points."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A sentence of an article: the article's id and the sentence's index in `Article.sentences`."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, title, heading or bullet.

    `paragraph` counts the article's paragraphs from 0. `noise` says which kind of page noise a NOISE sentence is (`"newsletter"`,
    `"cookies"`, `"share"`, `"comment"`, `"related"` …) and is empty for every other role.
    """

    span: Span
    role: Role
    paragraph: int
    noise: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from: a path, an address, or empty for pasted text; `read_at` in local time."""

    means: Means
    where: str
    read_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A stretch of an article as it should be read: without the words that a tooltip doubled.

    `text` is the stretch with every doubled span left out; `source` gives the article offset of a position in it.
    """

    text: str
    _starts: tuple[int, ...]  # positions in `text` where a kept run begins
    _offsets: tuple[int, ...]  # the article offset of each of those

    def source(self, position: int) -> int:
        """The article offset of the character at `position` of `text`."""
        run = bisect_right(self._starts, position) - 1
        return self._offsets[run] + position - self._starts[run]

    def span(self, start: int, end: int) -> Span:
        """The article span of `text[start:end]`; a stretch across a doubled word takes that word in."""
        return Span(self.source(start), self.source(end - 1) + 1 if end > start else self.source(start))


@dataclass(frozen=True, slots=True)
class Article:
    """A text to compare. `text` is never altered after reading: everything else points into it.

    `language` is an ISO 639-1 code ("fr", "en"), empty where unknown. `published` is the publication date where the text or the user
    gives it. `doubled` holds the second copies of words that a page's tooltip wrote twice (« tramwaytramway »), in order: they are
    not shown and not compared.
    """

    id: str
    title: str
    outlet: str
    published: date | None
    language: str
    origin: Origin
    text: str
    sentences: tuple[Sentence, ...]
    doubled: tuple[Span, ...] = ()
    author: str = ""

    def reading(self, span: Span) -> Reading:
        """The stretch as it should be read, doubled words left out."""
        parts: list[str] = []
        starts: list[int] = []
        offsets: list[int] = []
        at, length = span.start, 0
        for cut in (*(d for d in self.doubled if d.overlaps(span)), Span(span.end, span.end)):
            end = min(max(cut.start, at), span.end)
            if end > at or not starts:
                starts.append(length)
                offsets.append(at)
                parts.append(self.text[at:end])
                length += end - at
            at = max(at, min(cut.end, span.end))
        return Reading("".join(parts), tuple(starts), tuple(offsets))

    def quote(self, span: Span) -> str:
        """The words of a stretch as they should be read, white space evened out, for showing elsewhere than in place."""
        return " ".join(self.reading(span).text.split())

    def sentence_text(self, index: int) -> str:
        """The words of a sentence as they should be read, white space evened out."""
        return self.quote(self.sentences[index].span)

    @property
    def story(self) -> tuple[int, ...]:
        """The indices of the sentences that are no page noise."""
        return tuple(i for i, s in enumerate(self.sentences) if s.role is not Role.NOISE)
