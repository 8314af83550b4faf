"""The table of facts: what its rows say, how they are found, and that ruling on one touches no other."""

import time
from dataclasses import replace
from decimal import Decimal

import pytest
from divergent import study
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from recoupe.interface.actions import ACTIONS
from recoupe.interface.commands.review import advancement, notes_of, states_of, with_correction, with_note, with_state, without_correction
from recoupe.interface.dialogs.edit_fact import EditFact
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.table.model import ComparisonModel
from recoupe.interface.table.rows import Filter, Order, arrange, divergences, rows_of
from recoupe.interface.table.view import TableView
from recoupe.interface.theme import load_theme
from recoupe.model import Analysis, Comparison, Corrected, Dismissed, Project, State, Verdict
from recoupe.settings import Settings
from windows import Opened, story


@pytest.fixture
def view(qtbot: QtBot) -> TableView:
    session = Session(Settings())
    session.open(study())
    table = TableView(session, Selection(), load_theme("light"))
    qtbot.addWidget(table)
    table.resize(1100, 320)
    table.show()
    return table


def titles(view: TableView) -> list[str]:
    return [view.model.index(n, 0).data() for n in range(view.model.rowCount())]


def test_the_gravest_comes_first() -> None:
    shown = arrange(rows_of(study(), "en"), {}, Filter())
    assert [(r.ident, r.verdict) for r in shown] == [("hurt", Verdict.CONTRADICTION), ("schools", Verdict.PRECISION)]
    assert shown[0].confidence == 0.95


def test_a_cell_gives_the_most_telling_fact_first() -> None:
    project = study()
    early, late = sorted((f for f in project.analysis.facts if f.place.article == "a"), key=lambda f: f.span)[:2]
    row = Comparison("both", "e1", "quantity", "blessés", (late.id, early.id), ())
    (shown,) = rows_of(replace(project, analysis=replace(project.analysis, comparisons=(row,))), "en")
    assert shown.cells["a"].facts == (late, early)


def test_what_may_be_two_things_comes_after_what_is_sure() -> None:
    project = study()
    doubted = tuple(replace(c, note="unsure") if c.id == "hurt" else c for c in project.analysis.comparisons)
    shown = arrange(rows_of(replace(project, analysis=replace(project.analysis, comparisons=doubted)), "en"), {}, Filter())
    assert [r.ident for r in shown] == ["schools", "hurt"]


def test_a_cell_holds_the_very_words_of_the_article() -> None:
    project = study()
    for row in rows_of(project, "en"):
        for ident, cell in row.cells.items():
            article = project.article(ident)
            assert cell.wording == article.text[cell.facts[0].span.start : cell.facts[0].span.end]


def test_what_an_article_does_not_state_is_no_conflict(view: TableView) -> None:
    position = view.model.position("schools")
    assert "c" not in view.model.shown[position].cells
    assert view.model.index(position, 3).data() == "not stated"
    assert "Contradiction" not in view.model.index(position, 3).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_row_is_titled_in_words_of_the_articles() -> None:
    titles = {r.ident: r.title for r in rows_of(study(), "en")}
    assert titles == {"hurt": "Blessés", "schools": "Écoles"}


def test_filters_leave_what_they_name() -> None:
    rows = rows_of(study(), "en")
    found = {
        "text": arrange(rows, {}, Filter(text="ecole PRES")),
        "verdict": arrange(rows, {}, Filter(verdicts=frozenset({Verdict.CONTRADICTION}))),
        "article": arrange(rows, {}, Filter(articles=frozenset({"c"}))),
        "state": arrange(rows, {"hurt": State.CONFIRMED}, Filter(states=frozenset({State.TO_CHECK}))),
        "kind": arrange(rows, {}, Filter(kinds=frozenset({"date"}))),
    }
    assert {k: [r.ident for r in v] for k, v in found.items()} == {
        "text": ["schools"],
        "verdict": ["hurt"],
        "article": ["hurt"],
        "state": ["schools"],
        "kind": [],
    }


def test_rows_follow_the_text_of_an_article() -> None:
    rows = rows_of(study(), "en")
    assert [r.ident for r in arrange(rows, {}, Filter(), Order.PLACE, "a")] == ["hurt", "schools"]
    assert [r.ident for r in arrange(rows, {}, Filter(), Order.PLACE, "c")] == ["hurt", "schools"]
    assert [r.ident for r in arrange(rows, {}, Filter(), Order.EVENT)] == ["hurt", "schools"]


def test_the_head_shows_what_the_rows_are_in_order_of(view: TableView) -> None:
    head = view.table.horizontalHeader()
    assert head.isSortIndicatorShown()
    assert head.sortIndicatorSection() == 0
    for order, article, column in ((Order.PLACE, "b", 2), (Order.EVENT, "", -1), (Order.GRAVITY, "", 0)):
        view.bar._sort(order, article)
        assert head.sortIndicatorSection() == column


def test_a_row_takes_everyone_to_its_event(view: TableView, qtbot: QtBot) -> None:
    selection = view._selection
    view.table.setFocus()
    view.table.selectRow(1)
    assert (selection.comparison, selection.event) == ("schools", "e2")
    view.table.clicked.emit(view.model.index(1, 2))
    assert selection.place is not None
    assert selection.place.article == "b"


def test_the_explanation_says_values_rule_confidence_and_who_says_it(view: TableView) -> None:
    view._selection.select_comparison("hurt")
    text = view.explanation.body.toPlainText()
    for said in ("Le Matin", "« 12 blessés »", "15", "do not meet", "95%"):
        assert said in text, said
    view._selection.select_comparison("schools")
    text = view.explanation.body.toPlainText()
    for said in ("according to « la mairie »", "hedged", "Not stated: La Semaine"):
        assert said in text, said


def test_ruling_on_one_changes_no_other_and_can_be_undone(view: TableView) -> None:
    view._selection.select_comparison("hurt")
    view.rule(State.NOT_A_DIVERGENCE)
    assert states_of(view._session.project) == {"hurt": State.NOT_A_DIVERGENCE}
    assert Dismissed("hurt") in view._session.project.decisions
    assert view.bar.done.text() == "1 of 2 done"
    assert titles(view) == ["Blessés", "Écoles"]
    view._session.undo()
    assert view.bar.done.text() == "0 of 2 done"
    assert view._session.project.decisions == ()


def test_a_ruling_replaces_the_one_before() -> None:
    project = with_state(with_state(study(), "hurt", State.NOT_A_DIVERGENCE), "hurt", State.CONFIRMED)
    assert states_of(project) == {"hurt": State.CONFIRMED}
    assert not any(isinstance(d, Dismissed) for d in project.decisions)
    assert with_state(project, "hurt", State.TO_CHECK).decisions == ()


def test_a_note_is_kept_and_taken_away(view: TableView) -> None:
    view._selection.select_comparison("schools")
    view.write_note("  call the town hall ")
    assert notes_of(view._session.project) == {"schools": "call the town hall"}
    assert "call the town hall" in view.model.index(1, 4).data(Qt.ItemDataRole.ToolTipRole)
    assert with_note(view._session.project, "schools", " ").decisions == ()


def test_a_correction_is_marked_and_can_be_taken_back(view: TableView) -> None:
    project = view._session.project
    fact = project.analysis.facts[1]
    other = project.analysis.facts[0].value
    corrected = with_correction(project, fact.id, other, "hurt")
    assert states_of(corrected) == {"hurt": State.CORRECTED}
    view._session.do("correct", corrected)
    view._selection.select_comparison("hurt")
    assert "take back" in view.explanation.body.toPlainText()
    view.restore(fact.id)
    assert view._session.project.decisions == ()
    assert without_correction(corrected, fact.id).decisions != corrected.decisions


def test_stepping_walks_the_divergences_and_comes_round(view: TableView) -> None:
    walked = []
    for _ in range(3):
        view.step(1)
        walked.append(view._selection.comparison)
    assert walked == ["hurt", "schools", "hurt"]
    view.step(-1)
    assert view._selection.comparison == "schools"


def test_the_table_keeps_its_place_while_findings_are_refined(view: TableView) -> None:
    view._selection.select_comparison("schools")
    project = view._session.project
    fewer = replace(project, analysis=replace(project.analysis, comparisons=tuple(reversed(project.analysis.comparisons))))
    view._session.amend(fewer)
    assert view._selection.comparison == "schools"
    assert view.table.currentIndex().row() == view.model.position("schools")


def test_rows_that_did_not_change_are_kept() -> None:
    project = study()
    rows = rows_of(project, "en")
    again = rows_of(with_note(project, "hurt", "seen"), "en", {r.ident: r for r in rows})
    assert all(a is b for a, b in zip(rows, again, strict=True))


def test_an_empty_table_says_why(qtbot: QtBot) -> None:
    session = Session(Settings())
    view = TableView(session, Selection(), load_theme("dark"))
    qtbot.addWidget(view)
    assert "second article" in view._empty.text()
    session.open(replace(study(), analysis=Analysis()))
    assert "different stories" in view._empty.text()
    session.open(replace(study(), analysis=replace(study().analysis, comparisons=())))
    assert "nothing in common" in view._empty.text()
    session.open(study())
    view.bar.search.setText("xylophone")
    assert "No row fits" in view._empty.text()


def test_filter_buttons_are_named_and_counted(view: TableView) -> None:
    assert view.bar.chips[Verdict.CONTRADICTION].accessibleName() == "Contradiction: 1"
    view.bar.chips[Verdict.PRECISION].setChecked(True)
    assert titles(view) == ["Écoles"]
    view.bar.chips[Verdict.PRECISION].setChecked(False)
    action = next(a for a in view.bar.articles.menu().actions() if a.text() == "La Semaine")
    action.setChecked(True)
    assert titles(view) == ["Blessés"]


def test_advancement_counts_what_is_ruled() -> None:
    assert advancement([r.ident for r in divergences(rows_of(study(), "en"))], {"hurt": State.CONFIRMED}) == (1, 2)


def test_ten_thousand_rows_are_arranged_without_lag(qtbot: QtBot) -> None:
    project = study()
    some = project.analysis.comparisons
    many = tuple(replace(some[n % 2], id=f"c{n}") for n in range(10_000))
    project = replace(project, analysis=replace(project.analysis, comparisons=many))
    model = ComparisonModel()
    model.take(project, {}, {})
    begun = time.process_time()
    model.arrange(Filter(text="blesses"), Order.GRAVITY)
    assert model.rowCount() == 5_000
    assert time.process_time() - begun < 0.5  # some 20 ms on a quiet machine


def test_a_model_without_articles_is_empty() -> None:
    model = ComparisonModel()
    model.take(Project(), {}, {})
    assert (model.rowCount(), model.columnCount()) == (0, 2)


def test_a_cell_tells_with_whom_it_agrees_where_others_differ() -> None:
    rows = {r.ident: r for r in rows_of(study(), "en")}
    assert rows["hurt"].cells["a"].alike == ("La Semaine",)
    assert rows["hurt"].cells["c"].alike == ("Le Matin",)
    assert rows["hurt"].cells["b"].alike == ()
    assert all(cell.alike == () for cell in rows["schools"].cells.values())


def test_the_keys_told_where_nothing_is_chosen_are_those_of_the_actions(view: TableView) -> None:
    view._selection.select_comparison("")
    told = {
        "N": "next_divergence",
        "B": "bring_partner",
        "V": "confirm_divergence",
        "D": "dismiss",
        "F1": "shortcuts",
    }
    keys = {action.id: action.shortcuts[:1] for action in ACTIONS}
    words = view.explanation.body.toPlainText().split()
    for key, ident in told.items():
        assert keys[ident] == (key,)
        assert key in words


def test_a_wording_in_the_explanation_leads_to_its_sentence(view: TableView) -> None:
    view._selection.select_comparison("hurt")
    fact = view._session.project.analysis.facts[1]
    assert f'href="place:{fact.id}"' in view.explanation.html(view.model.shown[0])
    view.explanation.body.anchorClicked.emit(QUrl(f"place:{fact.id}"))
    assert view._selection.place == fact.place


def test_a_corrected_value_is_told_though_the_verdict_stays() -> None:
    project = study()
    known = {row.ident: row for row in rows_of(project, "en")}
    right = replace(project.analysis.facts[0].value, low=Decimal(13), high=Decimal(13), point=Decimal(13))
    facts = (replace(project.analysis.facts[0], value=right), *project.analysis.facts[1:])
    after = {row.ident: row for row in rows_of(replace(project, analysis=replace(project.analysis, facts=facts)), "en", known)}
    assert after["hurt"].cells["a"].facts[0].value == right
    assert after["schools"] is known["schools"]


def test_one_dialog_asks_for_the_right_value(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened(qtbot, study())
    blocking: list[EditFact] = []
    monkeypatch.setattr(EditFact, "exec", lambda dialog: blocking.append(dialog) or 0)
    opened.selection.select_comparison("hurt")
    fact = opened.window.table.model.rows[0].cells["a"].facts[0]
    opened.window.table.explanation.body.anchorClicked.emit(QUrl(f"correct:{fact.id}"))
    asking = {*blocking, *opened.window.findChildren(EditFact)}
    assert len(asking) == 1
    asking.pop().close()


def test_a_value_is_corrected_from_the_explanation(view: TableView, qtbot: QtBot) -> None:
    view._selection.select_comparison("hurt")
    fact = view._session.project.analysis.facts[1]
    view.explanation.body.anchorClicked.emit(QUrl(f"correct:{fact.id}"))
    dialog = view.window().findChild(EditFact)
    dialog.form.low.clear()
    qtbot.keyClicks(dialog.form.low, "12")
    dialog.accept()
    decisions = view._session.project.decisions
    assert [d.value.low for d in decisions if isinstance(d, Corrected)] == [12]
    assert states_of(view._session.project) == {"hurt": State.CORRECTED}
    assert view._session.undo_label == "correct a value"


def test_a_click_on_the_row_that_is_chosen_comes_back_to_what_it_compares(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    grid, panes = opened.window.table.table, opened.window.row.panes
    for column in (0, 0, 1, 1):
        row = grid.model().index(0, column)
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(row).center())
        opened.settle()
        assert opened.selection.comparison == opened.window.table.model.shown[0].ident
        for pane in panes:
            assert pane.shows(opened.window.table.model.shown[0].cells[pane.article.id].place)
        panes[1].text.verticalScrollBar().setValue(0)
        opened.settle()
        assert not panes[1].shows(opened.window.table.model.shown[0].cells["b"].place)
