"""Checks translations against their originals: asks for the facts of both and has them compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Article, Doubt, Fact, Role, Sentence, Span, Translation
from recoupe.progress import Progress, silent
from recoupe.translation.annotated import Annotated
from recoupe.translation.safety import Side, carry_marks, check


def check_translations(article: Article, translations: Sequence[Translation], progress: Progress = silent) -> tuple[Translation, ...]:
    """The same translations, each with the doubts that comparing it with its sentence leaves; those the glossary raised are kept."""
    checked = []
    for done, translation in enumerate(translations):
        progress("checking", done, len(translations))
        checked.append(replace(translation, doubts=(*_of_glossary(translation), *check_sentence(article, translation))))
    return tuple(checked)


def annotate(article: Article, translations: Sequence[Translation], facts: Sequence[Fact], progress: Progress = silent) -> Annotated:
    """Everything a window shows in translations beside their words. `facts` are the article's own, as the analysis found them."""
    checked = check_translations(article, translations, progress)
    marks: dict[str, Span] = {}
    for translation in checked:
        marks |= marks_of(article, translation, facts)
    return Annotated(checked, marks)


def check_sentence(article: Article, translation: Translation) -> tuple[Doubt, ...]:
    """The doubts of one translated sentence. Spans are in the translation's text."""
    source, target = _sides(article, translation)
    return check(source, target)


def marks_of(article: Article, translation: Translation, facts: Sequence[Fact]) -> Mapping[str, Span]:
    """Where a translation says the given facts of its sentence: fact id to place in the translation's text.

    `facts` are the article's own, as the analysis found them, so that the ids are those of the table.
    """
    sentence = article.sentences[translation.place.sentence].span
    source, target = _sides(article, translation)
    reading = article.reading(sentence)
    own = [f for f in facts if f.place == translation.place]
    return carry_marks(replace(source, text=reading.text, facts=tuple(replace(f, span=_inside(f.span, sentence)) for f in own)), target)


def _inside(span: Span, sentence: Span) -> Span:
    return Span(max(0, span.start - sentence.start), max(0, span.end - sentence.start))


def _of_glossary(translation: Translation) -> tuple[Doubt, ...]:
    return tuple(d for d in translation.doubts if d.kind == "glossary")


def _sides(article: Article, translation: Translation) -> tuple[Side, Side]:
    text = article.sentence_text(translation.place.sentence)
    source = article.language or ("en" if translation.language == "fr" else "fr")
    return _side(text, source, article), _side(translation.text, translation.language, article)


def _side(text: str, language: str, article: Article) -> Side:
    return _understood(text, language, replace(article, text="", sentences=(), doubled=(), title=""))


@lru_cache(maxsize=512)
def _understood(text: str, language: str, frame: Article) -> Side:
    """A sentence on its own, parsed and read for facts with the article's date of publication."""
    if language == "en":
        # "a 45-billion-dollar plan": read as the words it is made of; the length stays
        text = re.sub(r"(?<=\d)-(?=[a-z])|(?<=illion)-(?=[a-z])|(?<=thousand)-(?=[a-z])|(?<=hundred)-(?=[a-z])", " ", text)
    alone = replace(frame, text=text, language=language, sentences=(Sentence(Span(0, len(text)), Role.BODY, 0),))
    parsed = parse(alone)
    return Side(text, language, extract(alone, parsed), parsed.sentences[0])
