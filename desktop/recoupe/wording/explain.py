"""Says why two facts were judged as they were: both values as understood, the rule, and how sure the program is."""

from __future__ import annotations

from recoupe.model import Assertion, Certainty, Fact, Judgement, Name, Verdict
from recoupe.wording.book import entry, language_or_default, word
from recoupe.wording.quantities import share_text
from recoupe.wording.typography import quoted
from recoupe.wording.values import stated_text, value_text


def explain(judgement: Judgement, left: Fact, right: Fact, lang: str) -> str:
    """Two sentences on a verdict: what was understood on each side and by which rule they were judged, then how sure that is."""
    lang = language_or_default(lang)
    values = word("explain", "values", lang, left=_side(left, judgement, lang), right=_side(right, judgement, lang))
    return f"{_sentence(values)} {_sentence(reason_text(judgement, lang))} {confidence_text(judgement.confidence, lang)}"


def reason_text(judgement: Judgement, lang: str) -> str:
    """The rule behind a verdict; the verdict's own meaning where the code is unknown."""
    lang = language_or_default(lang)
    found = entry("reason", judgement.reason, lang)
    return found if found is not None else word("verdict_meaning", judgement.verdict.value, lang)


def confidence_text(confidence: float, lang: str) -> str:
    """How sure the program is, in words and as a share."""
    lang = language_or_default(lang)
    level = "high" if confidence >= 0.85 else "fair" if confidence >= 0.6 else "low"
    return word("explain", f"sure_{level}", lang, share=share_text(confidence, lang))


def _side(fact: Fact, judgement: Judgement, lang: str) -> str:
    """What was understood, with what the verdict turns on: the source for an attribution, the firmness for a certainty."""
    shown = stated_text(fact, lang) or quoted(value_text(fact.value, lang), lang)
    if judgement.reason == "contrary" and isinstance(fact.value, Assertion) and fact.value.holds:  # both are affirmed
        shown = quoted(fact.value.what.partition(" ")[0].replace("_", " "), lang)
    if isinstance(fact.value, Name):
        shown = quoted(shown, lang)
    if fact.kind in {"certainty", "attribution"}:
        return shown
    if judgement.verdict is Verdict.ATTRIBUTION:
        source = word("explain", "according", lang, source=fact.stance.source) if fact.stance.source else word("explain", "own_word", lang)
        return f"{shown} ({source})"
    if judgement.verdict is Verdict.CERTAINTY or fact.stance.certainty is Certainty.HEDGED:
        return f"{shown} ({word('certainty', fact.stance.certainty.value, lang)})"
    return shown


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
