"""An editor's whole review of the sample story: by keyboard, with every step undone, saved and opened again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QToolButton
from pytestqt.qtbot import QtBot

from recoupe.analysis import analyse
from recoupe.files import seed
from recoupe.interface.commands import articles, events, project, sources
from recoupe.interface.commands.facts import queue
from recoupe.interface.commands.review import notes_of, states_of, with_note
from recoupe.interface.messages import ErrorNet
from recoupe.interface.panes.card import PartnerCard
from recoupe.interface.safekeeping import Safekeeping
from recoupe.model import By, Confirmed, Joined, Parted, Place, State, Verdict
from recoupe.project import Keeper, Kept, Lock, missing_sources, read_original, save_study
from recoupe.project.store import read_study
from windows import Opened

SEEDS = sorted(seed().glob("*.txt"))[1:4]  # the three that tell of the same purchase


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    opened = Opened(qtbot, analyse=analyse)
    articles.open_paths(opened.session, opened.window, SEEDS)
    qtbot.waitUntil(lambda: bool(opened.session.project.analysis.comparisons), timeout=60000)
    opened.settle()
    yield opened
    qtbot.waitUntil(lambda: opened.jobs.running == 0)


def press(opened: Opened, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the reader is."""
    pane = opened.window.row.current
    assert pane is not None
    pane.text.setFocus()
    QTest.keyClick(pane.text, key, modifier)
    opened.settle()


def test_the_review_by_keyboard_with_every_step_undone(opened: Opened) -> None:
    session, selection = opened.session, opened.selection
    before = session.project
    press(opened, Qt.Key.Key_N)
    first = selection.comparison
    assert first == queue(session)[0].id
    assert queue(session)[0].verdict is Verdict.CONTRADICTION
    press(opened, Qt.Key.Key_V)
    assert states_of(session.project)[first] is State.CONFIRMED
    second = selection.comparison
    assert second not in {"", first}
    press(opened, Qt.Key.Key_D)
    assert states_of(session.project)[second] is State.NOT_A_DIVERGENCE
    assert second not in [c.id for c in queue(session)]
    assert session.project.analysis is before.analysis
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(opened, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.project is before


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


def test_what_was_ruled_is_there_when_the_study_is_opened_again(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.session
    ident = queue(session)[0].id
    opened.selection.select_comparison(ident)
    opened.act("confirm_divergence")
    session.do("note", with_note(session.project, ident, "à vérifier auprès de la préfecture"))
    path = tmp_path / f"Étude{project.SUFFIX}"
    project.save_to(session, opened.window, path)
    qtbot.waitUntil(lambda: session.saved)
    ruled = session.project
    project.new(session, opened.selection, opened.window)
    assert not session.project.articles
    articles.open_paths(session, opened.window, [path])
    qtbot.waitUntil(lambda: bool(session.project.articles))
    assert session.project.decisions == ruled.decisions
    assert session.project.articles == ruled.articles
    assert states_of(session.project)[ident] is State.CONFIRMED
    assert notes_of(session.project)[ident].startswith("à vérifier")
    assert session.settings.recent == (str(path),)
    session.close()


def test_a_duplicate_is_a_study_of_its_own(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.session
    path = tmp_path / f"Étude{project.SUFFIX}"
    project.save_to(session, opened.window, path)
    qtbot.waitUntil(lambda: session.saved)
    articles_before = session.project.articles
    opened.act("duplicate")
    assert session.path is None
    assert session.project.title == "Étude (copy)"
    assert session.project.articles == articles_before
    assert not session.saved
    assert not Lock.take(path).release()
    session.close()


def test_a_duplicate_keeps_original_files_that_are_nowhere_else(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.session
    source = tmp_path / "Reçu.txt"
    source.write_text("Le pont est fermé.\nIl le restera trois mois.\n", encoding="utf-8")
    project.new(session, opened.selection, opened.window)
    articles.open_paths(session, opened.window, [source])
    qtbot.waitUntil(lambda: bool(session.project.articles))
    first, second = tmp_path / f"Étude{project.SUFFIX}", tmp_path / f"Copie{project.SUFFIX}"
    project.save_to(session, opened.window, first)
    qtbot.waitUntil(lambda: session.saved)
    content = source.read_bytes()
    source.unlink()
    opened.act("duplicate")
    project.save_to(session, opened.window, second)
    qtbot.waitUntil(lambda: session.saved)
    assert read_original(second, session.project.articles[0]) == content
    session.close()


def test_what_a_crash_left_finds_the_original_files_of_its_study(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = opened.session
    source = tmp_path / "Reçu.txt"
    source.write_text("Le pont est fermé.\nIl le restera trois mois.\n", encoding="utf-8")
    kept_study, elsewhere = tmp_path / f"Étude{project.SUFFIX}", tmp_path / f"Ailleurs{project.SUFFIX}"
    project.new(session, opened.selection, opened.window)
    articles.open_paths(session, opened.window, [source])
    qtbot.waitUntil(lambda: bool(session.project.articles))
    project.save_to(session, opened.window, kept_study)
    qtbot.waitUntil(lambda: session.saved)
    content = source.read_bytes()
    source.unlink()
    session.do("note", with_note(session.project, "x", "à vérifier"))
    keeper = Keeper(tmp_path / "recovery")
    safekeeping = Safekeeping(session, opened.jobs, keeper)
    safekeeping.leave()
    left = Kept(keeper.path, datetime.now(), "", (), "", 0, Path(read_study(keeper.path).copy_of))
    session.close()
    monkeypatch.setattr(opened.window, "leave", lambda then: then())
    project.restore(session, opened.window, left)
    qtbot.waitUntil(lambda: session.undo_label == "restore the study")
    project.save_to(session, opened.window, elsewhere)
    qtbot.waitUntil(lambda: session.saved)
    assert read_original(elsewhere, session.project.articles[0]) == content
    session.close()


def test_restoring_what_a_crash_left_asks_before_it_takes_the_place_of_other_work(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session, asked = opened.session, []
    session.do("note", with_note(session.project, "x", "à vérifier"))
    keeper = Keeper(tmp_path / "recovery")
    keeper.keep(replace(session.project, title="Autre"))
    monkeypatch.setattr(QMessageBox, "exec", lambda box: asked.append(box.text()) or QMessageBox.StandardButton.Cancel)
    project.restore(session, opened.window, Kept(keeper.path, datetime.now(), "", (), "", 0, None))
    opened.settle()
    assert asked
    assert session.project.title != "Autre"
    assert keeper.path.exists()
    keeper.forget()


def test_files_that_are_gone_are_told_and_located(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    session = opened.session
    gone = tuple(replace(a, origin=replace(a.origin, where=f"/nowhere/{Path(a.origin.where).name}")) for a in session.project.articles)
    path = tmp_path / f"Étude{project.SUFFIX}"
    save_study(replace(session.project, articles=gone), path)
    session.forget_changes()
    articles.open_paths(session, opened.window, [path])
    qtbot.waitUntil(lambda: session.path == path)
    opened.settle()
    assert SEEDS[0].name in opened.window.messages.text
    found = sources.located(session.project, session.project.articles[0], SEEDS[0])
    assert missing_sources(found) == ()  # the others stand beside it
    assert [a.text for a in found.articles] == [a.text for a in gone]
    session.close()


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
    articles.remove(session, gone)
    opened.settle()
    assert [p.article.id for p in opened.window.row.panes] == [a.id for a in before.articles if a.id != gone]
    assert all(gone not in e.articles for e in session.project.analysis.events)
    opened.act("undo")
    assert session.project is before
    assert len(opened.window.row.panes) == 3


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


def test_dropped_text_and_dropped_files_become_articles(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    text = QMimeData()
    text.setText("Trois personnes ont été blessées dans un incendie à Dijon, a annoncé la préfecture.")
    articles.take_mime(opened.session, opened.window, text)
    qtbot.waitUntil(lambda: len(opened.session.project.articles) == 1)
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(p)) for p in SEEDS[:2]])
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
