"""Two people whom two articles name for one post, wherever they stand: a town has one mayor, a court one prosecutor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from recoupe.facts.lexicon import words
from recoupe.facts.names import same
from recoupe.facts.posts import Post
from recoupe.facts.sides import Side
from recoupe.model import Name, Place

Held = Mapping[str, Sequence[Side]]  # the sides of people who hold a post, by the key of each


def holders(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side, bool]]:
    """The first mentions of every two people of two articles who hold one post, where neither article names the other's holder, and
    whether both say alike of what it is a post.

    A post told as one of something is of one place or body where another article tells it of the same. Where one of them does not say, it
    must be one of which a story mostly has one (`alone`), and both articles must name but one holder.
    """
    held: dict[str, dict[str, dict[str, list[Side]]]] = {}
    people: dict[str, set[str]] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            value = side.fact.value
            if isinstance(value, Name) and value.sort == "person" and side.fact.kind == "name":
                people.setdefault(place.article, set()).add(value.key)
                if side.post is not None and not side.post.former:
                    held.setdefault(side.post.sort, {}).setdefault(place.article, {}).setdefault(value.key, []).append(side)
    for sort in sorted(held):
        for one, other in combinations(sorted(held[sort]), 2):
            yield from _of_one_post(held[sort][one], held[sort][other], people[one], people[other])


def _of_one_post(ours: Held, theirs: Held, known: Iterable[str], known_there: Iterable[str]) -> Iterable[tuple[Side, Side, bool]]:
    single = len(ours) == len(theirs) == 1
    for one in ours:
        for other in theirs:
            if any(same(one, k) for k in known_there) or any(same(other, k) for k in known):
                continue
            pairs = [(a, b) for a in ours[one] for b in theirs[other] if a.post and b.post and a.post.is_one(b.post)]
            closely = [(a, b) for a, b in pairs if a.post.of & b.post.of]  # type: ignore[union-attr]
            apart = [(a, b) for a in ours[one] for b in theirs[other] if a.post and b.post and not a.post.is_one(b.post)]
            if closely:
                yield (*closely[0], True)
            elif pairs and not apart and single and _is_alone(pairs[0][0].post):
                yield (*pairs[0], False)


def _is_alone(post: Post | None) -> bool:
    return post is not None and (post.noun in _alone() or {"premier"} <= post.of)


@cache
def _alone() -> frozenset[str]:
    return words("fr", "names", "posts", "alone") | words("en", "names", "posts", "alone")
