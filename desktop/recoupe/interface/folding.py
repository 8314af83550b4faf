"""Text without case and accents, so that a search for « eleve » finds « Élevé »."""

from __future__ import annotations

import unicodedata

_ALIKE = str.maketrans({"œ": "oe", "æ": "ae", "’": "'", "\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " ", "-": " ", "‑": " "})


def folded(text: str) -> str:
    """The text in lower case, without accents, with plain spaces and apostrophes."""
    parts = unicodedata.normalize("NFD", text.casefold().translate(_ALIKE))
    return parts if parts.isascii() else "".join(c for c in parts if not unicodedata.combining(c))


def matches(wanted: str, within: str) -> bool:
    """Whether every word of `wanted` stands somewhere in `within`; both folded already."""
    return all(word in within for word in wanted.split())
