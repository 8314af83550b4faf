"""Articles of a book's length come without holding the window up: one after another, and laid out a stretch at a time."""

from bisect import bisect_left
from dataclasses import replace
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.panes import strip as strips
from recoupe.interface.panes.findings import Findings, Mark
from recoupe.interface.panes.heads import Heads
from recoupe.interface.panes.marker import LOOKED
from recoupe.interface.panes.places import MEASURED, Places
from recoupe.interface.panes.stretches import STRETCH
from recoupe.interface.panes.strip import Strip
from recoupe.interface.panes.text import ArticleText
from recoupe.interface.signs import Sign
from recoupe.model import Article, Fact, Place, Project, Span, Verdict, fact_id
from windows import Opened, number

TEXT = "\n".join(f"La ville raconte sa journée numéro {n} sans que rien ne change : « il pleut »." for n in range(2000))

SET = ("larger", "smaller", "show_noise", "show_noise")


def long(ident: str) -> Article:
    return article(TEXT, ident)


def test_each_long_text_comes_in_a_turn_of_its_own(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened(qtbot)
    turns, came = [0], []
    ticking = QTimer(opened.window, interval=0)
    ticking.timeout.connect(lambda: turns.append(len(turns)))
    real = ArticleText.set_shown
    monkeypatch.setattr(ArticleText, "set_shown", lambda self, shown: (came.append(len(turns)), real(self, shown)))
    opened.session.open(Project(articles=(long("a"), long("b"))))
    assert not came
    ticking.start()
    qtbot.waitUntil(lambda: len(came) == 2)
    ticking.stop()
    opened.settle()
    assert came[0] < came[1]
    for pane in opened.window.row.panes:
        assert pane.text.toPlainText().replace("\xa0", " ") == TEXT
        assert pane.text.laid_to_the_end


def test_a_long_text_is_laid_out_a_stretch_at_a_time(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Project(articles=(article("Le pont est fermé.", "a"),)))
    opened.session.open(Project(articles=(long("b"),)))
    text = opened.window.row.panes[0].text
    qtbot.waitUntil(lambda: text.shown is not None)
    assert not text.laid_to_the_end
    opened.settle()
    assert text.laid_to_the_end
    assert text.verticalScrollBar().maximum() > 50 * text.viewport().height()


def laid(text: ArticleText) -> int:
    """How many characters of a text are laid out; what is follows from its first to its last."""
    document = text.document()
    number = bisect_left(range(document.blockCount()), True, key=lambda n: not document.findBlockByNumber(n).layout().lineCount())
    return document.findBlockByNumber(number).position() if number < document.blockCount() else document.characterCount()


def test_no_turn_lays_out_much_more_than_a_stretch(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.session.open(Project(articles=(article("\n".join([TEXT] * 6), "a"),)))
    text = opened.window.row.panes[0].text
    qtbot.waitUntil(lambda: text.shown is not None)
    steps, whole = [laid(text)], text.document().characterCount()
    assert text.viewport().updatesEnabled()
    while steps[-1] < whole:
        QTest.qWait(1)
        steps.append(laid(text))
    assert whole > 10 * STRETCH
    assert max(after - before for before, after in pairwise(steps)) < 1.6 * STRETCH


def test_a_long_text_stands_in_its_margins_from_the_first(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Project(articles=(long("a"), long("b"))))
    for pane in opened.window.row.panes:
        left, width = pane.text.column
        top, _ = pane.text.sentence_box(0)
        opened.window.resize(opened.window.width(), opened.window.height() - 20)  # which would set what lacks, and lay all out at once
        assert pane.text.column == (left, width)
        assert left > 0
        assert top > 0
        assert not pane.text.stretches.working


def test_what_was_found_in_a_long_text_before_it_came_is_marked(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.session.open(Project(articles=(long("a"),)))
    pane = opened.window.row.panes[0]
    pane.set_findings(Findings(aligned=frozenset({1, 1999})))
    opened.settle()
    assert pane.text.findings.aligned == {1, 1999}
    assert pane.text.sentence_box(1999)[0] > pane.text.sentence_box(1)[0] > 0


def marks(of: Article, verdict: Verdict) -> tuple[Mark, ...]:
    """A mark in every sentence."""
    found = (fact_at(of, n, Span(s.span.start, s.span.start + 2)) for n, s in enumerate(of.sentences))
    return tuple(Mark(fact, verdict, f"c{n}") for n, fact in enumerate(found))


def fact_at(of: Article, sentence: int, span: Span) -> Fact:
    return Fact(fact_id(of.id, span, "quantity"), "quantity", Place(of.id, sentence), span, "", number(1))


def test_a_long_text_is_marked_a_few_paragraphs_at_a_time(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    book = article("\n".join([TEXT] * 3), "a")
    opened = Opened(qtbot, Project(articles=(book,)))
    pane, looked = opened.window.row.panes[0], [0]
    plain = Places.starting_in
    monkeypatch.setattr(Places, "starting_in", lambda *given: (looked.__setitem__(-1, looked[-1] + 1), plain(*given))[1])
    pane.set_findings(Findings(marks=marks(book, Verdict.PRECISION)))
    text = pane.text
    seen = [block.blockNumber() for block, _ in text.visible_blocks()]
    assert seen
    assert all(has_room(text, n) for n in seen)
    assert not has_room(text, 5999)
    pane.set_findings(Findings(marks=marks(book, Verdict.CONTRADICTION)[:4000]))  # newer ones, while the others are being marked
    while text.marker.working:
        looked.append(0)
        qtbot.wait(1)
    assert has_room(text, 3999)
    assert not any(has_room(text, n) for n in range(4000, 6000))
    assert len(book.sentences) == 6000
    assert max(looked[1:]) < 10 * LOOKED


def test_where_the_sentences_of_a_long_text_stand_is_found_out_in_turns(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    book = article("\n".join([TEXT] * 3), "a")
    opened = Opened(qtbot, Project(articles=(book,)))
    pane, measured, drawn = opened.window.row.panes[0], [0], []
    plain, strip = Places.about, Strip.set_map
    monkeypatch.setattr(Places, "about", lambda *given: (measured.__setitem__(-1, measured[-1] + 1), plain(*given))[1])
    monkeypatch.setattr(Strip, "set_map", lambda self, passages, marked: (drawn.append(passages), strip(self, passages, marked)))
    pane.text.places.forget()
    pane.set_findings(Findings(aligned=frozenset(range(6000))))
    while not drawn:
        measured.append(0)
        qtbot.wait(1)
    assert sum(measured) == len(drawn[0]) == 6000
    assert max(measured) == MEASURED


def test_of_what_stands_ten_to_a_pixel_the_map_draws_one(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, plain = [0], strips.QRectF
    monkeypatch.setattr(strips, "QRectF", lambda *box: (drawn.__setitem__(0, drawn[0] + 1), plain(*box))[1])
    theme = Opened(qtbot).window.theme
    strip, count = Strip(theme), 20_000
    qtbot.addWidget(strip)
    strip.resize(14, 500)
    marked = tuple((n / count, Sign(Verdict.PRECISION)) for n in range(count))
    strip.set_map(tuple((n / count, (n + 1) / count, False) for n in range(count)), marked)
    strip.set_view(0.0, 0.01)
    drawn[0] = 0
    seen = strip.grab().toImage()
    assert drawn[0] < 2 * 500 / strips.NEAR + 2
    bare = QColor(theme.window)
    assert not any(seen.pixelColor(x, y) == bare for y in range(20, 500) for x in (3, 11))  # passages left, signs right


def has_room(text: ArticleText, number: int) -> bool:
    """Whether a paragraph leaves room for a sign."""
    return bool(text.document().findBlockByNumber(number).layout().formats())


def test_a_mark_that_reaches_into_a_later_paragraph_is_drawn_there(qtbot: QtBot) -> None:
    of = article("Le pont\nest\nfermé.", "a")
    opened = Opened(qtbot, Project(articles=(of,)))
    pane = opened.window.row.panes[0]
    pane.set_findings(Findings(marks=(Mark(fact_at(of, 0, Span(3, len(of.text))), Verdict.PRECISION, "c"),)))
    blocks = [pane.text.document().findBlockByNumber(n) for n in range(3)]
    assert [len(pane.text.sketch(block).marks) for block in blocks] == [1, 1, 1]
    assert [has_room(pane.text, n) for n in range(3)] == [False, False, True]


def test_an_article_that_goes_before_its_text_came_is_gone(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    opened.session.open(Project(articles=(long("a"),)))
    opened.session.open(Project(articles=(article("Le pont est fermé.", "b"),)))
    opened.settle()
    assert [pane.text.toPlainText() for pane in opened.window.row.panes] == ["Le pont est fermé."]


def test_words_that_a_tooltip_doubled_count_once() -> None:
    said = article("Le mot mot  est\ndit.", "a")
    at = said.text.index("mot mot") + 3
    assert sum(Heads().words(said)) == 5
    assert sum(Heads().words(replace(said, doubled=(Span(at, at + 4),)))) == 4


def opened_at_the_end(qtbot: QtBot) -> tuple[Opened, ArticleText]:
    """A long text, read near its end."""
    opened = Opened(qtbot, Project(articles=(long("a"),)))
    text = opened.window.row.panes[0].text
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum() - 300)
    opened.settle()
    return opened, text


@pytest.mark.parametrize("how", ["larger", "smaller", "show_noise"])
def test_a_long_text_is_set_otherwise_in_a_turn_and_the_reader_stays(qtbot: QtBot, how: str) -> None:
    opened, text = opened_at_the_end(qtbot)
    was = text.reading_offset
    opened.window.actions_by_id[how].trigger()
    assert text.laid_to_the_end  # as it was: the turn is still to come
    qtbot.waitUntil(lambda: not text.laid_to_the_end)
    assert text.reading_offset == was
    opened.settle()
    assert text.laid_to_the_end
    assert abs(text.reading_offset - was) < 400


def test_dragging_the_edge_lays_out_no_more_than_a_stretch_each_time_and_the_reader_stays(qtbot: QtBot) -> None:
    opened, text = opened_at_the_end(qtbot)
    was = text.reading_offset
    for width in range(1200, 900, -30):
        opened.window.resize(width, 800)
        assert text.stretches.working
        assert abs(text.reading_offset - was) < 400
    opened.settle()
    assert abs(text.reading_offset - was) < 400
    assert text.viewport().updatesEnabled()


def test_whoever_goes_elsewhere_meanwhile_is_not_brought_back(qtbot: QtBot) -> None:
    opened, text = opened_at_the_end(qtbot)
    opened.window.resize(900, 800)
    assert text.stretches.working
    text.verticalScrollBar().setValue(40)
    opened.settle()
    assert text.verticalScrollBar().value() == 40
    assert text.viewport().updatesEnabled()


def test_a_text_that_is_being_laid_out_can_go(qtbot: QtBot) -> None:
    opened, text = opened_at_the_end(qtbot)
    opened.window.resize(900, 800)
    assert text.stretches.working
    opened.session.open(Project(articles=(article("Le pont est fermé.", "a"),)))
    opened.settle()
    assert opened.window.row.panes[0].text.toPlainText() == "Le pont est fermé."
    assert opened.window.row.panes[0].text.viewport().updatesEnabled()


def bare(text: ArticleText) -> list[int]:
    """The paragraphs without a line, of which nothing is seen."""
    document = text.document()
    return [n for n in range(document.blockCount()) if not document.findBlockByNumber(n).layout().lineCount()]


def test_no_paragraph_of_a_long_text_is_left_out(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Project(articles=(article("\n".join([TEXT] * 3), "a"),)))
    text = opened.window.row.panes[0].text
    assert not bare(text)
    tall = text.text_height
    for change in (
        lambda: opened.window.resize(900, 800),
        lambda: opened.window.resize(1280, 800),
        *map(partial(partial, opened.act), SET),
    ):
        change()
        opened.settle()
        assert not bare(text)
    assert text.text_height == tall


def test_no_paragraph_is_left_out_where_marks_come_while_a_text_is_laid_out(qtbot: QtBot) -> None:
    book = article("\n".join([TEXT] * 3), "a")
    opened = Opened(qtbot, Project(articles=(book,)))
    pane = opened.window.row.panes[0]
    opened.window.resize(900, 800)
    assert pane.text.stretches.working
    pane.set_findings(Findings(marks=marks(book, Verdict.CONTRADICTION)[:40]))
    opened.settle()
    assert not bare(pane.text)
    assert [n for n in range(6000) if has_room(pane.text, n)] == list(range(40))


@pytest.mark.parametrize("how", ["narrow", "wide", *SET[:3]])
def test_at_the_very_end_the_last_words_stay_in_view(qtbot: QtBot, how: str) -> None:
    opened = Opened(qtbot, Project(articles=(article("\n".join([TEXT] * 3), "a"),)))
    text = opened.window.row.panes[0].text
    bar = text.verticalScrollBar()
    bar.setValue(bar.maximum())
    opened.settle()
    was = text.reading_offset
    if how in SET:
        opened.act(how)
    else:
        opened.window.resize(900 if how == "narrow" else 1700, 800)
        opened.settle()
    assert abs(text.reading_offset - was) < 400
    assert bar.maximum() == round(text.text_height - text.viewport().height())
    assert bar.value() <= text.sentence_box(text.shown.sentence_at(text.shown.position(was)))[1]
    assert bar.value() > bar.maximum() - text.viewport().height()


def test_between_two_paragraphs_the_reader_is_not_taken_to_be_at_the_end(qtbot: QtBot) -> None:
    opened = Opened(qtbot, Project(articles=(article("\n".join([TEXT] * 3), "a"),)))
    text = opened.window.row.panes[0].text
    opened.window.actions_by_id["larger"].trigger()
    qtbot.waitUntil(lambda: text.stretches.working)
    above = text.document().documentLayout().blockBoundingRect(text.document().findBlockByNumber(20))
    text.verticalScrollBar().setValue(round(above.bottom()) + 2)
    was = laid(text)
    assert text.shown.paragraphs[21].position == text.reading_offset
    assert text.visible_blocks()[0][0].blockNumber() == 20
    assert laid(text) == was < text.document().characterCount()
