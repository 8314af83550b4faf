"""French dates, from « le mardi 14 mai 2024 au soir » to « la veille ».

An own grammar: dateparser reads one date that is known to be one, and finds dates in the word « mai » of « mais » and in a price.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from recoupe.facts import calendar
from recoupe.facts.calendar import Clue
from recoupe.facts.datewords import Reader, Rule, calendar_words, choice, number_pattern, read_number
from recoupe.model import Exactness, Period

_WORDS = calendar_words("fr")
_MONTHS, _WEEKDAYS, _PARTS = _WORDS["months"], _WORDS["weekdays"], _WORDS["parts"]
_SEASONS, _FEASTS, _EASTER = _WORDS["seasons"], _WORDS["feasts"], _WORDS["easter"]
_M = f"(?:{choice(_MONTHS)})"
_W = f"(?:{choice(_WEEKDAYS)})"
_D = rf"(?:{number_pattern('fr', 31)}|premier)(?:er)?"
_N = number_pattern("fr", 69)
_Y = r"(?:1[0-9]|20)\d\d"
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
_U = r"(?:jours?|semaines?|mois|ans?|années?)"
_RANKS = {
    "premier": 1, "première": 1, "1er": 1, "1re": 1, "deuxième": 2, "second": 2, "2e": 2, "troisième": 3, "3e": 3, "quatrième": 4, "4e": 4, "dernier": -1, "dernière": -1,
}  # fmt: skip
_R = f"(?:{choice(_RANKS)})"
_SLICE = {"début": "begin", "mi": "middle", "milieu": "middle", "courant": "", "fin": "end"}
_S = r"(?P<slice>début|mi|milieu|fin|courant)(?:-| (?:du mois |de l'année )?(?:de |d'|du )?)"
_ROMAN = {"i": 1, "v": 5, "x": 10}


def _day_number(text: str) -> int:
    plain = text.removesuffix("er") if text[0].isdigit() else text
    return 1 if plain == "premier" else read_number(plain, "fr")


def _weekday(m: re.Match[str], name: str = "w") -> int | None:
    found = m.groupdict().get(name)
    return _WEEKDAYS[found] if found else None


def _full(m: re.Match[str], clue: Clue) -> Period | None:
    """« mardi 14 mai 2024 au soir »."""
    found = _dated(_day_number(m["d"]), _MONTHS[m["m"]], m["y"], clue, _weekday(m))
    return _in_part(found, m.groupdict().get("p"))


def _dated(number: int, month: int, year: str | None, clue: Clue, weekday: int | None = None) -> Period | None:
    if year:
        return calendar.safe_day(number, month, int(year))
    return calendar.on_day(clue, number, month, weekday)


def _in_part(period: Period | None, name: str | None) -> Period | None:
    if period is None or not name:
        return period
    narrowed = calendar.part(period.start.date(), tuple(_PARTS[name]))
    return replace(narrowed, anchored=period.anchored)


def _stretch(m: re.Match[str], clue: Clue) -> Period | None:
    """« du 3 au 5 juillet 2026 », « les 3, 4 et 5 juillet », « du 28 juin au 3 juillet »."""
    last = _dated(_day_number(m["d2"]), _MONTHS[m["m"]], m["y"], clue)
    if last is None:
        return None
    first_month = _MONTHS[m["m1"]] if m.groupdict().get("m1") else _MONTHS[m["m"]]
    year = last.start.year - (first_month > _MONTHS[m["m"]])
    first = calendar.safe_day(_day_number(m["d1"]), first_month, max(year, 1))
    if first is None or first.start > last.start:
        return None
    return replace(last, start=first.start, exactness=Exactness.RANGE)


def _night(m: re.Match[str], clue: Clue) -> Period | None:
    """« dans la nuit de mardi à mercredi », « dans la nuit du 7 au 8 février »."""
    if m.groupdict().get("d1"):
        month = m.groupdict().get("m")
        if month:
            found = _dated(_day_number(m["d1"]), _MONTHS[m.groupdict().get("m1") or month], m["y"], clue)
        else:
            on = calendar.on_number(clue, _day_number(m["d1"]))
            found = calendar.day(on) if on else None
        return _in_part(found, "nuit")
    on = calendar.on_weekday(clue, _WEEKDAYS[m["w"]])
    if m.groupdict().get("w2") and on is not None and clue.anchor is not None and clue.lean <= 0:
        # the night that ends today began yesterday, whatever the tense
        on = on if on < clue.anchor or _WEEKDAYS[m["w2"]] != clue.anchor.weekday() else clue.anchor - timedelta(days=1)
        if on == clue.anchor:
            on -= timedelta(days=7) if clue.lean < 0 else timedelta()
    return calendar.part(on, (20, 32)) if on else None


def _on_weekday(m: re.Match[str], clue: Clue) -> Period | None:
    """« mardi soir », « dimanche prochain », « jeudi en quinze », « mercredi 15 »."""
    groups = m.groupdict()
    if groups.get("d"):
        on = calendar.on_number(clue, _day_number(groups["d"]), _WEEKDAYS[groups["w"]])
        if on is None:
            return None
        return _in_part(calendar.day(on), groups.get("p"))
    which = {"prochain": "next", "dernier": "last", "passé": "last", "suivant": "after"}.get(groups.get("q") or "", "")
    if groups.get("later"):
        base = calendar.on_weekday(replace(clue, lean=1), _WEEKDAYS[groups["w"]])
        return calendar.day(base + timedelta(days=7 if groups["later"] == "huit" else 14)) if base else None
    if which == "after":
        anchor = clue.told
        on = calendar.on_weekday(replace(clue, anchor=anchor), _WEEKDAYS[groups["w"]], "next")
    else:
        on = calendar.on_weekday(clue, _WEEKDAYS[groups["w"]], which)
    return _in_part(calendar.day(on), groups.get("p")) if on else None


def _deictic(m: re.Match[str], clue: Clue) -> Period | None:
    """« hier soir », « avant-hier », « demain », « aujourd'hui »."""
    if clue.anchor is None:
        return None
    steps = {"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1, "après-demain": 2}
    found = calendar.day(clue.anchor + timedelta(days=steps[m["day"]]))
    return _in_part(found, m["p"])


def _this_part(m: re.Match[str], clue: Clue) -> Period | None:
    """« ce matin », « cette nuit »: the night before a paper's morning unless the sentence looks ahead."""
    if clue.anchor is None:
        return None
    night = m["p"] == "nuit" and clue.lean <= 0
    return _in_part(calendar.day(clue.anchor - timedelta(days=int(night))), m["p"])


def _told(steps: Mapping[str, int]) -> Reader:
    """« la veille », « le lendemain »: from the last date told, which may be none."""

    def read(m: re.Match[str], clue: Clue) -> Period | None:
        base = clue.told
        return _in_part(calendar.day(base + timedelta(days=steps[m["day"]])), m.groupdict().get("p")) if base else None

    return read


def _month(m: re.Match[str], clue: Clue) -> Period | None:
    """« mars 2024 », « fin juin », « à la mi-mars », « en septembre prochain »."""
    groups, number = m.groupdict(), _MONTHS[m["m"]]
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


def _month_stretch(m: re.Match[str], clue: Clue) -> Period | None:
    """« de mars 2019 à juin 2022 », « entre mars et juin »."""
    last = _month_of(m["m2"], m["y2"], clue)
    year = int(m["y1"]) if m["y1"] else last.start.year - (_MONTHS[m["m1"]] > _MONTHS[m["m2"]])
    first = calendar.month(max(year, 1), _MONTHS[m["m1"]])
    return replace(last, start=first.start, exactness=Exactness.RANGE) if first.start < last.end else None


def _month_of(name: str, year: str | None, clue: Clue) -> Period:
    return calendar.month(int(year), _MONTHS[name]) if year else calendar.on_month(clue, _MONTHS[name])


def _year(m: re.Match[str], clue: Clue) -> Period | None:
    """« en 2017 », « fin 2018 », « courant 2026 »."""
    del clue
    found = calendar.year(int(m["y"]))
    which = _SLICE.get(m.groupdict().get("slice") or "", "")
    return calendar.sliced(found, which) if which else found


def _years(m: re.Match[str], clue: Clue) -> Period | None:
    """« entre 2019 et 2022 », « 2019-2022 »."""
    del clue
    first = int(m["y1"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first - first % 100 + int(m["y2"])
    if not first < last < first + 300:
        return None
    return replace(calendar.months(first, 1, 12 * (last - first + 1), "year"), exactness=Exactness.RANGE)


def _decade(m: re.Match[str], clue: Clue) -> Period | None:
    """« les années 1990 », « les années 90 »."""
    del clue
    first = int(m["y"]) if len(m["y"]) == 4 else 1900 + int(m["y"])
    return calendar.months(first, 1, 120, "decade")


def _century(m: re.Match[str], clue: Clue) -> Period | None:
    """« le XXIe siècle », « 19e siècle »."""
    del clue
    text = m["c"]
    if text.isdigit():
        number = int(text)
    else:
        digits = [_ROMAN[c] for c in text]
        number = sum(-v if i + 1 < len(digits) and v < digits[i + 1] else v for i, v in enumerate(digits))
    return calendar.months((number - 1) * 100 + 1, 1, 1200, "century") if 1 <= number <= 22 else None


def _season(m: re.Match[str], clue: Clue) -> Period | None:
    """« l'été 2025 », « l'hiver dernier », « au printemps »."""
    groups = m.groupdict()
    which = {"dernier": "last", "passé": "last", "prochain": "next"}.get(groups.get("q") or "", "")
    return calendar.season(clue, tuple(_SEASONS[m["s"]]), int(groups["y"]) if groups.get("y") else None, which)


def _quarter(m: re.Match[str], clue: Clue) -> Period | None:
    """« le premier trimestre 2021 », « au second semestre », « T3 2024 »."""
    groups = m.groupdict()
    length = 3 if groups.get("t") or groups["unit"] == "trimestre" else 6
    rank = int(groups["t"]) if groups.get("t") else _RANKS[groups["r"]]
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


def _first_months(m: re.Match[str], clue: Clue) -> Period | None:
    """« les trois premiers mois de 2021 »."""
    count = read_number(m["n"], "fr")
    year = int(m["y"]) if m["y"] else clue.anchor.year if clue.anchor else None
    if year is None or count > 11:
        return None
    first = 13 - count if m["r"].startswith("dernier") else 1
    return calendar.months(year, first, first + count - 1, "month")


def _unit(m: re.Match[str], clue: Clue) -> Period | None:
    """« la semaine dernière », « l'an prochain », « ce mois-ci », « cette année »."""
    step = {"dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "prochain": 1, "prochaine": 1}.get(m.groupdict().get("q") or "", 0)
    unit = _UNITS.get(m["u"].rstrip("s") if m["u"] != "mois" else "mois", "day")
    return _exact(calendar.ago(clue, step, unit))


def _exact(period: Period | None) -> Period | None:
    return replace(period, exactness=Exactness.EXACT) if period is not None else None


def _unit_slice(m: re.Match[str], clue: Clue) -> Period | None:
    """« en fin de semaine », « à la fin de l'année », « d'ici la fin du mois »."""
    found = _exact(calendar.ago(clue, 1 if m["q"] else 0, _UNITS[m["u"]]))
    return calendar.sliced(found, _SLICE[m["slice"]]) if found is not None else None


def _weekend(m: re.Match[str], clue: Clue) -> Period | None:
    """« ce week-end », « le week-end dernier »: on a Monday « ce week-end » is the one just gone."""
    if clue.anchor is None:
        return None
    step = {"dernier": -7, "passé": -7, "prochain": 7}.get(m["q"] or "", 0)
    if not step and (clue.lean < 0 or clue.anchor.weekday() == 0) and clue.lean <= 0 and clue.anchor.weekday() < 4:
        step = -7
    return calendar.weekend(clue.anchor + timedelta(days=step))


def _ago(sign: int) -> Reader:
    def read(m: re.Match[str], clue: Clue) -> Period | None:
        unit = m["u"].rstrip("s") if m["u"] != "mois" else "mois"
        count = 15 if m["n"] == "une quinzaine de" else 10 if m["n"] == "une dizaine de" else read_number(m["n"], "fr")
        days = {"quinze": 14, "huit": 7}.get(m["n"]) if unit == "jour" else None
        return calendar.ago(clue, sign * (days or count), _UNITS[unit])

    return read


def _feast(m: re.Match[str], clue: Clue) -> Period | None:
    name = m["f"]
    if name in _FEASTS:
        return _dated(_FEASTS[name][1], _FEASTS[name][0], m["y"], clue)
    year = int(m["y"]) if m["y"] else clue.anchor.year if clue.anchor else None
    return calendar.day(calendar.easter(year) + timedelta(days=_EASTER[name])) if year is not None else None


def _ranked_weekday(m: re.Match[str], clue: Clue) -> Period | None:
    """« le dernier dimanche de septembre », « le premier mardi de mai 2024 »."""
    month = _month_of(m["m"], m["y"], clue)
    days = [month.start.date() + timedelta(days=k) for k in range((month.end - month.start).days)]
    hits = [d for d in days if d.weekday() == _WEEKDAYS[m["w"]]]
    rank = _RANKS[m["r"]]
    return calendar.day(hits[rank - 1 if rank > 0 else -1]) if abs(rank) <= len(hits) else None


def _week_of(m: re.Match[str], clue: Clue) -> Period | None:
    """« la semaine du 9 février »."""
    found = _dated(_day_number(m["d"]), _MONTHS[m["m"]], m["y"], clue)
    return calendar.week(found.start.date()) if found is not None else None


def _numeric(m: re.Match[str], clue: Clue) -> Period | None:
    """« 14/05/2024 », « 14.05.24 », « 2024-05-14 »."""
    groups = m.groupdict()
    year = groups.get("y")
    if not year:
        return _dated(int(m["d"]), int(m["m"]), None, clue) if int(m["m"]) <= 12 else None
    return calendar.safe_day(int(m["d"]), int(m["m"]), int(year) + (2000 if len(year) == 2 else 0))


def _lone_day(m: re.Match[str], clue: Clue) -> Period | None:
    """« le 12 », « du 9 au 12 »."""
    on = calendar.on_number(clue, _day_number(m["d"]))
    if on is None:
        return None
    if m.groupdict().get("d2"):
        last = calendar.on_number(replace(clue, lean=clue.lean), _day_number(m["d2"]))
        return calendar.span_of(on, last, "day") if last is not None and on < last else None
    return calendar.day(on)


def _rule(pattern: str, read: Reader) -> Rule:
    return Rule(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])"), read)


_PART = f"(?P<p>{choice(_PARTS)})"
_OF_PART = (
    rf"(?:(?:en|dans la|dans l'|au|à l'|en fin de|en début de|à la|au petit|dès l'|dès le|le|au cours de la|au début de la) ?)?{_PART}"
)
_YEAR = rf"(?: (?:de )?(?P<y>{_Y}))?"


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of French dates, the most telling first."""
    whole = rf"(?:(?P<w>{_W}),? )?(?:le )?(?P<d>{_D}) (?P<m>{_M}){_YEAR}"
    return (
        _rule(rf"(?P<y>{_Y})-(?P<m>[01]\d)-(?P<d>[0-3]\d)", _numeric),
        _rule(rf"(?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)[/.](?P<y>{_Y}|\d\d)", _numeric),
        _rule(
            rf"(?:dans |pendant |au cours de )?la nuit (?:du |de )(?:{_W} )?(?P<d1>{_D})(?: (?P<m1>{_M}))? (?:au|à) (?:{_W} )?(?P<d2>{_D})(?: (?P<m>{_M}))?{_YEAR}",
            _night,
        ),
        _rule(rf"(?:dans |pendant |au cours de )?la nuit (?:de |du )?(?P<w>{_W}) (?:à|au) (?P<w2>{_W})", _night),
        _rule(rf"(?:dans |pendant )?la nuit de (?P<w>{_W})", _night),
        _rule(rf"la semaine du (?P<d>{_D}) (?P<m>{_M}){_YEAR}", _week_of),
        _rule(
            rf"(?:du |entre le |de |le |les |des )?(?:{_W} )?(?P<d1>{_D})(?: (?P<m1>{_M}))?(?:, {_D})*(?: au | et le | et | à |-| ou le | ou )(?:{_W} )?(?P<d2>{_D}) (?P<m>{_M}){_YEAR}",
            _stretch,
        ),
        _rule(rf"{whole} (?:au |dans la |dans l'|en |à l')?{_PART}", _full),
        _rule(rf"(?:dans la |l'|le |au |en |à l')?{_PART} (?:du |de ){whole}", _full),
        _rule(whole, _full),
        _rule(rf"(?:le |au |du )(?P<r>{_R}) (?P<w>{_W}) (?:de |d'|du mois de |du mois d')(?P<m>{_M}){_YEAR}", _ranked_weekday),
        _rule(rf"(?:de |entre )(?P<m1>{_M})(?: (?P<y1>{_Y}))? (?:à|et) (?P<m2>{_M})(?: (?P<y2>{_Y}))?", _month_stretch),
        _rule(rf"(?:la |à la |le |au )?{_S}(?P<m>{_M})(?: (?P<q>prochain|dernier))?{_YEAR}", _month),
        _rule(rf"(?P<m>{_M}) (?P<y>{_Y})", _month),
        _rule(rf"(?P<m>{_M}) (?P<q>prochain|dernier)", _month),
        _rule(rf"(?:le |au |du |ce |de )?(?P<r>{_R}) (?P<unit>trimestre|semestre)(?: (?P<q>dernier|prochain))?{_YEAR}", _quarter),
        _rule(rf"t(?P<t>[1-4])(?: (?P<y>{_Y}))", _quarter),
        _rule(rf"(?:les |des |aux )(?P<n>{_N}) (?P<r>premiers|derniers) mois (?:de |d')?(?:l'année )?(?P<y>{_Y})?", _first_months),
        _rule(rf"(?:l'|le |au |en |cet |à l'|ce )(?P<s>{choice(_SEASONS)})(?: (?P<q>dernier|prochain|passé)|{_YEAR})", _season),
        _rule(rf"(?<!vacances de )(?<!vacances d')(?<!marché de )(?P<f>{choice(_FEASTS | _EASTER)})(?: (?P<y>{_Y}))?", _feast),
        _rule(rf"(?:entre|de|depuis) (?P<y1>{_Y}) (?:et|à|jusqu'en) (?P<y2>{_Y})", _years),
        _rule(rf"(?P<y1>{_Y})[-/](?P<y2>{_Y}|\d\d)", _years),
        _rule(r"(?:les |des |aux |dans les )?années (?P<y>(?:1[5-9]|20)\d0|[2-9]0)", _decade),
        _rule(r"(?:le |au |du |ce )?(?P<c>[ivx]+|\d{1,2})(?:e|ème|er) siècle", _century),
        _rule(rf"(?:la |à la |le |au )?{_S}(?:l'année )?(?P<y>{_Y})", _year),
        _rule(
            rf"(?:ce |cette |le |la )?(?P<day>avant-hier|hier|demain|après-demain|aujourd'hui)(?:,? (?:dans la |en |au |dans l'|à l'|en fin d'|en fin de |en début de |en début d')?{_PART})?",
            _deictic,
        ),
        _rule(
            rf"(?P<w>{_W}) (?P<d>\d{{1,2}}(?:er)?)(?: (?:au |dans la )?{_PART})?(?! (?:\d|h\b|heures|%|euros|personnes|minutes|millions))",
            _on_weekday,
        ),
        _rule(
            rf"(?:dans la |dans l'|le |en |l'|à l')?(?:fin de |début de )?{_PART} (?:de |du )(?:ce )?(?P<w>{_W})(?: (?P<q>dernier|prochain))?",
            _on_weekday,
        ),
        _rule(rf"(?P<w>{_W}) en (?P<later>huit|quinze)", _on_weekday),
        _rule(rf"(?P<w>{_W})(?: (?P<q>prochain|dernier|passé|suivant))?(?:,? {_OF_PART})?(?: (?P<q2>dernier|prochain))?", _on_weekday),
        _rule(rf"(?:ce|cet|cette) {_PART}", _this_part),
        _rule(r"la (?P<p>nuit) dernière", _this_part),
        _rule(
            r"(?:(?<=la )|(?<=le )|(?<=au )|(?<=du )|(?<=l'))(?P<day>avant-veille|veille|lendemain|surlendemain)(?: (?:au |dans la )?(?P<p>matin|soir|soirée|matinée))?(?! (?:de|du|des|d'))",
            _told({"avant-veille": -2, "veille": -1, "lendemain": 1, "surlendemain": 2}),
        ),
        _rule(r"(?P<day>le même jour|le jour même|ce jour-là)", _told({"le même jour": 0, "le jour même": 0, "ce jour-là": 0})),
        _rule(
            rf"(?:il y a|voilà|voici) (?:environ |près de |plus de |à peine |presque |tout juste )?(?P<n>{_N}|une quinzaine de|une dizaine de) (?P<u>{_U})",
            _ago(-1),
        ),
        _rule(rf"dans (?:environ |moins de )?(?P<n>{_N}|une quinzaine de|une dizaine de) (?P<u>{_U})(?! (?:prochain|suivant))", _ago(1)),
        _rule(r"(?:la |cette |le |ce |l')(?P<u>semaine|mois|an|année) (?P<q>derni(?:er|ère)|prochaine?|passée?)", _unit),
        _rule(r"(?:cette |ce )(?P<u>semaine|mois|année)(?:-ci)?", _unit),
        _rule(
            r"(?:en |la |à la |le |au )?(?P<slice>fin|début|milieu) (?:de la |de l'|du |de |d')(?P<u>semaine|mois|année)(?P<q> prochaine?)?",
            _unit_slice,
        ),
        _rule(r"(?:ce |le |du |au )?week-end(?: (?P<q>dernier|prochain|passé))?", _weekend),
        _rule(rf"(?:au mois |du mois |le mois )?(?:de |d')?(?P<m>{_M})", _month),
        _rule(rf"(?:les |du |le )(?P<d>{_D})(?: au | et | et le )(?P<d2>{_D})(?! ?(?:%|€|[a-zà-ÿ°]))", _lone_day),
        _rule(r"(?:le |du |au |dès le )(?P<d>\d{1,2}|1er)(?= ?(?:[,.;:!?)]|$|au soir|au matin|et|dans|à|pour|en|par|lors))", _lone_day),
        _rule(rf"(?:(?<=avant )|en |l'année |l'an |depuis |dès |jusqu'en |fin |de l'année )(?P<y>{_Y})", _year),
        _rule(
            r"(?:de |d'|à )?(?P<y>(?:1[5-9]|20)\d\d)(?! ?(?:[%€$°h/]|km|m\b|ha\b|kg|[a-zà-ÿ-]+s\b|millions?|milliards?|de |d')|[.,]\d|-\d)",
            _year,
        ),
    )
