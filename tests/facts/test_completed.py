"""A row on a person's name holds every article that names him, whatever it tells of him."""

from __future__ import annotations

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Comparison, Verdict


def rows(*texts: str) -> list[Comparison]:
    """The rows of names that differ in articles of which no passages are linked."""
    articles = [article(text, name) for name, text in zip("abc", texts, strict=False)]
    parses = {a.id: parse(a) for a in articles}
    facts = tuple(f for a in articles for f in extract(a, parses[a.id]))
    found = [c for c in compare(articles, parses, facts, ()) if c.kind == "name"]
    articles_of = {f.id: f.place.article for f in facts}
    return [c for c in found if c.verdict is Verdict.CONTRADICTION and {articles_of[i] for i in c.facts} >= {"a", "c"}]


FIRST = "La pluie a cessé. Berkane Makhlouf a parlé."
LAST = "Le port attend. Selon la presse, Berkane Maklouf viendra."


def test_who_is_spelt_in_two_ways_is_shown_as_the_third_article_spells_him() -> None:
    second = "Coup de théâtre : Makhlouf rend son écharpe\n\nLe pont a rouvert mardi. La salle écoutait Berkane Makhlouf."
    (row,) = rows(FIRST, second, LAST)
    assert len(row.facts) == 3
    assert sorted(j.verdict.name for j in row.judgements) == ["AGREEMENT", "CONTRADICTION", "CONTRADICTION"]


def test_an_article_that_has_both_spellings_takes_no_side() -> None:
    second = "Le pont a rouvert mardi. La salle écoutait Berkane Makhlouf. Des amis de Berkane Maklouf applaudissaient."
    assert all(len(row.facts) == 2 for row in rows(FIRST, second, LAST))
