"""What is asked of an unsure difference in articles that hardly differ."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from recoupe.facts.judged import Match
from recoupe.facts.rarity import LEARNED, adjusted, rate, worthwhile
from recoupe.facts.scorer import threshold
from recoupe.facts.sides import Side
from recoupe.model import Fact, Place, Quantity, Role, Span, Verdict

SURE, UNSURE = 0.95, 0.5


def told(article: str, sentence: int, number: str) -> Side:
    value = Quantity(Decimal(number), Decimal(number))
    fact = Fact(f"{article}:{sentence}", "quantity", Place(article, sentence), Span(0, 7), "passager", value)
    none: frozenset[str] = frozenset()
    return Side(fact, "figure", frozenset({"passager"}), none, none, none, "", "", Role.BODY, 0, 1, 8, 1, speaks=False, enumerated=False)


def differing(sentence: int, likely: float) -> Match:
    return Match(told("a", sentence, "3"), told("b", sentence, "5"), Verdict.CONTRADICTION, "apart", likely, ())


def agreeing(sentence: int, other: str = "b") -> Match:
    return Match(told("a", sentence, "3"), told(other, sentence, "3"), Verdict.AGREEMENT, "equal", SURE, ())


def differences(groups: Sequence[Sequence[Match]]) -> list[float]:
    return [m.likely for group in groups for m in group if m.verdict is Verdict.CONTRADICTION]


def test_where_articles_agree_on_fifty_things_an_unsure_difference_is_none() -> None:
    agreed = [[agreeing(n)] for n in range(50)]
    assert differences(worthwhile([*agreed, [differing(60, UNSURE)]])) == []


def test_where_they_often_differ_it_is_told() -> None:
    sure = [[differing(n, SURE)] for n in range(10)]
    assert differences(worthwhile([*sure, [agreeing(20)], [differing(60, UNSURE)]])) == [*[SURE] * 10, UNSURE]


def test_what_is_sure_is_told_however_rare() -> None:
    agreed = [[agreeing(n)] for n in range(200)]
    assert differences(worthwhile([*agreed, [differing(300, SURE)]])) == [SURE]


def test_two_short_texts_say_nothing_of_how_rare_differences_are() -> None:
    assert differences(worthwhile([[agreeing(0)], [differing(1, UNSURE)]])) == [UNSURE]


def test_what_two_of_three_articles_agree_on_stays() -> None:
    agreed = [[agreeing(n)] for n in range(50)]
    (*_, left) = worthwhile([*agreed, [differing(60, UNSURE), agreeing(60, "c")]])
    assert [m.verdict for m in left] == [Verdict.AGREEMENT]


def test_the_share_counts_what_is_sure() -> None:
    groups = [[agreeing(0)], [agreeing(1)], [differing(2, SURE)]]
    assert rate(groups) == rate([*groups, [differing(3, UNSURE)]])
    assert rate([*groups, [differing(3, SURE)]]) > rate(groups)


@pytest.mark.parametrize("likely", [0.3, 0.6, 0.9])
def test_odds_come_down_with_the_share_and_never_go_up(likely: float) -> None:
    assert adjusted(likely, LEARNED) == pytest.approx(likely) == pytest.approx(adjusted(likely, 0.9))
    half = adjusted(likely, LEARNED / 2)
    assert half / (1 - half) == pytest.approx(likely / (1 - likely) / 2)


def test_the_examples_above_are_above_what_a_report_needs() -> None:
    assert threshold("figure") < UNSURE < SURE
