"""The picture of a story: what the articles date, and who agrees with whom."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import studies
from recoupe.model import Judgement, Period, Verdict
from recoupe.reports import matrix, matrix_svg, timeline, timeline_svg
from recoupe.reports.drawing import timeline_svgs
from recoupe.reports.picture import Agreement

LABELS = {"a": "Le Quai", "b": "Ouest & Cie", "c": "<c>"}


def moments(**changes):
    facts = [replace(f, **changes.get(name, {})) for name, f in studies.facts().items()]
    return timeline(studies.articles(), facts, "fr").moments


def test_times_come_in_order_with_who_dates_them_and_who_appeared():
    first, second = moments()
    assert first.label == "14\u00a0mai\u00a02024"
    assert [(m.article, m.words, bool(m.fact)) for m in first.marks] == [("a", "", False), ("a", "mardi 14 mai", True)]
    assert [m.words for m in second.of("b")] == ["", "mercredi"]
    assert second.of("c") == ()


def test_a_long_time_between_two_moments_is_seen():
    long_ago = Period(datetime(1998, 1, 1), datetime(1999, 1, 1), "year")
    assert [(m.label, m.after_gap) for m in moments(a_day={"value": long_ago})][:2] == [("1998", False), ("14\u00a0mai\u00a02024", True)]


def test_what_has_no_end_reaches_no_further_than_its_start():
    open_end = Period(datetime(2024, 1, 1), datetime.max)
    assert [m.after_gap for m in moments(a_day={"value": open_end})] == [False, True, False]


def test_a_mark_gives_the_sentence_and_a_short_word_for_what_is_dated():
    (_, mark) = moments()[0].marks
    assert (mark.about, mark.sentence) == ("débrayage", "1 200 dockers ont cessé le travail mardi 14 mai, selon la CGT.")
    (_, mark) = moments(a_day={"about": "docker cesser travail"})[0].marks
    assert mark.about == ""


def test_a_date_without_its_year_has_no_place_in_time():
    loose = Period(datetime(1, 5, 14), datetime(1, 5, 15), anchored=False)
    assert len(moments(a_day={"value": loose})[0].marks) == 1


def test_agreement_is_counted_pair_by_pair():
    found = matrix(studies.articles(), studies.analysis())
    assert found.between("a", "b") == found.between("b", "a") == Agreement(1, 3)
    assert found.between("a", "c") == Agreement(0, 1)
    assert Agreement(1, 4).share == 0.25
    assert Agreement().share is None


def test_an_article_that_contradicts_itself_is_in_no_pair():
    analysis = studies.analysis()
    own = replace(
        analysis.comparisons[0], judgements=(Judgement(analysis.facts[0].id, analysis.facts[3].id, Verdict.CONTRADICTION, "apart"),)
    )
    found = matrix(studies.articles(), replace(analysis, comparisons=(own,)))
    assert all(cell.pairs == 0 for cell in found.cells.values())


def test_the_drawings_are_sound_and_nothing_in_them_is_markup():
    told = timeline(studies.articles(), studies.analysis().facts, "fr")
    for svg in (timeline_svg(told, LABELS, "fr"), matrix_svg(matrix(studies.articles(), studies.analysis()), LABELS, "fr")):
        root = ET.fromstring(svg)
        assert root.get("role") == "img"
        assert "<c>" in " ".join(root.itertext())


def test_every_square_of_the_matrix_says_how_many_pairs_it_rests_on():
    svg = matrix_svg(matrix(studies.articles(), studies.analysis()), LABELS, "en")
    words = list(ET.fromstring(svg).itertext())
    assert [w for w in words if "pair" in w] == ["3 pairs", "1 pair", "1 pair"]


def test_a_story_with_many_articles_and_dates_is_drawn_without_overlap():
    articles = [replace(studies.articles()[0], id=str(n), published=date(2024, 1, 1) + timedelta(days=n)) for n in range(8)]
    told = timeline(articles, (), "en")
    root = ET.fromstring(timeline_svg(told, {}, "en"))
    heights = [float(t.get("y")) for t in root.iter("{http://www.w3.org/2000/svg}text") if t.get("x") == "0"]
    assert len(heights) == 8
    assert all(b - a >= 20 for a, b in pairwise(heights))


def test_a_long_timeline_is_cut_into_pages_and_nothing_is_lost():
    articles = [replace(studies.articles()[0], id=str(n), published=date(2024, 1, 1) + timedelta(days=n)) for n in range(40)]
    told = timeline(articles, (), "en")
    pieces = list(timeline_svgs(told, {}, "en"))
    assert len(pieces) == 3
    shown = [t.text for piece in pieces for t in ET.fromstring(piece).iter("{http://www.w3.org/2000/svg}text") if t.get("x") == "0"]
    assert shown == [m.label for m in told.moments]


def test_no_article_gives_an_empty_picture():
    assert timeline((), (), "fr").moments == ()
    ET.fromstring(timeline_svg(timeline((), (), "fr"), {}, "fr"))
    ET.fromstring(matrix_svg(matrix((), studies.analysis()), {}, "fr"))
