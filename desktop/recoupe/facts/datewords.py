"""What French and English dates have in common: a text made even for matching, spelled days, and the frame of a reader of dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from recoupe.facts.calendar import Clue
from recoupe.facts.figures import numerals
from recoupe.facts.lexicon import lexicon
from recoupe.model import Period

_SPACES = {"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "‑": "-", "‐": "-", "–": "-", "\n": " ", "\t": " "}


@lru_cache(maxsize=64)  # every reader of a sentence asks for it
def even(text: str) -> str:
    """The text in small letters with plain spaces, apostrophes and hyphens, letter for letter as long as before."""
    return "".join(_SPACES.get(c) or (c.lower() if len(c.lower()) == 1 else c) for c in text)


@cache
def spelled(language: str) -> Mapping[str, int]:
    """The numbers from 1 to 69 in words."""
    table = numerals(language)
    ones = {word: n for word, n in table["units"].items() if n > 0}
    words: dict[str, int] = dict(ones)
    if language == "fr":
        words |= {f"dix-{w}": 10 + n for w, n in ones.items() if 7 <= n <= 9}
    for ten, size in table["tens"].items():
        if size > 60:
            continue
        words[ten] = size
        for one, n in ones.items():
            if n <= 9:
                for link in ("-", " ") if n > 1 else (" et ", "-et-") if language == "fr" else ("-", " "):
                    words[f"{ten}{link}{one}"] = size + n
    return words


@cache
def number_pattern(language: str, limit: int) -> str:
    """A pattern of the numbers from 1 to `limit`, in figures or words."""
    words = sorted((w for w, n in spelled(language).items() if n <= limit), key=len, reverse=True)
    return rf"(?:\d{{1,{len(str(limit))}}}|{'|'.join(map(re.escape, words))})"


def read_number(text: str, language: str) -> int:
    """The number that such a pattern matched."""
    return int(text) if text.isdigit() else spelled(language)[text]


@cache
def calendar_words(language: str) -> Mapping[str, Any]:
    """The names of months, days, parts, seasons and feasts in a language."""
    return lexicon(language, "dates")


@cache
def times(language: str) -> frozenset[str]:
    """The names of days, months and parts of the day, as the language writes them inside a sentence."""
    known = calendar_words(language)
    named = (*known["weekdays"], *known["months"])
    return frozenset({*(w.capitalize() if language == "en" else w for w in named), *known["parts"]})


def choice(names: Mapping[str, Any]) -> str:
    """A pattern of names, the longest first."""
    return "|".join(re.escape(n) for n in sorted(names, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression at `text[start:end]`."""

    start: int
    end: int
    period: Period


Reader = Callable[[re.Match[str], Clue], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and what it means; earlier rules win. `upper` where the first letter must be a capital in the text ("May", "March")."""

    pattern: re.Pattern[str]
    read: Reader


def matches(rules: tuple[Rule, ...], text: str, clue_at: Callable[[int], Clue]) -> Iterator[Dated]:
    """Every expression that the rules find, none overlapping another; an earlier rule wins over a later one."""
    taken: list[tuple[int, int]] = []
    for rule in rules:
        for m in rule.pattern.finditer(text):
            start, end = m.span()
            if any(start < e and s < end for s, e in taken):
                continue
            period = _within_the_calendar(rule.read, m, clue_at(start))
            if period is not None:
                taken.append((start, end))
                yield Dated(start, end, period)


def _within_the_calendar(read: Reader, found: re.Match[str], clue: Clue) -> Period | None:
    """What a reader makes of an expression; None where that lies before year 1 or after 9999, which no date can hold."""
    try:
        return read(found, clue)
    except (OverflowError, ValueError):
        return None
