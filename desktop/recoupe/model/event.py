"""One event, and every sentence that tells it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.article import Place


class By(StrEnum):
    """Who put sentences together."""

    PROGRAM = "program"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of two articles that tell the same thing.

    `confidence` is a calibrated probability from 0 to 1 (1.0 for a link the user made or confirmed). `reasons` are codes with what they
    rest on, the weightiest first: ("figures", "1 200"), ("names", "Dijon"), ("words", "braquage, bijouterie"), ("meaning", "").
    `left` comes before `right` in the order of places.
    """

    left: Place
    right: Place
    confidence: float
    by: By = By.PROGRAM
    reasons: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Leaning:
    """Two sentences of two articles that no event holds both of, though hardly any other sentence is a likelier counterpart of either.

    `probability` is that of their telling one thing, `meaning` the cosine of their vectors, `rivals` how many sentences of the two
    articles are likelier counterparts, both ends together. `left` comes before `right` in the order of places.
    """

    left: Place
    right: Place
    probability: float
    meaning: float
    rivals: int


@dataclass(frozen=True, slots=True)
class Event:
    """Sentences of two or more articles that tell one thing, in order, with the links that hold them together.

    `strength` is the mean confidence of the links.
    """

    id: str
    members: tuple[Place, ...]
    strength: float
    links: tuple[Link, ...] = ()
    by: By = By.PROGRAM

    def of(self, article: str) -> tuple[Place, ...]:
        """The members that stand in one article, in order."""
        return tuple(p for p in self.members if p.article == article)

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that tell it, each once, in order of first member."""
        return tuple(dict.fromkeys(p.article for p in self.members))


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that share wording: an agency dispatch taken over, or two versions of one article.

    `left_share` and `right_share` are the shares of each article's words (0 to 1) that stand in near-verbatim passages; `version` is
    true where the right article is a later version of the left one rather than another paper's copy. `passages` pairs the sentences.
    """

    left: str
    right: str
    left_share: float
    right_share: float
    version: bool
    passages: tuple[tuple[Place, Place], ...]
