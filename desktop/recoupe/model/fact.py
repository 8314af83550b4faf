"""A checkable statement at one place of one article."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.article import Place, Span
from recoupe.model.values import Value


class Certainty(StrEnum):
    """How firmly an article states something."""

    ASSERTED = "asserted"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Stance:
    """How firmly, and on whose word; an empty `source` is the paper itself."""

    certainty: Certainty = Certainty.ASSERTED
    source: str = ""


COMING = "coming"  # the scope of a statement that is announced and not yet done


@dataclass(frozen=True, slots=True)
class Fact:
    """A checkable statement: its kind, its exact words (`span`), what it is about and what it is worth.

    `kind` is one of the names in `FACT_KINDS`. `about` is what is counted, dated, named or asserted, as lemmas in the article's language
    (« manifestant », « date procès »); `scope` narrows it (« blessé grave », « par jour »), empty where nothing does; of a statement that
    is still to come it is `COMING`.
    """

    id: str
    kind: str
    place: Place
    span: Span
    about: str
    value: Value
    stance: Stance = Stance()
    scope: str = ""


FACT_KINDS = (
    "quantity",
    "money",
    "percent",
    "date",
    "time",
    "duration",
    "name",
    "place",
    "certainty",
    "attribution",
    "polarity",
    "cause",
)


def fact_id(article: str, span: Span, kind: str) -> str:
    """The id of a fact, derived from its content so that a user's ruling finds it again after a new analysis."""
    return f"{article}:{span.start}-{span.end}:{kind}"
