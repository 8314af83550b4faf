"""What a fact is worth, written out: quantities, money, durations, times, periods, names and assertions."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from babel import Locale
from babel.core import UnknownLocaleError

from recoupe.model import Assertion, Exactness, Name, Period, Quantity, Value
from recoupe.wording.book import language_or_default, word, words_of
from recoupe.wording.typography import NO_BREAK, clock_text, date_text, grouped, month_name

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_CLOCKS = frozenset({"clock", "min"})
_DAYS = ((Decimal("365.25"), "year"), (Decimal(365), "year"), (Decimal("30.4375"), "month"), (Decimal(30), "month"), (Decimal(1), "day"))


def value_text(value: Value, lang: str) -> str:
    """A value as a reader of the language would write it: « environ 12 000 », "about 12,000", « 2,5 millions d’euros », « 14 mai 2024 »."""
    lang = language_or_default(lang)
    if isinstance(value, Quantity):
        return _quantity(value, lang)
    if isinstance(value, Period):
        return _period(value, lang)
    if isinstance(value, Name):
        return value.shown or value.key
    return _assertion(value, lang)


def number_text(number: Decimal, lang: str) -> str:
    """A number with the language's groups and decimal mark, as exact as it is."""
    lang = language_or_default(lang)
    sign = "\N{MINUS SIGN}" if number < 0 else ""
    whole, _, decimals = format(abs(number), "f").partition(".")
    decimals = decimals.rstrip("0")
    mark = "," if lang == "fr" else "."
    return sign + grouped(whole, lang) + (mark + decimals if decimals else "")


def share_text(share: float, lang: str) -> str:
    """A share from 0 to 1 as a whole percentage: « 83 % », "83%"."""
    space = NO_BREAK if language_or_default(lang) == "fr" else ""
    return f"{round(share * 100)}{space}%"


def _quantity(value: Quantity, lang: str) -> str:
    low, high = value.low, value.high
    point = value.point if value.point is not None else low if low == high else None
    if low is None and high is None:
        return word("value", "unknown", lang) if point is None else word("value", "about", lang, value=_amount(point, value.unit, lang))
    if value.exactness in (Exactness.EXACT, Exactness.ROUNDED) and point is not None:
        shown = _amount(point, value.unit, lang)
        return shown if value.exactness is Exactness.EXACT else word("value", "about", lang, value=shown)
    if low is None or high is None:
        end = low if low is not None else high
        code = "at_least" if low is not None else "at_most"
        if value.exactness is Exactness.VAGUE:
            code = f"vague_{code}"
        return word("value", code, lang, value=_amount(end if end is not None else Decimal(0), value.unit, lang))
    if low == high:
        return _amount(low, value.unit, lang)
    code = "vague_range" if value.exactness is Exactness.VAGUE else "range"
    first = _bare(low, lang) if _joins(value.unit, low, high, lang) else _amount(low, value.unit, lang)
    return word("value", code, lang, low=first, high=_amount(high, value.unit, lang))


def _joins(unit: str, low: Decimal, high: Decimal, lang: str) -> bool:
    """Whether a range names its unit once (« de 10 à 12 % »): not for signs put before, scales that differ, durations and clocks."""
    apart = {*_CLOCKS, "s", "d", *(_SIGNS if lang == "en" else ())}
    return unit not in apart and abs(low) < 10**6 and abs(high) < 10**6


def _amount(number: Decimal, unit: str, lang: str) -> str:
    if unit in _CLOCKS:
        minutes = int(number)
        return clock_text(minutes // 60, minutes % 60, lang)
    if unit == "s":
        return _seconds(number, lang)
    if unit == "d":
        return _days(number, lang)
    if unit == "%":
        return _bare(number, lang) + (f"{NO_BREAK}%" if lang == "fr" else "%")
    if not unit:
        return _bare(number, lang)
    if len(unit) == 3 and unit.isupper():
        return _money(number, unit, lang)
    plural = abs(number) >= 2 if lang == "fr" else abs(number) != 1
    named = word("unit", f"{unit}_many" if plural else f"{unit}_one", lang) if unit in {"pt", "t"} else unit
    return f"{_bare(number, lang)}{NO_BREAK}{named}"


def _bare(number: Decimal, lang: str) -> str:
    """A number, in millions or billions where that is shorter and loses nothing."""
    mantissa, scale = _scaled(number)
    if scale is None:
        return number_text(number, lang)
    return f"{number_text(mantissa, lang)}{NO_BREAK}{_scale_word(mantissa, scale, lang)}"


def _scaled(number: Decimal) -> tuple[Decimal, str | None]:
    for size, name in _SCALES:
        if abs(number) >= size:
            mantissa = (number / size).normalize()
            exponent = mantissa.as_tuple().exponent
            if isinstance(exponent, int) and exponent >= -3:
                return mantissa, name
            return number, None
    return number, None


def _scale_word(mantissa: Decimal, scale: str, lang: str) -> str:
    plural = lang == "fr" and abs(mantissa) >= 2
    return word("scale", f"{scale}_many" if plural else scale, lang)


def _money(number: Decimal, code: str, lang: str) -> str:
    mantissa, scale = _scaled(number)
    if lang == "en":
        sign = _SIGNS.get(code)
        body = _bare(number, lang)
        if sign:
            return f"\N{MINUS SIGN}{sign}{body[1:]}" if number < 0 else f"{sign}{body}"
        return f"{body} {_currency(code, number, lang)}"
    if scale is None:
        if code == "EUR":
            return f"{number_text(number, lang)}{NO_BREAK}€"
        return f"{number_text(number, lang)}{NO_BREAK}{_currency(code, number, lang)}"
    name = _currency(code, Decimal(2), lang)
    link = "d\N{RIGHT SINGLE QUOTATION MARK}" if name[:1].lower() in "aeiouéèh" else f"de{NO_BREAK}"
    return f"{number_text(mantissa, lang)}{NO_BREAK}{_scale_word(mantissa, scale, lang)} {link}{name}"


def _currency(code: str, number: Decimal, lang: str) -> str:
    own = word("currency", f"{code}_one" if abs(number) < 2 else f"{code}_many", lang)
    if not own.startswith(code):
        return own
    try:
        names = Locale.parse(lang).currencies
    except UnknownLocaleError:
        return code
    return str(names.get(code, code))


def _counted(number: Decimal, unit: str, lang: str) -> str:
    plural = abs(number) >= 2 if lang == "fr" else abs(number) != 1
    return f"{number_text(number, lang)}{NO_BREAK}{word('unit', f'{unit}_many' if plural else f'{unit}_one', lang)}"


def _seconds(number: Decimal, lang: str) -> str:
    """A duration under a day: « 1 heure 30 minutes », "45 minutes"; parts of a second are kept."""
    if number < 60:
        return _counted(number, "second", lang)
    minutes, seconds = divmod(number, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (seconds, "second")]
    return " ".join(_counted(count, unit, lang) for count, unit in parts if count)


def _days(number: Decimal, lang: str) -> str:
    """A longer duration in years or months where it is a whole number of them (a year is 365 or 365.25 days), in days otherwise."""
    for size, unit in _DAYS:
        count = (number / size).quantize(Decimal("0.0001")).normalize()
        if count >= 1 and (unit == "day" or count == count.to_integral_value()):
            return _counted(count, unit, lang)
    hours = number * 24
    return _counted(hours.normalize(), "hour", lang)


def _period(value: Period, lang: str) -> str:
    if value.start <= datetime.min:
        return word("value", "before", lang, value=_stretch(value.end, value.end, value, lang))
    if value.end >= datetime.max - timedelta(days=366):
        return word("value", "since", lang, value=_stretch(value.start, value.start + timedelta(days=1), value, lang))
    shown = _stretch(value.start, value.end, value, lang)
    return word("value", "around", lang, value=shown) if value.exactness is Exactness.ROUNDED else shown


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
        at = words_of("value", "parts", lang)[start.hour // 6]
    else:
        at = clock_text(start.hour, start.minute, lang)
        if end - start > timedelta(hours=1):
            at = word("value", "range", lang, low=at, high=clock_text(end.hour, end.minute, lang))
    if not year and (start.month, start.day) == (1, 1):
        return at  # a time without any date
    return f"{date_text(start, lang, year=year)}, {at}"


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


def _assertion(value: Assertion, lang: str) -> str:
    return value.what if value.holds else word("value", "denied", lang, value=value.what)
