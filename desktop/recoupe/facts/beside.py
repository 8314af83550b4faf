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
    row = {Place(a.id, index): n for a in articles for n, index in enumerate(a.story)}
    story = {a.id: [Place(a.id, index) for index in a.story] for a in articles}
    linked = {pair for event in events for pair in combinations(sorted(event.members), 2) if pair[0].article != pair[1].article}
    distance: dict[tuple[Place, Place], int] = {}
    for here, there in linked:
        for left in _around(story[here.article], row[here]):
            for right in _around(story[there.article], row[there]):
                apart = max(abs(row[left] - row[here]), abs(row[right] - row[there]))
                distance[left, right] = min(apart, distance.get((left, right), NEAR))
    for pair, apart in sorted(distance.items()):
        if pair not in linked:
            for one in by_place.get(pair[0], ()):
                for other in by_place.get(pair[1], ()):
                    if one.family == other.family and one.family in _FAMILIES:
                        yield one, other, apart


def _around(story: Sequence[Place], at: int) -> Sequence[Place]:
    return story[max(0, at - NEAR) : at + NEAR + 1]
