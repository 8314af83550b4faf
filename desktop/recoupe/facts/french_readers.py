"""What French date words mean, from « le mardi 14 mai 2024 au soir » to « la veille ».

An own grammar: dateparser 1.5 takes « de 12 à 15 euros » for the 15th of December, « dimanche prochain » for the last one and « fin mars »
for the 14th, knows neither « la veille » nor « jeudi en quinze », and keeps no granularity.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from recoupe.facts import calendar
from recoupe.facts.calendar import Clue
from recoupe.facts.datewords import Reader, calendar_words, read_number
from recoupe.model import Exactness, Period

_WORDS = calendar_words("fr")
MONTHS, WEEKDAYS, PARTS = _WORDS["months"], _WORDS["weekdays"], _WORDS["parts"]
SEASONS, FEASTS, EASTER = _WORDS["seasons"], _WORDS["feasts"], _WORDS["easter"]
_UNITS = {
    "jour": "day",
    "nuit": "day",
    "semaine": "week",
    "mois": "month",
    "an": "year",
    "ans": "year",
    "année": "year",
    "décennie": "decade",
}
RANKS = {
    "premier": 1, "première": 1, "1er": 1, "1re": 1, "deuxième": 2, "second": 2, "2e": 2, "troisième": 3, "3e": 3, "quatrième": 4, "4e": 4,
    "dernier": -1, "dernière": -1,
}  # fmt: skip
_SLICE = {"début": "begin", "mi": "middle", "milieu": "middle", "courant": "", "fin": "end"}
_SEPTEMBER, _WINTER = 9, frozenset({11, 12, 1, 2})
_ROMAN = {"i": 1, "v": 5, "x": 10}


def _day_number(text: str) -> int:
    plain = text.removesuffix("er") if text[0].isdigit() else text
    return 1 if plain == "premier" else read_number(plain, "fr")


def _weekday(m: re.Match[str]) -> int | None:
    found = m.groupdict().get("w")
    return WEEKDAYS[found] if found else None


def full(m: re.Match[str], clue: Clue) -> Period | None:
    """« mardi 14 mai 2024 au soir »."""
    lean = {"prochain": 1, "dernier": -1}.get(m.groupdict().get("q") or "", 0)
    found = _dated(_day_number(m["d"]), MONTHS[m["m"]], m["y"], replace(clue, lean=lean or clue.lean), _weekday(m))
    return _in_part(found, m.groupdict().get("p"))


def _dated(number: int, month: int, year: str | None, clue: Clue, weekday: int | None = None) -> Period | None:
    if year:
        return calendar.safe_day(number, month, int(year))
    return calendar.on_day(clue, number, month, weekday)


def _in_part(period: Period | None, name: str | None) -> Period | None:
    if period is None or not name:
        return period
    narrowed = calendar.part(period.start.date(), tuple(PARTS[name]))
    return replace(narrowed, anchored=period.anchored)


def stretch(m: re.Match[str], clue: Clue) -> Period | None:
    """« du 3 au 5 juillet 2026 », « les 3, 4 et 5 juillet », « du 28 juin au 3 juillet »."""
    last = _dated(_day_number(m["d2"]), MONTHS[m["m"]], m["y"], clue)
    if last is None:
        return None
    first_month = MONTHS[m["m1"]] if m.groupdict().get("m1") else MONTHS[m["m"]]
    year = last.start.year - (first_month > MONTHS[m["m"]])
    first = calendar.safe_day(_day_number(m["d1"]), first_month, max(year, 1))
    if first is None or first.start > last.start:
        return None
    return replace(last, start=first.start, exactness=Exactness.RANGE)


def night(m: re.Match[str], clue: Clue) -> Period | None:
    """« dans la nuit de mardi à mercredi », « dans la nuit du 7 au 8 février »."""
    if m.groupdict().get("d1"):
        month = m.groupdict().get("m")
        if month:
            found = _dated(_day_number(m["d1"]), MONTHS[m.groupdict().get("m1") or month], m["y"], clue)
        else:
            on = calendar.on_number(clue, _day_number(m["d1"]))
            found = calendar.day(on) if on else None
        return _in_part(found, "nuit")
    on = calendar.on_weekday(clue, WEEKDAYS[m["w"]])
    if m.groupdict().get("w2") and on is not None and clue.anchor is not None and clue.lean <= 0:
        # the night that ends today began yesterday, whatever the tense
        on = on if on < clue.anchor or WEEKDAYS[m["w2"]] != clue.anchor.weekday() else clue.anchor - timedelta(days=1)
        if on == clue.anchor:
            on -= timedelta(days=7) if clue.lean < 0 else timedelta()
    return calendar.part(on, (20, 32)) if on else None


def night_before(m: re.Match[str], clue: Clue) -> Period | None:
    """« dans la nuit de samedi à dimanche 22 octobre »: it began the day before the one that is named."""
    found = full(m, clue)
    if found is None or found.start <= datetime.min + timedelta(days=1):
        return None
    began = calendar.part(found.start.date() - timedelta(days=1), (20, 32))
    return replace(began, anchored=found.anchored)


def on_weekday(m: re.Match[str], clue: Clue) -> Period | None:
    """« mardi soir », « dimanche prochain », « jeudi en quinze », « mercredi 15 »."""
    groups = m.groupdict()
    if groups.get("d"):
        on = calendar.on_number(clue, _day_number(groups["d"]), WEEKDAYS[groups["w"]])
        if on is None:
            return None
        return _in_part(calendar.day(on), groups.get("p"))
    which = {"prochain": "next", "dernier": "last", "passé": "last", "suivant": "after"}.get(groups.get("q") or "", "")
    if groups.get("later"):
        base = calendar.on_weekday(replace(clue, lean=1), WEEKDAYS[groups["w"]])
        return calendar.day(base + timedelta(days=7 if groups["later"] == "huit" else 14)) if base else None
    if which == "after":
        anchor = clue.told
        on = calendar.on_weekday(replace(clue, anchor=anchor), WEEKDAYS[groups["w"]], "next")
    else:
        on = calendar.on_weekday(clue, WEEKDAYS[groups["w"]], which)
    return _in_part(calendar.day(on), groups.get("p")) if on else None


def deictic(m: re.Match[str], clue: Clue) -> Period | None:
    """« hier soir », « avant-hier », « demain », « aujourd'hui »."""
    if clue.anchor is None:
        return None
    steps = {"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2}
    found = calendar.day(clue.anchor + timedelta(days=steps[m["day"]]))
    return _in_part(found, m["p"])


def this_part(m: re.Match[str], clue: Clue) -> Period | None:
    """« ce matin », « cette nuit »: the night before a paper's morning unless the sentence looks ahead."""
    if clue.anchor is None:
        return None
    night = m["p"] == "nuit" and clue.lean <= 0
    return _in_part(calendar.day(clue.anchor - timedelta(days=int(night))), m["p"])


def told(steps: Mapping[str, int]) -> Reader:
    """« la veille », « le lendemain »: from the last date told, which may be none."""

    def read(m: re.Match[str], clue: Clue) -> Period | None:
        base = clue.told
        return _in_part(calendar.day(base + timedelta(days=steps[m["day"]])), m.groupdict().get("p")) if base else None

    return read


def month(m: re.Match[str], clue: Clue) -> Period | None:
    """« mars 2024 », « fin juin », « à la mi-mars », « en septembre prochain »."""
    groups, number = m.groupdict(), MONTHS[m["m"]]
    if groups.get("y"):
        found = calendar.month(int(groups["y"]), number)
    else:
        lean = {"prochain": 1, "dernier": -1}.get(groups.get("q") or "", 0)
        found = calendar.on_month(replace(clue, lean=lean or clue.lean), number)
        found = _shifted(found, lean, clue)
    which = _SLICE.get(groups.get("slice") or "", "")
    return calendar.sliced(found, which) if which else found


def _shifted(found: Period, lean: int, clue: Clue) -> Period:
    if not lean or clue.anchor is None:
        return found
    anchor = date(clue.anchor.year, clue.anchor.month, 1)
    if lean > 0 and found.start.date() <= anchor:
        return calendar.month(found.start.year + 1, found.start.month)
    return calendar.month(found.start.year - 1, found.start.month) if lean < 0 and found.start.date() >= anchor else found


def month_stretch(m: re.Match[str], clue: Clue) -> Period | None:
    """« de mars 2019 à juin 2022 », « entre mars et juin »."""
    last = _month_of(m["m2"], m["y2"], clue)
    year = int(m["y1"]) if m["y1"] else last.start.year - (MONTHS[m["m1"]] > MONTHS[m["m2"]])
    first = calendar.month(max(year, 1), MONTHS[m["m1"]])
    return replace(last, start=first.start, exactness=Exactness.RANGE) if first.start < last.end else None


def _month_of(name: str, year: str | None, clue: Clue) -> Period:
    return calendar.month(int(year), MONTHS[name]) if year else calendar.on_month(clue, MONTHS[name])


def year(m: re.Match[str], clue: Clue) -> Period | None:
    """« en 2017 », « fin 2018 », « courant 2026 »."""
    del clue
    found = calendar.year(int(m["y"]))
    which = _SLICE.get(m.groupdict().get("slice") or "", "")
    return calendar.sliced(found, which) if which else found


def years(m: re.Match[str], clue: Clue) -> Period | None:
    """« entre 2019 et 2022 », « 2019-2022 »."""
    del clue
    first = int(m["y1"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first - first % 100 + int(m["y2"])
    if not first < last < first + 300:
        return None
    return replace(calendar.months(first, 1, 12 * (last - first + 1), "year"), exactness=Exactness.RANGE)


def both_years(m: re.Match[str], clue: Clue) -> Period | None:
    """« en 2019 et 2020 »: one stretch where the second follows the first."""
    return years(m, clue) if int(m["y2"]) == int(m["y1"]) + 1 else None


def decade(m: re.Match[str], clue: Clue) -> Period | None:
    """« les années 1990 », « les années 90 »."""
    del clue
    first = int(m["y"]) if len(m["y"]) == 4 else 1900 + int(m["y"])
    return calendar.months(first, 1, 120, "decade")


def century(m: re.Match[str], clue: Clue) -> Period | None:
    """« le XXIe siècle », « 19e siècle »."""
    del clue
    text = m["c"]
    if text.isdigit():
        number = int(text)
    else:
        digits = [_ROMAN[c] for c in text]
        number = sum(-v if i + 1 < len(digits) and v < digits[i + 1] else v for i, v in enumerate(digits))
    return calendar.months((number - 1) * 100 + 1, 1, 1200, "century") if 1 <= number <= 22 else None


def season(m: re.Match[str], clue: Clue) -> Period | None:
    """« l'été 2025 », « l'hiver dernier », « au printemps »."""
    groups = m.groupdict()
    which = {"dernier": "last", "passé": "last", "prochain": "next"}.get(groups.get("q") or "", "")
    return calendar.season(clue, tuple(SEASONS[m["s"]]), int(groups["y"]) if groups.get("y") else None, which)


def quarter(m: re.Match[str], clue: Clue) -> Period | None:
    """« le premier trimestre 2021 », « au second semestre », « T3 2024 »."""
    groups = m.groupdict()
    length = 3 if groups.get("t") or groups["unit"] == "trimestre" else 6
    rank = int(groups["t"]) if groups.get("t") else RANKS[groups["r"]]
    year = int(groups["y"]) if groups.get("y") else _quarter_year(clue, rank * length, groups.get("q"))
    if year is None or not 1 <= rank <= 12 // length:
        return None
    return calendar.months(year, (rank - 1) * length + 1, rank * length, "month")


def _quarter_year(clue: Clue, last_month: int, which: str | None) -> int | None:
    if clue.anchor is None:
        return None
    if which == "dernier" or (clue.lean < 0 and last_month > clue.anchor.month + 6):
        return clue.anchor.year - 1
    return clue.anchor.year + (which == "prochain" or (clue.lean > 0 and last_month < clue.anchor.month))


def first_months(m: re.Match[str], clue: Clue) -> Period | None:
    """« les trois premiers mois de 2021 »."""
    count = read_number(m["n"], "fr")
    year = int(m["y"]) if m["y"] else clue.anchor.year if clue.anchor else None
    if year is None or count > 11:
        return None
    first = 13 - count if m["r"].startswith("dernier") else 1
    return calendar.months(year, first, first + count - 1, "month")


def unit(m: re.Match[str], clue: Clue) -> Period | None:
    """« la semaine dernière », « l'an prochain », « ce mois-ci », « cette année »."""
    step = {"dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "prochain": 1, "prochaine": 1}.get(m.groupdict().get("q") or "", 0)
    unit = _UNITS.get(m["u"].rstrip("s") if m["u"] != "mois" else "mois", "day")
    return _exact(calendar.ago(clue, step, unit))


def _exact(period: Period | None) -> Period | None:
    return replace(period, exactness=Exactness.EXACT) if period is not None else None


def unit_slice(m: re.Match[str], clue: Clue) -> Period | None:
    """« en fin de semaine », « à la fin de l'année », « d'ici la fin du mois »."""
    found = _exact(calendar.ago(clue, 1 if m["q"] else 0, _UNITS[m["u"]]))
    return calendar.sliced(found, _SLICE[m["slice"]]) if found is not None else None


def weekend(m: re.Match[str], clue: Clue) -> Period | None:
    """« ce week-end », « le week-end dernier »: on a Monday « ce week-end » is the one just gone."""
    if clue.anchor is None:
        return None
    step = {"dernier": -7, "passé": -7, "prochain": 7}.get(m["q"] or "", 0)
    if not step and (clue.lean < 0 or clue.anchor.weekday() == 0) and clue.lean <= 0 and clue.anchor.weekday() < 4:
        step = -7
    return calendar.weekend(clue.anchor + timedelta(days=step))


def ago(sign: int) -> Reader:
    """A reader of « il y a dix jours » (sign -1) or « dans dix jours » (1)."""

    def read(m: re.Match[str], clue: Clue) -> Period | None:
        unit = m["u"].rstrip("s") if m["u"] != "mois" else "mois"
        count = 15 if m["n"] == "une quinzaine de" else 10 if m["n"] == "une dizaine de" else read_number(m["n"], "fr")
        days = {"quinze": 14, "huit": 7}.get(m["n"]) if unit == "jour" else None
        return calendar.ago(clue, sign * (days or count), _UNITS[unit])

    return read


def after_told(m: re.Match[str], clue: Clue) -> Period | None:
    """« deux jours plus tôt », « trois semaines plus tard »: counted from the last day told; None where none was."""
    if clue.mentioned is None or clue.told is None:
        return None
    sign = 1 if m["way"] == "plus tard" else -1
    return ago(sign)(m, replace(clue, anchor=clue.told))


def back_to_school(m: re.Match[str], clue: Clue) -> Period | None:
    """« à la rentrée »: about September; in winter there is another one."""
    if m["y"]:
        found = calendar.month(int(m["y"]), _SEPTEMBER)
    elif clue.anchor is not None and clue.anchor.month not in _WINTER:
        lean = {"prochaine": 1, "dernière": -1}.get(m["q"] or "", clue.lean)
        found = calendar.on_month(replace(clue, lean=lean), _SEPTEMBER)
    else:
        return None
    return replace(found, start=found.start - timedelta(days=7), exactness=Exactness.ROUNDED)


def feast(m: re.Match[str], clue: Clue) -> Period | None:
    """« Noël », « le lundi de Pentecôte »."""
    name = m["f"]
    if name in FEASTS:
        return _dated(FEASTS[name][1], FEASTS[name][0], m["y"], clue)
    year = int(m["y"]) if m["y"] else clue.anchor.year if clue.anchor else None
    return calendar.day(calendar.easter(year) + timedelta(days=EASTER[name])) if year is not None else None


def ranked_weekday(m: re.Match[str], clue: Clue) -> Period | None:
    """« le dernier dimanche de septembre », « le premier mardi de mai 2024 »."""
    month = _month_of(m["m"], m["y"], clue)
    days = [month.start.date() + timedelta(days=k) for k in range((month.end - month.start).days)]
    hits = [d for d in days if d.weekday() == WEEKDAYS[m["w"]]]
    rank = RANKS[m["r"]]
    return calendar.day(hits[rank - 1 if rank > 0 else -1]) if abs(rank) <= len(hits) else None


def week_of(m: re.Match[str], clue: Clue) -> Period | None:
    """« la semaine du 9 février »."""
    found = _dated(_day_number(m["d"]), MONTHS[m["m"]], m["y"], clue)
    return calendar.week(found.start.date()) if found is not None else None


def numeric(m: re.Match[str], clue: Clue) -> Period | None:
    """« 14/05/2024 », « 14.05.24 », « 2024-05-14 »."""
    groups = m.groupdict()
    year = groups.get("y")
    if not year:
        return _dated(int(m["d"]), int(m["m"]), None, clue) if int(m["m"]) <= 12 else None
    return calendar.safe_day(int(m["d"]), int(m["m"]), int(year) + (2000 if len(year) == 2 else 0))


def lone_day(m: re.Match[str], clue: Clue) -> Period | None:
    """« le 12 », « du 9 au 12 »."""
    on = calendar.on_number(clue, _day_number(m["d"]))
    if on is None:
        return None
    if m.groupdict().get("d2"):
        last = calendar.on_number(replace(clue, lean=clue.lean), _day_number(m["d2"]))
        return calendar.span_of(on, last, "day") if last is not None and on < last else None
    return calendar.day(on)
