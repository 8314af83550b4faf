"""Studies made by hand for the tests of table, outline and dialogs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from builders import article
from recoupe.model import (
    Analysis,
    Certainty,
    Comparison,
    Event,
    Fact,
    Judgement,
    Place,
    Project,
    Quantity,
    Span,
    Stance,
    Verdict,
    fact_id,
)

TEXTS = {
    "a": "Le séisme a fait 12 blessés. La mairie a ouvert 3 écoles. Il pleut à Dijon.",
    "b": "On compte 15 blessés. Près de 3 écoles sont ouvertes selon la mairie. La route est coupée.",
    "c": "Le bilan est de 12 blessés. Le train roule de nouveau.",
}
OUTLETS = {"a": "Le Matin", "b": "Le Soir", "c": "La Semaine"}

PLAIN = Stance()


def fact(project: Project, ident: str, words: str, number: int, *, stance: Stance = PLAIN, kind: str = "quantity") -> Fact:
    """The fact that those words of an article state."""
    text = project.article(ident).text
    start = text.index(words)
    span = Span(start, start + len(words))
    sentence = next(n for n, s in enumerate(project.article(ident).sentences) if s.span.contains(span))
    value = Quantity(Decimal(number), Decimal(number), point=Decimal(number))
    return Fact(fact_id(ident, span, kind), kind, Place(ident, sentence), span, words.rsplit(maxsplit=1)[-1].rstrip("s"), value, stance)


def study() -> Project:
    """Three articles: two that contradict the third on the injured, two that tell of schools, one each on something of its own."""
    project = Project("Séisme", tuple(replace(article(text, ident), outlet=OUTLETS[ident]) for ident, text in TEXTS.items()))
    injured = (("a", "12 blessés", 12), ("b", "15 blessés", 15), ("c", "12 blessés", 12))
    hurt = [fact(project, ident, words, number) for ident, words, number in injured]
    schools = [
        fact(project, "a", "3 écoles", 3),
        fact(project, "b", "Près de 3 écoles", 3, stance=Stance(Certainty.HEDGED, "la mairie")),
    ]
    a, b, c = (f.id for f in hurt)
    events = (
        Event("e1", tuple(f.place for f in hurt), 0.9),
        Event("e2", tuple(f.place for f in schools), 0.7),
    )
    comparisons = (
        Comparison("schools", "e2", "quantity", "écoles", tuple(f.id for f in schools), (_judged(schools, Verdict.PRECISION),)),
        Comparison(
            "hurt",
            "e1",
            "quantity",
            "blessés",
            (a, b, c),
            (
                Judgement(a, b, Verdict.CONTRADICTION, "apart", 0.8),
                Judgement(a, c, Verdict.AGREEMENT, "equal", 0.9),
                Judgement(b, c, Verdict.CONTRADICTION, "apart", 0.95),
            ),
        ),
    )
    return replace(project, analysis=Analysis((*hurt, *schools), events, comparisons))


def _judged(facts: list[Fact], verdict: Verdict) -> Judgement:
    return Judgement(facts[0].id, facts[1].id, verdict, "rounding", 0.6)
