"""A sentence said in another language, and what is doubtful in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from recoupe.model.article import Place, Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something of the original that the translation lost, changed or added.

    `code`: "lost", "changed" or "added"; `kind`: "figure", "unit", "date", "name", "negation", "hedge", or "glossary" where the user's own
    word for something is missing. `original` is the wording in the original (empty for "added"), `span` the place in the translated
    text it concerns, where there is one. With "glossary", "changed" tells that the user's words for it are others now.
    """

    code: str
    kind: str
    original: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    """One sentence in another language. `engine` is the title of the engine that made it.

    `by_hand` is true where the user wrote it: it then wins over every engine. `words` is the digest of the user's own words that it was
    made with: empty for none, None where that isn't known, as in studies of older programs.
    """

    place: Place
    language: str
    text: str
    engine: str
    made_at: datetime | None = None
    doubts: tuple[Doubt, ...] = ()
    by_hand: bool = False
    words: str | None = None
