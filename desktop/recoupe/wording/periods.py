"""Stretches of time written out: days, times of the day, weeks, months, seasons, years and decades."""

from __future__ import annotations

from datetime import datetime, timedelta

from recoupe.model import Exactness, Period
from recoupe.wording.book import word, words_of
from recoupe.wording.typography import NO_BREAK, clock_text, date_text, month_name


def period_text(value: Period, lang: str) -> str:
    """A period as finely as it is given: « 14 mai 2024, 8 h 30 », « mai 2024 », « avant le 3 juin 2024 »."""
    if value.start <= datetime.min:
        return word("value", _on("before", value), lang, value=_stretch(value.end, value.end, value, lang))
    if value.end >= datetime.max - timedelta(days=366):
        return word("value", _on("since", value), lang, value=_stretch(value.start, value.start + timedelta(days=1), value, lang))
    shown = _stretch(value.start, value.end, value, lang)
    if value.exactness is Exactness.BOUND:
        return word("value", _on("by", value), lang, value=shown)
    return word("value", _on("around", value), lang, value=shown) if value.exactness is Exactness.ROUNDED else shown


def _on(code: str, value: Period) -> str:
    """The wording that a day takes (« avant le 14 mai ») or a longer or shorter stretch (« avant mai 2024 »)."""
    return f"{code}_day" if value.grain in {"day", "minute", "hour", "part"} else code


def _stretch(start: datetime, end: datetime, value: Period, lang: str) -> str:
    year = value.anchored or start.year > 1
    if value.grain in {"minute", "hour", "part"}:
        return _moment(start, end, value.grain, lang, year=year)
    if value.grain == "week":
        return word("value", "week", lang, value=date_text(start, lang, year=year))
    last = end - timedelta(days=1) if end > start else start
    if value.grain == "decade":
        return word("value", "decade", lang, value=start.year)
    if value.grain == "year":
        return str(start.year) if last.year == start.year else f"{start.year}–{last.year}"
    if value.grain == "season":
        return _season(start, last, lang, year=year)
    if value.grain == "month":
        return _months(start, last, lang, year=year)
    return _days_of(start, last, lang, year=year)


def _moment(start: datetime, end: datetime, grain: str, lang: str, *, year: bool) -> str:
    if grain == "part":
        at = words_of("value", "parts", lang)[_part(start, end)]
    else:
        at = clock_text(start.hour, start.minute, lang)
        if end - start > timedelta(hours=1):
            at = word("value", "range", lang, low=at, high=clock_text(end.hour, end.minute, lang))
    if not year and (start.month, start.day) == (1, 1):
        return at  # a time without any date
    return f"{date_text(start, lang, year=year)}, {at}"


def _part(start: datetime, end: datetime) -> int:
    """Night, morning, afternoon or evening (0 to 3), by the middle of the stretch."""
    middle = start + (end - start) / 2
    return sum(middle.hour >= hour for hour in (5, 12, 18))


def _season(start: datetime, last: datetime, lang: str, *, year: bool) -> str:
    season = words_of("value", "seasons", lang)[(start.month % 12) // 3 if start.day < 15 else ((start.month + 1) % 12) // 3]
    if not year:
        return season
    return f"{season} {start.year}" if start.year == last.year else f"{season} {start.year}–{last.year}"


def _months(start: datetime, last: datetime, lang: str, *, year: bool) -> str:
    def shown(moment: datetime) -> str:
        name = month_name(moment.month, lang)
        return f"{name}{NO_BREAK}{moment.year}" if year else name

    if (start.year, start.month) == (last.year, last.month):
        return shown(start)
    return f"{shown(start)} – {shown(last)}"


def _days_of(start: datetime, last: datetime, lang: str, *, year: bool) -> str:
    if last.date() <= start.date():
        return date_text(start, lang, year=year)
    if (start.year, start.month) == (last.year, last.month):
        first = "1er" if lang == "fr" and start.day == 1 else str(start.day)
    else:
        first = date_text(start, lang, year=year and start.year != last.year)
    return word("value", "from_to", lang, low=first, high=date_text(last, lang, year=year))
