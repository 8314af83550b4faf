"""Counts of one rare thing are held against each other wherever they stand."""

from builders import article
from recoupe.facts import compare, extract
from recoupe.linguistics import parse
from recoupe.model import Comparison, Verdict

DEMAND = "La pétition lancée par Greenpeace et ses 45 000 signataires réclame la fermeture immédiate de la centrale."
CRITICS = "Le préfet a moqué les 12 000 signataires de la pétition de Greenpeace, qui réclame la fermeture de la centrale."


def compared(one: str, other: str) -> tuple[Comparison, ...]:
    """What two articles without any event in common are found to say of the same thing."""
    articles = (article(one, "a"), article(other, "b"))
    parses = {a.id: parse(a) for a in articles}
    facts = [f for a in articles for f in extract(a, parses[a.id])]
    return compare(articles, parses, facts, ())


def test_two_counts_of_one_rare_noun_in_one_setting_are_compared() -> None:
    (row,) = compared(DEMAND, CRITICS)
    assert row.verdict is Verdict.CONTRADICTION
    assert row.event == ""


def test_a_noun_that_is_counted_everywhere_is_not() -> None:
    everywhere = " ".join(f"Le maire a reçu {n} signataires." for n in (140, 150, 160))
    assert not compared(f"{DEMAND} {everywhere}", CRITICS)


def test_a_toll_is_compared_wherever_it_is_told() -> None:
    title = "Incendie au port : deux marins blessés"
    (row,) = compared(title, "Trois marins ont été blessés, selon la préfecture. Le port reste fermé.")
    assert (row.verdict, row.about) == (Verdict.CONTRADICTION, "marins")
    assert not compared(title, "Trois marins ont été blessés à Brest. En 2019, quatre marins avaient été blessés."), (
        "two tolls are of two days"
    )
    assert not compared(title, "Trois marins sont venus.")
    assert not compared(title, "Trois marins ont été légèrement blessés.")


def test_small_counts_are_often_parts_of_each_other() -> None:
    assert not compared(DEMAND.replace("45 000", "45"), CRITICS.replace("12 000", "12"))


def test_sentences_that_share_only_the_noun_speak_of_other_things() -> None:
    assert not compared(DEMAND, "À Lyon, un appel pour les vélos a réuni 12 000 signataires.")


def test_the_age_of_the_one_who_died_is_one_wherever_it_is_told() -> None:
    """Nothing else links the two sentences; where an article tells two such ages, nobody knows whose is meant."""
    one = "La victime, âgée de 27 ans, est passée par-dessus bord."
    other = "Dans le choc, une jeune femme âgée de 20 ans est décédée."
    (found,) = [c for c in compared(one, other) if c.verdict is Verdict.CONTRADICTION]
    assert found.unsure
    assert not [c for c in compared(one + " Un homme de 61 ans est mort aussi.", other) if c.verdict is Verdict.CONTRADICTION]
