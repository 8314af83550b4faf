"""What is seen of an article before it is parsed: the places of figures, which the facts found later confirm."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract, sightings
from recoupe.linguistics import parse

TEXT = (
    "Un incendie s’est déclaré mardi vers 14 h 30. Il a fait 12 blessés, selon les pompiers. "
    "Les dégâts sont évalués à 3,5 millions d’euros. Près de 40 % du bâtiment a brûlé. Le feu a duré trois heures. "
    "Le gardien, âgé de 52 ans, a donné l’alerte le 14 mai 2024."
)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("mardi", "date"),
        ("14 h 30", "time"),
        ("12", "quantity"),
        ("3,5 millions d’euros", "money"),
        ("40 %", "percent"),
        ("52 ans", "quantity"),
        ("14 mai 2024", "date"),
    ],
)
def test_figures_dates_and_sums_are_seen_without_any_grammar(words: str, kind: str) -> None:
    piece = article(TEXT)
    assert [s.kind for s in sightings(piece) if words in piece.quote(s.span)] == [kind]


def test_what_is_seen_is_found_to_be_a_fact() -> None:
    piece = article(TEXT)
    facts = extract(piece, parse(piece))
    for seen in sightings(piece):
        assert any(f.kind == seen.kind and f.span.overlaps(seen.span) and f.place == seen.place for f in facts)


def test_a_model_an_address_and_a_telephone_are_no_sightings() -> None:
    assert not sightings(article("Le satellite Hélios-4 vole."))
    assert not sightings(article("Le modèle A320 est au 12, rue de Lyon : appelez le 01 23 45 67 89."))


def test_as_many_sentences_are_looked_at_as_asked_for() -> None:
    piece = article(TEXT)
    assert {s.place.sentence for s in sightings(piece, 2)} == {0, 1}


def test_english_is_read_as_english() -> None:
    piece = article("The fire broke out on Tuesday and cost $3.5 million.", language="en")
    assert [s.kind for s in sightings(piece)] == ["date", "money"]
