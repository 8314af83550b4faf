"""Whether a translation says more where its original says more: rises and falls, doublings and halvings, and from which number to which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from recoupe.model import Doubt, Span
from recoupe.translation.safety.lists import found
from recoupe.translation.safety.side import Side
from recoupe.translation.safety.signs import Sign, signs_of

# verbs and adjectives that multiply; nouns for shares are quantities and are compared as such
_TIMES = {
    "fr": (
        ("2", r"doubl(?:er?|ent|ée?s?|ait|aient|era|eront|ant|ement)"),
        ("3", r"tripl\w+"),
        ("4", r"quadrupl\w+"),
        ("10", r"décupl\w+"),
        ("0.5", r"(?:divis\w+|coup\w+)\s+(?:par|en)\s+deux|de\s+moitié"),
    ),
    "en": (
        ("2", r"doubl(?:e[ds]?|ing)|two-?fold"),
        ("3", r"(?:tripl|trebl)\w+|three-?fold"),
        ("4", r"quadrupl\w+|four-?fold"),
        ("10", r"ten-?fold"),
        ("0.5", r"halv\w+|by\s+half|in\s+half"),
    ),
}
_BETWEEN = {"fr": re.compile(r"\s(?:à|contre)\s+$", re.IGNORECASE), "en": re.compile(r"\s(?:to|against)\s+$", re.IGNORECASE)}
_FROM = {"fr": re.compile(r"(?:de\s+|d['’]\s?)$", re.IGNORECASE), "en": re.compile(r"from\s+$", re.IGNORECASE)}
_SPAN = 24  # characters that may stand between two numbers that are told as from one to the other
_SCORE = Decimal(20)  # below this « 2 contre 1 » is a score, told from either side


def doubts_of_contrasts(source: Side, target: Side) -> Iterator[Doubt]:
    """What goes the other way, is multiplied otherwise, or runs from the second number to the first."""
    for way, other in (("rises", "falls"), ("falls", "rises")):
        own, put = _going(source, way), _going(target, other)
        both = _going(source, other) or _going(target, way) or found(source, f"{other}_freely") or found(target, f"{way}_freely")
        if own and put and not both:
            yield _changed(source, own[0], put[0])
    ours, theirs = _times(source), _times(target)
    if ours and theirs and not ours.keys() & theirs.keys():
        yield _changed(source, next(iter(ours.values())), next(iter(theirs.values())))
    here, there = _ways(source), _ways(target)
    for numbers, span in here.items():
        back = numbers[::-1]
        if numbers[0] != numbers[1] and back in there and numbers not in there and back not in here:
            yield _changed(source, span, there[back])


def _changed(source: Side, own: Span, other: Span) -> Doubt:
    return Doubt("changed", "figure", source.text[own.start : own.end], other)


def _going(side: Side, way: str) -> list[Span]:
    """Where a sentence says that something goes up, or down: "up 12%" too."""
    adverb = {"rises": "up", "falls": "down"}[way]
    bare = re.finditer(rf"(?<!\w){adverb}(?=\s+(?:by|from|to|nearly|almost|about|around|some)?\s*[\d$€£])", side.text, re.IGNORECASE)
    return found(side, way) + ([Span(*m.span()) for m in bare] if side.language == "en" else [])


def _times(side: Side) -> dict[str, Span]:
    """By how much a sentence multiplies, each with the first place that does."""
    seen = ((worth, re.search(rf"(?<!\w)(?:{words})(?!\w)", side.text, re.IGNORECASE)) for worth, words in _TIMES[side.language])
    return {worth: Span(*match.span()) for worth, match in seen if match}


def _ways(side: Side) -> dict[tuple[Decimal, Decimal], Span]:
    """The pairs of numbers told as from one to the other, or one against the other."""
    numbers = [s for s in signs_of(side, ()) if s.sort in {"number", "word"}]
    return {(one.worth, other.worth): Span(one.span.start, other.span.end) for one, other in pairwise(numbers) if _leads(side, one, other)}


def _leads(side: Side, one: Sign, other: Sign) -> bool:
    between = side.text[one.span.end : other.span.start]
    if len(between) > _SPAN or not _BETWEEN[side.language].search(between):
        return False
    return bool(_FROM[side.language].search(side.text[: one.span.start])) or max(one.worth, other.worth) >= _SCORE
