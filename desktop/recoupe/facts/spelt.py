"""Names that two articles give in two ways, wherever they stand: « Makhlouf » in one paper and « Maklouf » in the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations, permutations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.sides import Side
from recoupe.model import Name, Place

_SLIP, _TWO_SLIPS = 4, 8  # letters of a word from which on one, or two, may be wrong
_HALF = 4  # letters at one end of a long name, of which one letter is wrong, that both spellings have
_FIRST = 5  # letters of a name alone from which on two of them may have changed places
_HEARD = 6  # letters of a surname alone from which on it is another spelling of one that sounds the same
_LIKE = 60  # likeness of two first names of which one may be a slip for the other
_BEGINNING = 3  # letters of a surname that both spellings have
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
    """Every two names of people or places, each in one of two articles only, that differ by how one word is spelt.

    One of the two papers has made a slip; that no passages which tell the same hold the two does not matter.
    """
    named: dict[str, dict[str, Side]] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            if _is_full(side):
                named.setdefault(place.article, {}).setdefault(side.fact.value.key, side)  # type: ignore[union-attr]
    for one, other in combinations(sorted(named), 2):
        ours, theirs = ({k: s for k, s in named[a].items() if k not in named[b]} for a, b in ((one, other), (other, one)))
        by_mark: dict[str, list[str]] = {}
        for key in theirs:
            for mark in _marks(key):
                by_mark.setdefault(mark, []).append(key)
        for key, side in ours.items():
            near = dict.fromkeys(k for mark in _marks(key) for k in by_mark.get(mark, ()))
            alike = [k for k in near if one_spelling(key, k) and theirs[k].fact.kind == side.fact.kind]
            yield from ((side, theirs[k]) for k in alike)


def slipped(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[list[tuple[Side, Side]]]:
    """For each name of people or places that is told once, and in its own article as well as elsewhere spelt otherwise, that slip with the
    usual spelling of each article.
    """
    told: dict[str, list[Side]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            if _is_full(side):
                told.setdefault(side.fact.value.key, []).append(side)  # type: ignore[union-attr]
    by_mark: dict[str, list[str]] = {}
    for key, sides in told.items():
        for mark in _marks(key) if len(sides) > 1 else ():
            by_mark.setdefault(mark, []).append(key)
    for key, (odd, *more) in told.items():
        near = () if more else dict.fromkeys(k for mark in _marks(key) for k in by_mark.get(mark, ()))
        for usual in (told[k] for k in near if one_spelling(key, k) and told[k][0].fact.kind == odd.fact.kind):
            first = {s.place.article: s for s in reversed(usual) if s.place != odd.place}
            if odd.place.article in first and not odd.near & _kin():
                pairs = ((odd, first[article]) for article in sorted(first))
                yield [(a, b) if (a.place, a.fact.span) < (b.place, b.fact.span) else (b, a) for a, b in pairs]


def namesakes(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two full names of one surname whose first names differ and begin with one letter, where only one article has either; or
    where one of the two has it but once, and both the other. Where each article has one bearer of the surname, first names much alike do.

    It is mostly one bearer, whom a paper called otherwise: two of a family are rarely so alike, and where a paper tells of both, a word of
    kinship stands beside.
    """
    named = _people(by_place)
    for one, other in permutations(sorted(named), 2):
        ours, theirs = named[one], named[other]
        own, families = _families(ours), _families(theirs)
        for key, told in ours.items():
            for known in families.get(_surname(key), ()) if key not in theirs and not any(s.near & _kin() for s in told) else ():
                slip = len(told) == 1 if known in ours else one < other
                alone = known not in ours and len(families[_surname(key)]) == len(own[_surname(key)]) == 1
                if slip and (_one_initial(key, known) or (alone and _is_like(key, known))) and not one_spelling(key, known):
                    left, right = sorted((told[0], theirs[known][0]), key=lambda s: (s.place, s.fact.span))
                    yield left, right


def bodies(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two names of bodies or things, each in one of two articles only, that are one name put otherwise: its words in another order,
    or but a letter of it wrong.
    """
    named: dict[str, dict[str, Side]] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            value = side.fact.value
            if isinstance(value, Name) and side.family == "name" and not side.fact.scope and not side.enumerated:
                named.setdefault(place.article, {}).setdefault(value.key, side)
    for one, other in combinations(sorted(named), 2):
        ours, theirs = ({k: s for k, s in named[a].items() if k not in named[b]} for a, b in ((one, other), (other, one)))
        by_mark: dict[object, list[str]] = {}
        for key in theirs:
            for mark in _body_marks(key):
                by_mark.setdefault(mark, []).append(key)
        near = ((k, o) for k in ours for o in dict.fromkeys(o for mark in _body_marks(k) for o in by_mark.get(mark, ())))
        pairs = ((ours[k], theirs[o], len(k.split()) == 1) for k, o in near if _one_body(k, o))
        sorts = ((a, b, single, {s.fact.value.sort for s in (a, b)}) for a, b, single in pairs)  # type: ignore[union-attr]
        yield from ((a, b) for a, b, single, told in sorts if told != {"person"} and not (single and "place" in told))


def _body_marks(key: str) -> tuple[object, ...]:
    """What two names that may be one body's have in common: their words, or how a long one begins or ends."""
    words = key.split()
    if len(words) == 1:
        return (key[:_HALF], f"…{key[-_HALF:]}")
    return (tuple(sorted(w.rstrip("s") for w in words)), words[-1])


def _one_body(left: str, right: str) -> bool:
    one, other = left.split(), right.split()
    if len(one) > 1 and len(one) == len(other) and one != other:
        a, b = ([w.rstrip("s") for w in key] for key in (one, other))
        return (sorted(a) == sorted(b) and a[0] != b[0]) or _article_apart(one, other)
    if len(one) != 1 or len(other) != 1 or left.rstrip("es") == right.rstrip("es") or not (left + right).isalpha():
        return False
    return left[0] == right[0] and min(len(left), len(right)) >= _TWO_SLIPS and Levenshtein.distance(left, right) == 1


def _article_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two names differ by a title or small word before one long word: « San Venera », « Santa Venera »."""
    return (
        len(left) == 2 and left[1] == right[1] and len(left[1]) >= _FIRST and (left[0].startswith(right[0]) or right[0].startswith(left[0]))
    )


def codes(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two names of one thing that are letters and figures, where one article has it a letter short: « MK-7 » and « MKI-7 ».

    The article may have the other too: it made the slip once.
    """
    named: dict[str, dict[str, Side]] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            if isinstance(side.fact.value, Name) and side.family == "name" and _is_code(side.fact.value.key):
                named.setdefault(place.article, {}).setdefault(side.fact.value.key, side)
    for one, other in permutations(sorted(named), 2):
        for key, side in named[one].items():
            for known in named[other] if key not in named[other] else ():
                slip = known in named[one] or (known not in named[one] and one < other)
                if slip and side.about & named[other][known].about and _a_letter_short(key, known):
                    left, right = sorted((side, named[other][known]), key=lambda s: (s.place, s.fact.span))
                    yield left, right


def _people(by_place: Mapping[Place, Sequence[Side]]) -> dict[str, dict[str, list[Side]]]:
    """By article, the first and last names in it with where they stand."""
    named: dict[str, dict[str, list[Side]]] = {}
    for place, inside in sorted(by_place.items()):
        for side in inside:
            if _is_full(side) and side.fact.value.sort == "person" and " " in side.fact.value.key:  # type: ignore[union-attr]
                named.setdefault(place.article, {}).setdefault(side.fact.value.key, []).append(side)  # type: ignore[union-attr]
    return named


def _surname(key: str) -> str:
    return key.partition(" ")[2]


def _families(named: Iterable[str]) -> dict[str, list[str]]:
    """The people of each surname."""
    found: dict[str, list[str]] = {}
    for key in named:
        found.setdefault(_surname(key), []).append(key)
    return found


def _is_like(left: str, right: str) -> bool:
    """Whether two people of one surname have first names that are much alike: « Émilie » and « Aurélie »."""
    first, other = left.split(maxsplit=1)[0], right.split(maxsplit=1)[0]
    return min(len(first), len(other)) > 1 and fuzz.ratio(first, other) >= _LIKE


def _one_initial(left: str, right: str) -> bool:
    (first, *surname), (other, *same) = left.split(), right.split()
    return surname == same and first != other and first[0] == other[0] and min(len(first), len(other)) > 1


@cache
def _kin() -> frozenset[str]:
    return words("fr", "exclusive", "kin", "words") | frozenset(lexicon("en", "exclusive")["kin"]["french"])


def _is_code(key: str) -> bool:
    return len(key) >= _SLIP and any(c.isdigit() for c in key) and any(c.isalpha() for c in key) and not key.replace(" ", "").isdigit()


def _a_letter_short(left: str, right: str) -> bool:
    """Whether one key is the other without one of its letters, neither being its first."""
    short, long = sorted((left.replace(" ", ""), right.replace(" ", "")), key=len)
    figures = [[c for c in word if c.isdigit()] for word in (short, long)]
    lacking = any(short == long[:i] + long[i + 1 :] for i in range(1, len(long)))
    return len(short) >= _SLIP and len(long) == len(short) + 1 and figures[0] == figures[1] and lacking


def _marks(key: str) -> tuple[str, ...]:
    """What two spellings of a name have in common: a word, or how the last one begins."""
    words = key.split()
    return (*words, words[-1][:_BEGINNING] + "…", "…" + words[-1][-_BEGINNING:], "".join(sorted(words[-1])))


def _is_full(side: Side) -> bool:
    """Whether a fact is a person's or a place's name of several words, none of them a number, and not one of a list."""
    value = side.fact.value
    if not isinstance(value, Name) or side.family != "name" or side.fact.scope or side.enumerated or value.sort not in {"person", "place"}:
        return False
    surname = value.sort == "person" and len(value.key) >= _FIRST
    return (" " in value.key or surname) and value.key.replace(" ", "").isalpha()


@lru_cache(maxsize=4096)
def one_spelling(left: str, right: str) -> bool:
    """Whether two keys are alike but for one word, which sounds the same or has a letter wrong; where one of them is a surname alone,
    a long one.

    Of a first name only what sounds the same: « Louis » and « Louise », « Daniel » and « Danièle » are two people.
    """
    one, other = left.split(), right.split()
    if len(one) == len(other) == 1:
        return _one_word(left, right)
    if len(one) != len(other) and 1 in {len(one), len(other)}:
        a, b = one[-1], other[-1]
        slip = min(len(a), len(b)) >= _TWO_SLIPS and Levenshtein.distance(a, b) <= 1
        return a != b and a[0] == b[0] and (slip or (min(len(a), len(b)) >= _HEARD and _sound(a) == _sound(b)))
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


def _one_word(left: str, right: str) -> bool:
    """Whether two single names are one: letters that changed places, another spelling of one sound, of a long one a letter wrong."""
    if left == right or left[0] != right[0] or min(len(left), len(right)) < _FIRST:
        return False
    swapped = sorted(left) == sorted(right) and OSA.distance(left, right) == 1
    long = min(len(left), len(right)) >= _TWO_SLIPS and Levenshtein.distance(left, right) == 1
    heard = _sound(left) == _sound(right) and left.endswith("e") == right.endswith("e")
    return swapped or long or (heard and min(len(left), len(right)) >= _HEARD)


def _sound(word: str) -> str:
    """A word as a French ear hears it, roughly."""
    for pattern, sound in _SOUNDS:
        word = re.sub(pattern, sound, word)
    return word
