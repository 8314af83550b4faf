"""Facts of passages that stand beside linked ones: papers cut one account into sentences in their own ways."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from recoupe.facts.sides import Side
from recoupe.model import Article, Event, Place

NEAR = 2  # sentences between a passage and the linked one, on either side
_FAMILIES = frozenset({"figure", "date", "time"})


def beside(
    articles: Sequence[Article], events: Sequence[Event], by_place: Mapping[Place, Sequence[Side]]
) -> Iterable[tuple[Side, Side, int]]:
    """Every two numbers or days of two articles' passages that no event holds both of, near two that one does; and how near these are.

    The distance is the larger of the two articles', in sentences, from 1 to `NEAR`; ordered by place.
    """
    every = [Place(a.id, index) for a in sorted(articles, key=lambda a: a.id) for index in a.story]
    number = {place: n for n, place in enumerate(every)}  # sentences by number, for there are some twenty-five pairs to each linked one
    numbers = [[s for s in by_place.get(place, ()) if s.family in _FAMILIES] for place in every]
    linked = {
        (number[here], number[there])
        for event in events
        for here, there in combinations(sorted(event.members), 2)
        if here.article != there.article
    }
    around = {n: _around(n, every, numbers) for pair in linked for n in pair}
    distance: dict[tuple[int, int], int] = {}
    for here, there in linked:
        for left, away in around[here]:
            for right, off in around[there]:
                apart = max(away, off)
                if apart < distance.get((left, right), NEAR + 1):
                    distance[left, right] = apart
    for pair, apart in sorted(distance.items()):
        if pair not in linked:
            yield from ((one, other, apart) for one in numbers[pair[0]] for other in numbers[pair[1]] if one.family == other.family)


def _around(at: int, every: Sequence[Place], numbers: Sequence[Sequence[Side]]) -> list[tuple[int, int]]:
    """The sentences of one article near one of them that state numbers or days, and how far each is."""
    near = range(max(0, at - NEAR), min(len(every), at + NEAR + 1))
    return [(n, abs(n - at)) for n in near if numbers[n] and every[n].article == every[at].article]
