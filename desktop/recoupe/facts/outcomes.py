"""How a matter ended for somebody, where one end excludes another and articles tell it in passages that nothing links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from recoupe.facts.lexicon import lexicon
from recoupe.facts.sides import Side
from recoupe.model import Assertion, Place

End = tuple[int, bool]  # a line of ends, and which side of it


def outcomes(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """The first statements of two ends of one matter, in two articles that each tell one end only: he was freed, he was jailed."""
    told: dict[str, dict[End, Side]] = {}
    for place, here in sorted(by_place.items()):
        for side in here:
            for end in _ends(side):
                told.setdefault(place.article, {}).setdefault(end, side)
    for ours, theirs in combinations(sorted(told), 2):
        for (line, way), side in sorted(told[ours].items(), key=lambda item: item[0]):
            other = told[theirs].get((line, not way))
            if other and (line, not way) not in told[ours] and (line, way) not in told[theirs]:
                yield side, other


def _ends(side: Side) -> Iterable[End]:
    value = side.fact.value
    if side.family != "assertion" or not isinstance(value, Assertion) or not value.holds:
        return ()
    return _known().get(value.what.partition(" ")[0], ())


@cache
def _known() -> Mapping[str, tuple[End, ...]]:
    found: dict[str, tuple[End, ...]] = {}
    for line, ends in enumerate(lexicon("fr", "polarity")["outcome"]):
        for way in ("one", "other"):
            for verb in ends[way]:
                found[verb] = (*found.get(verb, ()), (line, way == "one"))
    return found
