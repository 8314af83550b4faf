"""Clauses without a finite verb of their own: « nie avoir signé », « sans dérailler », « a été fermé puis rouvert »."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, child, children, related

_JOINING = {"puis", "et", "mais", "and", "then", "but"}
_NEAR_VERB = 6  # words from a verb to what it leaves open
_HAD = 3  # words from « avoir » to its participle where a pronoun stands between


@dataclass(frozen=True, slots=True)
class Bare:
    """A predicate, the words that belong to it, the verb whose clause it hangs on, and whether it is told as not the case.

    `open` says that the verb it hangs on leaves open whether it is: « est soupçonné d'avoir menti », « menace de fermer ».
    """

    head: int
    group: tuple[int, ...]
    governor: int
    denied: bool
    open: bool = False


def bare(tokens: Tokens, language: str, negated: Callable[[int], bool]) -> Iterator[Bare]:
    """Every infinitive and participle that states something beside the finite verb it hangs on; `negated` sees a verb's own negation."""
    for i, token in enumerate(tokens):
        if token.pos not in {"VERB", "AUX", "ADJ"} or token.head == i:
            continue
        for found in (_unsettled, _told, _accompanying, _joined):
            one = found(tokens, i, language, negated)
            if one is not None:
                yield one
                break


def _unsettled(tokens: Tokens, i: int, language: str, negated: Callable[[int], bool]) -> Bare | None:
    """What somebody is charged with, or has a mind to: « est accusé d'avoir menti », « songe à vendre », "is accused of lying".

    An intention that is announced is as firm as any announcement, and a decision too: « a annoncé son intention de vendre », « a décidé de
    vendre ».
    """
    governor = tokens[i].head
    if tokens[governor].pos in {"ADP", "SCONJ"} and tokens[governor].head != governor:  # "accused of lying"
        governor = tokens[governor].head
    noun = _mind(tokens, i, governor, language)
    mind, governor = noun is not None, governor if noun is None else noun
    verb = tokens[governor].head if mind else governor
    head = _had(tokens, i)
    perfect = _helpers(tokens, i) or head != i or language == "en"
    charged = _charges(tokens, verb, language) and perfect
    decided = tokens[verb].lemma.lower() in words(language, "polarity", "deciding")
    meant = mind or decided or tokens[verb].lemma.lower() in words(language, "polarity", "intending")
    if not (charged or meant) or _finite(tokens, i) or not _infinite(tokens, i, language) or verb == i or negated(verb):
        return None
    if not related(tokens[i], "xcomp", "advcl", "acl", "obl", "ccomp", "obj"):
        return None
    announced = decided or (mind and tokens[verb].lemma not in {"avoir", "have"})
    near = {verb, governor} if 0 < i - verb <= _NEAR_VERB else set()  # the words that leave it open belong to it
    return Bare(head, tuple(sorted({i, head, *near, *_helpers(tokens, i), *_negations(tokens, i)})), verb, negated(i), open=not announced)


def _mind(tokens: Tokens, i: int, governor: int, language: str) -> int | None:
    """The noun by which somebody has a mind to it: « avoir l'intention de vendre », « a annoncé son intention de vendre »; parsers hang
    what is meant on the noun or on its verb.
    """
    minds = words(language, "polarity", "minds")
    noun = next((k for k in (governor, i - 2, i - 3) if 0 <= k < i and tokens[k].lemma.lower() in minds), None)
    if noun is None or tokens[tokens[noun].head].lemma.lower() not in words(language, "polarity", "minded"):
        return None
    return noun


def _charges(tokens: Tokens, verb: int, language: str) -> bool:
    """Whether a verb charges somebody with something: « soupçonner », « mettre en examen »."""
    examined = tokens[verb].lemma == "mettre" and any(tokens[c].text.lower() in {"examen", "cause"} for c in children(tokens, verb))
    return examined or tokens[verb].lemma.lower() in words(language, "polarity", "charging")


def denies(tokens: Tokens, verb: int, language: str) -> bool:
    """Whether a verb says that what it governs is not so: « nie », « dément », "denied"."""
    known, lemma = words(language, "polarity", "denying"), tokens[verb].lemma.lower()
    if lemma == "défendre" and any(tokens[i].text.lower() in {"se", "s'", "s’"} for i in children(tokens, verb)):
        return True  # « se défend d'avoir menti »
    return lemma in known or (lemma.endswith("e") and lemma == tokens[verb].text.lower() and f"{lemma}r" in known)  # « conteste »


def _told(tokens: Tokens, i: int, language: str, negated: Callable[[int], bool]) -> Bare | None:
    """« affirme n'avoir rien vu », « nie avoir signé », "denied taking bribes"."""
    governor = tokens[i].head
    denying = denies(tokens, governor, language)
    says = tokens[governor].lemma in words(language, "stance", "reporting", "verbs") or denying
    if not says or not related(tokens[i], "xcomp", "ccomp") or _finite(tokens, i) or not _infinite(tokens, i, language):
        return None
    perfect = _helpers(tokens, i) or tokens[i].lemma in {"avoir", "être"}
    if language == "fr" and not perfect and any(tokens[c].text.lower() in {"de", "d'", "à"} for c in children(tokens, i)):
        return None  # « promet de signer », « demande à signer » tell what is wanted
    if not perfect and tokens[governor].lemma in words(language, "polarity", "wanting"):
        return None  # « espère gagner », « compte supprimer »
    head = _had(tokens, i)
    own = negated(i) or (head != i and negated(head))
    return Bare(
        head, tuple(sorted({i, head, *_helpers(tokens, i), *_negations(tokens, i)})), governor, own != (denying and not negated(governor))
    )


def _had(tokens: Tokens, i: int) -> int:
    """The participle behind an « avoir » that parsers take for a verb of its own: « n'avoir rien promis », « avoir empoisonné »."""
    if tokens[i].lemma != "avoir" or tokens[i].pos != "VERB":
        return i
    behind = range(i + 1, min(len(tokens), i + 1 + _HAD))
    told = next((n for n in behind if tokens[n].has("VerbForm=Part") and tokens[n].has("Tense=Past")), None)
    if told is None and i + 1 < len(tokens) and tokens[i + 1].text.endswith("é"):  # which they may take for a noun
        return i + 1
    return i if told is None else told


def _accompanying(tokens: Tokens, i: int, language: str, negated: Callable[[int], bool]) -> Bare | None:
    """« sans dérailler », « avant de dérailler », "without stopping"."""
    governor = tokens[i].head
    marks = [c for c in children(tokens, i) if related(tokens[c], "mark", "case")]
    if tokens[governor].pos in {"ADP", "SCONJ"} and tokens[governor].head != governor:  # of an English gerund its preposition is the head
        marks, governor = [governor], tokens[governor].head
    text = next((tokens[c].text.lower() for c in marks if tokens[c].text.lower() in _ASIDE[language]), "")
    if not text or _finite(tokens, i) or not related(tokens[i], "advcl", "obl", "acl", "xcomp") or negated(governor):
        return None
    if not _infinite(tokens, i, language):
        return None
    return Bare(i, tuple(sorted({i, *marks, *_helpers(tokens, i)})), governor, text in {"sans", "without"})


def _joined(tokens: Tokens, i: int, language: str, negated: Callable[[int], bool]) -> Bare | None:
    """« a été fermé puis rouvert »: a participle that takes its helper from the one before."""
    governor = tokens[i].head
    joined = related(tokens[i], "conj") and any(tokens[c].text.lower() in _JOINING for c in children(tokens, i))
    helped = bool(_helpers(tokens, governor)) and tokens[governor].pos in {"VERB", "ADJ"}
    if not joined or not helped or _helpers(tokens, i) or child(tokens, i, "nsubj") is not None or not _participle(tokens, i, language):
        return None
    return Bare(i, (i,), governor, negated(governor) != any(tokens[c].text.lower() in {"pas", "non", "not"} for c in children(tokens, i)))


_ASIDE = {"fr": {"sans", "avant", "après"}, "en": {"without", "before", "after"}}


def _participle(tokens: Tokens, i: int, language: str) -> bool:
    """A past participle, which models may take for an adjective, under its verb's lemma all the same."""
    token = tokens[i]
    verbal = language == "fr" and token.pos == "ADJ" and token.lemma.endswith(("er", "ir", "re")) and token.lemma != token.text.lower()
    return verbal or (token.has("VerbForm=Part") and token.has("Tense=Past"))


def _infinite(tokens: Tokens, i: int, language: str) -> bool:
    gerund = language == "en" and tokens[i].has("VerbForm=Part") and not tokens[i].has("Tense=Past")
    return (
        tokens[i].has("VerbForm=Inf")
        or gerund
        or tokens[i].has("VerbForm=Ger")
        or any(tokens[c].has("VerbForm=Inf") for c in _helpers(tokens, i))
    )


def _finite(tokens: Tokens, i: int) -> bool:
    return any(tokens[c].has("VerbForm=Fin") for c in (i, *_helpers(tokens, i)))


def _helpers(tokens: Tokens, i: int) -> list[int]:
    return [c for c in children(tokens, i) if related(tokens[c], "aux", "cop")]


def _negations(tokens: Tokens, i: int) -> list[int]:
    return [c for c in children(tokens, i) if tokens[c].has("Polarity=Neg")]
