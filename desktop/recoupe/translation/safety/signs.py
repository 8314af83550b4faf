"""The bare signs of figures and dates in a sentence: figures, number words, scales, months and weekdays, wherever they stand.

Facts say what a number is worth and are compared first; signs are the net under them, for what was read as a fact on one side only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from recoupe.model import Span
from recoupe.translation.safety.side import Side

_FIGURE = {
    "fr": re.compile(r"\d+(?:[\u00a0\u202f\u2009 .]\d{3})*(?!\d)(?:,\d+)?|\d+"),
    "en": re.compile(r"\d+(?:[,\u00a0\u202f\u2009]\d{3})*(?!\d)(?:\.\d+)?|\d+"),
}
_MONTHS = {
    "fr": ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"],
    "en": ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"],
}
_SHORT_MONTHS = {
    "fr": {"janv": 0, "fevr": 1, "avr": 3, "juil": 6, "sept": 8, "oct": 9, "nov": 10, "dec": 11},
    "en": {"jan": 0, "feb": 1, "mar": 2, "apr": 3, "jun": 5, "jul": 6, "aug": 7, "sept": 8, "sep": 8, "oct": 9, "nov": 10, "dec": 11},
}
_DAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "en": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
}
_WORDS = {
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante "
    "soixante cent decennie siecle dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine",
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen twenty thirty forty fifty "
    "sixty hundred decade century ten dozen fifteen twenty thirty forty fifty sixty hundred",
}
_WORTHS = (*range(1, 17), 20, 30, 40, 50, 60, 100, 10, 100, 10, 12, 15, 20, 30, 40, 50, 60, 100)
_SCALES = {
    "fr": {"mille": 3, "millier": 3, "million": 6, "milliard": 9, "billion": 12, "md": 9, "mrd": 9},
    "en": {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "bn": 9, "mn": 6},
}


_RELATIVE = {"fr": ("hier", "avant", "apres", "demain", "aujourd"), "en": ("yesterday", "today", "tomorrow")}
CALENDAR = {language: frozenset((*_MONTHS[language], *_DAYS[language], *_RELATIVE[language])) for language in _MONTHS}


_NUMBER_WORDS = {language: frozenset((*words.split(), *_SCALES[language])) for language, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign, what it is worth and where it stands.

    `sort`: "number" (in figures), "part" (a figure between strokes, maybe a month's), "word" (a number in words), "scale" (a power of
    ten), "month" (from 1), "day" (of the week, from 0), "first" (said of days and of ranks).
    """

    sort: str
    worth: Decimal
    span: Span


def is_number_word(word: str, language: str) -> bool:
    """Whether a word, in plain letters, is a number."""
    return word.removesuffix("s") in _NUMBER_WORDS[language] or word in _NUMBER_WORDS[language]


def signs_of(side: Side, beside: Sequence[Span]) -> list[Sign]:
    """The signs of a sentence outside the given places, in order."""
    found = [*_figures(side), *_said(side)]
    return sorted((s for s in found if not any(b.overlaps(s.span) for b in beside)), key=lambda s: s.span)


def unmatched(left: Sequence[Sign], right: Sequence[Sign]) -> tuple[list[Sign], list[Sign]]:
    """The signs of each side without their like on the other."""
    free = list(right)
    missing = []
    for sign in left:
        match = next((r for r in free if _alike(sign, r)), None)
        if match is None:
            missing.append(sign)
        else:
            free.remove(match)
    return missing, free


def _alike(left: Sign, right: Sign) -> bool:
    sorts = {left.sort, right.sort}
    numbers = sorts <= {"number", "part", "word", "first"}
    return left.worth == right.worth and (left.sort == right.sort or numbers or sorts == {"part", "month"})


def _figures(side: Side) -> Iterator[Sign]:
    for m in _FIGURE[side.language].finditer(side.text):
        bare = re.sub(r"[^\d.,]", "", m.group())
        worth = bare.replace(".", "").replace(",", ".") if side.language == "fr" else bare.replace(",", "")
        stroke = re.search(r"\d[/.-]$", side.text[: m.start()]) or re.match(r"[/-]\d", side.text[m.end() :])
        yield Sign("part" if stroke else "number", Decimal(worth), Span(*m.span()))


def _said(side: Side) -> Iterator[Sign]:
    language = side.language
    for word, span in side.words():
        single = word.removesuffix("s") if len(word) > 4 else word
        if word in _MONTHS[language]:
            if not _no_month(side, word, span):
                yield Sign("month", Decimal(_MONTHS[language].index(word) + 1), span)
        elif single in _DAYS[language]:
            yield Sign("day", Decimal(_DAYS[language].index(single)), span)
        elif word in _SHORT_MONTHS[language] and re.match(r"\.|\s\d", side.text[span.end :]):
            yield Sign("month", Decimal(_SHORT_MONTHS[language][word] + 1), span)
        elif single in _SCALES[language]:
            yield Sign("scale", Decimal(_SCALES[language][single]), span)
        elif word in _WORDS[language].split():
            yield Sign("word", Decimal(_WORTHS[_WORDS[language].split().index(word)]), span)
        elif word in {"first", "premier"}:
            yield Sign("first", Decimal(1), span)


def _no_month(side: Side, word: str, span: Span) -> bool:
    """Whether "may" and "march" are verbs here, and « mars » the planet."""
    capital = side.text[span.start].isupper()
    before, after = side.text[: span.start], side.text[span.end :]
    opens = not before.strip(" «“\"'(")
    dated = re.match(r"\s+(?:the\s+)?\d", after) or re.search(r"\d(?:er|st|nd|rd|th)?(?:\s+of)?\s+$", before)
    if side.language == "en":
        return word in {"may", "march"} and not dated and (not capital or opens)
    return word == "mars" and capital and not opens
