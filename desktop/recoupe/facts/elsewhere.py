"""Where else a value is told: whether another article confirms it, found by what values that agree have in common."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from recoupe.facts.assertions import REDUCED
from recoupe.facts.counted import degree_of
from recoupe.facts.deixis import is_fixed, says_year
from recoupe.facts.judged import agrees
from recoupe.facts.names import handles
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Exactness, Name, Period, Place, Quantity

_ANY = ("any",)


class Elsewhere:
    """What each article tells of a family anywhere.

    Two long articles hold thousands of facts each: every one is held only against those of the other article that share a mark with it,
    and only once for all facts that are worth the same.
    """

    def __init__(self, by_place: Mapping[Place, Sequence[Side]]) -> None:
        self._told: dict[tuple[str, str], dict[Hashable, list[Side]]] = {}
        self._known: dict[tuple[Hashable, str], bool] = {}
        self._alike: dict[tuple[str, str], bool] = {}
        met: set[tuple[str, str, Hashable]] = set()
        for place, here in by_place.items():
            for side in here:
                key = place.article, side.family, worded(side)
                if key not in met:
                    met.add(key)
                    shelf = self._told.setdefault((place.article, side.family), {})
                    for mark in _marks(side)[0]:
                        shelf.setdefault(mark, []).append(side)

    def confirms(self, article: str, side: Side) -> bool:
        """Whether an article has a fact that agrees with this one."""
        key = worded(side), article
        if key not in self._known:
            self._known[key] = any(agrees(side, other) for other in self._near(article, side))
        return self._known[key]

    def confirms_of_it(self, article: str, side: Side) -> bool:
        """Whether it has one that is told of the same thing: of a day, whatever happened on it."""
        key = side.fact.id, article
        if key not in self._alike:
            self._alike[key] = any(
                agrees(side, other) and (side.family == "date" or bool(side.about & other.about)) for other in self._near(article, side)
            )
        return self._alike[key]

    def _near(self, article: str, side: Side) -> Iterable[Side]:
        """The facts of an article that may agree with one, some of them twice."""
        shelf = self._told.get((article, side.family), {})
        return (other for mark in _marks(side)[1] for other in shelf.get(mark, ()))


def worded(side: Side) -> Hashable:
    """All that `agrees` looks at in a fact: a story names its people hundreds of times, and one of them answers for all."""
    fact = side.fact
    if isinstance(fact.value, Quantity):
        return fact.kind, fact.value, degree_of(fact.scope)
    if isinstance(fact.value, Name):
        near = side.about if fact.scope == "point" else None
        return fact.kind, fact.value, fact.scope, side.enumerated, side.speaks, side.number, near
    if isinstance(fact.value, Period) and is_fixed(side.words):
        return fact.kind, fact.value, says_year(side.words)
    if isinstance(fact.value, Assertion) and side.family == "assertion":
        return fact.kind, fact.value.what.partition(" ")[0], fact.value.holds, fact.scope == REDUCED
    return fact.id


def _marks(side: Side) -> tuple[Iterable[Hashable], Iterable[Hashable]]:
    """The marks that a fact is found by, and those to look for: facts that agree have one of them in common."""
    value = side.fact.value
    if isinstance(value, Name) and side.family == "name":
        found = handles(value.key)
        return found, found
    if not isinstance(value, Quantity):
        return (_ANY,), (_ANY,)
    kind = side.fact.kind, value.unit
    if side.fact.kind not in {"quantity", "percent"} or value.unit == "d":  # units that convert: few, and each held against each
        return (side.fact.kind,), (side.fact.kind,)
    if value.exactness is not Exactness.EXACT:  # what is told roughly agrees with no exact number, it is less precise
        return ((*kind, "rough"),), ((*kind, "rough"),)
    if value.low is None or value.low != value.high:
        return ((*kind, "range"), (*kind, "exact")), ((*kind, "exact"),)
    return ((*kind, value.low), (*kind, "exact")), ((*kind, value.low), (*kind, "range"))
