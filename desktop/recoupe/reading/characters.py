"""Evens out characters for comparing words with rules, and turns bytes into text."""

from __future__ import annotations

import re
import unicodedata

_EVEN = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": ">",
        "–": "-", "—": "-", "‒": "-", "―": "-", "−": "-", "‐": "-", "‑": "-",
        "…": "...", "©": "(c)", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "•": "|", "·": "|", "∙": "|", "→": ">",
    }
)  # fmt: skip
_SPACES = re.compile(r"\s+")
_CONTROLS = {"Cc", "Cf", "So", "Sk", "Cs", "Co", "Cn", "Mn"}  # emoji, format and combining marks carry no words


def fold(text: str) -> str:
    """The text in lower case without accents, emoji and typographic variants: what rules on wording are matched against."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_EVEN))
    kept = (" " if c.isspace() else c for c in decomposed if c.isspace() or unicodedata.category(c) not in _CONTROLS)
    return _SPACES.sub(" ", "".join(kept)).strip().lower()


def words(text: str) -> frozenset[str]:
    """A closed list of words, written as running text."""
    return frozenset(text.split())


def slug(name: str) -> str:
    """A short id made from a file name: letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "article"
