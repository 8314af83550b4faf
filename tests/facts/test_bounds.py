"""What lies beyond the calendar or beyond counting is no fact, and no failure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import article
from recoupe.facts import extract
from recoupe.linguistics import parse
from recoupe.model import Fact


def facts(text: str, published: date | None = None) -> tuple[Fact, ...]:
    one = replace(article(text), published=published)
    return extract(one, parse(one))


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize(
    "said", ["lundi", "la veille", "hier", "il y a dix ans", "dans dix ans", "ce week-end", "en janvier", "en hiver", "la semaine dernière"]
)
def test_a_day_outside_the_calendar_is_no_fact(published: date, said: str) -> None:
    facts(f"L’usine a fermé {said}, et elle rouvrira demain.", published)


@pytest.mark.parametrize("number", ["9" * 38, "9" * 400, "99 999 999 999 999 999 999 999 999", "1e400"])
def test_a_number_beyond_counting_is_no_fact(number: str) -> None:
    found = facts(f"L’État a versé {number} euros et 12 millions d’euros à 300 familles.")
    assert {str(f.value.point) for f in found if f.kind == "money"} <= {"12000000", "1.2E+7"}
    assert any(f.kind == "quantity" for f in found)
