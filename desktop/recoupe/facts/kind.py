"""What a kind of fact must bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from recoupe.model import Article, Reading, Span, Token, Value, Verdict

Ruling = tuple[Verdict, str]
"""A verdict and the code of its reason, which `wording` explains: "equal", "same_rounding", "within", "rounding", "finer", "apart" …"""


@dataclass(frozen=True, slots=True, eq=False)
class SentenceContext:
    """One sentence with all that a finder may look at. Equal only to itself, so that what is seen in it can be kept for a moment.

    `tokens` are the sentence's words as parsed, their spans in `article.text`; `reading` is its text without doubled words, and
    `reading.span(start, end)` leads back to the article. `anchor` is the publication date, from which relative dates are resolved.
    `mentioned` is the last date that an earlier sentence told, for « la veille », « le lendemain »; `counted` the lemma of what the
    sentence before it in its paragraph counted last, for « la police en a compté 700 ».
    """

    article: Article
    index: int
    tokens: tuple[Token, ...]
    language: str
    anchor: date | None
    reading: Reading
    mentioned: date | None = None
    counted: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact as a finder saw it: its place in the article's text, its value, what it is about and what narrows it."""

    span: Span
    value: Value
    about: str
    kind: str
    scope: str = ""


Finder = Callable[[SentenceContext], Iterable[Found]]
Judge = Callable[[Any, Any], Ruling]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact: its name in `FACT_KINDS`, its label by language, how it is found and how two values of it are judged."""

    name: str
    labels: Mapping[str, str]
    find: Finder
    judge: Judge
