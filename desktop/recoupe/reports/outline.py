"""What a report says, before any format: plain data with every word already in the report's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from recoupe.model import Event, Project, State, Verdict
from recoupe.reports.picture import Matrix, Timeline
from recoupe.reports.revised import Revised


@dataclass(frozen=True, slots=True)
class Choice:
    """What goes into a report; None leaves everything in. Among `events`, "" stands for what is compared outside every event.

    `wording` is what translations into the report's language call what is compared, by the comparison's id.
    """

    language: str = "fr"
    articles: frozenset[str] | None = None
    events: frozenset[str] | None = None
    states: frozenset[State] | None = None
    verdicts: frozenset[Verdict] | None = None
    wording: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence in another language, with who made it and when, and what is doubtful in it."""

    language: str
    text: str
    label: str
    doubts: tuple[str, ...]

    @property
    def remark(self) -> str:
        """All that is to be known of it, in one line: a translation never stands without who made it and when."""
        return f"{self.label}; {', '.join(self.doubts)}" if self.doubts else self.label


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence; `rows` are the numbers of the fact rows it is a fact of, `verdict` the gravest of theirs."""

    text: str
    rows: tuple[int, ...] = ()
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of an article: its words in pieces, the paragraph it stands in (from 1), the passages it belongs to."""

    article: str
    index: int
    paragraph: int
    pieces: tuple[Piece, ...]
    passages: tuple[int, ...]
    translations: tuple[Translated, ...]

    @property
    def text(self) -> str:
        """The sentence's words."""
        return "".join(p.text for p in self.pieces)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article; `role` is that of its first sentence."""

    role: str
    sentences: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """An article: `label` is short and no other article's. `left_out` counts the sentences that are page noise."""

    id: str
    label: str
    title: str
    outlet: str
    published: str
    author: str
    where: str
    language: str
    words: int
    note: str
    left_out: int
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that tell one thing; `sides` has those of each article, in the order of the report's articles."""

    id: str
    number: int
    strength: str
    by_user: bool
    note: str
    sides: tuple[tuple[Said, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One article's statement in a row.

    `quote` is its very words, `before` and `after` the words around them with their spaces, cut short. `value` is what they are worth
    in the report's language, empty where the words speak for themselves. `source` is whom the article quotes; `hedged` says so in
    words, empty where it is stated flatly.
    """

    fact: str
    value: str
    before: str
    quote: str
    after: str
    sentence: Said
    source: str
    hedged: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why two statements of a row were judged as they were."""

    left: str
    right: str
    verdict: Verdict
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """What the articles say of one thing; `cells` has each article's statements in the order of the report's articles."""

    id: str
    number: int
    kind: str
    about: str
    verdict: Verdict
    state: str
    remark: str
    note: str
    passage: int | None
    confidence: str
    cells: tuple[tuple[Cell, ...], ...]
    reasons: tuple[Why, ...]

    @property
    def telling(self) -> tuple[Why, ...]:
        """The reasons worth reading: those of pairs that do not simply agree."""
        return tuple(w for w in self.reasons if w.verdict is not Verdict.AGREEMENT)


@dataclass(frozen=True, slots=True)
class Outline:
    """The whole report.

    `project` is the study cut down to what was chosen; `only` has what a single article says, by article; `revised` what later versions
    changed.
    """

    language: str
    title: str
    made_at: datetime
    version: str
    project: Project
    papers: tuple[Paper, ...]
    passages: tuple[Passage, ...]
    rows: tuple[Row, ...]
    only: tuple[tuple[Said, ...], ...]
    relations: tuple[str, ...]
    engines: tuple[str, ...]
    timeline: Timeline
    matrix: Matrix
    reviewed: int
    revised: tuple[Revised, ...] = ()

    @property
    def divergences(self) -> tuple[Row, ...]:
        """The rows whose articles do not simply agree."""
        return tuple(r for r in self.rows if r.verdict is not Verdict.AGREEMENT)

    @property
    def agreements(self) -> tuple[Row, ...]:
        """The rows whose articles agree."""
        return tuple(r for r in self.rows if r.verdict is Verdict.AGREEMENT)

    def paper(self, ident: str) -> Paper:
        """The article of that id."""
        return next(p for p in self.papers if p.id == ident)


def labels(named: Sequence[tuple[str, str]]) -> Mapping[str, str]:
    """A short label for each (id, outlet), no two alike: the outlet where no other article has it, else the outlet and the id."""
    outlets = [outlet for _, outlet in named]
    return {ident: ident if not outlet else outlet if outlets.count(outlet) == 1 else f"{outlet} ({ident})" for ident, outlet in named}


def numbered(events: Sequence[Event]) -> Mapping[str, int]:
    """The number of each event in the report, from 1, by its id."""
    return {event.id: n for n, event in enumerate(events, 1)}
