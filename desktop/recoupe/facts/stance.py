"""How firmly, and on whose word, a sentence states something."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from recoupe.facts.clauses import Clause
from recoupe.facts.kind import SentenceContext
from recoupe.facts.lexicon import words
from recoupe.facts.slips import amended
from recoupe.facts.sources import Source
from recoupe.facts.tree import children, governors, head_of, related
from recoupe.model import Certainty, Stance


def stance_of(context: SentenceContext, inside: Sequence[int], found: tuple[Clause, ...], credited: tuple[Source, ...]) -> Stance:
    """The firmness and the source of what the given words of a sentence state."""
    if not inside:
        return Stance()
    head = head_of(context.tokens, inside)
    spread = has_hedging_phrase(context) and not _set_apart(context, head, found)
    hedged = is_question(context) or spread or _qualified(context, head) or _hedged_clause(context, head, found)
    return Stance(Certainty.HEDGED if hedged else Certainty.ASSERTED, _source(context, inside, head, credited))


def is_question(context: SentenceContext) -> bool:
    """Whether the sentence asks rather than states; a question quoted inside a statement is none."""
    return context.reading.text.rstrip(" »\"”'’)").endswith("?")


def has_hedging_phrase(context: SentenceContext) -> bool:
    """Whether a set phrase weakens the whole sentence: « sans doute », "is believed to", a slip of spelling forgiven."""
    return _hedges(context.reading.text.lower().replace("’", "'"), context.language)


@lru_cache(maxsize=256)
def _hedges(text: str, language: str) -> bool:
    phrases = words(language, "stance", "hedge", "phrases")
    text = amended(text, _words_of(phrases))
    return any(phrase in text for phrase in phrases)


@cache
def _words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(word for phrase in phrases for word in phrase.split())


def _qualified(context: SentenceContext, head: int) -> bool:
    adjectives = words(context.language, "stance", "hedge", "adjectives")
    return any(context.tokens[i].lemma.lower() in adjectives for i in children(context.tokens, head))


def _hedged_clause(context: SentenceContext, head: int, found: tuple[Clause, ...]) -> bool:
    """Whether the clause the words stand in is hedged, or one that governs it."""
    above = {c.top: c for c in found} | {c.head: c for c in found}
    for at in governors(context.tokens, head):
        if at in above and above[at].hedge:
            return True
        if at in above and _is_firm(context, above[at]):
            return False
    return False


def _set_apart(context: SentenceContext, head: int, found: tuple[Clause, ...]) -> bool:
    """Whether words stand in a clause that tells what is so in passing: « il semble que la panne, qui a touché 12 000 foyers, … »."""
    above = {c.top: c for c in found} | {c.head: c for c in found}
    own = next((above[g] for g in governors(context.tokens, head) if g in above), None)
    return own is not None and not own.hedge and _is_firm(context, own)


def _is_firm(context: SentenceContext, clause: Clause) -> bool:
    """Whether a clause has a mood of its own, so that no hedge above it weakens it: a relative, or a second clause with its own subject."""
    tokens = context.tokens
    if not tokens[clause.finite].has("Mood=Ind"):
        return False
    second = related(tokens[clause.top], "conj") and clause.subject is not None and tokens[clause.subject].head in {clause.top, clause.head}
    return second or related(tokens[clause.top], "acl")


def _source(context: SentenceContext, inside: Sequence[int], head: int, credited: tuple[Source, ...]) -> str:
    """The source of these words: the only one of the sentence, else the one whose verb governs them, else the nearest."""
    others = [s for s in credited if not set(s.words) & set(inside) and head >= s.begins]
    if not others:
        return ""
    above = set(governors(context.tokens, head))
    governing = [s for s in others if s.verb in above]
    choice = governing or others
    return min(choice, key=lambda s: min(abs(w - head) for w in s.words)).shown
