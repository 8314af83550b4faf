"""A study that is kept: saved and opened again, duplicated, restored after a crash, its files found again."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from recoupe.interface.commands import articles, project, sources
from recoupe.interface.commands.facts import queue
from recoupe.interface.commands.review import notes_of, states_of, with_note
from recoupe.interface.safekeeping import Safekeeping
from recoupe.model import State
from recoupe.project import Keeper, Kept, Lock, missing_sources, read_original, save_study
from recoupe.project.store import read_study
from windows import Opened


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


def test_files_that_are_gone_are_told_and_located(opened: Opened, qtbot: QtBot, three: list[Path], tmp_path: Path) -> None:
    session = opened.session
    gone = tuple(replace(a, origin=replace(a.origin, where=f"/nowhere/{Path(a.origin.where).name}")) for a in session.project.articles)
    path = tmp_path / f"Étude{project.SUFFIX}"
    save_study(replace(session.project, articles=gone), path)
    session.forget_changes()
    articles.open_paths(session, opened.window, [path])
    qtbot.waitUntil(lambda: session.path == path)
    opened.settle()
    assert three[0].name in opened.window.messages.text
    found = sources.located(session.project, session.project.articles[0], three[0])
    assert missing_sources(found) == ()  # the others stand beside it
    assert [a.text for a in found.articles] == [a.text for a in gone]
    session.close()


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
