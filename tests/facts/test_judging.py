"""When two values agree, refine or contradict each other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from values import facts

from recoupe.facts.judging import judge_periods, judge_quantities
from recoupe.model import Period, Quantity, Verdict

TABLE = Path(__file__).parent / "expressions_fr.txt"
AGREE, REFINE, CONTRADICT = Verdict.AGREEMENT, Verdict.PRECISION, Verdict.CONTRADICTION

NUMBERS = [
    # the same number, however written
    ("dix mille passagers", "10.000 passagers", AGREE, "equal"),
    ("2,5 M€", "2,5 millions d'euros", AGREE, "equal"),
    ("deux millions et demi d'euros", "2 500 000 euros", AGREE, "equal"),
    ("2,3 tonnes", "2 300 kilogrammes", AGREE, "equal"),
    ("48 heures", "deux jours", AGREE, "equal"),
    ("un an", "douze mois", AGREE, "equal"),
    ("onze semaines", "77 jours", AGREE, "equal"),
    ("un mois", "trente jours", AGREE, "equal"),
    ("un mois", "28 jours", AGREE, "equal"),
    ("deux mois", "huit semaines", AGREE, "equal"),
    ("un mois", "quatre semaines", AGREE, "equal"),
    ("12 nœuds", "22 km/h", AGREE, "equal"),
    ("10 % des passagers", "un passager sur dix", AGREE, "equal"),
    ("33 % des passagers", "un tiers des passagers", AGREE, "equal"),
    ("150 mètres", "0,15 kilomètre", AGREE, "equal"),
    ("1 200 euros par mois", "14 400 euros par an", AGREE, "equal"),
    ("12 euros", "12 euros par mois", AGREE, "equal"),
    ("33 degrés", "33 °C", AGREE, "equal"),
    ("3 sur 5", "3 personnes", AGREE, "equal"),
    ("jusqu'à 112 km/h", "112 km/h", AGREE, "equal"),
    # roundings that round alike
    ("environ 350 passagers", "près de 350 passagers", AGREE, "same_rounding"),
    ("une centaine de passagers", "environ 100 passagers", AGREE, "equal"),
    ("quelque 6 000 passagers", "près de 6 000 passagers", AGREE, "same_rounding"),
    ("une trentaine de passagers", "une trentaine de personnes", AGREE, "equal"),
    # one is the other, more finely
    ("297 passagers", "près de 300 passagers", REFINE, "rounding"),
    ("28 passagers", "une trentaine de passagers", REFINE, "rounding"),
    ("112 passagers", "une centaine de passagers", REFINE, "rounding"),
    ("1,24 milliard d'euros", "1,2 milliard d'euros", REFINE, "rounding"),
    ("178,4 km", "178 km", REFINE, "rounding"),
    ("87 400 passagers", "87 000 passagers", REFINE, "rounding"),
    ("2 614 000 passagers", "2,6 millions de passagers", REFINE, "rounding"),
    ("1 128 passagers", "plus de 1 100 passagers", REFINE, "bound"),
    ("300 000 passagers", "plus de 300 000 passagers", REFINE, "bound"),
    ("0,8 %", "moins de 1 %", REFINE, "bound"),
    ("six mois", "au moins six mois", REFINE, "bound"),
    ("cinq semaines", "un mois", REFINE, "rounding"),
    ("trois semaines", "un mois", CONTRADICT, "apart"),
    ("quatre à six semaines", "six semaines", REFINE, "within"),
    ("entre 30 et 40 millions d'euros", "35 millions d'euros", REFINE, "within"),
    ("de 10 à 15 %", "de 12 à 18 %", REFINE, "overlap"),
    ("10 000 passagers", "des milliers de passagers", REFINE, "vague"),
    ("17 passagers", "une quinzaine de passagers", REFINE, "rounding"),
    ("plusieurs milliers de passagers", "des milliers de passagers", AGREE, "same_rounding"),
    ("des dizaines de passagers", "des milliers de passagers", CONTRADICT, "apart"),
    ("600 mètres", "plusieurs centaines de mètres", REFINE, "vague"),
    ("un septuagénaire", "âgé de 72 ans", REFINE, "within"),
    ("125 feet", "38 m", AGREE, "equal"),
    ("30 feet", "9,2 m", AGREE, "equal"),
    ("50 nœuds", "90 km/h", AGREE, "equal"),
    ("50 nœuds", "80 km/h", CONTRADICT, "apart"),
    ("18 nœuds", "19 nœuds", CONTRADICT, "apart"),
    ("18 nœuds", "18 nœuds", AGREE, "equal"),
    # both cannot be true
    ("12 blessés", "17 blessés", CONTRADICT, "apart"),
    ("10 000 passagers", "10 400 passagers", CONTRADICT, "apart"),
    ("2 100 euros", "2 050 euros", CONTRADICT, "apart"),
    ("0,4 milliard d'euros", "350 millions d'euros", CONTRADICT, "apart"),
    ("7,8 %", "7,7 %", CONTRADICT, "apart"),
    ("430 passagers", "une centaine de passagers", CONTRADICT, "apart"),
    ("une vingtaine de passagers", "une trentaine de passagers", CONTRADICT, "apart"),
    ("plus de 300 passagers", "250 passagers", CONTRADICT, "apart"),
    ("plus de 300 passagers", "moins de 300 passagers", CONTRADICT, "apart"),
    ("plus de 20 000 passagers", "plus de 1 000 passagers", CONTRADICT, "apart"),
    ("plus de 1 000 passagers", "2 100 passagers", CONTRADICT, "apart"),
    ("quarante minutes", "plus d'une heure", CONTRADICT, "apart"),
    ("environ 3 millions d'euros", "4,2 millions d'euros", CONTRADICT, "apart"),
    ("entre 30 et 40 millions d'euros", "55 millions d'euros", CONTRADICT, "apart"),
    ("2 milliards de dollars", "2 milliards d'euros", CONTRADICT, "other_unit"),
    ("aucun blessé", "un blessé", CONTRADICT, "apart"),
    ("la 5e étape", "la sixième étape", CONTRADICT, "apart"),
]

TIMES = [
    ("à 14 h 30", "à quatorze heures trente", AGREE),
    ("à 21 h 47, heure locale", "à 2 h 47, heure de Paris", AGREE),
    ("peu avant 22 heures", "à 21 h 40", REFINE),
    ("vers 22 heures", "à 22 h 10", REFINE),
    ("en fin de matinée", "à 11 h 40", REFINE),
    ("peu après minuit", "à 0 h 10", REFINE),
    ("à 5 h 30", "à 6 heures", CONTRADICT),
    ("vers 11 h 15", "à 10 h 34", CONTRADICT),
    ("vers 22 heures", "vers 23 heures", CONTRADICT),
    ("de 20 heures à 6 heures", "de 20 h à 6 h", AGREE),
    ("de 20 heures à 6 heures", "de 21 heures à 6 heures", CONTRADICT),
    ("de 20 heures à 6 heures", "à 22 heures", REFINE),
    ("de 20 heures à 6 heures", "dès 19 heures", CONTRADICT),
    ("entre 14 h et 16 h", "à 15 heures", REFINE),
    ("en fin de matinée", "peu après 13 h", CONTRADICT),
]

DATES = [
    ("mardi", "le 14 mai", AGREE, "equal"),
    ("hier", "lundi 13 mai", AGREE, "equal"),
    ("lundi matin", "lundi", AGREE, "within"),
    ("dans la nuit du 5 au 6 avril", "le 5 avril", AGREE, "within"),
    ("dans la nuit du 5 au 6 avril", "le 6 avril", AGREE, "within"),
    ("dans la nuit du 5 au 6 avril", "le 7 avril", CONTRADICT, "apart"),
    ("entre 2019 et 2022", "de 2019 à 2022", AGREE, "equal"),
    ("d'ici à fin 2027", "d'ici la fin 2027", AGREE, "equal"),
    ("en mars 2024", "le 12 mars 2024", REFINE, "finer"),
    ("au printemps 2024", "en avril 2024", REFINE, "finer"),
    ("à la mi-juin", "le 18 juin", REFINE, "finer"),
    ("il y a deux ans", "en mars 2022", REFINE, "finer"),
    ("avant Noël 2024", "avant le 31 décembre 2024", REFINE, "bound"),
    ("avant la fin 2024", "le 12 novembre 2024", REFINE, "bound"),
    ("mardi", "lundi", CONTRADICT, "other_day"),
    ("en 2027", "en 2028", CONTRADICT, "apart"),
    ("en 2027", "pas avant 2028", CONTRADICT, "apart"),
    ("d'ici à fin 2027", "d'ici à fin 2028", CONTRADICT, "apart"),
    ("entre 2018 et 2022", "entre 2019 et 2022", CONTRADICT, "apart"),
    ("du 3 au 5 juillet 2026", "du 10 au 12 juillet 2026", CONTRADICT, "apart"),
    ("à la mi-décembre 2024", "en janvier 2025", CONTRADICT, "apart"),
    ("à la mi-2027", "fin 2027", CONTRADICT, "apart"),
    ("à la mi-avril", "début avril", CONTRADICT, "apart"),
]


def quantity(words: str, kinds: frozenset[str] = frozenset({"quantity", "money", "percent", "duration"})) -> Quantity:
    """The one quantity that the words tell."""
    language = "en" if words.endswith("feet") else "fr"
    (found,) = (f for f in facts(words, language) if f.kind in kinds)
    assert isinstance(found.value, Quantity)
    return found.value


def period(words: str, anchor: date | None = date(2024, 5, 14)) -> Period:
    """The one date that the words tell."""
    (found,) = (f for f in facts(words, anchor=anchor) if f.kind == "date")
    assert isinstance(found.value, Period)
    return found.value


@pytest.mark.parametrize(("left", "right", "verdict", "reason"), NUMBERS)
def test_numbers_are_judged_as_intervals(left: str, right: str, verdict: Verdict, reason: str) -> None:
    """The verdict is the same from either side."""
    assert judge_quantities(quantity(left), quantity(right)) == (verdict, reason)
    assert judge_quantities(quantity(right), quantity(left)) == (verdict, reason)


@pytest.mark.parametrize(("left", "right", "verdict"), TIMES)
def test_times_of_the_day_are_judged_on_the_clock(left: str, right: str, verdict: Verdict) -> None:
    """Around midnight and between zones too."""
    one, other = (quantity(words, frozenset({"time"})) for words in (left, right))
    assert judge_quantities(one, other)[0] is verdict
    assert judge_quantities(other, one)[0] is verdict


@pytest.mark.parametrize(("left", "right", "verdict", "reason"), DATES)
def test_dates_are_judged_as_periods(left: str, right: str, verdict: Verdict, reason: str) -> None:
    """A coarser date that holds the finer one is no conflict."""
    assert judge_periods(period(left), period(right)) == (verdict, reason)
    assert judge_periods(period(right), period(left)) == (verdict, reason)


def test_a_verdict_never_depends_on_the_side() -> None:
    """Every date of the table against every other, with and without a publication date; every number against every other."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if " => " in line]
    found = [f.value for anchor in (date(2024, 5, 14), None) for line in lines for f in facts(line.partition(" => ")[0], anchor=anchor)]
    periods = [v for v in found if isinstance(v, Period)]
    numbers = [v for v in found if isinstance(v, Quantity)][: len(lines)]
    for left, right in combinations(periods, 2):
        assert judge_periods(left, right)[0] is judge_periods(right, left)[0]
    for left, right in combinations(numbers, 2):
        if left.unit == right.unit:
            assert judge_quantities(left, right)[0] is judge_quantities(right, left)[0]


def test_without_a_publication_date_day_and_month_are_still_compared() -> None:
    """« le 14 mai » of an undated article agrees with « le 14 mai 2024 » and not with the 15th."""
    undated = period("le 14 mai", anchor=None)
    assert not undated.anchored
    assert judge_periods(undated, period("le 14 mai 2024"))[0] is AGREE
    assert judge_periods(period("le 15 mai 2024"), undated)[0] is CONTRADICT


def test_a_leap_day_of_an_undated_article_can_be_set_against_any_year() -> None:
    """29 February has no place in a common year; the day before stands in for it."""
    undated = period("le 28 février", anchor=None)
    assert judge_periods(undated, period("le 28 février 2023"))[0] is AGREE


@pytest.mark.parametrize("bound", ["pas avant le 3 mai", "à partir du 3 mai", "d'ici au 3 mai", "avant le 3 mai"])
def test_an_open_end_of_an_undated_article_is_open_in_any_year(bound: str) -> None:
    undated = period(bound, None)
    assert not undated.anchored
    for fixed in ("le 12 mai 2024", "pas avant le 3 mai 2024", "avant le 2 mai 2024", "en 2031"):
        assert judge_periods(undated, period(fixed))[0] is judge_periods(period(fixed), undated)[0]


def test_a_number_keeps_how_finely_it_was_written() -> None:
    """« 1,2 million » is good to a hundred thousand, « 1 200 000 » to one."""
    assert quantity("1,2 million de passagers").point == Decimal("1.2E+6")
    assert quantity("1,2 million de passagers").point.as_tuple().exponent == 5  # type: ignore[union-attr]
    assert quantity("1 200 000 passagers").point.as_tuple().exponent == 0  # type: ignore[union-attr]
