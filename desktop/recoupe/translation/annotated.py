"""Translations that were held against their originals."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recoupe.model import Span, Translation


@dataclass(frozen=True, slots=True)
class Annotated:
    """Translations with their doubts, and where each fact of the article stands in the translation of its sentence, by fact id.

    `abouts` says in the translation's language what a fact is about, as lemmas, where the same fact was read there.
    """

    translations: tuple[Translation, ...]
    marks: Mapping[str, Span]
    abouts: Mapping[str, str] = field(default_factory=dict)
