"""What is told elsewhere is found by marks, and is what holding every two facts against each other finds."""

from __future__ import annotations

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.facts.elsewhere import Elsewhere
from recoupe.facts.judged import agrees
from recoupe.facts.sides import sides
from recoupe.linguistics import parse

STORY = (
    "Le maire Jean Le Gall et la ministre Anne Roux ont reçu mardi 12 salariés. Jean Le Gall a salué la Police judiciaire.",
    "M. Le Gall, Paul Morin et Anne Roux étaient là mardi 14 mai. La PJ, dit Anne Roux, a vu 12 salariés au nord de Lyon.",
    "Paul Roux et le maire ont vu 13 salariés mercredi au sud de Lyon. « Non », a dit Paul Roux. Le Gall est parti.",
)
NUMBERS = (
    "Environ 300 pompiers, 12 à 15 camions et plus de 40 élus sont venus. Le chantier a duré deux mois et coûté 3 millions d'euros.",
    "Quelque 300 pompiers, 13 camions et 41 élus sont venus. Le chantier a duré 60 jours, soit 3 % du temps, et coûté 3 000 000 euros.",
    "Des centaines de pompiers et entre 12 et 15 camions sont venus. Le loyer est de 1 000 euros par mois, ou 12 000 euros par an.",
    "297 pompiers, 15 camions et plus de 40 élus sont venus à 14 h 30. Il n'a rien coûté, et il aurait fermé le 3 juin à 14h30.",
)


@pytest.mark.parametrize("texts", [STORY, NUMBERS])
def test_what_is_told_elsewhere_is_what_any_fact_there_agrees_with(texts: tuple[str, ...]) -> None:
    pieces = [article(text, ident) for text, ident in zip(texts, "abcd", strict=False)]
    parses = {a.id: parse(a) for a in pieces}
    by_place = sides(pieces, parses, [f for a in pieces for f in extract(a, parses[a.id])])
    elsewhere = Elsewhere(by_place)
    every = [side for here in by_place.values() for side in here]
    found = {(side.fact.id, piece.id) for side in every for piece in pieces if elsewhere.confirms(piece.id, side)}
    assert found == {(one.fact.id, other.place.article) for one in every for other in every if agrees(one, other)}
