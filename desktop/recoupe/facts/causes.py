"""Finds the words of a sentence that name a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, child, children, head_of, related, subtree
from recoupe.model import Token

LONGEST = 16  # words of a cause
_STOPS = {",", ";", ":", ".", "»", ")", "(", "?", "!", "—", "–"}


def causes(context: SentenceContext) -> Iterator[tuple[int, ...]]:
    """The words of each cause, the surest markers first; no word is in two causes."""
    taken: set[int] = set()
    for finder in (_marked, _governed, _agents, _clefts):
        for inside in finder(context):
            kept = _trimmed(context.tokens, inside)
            if kept and not taken & set(kept):
                taken |= set(kept)
                yield tuple(kept)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    markers = sorted(words(language, "cause", "markers"), key=lambda w: (-len(w), w))
    ends = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in markers)
    return re.compile(rf"(?<!\w)({ends})(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)


def _marked(context: SentenceContext) -> Iterator[list[int]]:
    """What stands behind « en raison de », « faute de », up to the next stop."""
    for match in _pattern(context.language).finditer(context.reading.text):
        if match.end() < len(context.reading.text):
            at = context.reading.source(match.end())
            start = next((i for i, t in enumerate(context.tokens) if t.span.start >= at), None)
            if start is not None:
                yield _until_stop(context.tokens, start)


def _until_stop(tokens: Tokens, start: int) -> list[int]:
    end = start
    while end < len(tokens) and end - start < LONGEST and tokens[end].text not in _STOPS:
        end += 1
    return list(range(start, end))


def _governed(context: SentenceContext) -> Iterator[list[int]]:
    """The subject of « provoquer », « expliquer »; the object of « invoquer », « incriminer », « mettre en cause »."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if token.pos != "VERB":
            continue
        if token.lemma in words(context.language, "cause", "subject_verbs"):
            subject = child(tokens, i, "nsubj")
            if subject is not None and child(tokens, i, "obj", "obl:arg") is not None and not _somebody(tokens, subject, context.language):
                yield _group(tokens, subject)
        blames = token.lemma in words(context.language, "cause", "object_verbs")
        blames = blames or (token.lemma == "mettre" and any(tokens[c].text == "cause" for c in children(tokens, i)))
        if blames and (thing := child(tokens, i, "obj")) is not None and not _somebody(tokens, thing, context.language):
            yield _group(tokens, thing)


def _agents(context: SentenceContext) -> Iterator[list[int]]:
    """What a passive was done by, where that is nobody: « écrasé par la chute d'un arbre »."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        by = related(token, "obl") and any(tokens[c].text.lower() in {"par", "by"} for c in children(tokens, i))
        participle = tokens[token.head].has("VerbForm=Part")
        if by and participle and token.pos == "NOUN" and not _somebody(tokens, i, context.language):
            yield _group(tokens, i)


def _clefts(context: SentenceContext) -> Iterator[list[int]]:
    """« C'est X qui a … », where X is nobody."""
    tokens = context.tokens
    for i in range(len(tokens) - 3):
        opens = tokens[i].text.lower() in {"c'", "ce"} and tokens[i + 1].lemma == "être"
        if context.language != "fr" or not opens:
            continue
        relative = next((n for n in range(i + 3, min(len(tokens), i + LONGEST)) if tokens[n].text.lower() == "qui"), None)
        if relative is None:
            continue
        inside = list(range(i + 2, relative))
        while inside and tokens[inside[0]].text.lower() in {"en", "effet", "donc", "bien", "pas", ","}:
            inside.pop(0)
        if inside and not _somebody(tokens, head_of(tokens, inside), context.language):
            yield inside


def _group(tokens: Tokens, head: int) -> list[int]:
    """A noun with its complements, without relative clauses and asides."""
    aside = {i for c in subtree(tokens, head) for i in (c,) if related(tokens[c], "acl:relcl", "appos", "parataxis")}
    cut = {i for a in aside if a != head for i in subtree(tokens, a)}
    return sorted(subtree(tokens, head) - cut)


def _somebody(tokens: Tokens, head: int, language: str) -> bool:
    """Whether a noun is a person or body that acts, not a circumstance."""
    token: Token = tokens[head]
    speakers = words(language, "stance", "reporting", "source_nouns")
    return bool(token.entity) or token.pos in {"PRON", "PROPN"} or token.lemma.lower() in speakers


def _trimmed(tokens: Tokens, inside: list[int]) -> list[int]:
    """The words without a preposition or stop at their edges, as one unbroken run, at most LONGEST of them."""
    kept = sorted(inside)
    while kept and (tokens[kept[0]].pos in {"ADP", "PUNCT", "CCONJ"}):
        kept.pop(0)
    while kept and tokens[kept[-1]].pos in {"PUNCT", "ADP", "CCONJ", "DET"}:
        kept.pop()
    return list(range(kept[0], kept[-1] + 1))[:LONGEST] if kept else []
