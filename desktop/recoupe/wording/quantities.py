"""Numbers written out with their units: counts, shares, money, durations, times of the day, measures."""

from __future__ import annotations

from decimal import Decimal

from babel import Locale
from babel.core import UnknownLocaleError

from recoupe.model import Exactness, Quantity
from recoupe.wording.book import language_or_default, word
from recoupe.wording.typography import NO_BREAK, clock_text, grouped

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥"}
_SCALES = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
_MIDNIGHT = 24  # past it a stretch of the day runs into the next
_CLOCKS = frozenset({"clock", "min"})
_RATES = frozenset({"hour", "day", "week", "month", "year"})
_KILO, _MEGA, _GIGA = Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9
_LADDERS = {
    "m": ((_KILO, "km"),),
    "m2": ((_MEGA, "km²"), (Decimal(10) ** 4, "ha")),
    "kg": ((_KILO, "t"),),
    "W": ((_GIGA, "GW"), (_MEGA, "MW"), (_KILO, "kW")),
    "Wh": ((Decimal(10) ** 12, "TWh"), (_GIGA, "GWh"), (_MEGA, "MWh"), (_KILO, "kWh")),
    "Hz": ((_GIGA, "GHz"), (_MEGA, "MHz"), (_KILO, "kHz")),
    "B": ((Decimal(10) ** 12, "TB"), (_GIGA, "GB"), (_MEGA, "MB"), (_KILO, "kB")),
}
_CLOSE = Decimal("0.001")  # of an hour: a figure of days is rounded
_DAYS = ((Decimal("365.25"), "year"), (Decimal(365), "year"), (Decimal("30.4375"), "month"), (Decimal(30), "month"), (Decimal(1), "day"))


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


def quantity_text(value: Quantity, lang: str) -> str:
    """A quantity with its unit and how exactly it is given: « environ 12 000 », « 10 à 12 % », « 300 ou plus »."""
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
    if "/" in unit or unit in {*_LADDERS, "rank"}:
        return False
    apart = {*_CLOCKS, "s", "d", *(_SIGNS if lang == "en" else ())}
    return unit not in apart and abs(low) < 10**6 and abs(high) < 10**6


def _amount(number: Decimal, unit: str, lang: str) -> str:
    base, _, tail = unit.partition("/")
    if base in _CLOCKS:
        hours, minutes = divmod(int(number), 60)
        return clock_text(hours if hours <= _MIDNIGHT else hours - _MIDNIGHT, minutes, lang) + (f" ({_zone(tail, lang)})" if tail else "")
    if tail in _RATES:
        return f"{_amount(number, base, lang)} {word('rate', tail, lang)}"
    if unit == "s":
        return _seconds(number, lang)
    if unit == "d":
        return _days(number, lang)
    if unit == "year":  # an age
        return _counted(number, unit, lang)
    if unit == "rank":
        return _rank(number, lang)
    if not unit:
        return _bare(number, lang)
    if len(unit) == 3 and unit.isupper():
        return _money(number, unit, lang)
    return _measure(number, unit, lang)


def _rank(number: Decimal, lang: str) -> str:
    """An ordinal: « 1er », « 2e », "1st", "12th"."""
    place = int(number)
    if lang == "fr":
        return "1er" if place == 1 else f"{grouped(str(place), lang)}e"
    ending = "th" if place % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return grouped(str(place), lang) + ending


def _zone(name: str, lang: str) -> str:
    return word("zone", name, lang) if name in {"local", "Europe/Paris"} else name


def _measure(number: Decimal, unit: str, lang: str) -> str:
    """A measure in the unit of its size: 2 300 kg is 2,3 t; signs stand close in English."""
    for size, larger in _LADDERS.get(unit, ()):
        if abs(number) >= size:
            number, unit = number / size, larger
            break
    if unit in {"%", "°"}:
        space = NO_BREAK if lang == "fr" and unit == "%" else ""
        return f"{_bare(number, lang)}{space}{unit}"
    if unit == "pt":
        return f"{_bare(number, lang)}{NO_BREAK}{word('unit', 'pt_many' if _is_plural(number, lang) else 'pt_one', lang)}"
    return f"{_bare(number, lang)}{NO_BREAK}{word('sign', unit, lang)}"


def _is_plural(number: Decimal, lang: str) -> bool:
    return abs(number) >= 2 if lang == "fr" else abs(number) != 1


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
    which = "many" if _is_plural(number, lang) else "one"
    return f"{number_text(number, lang)}{NO_BREAK}{word('unit', f'{unit}_{which}', lang)}"


def _seconds(number: Decimal, lang: str) -> str:
    """A duration under a day: « 1 heure 30 minutes », "45 minutes"; parts of a second are kept."""
    if number < 60:
        return _counted(number, "second", lang)
    minutes, seconds = divmod(number, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (seconds, "second")]
    return " ".join(_counted(count, unit, lang) for count, unit in parts if count)


def _days(number: Decimal, lang: str) -> str:
    """A longer duration in years or months where it is a whole number of them (a year is 365 or 365.25 days), in days otherwise; in
    hours where these are whole and half days are not: « 214 heures ».
    """
    hours = number * 24
    whole = hours.quantize(Decimal(1))
    told = abs(hours - whole) < _CLOSE and (number * 2) % 1 != 0
    for size, unit in _DAYS:
        count = (number / size).quantize(Decimal("0.0001")).normalize()
        if count >= 1 and ((unit == "day" and not told) or count == count.to_integral_value()):
            return _counted(count, unit, lang)
    return _counted(whole if told else hours.normalize(), "hour", lang)
