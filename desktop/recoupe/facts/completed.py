"""Whom an article names where two others differ on a name, though no passage of it stands beside theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from recoupe.facts.judged import Match, agrees
from recoupe.facts.sides import Side
from recoupe.model import Name, Place, Verdict

Judge = Callable[[Side, Side], Iterable[Match]]


def completed(groups: Sequence[Sequence[Match]], by_place: Mapping[Place, Sequence[Side]], judge: Judge) -> list[list[Match]]:
    """The groups, those in which articles differ on a person's name with every article that has one of the names anywhere.

    Else the row would say that it tells none, while he stands in its title. An article that has both names takes no side.
    """
    told: dict[str, dict[str, list[Side]]] = {}
    for place, here in sorted(by_place.items()):
        for side in here:
            if (mark := _mark(side)) is not None:
                told.setdefault(place.article, {}).setdefault(mark, []).append(side)
    taken = {s.fact.id for group in groups for m in group if m.verdict is not Verdict.AGREEMENT for s in (m.left, m.right)}
    return [_whole(list(group), told, taken, judge) for group in groups]


def _whole(group: list[Match], told: Mapping[str, Mapping[str, list[Side]]], taken: set[str], judge: Judge) -> list[Match]:
    members = {s.fact.id: s for m in group for s in (m.left, m.right)}
    if not any(m.verdict is not Verdict.AGREEMENT for m in group):
        return group
    marks = {mark: s for s in members.values() if (mark := _mark(s)) is not None}
    surest = max(m.likely for m in group if m.verdict is not Verdict.AGREEMENT)
    for article in sorted(told.keys() - {s.place.article for s in members.values()}):
        known = [mark for mark in marks if mark in told[article]]
        if len(known) != 1:
            continue
        side = next((s for s in told[article][known[0]] if s.fact.id not in taken and agrees(s, marks[known[0]])), None)
        if side is None:
            continue
        for member in members.values():
            left, right = sorted((member, side), key=lambda s: (s.place, s.fact.span))
            group += [replace(m, likely=max(m.likely, surest)) for m in judge(left, right)]
    return group


def _mark(side: Side) -> str | None:
    """The name of a person, by which he is found."""
    value = side.fact.value
    named = side.family == "name" and not side.enumerated
    return value.key if named and isinstance(value, Name) and value.sort == "person" else None
