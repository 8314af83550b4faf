"""Causes set against each other in one breath: « à cause non pas d'un tir mais d'une chute », « dû à l'usure et non à un choc »."""

from __future__ import annotations

from collections.abc import Iterator

from recoupe.facts.causewords import STOPS, Named, until_stop
from recoupe.facts.tree import Tokens

_BUT = {"mais", "but"}
_NOT = {"non", "pas", "not"}
_AND = {"et", "and"}
_RATHER = {("plutôt", "que"), ("plutôt", "qu'"), ("rather", "than"), ("instead", "of")}
_BETWEEN = {
    "pas",
    "point",
    "plutôt",
    "bien",
    "simplement",
    "juste",
    "à",
    "au",
    "aux",
    "de",
    "d'",
    "du",
    "des",
    "par",
    "pour",
    "by",
    "to",
    "of",
    "from",
    "for",
}
_STARTS = {"DET", "NOUN", "ADJ", "PROPN", "NUM"}
_BACK = 3  # words before a cause in which it may be set aside: « non par la neige »


def parted(tokens: Tokens, named: Named) -> Iterator[Named]:
    """The cause without what it is set against, then that, of which just one holds; a cause that nothing is set against as it is."""
    first = _without_not(tokens, named.words)
    denied = not named.holds or len(first) < len(named.words) or _set_aside(tokens, named.words)
    found = _turn(tokens, first)
    other = _other(tokens, found[1]) if found is not None else ()
    if found is None or not other or found[2] != denied:
        yield named
        return
    yield Named(tuple(i for i in first if i < found[0]), not denied, named.scope)
    yield Named(other, denied, named.scope)


def _without_not(tokens: Tokens, inside: tuple[int, ...]) -> tuple[int, ...]:
    """The words without a « non pas de » that begins them."""
    start = 0
    while start < len(inside) and tokens[inside[start]].text.lower() in _NOT | _BETWEEN and tokens[inside[0]].text.lower() in _NOT:
        start += 1
    return inside[start:]


def _set_aside(tokens: Tokens, inside: tuple[int, ...]) -> bool:
    """Whether the cause is set aside right before it is named: « s'explique non par la neige »."""
    return any(t.text.lower() in {"non", "not"} for t in tokens[max(0, inside[0] - _BACK) : inside[0]])


def _turn(tokens: Tokens, inside: tuple[int, ...]) -> tuple[int, int, bool] | None:
    """Where a cause ends at what it is set against, where that begins, and whether it is the one that holds (« mais »)."""
    for at in (*inside[1:], inside[-1] + 1) if inside else ():
        words = [t.text.lower() for t in tokens[at : at + 3]]
        skipped = 1 if words and words[0] == "," else 0
        words = words[skipped:]
        if not words:
            continue
        if words[0] in _BUT:
            return at, at + skipped + 1, True
        if len(words) > 1 and ((words[0] in _AND and words[1] in _NOT) or tuple(words[:2]) in _RATHER):
            return at, at + skipped + 2, False
        if skipped and words[0] in _NOT:
            return at, at + skipped + 1, False
    return None


def _other(tokens: Tokens, start: int) -> tuple[int, ...]:
    """The words of the other cause, a noun group behind its preposition."""
    while start < len(tokens) and tokens[start].text.lower() in _BETWEEN and tokens[start].text not in STOPS:
        start += 1
    if start >= len(tokens) or (tokens[start].pos not in _STARTS and tokens[start - 1].text.lower() not in {"du", "des", "au", "aux"}):
        return ()
    return until_stop(tokens, start, nominal=True)
