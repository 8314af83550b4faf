"""Cuts a text that is too long for one request, at the best place there is."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote_plus

Weigh = Callable[[str], int]

# from the best place to cut to the worst: sentence ends, then clauses, then words
_PLACES = tuple(re.compile(p) for p in (r"(?<=[.!?…])[»”\"\u00a0\u202f ]*\s+", r"(?<=[;:])\s+", r"(?<=,)\s+", r"\s+"))


def in_body(text: str) -> int:
    """Bytes of a text in the body of a request."""
    return len(text.encode())


def in_address(text: str) -> int:
    """Bytes of a text in a web address, where an accented letter takes six."""
    return len(quote_plus(text))


def split(text: str, limit: int, weigh: Weigh) -> tuple[str, ...]:
    """The text in pieces of at most `limit` bytes each; nothing but white space between them is lost."""
    return tuple(_cut(text.strip(), limit, weigh, 0))


def _cut(text: str, limit: int, weigh: Weigh, level: int) -> list[str]:
    if weigh(text) <= limit or len(text) < 2:
        return [text]
    if level == len(_PLACES):
        half = len(text) // 2
        return [*_cut(text[:half], limit, weigh, level), *_cut(text[half:], limit, weigh, level)]
    pieces: list[str] = []
    for part in _parts(text, _PLACES[level]):
        for piece in _cut(part, limit, weigh, level + 1):
            if pieces and weigh(f"{pieces[-1]} {piece}") <= limit:
                pieces[-1] = f"{pieces[-1]} {piece}"
            else:
                pieces.append(piece)
    return pieces


def _parts(text: str, place: re.Pattern[str]) -> list[str]:
    parts, at = [], 0
    for match in place.finditer(text):
        # closing quotes caught before the space stay with the sentence they close
        end = match.end() - len(match.group()) + len(match.group().rstrip())
        parts.append(text[at:end])
        at = match.end()
    return [part for part in (*parts, text[at:]) if part]
