"""Figures and times that the other language says in words of another kind: « quadragénaire », "in her forties"."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from recoupe.files import resource
from recoupe.model import Span
from recoupe.translation.safety.side import Side


def answered(place: Span, own: Side, other: Side) -> bool:
    """Whether the other sentence says the words at a place of a sentence's own in its own way."""
    turned = -1 if own.language == "en" else 1
    pairs = ((french, english)[::turned] for french, english in _pairs("figures"))
    return any(there.search(other.text) and any(Span(*m.span()).overlaps(place) for m in here.finditer(own.text)) for here, there in pairs)


def counted_otherwise(left: Side, right: Side) -> bool:
    """Whether the two sentences count the same thing by words of another kind: years by anniversaries."""
    french, english = (left, right) if left.language == "fr" else (right, left)
    return any(here.search(french.text) and there.search(english.text) for here, there in _pairs("units"))


@cache
def _pairs(section: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    with resource("lexicons", "fr", "answers.toml").open("rb") as file:
        table = tomllib.load(file)[section]
    return tuple((_whole(french), _whole(english)) for french, english in table.items())


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})s?(?!\w)", re.IGNORECASE)
