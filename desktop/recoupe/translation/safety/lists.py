"""The word lists of `resources/lexicons/<language>/force.toml`, found in sentences."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from recoupe.files import resource
from recoupe.model import Span
from recoupe.translation.safety.side import Side


def found(side: Side, what: str) -> list[Span]:
    """Where the words of a list stand in a sentence, in order; a list that a language has not is empty."""
    pattern = _pattern(side.language, what)
    return [Span(*m.span()) for m in pattern.finditer(side.text)] if pattern else []


@cache
def _pattern(language: str, what: str) -> re.Pattern[str] | None:
    """The words of a list; "*" stands for any ending."""
    with resource("lexicons", language, "force.toml").open("rb") as file:
        words = tomllib.load(file).get(what, [])
    longest_first = sorted(words, key=len, reverse=True)
    alternatives = [_one(w) for w in longest_first]
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})", re.IGNORECASE) if alternatives else None


def _one(words: str) -> str:
    body = re.escape(words).replace(r"\*", r"\w*").replace("'", "['’]").replace(r"\ ", r"\s+")
    return body if words.endswith("'") else rf"{body}(?!\w)"  # « faute d' » goes on in the next word
