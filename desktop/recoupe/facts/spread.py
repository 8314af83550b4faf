"""How wide a number is meant: « environ 300 », « plus de 300 », « des milliers » as intervals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from recoupe.model import Exactness, Quantity

_PLACES = 6  # behind the point; a mile of 1609.344 m is exact enough


@dataclass(frozen=True, slots=True)
class Spread:
    """An interval before its unit is known; `point` is the number as written, None where only a word stood."""

    low: Decimal | None
    high: Decimal | None
    exactness: Exactness = Exactness.EXACT
    point: Decimal | None = None

    def quantity(self, unit: str = "") -> Quantity:
        """The interval as a value in a base unit, its ends without needless zeros."""
        point = self.point
        if point is not None and int(point.as_tuple().exponent) < -_PLACES:
            point = round(point, _PLACES)
        return Quantity(_plain(self.low), _plain(self.high), unit, self.exactness, point)


def _plain(number: Decimal | None) -> Decimal | None:
    """The number with exponent 0 or below: 2.4E+9 as 2400000000, 15.0 as 15."""
    if number is None:
        return None
    if number == number.to_integral_value():
        return number.quantize(Decimal(1)) if abs(number) < Decimal(10) ** 27 else number
    return round(number, _PLACES).normalize()


def exactly(number: Decimal) -> Spread:
    """The number and nothing else."""
    return Spread(number, number, Exactness.EXACT, number)


def vaguely(low: Decimal, high: Decimal) -> Spread:
    """A word that leaves the number open."""
    return Spread(low, high, Exactness.VAGUE)


def between(low: Decimal, high: Decimal) -> Spread:
    """« entre 3 et 5 »."""
    return Spread(min(low, high), max(low, high), Exactness.RANGE)


def leeway(number: Decimal) -> Decimal:
    """How far a number called approximate may lie from the truth.

    Half of the last digit that is not a zero, held between bounds: « environ 300 » may be 250 to 350, « environ 350 » 332 to 368,
    « environ 2 850 » 2 793 to 2 907. One digit means up to a fifth, two a twentieth at least, three and more a fiftieth.
    """
    size = abs(number)
    if not size:
        return Decimal(0)
    digits = "".join(map(str, size.as_tuple().digits)).strip("0")
    half = Decimal(5).scaleb(size.adjusted() - len(digits))
    if len(digits) <= 1:
        return max(min(half, size / 5), size / 10)
    if len(digits) == 2:
        return max(half, size / (10 if size < 100 else 20))
    return max(half, size / 50)


def widened(spread: Spread, how: str) -> Spread:
    """The spread as a word before or after it widens it: "about", "near", "above", "over", "least", "under", "most", "exact"."""
    point = spread.point
    if how == "exact" or point is None:
        return spread
    room = leeway(point)
    if how == "about":
        return replace(spread, low=point - room, high=point + room, exactness=Exactness.ROUNDED)
    if how == "near":
        # « près de 300 » is said of 297 and, in a hurry, of 301
        return replace(spread, low=point - room, high=point + room / 10, exactness=Exactness.ROUNDED)
    if how == "above":
        return replace(spread, low=point, high=point + max(room, point / 4), exactness=Exactness.ROUNDED)
    if how in {"over", "least"}:
        return replace(spread, low=point, high=None, exactness=Exactness.BOUND)
    return replace(spread, low=None, high=point, exactness=Exactness.BOUND)


def mapped(spread: Spread, convert: Callable[[Decimal], Decimal]) -> Spread:
    """The spread with each of its numbers converted by a function of a Decimal."""
    low, high, point = (None if n is None else convert(n) for n in (spread.low, spread.high, spread.point))
    return Spread(low, high, spread.exactness, point)
