"""French and English typography: no-break spaces, quotation marks, numbers and dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

NO_BREAK = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"

_MONTHS = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ),
}  # fmt: skip


def typeset(text: str, lang: str) -> str:
    """Words written with plain spaces and apostrophes, with the no-break spaces that the language wants.

    French: a narrow one before `; ! ?`, a full one before `: » %` and after `«`. English is left as it is.
    """
    if lang != "fr":
        return text
    return unbroken(text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"))


def unbroken(text: str) -> str:
    """French words with no-break spaces where a line must not end, nothing else changed."""
    text = re.sub(r" (?=[;!?])", NARROW, text)
    text = re.sub(r" (?=[:»%€])", NO_BREAK, text)
    return text.replace("« ", "«" + NO_BREAK)


def quoted(text: str, lang: str) -> str:
    """The text between the quotation marks of the language; marks of the same sort inside it give way."""
    if lang != "fr":
        return f"“{text.replace('“', '‘').replace('”', '’')}”"
    inner = re.sub(r"«\s*", "“", re.sub(r"\s*»", "”", text))
    return f"«{NO_BREAK}{inner}{NO_BREAK}»"


def colon(lang: str) -> str:
    """A colon with its spaces."""
    return f"{NO_BREAK}: " if lang == "fr" else ": "


def join(parts: Sequence[str], lang: str) -> str:
    """A list in words: « a, b et c », "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {'et' if lang == 'fr' else 'and'} {parts[-1]}"


def grouped(digits: str, lang: str) -> str:
    """A whole number's digits in groups of three from 10 000 on in French, from 1,000 on in English; four digits are grouped too."""
    groups: list[str] = []
    rest = digits
    while len(rest) > 3:
        groups.insert(0, rest[-3:])
        rest = rest[:-3]
    return (NARROW if lang == "fr" else ",").join([rest, *groups])


def month_name(month: int, lang: str) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS[lang][month - 1]


def date_text(day: date, lang: str, *, year: bool = True) -> str:
    """A day: « 14 mai 2024 », « 1er janvier 2024 », "14 May 2024"."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    parts = [number, month_name(day.month, lang)]
    return NO_BREAK.join([*parts, str(day.year)] if year else parts)


def clock_text(hour: int, minute: int, lang: str, *, whole: bool = False) -> str:
    """A time of the day: « 8 h 30 », « 8 h », "8:30 am", "8 am"; `whole` leaves out minutes that are none."""
    if lang == "fr":
        return f"{hour}{NO_BREAK}h" if whole or not minute else f"{hour}{NO_BREAK}h{NO_BREAK}{minute:02d}"
    half = "am" if hour % 24 < 12 else "pm"
    shown = (hour % 12) or 12
    return f"{shown}{NO_BREAK}{half}" if whole or not minute else f"{shown}:{minute:02d}{NO_BREAK}{half}"


def datetime_text(moment: datetime, lang: str) -> str:
    """A day and its time: « 14 mai 2024 à 8 h 30 »."""
    at = "à" if lang == "fr" else "at"
    return f"{date_text(moment, lang)} {at} {clock_text(moment.hour, moment.minute, lang)}"
