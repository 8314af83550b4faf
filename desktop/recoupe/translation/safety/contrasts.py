"""Whether a translation says more where its original says more: rises and falls, doublings and halvings, and from which number to which."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise

from recoupe.files import resource
from recoupe.model import Doubt, Span
from recoupe.translation.safety.lists import found
from recoupe.translation.safety.side import Side
from recoupe.translation.safety.signs import Sign, signs_of

# verbs and adjectives that multiply; nouns for shares are quantities and are compared as such
_TIMES = {
    "fr": (
        ("2", r"doubl(?:er?|ent|ée?s?|ait|aient|era|eront|ant|ement)"),
        ("3", r"tripl\w+"),
        ("4", r"quadrupl\w+"),
        ("10", r"décupl\w+"),
        ("0.5", r"(?:divis\w+|coup\w+)\s+(?:par|en)\s+deux|de\s+moitié"),
    ),
    "en": (
        ("2", r"doubl(?:e[ds]?|ing)|two-?fold"),
        ("3", r"(?:tripl|trebl)\w+|three-?fold"),
        ("4", r"quadrupl\w+|four-?fold"),
        ("10", r"ten-?fold"),
        ("0.5", r"halv\w+|by\s+half|in\s+half"),
    ),
}
# turns that say which way a figure goes only as they stand beside it
_ABOUT = r"(?=\s+(?:by|from|to|nearly|almost|about|around|some)?\s*[\d$€£])"
_MOVES = {
    "fr": {
        way: re.compile(
            rf"(?<!\w)(?:{verbs})(?=\s+(?:encore|près de|environ|quelque|plus de)?\s*\d[\d,]*\s*(?:%|points?))"
            rf"|(?<=%\s)(?:de|en)\s+{more}(?!\w)",
            re.IGNORECASE,
        )
        for way, verbs, more in (
            ("rises", r"gagn\w+|pris|prend|prennent|engrang\w+", "plus"),
            ("falls", r"cédé|cède|cèdent|cédait|perdu|perd|perdent|lâch\w+|abandonn\w+", "moins"),
        )
    },
    "en": {
        way: re.compile(rf"(?<!\w){adverb}{_ABOUT}|(?<=%\s){compared}(?!\w)", re.IGNORECASE)
        for way, adverb, compared in (("rises", "up", "(?:higher|more)"), ("falls", "down", "(?:lower|less|fewer)"))
    },
}
# parts of a stretch of time: « un quart de siècle », "half an hour"
_PARTS = {
    "fr": re.compile(
        r"(?<!\w)(demi|quart|tiers|trois[- ]quarts)e?[- ](?:de\s+|d['’])?(siècle|heure|journée|année|décennie|point)", re.IGNORECASE
    ),
    "en": re.compile(
        r"(?<!\w)(half|quarter|third|three[- ]quarters)[- ](?:of\s+)?(?:an?[- ])?"
        r"(century|hour|day|year|decade|(?:percentage[- ])?point)(?!\w)",
        re.IGNORECASE,
    ),
}
_SAME = {
    "demi": "half", "quart": "quarter", "tiers": "third", "trois quarts": "three quarters",
    "siècle": "century", "heure": "hour", "journée": "day", "année": "year", "décennie": "decade",
}  # fmt: skip
# stretches of time that no number counts: « quelques minutes », "several hours"
_UNCOUNTED = {
    "fr": re.compile(
        r"(?<!\w)(?:quelques|plusieurs|de longue?s)\s+(secondes|minutes|heures|jours|semaines|mois|années)(?!\w)", re.IGNORECASE
    ),
    "en": re.compile(
        r"(?<!\w)(?:few|several|some|many|long|just|only|mere|for|within|of)\s+(?:short\s+|long\s+)?(seconds|minutes|hours|days|weeks|months|years)(?!\w)",
        re.IGNORECASE,
    ),
}
_STRETCH = {
    "secondes": "seconds", "minutes": "minutes", "heures": "hours", "jours": "days", "semaines": "weeks", "mois": "months",
    "années": "years",
}  # fmt: skip
_BETWEEN = {"fr": re.compile(r"\s(?:à|contre)\s+$", re.IGNORECASE), "en": re.compile(r"\s(?:to|against)\s+$", re.IGNORECASE)}
_FROM = {"fr": re.compile(r"(?:de\s+|d['’]\s?)$", re.IGNORECASE), "en": re.compile(r"from\s+$", re.IGNORECASE)}
_DENIES = re.compile(
    r"(?<!\w)(?:ne|ni|non|sans|aucune?|not?|never|without|nor|neither|un\w+)(?!\w)|(?<!\w)n['’]|n['’]t(?!\w)", re.IGNORECASE
)
_SPAN = 24  # characters that may stand between two numbers that are told as from one to the other
_SCORE = Decimal(20)  # below this « 2 contre 1 » is a score, told from either side


def doubts_of_contrasts(source: Side, target: Side) -> Iterator[Doubt]:
    """What goes the other way, is multiplied otherwise, is another part of an hour, or runs from the second number to the first."""
    for way, other in (("rises", "falls"), ("falls", "rises")):
        own, put = _going(source, way), _going(target, other)
        both = _going(source, other) or _going(target, way) or found(source, f"{other}_freely") or found(target, f"{way}_freely")
        if own and put and not both:
            yield _changed(source, own[0], put[0])
    ours, theirs = _times(source), _times(target)
    if ours and theirs and not ours.keys() & theirs.keys():
        yield _changed(source, next(iter(ours.values())), next(iter(theirs.values())))
    own_parts, other_parts = _parts(source), _parts(target)
    for stretch in own_parts.keys() & other_parts.keys():
        if own_parts[stretch][0] != other_parts[stretch][0]:
            yield _changed(source, own_parts[stretch][1], other_parts[stretch][1])
    vague, vaguely = _uncounted(source), _uncounted(target)
    if len(vague) == len(vaguely) == 1 and vague.keys() != vaguely.keys():
        yield _changed(source, next(iter(vague.values())), next(iter(vaguely.values())))
    yield from _opposites(source, target)
    here, there = _ways(source), _ways(target)
    for numbers, span in here.items():
        back = numbers[::-1]
        if numbers[0] != numbers[1] and back in there and numbers not in there and back not in here:
            yield _changed(source, span, there[back])


def _changed(source: Side, own: Span, other: Span) -> Doubt:
    return Doubt("changed", "figure", source.text[own.start : own.end], other)


def _going(side: Side, way: str) -> list[Span]:
    """Where a sentence says that something goes up, or down: "up 12%" and « a cédé 12 % » too."""
    return found(side, way) + [Span(*m.span()) for m in _MOVES[side.language][way].finditer(side.text)]


def _parts(side: Side) -> dict[str, tuple[str, Span]]:
    """Of which stretches of time a sentence tells a part, in English: the part, and where it is told."""
    found: dict[str, tuple[str, Span]] = {}
    for match in _PARTS[side.language].finditer(side.text):
        part, stretch = (re.sub(r"[-\s]+", " ", words.lower()) for words in match.groups())
        found.setdefault(_SAME.get(stretch, stretch).removeprefix("percentage "), (_SAME.get(part, part), Span(*match.span())))
    return found


def _uncounted(side: Side) -> dict[str, Span]:
    """The stretches of time that a sentence tells without a number, in English, each with the first place that does."""
    found: dict[str, Span] = {}
    for match in _UNCOUNTED[side.language].finditer(side.text):
        stretch = match.group(1).lower()
        found.setdefault(_STRETCH.get(stretch, stretch), Span(*match.span()))
    return found


def _opposites(source: Side, target: Side) -> Iterator[Doubt]:
    """What became its opposite: acquitted, convicted; each told on one side only, and nothing denied on either."""
    if _DENIES.search(source.text) or _DENIES.search(target.text):
        return
    for one, other in _pairs_of_opposites():
        for own, against in ((one, other), (other, one)):
            said, put = own[source.language].search(source.text), against[target.language].search(target.text)
            if said and put and not against[source.language].search(source.text) and not own[target.language].search(target.text):
                yield Doubt("changed", "negation", said.group(), Span(*put.span()))


@cache
def _pairs_of_opposites() -> tuple[tuple[dict[str, re.Pattern[str]], dict[str, re.Pattern[str]]], ...]:
    with resource("lexicons", "fr", "opposites.toml").open("rb") as file:
        pairs = tomllib.load(file)["pairs"]
    compiled = [[{language: _whole(words) for language, words in side.items()} for side in pair] for pair in pairs]
    return tuple((one, other) for one, other in compiled)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _times(side: Side) -> dict[str, Span]:
    """By how much a sentence multiplies, each with the first place that does."""
    seen = ((worth, re.search(rf"(?<!\w)(?:{words})(?!\w)", side.text, re.IGNORECASE)) for worth, words in _TIMES[side.language])
    return {worth: Span(*match.span()) for worth, match in seen if match}


def _ways(side: Side) -> dict[tuple[Decimal, Decimal], Span]:
    """The pairs of numbers told as from one to the other, or one against the other."""
    numbers = [s for s in signs_of(side, ()) if s.sort in {"number", "word"}]
    return {(one.worth, other.worth): Span(one.span.start, other.span.end) for one, other in pairwise(numbers) if _leads(side, one, other)}


def _leads(side: Side, one: Sign, other: Sign) -> bool:
    between = side.text[one.span.end : other.span.start]
    if len(between) > _SPAN or not _BETWEEN[side.language].search(between):
        return False
    return bool(_FROM[side.language].search(side.text[: one.span.start])) or max(one.worth, other.worth) >= _SCORE
