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
_RELATIVES = {"qui", "que", "qu'", "dont", "lequel", "laquelle", "which", "who", "that"}
_STOPS = {",", ";", ":", ".", "»", ")", "(", "?", "!", "—", "–"}


def causes(context: SentenceContext) -> Iterator[tuple[int, ...]]:
    """The words of each cause, the surest markers first; no word is in two causes."""
    taken: set[int] = set()
    for finder in (_marked, _governed, _agents, _clefts, _charges, _blamed):
        for inside in finder(context):
            kept = _trimmed(context.tokens, inside)
            vague = kept and context.tokens[head_of(context.tokens, kept)].lemma.lower() in words(context.language, "cause", "vague")
            if kept and not vague and not taken & set(kept):
                taken |= set(kept)
                yield tuple(kept)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    markers = sorted(words(language, "cause", "markers"), key=lambda w: (-len(w), w))
    ends = "|".join(re.escape(w).replace("'", "['’]").replace(r"\ ", r"\s+") for w in markers)
    return re.compile(rf"(?<!\w)({ends})(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)


def _marked(context: SentenceContext) -> Iterator[list[int]]:
    """What stands behind « en raison de », a noun group, or behind « parce que », all up to the next stop."""
    clausal = words(context.language, "cause", "clausal")
    for match in _pattern(context.language).finditer(context.reading.text):
        if match.end() < len(context.reading.text):
            at = context.reading.source(match.end())
            start = next((i for i, t in enumerate(context.tokens) if t.span.start >= at), None)
            marker = re.sub(r"\s+", " ", match.group(1).lower().replace("’", "'"))
            if start is not None:
                yield _until_stop(context.tokens, start, nominal=marker not in clausal)


def _until_stop(tokens: Tokens, start: int, *, nominal: bool) -> list[int]:
    end = start
    while end < len(tokens) and end - start < LONGEST and tokens[end].text not in _STOPS:
        finite = tokens[end].pos in {"VERB", "AUX"} and tokens[end].has("VerbForm=Fin")
        if nominal and end > start and (finite or tokens[end].text.lower() in _RELATIVES):
            break
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
            itself = child(tokens, i, "expl") is not None  # « la hausse s'explique par … »: the subject is the effect
            if (
                subject is not None
                and not itself
                and child(tokens, i, "obj", "obl:arg") is not None
                and not _somebody(tokens, subject, context.language)
            ):
                yield _group(tokens, subject)
        if token.lemma in words(context.language, "cause", "by_verbs"):  # « la direction explique la baisse par la grève »
            yield from (_group(tokens, i) for i in _by(tokens, i) if not _somebody(tokens, i, context.language))
        blames = token.lemma in words(context.language, "cause", "object_verbs")
        blames = blames or (token.lemma == "mettre" and any(tokens[c].text == "cause" for c in children(tokens, i)))
        if blames and (thing := child(tokens, i, "obj")) is not None and not _somebody(tokens, thing, context.language):
            yield _group(tokens, thing)


def _by(tokens: Tokens, verb: int) -> Iterator[int]:
    """The nouns that a verb governs by « par », directly or, as parsers have it, through its object."""
    things = [i for i in children(tokens, verb) if related(tokens[i], "obj")]
    for i in (n for governor in (verb, *things) for n in children(tokens, governor)):
        noun = related(tokens[i], "obl", "nmod") and tokens[i].pos == "NOUN"
        if noun and any(tokens[c].text.lower() in {"par", "by"} for c in children(tokens, i)):
            yield i


def _agents(context: SentenceContext) -> Iterator[list[int]]:
    """What a passive of harm or change was done by, where that is nobody: « écrasé par la chute d'un arbre »."""
    tokens = context.tokens
    effects = words(context.language, "cause", "effects") | words(context.language, "cause", "subject_verbs")
    for verb, token in enumerate(tokens):
        if token.has("VerbForm=Part") and token.lemma in effects:
            yield from (_group(tokens, i) for i in _by(tokens, verb) if not _somebody(tokens, i, context.language))


def _clefts(context: SentenceContext) -> Iterator[list[int]]:
    """« C'est X qui a … », where X is nobody and what it did is an effect."""
    tokens = context.tokens
    effects = words(context.language, "cause", "effects") | words(context.language, "cause", "subject_verbs")
    for i in range(len(tokens) - 3):
        opens = tokens[i].text.lower() in {"c'", "ce"} and tokens[i + 1].lemma == "être"
        if context.language != "fr" or not opens:
            continue
        relative = next((n for n in range(i + 3, min(len(tokens), i + LONGEST)) if tokens[n].text.lower() == "qui"), None)
        if relative is None or not any(t.lemma in effects for t in tokens[relative + 1 : relative + 6]):
            continue
        inside = list(range(i + 2, relative))
        while inside and tokens[inside[0]].text.lower() in {"en", "effet", "donc", "bien", "pas", ","}:
            inside.pop(0)
        if inside and not _somebody(tokens, head_of(tokens, inside), context.language):
            yield inside


def _charges(context: SentenceContext) -> Iterator[list[int]]:
    """What somebody was arrested or sentenced for: « interpellés pour outrage »."""
    tokens = context.tokens
    penal = words(context.language, "cause", "penal")
    for i, token in enumerate(tokens):
        behind = related(token, "obl", "nmod") and any(tokens[c].text.lower() in {"pour", "for"} for c in children(tokens, i))
        if behind and token.pos == "NOUN" and tokens[token.head].lemma in penal and not token.has("NumType=Card"):
            group = _group(tokens, i)
            if not any(tokens[n].pos == "NUM" for n in group):  # « pour six mois » says how long
                yield _until_stop(tokens, group[0], nominal=True)


def _blamed(context: SentenceContext) -> Iterator[list[int]]:
    """What is said to be to blame, the cause or at the origin: « une fuite est à l'origine du feu », "a faulty valve was to blame"."""
    tokens = context.tokens
    for i, token in enumerate(tokens):
        if token.lemma not in words(context.language, "cause", "nouns") or token.pos not in {"NOUN", "VERB"}:
            continue
        copula = next((c for c in (token.head, *children(tokens, i)) if tokens[c].lemma in {"être", "be"}), None)
        governor = i if copula is None or copula in set(children(tokens, i)) else copula
        subject = child(tokens, governor, "nsubj")
        if copula is not None and subject is not None and subject < i and not _somebody(tokens, subject, context.language):
            yield _group(tokens, subject)


def _group(tokens: Tokens, head: int) -> list[int]:
    """A noun with its complements, without relative clauses and asides."""
    aside = {i for c in subtree(tokens, head) for i in (c,) if related(tokens[c], "acl:relcl", "appos", "parataxis")}
    cut = {i for a in aside if a != head for i in subtree(tokens, a)}
    return sorted(subtree(tokens, head) - cut)


def _somebody(tokens: Tokens, head: int, language: str) -> bool:
    """Whether a noun is a person or body that acts, not a circumstance."""
    token: Token = tokens[head]
    people = words(language, "names", "roles", "holders") | words(language, "names", "roles", "single") | words(language, "cause", "people")
    people |= words(language, "stance", "reporting", "source_nouns")
    return bool(token.entity) or token.pos in {"PRON", "PROPN"} or token.lemma.lower() in people


def _trimmed(tokens: Tokens, inside: list[int]) -> list[int]:
    """The words without a preposition or stop at their edges, as one unbroken run, at most LONGEST of them."""
    kept = sorted(inside)
    while kept and (tokens[kept[0]].pos in {"ADP", "PUNCT", "CCONJ"}):
        kept.pop(0)
    while kept and tokens[kept[-1]].pos in {"PUNCT", "ADP", "CCONJ", "DET"}:
        kept.pop()
    return list(range(kept[0], kept[-1] + 1))[:LONGEST] if kept else []
