"""What a clause tells that is neither stated nor denied: a condition and what hangs on it, a wish, what did not come to be."""

from __future__ import annotations

from recoupe.facts.bare import denies
from recoupe.facts.clauses import Clause, under_condition
from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, children, related, subtree

LACKING = {"sans", "without"}
SET_PHRASES = {
    *("doute", "cesse", "précédent", "surprise", "conteste", "suite", "équivoque", "ambiguïté", "détour", "relâche", "encombre"),
    *("appel", "délai", "doubt", "precedent", "surprise", "delay"),
}
_ASKING = {"demander", "savoir", "ignorer", "vérifier"}  # « aurait demandé si » sets no condition
_REACH = 7  # words from « si » to its verb
_OPENING = {"moins", "avant", "pour", "afin", "peur", "crainte", "condition", "attendant"}  # before « que » and a subjunctive
_NEAR_QUE = 3  # words from the beginning of a clause back to « que »


def unstated(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause states nothing: « si l'eau monte », « veulent qu'il parte », « avant que le mur ne cède », « tomberait si … »."""
    return (
        _supposed(tokens, clause, language)
        or _wished(tokens, clause, language)
        or _awaited(tokens, clause, language)
        or unreal(tokens, clause, language)
    )


def _supposed(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause is a condition: « si les objectifs sont atteints »."""
    conditions = words(language, "stance", "hedge", "condition")
    return any(related(tokens[i], "mark") and tokens[i].text.lower() in conditions for i in children(tokens, clause.top))


def _wished(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause says what somebody wants, asks or fears: « les familles veulent qu'une enquête soit ouverte »."""
    hangs = tokens[clause.finite].has("Mood=Sub") and related(tokens[clause.top], "ccomp")
    return hangs and not clause.negated and not clause.hedge and not denies(tokens, tokens[clause.top].head, language)


def _awaited(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause may never come true: « avant que le mur ne cède », « à moins que le texte ne soit retiré »."""
    if language == "en":
        return False
    first = min({*clause.group, *(subtree(tokens, clause.subject) if clause.subject is not None else ())})
    que = next((i for i in range(max(1, first - _NEAR_QUE), first) if tokens[i].text.lower() in {"que", "qu'", "qu’"}), None)
    return que is not None and tokens[que - 1].text.lower() in _OPENING


def unreal(tokens: Tokens, clause: Clause, language: str) -> bool:
    """Whether a clause tells what did not happen: « n'aurait pas pu être signé sans lui », « aurait tenu si l'eau n'avait pas monté ».

    A past conditional alone is hearsay; beside a condition, or something without which, it is neither stated nor denied. No more is a
    present conditional under a condition, « tomberait si le texte était rejeté », nor « aurait dû agir ».
    """
    group = [tokens[i] for i in clause.group]
    if tokens[clause.finite].has("Tense=Fut") and under_condition(tokens, clause.top, language):
        return True  # « si le tribunal confirme, 240 salariés perdront leur emploi »
    if language != "en" and tokens[clause.finite].has("Mood=Cnd"):
        owed = any(t.lemma.lower() == "devoir" and t.has("VerbForm=Part") for t in group)
        if owed or (clause.finite in {clause.head, clause.top} and under_condition(tokens, clause.top, language)):
            return True
    past = clause.finite != clause.head and tokens[clause.finite].pos == "AUX" and any(tokens[i].has("VerbForm=Part") for i in clause.group)
    if language == "en":
        past = past and {"have", "would"} <= {tokens[i].lemma.lower() for i in clause.group}
    elif not (past and tokens[clause.finite].has("Mood=Cnd")):
        return False
    return past and (under_condition(tokens, clause.top, language) or _lacks(tokens) or _supposes(tokens))


def _supposes(tokens: Tokens) -> bool:
    """Whether « si » and a past stand somewhere, wherever a parser hangs them: « si l'eau n'avait pas monté »."""
    for i, token in enumerate(tokens):
        asked = i > 0 and tokens[i - 1].lemma.lower() in _ASKING
        if token.text.lower() in {"si", "s'", "s’"} and token.pos == "SCONJ" and not asked:
            return any(t.has("Tense=Imp") for t in tokens[i + 1 : i + 1 + _REACH])
    return False


def _lacks(tokens: Tokens) -> bool:
    """Whether something is told without which: « sans ce prêt, »; not « sans dérailler », « sans doute »."""
    for i, token in enumerate(tokens[:-1]):
        if token.text.lower() in LACKING and token.head != i and tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
            return tokens[i + 1].text.lower() not in SET_PHRASES
    return False
