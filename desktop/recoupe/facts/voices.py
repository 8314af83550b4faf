"""Who speaks where a sentence does not name the speaker: « poursuit-elle », « selon lui », and quotations that run on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from recoupe.facts.kind import SentenceContext
from recoupe.facts.sources import Source, reports, source_of, spoken_forms
from recoupe.facts.speakers import can_speak, speaks, subject_group
from recoupe.facts.stance import is_question
from recoupe.facts.tree import Tokens, child, related

_PARTICIPLE = 4  # words from an inverted pronoun to its participle
_REACH = 2  # paragraphs from « poursuit-elle » back to her name
_FEM, _MASC, _PLURAL = "feminine", "masculine", "plural"
_PRONOUNS = {
    "il": {_MASC},
    "elle": {_FEM},
    "ils": {_PLURAL},
    "elles": {_PLURAL, _FEM},
    "lui": {_MASC},
    "eux": {_PLURAL},
    "he": {_MASC},
    "she": {_FEM},
    "they": {_PLURAL},
    "him": {_MASC},
    "her": {_FEM},
    "them": {_PLURAL},
}
_CREDITING = {"selon", "après", "according"}  # « d'après elle » is cut in two
_OPEN, _CLOSE, _EITHER = "«“", "»”", '"'
_OUTSIDE = (-1,)  # as the words of a speaker whom another sentence names


@dataclass(frozen=True, slots=True)
class _Voice:
    """Somebody who spoke: where, and of which gender and number as far as the words tell."""

    source: Source
    paragraph: int
    traits: frozenset[str]


def voices(contexts: Sequence[SentenceContext], named: Sequence[tuple[Source, ...]]) -> list[tuple[Source, ...]]:
    """Everyone whom each sentence credits, by name or not, in order of the sentences; `named` are those whom each names.

    A pronoun stands for whoever spoke last, of its gender and number as far as these are known, in its paragraph; else for who was last
    told to do something there, who spoke last in the two paragraphs before, or the only one until then who could be meant. A
    quotation belongs, with all its sentences, to whom one of them names, else to who spoke last in its paragraph.
    """
    spoken: list[_Voice] = []
    acting: list[_Voice] = []
    credited = []
    for context, found in zip(contexts, named, strict=True):
        meant = tuple(_meant(context, spoken, acting))
        acting = [*(v for v in acting if v.paragraph == _paragraph(context)), *_acting(context)]
        spoken += [*_voices(context, found), *(replace(v, paragraph=_paragraph(context)) for v in meant)]
        credited.append((*found, *(v.source for v in meant)))
    return _carried_on(contexts, credited)


def _voices(context: SentenceContext, found: Sequence[Source]) -> Iterator[_Voice]:
    for source in found:
        yield _Voice(source, _paragraph(context), _traits(context, source))


def _paragraph(context: SentenceContext) -> int:
    return context.article.sentences[context.index].paragraph


def _traits(context: SentenceContext, source: Source) -> frozenset[str]:
    """Gender and number, as the determiner, the function and the title among a source's words tell them."""
    words = [context.tokens[i] for i in source.words]
    counts = [t for t in words if t.pos == "NUM" or t.text.isdigit()]
    inside = [t for t in words if t not in counts and (t.pos in {"DET", "NOUN", "ADJ"} or not t.entity)]
    told = {"Gender=Fem": _FEM, "Gender=Masc": _MASC, "Number=Plur": _PLURAL}
    found = {trait for mark, trait in told.items() if any(t.has(mark) for t in inside[:2])}
    found |= {_PLURAL for t in counts if t.text.lower() not in {"un", "une", "one", "1"}}
    found |= {_FEM for i in source.words if context.tokens[i].text.lower().rstrip(".") in {"mme", "mlle", "madame", "mrs", "ms"}}
    found |= {_MASC for i in source.words if context.tokens[i].text.lower().rstrip(".") in {"m", "monsieur", "mr"}}
    return frozenset(found)


def _fits(pronoun: set[str], voice: _Voice) -> bool:
    """Whether a pronoun may stand for somebody: nothing known of either speaks against it."""
    if (_PLURAL in pronoun) != (_PLURAL in voice.traits):
        return False
    genders = voice.traits & {_FEM, _MASC}
    return len(genders) != 1 or not pronoun & {_FEM, _MASC} or bool(pronoun & genders)


def _acting(context: SentenceContext) -> Iterator[_Voice]:
    """Of whom a sentence tells, where that is a person or somebody who can speak: « La maire, Claire Pujol, est sceptique »."""
    tokens = context.tokens
    root = next((i for i, t in enumerate(tokens) if t.dep == "root"), None)
    subject = child(tokens, root, "nsubj") if root is not None else None
    if subject is None or tokens[subject].pos not in {"NOUN", "PROPN"}:
        return
    kept = subject_group(tokens, subject, context.language)
    person = any(tokens[i].entity == "PER" for i in kept) or tokens[subject].pos == "NOUN"
    if kept and person and can_speak(tokens, [subject], context.language):  # not « le téléphone d'Aminata »
        source = source_of(context, kept, subject)
        yield _Voice(source, _paragraph(context), _traits(context, source))


def _meant(context: SentenceContext, spoken: Sequence[_Voice], acting: Sequence[_Voice]) -> Iterator[_Voice]:
    """Those for whom the pronouns of a sentence that speak stand, each with the place of its pronoun."""
    here = _paragraph(context)
    for pronoun, verb, inverted in _speaking(context):
        traits = _PRONOUNS[_plain(context.tokens, pronoun)]
        fitting = [v for v in spoken if _fits(traits, v)]
        near = next((v for v in reversed(fitting) if v.paragraph == here), None)
        if near is None and inverted:
            before = (v for v in reversed(fitting) if here - v.paragraph <= _REACH)
            alone = list({v.source.key: v for v in fitting}.values())
            near = next((v for v in (*reversed(acting), *before) if _fits(traits, v)), alone[0] if len(alone) == 1 else None)
        if near is not None:
            yield replace(near, source=replace(near.source, span=context.tokens[pronoun].span, verb=verb, words=(pronoun,)))


def _speaking(context: SentenceContext) -> Iterator[tuple[int, int, bool]]:
    """Each pronoun that says something, its verb, and whether it stands where only a speaker stands: « dit-elle », « selon elle »."""
    tokens = context.tokens
    if is_question(context):
        return
    forms = spoken_forms(context.language)
    for i, token in enumerate(tokens):
        if _plain(tokens, i) in _PRONOUNS and i and _credits(tokens, i):
            yield i, token.head, True
        elif token.text.startswith("-") and _plain(tokens, i) in _PRONOUNS:  # an inversion, wherever a parser hangs it
            verb = _inverted(tokens, i)
            if verb is not None and speaks(tokens, verb, context.language, forms) and not _impersonal(tokens, i, verb):
                yield i, verb, True
        elif token.pos in {"VERB", "AUX"} and speaks(tokens, i, context.language, forms):
            subject = child(tokens, i, "nsubj")
            if subject is not None and tokens[subject].text.lower() in _PRONOUNS and reports(context, i, subject):
                yield subject, i, subject > i or _closes(tokens, i, subject)


def _inverted(tokens: Tokens, pronoun: int) -> int | None:
    """The verb that carries the meaning of an inversion: « affirme-t-elle », « a-t-elle encore affirmé »."""
    before = pronoun - 2 if tokens[pronoun - 1].text == "-t" else pronoun - 1
    if before < 0 or tokens[before].lemma not in {"avoir", "être"}:
        return before if before >= 0 else None
    near = range(pronoun + 1, min(len(tokens), pronoun + _PARTICIPLE))
    return next((i for i in near if tokens[i].has("VerbForm=Part") and tokens[i].lemma != "être"), before)


def _impersonal(tokens: Tokens, pronoun: int, verb: int) -> bool:
    """Whether « il » stands for nobody, as in « est-il précisé », « a-t-il été précisé »."""
    near = [t.lemma for t in tokens[max(0, pronoun - 2) : verb]]
    reflexive = any(t.text.lower() in {"s'", "se", "s’"} for t in tokens[max(0, pronoun - 3) : pronoun])
    return related(tokens[pronoun], "expl") and "être" in near and not reflexive


def _credits(tokens: Tokens, pronoun: int) -> bool:
    before = tokens[pronoun - 1].text.lower()
    return before in _CREDITING or (before == "to" and pronoun > 1 and tokens[pronoun - 2].text.lower() in _CREDITING)


def _closes(tokens: Tokens, verb: int, subject: int) -> bool:
    """Whether subject and verb stand behind what is said, as in English: "…," she said."""
    before = tokens[subject - 1].text if subject else ""
    return related(tokens[verb], "parataxis") or before in {*_CLOSE, _EITHER}


def _plain(tokens: Tokens, index: int) -> str:
    """A pronoun without the hyphens of its inversion: « -t-elle » is « elle »."""
    return tokens[index].text.lower().removeprefix("-").removeprefix("t-")


def _carried_on(contexts: Sequence[SentenceContext], credited: Sequence[tuple[Source, ...]]) -> list[tuple[Source, ...]]:
    """The same, each sentence of a quotation that names nobody with its quotation's speaker."""
    found = list(credited)
    for quoted in _quotations(contexts):
        own = next((credited[n] for n in (quoted[0], quoted[-1], *quoted) if credited[n]), ())
        before = range(quoted[0] - 1, -1, -1)
        same = (n for n in before if _paragraph(contexts[n]) == _paragraph(contexts[quoted[0]]))
        speaker = own or next((found[n] for n in same if found[n]), ())
        if len(speaker) == 1:
            for n in quoted:
                found[n] = found[n] or (replace(speaker[0], words=_OUTSIDE, verb=-1),)
    return found


def _quotations(contexts: Sequence[SentenceContext]) -> Iterator[list[int]]:
    """The sentences of each quotation that begins with a sentence or has begun before it; none goes beyond its paragraph."""
    inside: list[int] = []
    paragraph = -1
    for n, context in enumerate(contexts):
        text = context.reading.text
        if _paragraph(context) != paragraph:
            if inside:
                yield inside
            inside, paragraph = [], _paragraph(context)
        begins = text.lstrip()[:1] in {*_OPEN, _EITHER}
        opened = _opened(text, open_before=bool(inside))
        if inside and text.lstrip()[:1] in _CLOSE:  # a mark that was cut off from the sentence it closes
            yield inside
            inside, opened = [], _opened(text, open_before=False)
        if inside or begins or opened:
            inside.append(n)
        if inside and not opened:
            yield inside
            inside = []
    if inside:
        yield inside


def _opened(text: str, *, open_before: bool) -> bool:
    """Whether a quotation stands open at a sentence's end."""
    held = open_before
    for sign in text:
        if sign in _OPEN:
            held = True
        elif sign in _CLOSE:
            held = False
        elif sign == _EITHER:
            held = not held
    return held
