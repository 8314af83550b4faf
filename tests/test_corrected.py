"""A value that the user set right stays in the row it was seen in: what it is about was not doubted, only what it is worth."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from builders import article
from recoupe.analysis import analyse
from recoupe.model import Analysis, Article, Comparison, Corrected, Exactness, Fact, Period, Quantity, Value, Verdict

TEXTS = (
    "La mairie a versé 100 millions d’euros au nouvel hôpital de Dijon. Les travaux commenceront le 9 mars.",
    "Au nouvel hôpital de Dijon, la mairie a versé 100 millions d’euros. Les travaux commenceront le 9 mars, dit-elle.",
    "La mairie de Dijon a versé 100 millions d’euros au nouvel hôpital. Les travaux y commenceront le 9 mars.",
)


@pytest.fixture(scope="module")
def articles() -> Sequence[Article]:
    return [article(text, ident, published=date(2024, 2, 20)) for text, ident in zip(TEXTS, "abc", strict=True)]


@pytest.fixture(scope="module")
def read(articles: Sequence[Article]) -> Analysis:
    return analyse(articles)


def stated(read: Analysis, kind: str) -> tuple[Comparison, Fact]:
    """The row on which all articles agree, and what the first of them states there."""
    row = next(c for c in read.comparisons if c.kind == kind and len(c.facts) == 3)
    assert row.verdict is Verdict.AGREEMENT
    return row, next(f for f in read.facts if f.id == row.facts[0])


def sum_of(millions: int) -> Quantity:
    amount = Decimal(millions * 1_000_000)
    return Quantity(amount, amount, "EUR", Exactness.EXACT, amount)


def day(number: int) -> Period:
    start = datetime(2024, 3, number)
    return Period(start, start + timedelta(days=1), "day", Exactness.EXACT)


@pytest.mark.parametrize(
    ("kind", "value"), [("money", sum_of(120)), ("money", sum_of(900)), ("money", sum_of(90_000)), ("date", day(10)), ("date", day(30))]
)
def test_what_is_set_right_is_compared_with_what_it_was_compared_with(
    articles: Sequence[Article], read: Analysis, kind: str, value: Value
) -> None:
    row, fact = stated(read, kind)
    found = analyse(articles, (Corrected(fact.id, value),))
    now = next(c for c in found.comparisons if c.id == row.id)
    assert now.facts == row.facts
    assert now.verdict is Verdict.CONTRADICTION
    assert {(j.left, j.right) for j in now.judgements if j.verdict is Verdict.CONTRADICTION} == {
        (j.left, j.right) for j in row.judgements if fact.id in {j.left, j.right}
    }
    assert not now.unsure  # whoever sets a value right does not doubt what it is about
    assert [c.id for c in found.comparisons if set(c.facts) <= set(row.facts)] == [row.id]  # nor is it told in a second row
    assert next(f for f in found.facts if f.id == fact.id).value == value
    assert [e.members for e in found.events] == [e.members for e in read.events]


def test_what_is_set_right_to_what_the_others_say_agrees(articles: Sequence[Article]) -> None:
    other = replace(articles[0], text=articles[0].text.replace("100 millions", "300 millions"))
    told = [other, *articles[1:]]
    found = analyse(told)
    row = next(c for c in found.comparisons if c.kind == "money")
    assert row.verdict is Verdict.CONTRADICTION
    wrong = next(f for f in found.facts if f.id in row.facts and f.place.article == "a")
    mended = analyse(told, (Corrected(wrong.id, sum_of(100)),))
    assert [c.verdict for c in mended.comparisons if wrong.id in c.facts] == [Verdict.AGREEMENT]
