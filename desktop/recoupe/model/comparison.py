"""What several articles say of the same thing, and how they differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.article import Place, Span
from recoupe.model.event import Copy, Event
from recoupe.model.fact import Fact


class Verdict(StrEnum):
    """How two facts stand to each other, the gravest first."""

    CONTRADICTION = "contradiction"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    PRECISION = "precision"
    AGREEMENT = "agreement"

    @property
    def gravity(self) -> int:
        """0 for the gravest; an agreement is last."""
        return _GRAVITY[self]


_GRAVITY = {verdict: n for n, verdict in enumerate(Verdict)}


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two facts stand to each other, and why.

    `reason` is a code of `resources/wording` that explains the rule; `confidence` is how sure the program is that the two speak of the same
    thing and that the verdict holds (0 to 1).
    """

    left: str
    right: str
    verdict: Verdict
    reason: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """One row of the table: what the articles say of one thing. `facts` and `judgements` hold fact ids.

    `about` heads the row in words of the articles, « … » standing for what the facts fill in.

    `note` is a code for a remark that is no verdict, empty where there is none: `"update"`, the later article may simply know more;
    `"unsure"`, the two may be different things.
    """

    id: str
    event: str
    kind: str
    about: str
    facts: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    note: str = ""

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of its judgements."""
        return min((j.verdict for j in self.judgements), key=lambda v: v.gravity, default=Verdict.AGREEMENT)

    @property
    def unsure(self) -> bool:
        """Whether it may be two things of which the articles speak: reported to be read again, not claimed."""
        return self.note == "unsure"

    @property
    def rank(self) -> int:
        """Its place by weight, 0 for the first: the gravest divergences, then what is unsure in the same order, then agreements."""
        behind = len(Verdict) if self.unsure or self.verdict is Verdict.AGREEMENT else 0
        return self.verdict.gravity + behind


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words that look like a fact, seen before their sentence was parsed: their place and kind, and no value yet."""

    place: Place
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the program found in a set of articles.

    `partial` findings are not all there is to find in the study they belong to: an analysis is under way, or was stopped. They are
    shown, but not reported, and saved only where rulings may rest on them. `sighted` stands in them alone, for articles whose facts are
    not found yet.
    """

    facts: tuple[Fact, ...] = ()
    events: tuple[Event, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    copies: tuple[Copy, ...] = ()
    partial: bool = False
    sighted: tuple[Sighting, ...] = ()

    def linked(self) -> frozenset[str]:
        """The articles that have a passage in common with another one, or a fact that is compared, by id."""
        compared = {ident for found in self.comparisons for ident in found.facts}
        of_facts = {fact.place.article for fact in self.facts if fact.id in compared}
        return frozenset({place.article for event in self.events for place in event.members} | of_facts)


@dataclass(frozen=True, slots=True)
class Part:
    """What an analysis under way hands out: one article's sightings, then its facts; then the events of all. `None` is not known yet."""

    article: str = ""
    sighted: tuple[Sighting, ...] | None = None
    facts: tuple[Fact, ...] | None = None
    events: tuple[Event, ...] | None = None
