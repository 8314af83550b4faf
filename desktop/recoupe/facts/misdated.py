"""Days told with another year than everywhere else: « l'incendie du 15 avril 2010 », of which all else says that it was in 2019."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from recoupe.facts.lexicon import words
from recoupe.facts.sides import Side
from recoupe.model import Period, Place

_YEAR = re.compile(r"\b(?:19|20)\d\d$")
_OF = frozenset({"de", "du", "of"})
_USUAL = 2  # passages that tell the year, of which another may be a slip
_YEARLY = frozenset(
    {(1, 1), (8, 3), (1, 5), (8, 5), (14, 7), (15, 8), (1, 11), (11, 11), (24, 12), (25, 12), (31, 12), (4, 7)}
)  # day, month


def misdated(by_place: Mapping[Place, Sequence[Side]]) -> Iterator[list[tuple[Side, Side]]]:
    """For each day of a thing that is told with its year in one passage, every such day with the year of all others, one an article.

    Both are written out, and of one noun: « l'incendie du 15 avril ». What is held every year is of several; of two years that both are
    told again, or once each, neither is a slip for the other.
    """
    for days in _of_one_thing(by_place).values():
        years: dict[int, list[Side]] = {}
        for side in days:
            years.setdefault(_start(side).year, []).append(side)
        if len(years) != 2:
            continue
        odd, usual = sorted(years.values(), key=len)
        if len(odd) == 1 and len(usual) >= _USUAL:
            first = {s.place.article: s for s in reversed(usual) if s.place != odd[0].place}
            pairs = ((odd[0], first[article]) for article in sorted(first))
            yield [(a, b) if (a.place, a.fact.span) < (b.place, b.fact.span) else (b, a) for a, b in pairs]


def _of_one_thing(by_place: Mapping[Place, Sequence[Side]]) -> dict[tuple[str, int, int], list[Side]]:
    """The days that are written out with their year, by their noun, day and month."""
    found: dict[tuple[str, int, int], list[Side]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            noun = side.fact.about.split(" ")[0].lower()
            if side.family == "date" and noun and side.before in _OF and _is_day(side) and noun not in _yearly():
                start = _start(side)
                if (start.day, start.month) not in _YEARLY:
                    found.setdefault((noun, start.day, start.month), []).append(side)
    return found


def _is_day(side: Side) -> bool:
    value = side.fact.value
    return isinstance(value, Period) and value.grain == "day" and value.anchored and bool(_YEAR.search(side.words))


def _start(side: Side) -> datetime:
    start: datetime = side.fact.value.start  # type: ignore[union-attr]  # as `_is_day` has seen
    return start


def _yearly() -> frozenset[str]:
    """Nouns of what is held again on the same day of another year."""
    return words("fr", "dates", "yearly") | words("en", "dates", "yearly")
