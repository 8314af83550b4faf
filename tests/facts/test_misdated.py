"""A day that is told with another year than everywhere else."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Verdict


def told_apart(**texts: str) -> list[list[str]]:
    """The dates of each row that differs, as written; no two passages are linked."""
    pieces = [article(text, ident) for ident, text in texts.items()]
    parses = {p.id: parse(p) for p in pieces}
    facts = {f.id: f for p in pieces for f in extract(p, parses[p.id])}
    by_id = {p.id: p for p in pieces}
    rows = compare(pieces, parses, list(facts.values()), ())
    differing = [r for r in rows if r.kind == "date" and r.verdict is Verdict.CONTRADICTION and not r.unsure]
    return [[by_id[facts[i].place.article].quote(facts[i].span) for i in r.facts] for r in differing]


FIRE = "L'incendie du 15 avril 2019 a détruit la halle. La foule est restée jusqu'au soir."


def test_a_year_that_no_other_passage_tells_is_a_slip() -> None:
    again = "Depuis l'incendie du 15 avril 2019, la halle est fermée."
    assert told_apart(a=f"{FIRE} {again}", b="Une souscription suivit l'incendie du 15 avril 2010.") == [["15 avril 2019", "15 avril 2010"]]


def test_an_article_may_contradict_itself() -> None:
    slip = "Une souscription fut ouverte après l'incendie du 15 avril 2009."
    assert told_apart(a=f"{FIRE} {slip}", b="L'incendie du 15 avril 2019 avait ému la ville.") == [
        ["15 avril 2019", "15 avril 2009", "15 avril 2019"]
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Une souscription suivit l'incendie du 16 avril 2010.",
        "L'inauguration du 15 avril 2010 reste dans les mémoires.",
        "La halle fut inaugurée le 15 avril 2010.",
        "Une souscription suivit l'incendie du 15 avril.",
    ],
)
def test_another_day_or_thing_is_no_slip(other: str) -> None:
    assert told_apart(a=f"{FIRE} Depuis l'incendie du 15 avril 2019, la halle est fermée.", b=other) == []


def test_of_two_years_told_once_each_neither_is_a_slip() -> None:
    assert told_apart(a=FIRE, b="Une souscription suivit l'incendie du 15 avril 2010.") == []


def test_what_is_held_every_year_is_of_several() -> None:
    both = "Le défilé du 14 juillet 2019 fut long. Après le défilé du 14 juillet 2019, il plut."
    assert told_apart(a=both, b="Le défilé du 14 juillet 2018 fut court.") == []
    both = "Le festival du 12 juin 2019 fut long. Après le festival du 12 juin 2019, il plut."
    assert told_apart(a=both, b="Le festival du 12 juin 2018 fut court.") == []
