"""What linguistics knows of an article's sentences, as plain data that every room can read."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.model.article import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word as parsed. Universal Dependencies labels throughout, for French and English alike.

    `span` is in the article's text; `head` is the index of the governing token in the same sentence (its own index for the root);
    `morph` holds features as "Name=Value" (`"Mood=Cnd"`, `"Tense=Past"`); `entity` is PER, ORG, LOC, MISC or empty.
    """

    span: Span
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: frozenset[str]
    entity: str = ""

    def has(self, feature: str) -> bool:
        """Whether a feature such as "Mood=Cnd" holds of this word."""
        return feature in self.morph


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of every sentence of an article, by sentence index; a noise sentence has none."""

    article: str
    language: str
    sentences: tuple[tuple[Token, ...], ...]
