"""What follows from two matches that share a fact: a third one, or that an article contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import combinations
from operator import itemgetter

from recoupe.facts.grouping import AGREED
from recoupe.facts.judged import Match
from recoupe.facts.sides import Side
from recoupe.model import Name, Verdict

FIRM = 0.7  # from which likelihood on a match may carry another
LEANT = 0.5  # the same of two media that are credited in passages brought together

Pair = tuple[str, str]
Judge = Callable[[Side, Side], Iterable[Match]]


def bridges(matches: Mapping[Pair, Match], judge: Judge) -> list[Match]:
    """The matches of two facts that no event brings together: where one agrees with a third fact, it differs from what that differs from.

    Figures and dates only: names and statements are too often alike in part. A bridge is as likely as the weaker of its two ends.
    """
    found: dict[Pair, Match] = {}
    for one, other, likely in _joined(matches, lambda m: m.left.family in {"figure", "date", "time"}, FIRM, two=True):
        left, right = sorted((one, other), key=lambda s: (s.place, s.fact.span))
        pair = left.fact.id, right.fact.id
        if pair in matches:
            continue
        for match in judge(left, right):
            if pair not in found or likely > found[pair].likely:
                found[pair] = replace(match, likely=likely)
    return list(found.values())


def credited(matches: Mapping[Pair, Match]) -> list[Match]:
    """The differences of two sources that lean towards each other, of which one is the very source that a third article credits against
    the other: as likely as what they follow from.
    """
    found: dict[Pair, Match] = {}
    for one, other, likely in _joined(matches, lambda m: m.left.family == "attribution", FIRM, two=True, least=LEANT):
        for pair in ((one.fact.id, other.fact.id), (other.fact.id, one.fact.id)):
            known = found.get(pair) or matches.get(pair)
            if known is not None and known.verdict is not Verdict.AGREEMENT and 0 < known.likely < likely:
                found[pair] = replace(known, likely=likely)
    return list(found.values())


def lapses_through(matches: Mapping[Pair, Match], judge: Judge) -> list[Match]:
    """Where one article both contradicts a fact of another and agrees with it in another sentence: it contradicts itself."""
    found: dict[Pair, Match] = {}
    for one, other, likely in _joined(matches, lambda m: m.left.family in {"figure", "name"} and m.verdict in _PLAIN, AGREED, two=False):
        if one.place == other.place or not _worded_alike(one, other):
            continue
        left, right = sorted((one, other), key=lambda s: (s.place, s.fact.span))
        for match in judge(left, right):
            if match.verdict is Verdict.CONTRADICTION:
                found[left.fact.id, right.fact.id] = replace(match, likely=likely)
    return list(found.values())


def _worded_alike(one: Side, other: Side) -> bool:
    """Whether two facts of one article are of one noun and one verb: a court gives each of two defendants a sentence of his own.

    Of names, whether neither is a person's: an article names two people of one family, or of one office, without contradicting itself.
    """
    a, b = one.fact.value, other.fact.value
    if isinstance(a, Name) and isinstance(b, Name):
        return "person" not in {a.sort, b.sort}
    return bool(one.about & other.about) and one.verb == other.verb


_PLAIN = frozenset({Verdict.AGREEMENT, Verdict.CONTRADICTION})


def _joined(
    matches: Mapping[Pair, Match], wanted: Callable[[Match], bool], agreed: float, *, two: bool, least: float = FIRM
) -> Iterable[tuple[Side, Side, float]]:
    """Every two facts, of `two` articles or of one, that a third is surely matched with, one of them in agreement, and how likely the two
    are one thing.
    """
    ends: dict[str, list[tuple[str, str, Side, float, bool]]] = {}
    for match in matches.values():
        agree = match.verdict is Verdict.AGREEMENT
        if match.likely >= (agreed if agree else least) and wanted(match):
            for side, third in ((match.right, match.left), (match.left, match.right)):
                ends.setdefault(third.fact.id, []).append((side.fact.id, side.fact.place.article, side, match.likely, agree))
    for _, around in sorted(ends.items(), key=itemgetter(0)):
        around.sort(key=itemgetter(0))
        for (i, here, one, likely, agree), (j, there, other, as_likely, also) in combinations(around, 2):
            if (agree or also) and (here != there) is two and i != j:
                yield one, other, min(likely, as_likely)
