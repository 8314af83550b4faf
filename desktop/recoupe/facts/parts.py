"""Numbers that differ without a contradiction: parts of each other, as what adds up or what « dont » sets apart, and counts out of date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens
from recoupe.model import Quantity

if TYPE_CHECKING:
    from recoupe.facts.sides import Side

WHOLE, PART = "whole", "part"
_OPENERS = {"dont", "including", "parmi"}
_AFTER_OF = {"which", "whom"}
_REACH = 4  # words between « dont » and the number that it sets apart
_MANY = 200  # who may get each a part of a sum
_FAR = 15  # words between a whole and « dont »


def share_of(tokens: Tokens, inside: Sequence[int]) -> str:
    """Whether a number, by the words it stands in, is a part of one told before or the whole of one told behind; empty for neither."""
    if not inside:
        return ""
    if any(_opens(tokens, i) for i in range(max(0, inside[0] - _REACH), inside[0])):
        return PART
    behind = range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + _FAR))
    opener = next((i for i in behind if _opens(tokens, i)), None)
    if opener is None or any(tokens[i].pos == "NUM" for i in range(inside[-1] + 1, opener)):
        return ""
    return WHOLE if any(t.pos == "NUM" for t in tokens[opener + 1 : opener + 1 + _REACH]) else ""


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether « dont », "including" or "of whom" stands here."""
    word = tokens[index].text.lower()
    return word in _OPENERS or (word in _AFTER_OF and index > 0 and tokens[index - 1].text.lower() == "of")


def differ_as_parts(left: Side, right: Side, ours: Iterable[Side], theirs: Iterable[Side]) -> bool:
    """Whether two differing numbers are a whole and a part of it: « 706 personnes » and « 612 passagers et 94 marins », « 14 blessés, dont
    deux graves » and another paper's two. `ours` and `theirs` are what their sentences count.
    """
    if {left.share, right.share} == {WHOLE, PART}:
        return True
    if left.about & right.about:  # 17 of a thing against 12 of it, wherever five more stand
        return False
    return _adds_up(left, right, theirs) or _adds_up(right, left, ours) or _holds(left, right, ours) or _holds(right, left, theirs)


def _adds_up(whole: Side, part: Side, beside: Iterable[Side]) -> bool:
    """Whether a number is the sum of another and one that stands beside that one."""
    total, one = whole.fact.value, part.fact.value
    if not (isinstance(total, Quantity) and isinstance(one, Quantity)) or total.point is None or not one.point:
        return False
    others = (s.fact.value for s in beside if s is not part and s.fact.kind == part.fact.kind)
    return any(isinstance(o, Quantity) and o.unit == one.unit and o.point and o.point + one.point == total.point for o in others)


def _holds(whole: Side, part: Side, beside: Iterable[Side]) -> bool:
    """Whether a number is the sum of two that stand beside it, one of which is the part: « huit, deux Suisses et six Français »."""
    total, one = whole.fact.value, part.fact.value
    if not (isinstance(total, Quantity) and isinstance(one, Quantity)) or total.point is None or part.share != PART:
        return False
    parts = [s.fact.value.point for s in beside if s is not whole and s.fact.kind == part.fact.kind and isinstance(s.fact.value, Quantity)]
    return one.point in parts and any(p and one.point and p + one.point == total.point for p in parts)


def apportioned(left: Side, right: Side) -> bool:
    """Whether one of two sums is what each of several gets, and the other what all get: « 30 000 euros à chacun des trois », « 90 000 au
    total ».
    """
    for each, every in ((left, right), (right, left)):
        one, total = each.fact.value, every.fact.value
        if (
            each.fact.kind == "money"
            and each.each
            and not every.each
            and isinstance(one, Quantity)
            and isinstance(total, Quantity)
            and one.point
            and total.point
        ):
            parts = total.point / one.point
            if 1 < parts <= _MANY and parts == parts.to_integral_value():
                return True
    return False


def each_gets(tokens: Tokens, language: str) -> bool:
    """Whether a sentence tells what each of several gets."""
    return any(t.text.lower() in words(language, "counts", "apportioned", "each") for t in tokens)


def superseded(side: Side) -> bool:
    """Whether an article itself calls a count out of date: « un précédent bilan faisait état de 78 morts ».

    Where its sentence gives other figures too, the words must stand close to this one.
    """
    around = side.sentence if side.count == 1 else side.near
    return bool(around & _counts("superseded", "words")) and bool(around & _counts("superseded", "nouns"))


def tallying(left: Side, right: Side) -> bool:
    """Whether one of two counts is how far it had come: « comptabilisait mardi 2 593 cas »."""
    return not {left.verb, right.verb}.isdisjoint(_counts("tallying", "verbs"))


@cache
def _counts(part: str, of: str) -> frozenset[str]:
    return words("fr", "counts", part, of) | words("en", "counts", part, of)
