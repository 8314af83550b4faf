"""The events as a list: the twin of the link map, and what only some articles tell."""

from dataclasses import replace

import pytest
from divergent import study
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from recoupe.interface.outline import Outline
from recoupe.interface.outline_model import View, fits, items_of
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.signs import Sign
from recoupe.interface.theme import load_theme
from recoupe.model import FACT_KINDS, Place, Verdict
from recoupe.settings import Settings
from windows import Opened, story


@pytest.fixture
def outline(qtbot: QtBot) -> Outline:
    session = Session(Settings())
    session.open(study())
    widget = Outline(session, Selection(), load_theme("light"))
    qtbot.addWidget(widget)
    widget.resize(320, 500)
    widget.show()
    return widget


def shown(outline: Outline) -> list[str]:
    return [item.title for item in outline.model.shown]


def test_every_event_and_every_lone_sentence_is_an_item() -> None:
    project = study()
    items = items_of(project, FACT_KINDS)
    places = [p for item in items for p in item.places]
    assert sorted(places) == sorted(Place(a.id, n) for a in project.articles for n in a.story)
    assert items[0].sign == Sign(Verdict.CONTRADICTION)


def test_views_tell_who_tells_it(outline: Outline) -> None:
    outline.show_view(View.ALL)
    assert shown(outline) == ["Le séisme a fait 12 blessés."]
    outline.show_view(View.ALL_BUT_ONE)
    assert shown(outline) == ["La mairie a ouvert 3 écoles."]
    assert "all but La Semaine" in outline.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    outline.show_view(View.ONE)
    assert shown(outline) == ["Il pleut à Dijon.", "La route est coupée.", "Le train roule de nouveau."]
    outline.article.setCurrentIndex(outline.article.findData("b"))
    assert shown(outline) == ["La route est coupée."]


def test_a_sentence_taken_away_moves_one_item_only() -> None:
    """Without the only other teller, a passage becomes one that a single article tells; nothing else moves."""
    project = study()
    event = project.analysis.events[1]
    without = replace(project, analysis=replace(project.analysis, events=project.analysis.events[:1]))
    before = {i.places for i in items_of(project, FACT_KINDS) if fits(i, View.ONE)}
    after = {i.places for i in items_of(without, FACT_KINDS) if fits(i, View.ONE)}
    assert after - before == {(p,) for p in event.members}
    assert before <= after


def test_choosing_a_passage_takes_everyone_there(outline: Outline) -> None:
    outline.tree.setCurrentIndex(outline.model.index(0, 0))
    assert outline._selection.event == "e1"
    assert outline._selection.place == Place("a", 0)
    child = outline.model.index(1, 0, outline.model.index(0, 0))
    outline.tree.setCurrentIndex(child)
    assert outline._selection.place == Place("b", 0)
    assert child.parent() == outline.model.index(0, 0)


def test_an_event_chosen_elsewhere_is_shown(outline: Outline) -> None:
    outline._selection.select_event("e2")
    assert outline.model.place_at(outline.tree.currentIndex())[0].event == "e2"


def test_search_ignores_accents(outline: Outline) -> None:
    outline.search.setText("SEISME")
    assert shown(outline) == ["Le séisme a fait 12 blessés."]


def test_counts_stand_beside_the_views(outline: Outline) -> None:
    assert [outline.view.itemText(n) for n in range(4)] == [
        "All linked passages (2)",
        "Told by all (1)",
        "Told by all but one (1)",
        "Told by only one (3)",
    ]


def test_a_small_screen_has_room_for_the_list_beside_thousands_of_rows(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    bar = opened.window.table.bar
    bar.set_counts(dict(zip(Verdict, (111, 27, 57, 18, 3004), strict=True)), 120, 213, 40)
    opened.window.outline.show()
    opened.settle()
    assert opened.window.minimumSizeHint().width() <= 1024
    opened.window.resize(1024, 700)
    opened.settle()
    assert bar.legend.isHidden()
    shown = [w for w in (*bar.chips.values(), bar.kinds, bar.sorting, bar.done, bar.previous, bar.next) if w.isVisible()]
    assert max(w.geometry().right() for w in shown) <= bar.width()
    opened.window.outline.hide()
    opened.window.resize(1500, 700)
    opened.settle()
    assert bar.legend.isVisible()


def test_what_is_chosen_in_the_list_is_read_and_no_row_is_ruled_on(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    opened.act("outline")
    opened.act("next_divergence")
    assert opened.selection.comparison
    outline, pane = opened.window.outline, opened.window.row.panes[0]
    fire = next(n for n, item in enumerate(outline.model.shown) if item.event == "fire")
    for _ in range(2):  # whoever read on comes back by a second click
        outline.tree.clicked.emit(outline.model.index(fire, 0))
        assert pane.shows(opened.selection.place)
        pane.text.verticalScrollBar().setValue(0)
        assert not pane.shows(opened.selection.place)
    assert opened.selection.event == "fire"
    assert not opened.selection.comparison


def test_an_empty_list_says_why(qtbot: QtBot) -> None:
    opened = Opened(qtbot, study())
    opened.act("outline")
    outline = opened.window.outline
    assert outline.tree.empty == ""
    blank = outline.tree.viewport().grab().toImage()
    outline.search.setText("no such words")
    assert outline.tree.empty == "There is no such passage."
    assert outline.tree.accessibleDescription() == outline.tree.empty
    assert outline.tree.viewport().grab().toImage() != blank
    outline.search.clear()
    assert outline.tree.empty == ""
    opened.session._set_busy(True)
    outline.search.setText("no such words")
    assert outline.tree.empty == "The articles are being compared…"
    opened.session._set_busy(False)
    assert outline.tree.empty == "There is no such passage."
