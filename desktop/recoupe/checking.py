"""Checks translations against their originals: asks for the facts of both and has them compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from recoupe.facts import extract, worded
from recoupe.linguistics import parse
from recoupe.model import Article, Fact, Role, Sentence, Span, Translation
from recoupe.progress import Progress, silent
from recoupe.translation.annotated import Annotated
from recoupe.translation.safety import Side, carry_marks, check

_HYPHENS = re.compile(r"(?<=\d)-(?=[a-z])|(?<=illion)-(?=[a-z])|(?<=thousand)-(?=[a-z])|(?<=hundred)-(?=[a-z])|(?<=square)-|(?<=cubic)-")
_HUNDREDTHS = re.compile(r"(?<!\d)(\d+) s (\d\d)(?!\d)")  # « 10 s 92 » is 10,92 s, as long as before

_TOLD = {"certainty", "polarity", "attribution", "cause"}  # what is about all that its sentence tells, for want of better words


def check_translations(article: Article, translations: Sequence[Translation], progress: Progress = silent) -> tuple[Translation, ...]:
    """The same translations, each with the doubts that comparing it with its sentence leaves; those the glossary raised are kept."""
    return tuple(t for t, _, _ in _checked(article, translations, progress))


def annotate(article: Article, translations: Sequence[Translation], facts: Sequence[Fact], progress: Progress = silent) -> Annotated:
    """Everything a window shows in translations beside their words. `facts` are the article's own, as the analysis found them."""
    checked = _checked(article, translations, progress)
    marks: dict[str, Span] = {}
    abouts: dict[str, str] = {}
    sources: dict[str, str] = {}
    kinds = {fact.id: fact.kind for fact in facts}
    for translation, _, target in checked:
        carried = _carried(article, translation, facts, target)
        marks |= carried
        sources |= _sources([f for f in facts if f.place == translation.place], carried, target)
        for ident, span in carried.items():
            said = (worded(f, target.tokens) for f in target.facts if f.kind == kinds[ident] and f.span.overlaps(span))
            abouts[ident] = next((words for words in said if words), "")
        abouts |= {f.id: translation.text for f in facts if f.place == translation.place and f.kind in _TOLD and not abouts.get(f.id)}
    return Annotated(tuple(t for t, _, _ in checked), marks, abouts, sources)


def _sources(facts: Sequence[Fact], carried: Mapping[str, Span], target: Side) -> dict[str, str]:
    """On whose word the facts of a sentence are told in its translation: where they stand there, or where it names one source for one."""
    told = [(f.span, f.stance.source) for f in target.facts if f.stance.source]
    only = {source for _, source in told} if len({f.stance.source for f in facts if f.stance.source}) == 1 else set()
    found = {}
    for fact in facts:
        here = {source for span, source in told if fact.id in carried and span.overlaps(carried[fact.id])} or only
        if fact.stance.source and len(here) == 1:
            found[fact.id] = next(iter(here))
    return found


def _checked(article: Article, translations: Sequence[Translation], progress: Progress) -> list[tuple[Translation, Side, Side]]:
    """Each translation with its doubts, and both sides as they were compared."""
    if not translations:
        return []
    steps = 3
    progress("checking", 0, steps)
    language = translations[0].language
    originals = [article.sentence_text(t.place.sentence) for t in translations]
    sources = _sides(originals, article.language or ("en" if language == "fr" else "fr"), article)
    progress("checking", 1, steps)
    targets = _sides([t.text for t in translations], language, article)
    progress("checking", 2, steps)
    made = []
    for translation, source, target in zip(translations, sources, targets, strict=True):
        own = tuple(d for d in translation.doubts if d.kind == "glossary")
        made.append((replace(translation, doubts=(*own, *check(source, target))), source, target))
    progress("checking", 3, steps)
    return made


def _carried(article: Article, translation: Translation, facts: Sequence[Fact], target: Side) -> Mapping[str, Span]:
    sentence = article.sentences[translation.place.sentence].span
    own = tuple(replace(f, span=_moved(f.span, -sentence.start)) for f in facts if f.place == translation.place)
    return carry_marks(Side(article.reading(sentence).text, article.language or "fr", own), target)


def _moved(span: Span, by: int) -> Span:
    return Span(max(0, span.start + by), max(0, span.end + by))


def _sides(texts: Sequence[str], language: str, frame: Article) -> list[Side]:
    """Sentences parsed and read for facts, all at once, with the article's date of publication."""
    # "a 45-billion-dollar plan" is read as the words it is made of; lengths stay
    read = [_HYPHENS.sub(" ", t) if language == "en" else _HUNDREDTHS.sub(r"\1,\2 s", t) for t in texts]
    sentences, start = [], 0
    for number, text in enumerate(read):
        sentences.append(Sentence(Span(start, start + len(text)), Role.BODY, number))
        start += len(text) + 1
    whole = replace(frame, text="\n".join(read), title="", language=language, sentences=tuple(sentences), doubled=())
    parsed = parse(whole)
    facts = extract(whole, parsed)
    sides = []
    for number, (text, sentence) in enumerate(zip(texts, sentences, strict=True)):
        shift = -sentence.span.start
        own = tuple(replace(f, span=_moved(f.span, shift)) for f in facts if f.place.sentence == number)
        tokens = tuple(replace(t, span=_moved(t.span, shift)) for t in parsed.sentences[number])
        sides.append(Side(text, language, own, tokens, frame.text))
    return sides
