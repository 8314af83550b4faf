"""English dates, from "Tuesday, May 14, 2024" to "the day before"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from functools import cache

from recoupe.facts import calendar
from recoupe.facts.calendar import Clue
from recoupe.facts.datewords import Reader, Rule, calendar_words, choice, number_pattern, read_number
from recoupe.model import Exactness, Period

_WORDS = calendar_words("en")
_MONTHS, _WEEKDAYS, _PARTS = _WORDS["months"], _WORDS["weekdays"], _WORDS["parts"]
_SEASONS, _FEASTS, _EASTER = _WORDS["seasons"], _WORDS["feasts"], _WORDS["easter"]
_M = f"(?:{choice(_MONTHS)})"
_W = f"(?:{choice(_WEEKDAYS)})"
_D = r"[0-3]?\d(?:st|nd|rd|th)?"
_N = number_pattern("en", 69)
_Y = r"(?:1[5-9]|20)\d\d"
_U = r"(?:days?|weeks?|months?|years?)"
_RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_SLICES = {
    "early": "begin", "beginning": "begin", "start": "begin", "mid": "middle", "middle": "middle", "late": "end", "end": "end",
}  # fmt: skip
_S = rf"(?:the )?(?P<slice>{choice(_SLICES)})(?:-| of | in | )"
_P = f"(?P<p>{choice(_PARTS)})"
_STEPS = {"last": -1, "past": -1, "next": 1, "this": 0, "coming": 1, "previous": -1}


def _number(text: str) -> int:
    return int(re.match(r"\d+", text).group())  # type: ignore[union-attr]


def _in_part(period: Period | None, name: str | None) -> Period | None:
    if period is None or not name:
        return period
    return replace(calendar.part(period.start.date(), tuple(_PARTS[name])), anchored=period.anchored)


def _dated(number: int, month: int, year: str | None, clue: Clue, weekday: int | None = None) -> Period | None:
    return calendar.safe_day(number, month, int(year)) if year else calendar.on_day(clue, number, month, weekday)


def _full(m: re.Match[str], clue: Clue) -> Period | None:
    groups = m.groupdict()
    weekday = _WEEKDAYS[groups["w"]] if groups.get("w") else None
    return _in_part(_dated(_number(m["d"]), _MONTHS[m["m"]], groups.get("y"), clue, weekday), groups.get("p"))


def _stretch(m: re.Match[str], clue: Clue) -> Period | None:
    groups = m.groupdict()
    month = _MONTHS[m["m"]]
    last_month = _MONTHS[groups["m2"]] if groups.get("m2") else month
    last = _dated(_number(m["d2"]), last_month, groups.get("y"), clue)
    if last is None:
        return None
    first = calendar.safe_day(_number(m["d1"]), month, max(last.start.year - (month > last_month), 1))
    return replace(last, start=first.start, exactness=Exactness.RANGE) if first is not None and first.start < last.start else None


def _on_weekday(m: re.Match[str], clue: Clue) -> Period | None:
    groups = m.groupdict()
    which = {"last": "last", "next": "next"}.get(groups.get("q") or "", "")
    on = calendar.on_weekday(clue, _WEEKDAYS[m["w"]], which)
    return _in_part(calendar.day(on), groups.get("p")) if on else None


def _night(m: re.Match[str], clue: Clue) -> Period | None:
    on = calendar.on_weekday(replace(clue, lean=-1), _WEEKDAYS[m["w"]])
    return calendar.part(on, (20, 32)) if on else None


def _deictic(m: re.Match[str], clue: Clue) -> Period | None:
    if clue.anchor is None:
        return None
    steps = {"today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
    return _in_part(calendar.day(clue.anchor + timedelta(days=steps[m["day"]])), m.groupdict().get("p"))


def _this_part(m: re.Match[str], clue: Clue) -> Period | None:
    if clue.anchor is None:
        return None
    if m["w"] == "tonight":
        return calendar.part(clue.anchor, (18, 30))
    if m["w"] == "last night":
        return calendar.part(clue.anchor - timedelta(days=1), (18, 30))
    return _in_part(calendar.day(clue.anchor), m["p"])


def _month(m: re.Match[str], clue: Clue) -> Period | None:
    groups, number = m.groupdict(), _MONTHS[m["m"]]
    step = _STEPS.get(groups.get("q") or "", 0)
    found = (
        calendar.month(int(groups["y"]), number) if groups.get("y") else calendar.on_month(replace(clue, lean=step or clue.lean), number)
    )
    which = _SLICES.get(groups.get("slice") or "", "")
    return calendar.sliced(found, which) if which else found


def _year(m: re.Match[str], clue: Clue) -> Period | None:
    del clue
    found = calendar.year(int(m["y"]))
    which = _SLICES.get(m.groupdict().get("slice") or "", "")
    return calendar.sliced(found, which) if which else found


def _years(m: re.Match[str], clue: Clue) -> Period | None:
    del clue
    first = int(m["y1"])
    last = int(m["y2"]) if len(m["y2"]) == 4 else first - first % 100 + int(m["y2"])
    if not first < last < first + 300:
        return None
    return replace(calendar.months(first, 1, 12 * (last - first + 1), "year"), exactness=Exactness.RANGE)


def _decade(m: re.Match[str], clue: Clue) -> Period | None:
    del clue
    return calendar.months(int(m["y"]), 1, 120, "decade")


def _century(m: re.Match[str], clue: Clue) -> Period | None:
    del clue
    number = _number(m["c"])
    return calendar.months((number - 1) * 100 + 1, 1, 1200, "century") if 1 <= number <= 22 else None


def _season(m: re.Match[str], clue: Clue) -> Period | None:
    groups = m.groupdict()
    which = {"last": "last", "next": "next"}.get(groups.get("q") or groups.get("q2") or "", "")
    return calendar.season(clue, tuple(_SEASONS[m["s"]]), int(groups["y"]) if groups.get("y") else None, which)


def _quarter(m: re.Match[str], clue: Clue) -> Period | None:
    groups = m.groupdict()
    if groups.get("t"):
        length, rank = (3 if groups["kind"] == "q" else 6), int(groups["t"])
    else:
        length, rank = (3 if groups["unit"] == "quarter" else 6), _RANKS[groups["r"]]
    year = int(groups["y"]) if groups.get("y") else clue.anchor.year if clue.anchor else None
    if year is None or not 1 <= rank <= 12 // length:
        return None
    return calendar.months(year, (rank - 1) * length + 1, rank * length, "month")


def _unit(m: re.Match[str], clue: Clue) -> Period | None:
    found = calendar.ago(clue, _STEPS[m["q"]], m["u"])
    return replace(found, exactness=Exactness.EXACT) if found is not None else None


def _unit_slice(m: re.Match[str], clue: Clue) -> Period | None:
    found = calendar.ago(clue, _STEPS.get(m["q"] or "", 0), m["u"])
    return calendar.sliced(replace(found, exactness=Exactness.EXACT), _SLICES[m["slice"]]) if found is not None else None


def _weekend(m: re.Match[str], clue: Clue) -> Period | None:
    step = _STEPS.get(m["q"] or "", 0)
    return calendar.weekend(clue.anchor + timedelta(days=7 * step)) if clue.anchor else None


def _ago(sign: int) -> Reader:
    def read(m: re.Match[str], clue: Clue) -> Period | None:
        count = 1 if m["n"] in {"a", "an"} else read_number(m["n"], "en")
        return calendar.ago(clue, sign * count, m["u"].rstrip("s"))

    return read


def _told(m: re.Match[str], clue: Clue) -> Period | None:
    base = clue.told
    step = {"day before": -1, "previous day": -1, "day after": 1, "next day": 1, "following day": 1, "same day": 0}[m["day"]]
    return calendar.day(base + timedelta(days=step)) if base else None


def _feast(m: re.Match[str], clue: Clue) -> Period | None:
    name = m["f"]
    if name in _FEASTS:
        return _dated(_FEASTS[name][1], _FEASTS[name][0], m["y"], clue)
    year = int(m["y"]) if m["y"] else clue.anchor.year if clue.anchor else None
    return calendar.day(calendar.easter(year) + timedelta(days=_EASTER[name])) if year is not None else None


def _numeric(m: re.Match[str], clue: Clue) -> Period | None:
    del clue
    return calendar.safe_day(int(m["d"]), int(m["m"]), int(m["y"]))


def _rule(pattern: str, read: Reader) -> Rule:
    return Rule(re.compile(rf"(?<![\w-])(?:{pattern})(?![\w])"), read)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of English dates, the most telling first."""
    year = rf"(?:,? (?P<y>{_Y}))?"
    weekday = rf"(?:(?:on )?(?P<w>{_W}),? )?"
    # "may" and "march" are also verbs: alone they need a word before them that only a date has
    lone = r"(?:in|since|until|till|by|from|for|last|next|this|early|late|mid|during|of|through|to|before|after|and) "
    sure = f"(?:{choice({k: v for k, v in _MONTHS.items() if k not in {'may', 'march'}})})"
    seasons = "spring|summer|autumn|winter"
    return (
        _rule(rf"(?P<y>{_Y})-(?P<m>[01]\d)-(?P<d>[0-3]\d)", _numeric),
        _rule(rf"(?:overnight |the night )?(?:from|between) (?P<w>{_W})(?: night)? (?:to|and|into) {_W}", _night),
        _rule(rf"overnight (?:on |into )?(?P<w>{_W})", _night),
        _rule(rf"(?:from |between )?(?P<m>{_M}) (?P<d1>{_D})(?: to | and |-| through )(?:(?P<m2>{_M}) )?(?P<d2>{_D}){year}", _stretch),
        _rule(rf"(?:from |between )?(?P<d1>{_D})(?: to | and |-| through )(?P<d2>{_D}) (?P<m>{_M}){year}", _stretch),
        _rule(rf"{weekday}(?P<m>{_M}) (?P<d>{_D}){year}", _full),
        _rule(rf"{weekday}(?:the )?(?P<d>{_D})(?: of)? (?P<m>{_M}){year}", _full),
        _rule(rf"{_S}(?P<m>{_M})(?: (?P<y>{_Y}))?", _month),
        _rule(rf"(?P<m>{_M}),? (?P<y>{_Y})", _month),
        _rule(rf"(?:the )?(?P<r>first|second|third|fourth) (?P<unit>quarter|half)(?: of)? (?P<y>{_Y})", _quarter),
        _rule(r"(?:the )?(?P<r>first|second|third|fourth) (?P<unit>quarter)", _quarter),
        _rule(r"(?:the )?(?P<r>first|second) (?P<unit>half) of (?:the|this) year", _quarter),
        _rule(rf"(?P<kind>q|h)(?P<t>[1-4])(?: (?:of )?(?P<y>{_Y}))?", _quarter),
        _rule(rf"(?P<s>{seasons}) (?:of )?(?P<y>{_Y})", _season),
        _rule(rf"(?:(?:in |the |this |since |by |until |of )+(?:(?P<q>last|next) )?|(?P<q2>last|next) )(?P<s>{seasons})", _season),
        _rule(rf"(?:the )?(?P<s>fall) (?:of )?(?P<y>{_Y})", _season),
        _rule(rf"(?P<f>{choice(_FEASTS | _EASTER)})(?: (?P<y>{_Y}))?", _feast),
        _rule(rf"(?:between|from) (?P<y1>{_Y}) (?:and|to|until) (?P<y2>{_Y})", _years),
        _rule(rf"(?P<y1>{_Y})[-/](?P<y2>{_Y}|\d\d)", _years),
        _rule(r"(?:the )?(?P<y>(?:1[5-9]|20)\d0)s", _decade),
        _rule(r"(?:the )?(?P<c>\d\d?(?:st|nd|rd|th)) century", _century),
        _rule(rf"{_S}(?P<y>{_Y})", _year),
        _rule(rf"(?P<day>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow)(?: {_P})?", _deictic),
        _rule(rf"(?P<w>tonight|last night|this {_P})", _this_part),
        _rule(rf"(?:on |late on |early on |late |early )?(?:(?P<q>last|next|this) )?(?P<w>{_W})(?: {_P})?", _on_weekday),
        _rule(rf"(?:late |early )?(?:in the |on the )?{_P} of (?P<w>{_W})", _on_weekday),
        _rule(rf"(?:about |around |nearly )?(?P<n>{_N}|a|an) (?P<u>{_U}) ago", _ago(-1)),
        _rule(rf"in (?P<n>{_N}) (?P<u>{_U})(?:' time)?(?= ?[.,;]|$)", _ago(1)),
        _rule(
            r"(?:the )?(?P<slice>early|end|beginning|start|late|middle) (?:of )?(?:(?P<q>next|this|last) |the )(?P<u>week|month|year)",
            _unit_slice,
        ),
        _rule(r"(?P<q>last|next|this|past) (?P<u>week|month|year)", _unit),
        _rule(r"(?:over |at |this |the )*(?:(?P<q>last|next|coming) )?weekend", _weekend),
        _rule(r"the (?P<day>day before|previous day|day after|next day|following day|same day)", _told),
        _rule(rf"(?:(?P<q>last|next|this) )?(?P<m>{sure})", _month),
        _rule(rf"{lone}(?P<m>may|march)(?! (?:be|have|not|on|through|from|against))", _month),
        _rule(rf"(?:in |since |by |of |before |until |after |from |during |the year )(?P<y>{_Y})", _year),
        _rule(r"(?P<y>(?:1[5-9]|20)\d\d)(?! ?(?:[%$€°/]|km|kg|[a-z-]+s\b|million|billion|people)|[.,]\d|-\d)", _year),
    )
