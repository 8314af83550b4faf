"""Whether a translation speaks of the same peoples, which French writes small, and of the same quarter of the compass."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from recoupe.files import resource
from recoupe.model import Doubt, Span
from recoupe.translation.safety.exonyms import forms_of_nation, names_of
from recoupe.translation.safety.side import Side, plain

_STEM = 4  # letters by which a country and its people are known to belong together: « Libye », "Libyan"
_AXES = (("north", "south"), ("east", "west"))
_HALF = re.compile(r"(?<!\w)(?:North|South)(?:ern)?\s+(?!Korea)([A-Z]\w+)(?!\w)")  # « la Corée » is mostly the southern one
_LEANING = re.compile(r"(?<!\w)(?:nord|sud|méridiona|septentriona|midi|austral|boréal)\w*", re.IGNORECASE)  # « sudiste », « sud-africain »
_QUARTERS = {
    "fr": re.compile(r"(?<!\w)(?:(nord)|(sud)|(?:l['’]|nord[- ]|sud[- ])(est)|(Est)|(ouest))(?!\w)", re.IGNORECASE),
    "en": re.compile(r"(?<!\w)(?:(north)|(south))?-?(?:(east)|(west))?(?:ern|erly|wards?|bound)?(?!\w)", re.IGNORECASE),
}


def doubts_of_regions(source: Side, target: Side) -> Iterator[Doubt]:
    """A people that became another, or a quarter that became its opposite."""
    yield from _of_peoples(source, target)
    yield from _of_quarters(source, target)


def _of_peoples(source: Side, target: Side) -> Iterator[Doubt]:
    ours, theirs = _peoples(source), _peoples(target)
    near, far = _stems(source), _stems(target)
    lost = next((span for names, span in ours if not any(names & other for other, _ in theirs) and not _known(names, far)), None)
    put = next((span for names, span in theirs if not any(names & other for other, _ in ours) and not _known(names, near)), None)
    if lost is not None and put is not None:
        yield Doubt("changed", "name", source.text[lost.start : lost.end], put)


def _of_quarters(source: Side, target: Side) -> Iterator[Doubt]:
    ours, theirs = _quarters(source), _quarters(target)
    for axis in _AXES:
        own, other = [q for q in axis if q in ours], [q for q in axis if q in theirs]
        if len(own) == len(other) == 1 and own != other:
            span = ours[own[0]]
            yield Doubt("changed", "name", source.text[span.start : span.end], theirs[other[0]])
    if not ours.keys() & {"north", "south"}:
        yield from _of_halves(source, target)


def _of_halves(source: Side, target: Side) -> Iterator[Doubt]:
    """A country that became its northern or southern neighbour: Sudan, South Sudan; Korea's two; the two Carolinas."""
    if target.language != "en" or _LEANING.search(source.text):
        return
    half = next((m for m in _HALF.finditer(target.text) if _named_in(source, m.group(1))), None)
    if half is not None:
        yield Doubt("added", "name", "", Span(*half.span()))


def _named_in(source: Side, word: str) -> bool:
    """Whether a sentence names the whole of which a half is told, as « Soudan » names what "South Sudan" is no part of."""
    return any(plain(word) in {w, *names_of(w, source.language)} and source.text[s.start].isupper() for w, s in source.words())


def _peoples(side: Side) -> list[tuple[frozenset[str], Span]]:
    """The peoples a sentence names, each as all that it may be called in both languages. English ones have a capital."""
    table = _table(side.language)
    found = ((table.get(word), span) for word, span in side.words() if side.language == "fr" or side.text[span.start].isupper())
    return [(names, span) for names, span in found if names]


def _stems(side: Side) -> set[str]:
    """How the names of a sentence begin: a country's accounts for its people."""
    return {word[:_STEM] for word, span in side.words() if side.text[span.start].isupper()}


def _known(names: frozenset[str], stems: set[str]) -> bool:
    return any(name[:_STEM] in stems for name in names)


def _quarters(side: Side) -> dict[str, Span]:
    found: dict[str, Span] = {}
    for match in _QUARTERS[side.language].finditer(side.text):
        for part in filter(None, match.groups()):
            word = {"nord": "north", "sud": "south", "est": "east", "ouest": "west"}.get(part.lower(), part.lower())
            if part.lower() != "est" or part[0].isupper() or match.group().lower() != "est":  # « est » alone is a verb
                found.setdefault(word, Span(*match.span()))
    return found


@cache
def _table(language: str) -> Mapping[str, frozenset[str]]:
    """Every form of the peoples' names in a language, and all that each may be called."""
    with resource("lexicons", "fr", "exonyms.toml").open("rb") as file:
        nations = tomllib.load(file)["nations"]
    table: dict[str, frozenset[str]] = {}
    for french, english in nations.items():
        names = frozenset((french, *english.split()))
        for form in forms_of_nation(french) if language == "fr" else [f for word in english.split() for f in (word, f"{word}s")]:
            table[form] = table.get(form, frozenset()) | names
    return table
