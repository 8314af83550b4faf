"""A text and its labels as a format gave them, before cleaning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from recoupe.model import Role, Span


@dataclass(frozen=True, slots=True)
class Label:
    """What a format itself says of a stretch of its text: this is a heading, this is the title."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader of a format hands over.

    `text` becomes `Article.text` unaltered. Fields left empty are looked for in the text. `labels` come in order and hold whole
    lines; a format without structure gives none.
    """

    text: str
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    language: str = ""
    labels: tuple[Label, ...] = ()
    name: str = ""  # what this part of a larger file is called there, for its id
