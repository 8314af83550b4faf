"""Scores of games: « 3-1 », « 6-4, 7-5 », « trois buts à un », as one value each, whoever of the two is named first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.facts.datewords import even
from recoupe.facts.figures import numerals
from recoupe.facts.kind import Found, Ruling, SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, at_span, children, governors, is_content, related
from recoupe.model import Name, Verdict

SORT = "score"
_SETS = "score of sets"  # scopes: only scores of one scope answer one question
_HIGH = "high score"
_MANY = 11  # points from which on a score is none of goals or sets
_PAIR = r"\d{1,3}-\d{1,3}(?! ?-|\d|,\d)"
_RUN = re.compile(rf"(?<![\d,.\w-]){_PAIR}(?:(?:, ?| )(?:\(\d+-\d+\),? ?)?{_PAIR}){{0,4}}(?!\w)")
_BEHIND = ("face", "contre", "devant", "sur", "grâce", "après", "lors", "au", "aux", "à", "en", "avec", "et", "dans", "par", "chez")
_NEAR = 6  # words on either side of a score that tell at what point of the game it stood


def scores(context: SentenceContext) -> Iterator[Found]:
    """Every score of a sentence that speaks of a game."""
    for start, end in spans(context.reading.text, context.language):
        span = context.reading.span(start, end)
        pairs = _pairs(context.reading.text[start:end], context.language)
        inside = at_span(context.tokens, span)
        behind = context.tokens[inside[-1] + 1] if inside and inside[-1] + 1 < len(context.tokens) else None
        if inside and not (behind and behind.pos == "NOUN" and behind.has("Number=Plur")):  # « 15-20 minutes » is no score
            about = _about(context, inside)
            yield Found(span, Name(context.article.quote(span), _key(pairs), SORT), about, "name", scope=_scope(pairs))


def spans(text: str, language: str) -> list[tuple[int, int]]:
    """Where scores stand in a reading; none where no word is of a game."""
    plain = even(text)
    if not _games(language).search(plain):
        return []
    return sorted(m.span() for pattern in (_RUN, _told(language)) for m in pattern.finditer(plain))


def judge_scores(left: Name, right: Name) -> Ruling:
    """Two scores are one, or exclude each other."""
    return (Verdict.AGREEMENT, "same_name") if left.key == right.key else (Verdict.CONTRADICTION, "excludes")


def other_moment(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two scores, by the words about them, stood at two moments: at half-time and at the end, in the first set and the last."""
    moments = words("fr", "counts", "game", "moments") | words("en", "counts", "game", "moments")
    return left & moments != right & moments


@cache
def _games(language: str) -> re.Pattern[str]:
    known = sorted(words(language if language == "en" else "fr", "counts", "game", "words"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})")


@cache
def _told(language: str) -> re.Pattern[str]:
    """« 3 buts à 1 », « deux sets à zéro », « 2 à 1 », « deux buts partout », "three goals to one"."""
    code = language if language == "en" else "fr"
    number = rf"(?:\d{{1,3}}|{'|'.join(map(re.escape, numerals(code)['units']))})"
    units = "|".join(map(re.escape, sorted(words(code, "counts", "game", "units"), key=len, reverse=True)))
    bare = rf"(?<!\bde )(?<!\bentre )(?<!\d,)(?<!\d )\b{number} à {number}\b(?![,.]\d)(?=\W*$|[,.;:)»]| (?:{'|'.join(_BEHIND)})\b)"
    level = rf"\b{number} (?:(?:{units}) )?partout\b"
    told = rf"\b{number} (?:{units}) (?:à|to) {number}\b"
    return re.compile("|".join([told, *((bare, level) if code == "fr" else ())]))


def _pairs(text: str, language: str) -> list[tuple[int, int]]:
    """The numbers of a score, turned so that whoever has more comes first: of several sets, whoever has won more."""
    units = numerals(language if language == "en" else "fr")["units"]
    plain = even(text)
    found = [(int(a), int(b)) for a, b in re.findall(r"(?<!\()(\d{1,3})-(\d{1,3})", plain)]
    if not found:
        told = plain.split()
        ends = [told[0], told[0] if told[-1] == "partout" else told[-1]]
        one, other = (int(w) if w.isdigit() else int(units[w]) for w in ends)
        found = [(one, other)]
    ahead = sum(a > b for a, b in found) - sum(a < b for a, b in found)
    return [(b, a) for a, b in found] if ahead < 0 else found


def _key(pairs: list[tuple[int, int]]) -> str:
    return " ".join(f"{a}-{b}" for a, b in pairs)


def _scope(pairs: list[tuple[int, int]]) -> str:
    if len(pairs) > 1:
        return _SETS
    return _HIGH if max(pairs[0]) >= _MANY else SORT


def _about(context: SentenceContext, inside: list[int]) -> str:
    """What governs a score, and the words near it that tell at what point of the game it stood."""
    tokens = context.tokens
    verb = next((g for g in governors(tokens, inside[-1]) if g not in inside and tokens[g].pos in {"VERB", "NOUN"}), None)
    governing = [] if verb is None else [verb, *(i for i in children(tokens, verb) if related(tokens[i], "nsubj"))]
    moments = words(context.language if context.language == "en" else "fr", "counts", "game", "moments")
    before = _until_stop(tokens, range(inside[0] - 1, max(-1, inside[0] - 1 - _NEAR), -1))
    after = _until_stop(tokens, range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + _NEAR)))
    told = ([i for i in way if {tokens[i].lemma.lower(), tokens[i].text.lower()} & moments] for way in (before, after))
    near = next((found for found in told if found), [])
    kept = sorted({*near, *(i for i in governing if i not in inside and is_content(tokens[i]))})
    return " ".join(tokens[i].lemma.lower() for i in kept)


def _until_stop(tokens: Tokens, way: range) -> list[int]:
    """The words of a way up to the first stop or number."""
    end = next((n for n, i in enumerate(way) if tokens[i].pos in {"PUNCT", "NUM"}), len(way))
    return list(way[:end])
