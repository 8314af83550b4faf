"""Values written short, so that a table of expressions can be read by anyone, and sentences without a parser."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import builders
from recoupe.facts.kind import Found, SentenceContext
from recoupe.facts.kinds import KINDS
from recoupe.model import Exactness, Period, Quantity, Span, Token

_SMALL = frozenset(
    [
        "le",
        "la",
        "les",
        "un",
        "une",
        "des",
        "du",
        "de",
        "d'",
        "l'",
        "à",
        "au",
        "aux",
        "en",
        "et",
        "ou",
        "dans",
        "par",
        "pour",
        "sur",
        "sous",
        "avec",
        "sans",
        "dont",
        "plus",
        "moins",
        "près",
        "environ",
        "qui",
        "que",
        "ne",
        "pas",
        "se",
        "son",
        "sa",
        "ses",
        "ce",
        "cette",
        "il",
        "elle",
        "a",
        "est",
        "sont",
        "ont",
        "été",
        "the",
        "an",
        "of",
        "in",
        "on",
        "at",
        "by",
        "for",
        "to",
        "from",
        "with",
        "and",
        "or",
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
    ]
)


def tokens(text: str) -> tuple[Token, ...]:
    """Words as a parser would give them, every longer word a noun: enough for finding values."""
    found = []
    for i, m in enumerate(re.finditer(r"\d[\d.,\u00a0\u202f ]*\d|\d|[^\W\d_]+['’]?|[^\w\s]", text)):
        word = m.group()
        pos = "NUM" if word[0].isdigit() else "PUNCT" if not word[0].isalpha() else "ADP" if word.casefold() in _SMALL else "NOUN"
        found.append(Token(Span(m.start(), m.end()), word, word.casefold(), pos, "dep", i, frozenset()))
    return tuple(found)


def facts(text: str, language: str = "fr", anchor: date | None = date(2024, 5, 14)) -> list[Found]:
    """What the numeric kinds find in a sentence."""
    article = builders.article(text, published=anchor, language=language)
    whole = article.reading(Span(0, len(text)))
    context = SentenceContext(article, 0, tokens(text), language, anchor, whole)
    numeric = {"quantity", "money", "percent", "date", "time", "duration"}
    return [f for kind in KINDS if kind.name in numeric for f in kind.find(context)]


def short(value: Quantity | Period) -> str:
    """The value in a few signs.

    Quantities: `297`, `~300` (a rounding), `>=300`, `<=300`, `3..5` (a range), `2..20?` (vague), then the unit. Times are `10:30` in the
    same way. Periods: `2024-05-14`, `2024-05`, `2024`, a part of a day `2024-05-14 17-24h`, a stretch `2024-07-03/2024-07-05`; `~` before
    a rounding, `<=` and `>=` before a bound, `--05-14` without a year.
    """
    return _quantity(value) if isinstance(value, Quantity) else _period(value)


def _quantity(value: Quantity) -> str:
    clock = value.unit.startswith("clock")
    unit = value.unit.removeprefix("clock").removeprefix("/") if clock else value.unit

    def number(n: object) -> str:
        if clock:
            minutes = int(n)  # type: ignore[call-overload]
            return f"{minutes // 60:02}:{minutes % 60:02}"
        plain = f"{n:.6f}".rstrip("0").rstrip(".")
        return plain or "0"

    if value.exactness is Exactness.VAGUE:
        text = f"{number(value.low)}..{number(value.high)}?"
    elif value.exactness is Exactness.RANGE or (value.exactness is Exactness.EXACT and value.low != value.high):
        text = f"{number(value.low)}..{number(value.high)}"
    elif value.exactness is Exactness.BOUND:
        text = f">={number(value.low)}" if value.high is None else f"<={number(value.high)}"
    else:
        text = ("~" if value.exactness is Exactness.ROUNDED else "") + number(value.point)
    return f"{text} {unit}".strip()


def _period(value: Period) -> str:
    if value.end == datetime.max:
        return f">={_stretch(value.start, value.start + timedelta(days=1), 'day')}"
    sign = {Exactness.ROUNDED: "~", Exactness.VAGUE: "~", Exactness.BOUND: "<="}.get(value.exactness, "")
    text = _stretch(value.start, value.end, value.grain)
    return sign + (text if value.anchored else text.replace("0001", "-"))


def _stretch(start: datetime, end: datetime, grain: str) -> str:
    if grain == "part":
        return f"{start:%Y-%m-%d} {start.hour}-{int((end - datetime(start.year, start.month, start.day)).total_seconds() // 3600)}h"
    last = end - timedelta(days=1)
    if start.date() == last.date():
        return f"{start.year:04}-{start:%m-%d}"
    if start.day == 1 and (start.year, start.month) == (last.year, last.month) and end.day == 1:
        return f"{start.year:04}-{start:%m}"
    if (start.month, start.day, last.month, last.day) == (1, 1, 12, 31) and start.year == last.year:
        return f"{start.year}"
    return f"{start:%Y-%m-%d}/{last:%Y-%m-%d}"
