"""What the user ruled, kept apart from what the program found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recoupe.model.article import Place
from recoupe.model.values import Value


class State(StrEnum):
    """How far the review of a comparison has come."""

    TO_CHECK = "to_check"
    CONFIRMED = "confirmed"
    NOT_A_DIVERGENCE = "not_a_divergence"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class Joined:
    """These sentences tell the same thing."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """No two of these sentences tell the same thing."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The program's link between these two sentences is right."""

    left: Place
    right: Place


@dataclass(frozen=True, slots=True)
class Corrected:
    """The value of this fact (by id) is the given one, not the one that was read."""

    fact: str
    value: Value


@dataclass(frozen=True, slots=True)
class Dismissed:
    """This comparison (by id) is not to be listed as a divergence."""

    comparison: str


@dataclass(frozen=True, slots=True)
class Noise:
    """This sentence is page noise, or is not, whatever the reader thought."""

    place: Place
    is_noise: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """A note on a comparison, event or article (by id)."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How far the review of a comparison (by id) has come."""

    comparison: str
    state: State


Decision = Joined | Parted | Confirmed | Corrected | Dismissed | Noise | Noted | Reviewed
