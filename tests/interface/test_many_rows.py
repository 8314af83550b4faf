"""What keeps the window free with thousands of rows: work is done once, a piece at a time, and for what is in view."""

from dataclasses import replace

import pytest
from divergent import study
from pytestqt.qtbot import QtBot

from recoupe.interface.commands.review import with_note, with_state
from recoupe.interface.latest import Latest
from recoupe.interface.panes import marker
from recoupe.interface.panes.findings import _mark, marks_by_article, set_aside, told
from recoupe.interface.panes.geometry import Band
from recoupe.interface.table.model import ComparisonModel
from recoupe.interface.turns import Turns
from recoupe.model import FACT_KINDS, State, Verdict
from windows import Opened, story


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot, story(), lambda *_: story().analysis)


def test_work_on_findings_is_done_once_and_told_what_came_before() -> None:
    asked = []

    def make(of: list[int], before: int | None, factor: int = 1) -> int:
        asked.append((len(of), before, factor))
        return sum(of) * factor

    latest: Latest[list[int], int] = Latest(make)
    few, many = [1, 2], [1, 2, 3]
    assert [latest(few), latest(few), latest(many), latest(few, 10), latest(few)] == [3, 3, 6, 30, 3]
    assert asked == [(2, None, 1), (3, 3, 1), (2, 6, 10)]
    assert latest([1, 2]) == 3
    assert len(asked) == 4  # equal is not the same


def test_everyone_gets_a_turn_and_none_comes_after_leaving(qtbot: QtBot) -> None:
    done: list[str] = []

    class Worker:
        def __init__(self, name: str, pieces: int) -> None:
            self.name, self.left = name, pieces

        def work(self) -> bool:
            done.append(self.name)
            self.left -= 1
            return self.left > 0

    turns, one, two, gone = Turns(), Worker("a", 2), Worker("b", 2), Worker("c", 9)
    for worker in (one, two, gone, one):
        turns.ask(worker.work)
    turns.leave(gone)
    qtbot.waitUntil(lambda: len(done) == 4)
    qtbot.wait(40)
    assert done == ["a", "b", "a", "b"]


def test_a_ruling_makes_no_mark_and_no_row_anew_unless_it_sets_one_aside(opened: Opened) -> None:
    project = opened.session.project
    first, rows = marks_by_article(project, FACT_KINDS), opened.window.table.model.rows
    ident = rows[0].ident
    opened.session.do("confirm", with_state(project, ident, State.CONFIRMED))
    assert marks_by_article(opened.session.project, FACT_KINDS) is first
    assert opened.window.table.model.rows == rows
    assert all(now is before for now, before in zip(opened.window.table.model.rows, rows, strict=True))
    opened.session.do("set aside", with_state(project, ident, State.NOT_A_DIVERGENCE))
    left = {m.comparison for marks in marks_by_article(opened.session.project, FACT_KINDS).values() for m in marks}
    assert ident not in left


def test_marks_after_a_ruling_are_those_made_from_nothing() -> None:
    project = study()
    idents, articles = [c.id for c in project.analysis.comparisons], tuple(a.id for a in project.articles)
    for ident in (*idents, *reversed(idents)):
        aside = ident in set_aside(project)
        project = with_state(project, ident, State.TO_CHECK if aside else State.NOT_A_DIVERGENCE)
        anew = _mark(project.analysis, None, set_aside(project), FACT_KINDS, articles)
        assert marks_by_article(project, FACT_KINDS) == anew.marks
    assert any(marks for marks in marks_by_article(project, FACT_KINDS).values())


def test_a_confirmation_draws_no_text_and_ties_no_band_anew(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    for pane in opened.window.row.panes:
        monkeypatch.setattr(pane.text, "set_findings", lambda _, ident=pane.article.id: drawn.append(ident))
    bands = [gutter.bands for gutter in opened.window.row.link_maps]
    opened.session.do("confirm", with_state(opened.session.project, "c-number", State.CONFIRMED))
    assert not drawn
    assert all(gutter.bands is before for gutter, before in zip(opened.window.row.link_maps, bands, strict=True))
    opened.session.do("set aside", with_state(opened.session.project, "c-number", State.NOT_A_DIVERGENCE))
    assert drawn


def test_a_band_bears_the_sign_that_a_ruling_leaves(opened: Opened) -> None:
    gutter, project = opened.window.row.link_maps[0], opened.session.project
    before = {d.tie.event: d.tie.sign for d in gutter.drawn}
    event = next(row.comparison.event for row in opened.window.table.model.rows if row.ident == "c-number")
    rivals = [row.ident for row in opened.window.table.model.rows if row.comparison.event == event]
    assert event in before
    for ident in rivals:
        project = with_state(project, ident, State.NOT_A_DIVERGENCE)
    opened.session.do("set aside", project)
    after = {d.tie.event: d.tie.sign for d in gutter.drawn}
    assert after[event].verdict is Verdict.AGREEMENT
    assert before[event] != after[event]


def test_only_paragraphs_whose_signs_changed_are_laid_out_anew(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    left = opened.window.row.panes[0]
    marked: list[int] = []
    plain = left.text.marker._mark
    monkeypatch.setattr(left.text.marker, "_mark", lambda numbers: (marked.extend(numbers), plain(numbers)))
    mark = next(m for m in left.text.findings.marks if m.comparison == "c-number")
    opened.session.do("set aside", with_state(opened.session.project, "c-number", State.NOT_A_DIVERGENCE))
    opened.settle()
    assert marked == [left.text.places.paragraph_of(mark.span.start)]
    assert mark not in left.text.findings.marks


def test_what_the_reader_has_gone_to_is_marked_before_the_rest(opened: Opened) -> None:
    text = opened.window.row.panes[0].text
    bar, others = text.verticalScrollBar(), 40
    bar.setValue(bar.maximum())
    last = text.places.blocks_in_view()[-1][0].blockNumber()
    text.marker._unmarked = [last, *([0] * others)]  # taken from the end: the last paragraph would have its turn after all others
    assert text.marker._mark_some()
    assert last not in text.marker._unmarked
    assert len(text.marker._unmarked) == others


def test_what_the_wheel_will_bring_into_view_is_sketched_before(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    text = opened.window.row.panes[0].text
    count = text.document().blockCount()
    assert len(text.visible_blocks()) < count
    opened.qtbot.waitUntil(lambda: len(text.marker._sketches) == count, timeout=3000)
    monkeypatch.setattr(marker, "NEAR", 0.1)
    text.marker.forget_sketches()
    text.viewport().setFixedHeight(20)
    opened.settle()
    opened.qtbot.wait(2 * marker.REST)
    assert 0 < len(text.marker._sketches) < count


def test_rows_prepared_beside_the_window_are_those_shown(qtbot: QtBot) -> None:
    project, model = study(), ComparisonModel()
    model.prepare(project)
    ready = model._ready[2]
    assert not model.rows
    model.take(project, {}, {})
    assert model.rows
    assert all(now is before for now, before in zip(model.rows, ready, strict=True))
    noted = with_note(project, model.rows[0].ident, "seen")
    model.take(noted, {}, {})
    assert model.rows[0] is ready[0]


def test_a_paper_named_anew_is_called_so_in_every_row(qtbot: QtBot) -> None:
    project, model = study(), ComparisonModel()
    model.take(project, {}, {})
    alike = {name for row in model.rows for cell in row.cells.values() for name in cell.alike}
    assert alike
    named = replace(project, articles=tuple(replace(a, outlet=f"{a.outlet} du soir") for a in project.articles))
    model.take(named, {}, {})
    again = {name for row in model.rows for cell in row.cells.values() for name in cell.alike}
    assert again == {f"{name} du soir" for name in alike}


def test_bands_found_by_the_sentences_in_view_are_all_that_cross_it(opened: Opened) -> None:
    gutter, (left, right) = opened.window.row.link_maps[0], opened.window.row.panes
    joined = told(opened.session.project.analysis).joints["a", "b"]
    assert joined
    for share in (0.0, 0.3, 0.6, 1.0):
        bar = left.text.verticalScrollBar()
        bar.setValue(round(bar.maximum() * share))
        scrolls = left.text.verticalScrollBar().value(), right.text.verticalScrollBar().value()
        view = gutter.height() - gutter._top
        places = {
            j.event: Band(
                left.text.sentence_box(j.left[0])[0],
                left.text.sentence_box(j.left[-1])[1],
                right.text.sentence_box(j.right[0])[0],
                right.text.sentence_box(j.right[-1])[1],
            )
            for j in joined
        }
        assert {d.tie.event for d in gutter.drawn} == {event for event, band in places.items() if band.seen(*scrolls, view)}


def test_about_where_a_sentence_stands_is_right_but_for_a_line(opened: Opened) -> None:
    for pane in opened.window.row.panes:
        line = pane.text.fontMetrics().lineSpacing() * 2
        for index in range(len(pane.article.sentences)):
            about, exact = pane.text.places.about_sentence(index), pane.text.sentence_box(index)
            assert about == pytest.approx(exact, abs=line * 1.5)


def test_marks_stand_with_the_paragraphs_they_touch(opened: Opened) -> None:
    for pane in opened.window.row.panes:
        shown, places = pane.text.shown, pane.text.places
        assert shown is not None
        found = places.by_paragraph(pane.text.findings.marks, lambda mark: mark.span)
        touched = {(s.paragraph, m) for m in pane.text.findings.marks for s in shown.stretches(m.span)}
        assert {(number, mark) for number, marks in found.items() for mark in marks} == touched


def test_the_outline_lists_nothing_until_it_is_looked_at(opened: Opened) -> None:
    outline = opened.window.outline
    assert not outline.isVisible()
    assert not outline.model.items
    opened.act("outline")
    assert outline.model.items


def test_a_pane_that_is_going_wants_no_turn(opened: Opened) -> None:
    pane = opened.window.row.panes[1]
    project = opened.session.project
    opened.session.do("remove", replace(project, articles=project.articles[:1]))
    pane._refresh.start()
    pane._refresh.timeout.emit()
    waiting = [getattr(work, "__self__", None) for work in opened.window.row._turns._waiting]
    assert pane not in waiting
    assert pane.text.marker not in waiting
    opened.settle()
