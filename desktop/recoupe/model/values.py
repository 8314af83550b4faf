"""What a fact can be worth: a quantity, a period, a name, an assertion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum


class Exactness(StrEnum):
    """How exactly a quantity or a period is given."""

    EXACT = "exact"  # 297, le 14 mai
    ROUNDED = "rounded"  # près de 300, environ, une trentaine
    BOUND = "bound"  # plus de 300, jusqu'à 300
    RANGE = "range"  # entre 3 et 5, de 10 à 12 %
    VAGUE = "vague"  # des milliers, plusieurs


@dataclass(frozen=True, slots=True)
class Quantity:
    """An interval of numbers in one base unit; `None` leaves an end open (« plus de 300 » is 300 to None).

    `unit` is empty for a plain count; otherwise the base unit: an ISO 4217 code for money ("EUR"), "%" or "pt" for shares, "s" for
    durations below a day, "d" for longer ones, "clock" for minutes since midnight (a time of the day), "m", "m2", "kg", "km/h", "°C" …
    `point` is the number as written (300 for « près de 300 »), for showing and for judging roundings.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    exactness: Exactness = Exactness.EXACT
    point: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from `start` to `end` (exclusive), local to the event.

    `grain` says how finely it is given: "minute", "hour", "part" (a part of a day), "day", "week", "month", "season", "year", "decade".
    A date without a year and without a publication date has year 1 and `anchored` false: only its month and day can be compared.
    """

    start: datetime
    end: datetime
    grain: str = "day"
    exactness: Exactness = Exactness.EXACT
    anchored: bool = True


@dataclass(frozen=True, slots=True)
class Name:
    """A person, body, place or thing: `shown` as written, `key` the canonical form inside the story, `sort` its kind.

    `sort` is "person", "organisation", "place", "product" or "thing".
    """

    shown: str
    key: str
    sort: str = "thing"


@dataclass(frozen=True, slots=True)
class Assertion:
    """That something is the case (`holds`) or is not; `what` is its content in canonical words."""

    what: str
    holds: bool = True


Value = Quantity | Period | Name | Assertion
