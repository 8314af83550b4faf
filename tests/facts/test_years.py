"""Of which year a day is that is told without one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Period


@pytest.mark.parametrize(
    ("published", "text", "meant"),
    [
        (date(2020, 8, 11), "Le gouvernement a annoncé la prolongation jusqu'au 30 octobre de l'interdiction.", date(2020, 10, 30)),
        (date(2020, 8, 11), "Le préfet a prolongé l'arrêté jusqu'au 30 octobre.", date(2020, 10, 30)),
        (date(2020, 8, 11), "La taxe a été relevée à compter du 3 décembre.", date(2020, 12, 3)),
        (date(2023, 11, 20), "Le ministre a repoussé la date limite d'ici au 10 mars.", date(2024, 3, 10)),
        (date(2020, 8, 11), "Les bassins étaient fermés jusqu'au 30 octobre.", date(2019, 10, 30)),
        (date(2020, 8, 11), "La villa a brûlé le 30 octobre.", date(2019, 10, 30)),
        (date(2020, 5, 12), "Le texte autorise à s'installer les conseils municipaux élus au premier tour le 15 mars.", date(2020, 3, 15)),
        (date(2024, 5, 14), "Le procès a été reporté au 9 septembre.", date(2024, 9, 9)),
        (date(2024, 5, 14), "L'audience est renvoyée au 12 novembre.", date(2024, 11, 12)),
        (date(2020, 5, 12), "Il compte ouvrir la salle le 15 mars.", date(2021, 3, 15)),
    ],
)
def test_a_day_without_a_year_is_of_the_year_that_is_meant(published: date, text: str, meant: date) -> None:
    """A tense tells where a day lies; what lasts until a day was said before it, whatever the tense."""
    one = replace(article(text), published=published)
    found = [f.value.start.date() for f in extract(one, parse(one)) if isinstance(f.value, Period)]
    assert found == [meant]
