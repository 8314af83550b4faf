"""Finds words in articles, whatever their case and accents. No Qt."""

from __future__ import annotations

from recoupe.interface.folding import folded
from recoupe.model import Article, Span


class Searchable:
    """An article made ready to be searched: folded once, every folded character knowing where it came from."""

    def __init__(self, article: Article) -> None:
        self.article = article
        parts: list[str] = []
        origins: list[int] = []
        hidden = {i for span in article.doubled for i in range(span.start, span.end)}
        for offset, character in enumerate(article.text):
            if offset in hidden:
                continue
            plain = " " if character.isspace() else character.casefold() if character.isascii() else folded(character)
            if plain == " " and parts and parts[-1] == " ":
                continue
            parts.append(plain)
            origins.extend([offset] * len(plain))
        self._text = "".join(parts)
        self._origins = origins

    def find(self, wanted: str) -> tuple[Span, ...]:
        """Every place of the wanted words, in order; none for nothing but white space."""
        needle = " ".join(folded(wanted).split())
        found = []
        at = self._text.find(needle) if needle else -1
        while at >= 0:
            found.append(Span(self._origins[at], self._origins[at + len(needle) - 1] + 1))
            at = self._text.find(needle, at + len(needle))
        return tuple(found)
