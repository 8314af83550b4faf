"""What an editor does with a study: linking and parting passages, articles that come and go, what is copied and told."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

import studies
from recoupe.analysis import analyse
from recoupe.interface.commands import articles, events
from recoupe.interface.messages import ErrorNet
from recoupe.interface.panes.card import PartnerCard
from recoupe.model import By, Confirmed, Joined, Parted, Place
from windows import Opened


def press(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the reader is."""
    pane = opened.window.row.current
    assert pane is not None
    pane.text.setFocus()
    QTest.keyClick(pane.text, key, modifier)
    opened.settle()


def test_a_wrong_link_is_parted_and_stays_parted(opened: Opened) -> None:
    session = opened.session
    event = max(session.project.analysis.events, key=lambda e: len(e.members))
    place = event.members[0]
    opened.selection.select_event(event.id)
    opened.selection.select_place(place)
    others = {p for p in event.members if p.article != place.article}
    press(opened, Qt.Key.Key_U)
    assert [d for d in session.project.decisions if isinstance(d, Parted)]
    for found in session.project.analysis.events:
        assert place not in found.members or others.isdisjoint(found.members)
    assert session.undo_label == "part passages"
    opened.act("undo")
    assert event in session.project.analysis.events


def test_passages_are_picked_and_joined(opened: Opened) -> None:
    session, selection = opened.session, opened.selection
    left, right = session.project.articles[:2]
    pair = (Place(left.id, left.story[-1]), Place(right.id, right.story[-1]))
    for place in pair:
        selection.select_place(place)
        opened.act("pick")
    assert selection.picked == pair
    opened.act("join")
    assert Joined(pair) in session.project.decisions
    assert any(set(pair) <= set(e.members) for e in session.project.analysis.events)
    assert selection.picked == ()


def test_a_confirmed_link_is_the_users(opened: Opened) -> None:
    session = opened.session
    event = session.project.analysis.events[0]
    opened.selection.select_event(event.id)
    opened.selection.select_place(event.members[0])
    opened.act("confirm_link")
    confirmed = [d for d in session.project.decisions if isinstance(d, Confirmed)]
    assert confirmed
    links = {(x.left, x.right): x for e in session.project.analysis.events for x in e.links}
    assert all(links[d.left, d.right].by is By.USER for d in confirmed)


def test_partners_of_a_passage_quote_the_other_articles(opened: Opened) -> None:
    study = opened.session.project
    event = study.analysis.events[0]
    place = event.members[0]
    for partner in events.partners_of(study, place):
        words = "".join(text for kind, text in partner.changes if kind != "delete")
        assert words == study.article(partner.place.article).sentence_text(partner.place.sentence)


def test_removing_an_article_leaves_no_trace_and_comes_back(opened: Opened) -> None:
    session = opened.session
    before = session.project
    gone = before.articles[1].id
    articles.remove(session, opened.window, gone)
    opened.settle()
    assert [p.article.id for p in opened.window.row.panes] == [a.id for a in before.articles if a.id != gone]
    assert all(gone not in e.articles for e in session.project.analysis.events)
    opened.act("undo")
    assert session.project is before
    assert len(opened.window.row.panes) == 3


def test_removing_an_article_keeps_what_the_others_tell_outside_every_event() -> None:
    whole = studies.study()
    apart = tuple(replace(c, event="") for c in whole.analysis.comparisons)
    left = articles.without_article(replace(whole, analysis=replace(whole.analysis, comparisons=apart)), "c")
    assert [c.id for c in left.analysis.comparisons] == [c.id for c in apart]
    assert not any(f.startswith("c:") for c in left.analysis.comparisons for f in c.facts)


def test_articles_that_an_undo_takes_away_are_brought_back_by_a_button(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    text = QMimeData()
    text.setText("Trois personnes ont été blessées dans un incendie à Dijon, a annoncé la préfecture.")
    articles.take_mime(opened.session, opened.window, text)
    qtbot.waitUntil(lambda: len(opened.session.project.articles) == 1)
    added, messages = opened.session.project, opened.window.messages
    opened.act("undo")
    assert not opened.session.project.articles
    assert messages.isVisible()
    QTest.mouseClick(messages._button, Qt.MouseButton.LeftButton)
    assert opened.session.project is added
    assert not messages.isVisible()
    opened.act("undo")
    opened.act("redo")
    QTest.mouseClick(messages._button, Qt.MouseButton.LeftButton)  # they are back already: nothing else is done again
    assert opened.session.project is added


def test_bad_files_are_told_and_the_good_ones_open(qtbot: QtBot, tmp_path: Path) -> None:
    opened = Opened(qtbot, analyse=lambda *_: analyse(()))
    (tmp_path / "vide.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "bon.txt").write_text("Un incendie a fait trois blessés à Dijon, lundi soir.", encoding="utf-8")
    paths = [tmp_path / n for n in ("vide.txt", "image.txt", "absent.txt", "bon.txt")]
    articles.open_paths(opened.session, opened.window, paths)
    qtbot.waitUntil(lambda: len(opened.session.project.articles) == 1)
    for name in ("vide.txt", "image.txt", "absent.txt"):
        assert name in opened.window.messages.text
    assert opened.window.messages.isVisible()


def test_dropped_text_and_dropped_files_become_articles(qtbot: QtBot, three: list[Path]) -> None:
    opened = Opened(qtbot)
    text = QMimeData()
    text.setText("Trois personnes ont été blessées dans un incendie à Dijon, a annoncé la préfecture.")
    articles.take_mime(opened.session, opened.window, text)
    qtbot.waitUntil(lambda: len(opened.session.project.articles) == 1)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(p)) for p in three[:2]])
    articles.take_mime(opened.session, opened.window, files)
    qtbot.waitUntil(lambda: len(opened.session.project.articles) == 3)
    opened.act("undo")
    assert len(opened.session.project.articles) == 1
    articles.take_mime(opened.session, opened.window, QMimeData())
    assert opened.window.messages.text


def test_a_fault_is_shown_once_however_often_it_happens(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    opened = Opened(qtbot)
    net = ErrorNet(opened.window)
    error = ZeroDivisionError("a fault")
    for _ in range(20):
        net.catch(type(error), error, None)
    opened.settle()
    assert net.dialog is not None
    assert net.dialog.isVisible()
    assert net.dialog.details.count("ZeroDivisionError") == 1
    net.dialog.close()


def test_what_is_looked_at_is_copied_with_its_sources(opened: Opened) -> None:
    clipboard = QGuiApplication.clipboard()
    press(opened, Qt.Key.Key_N)
    project = opened.session.project
    row = next(c for c in project.analysis.comparisons if c.id == opened.selection.comparison)
    stated = [project.article(f.place.article).quote(f.span) for f in project.analysis.facts if f.id in row.facts]
    event = next(e for e in project.analysis.events if e.id == opened.selection.event)
    told = [project.article(p.article).sentence_text(p.sentence) for p in event.members]
    assert min(len(stated), len(told)) > 1
    for action, words in (("copy_row", stated), ("copy_passages", told), ("copy_quote", ["«"])):
        clipboard.clear()
        opened.window.actions_by_id[action].trigger()
        opened.qtbot.waitUntil(lambda: bool(clipboard.text()), timeout=20000)
        copied = " ".join(clipboard.text().split())
        assert [w for w in words if " ".join(w.split()) not in copied] == [], action


def test_the_card_of_partners_follows_what_is_ruled_on_it(opened: Opened, qtbot: QtBot) -> None:
    session, row = opened.session, opened.window.row
    event = max(session.project.analysis.events, key=lambda e: len(e.members))
    place = event.members[0]

    def told() -> tuple[int, int]:
        cards = [p.text.card.shown for p in row.panes if isinstance(p.text.card.shown, PartnerCard)]
        buttons = [b.accessibleName() for card in cards for b in card.findChildren(QToolButton)]
        return buttons.count("Go there"), buttons.count("Confirm this link")

    events.bring(session, opened.window, place)
    qtbot.waitUntil(lambda: told()[0] > 0)
    partners, open_links = told()
    other = next(p for p in event.members if p.article != place.article)
    row.partners.confirm_asked.emit(place, other)
    qtbot.waitUntil(lambda: told() == (partners, open_links - 1))
    row.partners.part_asked.emit(place, other)
    qtbot.waitUntil(lambda: told()[0] < partners)
    opened.act("undo")
    qtbot.waitUntil(lambda: told() == (partners, open_links - 1))


def test_partners_stay_level_beside_the_card_that_quotes_them(opened: Opened, qtbot: QtBot) -> None:
    """The card moves the text it stands in; what it quotes is still read beside it in its own article."""
    window, selection = opened.window, opened.selection
    window.resize(1360, 820)
    for ident in [row.ident for row in window.table.model.shown[:6]]:
        selection.select_comparison(ident)
        opened.settle()
        place, event = selection.place, selection.event
        telling = next((e for e in opened.session.project.analysis.events if e.id == event and place in e.members), None)
        if telling is None:
            continue
        opened.act("bring_partner")
        qtbot.waitUntil(lambda: any(p.text.card.shown is not None for p in window.row.panes))
        opened.settle()
        for pane in window.row.panes:
            partners = telling.of(pane.article.id)
            assert not partners or any(pane.shows(p) for p in partners)
        opened.act("escape")
