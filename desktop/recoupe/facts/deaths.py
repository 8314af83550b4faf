"""Of what somebody died, in passages that nothing links: where two articles tell one such cause each, it is the same death's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from recoupe.facts.kinds.cause import one_cause
from recoupe.facts.lexicon import words
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Place

_BY, _DEATH = {"par", "by"}, {"mort", "décès", "death"}


def deaths(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """The first mentions of two causes of death, in two articles of which each tells one cause only, however often."""
    told: dict[str, list[Side]] = {}
    for place, inside in sorted(by_place.items()):
        told.setdefault(place.article, []).extend(s for s in inside if _is_of_death(s))
    single = [found for _, found in sorted(told.items()) if found and all(_one(found[0], other) for other in found)]
    yield from ((ours[0], theirs[0]) for ours, theirs in combinations(single, 2) if not _one(ours[0], theirs[0]))


def _is_of_death(side: Side) -> bool:
    value = side.fact.value
    if side.family != "cause" or not isinstance(value, Assertion) or not value.holds or side.fact.scope:
        return False
    by = side.before in _BY and bool(side.near & _DEATH)  # « une mort par strangulation »
    return by or bool({side.verb, *value.what.split()} & _dying())


def _one(left: Side, right: Side) -> bool:
    return one_cause(left.fact.value, right.fact.value)  # type: ignore[arg-type]


@cache
def _dying() -> frozenset[str]:
    return words("fr", "cause", "dying") | words("en", "cause", "dying")
