"""Translations that were held against their originals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.model import Fact, Name, Span, Translation, Verdict

_LONG = 8  # words of a heading, beyond which another fact's is preferred


@dataclass(frozen=True, slots=True)
class Annotated:
    """Translations with their doubts, and where each fact of the article stands in the translation of its sentence, by fact id.

    `abouts` says in the translation's language what a fact is about: as lemmas, where the same fact was read there; what is stated or
    denied, by the whole sentence else. `sources` says in that language on whose word a fact is told.
    """

    translations: tuple[Translation, ...]
    marks: Mapping[str, Span]
    abouts: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)


def heading(facts: Sequence[Fact], verdict: Verdict, abouts: Mapping[str, str]) -> str:
    """What a comparison of these facts is about, in the words of translations; empty where none says it.

    `abouts` says by fact id what a fact is about. A name that all agree on is its own heading.
    """
    if not facts or (isinstance(facts[0].value, Name) and verdict is Verdict.AGREEMENT):
        return ""
    found = [abouts[f.id] for f in facts if abouts.get(f.id)]
    about = min(found, key=lambda words: len(words.split()) > _LONG, default="").rstrip(".")
    return about[:1].upper() + about[1:]
