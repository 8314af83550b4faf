"""A project as plain JSON, and back."""

import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import studies
from recoupe.model import Analysis, Exactness, Fact, Period, Project, Quantity, Span, Value
from recoupe.model.plain import Unfit, from_plain, to_plain
from recoupe.project.codec import Study, decode, encode
from recoupe.project.upgrade import FORMAT, Newer


def back(project):
    return decode(encode(Study(project))).project


def spoilt(**changes):
    data = json.loads(encode(Study(studies.study())))
    data.update(changes)
    return json.dumps(data).encode()


def test_a_study_with_one_of_everything_comes_back_the_same():
    assert back(studies.study()) == studies.study()


def test_an_empty_study_comes_back_the_same():
    assert back(Project()) == Project()


def test_the_same_study_always_gives_the_same_bytes():
    assert encode(Study(studies.study())) == encode(Study(back(studies.study())))


def test_what_holds_its_default_is_left_out():
    assert to_plain(Quantity(Decimal(3), Decimal(3))) == {"low": "3", "high": "3"}


def test_spans_and_places_are_pairs():
    plain = to_plain(studies.facts()["a_count"])
    assert (plain["span"], plain["place"]) == ([14, 27], ["a", 1])
    assert plain["value"] == {"is": "Quantity", "low": "1200", "high": "1200"}


numbers = st.one_of(st.none(), st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
quantities = st.builds(Quantity, numbers, numbers, st.sampled_from(["", "EUR", "%", "d"]), st.sampled_from(Exactness), numbers)
moments = st.datetimes(datetime(1, 1, 1), datetime(9999, 12, 31)).map(lambda m: m.replace(fold=0))  # times here have no zone
periods = st.builds(Period, moments, moments, st.sampled_from(["day", "minute", "decade"]), st.sampled_from(Exactness), st.booleans())


@settings(max_examples=150, deadline=None)
@given(st.one_of(quantities, periods))
def test_values_come_back_exactly_decimals_to_the_last_digit(value):
    again = from_plain(Value, json.loads(json.dumps(to_plain(value, tagged=True))))
    assert again == value
    assert repr(again) == repr(value)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.dates())
def test_any_text_comes_back_exactly_lone_surrogates_too(text, published):
    article = replace(studies.articles()[0], text=text, sentences=(), published=published)
    assert back(Project(text, (article,))) == Project(text, (article,))


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"nothing",
        b"[]",
        b"{}",
        b'{"format": "1"}',
        b'{"format": true}',
        b'{"format": 0}',
        b"\xff\xfe",
        b'{"format": 1}',
        b'{"format": 1, "project": []}',
        b'{"format": 1, "project": {"title": 3}}',
        b'{"format": 1, "project": {"unheard": 1}}',
        b'{"format": 1, "project": {"articles": [{"id": "a"}]}}',
        b'{"format": 1, "project": {"decisions": [{"is": "Article"}]}}',
        b'{"format": 1, "project": {"decisions": [{"is": "Noise", "place": ["a", 1.5], "is_noise": true}]}}',
        b'{"format": 1, "project": {}, "originals": []}',
        b"[" * 100_000,
        b'{"format": ' + b"9" * 10_000 + b"}",
        b'{"format": NaN}',
    ],
)
def test_what_is_no_study_is_refused(raw):
    with pytest.raises(Unfit):
        decode(raw)


@pytest.mark.parametrize("number", ["Infinity", "NaN", "1e999999", "1e-999999", "9" * 1000, "three"])
def test_a_number_no_article_could_mean_is_refused(number):
    with pytest.raises(Unfit):
        from_plain(Quantity, {"low": number, "high": None})


def test_a_file_with_more_in_it_than_memory_should_bear_is_refused_unread():
    with pytest.raises(Unfit, match="too large"):
        decode(b'{"format":1,"project":{"title":' + b"[" * 3_000_001)


def test_a_later_format_is_named():
    with pytest.raises(Newer) as caught:
        decode(spoilt(format=FORMAT + 1))
    assert caught.value.found == FORMAT + 1


def test_sentences_that_lie_outside_their_text_are_refused():
    project = studies.study()
    beyond = replace(project.articles[0], text="short")
    with pytest.raises(Unfit, match="do not fit"):
        back(replace(project, articles=(beyond, *project.articles[1:])))


def test_two_articles_of_one_name_are_refused():
    article = studies.articles()[0]
    with pytest.raises(Unfit, match="twice"):
        back(Project("", (article, article)))


def test_findings_that_point_nowhere_are_dropped_and_the_rulings_kept():
    project = replace(studies.study(), articles=studies.articles()[:1])
    opened = back(project)
    assert opened.analysis == Analysis()
    assert [t.place.article for t in opened.translations] == ["a"]
    assert opened.decisions == project.decisions


def test_a_fact_beyond_its_text_makes_the_findings_void():
    project = studies.study()
    fact: Fact = replace(project.analysis.facts[0], span=Span(0, 10**6))
    spoiled = replace(project, analysis=replace(project.analysis, facts=(fact, *project.analysis.facts[1:])))
    assert back(spoiled).analysis == Analysis()


def test_dates_are_iso():
    assert from_plain(date, "2024-05-14") == date(2024, 5, 14)
    with pytest.raises(Unfit):
        from_plain(date, "14/05/2024")
