"""Whether every figure, unit, time and date of a sentence stands in its translation, and none beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from recoupe.model import Doubt, Exactness, Fact, Period, Quantity, Span
from recoupe.translation.safety.answers import answered, counted_otherwise
from recoupe.translation.safety.side import Side
from recoupe.translation.safety.signs import Sign, signs_of, unmatched

_FIGURES = {"quantity", "money", "percent", "duration", "time", "date"}
_FEW = Decimal(2)  # « une paire », « les deux »: said in too many ways to be held against a translation
_CURRENCIES = {
    "EUR": frozenset({"euro", "eur"}),
    "USD": frozenset({"dollar", "usd"}),
    "GBP": frozenset({"pound", "sterling", "livre"}),
    "CHF": frozenset({"franc"}),
    "JPY": frozenset({"yen"}),
    "CNY": frozenset({"yuan", "renminbi"}),
}
_MONEY = frozenset(word for words in _CURRENCIES.values() for word in words)
_ONE_STRETCH = re.compile(
    r"(?:une?|a|an|one)\s+(?:an|année|mois|semaine|jour|journée|nuit|heure|minute|siècle|year|month|week|day|night|hour|minute|century)",
    re.IGNORECASE,
)
# « moins d'une heure »: the other side must say as much of the same stretch
_BOUNDED = {
    "fr": re.compile(r"(moins|plus|près|à peine|au moins|au plus)\s+(?:de\s+|d['’])?(?:une?|1)\s+(\w+)", re.IGNORECASE),
    "en": re.compile(
        r"(less than|under|within|inside|more than|over|nearly|almost|close to|barely|just|at least|up to|as much as|at most)"
        r"\s+(?:an?|one|1)\s+(\w+)",
        re.IGNORECASE,
    ),
}
_STRETCHES = {
    "an": "year", "année": "year", "mois": "month", "semaine": "week", "jour": "day", "journée": "day", "heure": "hour", "minute": "minute",
    "seconde": "second", "siècle": "century", "décennie": "decade", "trimestre": "quarter", "nuit": "night",
}  # fmt: skip
_BOUNDS = {
    "moins": ("less than", "under", "within", "inside"),
    "plus": ("more than", "over"),
    "près": ("nearly", "almost", "close to"),
    "à peine": ("barely", "just", "less than", "under"),
    "au moins": ("at least",),
    "au plus": ("at most", "up to", "as much as"),
}
_DAY = 24 * 60  # minutes
_NIGHT = re.compile(r"(?<!\w)nuit\s+(?:de|du)\s+\w+\s+(?:à|au)\s+\w+", re.IGNORECASE)
_FORTNIGHT = ({Decimal(15), Decimal(14)}, {Decimal(8), Decimal(7)})  # « quinze jours », « huit jours » count the first day too


def doubts_of_figures(source: Side, target: Side) -> Iterator[Doubt]:
    """What of the figures and dates is lost, changed or added."""
    left, right = _facts(source), _facts(target)
    pairs = paired(left, right)
    pairs += _other_ends(pairs, left, right)
    pairs += _repeated(pairs, left, right)
    for s, t in pairs:
        yield from _of_units(source, target, s, t)
    ours, theirs = signs_of(source, [s.span for s, _ in pairs]), signs_of(target, [t.span for _, t in pairs])
    missing, added = unmatched(ours, theirs)
    missing = [m for m in missing if not _of_one_night(source, target, m, ours, theirs)]
    waiting = [f for f in left if isinstance(f.value, Quantity) and f not in [s for s, _ in pairs]]
    free = [f for f in right if isinstance(f.value, Quantity) and f not in [t for _, t in pairs]]
    yield from _of_scaled_units(source, waiting, free, ours, theirs)
    yield from _of_times(source, [f for f in left if f not in [s for s, _ in pairs]], [f for f in right if f not in [t for _, t in pairs]])
    lost = [f for f in waiting if not (_said_otherwise(f, ours, missing) or _answered(source, f, target))]
    new = [f for f in free if not (_said_otherwise(f, theirs, added) or _answered(target, f, source))]
    yield from _of_quantities(source, target, lost, new)
    told = [f.span for f in (*waiting, *free)]
    yield from _of_signs(
        source,
        [m for m in missing if m.sort in {"month", "day"} or not any(s.contains(m.span) for s in told)],
        [a for a in added if a.sort in {"month", "day"} or not any(s.contains(a.span) for s in told)],
    )


def paired(left: Sequence[Fact], right: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Facts of both sides that are worth the same, each once: those with the same unit first."""
    pairs: list[tuple[Fact, Fact]] = []
    free, waiting = list(right), list(left)
    for same in (_same, _same_number):
        rest = []
        for fact in waiting:
            match = next((t for t in free if same(fact, t)), None)
            if match is None:
                rest.append(fact)
            else:
                free.remove(match)
                pairs.append((fact, match))
        waiting = rest
    return pairs


def _other_ends(pairs: list[tuple[Fact, Fact]], left: Sequence[Fact], right: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Where « de 9 heures à 19 h 30 » is one range here and its first end was paired with one of two times there: the second end."""
    found: list[tuple[Fact, Fact]] = []
    for s, t in pairs:
        a, b = s.value, t.value
        if isinstance(a, Quantity) and isinstance(b, Quantity) and (a.point is None) != (b.point is None):
            whole, others, taken = (a, right, {p.id for _, p in pairs}) if a.point is None else (b, left, {p.id for p, _ in pairs})
            ends = (f for f in others if f.id not in taken and isinstance(f.value, Quantity) and f.value.unit == whole.unit)
            end = next((f for f in ends if isinstance(f.value, Quantity) and _ends_at(whole, f.value)), None)
            found += [(s, end) if a.point is None else (end, t)] if end is not None else []
    return found


def _ends_at(whole: Quantity, end: Quantity) -> bool:
    """Whether a stretch ends there; of the day it may run past midnight: « de 20 heures à 6 heures »."""
    if whole.unit == "clock" and whole.high is not None and end.point is not None:
        return whole.high % _DAY == end.point % _DAY
    return end.point == whole.high


def _repeated(pairs: list[tuple[Fact, Fact]], left: Sequence[Fact], right: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """Days that one side tells twice, "New Year's Eve, December 31": with what the first telling was paired with."""
    ours, theirs = {s.id for s, _ in pairs}, {t.id for _, t in pairs}
    more = [(s, t) for s, _ in pairs for t in right if t.id not in theirs and isinstance(t.value, Period) and _same(s, t)]
    return more + [(s, t) for _, t in pairs for s in left if s.id not in ours and isinstance(s.value, Period) and _same(s, t)]


def _facts(side: Side) -> list[Fact]:
    """The facts that are figures; of two over one place the longer."""
    kept: list[Fact] = []
    for fact in sorted((f for f in side.facts if f.kind in _FIGURES), key=lambda f: -len(f.span)):
        if not any(k.span.overlaps(fact.span) for k in kept):
            kept.append(fact)
    return sorted(kept, key=lambda f: f.span)


def _same(left: Fact, right: Fact) -> bool:
    a, b = left.value, right.value
    if isinstance(a, Period) and isinstance(b, Period):
        return (a.start, a.end) == (b.start, b.end)
    return _same_number(left, right) and isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit == b.unit


def _same_number(left: Fact, right: Fact) -> bool:
    a, b = left.value, right.value
    if not (isinstance(a, Quantity) and isinstance(b, Quantity)):
        return False
    if {a.unit, b.unit} == {"clock", "s"}:  # « de 20 heures à 6 heures » may read as durations: "from 8pm to 6am"
        return _seconds(a) == _seconds(b)
    if a.unit != b.unit and "clock" in {a.unit, b.unit}:
        return False
    if a.unit == b.unit == "d" and {a.point, b.point} in _FORTNIGHT:
        return True
    if a.point is not None and b.point is not None:
        return a.point == b.point
    return (a.low, a.high) == (b.low, b.high) or ((a.point is None) != (b.point is None) and a.low == b.low)


def _seconds(value: Quantity) -> Decimal | None:
    worth = value.point if value.point is not None else value.low
    return worth * 60 if value.unit == "clock" and worth is not None else worth


def _of_units(source: Side, target: Side, left: Fact, right: Fact) -> Iterator[Doubt]:
    """A pair whose numbers agree and whose units both are told and differ."""
    units = {f.value.unit for f in (left, right) if isinstance(f.value, Quantity)}
    if any(_mere_cents(side, fact) for side, fact in ((source, left), (target, right))):
        units.discard("USD")
    if "" in units and len(units) == 2 and _other_currency(left, right, target):
        yield Doubt("changed", "unit", _words(source, left), right.span)
    if len(units) == 2 and "" not in units and units != {"clock", "s"} and not counted_otherwise(source, target):
        yield Doubt("changed", "unit", _words(source, left), right.span)


def _mere_cents(side: Side, fact: Fact) -> bool:
    """Whether a sum is in English cents of no currency told: they are read as a dollar's, and are a euro's as well."""
    words = _words(side, fact).lower()
    return side.language == "en" and fact.kind == "money" and bool(re.search(r"\bcents?$", words)) and not re.search(r"\$|dollar|us", words)


def _other_currency(left: Fact, right: Fact, target: Side) -> bool:
    """Whether a sum came out as a number of another currency that was not read as one, because its word means other things too."""
    unit = left.value.unit if isinstance(left.value, Quantity) else ""
    own = _CURRENCIES.get(unit, frozenset())
    said = {w.removesuffix("s") for w, _ in Side(target.text[right.span.start : right.span.end + 12], target.language).words()[-3:]}
    return bool(own) and bool(said & (_MONEY - own)) and not said & own


def _of_one_night(source: Side, target: Side, missing: Sign, ours: list[Sign], theirs: list[Sign]) -> bool:
    """Whether a day is one of « dans la nuit de jeudi à vendredi », of which "Thursday night" is the first, "early on Friday" the other."""
    night = _NIGHT.search(source.text)
    if missing.sort != "day" or night is None or not Span(*night.span()).overlaps(missing.span):
        return False
    days = [s.worth for s in ours if s.sort == "day" and Span(*night.span()).overlaps(s.span)]
    told = [s for s in theirs if s.sort == "day" and s.worth in days]
    if any(s.sort == "day" and s.worth not in days for s in theirs):
        return False
    evening = any(re.match(r"\s+(?:night|evening)", target.text[s.span.end :], re.IGNORECASE) for s in told)
    return bool(told) and len(days) == 2 and (not evening or told[0].worth == days[0])


def _of_times(source: Side, left: list[Fact], right: list[Fact]) -> Iterator[Doubt]:
    """The one time of each side that is left, where they have nothing in common: « hier soir » that became "last week".

    Months, weekdays and figures are compared as signs; this is for words that hold none.
    """
    times = [[f for f in side if isinstance(f.value, Period) and f.value.anchored] for side in (left, right)]
    if [len(side) for side in times] != [1, 1]:
        return
    [one], [other] = times
    a, b = one.value, other.value
    signs = any(s.sort in {"number", "part", "month", "day"} and one.span.overlaps(s.span) for s in signs_of(source, ()))
    if not (isinstance(a, Period) and isinstance(b, Period)) or signs:
        return
    alike = a.grain == b.grain and a.start.month == b.start.month  # « à l'automne » may be told of another year's
    if not alike and (a.end <= b.start or b.end <= a.start):
        yield Doubt("changed", "date", _words(source, one), other.span)


def _of_scaled_units(source: Side, left: list[Fact], right: list[Fact], ours: list[Sign], theirs: list[Sign]) -> Iterator[Doubt]:
    """Facts written with the same figures and worth another amount of the same unit: kilometres that became metres."""
    for fact in left:
        own = _inside(fact, ours)
        for other in right:
            a, b = fact.value, other.value
            if not (isinstance(a, Quantity) and isinstance(b, Quantity) and a.unit and b.unit):
                continue
            same = a.unit == b.unit or fact.kind == other.kind == "duration"  # seconds and days are both durations
            if same and own and own == _inside(other, theirs):
                yield Doubt("changed", "unit", _words(source, fact), other.span)


def _inside(fact: Fact, signs: list[Sign]) -> list[tuple[str, Decimal]]:
    return [("scale" if s.sort == "scale" else "number", s.worth) for s in signs if fact.span.contains(s.span)]


def _said_otherwise(fact: Fact, own: list[Sign], alone: list[Sign]) -> bool:
    """Whether every sign of a fact that found no like stands on the other side all the same, where it was not read as that fact."""
    inside = [s for s in own if fact.span.overlaps(s.span)]
    return bool(inside) and not any(s in alone for s in inside)


def _answered(own: Side, fact: Fact, other: Side) -> bool:
    """Whether the other side says a fact in words of its own."""
    words = _words(own, fact)
    return answered(fact.span, own, other) or bool(_bounded(words, own.language) & _bounded(other.text, other.language))


def _bounded(words: str, language: str) -> set[tuple[str, str]]:
    """The stretches of time of which a text says that something is less, more or nearly one: each as its French bound and English name."""
    found = ((m.group(1).lower(), m.group(2).lower()) for m in _BOUNDED[language].finditer(words))
    if language == "fr":
        return {(bound, _STRETCHES[stretch]) for bound, stretch in found if stretch in _STRETCHES}
    return {(own, stretch) for bound, stretch in found for own, others in _BOUNDS.items() if bound in others}


def _of_quantities(source: Side, target: Side, left: list[Fact], right: list[Fact]) -> Iterator[Doubt]:
    """The quantities that nothing on the other side is worth."""
    for fact in left:
        if _small(source, fact) or _vague(source, fact):
            continue
        match = next((t for t in right if t.kind == fact.kind), None) or (right[0] if len(right) == 1 else None)
        if match is not None:
            right.remove(match)
        yield Doubt("changed" if match else "lost", _kind(fact), _words(source, fact), match.span if match else None)
    for fact in right:
        if not _small(target, fact) and not _vague(target, fact):
            yield Doubt("added", _kind(fact), "", fact.span)


def _of_signs(source: Side, missing: list[Sign], added: list[Sign]) -> Iterator[Doubt]:
    """Figures, months and weekdays without their like, outside the quantities that were told of already."""
    shown = {"number": "figure", "part": "figure", "month": "date", "day": "date"}
    for sign in missing:
        if sign.sort not in shown:
            continue
        match = next((a for a in added if shown.get(a.sort) == shown[sign.sort]), None)
        if match is not None:
            added.remove(match)
        words = source.text[sign.span.start : sign.span.end]
        yield Doubt("changed" if match else "lost", shown[sign.sort], words, match.span if match else None)
    for sign in added:
        if sign.sort in {"number", "part"}:
            yield Doubt("added", "figure", "", sign.span)


def _small(side: Side, fact: Fact) -> bool:
    """Whether a fact is one or two, in words, or one stretch of time: « en un an » is "in a year", "within the year", "annually"."""
    if fact.kind == "duration" and _ONE_STRETCH.fullmatch(_words(side, fact)):
        return True
    value = fact.value
    worth = (value.point if value.point is not None else value.low or Decimal(0)) if isinstance(value, Quantity) else Decimal(0)
    said = [
        s.worth for s in signs_of(side, ()) if s.sort == "word" and fact.span.contains(s.span)
    ]  # "thirty-six hours" is a day and a half
    return max((worth, *said)) <= _FEW and not any(c.isdigit() for c in _words(side, fact))


def _vague(side: Side, fact: Fact) -> bool:
    """Whether a fact is a mere « quelques », which is said in many ways; « plusieurs milliers » is more than that."""
    value = fact.value
    if not isinstance(value, Quantity) or value.exactness is not Exactness.VAGUE:
        return False
    return not any(s.sort in {"scale", "number"} and fact.span.contains(s.span) for s in signs_of(side, ()))


def _kind(fact: Fact) -> str:
    return "date" if fact.kind in {"time", "date"} else "figure"


def _words(side: Side, fact: Fact) -> str:
    return side.text[fact.span.start : fact.span.end]
