"""Whether a statement tells what is done or what is still to come: « a rendu son avis », « doit rendre son avis mardi »."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.facts.lexicon import words
from recoupe.facts.tree import Tokens, children, related
from recoupe.model import COMING

DONE = "done"


def outlook(tokens: Tokens, inside: Sequence[int], language: str) -> str:
    """`DONE` or `COMING` for the words of a clause's verb, in order; empty where its tense tells neither.

    What is decided, or announced as an intention, is to come. The present tells neither: « annule » in a title is done, in a timetable to
    come. No more does a conditional, nor the pluperfect, which tells what was done before all that,
    unless somebody tells of it: « a annoncé que l'avis avait été rendu ».
    """
    meant = words(language, "polarity", "minds") | words(language, "polarity", "deciding")
    if any(tokens[i].lemma.lower() in meant for i in inside[:-1]):
        return COMING
    finite = next((i for i in inside if tokens[i].pos in {"VERB", "AUX"} and tokens[i].has("VerbForm=Fin")), None)
    if finite is not None and _is_announced(tokens, finite, inside, language):
        return COMING
    if finite is None and _is_already(tokens, inside, language):
        return DONE
    if finite is None or tokens[finite].has("Mood=Cnd") or tokens[finite].has("Mood=Sub"):
        return ""
    behind = [i for i in inside if i > finite]
    infinitive = any(tokens[i].has("VerbForm=Inf") for i in behind)
    if _is_coming(tokens, finite, language, infinitive=infinitive):
        return COMING
    return DONE if not infinitive and _is_done(tokens, finite, behind, language) else ""


def _is_already(tokens: Tokens, inside: Sequence[int], language: str) -> bool:
    """Whether a participle alone tells what is done by now: « désormais classée », « déjà fermé », "now closed"."""
    if not inside or not tokens[inside[-1]].has("VerbForm=Part"):
        return False
    near = {inside[0] - 1, *children(tokens, inside[-1])} - {-1}
    return any(tokens[i].lemma.lower() in words(language, "polarity", "already") for i in near)


def _is_announced(tokens: Tokens, finite: int, inside: Sequence[int], language: str) -> bool:
    """Whether what somebody announced stands in the future of indirect speech: « a annoncé qu'il fermerait »; « qu'il fermait » may be
    what goes on.
    """
    over = {tokens[i].head for i in inside if related(tokens[i], "ccomp")} - set(inside)
    return tokens[finite].has("Mood=Cnd") and any(tokens[i].lemma.lower() in words(language, "polarity", "announcing") for i in over)


def _is_coming(tokens: Tokens, finite: int, language: str, *, infinitive: bool) -> bool:
    """Whether a verb is in the future, by its form or by its helper: « fermera », « va fermer », « doit fermer », "will close"."""
    looming = infinitive and tokens[finite].lemma.lower() in words(language, "polarity", "looming")
    return tokens[finite].has("Tense=Fut") or looming or (language == "en" and tokens[finite].text.lower() in {"will", "shall", "'ll"})


def _is_done(tokens: Tokens, finite: int, behind: Sequence[int], language: str) -> bool:
    """Whether a verb is in the simple past or the perfect: « ferma », « a fermé », "closed", "has closed"."""
    has = language == "en" and tokens[finite].lemma == "have"
    if tokens[finite].has("Tense=Past"):
        return not has
    helps = related(tokens[finite], "aux:tense") or (has and tokens[finite].pos == "AUX")
    now = tokens[finite].has("Tense=Pres") or (tokens[finite].has("Tense=Imp") and _is_told(tokens, [finite, *behind], language))
    return helps and now and any(tokens[i].has("VerbForm=Part") for i in behind)


def _is_told(tokens: Tokens, inside: Sequence[int], language: str) -> bool:
    """Whether a clause is what somebody announced or said."""
    over = {tokens[i].head for i in inside if related(tokens[i], "ccomp")} - set(inside)
    return any(tokens[i].lemma.lower() in words(language, "stance", "reporting", "verbs") for i in over)
