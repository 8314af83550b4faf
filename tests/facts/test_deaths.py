"""Of what somebody died, told in two articles in passages that nothing links."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Verdict


def apart(one: str, other: str) -> list[bool]:
    """Whether each row of causes that differ is unsure, in two articles of which no passages are linked."""
    pieces = (article(one, "a"), article(other, "b"))
    parses = {p.id: parse(p) for p in pieces}
    facts = tuple(f for p in pieces for f in extract(p, parses[p.id]))
    return [c.unsure for c in compare(pieces, parses, facts, ()) if c.kind == "cause" and c.verdict is Verdict.CONTRADICTION]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Il a succombé à un coup de couteau.", "Le médecin légiste a conclu à une mort par strangulation."),
        ("Le pêcheur s'est noyé dans l'étang.", "Le pêcheur est décédé d'une crise cardiaque."),
        ("Le détenu s'est pendu dans sa cellule.", "Le détenu est mort d'un arrêt cardiaque."),
    ],
)
def test_two_causes_of_a_death_differ_with_reserve(one: str, other: str) -> None:
    assert apart(one, other) == [True]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Il est mort noyé dans l'étang.", "L'autopsie a conclu à une mort par noyade."),
        ("Le pêcheur s'est noyé dans l'étang.", "Le train est en retard à cause d'un orage."),
        ("Le pêcheur s'est noyé. Sa femme est morte d'une crise cardiaque.", "Le pêcheur est mort d'un infarctus."),  # two deaths
        ("Le pêcheur s'est noyé dans l'étang.", "Le pêcheur est mort par exemple trop tôt."),
    ],
)
def test_one_cause_and_causes_of_two_things_do_not(one: str, other: str) -> None:
    assert not apart(one, other)
