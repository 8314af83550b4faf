"""Which heights match, and where bands run: plain arithmetic."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.interface.panes.geometry import Anchor, Band, View, chain, ease, guide, level, match

HERE, THERE = View(0, 2000, 500), View(0, 1000, 500)


def test_the_focus_slides_from_the_top_of_the_view_to_its_bottom() -> None:
    assert View(0, 2000, 500).focus == 0
    assert View(750, 2000, 500).focus == 1000
    assert View(1500, 2000, 500).focus == 2000


@given(st.floats(0, 1500))
def test_scrolling_to_the_focus_stays_where_one_is(scroll: float) -> None:
    view = View(scroll, 2000, 500)
    assert view.scroll_to(view.focus) == pytest.approx(scroll, abs=1e-6)


def test_a_text_shorter_than_its_view_does_not_scroll() -> None:
    assert View(0, 300, 500).scroll_to(200) == 0
    assert View(0, 300, 500).play == 0


def test_between_anchors_heights_are_interpolated() -> None:
    anchors = (Anchor(500, 100), Anchor(1000, 600))
    assert match(anchors, 500, HERE, THERE) == 100
    assert match(anchors, 750, HERE, THERE) == 350
    assert match(anchors, 0, HERE, THERE) == 0
    assert match(anchors, 2000, HERE, THERE) == 1000


def test_without_anchors_beginnings_and_ends_match() -> None:
    assert match((), 1000, HERE, THERE) == 500


def test_the_thread_leaves_out_what_goes_back() -> None:
    astray = Anchor(300, 900, 0.5)
    anchors = [Anchor(100, 50), Anchor(500, 400), astray, Anchor(900, 800)]
    assert astray not in chain(anchors)
    assert guide(anchors) == chain(anchors)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 6), st.sampled_from([0.25, 0.5, 1.0])), max_size=9))
def test_the_thread_is_the_heaviest_there_is(drawn: list[tuple[int, int, float]]) -> None:
    anchors = [Anchor(*each) for each in drawn]
    thread = chain(anchors)
    assert all(a.here < b.here and a.there < b.there for a, b in pairwise(thread))
    threads = (each for n in range(len(anchors) + 1) for each in combinations(sorted(anchors), n))
    whole = (each for each in threads if all(a.here < b.here and a.there < b.there for a, b in pairwise(each)))
    assert sum(a.weight for a in thread) == max(sum(a.weight for a in each) for each in whole)


def test_a_story_told_backwards_is_followed_all_the_same() -> None:
    anchors = [Anchor(100 * n, 1000 - 100 * n) for n in range(1, 9)]
    assert guide(anchors) == tuple(anchors)
    assert match(guide(anchors), 300, HERE, THERE) == 700


def test_of_two_partners_of_one_height_the_surer_guides() -> None:
    far, near = Anchor(100, 900, 0.5), Anchor(100, 120, 0.9)
    backwards = [Anchor(800, 100), Anchor(600, 300), Anchor(400, 500)]
    assert far not in guide([far, near, *backwards])


@given(st.lists(st.tuples(st.floats(1, 1999), st.floats(1, 999)), max_size=12), st.floats(0, 2000))
def test_a_match_always_lies_in_the_other_text(pairs: list[tuple[float, float]], height: float) -> None:
    anchors = guide([Anchor(a, b) for a, b in pairs])
    assert -1e-6 <= match(anchors, height, HERE, THERE) <= 1000 + 1e-6


def test_partners_are_brought_level_as_far_as_the_text_goes() -> None:
    assert level(200, 700, THERE) == 500
    assert level(200, 100, THERE) == 0
    assert level(0, 900, THERE) == 500


def test_a_band_counts_when_one_end_is_in_view() -> None:
    band = Band(1010, 1050, 1900, 1950)
    assert band.seen(1000, 1000, 500)
    assert not band.seen(1060, 1000, 500)
    assert band.seen(1060, 1500, 500)
    assert band.scrolled(1000, 1500) == Band(10, 50, 400, 450)


def test_a_point_is_in_a_band_where_the_band_is_drawn() -> None:
    band = Band(0, 20, 100, 120)
    assert band.contains(0, 10, 50)
    assert band.contains(50, 110, 50)
    assert band.contains(25, 60, 50)
    assert not band.contains(25, 10, 50)


@given(st.floats(0, 1))
def test_the_curve_is_the_one_that_is_drawn(t: float) -> None:
    x = 1.5 * t - 1.5 * t * t + t**3
    assert ease(x) == pytest.approx(3 * t * t - 2 * t**3, abs=1e-3)
