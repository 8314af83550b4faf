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
# Combining marks, emoji and other pictures, variation selectors, soft hyphens and invisible signs: they carry no words.
_WORDLESS = re.compile(
    "[\u0300-\u036f\u00ad\u00b0\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2190-\u2bff\ufe00-\ufe0f\ufeff\ue000-\uf8ff"
    "\x00-\x08\x0e-\x1b\U0001f000-\U0001faff]"
)


def fold(text: str) -> str:
    """The text in lower case without accents, emoji and typographic variants: what rules on wording are matched against."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_EVEN))
    return _SPACES.sub(" ", _WORDLESS.sub("", decomposed)).strip().lower()


def words(text: str) -> frozenset[str]:
    """A closed list of words, written as running text."""
    return frozenset(text.split())


def slug(name: str) -> str:
    """A short id made from a file name: letters, figures and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-") or "article"
