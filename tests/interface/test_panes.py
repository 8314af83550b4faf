"""The panes: what is marked, where it stands, and how the reader is led from one article to the next."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.panes.card import changed_words
from recoupe.interface.panes.findings import Findings, Mark, marks_by_article, runs, ties
from recoupe.interface.panes.heads import Heads
from recoupe.interface.panes.pane import Pane
from recoupe.interface.panes.sheet import tied
from recoupe.model import FACT_KINDS, Analysis, Place, Project, Role, Verdict
from windows import Opened, fact, number, story


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    return Opened(qtbot, story(), lambda *_: story().analysis)


def middle_of(pane: Pane, place: Place) -> QPoint:
    """A point on the first words of a sentence, in the viewport."""
    cursor = pane.text.cursor_over(pane.article.sentences[place.sentence].span)
    cursor.setPosition(cursor.selectionStart() + 3)
    return pane.text.cursorRect(cursor).center()


def test_no_paragraph_is_empty(opened: Opened) -> None:
    for pane in opened.window.row.panes:
        block = pane.text.document().begin()
        while block.isValid():
            assert block.text().strip()
            block = block.next()


def test_every_mark_covers_exactly_its_words(opened: Opened) -> None:
    project = opened.session.project
    for ident, marks in marks_by_article(project, FACT_KINDS).items():
        pane = opened.window.row.pane(ident)
        assert pane is not None
        assert marks
        for mark in marks:
            words = project.article(ident).quote(mark.span)
            assert pane.text.cursor_over(mark.span).selectedText().replace("\u2029", " ").replace("\xa0", " ") == words


def test_a_click_brings_the_partner_level(opened: Opened) -> None:
    left, right = opened.window.row.panes
    QTest.mouseClick(left.text.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(left, Place("a", 1)))
    opened.settle()
    partner = Place("b", len(right.article.sentences) - 2)
    assert opened.selection.event == "march"
    assert opened.selection.place == Place("a", 1)
    assert right.shows(partner)


def test_a_pane_that_scrolls_with_the_others_again_comes_to_what_they_are_at(opened: Opened) -> None:
    left, right = opened.window.row.panes
    bars = left.text.verticalScrollBar(), right.text.verticalScrollBar()
    bars[0].setValue(bars[0].maximum() // 2)
    opened.settle()
    level = bars[1].value()
    right.header.lock.click()
    bars[1].setValue(0)
    opened.settle()
    assert bars[1].value() == 0 != level
    right.header.lock.click()
    opened.settle()
    assert bars[1].value() == pytest.approx(level, abs=2)
    assert bars[0].value() == bars[0].maximum() // 2


def test_scrolling_follows_meaning_and_a_pane_can_be_let_go(opened: Opened) -> None:
    left, right = opened.window.row.panes
    left.text.verticalScrollBar().setValue(left.text.verticalScrollBar().maximum())
    assert right.text.verticalScrollBar().value() > 0
    at = right.text.verticalScrollBar().value()
    right.set_follow(False)
    left.text.verticalScrollBar().setValue(0)
    assert right.text.verticalScrollBar().value() == at
    right.set_follow(True)
    left.text.verticalScrollBar().setValue(40)
    assert right.text.verticalScrollBar().value() != at


def test_a_pane_moved_by_the_program_moves_no_other(opened: Opened) -> None:
    left, right = opened.window.row.panes
    right.lead_to(200)
    assert left.text.verticalScrollBar().value() == 0


def test_bands_stand_level_with_their_sentences(opened: Opened) -> None:
    left, right = opened.window.row.panes
    gutter = opened.window.row.link_maps[0]
    opened.selection.select_place(Place("a", 1))
    drawn = {d.tie.event: d.band for d in gutter.drawn}
    assert drawn["march"].left_top == pytest.approx(left.height_in_view(Place("a", 1)))
    left.text.verticalScrollBar().setValue(left.text.verticalScrollBar().value() + 30)
    moved = {d.tie.event: d.band for d in gutter.drawn}
    assert moved["march"].left_top == pytest.approx(left.height_in_view(Place("a", 1)))
    assert right.text.text_height > 0


def test_a_chosen_comparison_takes_every_article_to_its_fact(opened: Opened) -> None:
    opened.selection.select_comparison("c-fire")
    opened.settle()
    left, right = opened.window.row.panes
    assert left.shows(Place("a", len(left.article.sentences) - 2))
    assert right.shows(Place("b", 0))
    assert opened.selection.event == "fire"


def test_a_chosen_comparison_leads_to_the_fact_that_its_row_quotes(qtbot: QtBot) -> None:
    project = story()
    early = fact(project.article("a"), "Dijon", "place", number(1))
    found = project.analysis
    rows = tuple(replace(c, facts=(*c.facts, early.id)) if c.id == "c-fire" else c for c in found.comparisons)
    opened = Opened(qtbot, replace(project, analysis=replace(found, facts=(early, *found.facts), comparisons=rows)))
    opened.selection.select_comparison("c-fire")
    opened.settle()
    left = opened.window.row.panes[0]
    assert left.shows(Place("a", len(left.article.sentences) - 2))


def test_tooltips_set_the_values_side_by_side(opened: Opened) -> None:
    row = opened.window.row
    marks = marks_by_article(opened.session.project, FACT_KINDS)["a"]
    words = row.explain(Place("a", 1), marks[:1])
    for expected in ("1 200", "3 000", "Le Matin", "Le Soir", "la police", "contradict"):
        assert expected.lower() in words.lower().replace("\u202f", " ").replace("\xa0", " ")


def test_noise_is_hidden_and_shown_again(opened: Opened, qtbot: QtBot) -> None:
    opened.selection.select_place(Place("a", 2))
    opened.act("noise")
    assert opened.session.project.article("a").sentences[2].role is Role.NOISE
    opened.act("show_noise")
    pane = opened.window.row.pane("a")
    assert pane is not None
    assert "salué le calme" not in pane.text.toPlainText()
    opened.act("show_noise")
    assert "salué le calme" in pane.text.toPlainText()
    opened.act("undo")
    assert opened.session.project.article("a").sentences[2].role is Role.BODY


def test_what_is_copied_is_the_articles_own_text(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Project(articles=(article("Il y a 12\u202f000\xa0% de « plus »."),)))
    pane = opened.window.row.panes[0]
    pane.text.selectAll()
    pane.text.copy()
    assert QApplication.clipboard().text() == "Il y a 12\u202f000\xa0% de « plus »."


def test_zoom_keeps_the_reader_at_the_same_words(opened: Opened) -> None:
    left = opened.window.row.panes[0]
    left.text.verticalScrollBar().setValue(600)
    before = left.text.shown.offset(left.text.cursorForPosition(QPoint(0, 0)).position())
    opened.act("larger")
    after = left.text.shown.offset(left.text.cursorForPosition(QPoint(0, 0)).position())
    assert abs(after - before) < 120
    assert opened.session.settings.reading_size == 13


def test_the_reader_can_walk_the_text_by_keys(opened: Opened) -> None:
    left = opened.window.row.panes[0]
    left.text.setFocus()
    for _ in range(3):
        QTest.keyClick(left.text, Qt.Key.Key_Down)
    assert opened.selection.place is not None
    assert opened.selection.place.article == "a"


@pytest.mark.parametrize("sentence", [1, 40])
def test_partners_of_a_passage_in_a_long_paragraph_come_into_view_beside_it(opened: Opened, qtbot: QtBot, sentence: int) -> None:
    left = opened.window.row.panes[0]
    text = left.text
    place = Place("a", sentence)
    opened.window.row.reach(place)
    left.bring(place, 200)
    text.put_caret(place)
    opened.settle()
    opened.act("bring_partner")
    qtbot.waitUntil(lambda: text.card.shown is not None, timeout=120_000)
    opened.settle()
    card = text.card.shown
    assert card is not None
    top, bottom = text.sentence_box(sentence)
    scroll = text.verticalScrollBar().value()
    assert card.geometry().top() >= bottom - scroll - 1
    assert card.geometry().bottom() <= text.viewport().height()
    assert top - scroll >= 0


def test_partners_are_shown_in_place_and_put_away(opened: Opened, qtbot: QtBot) -> None:
    opened.selection.select_place(Place("a", 1))
    left = opened.window.row.panes[0]
    height = left.text.text_height
    opened.act("bring_partner")
    qtbot.waitUntil(lambda: left.text.card.shown is not None, timeout=120_000)
    assert left.text.text_height > height
    opened.act("escape")
    assert left.text.card.shown is None
    assert left.text.text_height == pytest.approx(height)


def test_differing_words_stand_out_unless_all_do(opened: Opened) -> None:
    theme = opened.window.theme
    near = changed_words((("equal", "Il y a 1 200 "), ("delete", "morts"), ("insert", "blessés"), ("equal", " à Dijon hier soir.")), theme)
    assert "line-through'>morts<" in near
    assert "blessés</span>" in near
    far = changed_words((("delete", "Dijon défile encore"), ("insert", "La foule marche à Dijon")), theme)
    assert "line-through" not in far
    assert "<b>Dijon</b>" in far


def test_the_overlap_of_two_facts_is_told_by_the_gravest() -> None:
    project = story()
    marks = marks_by_article(project, FACT_KINDS)["a"]
    assert [m.verdict for m in marks if m.comparison == "c-number"] == [Verdict.CONTRADICTION]
    assert marks_by_article(project, ("place",))["a"][0].comparison == "c-place"


def test_where_two_facts_end_together_one_sign_is_drawn(qtbot: QtBot) -> None:
    """A hollow sign over another shape could not be read."""
    project = story()
    left = project.articles[0]
    long, short = (fact(left, words, "name", number(1)) for words in ("Selon la police", "police"))
    pane = Opened(qtbot, replace(project, analysis=Analysis())).window.row.panes[0]
    found = (Mark(long, Verdict.ATTRIBUTION, "x", unsure=True), Mark(short, Verdict.CONTRADICTION, "y", unsure=True))
    pane.text.set_findings(Findings(marks=found))
    drawn = [m for block, _ in pane.text.visible_blocks() for m in pane.text.sketch(block).marks]
    assert [(m.mark.comparison, m.badge is None) for m in drawn] == [("x", True), ("y", False)]


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - called so by Qt
        self.times += event.type() is QEvent.Type.Paint
        return False


def test_the_title_in_the_head_breaks_where_french_lets_it(qtbot: QtBot) -> None:
    one = replace(article("Le feu aux halles : deux blessés."), title="Le feu aux halles : deux blessés")
    head = Opened(qtbot, Project(articles=(one,))).window.row.panes[0].header
    assert head.title._text == "Le feu aux halles\xa0: deux blessés"


def test_the_keys_go_back_to_the_text_when_a_message_is_put_away(opened: Opened, qtbot: QtBot) -> None:
    """They went to the search over the table, and N was typed there."""
    window = opened.window
    window.activateWindow()
    window.tell("Something happened.", "Do it")
    window.messages._button.setFocus()
    QTest.mouseClick(window.messages._button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.focusWidget() is window.row.current.text, timeout=5000)


def test_a_passage_newly_linked_is_drawn_at_once(qtbot: QtBot) -> None:
    """Its words need no new layout, and were not painted anew until they were scrolled."""
    pane = Opened(qtbot, Project(articles=(article("Le pont est fermé."),))).window.row.panes[0]
    painted = Painted(pane.text.viewport())
    pane.text.set_findings(Findings(aligned=frozenset({0})))
    qtbot.waitUntil(lambda: painted.times > 0, timeout=5000)


def test_ties_join_runs_of_neighbours() -> None:
    assert runs([Place("a", 3), Place("a", 1), Place("a", 2), Place("a", 7)]) == ((1, 2, 3), (7,))
    event = replace(story().analysis.events[0], links=())
    assert [(t.left, t.right) for t in ties([event], "a", "b", {})] == [((1,), (event.of("b")[0].sentence,))]


def test_the_share_aligned_counts_words_of_the_story() -> None:
    assert 0 < Heads().share_aligned(story(), story().article("a")) < 0.2


def test_the_head_of_an_article_that_has_nothing_of_the_others_says_so() -> None:
    whole = story()
    assert "no passage in common" not in Heads().heading(whole, whole.article("a")).facts
    alone = replace(whole, analysis=replace(whole.analysis, events=(), comparisons=()))
    assert "no passage in common" in Heads().heading(alone, alone.article("a")).facts
    unfinished = replace(whole, analysis=replace(whole.analysis, events=(), comparisons=(), partial=True))
    assert "no passage in common" not in Heads().heading(unfinished, unfinished.article("a")).facts


def test_passages_are_picked_with_the_control_key(opened: Opened) -> None:
    left = opened.window.row.panes[0]
    for sentence in (1, 2):
        spot = middle_of(left, Place("a", sentence))
        QTest.mouseClick(left.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=spot)
    assert opened.selection.picked == (Place("a", 1), Place("a", 2))
    QTest.mouseClick(left.text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, pos=spot)
    assert opened.selection.picked == (Place("a", 1),)


def test_figures_and_quote_marks_are_not_torn_apart_at_line_ends() -> None:
    text = "Il dit : « 12 000 manifestants » ; vrai ? 15 % et 3 ans, 10 000 GPU ou 5 12."
    shown = tied(text)
    assert len(shown) == len(text)
    assert shown.replace("\xa0", " ") == text
    for together in ("dit\xa0:", "«\xa012\xa0000 man", "ants\xa0»\xa0;", "vrai\xa0?", "15\xa0%", "10\xa0000 GPU", "3 ans", "5 12"):
        assert together in shown


def test_what_was_tied_is_copied_as_the_article_has_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Project(articles=(article("Il y a 12 000 « cas »."),)))
    pane = opened.window.row.panes[0]
    pane.text.selectAll()
    pane.text.copy()
    assert QApplication.clipboard().text() == "Il y a 12 000 « cas »."


def test_a_pane_that_is_going_tells_of_no_scrolling(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    pane = opened.window.row.panes[0]
    bar = pane.text.verticalScrollBar()
    pane.glide_to(bar.maximum())
    opened.session.open(Project())
    bar.setValue(bar.maximum() // 2)  # as when its text is laid out once more before it is gone
    opened.settle()
    assert opened.window.row.panes == ()
