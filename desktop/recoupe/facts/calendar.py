"""The arithmetic of dates: periods of every size, and which of several a press article means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from recoupe.model import Exactness, Period

_DAY = timedelta(days=1)
_FREE_YEAR = 1  # stands for "some year" where there is no publication date
_RECENT_DAYS = 3  # a mere « jeudi » further back than this is said to be « jeudi dernier », or has a past tense
_AHEAD_WEIGHT = 1.4  # what lies far ahead is mostly told with its year, or with « prochain »
_NEAR_DAYS = 45  # a tense is believed against the nearest date only beyond this
_FURTHER = 4  # times as far away as the nearest, from which on a date is not meant where what governs it is open


@dataclass(frozen=True, slots=True)
class Clue:
    """What helps to resolve a date: the publication date, which way the sentence looks (-1 back, 0, 1 ahead), the last date told.

    `done`: a participle governs the date, so that what it tells has mostly happened (« adopté à l'automne »). `open`: something else may
    govern it, so that `lean` is no more than likely (« à installer les maires élus le 15 mars »).
    """

    anchor: date | None
    lean: int = 0
    mentioned: date | None = None
    done: bool = False
    open: bool = False

    @property
    def told(self) -> date | None:
        """The day that « la veille » counts from: the last one told, unless it is still to come and the sentence looks back."""
        coming = self.mentioned is not None and self.anchor is not None and self.mentioned > self.anchor
        return self.anchor if coming and self.lean <= 0 else self.mentioned or self.anchor


def span_of(start: date, end: date, grain: str, exactness: Exactness = Exactness.EXACT) -> Period:
    """The period from the first day to the last, both taken in."""
    return Period(_midnight(start), _midnight(end) + _DAY, grain, exactness)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def day(when: date) -> Period:
    """One day."""
    return span_of(when, when, "day")


def part(when: date, hours: tuple[int, int]) -> Period:
    """A part of a day, its hours counted from midnight, past 24 into the next day."""
    start = _midnight(when)
    return Period(start + timedelta(hours=hours[0]), start + timedelta(hours=hours[1]), "part")


def month(year: int, number: int) -> Period:
    """One month; `number` may run past 12 into the next year."""
    return months(year, number, number, "month")


def months(year: int, first: int, last: int, grain: str) -> Period:
    """From the first month to the last; numbers past 12 run into the next year."""
    start = date(year + (first - 1) // 12, (first - 1) % 12 + 1, 1)
    after = date(year + last // 12, last % 12 + 1, 1)
    return Period(_midnight(start), _midnight(after), grain)


def year(number: int) -> Period:
    """One year."""
    return months(number, 1, 12, "year")


def week(when: date) -> Period:
    """The week of a day, Monday to Sunday."""
    monday = when - timedelta(days=when.weekday())
    return span_of(monday, monday + timedelta(days=6), "week")


def weekend(when: date) -> Period:
    """The Saturday and Sunday of the week of a day."""
    monday = when - timedelta(days=when.weekday())
    return span_of(monday + timedelta(days=5), monday + timedelta(days=6), "week")


def sliced(period: Period, which: str) -> Period:
    """The beginning, middle or end of a period: about its first, second or last third."""
    third = timedelta(days=max((period.end - period.start).days // 3, 1))
    start, end = period.start, period.end
    if which == "begin":
        end = start + third
    elif which == "middle":
        start, end = start + third - third // 10, end - third + third // 10
    else:
        start = end - third - _DAY
    return replace(period, start=_floor(start), end=_floor(end), exactness=Exactness.ROUNDED)


def _floor(moment: datetime) -> datetime:
    return datetime(moment.year, moment.month, moment.day)


def on_weekday(clue: Clue, weekday: int, which: str = "") -> date | None:
    """The day of the week that is meant, from the publication date; `which` is "next", "last" or nothing."""
    anchor = clue.anchor
    if anchor is None:
        return None
    back, ahead = (anchor.weekday() - weekday) % 7, (weekday - anchor.weekday()) % 7
    if which == "last":
        return anchor - timedelta(days=back or 7)
    if which == "next":
        return anchor + timedelta(days=ahead or 7)
    if clue.lean > 0 or (not clue.lean and back > _RECENT_DAYS):
        return anchor + timedelta(days=ahead)
    return anchor - timedelta(days=back)


def on_day(clue: Clue, number: int, month_number: int, weekday: int | None = None) -> Period | None:
    """A day and month without a year: the nearest to the publication date, unless the tense speaks against it."""
    if clue.anchor is None:
        return _free(month_number, number)
    choices = [d for y in (-1, 0, 1) if (d := _safe(clue.anchor.year + y, month_number, number)) is not None]
    if weekday is not None:
        choices = [d for d in choices if d.weekday() == weekday] or choices
    return day(_likely(clue, choices)) if choices else None


def _free(month_number: int, number: int) -> Period | None:
    when = _safe(_FREE_YEAR, month_number, number)
    return replace(day(when), anchored=False) if when is not None else None


def _likely(clue: Clue, choices: list[date]) -> date:
    anchor = clue.anchor or choices[0]
    nearest = min(choices, key=lambda d: abs((d - anchor).days) * (_AHEAD_WEIGHT if d > anchor and clue.lean <= 0 else 1))
    distance = (nearest - anchor).days
    if clue.lean * distance < 0 and abs(distance) > _NEAR_DAYS:
        other = min((d for d in choices if (d - anchor).days * clue.lean >= 0), key=lambda d: abs((d - anchor).days), default=nearest)
        return nearest if clue.open and abs((other - anchor).days) >= _FURTHER * abs(distance) else other
    return nearest


def on_month(clue: Clue, number: int) -> Period:
    """A month without a year: the nearest to the publication date, unless the tense speaks against it."""
    if clue.anchor is None:
        return replace(month(_FREE_YEAR, number), anchored=False)
    if clue.anchor.month == number:
        return month(clue.anchor.year, number)
    middles = [date(clue.anchor.year + y, number, 15) for y in (-1, 0, 1)]
    return month(_likely(clue, middles).year, number)


def on_number(clue: Clue, number: int, weekday: int | None = None) -> date | None:
    """« le 12 », « mardi 14 »: the day of the month nearest to the publication date."""
    if clue.anchor is None or not 1 <= number <= 31:
        return None
    choices = []
    for step in (-1, 0, 1):
        at = month(clue.anchor.year, clue.anchor.month + step) if clue.anchor.month + step > 0 else month(clue.anchor.year - 1, 12)
        when = _safe(at.start.year, at.start.month, number)
        if when is not None and (weekday is None or when.weekday() == weekday):
            choices.append(when)
    if not choices:
        return None
    ahead = [d for d in choices if d >= clue.anchor]
    if clue.lean > 0 and ahead:
        return min(ahead)
    back = [d for d in choices if d <= clue.anchor]
    return max(back) if clue.lean < 0 and back else min(choices, key=lambda d: abs((d - clue.anchor).days) if clue.anchor else 0)


def season(clue: Clue, span: tuple[int, int], number: int | None, which: str = "") -> Period | None:
    """A season of a year, or the one that is meant from the publication date."""
    if number is not None:
        return months(number, span[0], span[1], "season")
    if clue.anchor is None:
        return None
    choices = [months(clue.anchor.year + y, span[0], span[1], "season") for y in (-2, -1, 0, 1)]
    now = _midnight(clue.anchor)
    if which == "last":
        return max((c for c in choices if c.end <= now), key=lambda c: c.end, default=None)
    if which == "next":
        return min((c for c in choices if c.start > now), key=lambda c: c.start, default=None)
    inside = next((c for c in choices if c.start <= now < c.end), None)
    if inside is not None and clue.lean == 0:
        return inside
    if clue.lean > 0:
        return inside or min((c for c in choices if c.start > now), key=lambda c: c.start, default=None)
    if clue.done or clue.lean < 0:
        return inside or max((c for c in choices if c.end <= now), key=lambda c: c.end, default=None)
    return inside or min(choices, key=lambda c: min(abs((c.start - now).days), abs((c.end - now).days)))


def easter(number: int) -> date:
    """Easter Sunday of a year (the anonymous Gregorian computus, as given by Meeus, *Astronomical Algorithms*, 1991)."""
    a, b, c = number % 19, number // 100, number % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    ell = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * ell) // 451
    return date(number, (h + ell - 7 * m + 114) // 31, (h + ell - 7 * m + 114) % 31 + 1)


def ago(clue: Clue, count: int, unit: str) -> Period | None:
    """So many days, weeks, months or years before (negative) or after the publication date."""
    if clue.anchor is None:
        return None
    if unit == "day":
        return day(clue.anchor + timedelta(days=count))
    if unit == "week":
        return replace(week(clue.anchor + timedelta(weeks=count)), exactness=Exactness.VAGUE)
    if unit == "month":
        index = clue.anchor.year * 12 + clue.anchor.month - 1 + count
        return replace(month(index // 12, index % 12 + 1), exactness=Exactness.VAGUE)
    if unit == "year" and 0 < clue.anchor.year + count < 9999:
        return replace(year(clue.anchor.year + count), exactness=Exactness.VAGUE)
    return None


def safe_day(number: int, month_number: int, year_number: int) -> Period | None:
    """A day of the calendar, None where there is no such day."""
    when = _safe(year_number, month_number, number)
    return day(when) if when is not None else None


def _safe(year_number: int, month_number: int, number: int) -> date | None:
    try:
        return date(year_number, month_number, number)
    except ValueError:
        return None
