"""Finds times of the day: « 14 h 30 », « peu avant six heures », « midi moins vingt », "9.30am"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from recoupe.facts.datewords import calendar_words, choice, even, number_pattern, read_number
from recoupe.facts.lexicon import lexicon
from recoupe.model import Exactness, Quantity

_DAY, _NOON = 24 * 60, 12 * 60
_SHORTLY = 30  # minutes meant by « peu avant », « peu après »
_ABOUT = 20  # minutes either way meant by « vers »


@dataclass(frozen=True, slots=True)
class Clock:
    """A time at `text[start:end]`, in minutes since midnight: unit "clock", or "clock/ZONE" where another than Paris is named."""

    start: int
    end: int
    value: Quantity


_H = rf"(?:{number_pattern('fr', 24)}|zéro)"
_MIN = rf"(?:{number_pattern('fr', 59)})"
_FRENCH, _ENGLISH = lexicon("fr", "clock"), lexicon("en", "clock")
_WEEKDAYS = choice(calendar_words("fr")["weekdays"])
_SMALL = ("une", "deux", "trois", "quatre", "cinq", "six")
_QUARTERS = _FRENCH["quarters"]
_HOWS = _FRENCH["how"] | _FRENCH["how_surely"] | _ENGLISH["how"]
_STRICT = rf"(?P<how>{choice(_FRENCH['how'])}|de)"
_BEFORE = rf"(?P<how>{choice(_FRENCH['how'] | _FRENCH['how_surely'])})"
_HALF = r"(?: (?P<half>du matin|de l'après-midi|du soir|de la nuit))?"
_PLACE = r"heures? locales?|heures? de [a-zà-ÿ-]+|heures? d'[a-zà-ÿ-]+|heures? françaises?|gmt|utc|à paris(?! (?:même|intra))"
_ZONE = rf"(?:,? ?\(?(?P<zone>{_PLACE})\)?)?"
_NOT_LONG = r"(?! ?(?:min\b|mn\b|'|′|\d))(?! (?:et |)\d{1,2} ?s\b)"
_NOT_LASTING = (
    r"(?! (?:de (?!l'après|la nuit)|d'|par |durant|plus tard|après|avant|supplémentaires|chrono|d'affilée|environ de|du (?!matin|soir)))"
)
_PAPER = r"(?! (?:libre|olympique)|-pyr)"  # « à Midi Libre »
_IT_WAS = re.compile(r"(?:il (?:est|était) )?")
_NO_LENGTH = "".join(f"(?<!{word} )" for word in ("en", "plus de", "moins de", "près de", "pendant", "durant"))
_LASTS_FROM = re.compile(rf"\b(?:de |d')(?:[1-6]|{'|'.join(_SMALL)}) $")  # « de 2 à 3 heures »: nobody opens that early
_NO_LENGTH_SURELY = "".join(f"(?<!{word} )" for word in _FRENCH["lengths"])
_OF_LENGTH = r"(?! (?:de (?!l'après|la nuit|paris)(?!\d)|d'affilée|chrono|plus tard|plus tôt|durant))"


def clocks(text: str, language: str) -> tuple[Clock, ...]:
    """Every time of the day in a text, in order."""
    plain = even(text)
    taken: list[Clock] = []
    for pattern, read in _rules("en" if language == "en" else "fr"):
        for m in pattern.finditer(plain):
            start, end = _trimmed(m)
            if any(start < c.end and c.start < end for c in taken) or (plain.startswith("à ", start) and _LASTS_FROM.search(plain[:start])):
                continue
            value = read(m)
            if value is not None:
                taken.append(Clock(start, end, value))
    return tuple(sorted(taken, key=lambda c: c.start))


def _trimmed(m: re.Match[str]) -> tuple[int, int]:
    """The words that carry the time: without « de », « il est », with « peu avant », and no bracket that closes what stood open before."""
    how = m.groupdict().get("how") or ""
    bare = how in {"de", "d'", "les", "pour", "minuit et", *calendar_words("fr")["weekdays"]}
    bare = bare or how.endswith(("il est", "il était", "à peine", "déjà", "encore"))
    start = m.start("h") if bare else m.start() + len(_IT_WAS.match(how).group())  # type: ignore[union-attr]
    return start, m.end() - (m.group().endswith(")") and "(" not in m.group())


def _value(minutes: int, how: str | None, zone: str | None) -> Quantity:
    unit = f"clock/{_zone(zone)}".rstrip("/") if zone else "clock"
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
    """The zone as it is named; Paris time is what a French paper means unsaid."""
    if "local" in words:
        return "local"
    if "fran" in words or "paris" in words or "french" in words:
        return ""
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
    base = 12 * 60 if m["h"] == "midi" else _DAY if _HOWS.get(groups.get("how") or "") == "before" else 0
    extra = _QUARTERS.get(groups.get("q") or "", 0)
    if groups.get("m"):
        extra = read_number(groups["m"], "fr")
    return _value((base + extra) % _DAY or (_DAY if base == _DAY else 0), groups.get("how"), groups.get("zone"))


def _fuzzy(parts: Mapping[str, Sequence[float]]) -> Callable[[re.Match[str]], Quantity | None]:
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
    """« entre 14 h et 16 h », some time in it; « de 8 h à 20 h », « de 20 h à 6 h », the whole stretch, past midnight or not."""
    low, high = (_NOON if m[f"w{k}"] == "midi" else _DAY if m[f"w{k}"] else _minutes(m[f"h{k}"], m[f"m{k}"]) for k in (1, 2))
    if low >= high and low % _DAY >= _NOON and high <= _NOON:
        high += _DAY
    if not low % _DAY < high or low > _DAY:
        return None
    some = m.group().startswith("entre")
    return Quantity(Decimal(low % _DAY), Decimal(high), "clock", Exactness.RANGE if some else Exactness.EXACT)


def _minutes(hours: str, minutes: str | None) -> int:
    return read_number(hours, "fr") * 60 + int(minutes or 0)


Rules = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Quantity | None]], ...]


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,:-])(?<!\d')(?:{pattern})(?!\w)")


@cache
def _rules(language: str) -> Rules:
    return _english_rules() if language == "en" else _french_rules()


def _english_rules() -> Rules:
    how = rf"(?:(?P<how>{choice(_ENGLISH['how'])}) )?"
    zone = r"(?:,? (?P<zone>local time|[a-z]+ time|gmt|utc))?"
    half = r" ?(?P<half>a\.m\.|p\.m\.|am|pm)(?!\w)"
    hour = number_pattern("en", 12)
    return (
        (re.compile(rf"(?<![\w.,:'-]){how}(?P<h>\d{{1,2}})[:.](?P<m>\d\d){half}{zone}"), _english),
        (re.compile(rf"(?<![\w.,:'-]){how}(?P<h>{hour}){half}{zone}"), _english),
        (_rule(rf"{how}(?P<h>{hour}) o'clock(?: in the (?P<half>morning|afternoon))?{zone}"), _english),
        (_rule(rf"{how}(?P<h>[0-2]?\d):(?P<m>[0-5]\d){zone}"), _english),
        (_rule(rf"(?P<how>{choice(_ENGLISH['how'])}) (?P<h>noon|midnight|midday){zone}"), _english_noon),
        (_rule(rf"(?:in the |at )?(?P<part>{choice(_ENGLISH['parts'])})"), _fuzzy(_ENGLISH["parts"])),
    )


def _french_rules() -> Rules:
    hour = rf"(?P<h>{_H}) ?(?:h|heures?)"
    spelled = rf"(?!une?\b)(?P<m>{_MIN})(?! ?(?:minutes|secondes|s\b))"  # « vers onze heures un fourgon »
    minute = rf"(?P<h>{_H}) ?(?:h|heures?|:) ?(?P<m>[0-5]\d){_NOT_LONG}"
    one, two = (rf"(?:(?P<w{k}>midi|minuit)|(?P<h{k}>{_H}) ?(?:h|heures?) ?(?P<m{k}>\d\d)?)" for k in (1, 2))
    return (
        (_rule(rf"(?:entre|de|d') ?{one} (?:et|à) {two}"), _range),
        (_rule(rf"(?P<how>{choice(_FRENCH['how'])}) ?{minute}{_HALF}{_ZONE}"), _french),
        (_rule(rf"(?:(?P<how>{choice(_FRENCH['how_surely'])}) ?)?{_NO_LENGTH_SURELY}{minute}{_OF_LENGTH}{_HALF}{_ZONE}"), _french),
        (_rule(rf"(?:{_BEFORE} ?)?{_NO_LENGTH}(?P<h>{_H}) heures? {spelled}{_HALF}{_ZONE}"), _french),
        (_rule(rf"(?:{_STRICT} ?)?{hour} (?P<q>{choice(_QUARTERS)}){_NOT_LASTING}{_HALF}{_ZONE}"), _french_quarter),
        (_rule(rf"(?:{_BEFORE} ?)?{hour}{_HALF[:-1]}{_ZONE}"), _french),
        (_rule(rf"{_STRICT} ?{hour}(?! ?\d){_NOT_LASTING}{_ZONE}"), _french_hour),
        (_rule(rf"(?P<how>{_WEEKDAYS}) {hour}(?! ?\d){_NOT_LASTING}{_ZONE}"), _french),  # « depuis jeudi 6 heures »
        (_rule(rf"{hour},? \(?(?P<zone>{_PLACE})\)?"), _french),
        (re.compile(rf"^\W*{hour}(?: pile| précises)?(?=[,.:])"), _french),  # « 14 heures, au palais de justice. »
        (
            _rule(rf"{_BEFORE} ?(?P<h>midi|minuit){_PAPER}(?: (?P<q>{choice(_QUARTERS)}))?(?: (?P<m>{_MIN}))?{_ZONE}"),
            _noon,
        ),
        (_rule(rf"(?P<h>midi|minuit) (?P<q>{choice(_QUARTERS)})"), _noon),
        (_rule(rf"(?P<part>{choice(_FRENCH['parts'])})"), _fuzzy(_FRENCH["parts"])),
    )


def _french_quarter(m: re.Match[str]) -> Quantity | None:
    """« cinq heures et demie »: a time only after a word that says so, or where no length is likely."""
    told = m["how"] not in {None, "de"} or m.groupdict().get("half")
    return _french(m) if told or m["q"].startswith("moins") else None


def _french_hour(m: re.Match[str]) -> Quantity | None:
    """« à six heures »; « de six heures » is a length."""
    return None if m["how"] == "de" else _french(m)


_UPDATE = re.compile(
    r"\W*(?:(?:mise? à jour|publié|actualisé|updated|published)\b[^.:!?]{0,45}?\b\d{1,2}(?:h| h |:)\d\d\b"
    r"|mise à jour\b[^.:!?]{0,45}(?=:))",
    re.IGNORECASE,
)


def stamps(text: str) -> Iterator[tuple[int, int]]:
    """Where a paper stamps an entry or an update: « 14h32 – », « Mise à jour de 11h30 : » at the head of a line."""
    m = re.match(r"\s*[\[(]?\d{1,2}(?:h| h |:)\d\d[\])]?\s*(?:[-–—:|•·]|$)", text) or _UPDATE.match(text)
    if m is not None:
        yield m.span()
