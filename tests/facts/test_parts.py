"""Counts that differ without a contradiction: one is out of date, or each is how far a count had come on its day."""

from __future__ import annotations

from builders import article
from recoupe.facts import compare, extract
from recoupe.facts.parts import differ_as_parts
from recoupe.facts.sides import Side, sides
from recoupe.linguistics import parse
from recoupe.model import Article, Event, Place, Verdict


def contradictions(one: str, other: str) -> list[bool]:
    """Whether each contradiction between two linked sentences is unsure."""
    articles = (article(one, "a"), article(other, "b"))
    parses = {a.id: parse(a) for a in articles}
    facts = [f for a in articles for f in extract(a, parses[a.id])]
    linked = Event("e", (Place("a", 0), Place("b", 0)), 0.9)
    return [c.unsure for c in compare(articles, parses, facts, [linked]) if c.verdict is Verdict.CONTRADICTION and c.kind == "quantity"]


def test_a_count_that_its_article_calls_out_of_date_contradicts_nothing() -> None:
    now = "Les explosions ont fait plus de 100 morts, selon le bilan du ministère de la Santé."
    assert contradictions(now, "Les explosions ont fait 78 morts, selon le bilan du ministère de la Santé.")
    assert not contradictions(now, "Un précédent bilan du ministère de la Santé faisait état de 78 morts.")


def test_how_far_a_count_had_come_on_another_day_contradicts_nothing() -> None:
    tuesday = "L'agence régionale de santé comptabilisait mardi 2.593 cas confirmés dans la région."
    assert contradictions(tuesday, tuesday.replace("2.593", "2.827"))
    assert not contradictions(tuesday, tuesday.replace("2.593", "2.827").replace("mardi", "mercredi"))


def test_a_part_that_the_other_article_counts_among_its_whole_contradicts_nothing() -> None:
    whole = article("Huit personnes, deux Suisses et six Français, ont été tuées.", "a")
    part = article("L'attaque a fait huit morts dont six Français.", "b")
    eight, _, ours = figures(whole)
    _, six = figures(part)
    assert differ_as_parts(eight, six, figures(whole), figures(part))
    assert not differ_as_parts(ours, six, figures(whole), figures(part))


def figures(told: Article) -> list[Side]:
    parses = {told.id: parse(told)}
    (inside,) = sides([told], parses, extract(told, parses[told.id])).values()
    return [s for s in inside if s.family == "figure"]
