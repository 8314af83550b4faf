"""Counts of one rare thing in passages that nothing links: what hardly anything else is counted by is the same wherever it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import combinations

from recoupe.facts.lexicon import lexicon, words
from recoupe.facts.names import normal, same
from recoupe.facts.sides import Side
from recoupe.model import Fact, Name, Place, Quantity, Role

_TELLING = 100  # smaller counts of one noun are often parts of each other: of the shops, of the crew
_RARE = 2  # sentences of one article that count the noun
_TOLD_ONCE = {  # sets of things that exclude each other, and whether they are told of something: the colour of a car, the side of a bone
    "weapon": False,
    "opening": False,
    "floor": False,
    "side": True,
    "colour": True,
    "limb": True,
    "substance": False,
    "germ": False,
    "chemical": False,
    "train": False,
    "flight": False,
}
_STATED_FIRST = {"street"}  # sites of which a story has one where they stand above its text
_SHARED = 3  # words that the two sentences have in common beside the noun


def afar(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two counts, in two articles, of a noun that each of them counts in at most `_RARE` sentences, ordered by place.

    Both are large, of one scope, and named beside something else that both sentences have: the signatories of one petition are the same
    where its demands are told and where its critics are, though no passage there tells the same event.
    """
    counted: dict[tuple[str, frozenset[str], str], list[Side]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            if _is_telling(side):
                counted.setdefault((side.place.article, side.about, side.fact.scope), []).append(side)
    rare = {key: found for key, found in counted.items() if len({s.place for s in found}) <= _RARE}
    alike: dict[tuple[frozenset[str], str], list[list[Side]]] = {}
    for (_, about, scope), found in sorted(rare.items(), key=lambda item: (item[0][0], sorted(item[0][1]), item[0][2])):
        alike.setdefault((about, scope), []).append(found)
    for ours, theirs in (pair for found in alike.values() for pair in combinations(found, 2)):  # one entry an article
        yield from ((left, right) for left in ours for right in theirs if _one_setting(left, right))


def tolls(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two counts, in two articles, of those whom one thing befell, where each article gives one such count: the injured firemen;
    and every two ages of somebody who died, where each article gives one.

    A paper tells its toll in the title, and again amid other things; which of its passages is linked to which does not matter.
    """
    told: dict[tuple[frozenset[str], str], dict[str, list[Side]]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            if side.fact.kind != "quantity" or not side.about:
                continue
            if side.fact.scope in _fates():
                told.setdefault((side.about, side.fact.scope), {}).setdefault(side.place.article, []).append(side)
            elif isinstance(side.fact.value, Quantity) and side.fact.value.unit == "year" and side.about & _fatal():
                told.setdefault((_fatal(), "year"), {}).setdefault(side.place.article, []).append(side)
    for by_article in told.values():
        single = [found for found in by_article.values() if len({_worth(s) for s in found}) == 1]
        for ours, theirs in combinations(single, 2):
            yield from ((left, right) for left in ours for right in theirs)


def arms(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """Every two words of one set of things that exclude each other, in two articles that each name one of the set only: the weapon.

    Where the set is told of something, a side of a bone or the colour of a car, both articles tell it of the same.
    """
    told: dict[tuple[str, frozenset[str]], dict[str, list[Side]]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            if side.family == "name" and side.fact.scope in _TOLD_ONCE:
                of = side.about if _TOLD_ONCE[side.fact.scope] else frozenset()
                if of or not _TOLD_ONCE[side.fact.scope]:
                    told.setdefault((side.fact.scope, of), {}).setdefault(side.place.article, []).append(side)
    for by_article in told.values():
        single = [found for found in by_article.values() if len({s.fact.value.key for s in found}) == 1]  # type: ignore[union-attr]
        for ours, theirs in combinations(single, 2):
            yield from ((left, right) for left in ours for right in theirs)


def sites(by_place: Mapping[Place, Sequence[Side]]) -> Iterable[tuple[Side, Side]]:
    """The first mentions of two streets, or of two hospitals, in two articles that each name one street or hospital only.

    Of streets one is told in a title or standfirst: elsewhere anybody may live in one.
    """
    told: dict[str, dict[str, dict[str, Side]]] = {}
    for _, inside in sorted(by_place.items()):
        for side in inside:
            value = side.fact.value
            if isinstance(value, Name) and side.fact.kind in {"place", "name"} and (what := _site(side.fact, value.key)):
                told.setdefault(what, {}).setdefault(side.place.article, {}).setdefault(value.key, side)
    for what in sorted(told):
        single = [next(iter(found.values())) for _, found in sorted(told[what].items()) if _are_one(found)]
        alike = ((one, other) for one, other in combinations(single, 2) if one.fact.kind == other.fact.kind)
        yield from ((one, other) for one, other in alike if what not in _STATED_FIRST or {one.role, other.role} != {Role.BODY})


def _site(fact: Fact, key: str) -> str:
    """Which sort of site a name of several words opens with, or the town of one is told for: « l'hôpital de Narbonne »."""
    first, _, rest = key.partition(" ")
    known = lexicon("fr", "names")["sites"].items()
    named = next((what for what, heads in known if first in heads and rest), "")
    beside = {normal(word) for word in fact.about.split()} if fact.kind == "place" else set()
    return named or next((what for what, heads in known if what not in _STATED_FIRST and beside & set(heads)), "")


def _are_one(keys: Iterable[str]) -> bool:
    return all(same(one, other) for one, other in combinations(keys, 2))


@cache
def _fates() -> frozenset[str]:
    return frozenset(words("fr", "counts", "casualties", "nouns"))


@cache
def _fatal() -> frozenset[str]:
    return words("fr", "counts", "fatal", "words") | words("en", "counts", "fatal", "words")


def _worth(side: Side) -> object:
    value = side.fact.value
    return (value.low, value.high) if isinstance(value, Quantity) else None


def _one_setting(left: Side, right: Side) -> bool:
    """Whether the sentences share a name and several words beside the noun."""
    return bool(left.names & right.names) and len((left.sentence & right.sentence) - left.about) >= _SHARED


def _is_telling(side: Side) -> bool:
    value = side.fact.value
    if side.fact.kind != "quantity" or not isinstance(value, Quantity) or value.unit or not side.about:
        return False
    return value.point is not None and value.point >= _TELLING
