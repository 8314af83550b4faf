"""Which way in time the words of a sentence point: "next Sunday" is no « dimanche dernier », though both are Sundays."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recoupe.model import Doubt, Span
from recoupe.translation.safety.side import Side

_FRENCH_STRETCH = (
    r"(?:an|ann[ée]e|mois|semaine|jour|week-end|trimestre|semestre|saison|si[èe]cle|d[ée]cennie|heure|[ée]t[ée]|hiver|printemps|automne"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre)s?"
)
_ENGLISH_STRETCH = (
    r"(?:year|month|week|day|weekend|quarter|season|century|centurie|decade|hour|summer|winter|spring|autumn|fall"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)s?"
)
_COUNT = r"(?:\d+|(?!un\b|une\b|an?\b)\w+)"  # « dans une semaine de … » and "in a week of …" may be anything

# days counted from the one that is told from, and the words for them; the longer ones first, since they hold the shorter
_DAYS = {
    "fr": (
        (-2, r"avant[- ]hier"),
        (2, r"apr[èe]s[- ]demain"),
        (-1, r"hier"),
        (1, r"demain"),
        (0, r"aujourd['’]hui|ce\s+matin|ce\s+soir|cet\s+apr[èe]s-midi"),
    ),
    "en": (
        (-2, r"day before yesterday|two days ago"),
        (2, r"day after tomorrow|in two days"),
        (-1, r"yesterday"),
        (1, r"tomorrow"),
        (0, r"today|this\s+(?:morning|afternoon|evening)|tonight"),
    ),
}
_SEASONS = {
    "fr": (r"printemps", r"(?:l['’]|cet\s+|en\s+|d['’])été|été\s+(?:\d{4}|dernier|prochain)", r"automne", r"hiver"),
    "en": (
        r"(?:the|in|this|last|next|early|late)\s+spring|spring\s+(?:\d{4}|of)",
        r"summer",
        r"autumn|(?:the|this|last|next|in)\s+fall",
        r"winter",
    ),
}
_PAST = {
    "fr": rf"{_FRENCH_STRETCH}\s+(?:derni[èe]re?s?|pass[ée]e?s?|pr[ée]c[ée]dente?s?|[ée]coul[ée]e?s?)"
    rf"|(?:derni[èe]re?s?|pr[ée]c[ée]dente?s?)\s+{_FRENCH_STRETCH}|il\s+y\s+a\s+{_COUNT}\s+{_FRENCH_STRETCH}|(?:l['’])?(?:avant-)?veille",
    "en": rf"(?:last|past|previous|preceding)\s+(?:\w+\s+)?{_ENGLISH_STRETCH}|ago"
    rf"|(?:the\s+)?day\s+before|{_ENGLISH_STRETCH}\s+earlier|on\s+the\s+eve",
}
_FUTURE = {
    "fr": rf"{_FRENCH_STRETCH}\s+(?:prochaine?s?|suivante?s?|[àa]\s+venir)|(?:prochaine?s?)\s+{_FRENCH_STRETCH}"
    rf"|dans\s+{_COUNT}\s+{_FRENCH_STRETCH}|(?:sur)?lendemain",
    "en": rf"(?:next|coming|upcoming|following)\s+(?:\w+\s+)?{_ENGLISH_STRETCH}|(?:the\s+)?day\s+after|{_ENGLISH_STRETCH}\s+later",
}


def doubts_of_bearings(source: Side, target: Side) -> Iterator[Doubt]:
    """Words that point the other way, or to another day, where each side has but one of its kind: no two are weighed against each other."""
    ours, theirs = _days(source), _days(target)
    if len(ours) == len(theirs) == 1 and ours.keys() != theirs.keys():
        yield _changed(source, *ours.values(), *theirs.values())
        return
    seasons = [_seasons(side) for side in (source, target)]
    if all(seasons) and not seasons[0].keys() & seasons[1].keys():
        yield _changed(source, *list(seasons[0].values())[:1], *list(seasons[1].values())[:1])
        return
    here, there = _ways(source), _ways(target)
    if len(here) == len(there) == 1 and here.keys() != there.keys():
        yield _changed(source, *here.values(), *there.values())


def _changed(source: Side, own: Span, other: Span) -> Doubt:
    return Doubt("changed", "date", source.text[own.start : own.end], other)


def _days(side: Side) -> dict[int, Span]:
    """The days a sentence counts from its own, each where it is first told; « hier » in « avant-hier » is none."""
    found: dict[int, Span] = {}
    taken: list[Span] = []
    for offset, words in _DAYS[side.language]:
        for match in _whole(words).finditer(side.text):
            span = Span(*match.span())
            if not any(t.overlaps(span) for t in taken):
                taken.append(span)
                found.setdefault(offset, span)
    return found


def _seasons(side: Side) -> dict[int, Span]:
    """The seasons a sentence names, each where it is first named; « été » alone is mostly a verb, "spring" and "fall" may be one."""
    found = ((n, _whole(words).search(side.text)) for n, words in enumerate(_SEASONS[side.language]))
    return {n: Span(*match.span()) for n, match in found if match}


def _ways(side: Side) -> dict[str, Span]:
    """Whether a sentence points back, ahead or both ways, each with the first place that does."""
    found = (("past", _whole(_PAST[side.language]).search(side.text)), ("future", _whole(_FUTURE[side.language]).search(side.text)))
    return {way: Span(*match.span()) for way, match in found if match}


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:{words})(?!\w)", re.IGNORECASE)
