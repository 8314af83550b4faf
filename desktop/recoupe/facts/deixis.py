"""Days told by words that count from the day of printing: « mardi », « ce soir », « la veille » in papers of different days.

A bare weekday may be the last one or the next, « le 15 mars » is of the year before or of the next, and a sentence that two papers share
keeps its « ce soir » when one of them prints it a day later. None of these is a contradiction.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from recoupe.facts.datewords import calendar_words
from recoupe.facts.judging import EQUAL, judge_periods
from recoupe.facts.kind import Ruling
from recoupe.facts.sides import Side, overlap
from recoupe.model import Period, Verdict

_WEEK = timedelta(days=7)
_ALIKE = 0.6  # share of the words around and of the sentence, from which two passages are one text
_FIXED = re.compile(r"\d|\b(?:prochain|prochaine|dernier|dernière|next|last)\b")
_YEAR = re.compile(r"\d{4}|\b(?:prochain|prochaine|dernier|dernière|next|last)\b")
_SINCE = frozenset({"depuis", "dès", "since", "from"})
_NUMBER = re.compile(r"\d")
_WEEKDAYS = frozenset(calendar_words("fr")["weekdays"]) | frozenset(calendar_words("en")["weekdays"])


def days_apart(left: Side, right: Side) -> Ruling:
    """How two dates stand to each other, a day that their words leave open read in favour of agreement."""
    a, b = left.fact.value, right.fact.value
    if not (isinstance(a, Period) and isinstance(b, Period)):
        raise TypeError(f"not dates: {left.fact.kind}, {right.fact.kind}")
    if a.start == b.start and _begins(left) and _begins(right):  # « depuis janvier », « depuis le début de l'année »
        return EQUAL
    found = judge_periods(a, b)
    if found[0] is not Verdict.CONTRADICTION:
        return found
    copied = overlap(left.near, right.near) >= _ALIKE and overlap(left.sentence, right.sentence) >= _ALIKE
    if _one_season(left, right) or _one_day_of_a_year(left, right):
        return EQUAL
    if left.words == right.words and not is_fixed(left.words) and copied:
        return EQUAL
    for one, other in ((left, b), (right, a)):
        for step in (_WEEK, -_WEEK) if _bare_weekday(one.words) else ():
            again = judge_periods(_moved(one.fact.value, step), other)
            if again[0] is not Verdict.CONTRADICTION:
                return again
    return found


def _one_season(left: Side, right: Side) -> bool:
    """Whether two dates are one season of which not both say the year: « pendant l'hiver », « en hiver »."""
    a, b = left.fact.value, right.fact.value
    seasons = isinstance(a, Period) and isinstance(b, Period) and a.grain == b.grain == "season" and a.start.month == b.start.month
    return seasons and not (is_fixed(left.words) and is_fixed(right.words))


def _one_day_of_a_year(left: Side, right: Side) -> bool:
    """Whether two dates are one day and month of which neither says the year: « jusqu'au 30 octobre », « le 30 octobre »."""
    a, b = left.fact.value, right.fact.value
    if not (isinstance(a, Period) and isinstance(b, Period)) or a.grain != b.grain or datetime.max in {a.end, b.end}:
        return False
    one_day = all((p.month, p.day) == (q.month, q.day) for p, q in ((a.start, b.start), (a.end, b.end)))
    return one_day and not any(says_year(s.words) for s in (left, right)) and all(_NUMBER.search(s.words) for s in (left, right))


def _begins(side: Side) -> bool:
    """Whether a date is told as the one from which on something is so, whatever its own length."""
    return side.before in _SINCE or side.words.split(" ")[0] in _SINCE


def says_year(words: str) -> bool:
    """Whether the words of a date say of which year it is."""
    return bool(_YEAR.search(words))


def is_fixed(words: str) -> bool:
    """Whether the words of a date say which day they mean, so that it is worth its value whatever stands around it."""
    return bool(_FIXED.search(words))


def _bare_weekday(words: str) -> bool:
    return not is_fixed(words) and bool(_WEEKDAYS & set(words.split()))


def _moved(value: object, step: timedelta) -> Period:
    if not isinstance(value, Period):
        raise TypeError(f"not a date: {value!r}")
    return replace(value, start=value.start + step, end=value.end if value.end == datetime.max else value.end + step)
