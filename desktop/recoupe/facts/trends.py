"""Which way a figure went: « une hausse de 4 % », « recule de 4 % », « −4 % »."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, governors

UP, DOWN = 1, -1
_SIGNS = {"+": UP, "-": DOWN, "−": DOWN, "–": DOWN}
_LEVEL = {"à", "au", "aux", "at", "to"}  # before what was reached, not by how much
_REACH = 3  # words above a figure: « en hausse | de | 4 % »


def trend(tokens: Tokens, inside: Sequence[int], head: int, language: str) -> int:
    """`UP` or `DOWN` for a figure that tells by how much something rose or fell, 0 for any other."""
    if not inside:
        return 0
    before = tokens[inside[0] - 1] if inside[0] else None
    if tokens[inside[0]].text[:1] in _SIGNS:
        return _SIGNS[tokens[inside[0]].text[:1]]
    if before is None:
        return 0
    if before.text in _SIGNS:
        return _SIGNS[before.text] if before.span.end == tokens[inside[0]].span.start else 0
    if before.text.lower() in _LEVEL:
        return 0
    code = "en" if language == "en" else "fr"
    rises, falls = (words(code, "counts", "trend", way) for way in ("rises", "falls"))
    for at in list(governors(tokens, head))[: _REACH + 1]:
        lemma = tokens[at].lemma.lower()
        if at not in inside and (lemma in rises) != (lemma in falls):
            return UP if lemma in rises else DOWN
    return 0
