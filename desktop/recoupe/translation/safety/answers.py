"""Figures and times that the other language says in words of another kind: « quadragénaire », "in her forties"."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from recoupe.files import resource
from recoupe.translation.safety.side import Side


def answered(words: str, own: Side, other: Side) -> bool:
    """Whether the other sentence says these words of a sentence's own in its own way."""
    turned = -1 if own.language == "en" else 1
    pairs = ((french, english)[::turned] for french, english in _pairs())
    return any(here.search(words) and there.search(other.text) for here, there in pairs)


@cache
def _pairs() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    with resource("lexicons", "fr", "answers.toml").open("rb") as file:
        table = tomllib.load(file)["figures"]
    return tuple((_whole(french), _whole(english)) for french, english in table.items())


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})s?(?!\w)", re.IGNORECASE)
