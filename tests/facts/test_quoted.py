"""One quotation is one person's: who credits it to another is pointed out."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Verdict


def misquoted(one: str, other: str) -> list[bool]:
    """Whether each row of sources that differ is unsure, in two articles of which no passages are linked."""
    pieces = (article(one, "a"), article(other, "b"))
    parses = {p.id: parse(p) for p in pieces}
    facts = tuple(f for p in pieces for f in extract(p, parses[p.id]))
    return [c.unsure for c in compare(pieces, parses, facts, ()) if c.verdict is Verdict.ATTRIBUTION]


SAID = '"Nous avons perdu tout ce que nous avions", a déclaré le gérant, Paul Morel.'


@pytest.mark.parametrize(
    "other",
    [
        "« Nous avons perdu tout ce que nous avions », soupire Anne Roux, la voisine.",
        "« C'est fini. Nous avons perdu tout ce que nous avions », raconte le pompier Luc Petit.",
        "“Nous avons perdu tout ce que nous avions et rien ne sera remboursé”, a lâché Anne Roux.",
    ],
)
def test_one_quotation_of_two_people_differs_surely(other: str) -> None:
    assert misquoted(SAID, other) == [False]


@pytest.mark.parametrize(
    "other",
    [
        "« Nous avons perdu tout ce que nous avions », soupire Paul Morel.",
        "« Nous avons perdu tout ce que nous avions », soupire le commerçant.",  # may be he
        "« Nous avons perdu la récolte de cette année », soupire Anne Roux.",
        "« Nous avons perdu », soupire Anne Roux.",  # may have been said by both
    ],
)
def test_other_words_and_nameless_speakers_do_not(other: str) -> None:
    assert not misquoted(SAID, other)
