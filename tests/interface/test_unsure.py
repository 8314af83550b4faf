"""What may be two different things is told quietly, and never by colour alone: in texts, links, maps, table, list and legend."""

from dataclasses import replace

import pytest
from divergent import study
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from recoupe.interface.commands import facts
from recoupe.interface.commands.review import states_of
from recoupe.interface.dialogs.legend import Legend
from recoupe.interface.marks import mark_pixmap
from recoupe.interface.outline_model import OutlineModel, items_of
from recoupe.interface.panes.explanations import explain_marks
from recoupe.interface.panes.findings import event_signs, marks_by_article, ties
from recoupe.interface.panes.strip import Strip
from recoupe.interface.signs import Sign, sign_of, signs_of_facts
from recoupe.interface.table.rows import Filter, arrange, rows_of
from recoupe.interface.theme import load_theme, verdict_mark
from recoupe.model import FACT_KINDS, Comparison, Judgement, Project, Verdict
from windows import Opened


def doubted(*idents: str) -> Project:
    """The study with some of its comparisons unsure."""
    project = study()
    comparisons = tuple(replace(c, note="unsure") if c.id in idents else c for c in project.analysis.comparisons)
    return replace(project, analysis=replace(project.analysis, comparisons=comparisons))


def picture(verdict: Verdict, *, unsure: bool) -> QImage:
    return mark_pixmap(verdict, load_theme("light"), 16, unsure=unsure).toImage().convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.AGREEMENT])
def test_its_sign_is_told_from_the_sure_one_without_colour(verdict: Verdict, qtbot: QtBot) -> None:
    sure, unsure = picture(verdict, unsure=False), picture(verdict, unsure=True)
    assert sum(sure.pixel(x, y) != unsure.pixel(x, y) for x in range(16) for y in range(16)) > 40
    assert set(verdict_mark(verdict)).isdisjoint(verdict_mark(verdict, unsure=True))


def test_every_unsure_sign_has_a_shape_of_its_own() -> None:
    assert len({verdict_mark(v, unsure=True) for v in Verdict}) == len(Verdict)


def test_marks_in_texts_say_it() -> None:
    marks = marks_by_article(doubted("hurt"), FACT_KINDS)
    assert [(m.comparison, m.unsure) for m in marks["a"]] == [("hurt", True), ("schools", False)]


def test_a_fact_that_surely_diverges_is_marked_so_though_a_graver_divergence_is_unsure() -> None:
    project = doubted("hurt")
    hurt = next(c for c in project.analysis.comparisons if c.id == "hurt")
    left, right = hurt.facts[0], hurt.facts[1]
    other = Comparison("other", hurt.event, hurt.kind, "", (left, right), (Judgement(left, right, Verdict.PRECISION, "rounded"),))
    both = replace(project, analysis=replace(project.analysis, comparisons=(*project.analysis.comparisons, other)))
    first = marks_by_article(both, FACT_KINDS)["a"][0]
    assert (first.comparison, first.verdict, first.unsure) == ("other", Verdict.PRECISION, False)


def test_what_agrees_within_an_unsure_comparison_is_not_unsure() -> None:
    three = Comparison(
        "c", "e", "quantity", "", ("x", "y", "z"),
        (Judgement("x", "y", Verdict.AGREEMENT, "equal"), Judgement("z", "z", Verdict.CONTRADICTION, "apart")), "unsure",
    )  # fmt: skip
    assert signs_of_facts(three)["x"] == Sign(Verdict.AGREEMENT)
    assert signs_of_facts(three)["z"] == Sign(Verdict.CONTRADICTION, unsure=True)


def test_signs_weigh_as_their_comparisons_do() -> None:
    for comparison in doubted("hurt").analysis.comparisons:
        assert sign_of(comparison).rank == comparison.rank


def test_links_and_the_list_of_passages_say_it() -> None:
    project = doubted("hurt")
    signs = event_signs(project, FACT_KINDS)
    assert signs["e1"] == Sign(Verdict.CONTRADICTION, unsure=True)
    assert {t.sign for t in ties(project.analysis.events, "a", "b", signs)} == {signs["e1"], signs["e2"]}
    model, items = OutlineModel(), items_of(project, FACT_KINDS)
    model.take(project, items, items)
    assert "may be two different things" in model.below(next(i for i in items if i.event == "e1"))
    assert "may be two different things" not in model.below(next(i for i in items if i.event == "e2"))


def test_the_map_of_a_text_draws_it_thinner(qtbot: QtBot) -> None:
    theme, inked = load_theme("light"), []
    for unsure in (False, True):
        strip = Strip(theme)
        qtbot.addWidget(strip)
        strip.resize(14, 100)
        strip.set_map((), ((0.5, Sign(Verdict.CONTRADICTION, unsure)),))
        image = strip._draw().toImage()
        inked.append(sum(image.pixelColor(7, y).red() > image.pixelColor(7, y).green() + 60 for y in range(100)))
    assert inked[0] > inked[1] > 0


def test_the_tooltip_says_it_in_words() -> None:
    for project, said in ((doubted("hurt"), True), (study(), False)):
        mark = marks_by_article(project, FACT_KINDS)["a"][0]
        words = explain_marks(project, (mark,), load_theme("light"))
        assert ("Unsure, may be two different things" in words, "◇?" in words) == (said, said)


def test_rows_are_filtered_by_it() -> None:
    rows = rows_of(doubted("hurt"), "en")
    assert [r.ident for r in arrange(rows, {}, Filter(doubts=frozenset({True})))] == ["hurt"]
    assert [r.ident for r in arrange(rows, {}, Filter(doubts=frozenset({False})))] == ["schools"]


def test_the_filter_is_there_where_anything_is_unsure(qtbot: QtBot) -> None:
    assert Opened(qtbot, study()).window.table.bar.doubts.isHidden()
    opened = Opened(qtbot, doubted("hurt"))
    bar, table = opened.window.table.bar, opened.window.table
    assert not bar.doubts.isHidden()
    next(a for a in bar.doubts.menu().actions() if a.data() is True).trigger()
    assert [r.ident for r in table.model.shown] == ["hurt"]
    spoken = table.model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Contradiction, unsure" in spoken


def test_the_queue_keeps_to_what_the_filters_leave(qtbot: QtBot) -> None:
    opened = Opened(qtbot, doubted("schools"))
    window, selection = opened.window, opened.selection
    facts.next_divergence(opened.session, selection, window)
    assert selection.comparison == "hurt"
    next(a for a in window.table.bar.doubts.menu().actions() if a.data() is False).trigger()
    facts.confirm_divergence(opened.session, selection, window)
    assert selection.comparison == "hurt"  # nothing else is left among the sure ones
    assert list(states_of(opened.session.project)) == ["hurt"]


def test_the_legend_explains_it(qtbot: QtBot) -> None:
    legend = Legend(load_theme("light"))
    qtbot.addWidget(legend)
    assert any("two different things" in label.text() for label in legend.findChildren(QLabel))
