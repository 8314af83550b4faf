"""What numbers, sums, shares, lengths, times and dates are worth, however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest
from values import facts, short

_HERE = Path(__file__).parent


def table(language: str) -> list[tuple[str, str, str, str]]:
    """Language, kind, expression and value of each line of a table."""
    rows, kind = [], ""
    for line in (_HERE / f"expressions_{language}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            expression, _, value = line.partition(" => ")
            rows.append((language, kind, expression, value))
    return rows


ROWS = [*table("fr"), *table("en")]


def test_the_table_is_long_enough_to_mean_something() -> None:
    """Every kind stands in both languages."""
    assert len(ROWS) >= 400
    assert {(language, kind) for language, kind, _, _ in ROWS} >= {
        (language, kind) for language in ("fr", "en") for kind in ("quantity", "money", "percent", "date", "time", "duration", "nothing")
    }


@pytest.mark.parametrize(("language", "kind", "expression", "value"), [r for r in ROWS if r[1] != "nothing"])
def test_an_expression_has_its_value(language: str, kind: str, expression: str, value: str) -> None:
    """« une dizaine », "about ten": the kind named finds the value told and none beside it."""
    found = [short(f.value) for f in facts(expression, language) if f.kind == kind]  # type: ignore[arg-type]
    assert found == value.split("; ")


@pytest.mark.parametrize(("language", "expression"), [(r[0], r[2]) for r in ROWS if r[1] == "nothing"])
def test_a_number_that_states_nothing_is_left_alone(language: str, expression: str) -> None:
    """Telephones, addresses, model names, list numbers and articles of law are no facts of a story."""
    assert facts(expression, language) == []
