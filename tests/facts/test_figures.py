"""Numbers in words are read as they are spelled, whatever the number."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_to_num import text2num

from recoupe.facts.amounts import amounts
from recoupe.facts.figures import Speller, cut

_SMALL = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf"
_ONES = _SMALL.split()
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante"}


def french(number: int) -> str:
    """The number in French words, by the spelling rules before 1990 (« vingt et un », « deux cents », « deux cent un »)."""
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _below_hundred(number)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{_ONES[hundreds]} cent{'s' if not rest else ''}"
        return head if not rest else f"{head} {french(rest)}"
    if number < 1_000_000:
        thousands, rest = divmod(number, 1000)
        head = (
            "mille"
            if thousands == 1
            else f"{french(thousands).removesuffix('s') if thousands % 100 == 0 or thousands == 80 else french(thousands)} mille"
        )
        return head if not rest else f"{head} {french(rest)}"
    millions, rest = divmod(number, 1_000_000)
    head = f"{french(millions)} million{'s' if millions > 1 else ''}"
    return head if not rest else f"{head} {french(rest)}"


def _below_hundred(number: int) -> str:
    ten, one = divmod(number, 10)
    if number < 70:
        link = {0: "", 1: " et un"}.get(one, f"-{_ONES[one]}")
        return _TENS[ten] + link
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_ONES[number - 60]}"
    return "quatre-vingts" if number == 80 else f"quatre-vingt-{_ONES[number - 80]}"


def read(words: str, language: str) -> Decimal | None:
    """The number that the whole of the words spell; None where they are not read as one."""
    cuts = cut(words, language)
    figure = Speller(cuts, language).figure(0)
    return figure.value if figure is not None and figure.past == len(cuts) else None


@settings(max_examples=300, deadline=None)
@given(st.integers(min_value=1, max_value=999_999_999).filter(lambda n: n < 10**6 or n % 10**6 != 1))  # a lone « un » there is an article
def test_every_number_is_read_as_it_is_spelled(number: int) -> None:
    """And an independent reader, text2num, agrees with what the words mean."""
    words = french(number)
    assert text2num(words, "fr") == number
    assert read(words, "fr") == number


@settings(max_examples=100, deadline=None)
@given(st.integers(min_value=0, max_value=10**12), st.sampled_from(["\u202f", "\u00a0", " ", "."]))
def test_every_way_of_grouping_thousands_is_one_number(number: int, gap: str) -> None:
    """Narrow no-break, no-break and plain spaces, and the dot."""
    assert read(f"{number:,}".replace(",", gap), "fr") == number


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["fr", "en"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    """Nothing that stands in a page makes the reader fail, and every amount lies in the text, in order."""
    found = amounts(text, language)
    assert all(0 <= a.start < a.end <= len(text) for a in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two hundred and five", 205),
        ("one thousand two hundred", 1200),
        ("ninety-nine", 99),
        ("three million two hundred thousand", 3_200_000),
        ("a hundred", 100),
    ],
)
def test_english_numbers_are_read(words: str, value: int) -> None:
    """With and without "and"."""
    assert read(words, "en") == value
