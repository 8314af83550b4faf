"""Groups that report one finding become one, however many a fact stands in."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import pytest

from recoupe.facts import grouping
from recoupe.facts.grouping import gathered, merged
from recoupe.facts.judged import Match, ruling
from recoupe.facts.kind import Ruling
from recoupe.facts.sides import Side
from recoupe.model import Fact, Place, Quantity, Role, Span

DEAD = frozenset({"mort"})


def told(article: str, sentence: int, dead: str, about: frozenset[str] = DEAD, verb: str = "") -> Side:
    """So many dead, in some sentence of some article."""
    number = Decimal(dead)
    fact = Fact(f"{article}:{sentence}", "quantity", Place(article, sentence), Span(0, 7), " ".join(about), Quantity(number, number))
    none: frozenset[str] = frozenset()
    return Side(fact, "figure", about, none, none, none, verb, "", Role.BODY, 0, 1, 8, 1, speaks=False, enumerated=False)


def match(left: Side, right: Side, likely: float = 0.9) -> Match:
    return Match(left, right, *ruling(left, right), likely, ())


def judge(left: Side, right: Side) -> Iterable[Match]:
    return [match(left, right, 0.1)]


def facts(group: Iterable[Match]) -> set[str]:
    return {s.fact.id for m in group for s in (m.left, m.right)}


def test_no_row_takes_in_two_counts_of_one_article() -> None:
    """Seven dead and thirty injured in one paper are two things: what could be either in the other paper is the likelier one."""
    dead, hurt = told("a", 1, "7"), told("a", 2, "30")
    count = told("b", 1, "31")
    groups = gathered([match(hurt, count, 0.9), match(dead, count, 0.6)])
    assert [facts(g) for g in groups] == [{"a:2", "b:1"}]


def test_a_paper_that_words_two_counts_as_one_thing_contradicts_itself() -> None:
    """Its title says that six were held, its text that seven were: both are held against the other paper's six."""
    title, text, other = (told(a, n, held, verb="retenir") for a, n, held in (("a", 0, "6"), ("a", 3, "7"), ("b", 1, "6")))
    (row,) = gathered([match(title, other, 0.9), match(text, other, 0.6)])
    assert facts(row) == {"a:0", "a:3", "b:1"}


def test_what_two_counts_of_a_third_article_keep_apart_stands_by_itself() -> None:
    """One paper tells an early and a late toll: the two others, which have no other answer to each other, differ all the same."""
    early, late = told("c", 1, "9"), told("c", 2, "7")
    seven, twelve = told("a", 1, "7"), told("b", 1, "12")
    groups = gathered([match(seven, late, 0.9), match(twelve, early, 0.9), match(seven, twelve, 0.6)])
    assert sorted(map(sorted, map(facts, groups))) == [["a:1", "b:1"], ["a:1", "c:2"], ["b:1", "c:1"]]


def test_an_equal_count_of_another_noun_comes_after_a_likelier_one_of_the_same() -> None:
    """« Une trentaine d'enquêteurs » differs from « vingt enquêteurs », and is not the « trentaine de visiteurs » beside them."""
    seeking, visiting = frozenset({"enquêteur"}), frozenset({"visiteur"})
    twenty, thirty = told("a", 1, "20", seeking), told("b", 1, "30", seeking)
    guests = told("a", 2, "30", visiting)
    groups = gathered([match(twenty, thirty, 0.9), match(guests, thirty, 0.7)])
    assert [facts(g) for g in groups] == [{"a:1", "b:1"}]


def test_two_groups_that_share_a_fact_and_tell_the_same_values_are_one() -> None:
    """What was not held against each other yet is judged, as surely as the less sure of the two."""
    a, b, c = told("a", 1, "3"), told("b", 1, "5"), told("c", 1, "5")
    (one,) = merged([[match(a, b)], [match(a, c, 0.8)]], judge)
    assert facts(one) == {"a:1", "b:1", "c:1"}
    assert {(m.left.fact.id, m.right.fact.id): m.likely for m in one} == {("a:1", "b:1"): 0.9, ("a:1", "c:1"): 0.8, ("b:1", "c:1"): 0.8}


def test_a_value_more_keeps_two_groups_apart() -> None:
    """Three against five dead and three against nine are two findings."""
    a, b, c = told("a", 1, "3"), told("b", 1, "5"), told("c", 1, "9")
    assert len(merged([[match(a, b)], [match(a, c)]], judge)) == 2


def test_groups_without_a_common_fact_are_one_where_each_article_tells_the_same_of_the_same() -> None:
    """Told twice in both articles, it is one finding; not where nothing says what is counted."""
    nothing: frozenset[str] = frozenset()
    for about, findings in ((DEAD, 1), (nothing, 2)):
        twice = [[match(told("a", n, "3", about), told("b", n, "5", about))] for n in (1, 2)]
        assert len(merged(twice, judge)) == findings
    swapped = [[match(told("a", 1, "3"), told("b", 1, "5"))], [match(told("a", 2, "5"), told("b", 2, "3"))]]
    assert len(merged(swapped, judge)) == 2


def test_a_group_that_grew_is_found_by_what_it_tells_now() -> None:
    """A third article joined: what repeats all three belongs to it, what repeats the first two alone does not."""
    a, b, c = told("a", 1, "3"), told("b", 1, "5"), told("c", 1, "5")
    again = [match(told("a", 2, "3"), told("b", 2, "5"))]
    assert len(merged([[match(a, b)], [match(a, c)], again], judge)) == 2
    assert len(merged([[match(a, b)], again, [match(a, c)]], judge)) == 1


def test_a_fact_in_very_many_groups_is_held_against_values_not_against_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty values told forty times each: every two are judged but once."""
    asked: list[tuple[str, str]] = []

    def counted(left: Side, right: Side) -> Ruling:
        asked.append((left.fact.id, right.fact.id))
        return ruling(left, right)

    monkeypatch.setattr(grouping, "ruling", counted)
    a = told("a", 1, "3")
    groups = [[match(a, told("b", 100 * n + value, str(1000 + 17 * value)))] for n in range(40) for value in range(40)]
    assert len(merged(groups, judge)) == 40
    assert len(asked) <= 41 * 41
