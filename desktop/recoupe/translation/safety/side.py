"""A sentence as the checks see it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from recoupe.model import Fact, Span, Token


@dataclass(frozen=True, slots=True)
class Side:
    """One sentence, original or translated: its text, its language ("fr" or "en"), and the facts and words found in exactly that text.

    All spans count from the start of `text`. `context` is the text of the original article, where it is known.
    """

    text: str
    language: str
    facts: tuple[Fact, ...] = ()
    tokens: tuple[Token, ...] = ()
    context: str = ""

    def words(self) -> list[tuple[str, Span]]:
        """The words in plain letters, elisions parted (« l'eau » is "l" and "eau"), with their places."""
        return [(plain(m.group()), Span(*m.span())) for m in _WORD.finditer(self.text)]


_WORD = re.compile(r"[^\W_]+")


def plain(word: str) -> str:
    """A word in small letters without accents."""
    spread = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in spread if not unicodedata.combining(c))
