"""The place that somebody takes, told without a noun: « arrivé troisième », « deuxième du scrutin », « numéro trois mondial »."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.facts.lexicon import words
from recoupe.facts.tree import at_span, related
from recoupe.model import Span, Token

PLACE = "place"  # in both languages: what such a rank counts, as « à la troisième place » has it
_SECTIONS = {"ADP", "PUNCT", "ADJ", "ADV", "DET"}


def taken(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether somebody takes the place that a rank without a noun tells."""
    inside = at_span(tokens, span)
    if not inside:
        return False
    start, end = inside[0], inside[-1] + 1
    above = tokens[start].head
    verb = next((i for i in (start - 1, above) if 0 <= i != start and _places(tokens[i], language)), None)
    closed = end >= len(tokens) or tokens[end].pos in _SECTIONS
    if verb is not None and verb < start and closed:
        return True
    opens = not start or tokens[start - 1].text in {",", "«", "(", "–"}
    of = end < len(tokens) and tokens[end].text.casefold() in words(language, "counts", "placing", "of")
    return opens and of


def _places(token: Token, language: str) -> bool:
    """Whether a word is a verb of placing, a participle that a parser takes for a noun included: « arrivée troisième »."""
    placing = words(language, "counts", "placing", "verbs")
    stem = token.text.casefold().removesuffix("s").removesuffix("e")
    return token.lemma.casefold() in placing or (stem.endswith("é") and f"{stem[:-1]}er" in placing)


def numbered(tokens: Sequence[Token], span: Span, language: str) -> bool:
    """Whether a number is a rank, told as one: « le numéro deux du secteur », "the number three globally"; and no street's or line's."""
    inside = at_span(tokens, span)
    if not inside or not inside[0] or tokens[inside[0] - 1].text.casefold() not in words(language, "counts", "placing", "numbers"):
        return False
    number, end = inside[0] - 1, inside[-1] + 1
    hung = related(tokens[number], "flat", "nmod") and tokens[number].head == number - 1  # « la ligne numéro deux »
    follows = tokens[end] if end < len(tokens) else None
    ranks = follows is not None and (
        follows.text.casefold() in words(language, "counts", "placing", "of") or follows.lemma.casefold() in _scales(language)
    )
    return ranks and not hung


def _scales(language: str) -> frozenset[str]:
    return words(language, "counts", "placing", "scales")
