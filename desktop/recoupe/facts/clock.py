"""Finds times of the day: « 14 h 30 », « peu avant six heures », « midi moins vingt », "9.30am"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from recoupe.facts.datewords import choice, even, number_pattern, read_number
from recoupe.model import Exactness, Quantity

_DAY = 24 * 60
_SHORTLY = 30  # minutes meant by « peu avant », « peu après »
_ABOUT = 20  # minutes either way meant by « vers »


@dataclass(frozen=True, slots=True)
class Clock:
    """A time at `text[start:end]`; its value is in minutes since midnight, unit "clock" or "clock/ZONE"."""

    start: int
    end: int
    value: Quantity


_H = rf"(?:{number_pattern('fr', 24)}|zéro)"
_MIN = rf"(?:{number_pattern('fr', 59)})"
_QUARTERS = {
    "et demie": 30, "et demi": 30, "et quart": 15, "trois quarts": 45, "moins le quart": -15, "moins cinq": -5, "moins dix": -10, "moins vingt": -20,
    "moins vingt-cinq": -25,
}  # fmt: skip
_Q = f"(?: (?P<q>{choice(_QUARTERS)}))?"
_HALF = r"(?: (?P<half>du matin|de l'après-midi|du soir|de la nuit|de l'après midi))?"
_PLACE = r"(?:[A-ZÉÈ][\w-]+|paris|[a-zà-ÿ-]+)"
_ZONE = r"(?:,? ?(?:\()?(?P<zone>heures? locales?|heure de [a-zà-ÿ-]+|heures? d'[a-zà-ÿ-]+|heure française|heures? françaises?|gmt|utc|à paris(?! (?:même|intra)))\)?)?"
_BEFORE = (
    r"(?P<how>un peu avant|peu avant|juste avant|un peu après|peu après|juste après|aux alentours de|aux environs de|autour de|environ à|"
    r"sur le coup de|sur les coups de|à partir de|jusqu'à|jusqu'aux alentours de|dès|vers|avant|après|depuis|pour|entre|de|d'|à|a|les|il est|il était)"
)
_STRICT = (
    r"(?P<how>un peu avant|peu avant|juste avant|un peu après|peu après|juste après|aux alentours de|aux environs de|autour de|sur le coup de|"
    r"sur les coups de|à partir de|jusqu'à|dès|vers|avant|à|il est|il était|minuit et|de)"
)
_NOT_LONG = r"(?! ?(?:min\b|mn\b|'|′|\d))(?! (?:et |)\d{1,2} ?s\b)"
_NOT_LASTING = (
    r"(?! (?:de (?!l'après|la nuit)|d'|par |durant|plus tard|après|avant|supplémentaires|chrono|d'affilée|environ de|du (?!matin|soir)))"
)

_HOWS = {
    "un peu avant": "before", "peu avant": "before", "juste avant": "before", "un peu après": "after", "peu après": "after", "juste après": "after",
    "aux alentours de": "about", "aux environs de": "about", "autour de": "about", "vers": "about", "environ à": "about", "avant": "under",
    "sur le coup de": "about", "sur les coups de": "about",
    "shortly before": "before", "just before": "before", "shortly after": "after", "just after": "after", "about": "about", "around": "about",
    "at around": "about", "at about": "about", "at approximately": "about", "before": "under", "nearly": "before", "almost": "before",
}  # fmt: skip

# hours from and to of what is said of a part of the day
_PARTS_FR = {
    "en fin de matinée": (10.5, 12), "en début de matinée": (6.5, 9.5), "en milieu de matinée": (9, 11), "au milieu de la matinée": (9, 11),
    "dans la matinée": (6, 12), "en matinée": (6, 12), "en début d'après-midi": (12, 15), "en milieu d'après-midi": (14, 17),
    "au milieu de l'après-midi": (14, 17), "en fin d'après-midi": (16, 19), "dans l'après-midi": (12, 19), "en fin de journée": (16, 20),
    "en milieu de journée": (11, 15), "à la mi-journée": (11, 14.5), "en début de soirée": (18, 20.5), "dans la soirée": (18, 24), "en soirée": (18, 24),
    "en fin de soirée": (21, 24), "tard dans la soirée": (21, 24), "tard dans la nuit": (23, 28), "à l'aube": (4, 8), "au petit matin": (4, 8),
    "aux aurores": (4, 8), "de bon matin": (5, 9), "de bonne heure": (5, 9), "au petit jour": (4, 8), "en pleine nuit": (23, 29), "au milieu de la nuit": (24, 28),
    "en début de nuit": (22, 25), "à l'heure du déjeuner": (11.5, 14.5), "à la tombée de la nuit": (17, 23), "à la nuit tombée": (18, 24), "tôt le matin": (4, 8.5),
}  # fmt: skip
_PARTS_EN = {
    "late morning": (10.5, 12), "early morning": (3, 8), "mid-morning": (9, 11), "early afternoon": (12, 15), "mid-afternoon": (14, 17),
    "late afternoon": (16, 19), "early evening": (17, 20), "late evening": (21, 24), "at dawn": (4, 8), "at lunchtime": (11.5, 14.5),
    "in the middle of the night": (24, 28), "in the early hours": (24, 30), "early hours of the morning": (24, 30), "at dusk": (17, 22), "at nightfall": (17, 23),
}  # fmt: skip


def clocks(text: str, language: str) -> tuple[Clock, ...]:
    """Every time of the day in a text, in order."""
    plain = even(text)
    taken: list[Clock] = []
    for pattern, read in _rules("en" if language == "en" else "fr"):
        for m in pattern.finditer(plain):
            start, end = _trimmed(m)
            if any(start < c.end and c.start < end for c in taken):
                continue
            value = read(m)
            if value is not None:
                taken.append(Clock(start, end, value))
    return tuple(sorted(taken, key=lambda c: c.start))


def _trimmed(m: re.Match[str]) -> tuple[int, int]:
    """The words that carry the time: without « de », « il est », with « peu avant »."""
    groups = m.groupdict()
    if groups.get("how") in {"de", "d'", "les", "il est", "il était", "pour", "minuit et"}:
        return m.start("h"), m.end()
    return m.span()


def _value(minutes: int, how: str | None, zone: str | None) -> Quantity:
    unit = f"clock/{_zone(zone)}" if zone else "clock"
    at = Decimal(minutes)
    code = _HOWS.get(how or "", "")
    low, high, exactness = at, at, Exactness.EXACT
    if code == "before":
        low, exactness = at - _SHORTLY, Exactness.ROUNDED
    elif code == "after":
        high, exactness = at + _SHORTLY, Exactness.ROUNDED
    elif code == "about":
        low, high, exactness = at - _ABOUT, at + _ABOUT, Exactness.ROUNDED
    elif code == "under":
        return Quantity(max(at - 12 * 60, Decimal(0)), at, unit, Exactness.ROUNDED, at)
    return Quantity(low, high, unit, exactness, at)


def _zone(words: str) -> str:
    if "local" in words:
        return "local"
    if "fran" in words or "paris" in words or "french" in words:
        return "Europe/Paris"
    if words in {"gmt", "utc"}:
        return "UTC"
    return words.removeprefix("heure de ").removeprefix("heures de ").removesuffix(" time").strip().title()


def _french(m: re.Match[str]) -> Quantity | None:
    groups = m.groupdict()
    hours = 0 if m["h"] == "zéro" else read_number(m["h"], "fr")
    minutes = read_number(groups["m"], "fr") if groups.get("m") and not groups["m"].isdigit() else int(groups.get("m") or 0)
    minutes += _QUARTERS.get(groups.get("q") or "", 0)
    half = groups.get("half") or ""
    if ("soir" in half or "après" in half) and hours < 12:
        hours += 12
    return _value(hours * 60 + minutes, groups.get("how"), groups.get("zone")) if hours <= 24 and -30 <= minutes < 60 else None


def _noon(m: re.Match[str]) -> Quantity | None:
    groups = m.groupdict()
    base = 12 * 60 if m["h"] == "midi" else _DAY if (groups.get("how") or "").endswith("avant") else 0
    extra = _QUARTERS.get(groups.get("q") or "", 0)
    if groups.get("m"):
        extra = read_number(groups["m"], "fr")
    return _value((base + extra) % _DAY or (_DAY if base == _DAY else 0), groups.get("how"), groups.get("zone"))


def _fuzzy(parts: dict[str, tuple[float, float]]) -> Callable[[re.Match[str]], Quantity | None]:
    def read(m: re.Match[str]) -> Quantity:
        low, high = parts[m["part"]]
        return Quantity(Decimal(int(low * 60)), Decimal(int(high * 60)), "clock", Exactness.VAGUE)

    return read


def _english(m: re.Match[str]) -> Quantity | None:
    groups = m.groupdict()
    hours = read_number(m["h"], "en")
    minutes = int(groups.get("m") or 0)
    half = (groups.get("half") or "").replace(".", "")
    if half == "pm" and hours < 12:
        hours += 12
    if half == "am" and hours == 12:
        hours = 0
    return _value(hours * 60 + minutes, groups.get("how"), groups.get("zone")) if hours <= 24 and minutes < 60 else None


def _english_noon(m: re.Match[str]) -> Quantity | None:
    before = (m["how"] or "").endswith("before") and m["h"] == "midnight"
    return _value(12 * 60 if m["h"] in {"noon", "midday"} else _DAY if before else 0, m["how"], m.groupdict().get("zone"))


def _range(m: re.Match[str]) -> Quantity | None:
    """« entre 14 h et 16 h », « de 8 h à 20 h »: one stretch."""
    low, high = (read_number(m[f"h{k}"], "fr") * 60 + int(m[f"m{k}"] or 0) for k in (1, 2))
    if not low < high <= _DAY:
        return None
    return Quantity(Decimal(low), Decimal(high), "clock", Exactness.RANGE)


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...]:
    def rule(pattern: str) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w.,:-])(?<!\d')(?:{pattern})(?!\w)")

    if language == "en":
        how = r"(?:(?P<how>shortly before|just before|shortly after|just after|at around|at about|at approximately|about|around|before|after|by|at|from|until|nearly) )?"
        zone = r"(?:,? (?P<zone>local time|paris time|french time|[a-z]+ time|gmt|utc))?"
        half = r" ?(?P<half>a\.m\.|p\.m\.|am|pm)"
        return (
            (re.compile(rf"(?<![\w.,:'-]){how}(?P<h>\d{{1,2}})[:.](?P<m>\d\d){half}(?!\w){zone}"), _english),
            (re.compile(rf"(?<![\w.,:'-]){how}(?P<h>{number_pattern('en', 12)}){half}(?!\w){zone}"), _english),
            (rule(rf"{how}(?P<h>{number_pattern('en', 12)}) o'clock(?: in the (?P<half>morning|afternoon))?{zone}"), _english),
            (rule(rf"{how}(?P<h>[0-2]?\d):(?P<m>[0-5]\d){zone}"), _english),
            (
                rule(
                    rf"(?:(?P<how>shortly before|just before|shortly after|just after|around|about|before|after|by|at|until) )(?P<h>noon|midnight|midday){zone}"
                ),
                _english_noon,
            ),
            (rule(rf"(?:in the |at )?(?P<part>{choice(_PARTS_EN)})"), _fuzzy(_PARTS_EN)),
        )
    return (
        (rule(rf"(?:entre|de|d') ?(?P<h1>{_H}) ?(?:h|heures?) ?(?P<m1>\d\d)? (?:et|à) (?P<h2>{_H}) ?(?:h|heures?) ?(?P<m2>\d\d)?"), _range),
        (rule(rf"(?:{_BEFORE} ?)?(?P<h>{_H}) ?(?:h|heures?|:) ?(?P<m>[0-5]\d){_NOT_LONG}{_HALF}{_ZONE}"), _french),
        (
            rule(
                rf"(?:{_BEFORE} ?)?(?<!en )(?<!plus de )(?<!moins de )(?<!près de )(?<!pendant )(?<!durant )(?P<h>{_H}) heures? (?P<m>{_MIN})(?! ?(?:minutes|secondes|s\b)){_HALF}{_ZONE}"
            ),
            _french,
        ),
        (rule(rf"(?:{_STRICT} ?)?(?P<h>{_H}) ?(?:h|heures?) (?P<q>{choice(_QUARTERS)}){_NOT_LASTING}{_HALF}{_ZONE}"), _french_quarter),
        (rule(rf"(?:{_BEFORE} ?)?(?P<h>{_H}) ?(?:h|heures?) (?P<half>du matin|de l'après-midi|du soir|de la nuit){_ZONE}"), _french),
        (rule(rf"{_STRICT} ?(?P<h>{_H}) ?(?:h|heures?)(?! ?\d){_NOT_LASTING}{_ZONE}"), _french_hour),
        (rule(rf"(?P<h>{_H}) ?(?:h|heures?)(?:,? (?P<zone>heure locale|heure de [a-zà-ÿ-]+|heure française|gmt|utc))"), _french),
        (
            rule(
                rf"(?:(?P<how>un peu avant|peu avant|juste avant|un peu après|peu après|juste après|vers|avant|après|à|jusqu'à|dès|de|entre|autour de) ?)(?P<h>midi|minuit){_Q}(?: (?P<m>{_MIN}))?{_ZONE}"
            ),
            _noon,
        ),
        (rule(rf"(?P<h>midi|minuit) (?P<q>{choice(_QUARTERS)})"), _noon),
        (rule(rf"(?P<part>{choice(_PARTS_FR)})"), _fuzzy(_PARTS_FR)),
    )


def _french_quarter(m: re.Match[str]) -> Quantity | None:
    """« cinq heures et demie »: a time only after a word that says so, or where no length is likely."""
    told = m["how"] not in {None, "de"} or m.groupdict().get("half")
    return _french(m) if told or m["q"].startswith("moins") else None


def _french_hour(m: re.Match[str]) -> Quantity | None:
    """« à six heures »; « de six heures » is a length."""
    return None if m["how"] == "de" else _french(m)


def stamps(text: str) -> Iterator[tuple[int, int]]:
    """Where a live blog stamps its entries: « 14h32 – » at the head of a line."""
    m = re.match(r"\s*[\[(]?\d{1,2}(?:h| h |:)\d\d[\])]?\s*(?:[-–—:|•·]|$)", text)
    if m is not None:
        yield m.span()
