"""Names that two articles spell in two ways, wherever they stand: « Makhlouf » in one paper and « Maklouf » in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from recoupe.facts.sides import Side
from recoupe.model import Name, Place

_SLIP, _TWO_SLIPS = 4, 8  # letters of a word from which on one, or two, may be wrong
_SOUNDS = (  # in French, roughly: what is written so, and what is heard
    (r"eau|au", "o"),
    (r"ph", "f"),
    (r"h", ""),
    (r"ck|qu|[kq]", "c"),
    (r"y", "i"),
    (r"z", "s"),
    (r"(\w)\1", r"\1"),
    (r"[dtsxep]+$", ""),
)


def spelt(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two full names of people or places, each in one of two articles only, that differ by how one word is spelt.

    One of the two papers has made a slip; that no passages which tell the same hold the two does not matter.
    """
    named: dict[str, dict[str, Side]] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            if _is_full(side):
                named.setdefault(place.article, {}).setdefault(side.fact.value.key, side)  # type: ignore[union-attr]
    for one, other in combinations(sorted(named), 2):
        ours, theirs = ({k: s for k, s in named[a].items() if k not in named[b]} for a, b in ((one, other), (other, one)))
        by_word: dict[str, list[str]] = {}
        for key in theirs:
            for word in key.split():
                by_word.setdefault(word, []).append(key)
        for key, side in ours.items():
            near = dict.fromkeys(k for word in key.split() for k in by_word.get(word, ()))
            alike = [k for k in near if one_spelling(key, k) and theirs[k].fact.kind == side.fact.kind]
            yield from ((side, theirs[k]) for k in alike)


def _is_full(side: Side) -> bool:
    """Whether a fact is a person's or a place's name of several words, none of them a number, and not one of a list."""
    value = side.fact.value
    if not isinstance(value, Name) or side.family != "name" or side.fact.scope or side.enumerated or value.sort not in {"person", "place"}:
        return False
    return " " in value.key and value.key.replace(" ", "").isalpha()


@lru_cache(maxsize=4096)
def one_spelling(left: str, right: str) -> bool:
    """Whether two keys of as many words are alike but for one word, which sounds the same or has a letter wrong.

    Of a first name only what sounds the same: « Louis » and « Louise », « Daniel » and « Danièle » are two people.
    """
    differing = [(n, a, b) for n, (a, b) in enumerate(zip(left.split(), right.split(), strict=False)) if a != b]
    if len(left.split()) != len(right.split()) or len(differing) != 1:
        return False
    n, a, b = differing[0]
    if min(len(a), len(b)) < _SLIP or a[0] != b[0]:
        return False
    sounds = _sound(a) == _sound(b)
    if n == 0:
        return sounds and a.endswith("e") == b.endswith("e")
    return sounds or Levenshtein.distance(a, b) <= (2 if min(len(a), len(b)) >= _TWO_SLIPS else 1)


def _sound(word: str) -> str:
    """A word as a French ear hears it, roughly."""
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word
