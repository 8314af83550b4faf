"""A later version of an article is dropped on its pane: rulings move over, what silently changed leads the list, one step undoes it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from recoupe.analysis import analyse
from recoupe.interface.commands import articles, project
from recoupe.interface.commands.review import notes_of, with_note
from recoupe.interface.panes.pane import Pane
from recoupe.model import Joined, Place
from windows import Opened

OLD = """La piscine fermera en mars

La piscine municipale de Dijon fermera ses portes le 12 mars 2025. Elle coûte 300 000 euros par an à la ville.

Le maire, Paul Verdier, regrette cette décision. Quelque 400 nageurs ont signé une pétition contre la fermeture.
"""
NEW = (
    OLD.replace("300 000", "350 000")
    .replace("Le maire, Paul Verdier, regrette cette décision. ", "")
    .replace("contre la fermeture.", "contre la fermeture. Un vote aura lieu lundi au conseil municipal.")
)
OTHER = """Dijon ferme sa piscine

À Dijon, la piscine municipale fermera le 12 mars 2025. Elle coûte 300 000 euros chaque année à la ville de Dijon.

Une pétition contre la fermeture a réuni 900 nageurs, selon ses auteurs.
"""


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Opened]:
    for name, text in (("matin.txt", OLD), ("soir.txt", OTHER), ("matin-bis.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    opened = Opened(qtbot, analyse=analyse)
    articles.open_paths(opened.session, opened.window, [tmp_path / "matin.txt", tmp_path / "soir.txt"])
    qtbot.waitUntil(lambda: bool(opened.session.project.analysis.comparisons), timeout=60000)
    opened.settle()
    yield opened
    qtbot.waitUntil(lambda: opened.jobs.running == 0)


def drop(opened: Opened, pane: Pane, data: QMimeData) -> None:
    """Drop something in the middle of a pane, as the system does."""
    spot = pane.mapTo(opened.window, QPoint(pane.width() // 2, pane.height() // 2))
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(opened.window, QDragEnterEvent(spot, *how))
    QApplication.sendEvent(opened.window, QDragMoveEvent(spot, *how))
    assert pane.article.title in opened.window.statusBar().currentMessage()
    QApplication.sendEvent(opened.window, QDropEvent(QPointF(spot), *how))
    opened.qtbot.waitUntil(lambda: opened.jobs.running == 0)
    opened.settle()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def question(opened: Opened) -> QMessageBox | None:
    return opened.window.findChild(QMessageBox, "later_version")


def answer(opened: Opened, words: str) -> None:
    box = question(opened)
    assert box is not None
    next(b for b in box.buttons() if b.text().replace("&", "") == words).click()
    opened.settle()


def pane_of(opened: Opened, ident: str) -> Pane:
    pane = opened.window.row.pane(ident)
    assert pane is not None
    return pane


def test_a_later_version_dropped_on_its_pane_takes_its_place(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    session = opened.session
    euros = next(c for c in session.project.analysis.comparisons if c.kind == "money")
    kept = Joined((Place("matin", 4), Place("soir", 3)))
    session.do("note", with_note(session.project, euros.id, "à vérifier"))
    session.do("join", replace(session.project, decisions=(*session.project.decisions, kept)))
    before = session.project
    drop(opened, pane_of(opened, "matin"), files(tmp_path / "matin-bis.txt"))
    box = question(opened)
    assert box is not None
    assert "reworded: 1, added: 1, removed: 1" in box.informativeText()
    answer(opened, "Replace")
    after = session.project
    assert [a.id for a in after.articles] == ["matin", "soir"]
    assert "350 000" in after.article("matin").text
    assert Joined((Place("matin", 3), Place("soir", 3))) in after.decisions
    assert notes_of(after)[next(c.id for c in after.analysis.comparisons if set(c.facts) & set(euros.facts))] == "à vérifier"
    changed = opened.window.table.changed
    assert changed.isVisible()
    assert changed.geometry().top() < opened.window.table.table.geometry().top() + 1
    words = changed.body.toPlainText()
    assert all(each in words for each in ("300", "350", "regrette", "Un vote aura lieu"))
    opened.act("undo")
    assert session.project is before
    assert not changed.isVisible()
    opened.act("redo")
    assert changed.isVisible()


def test_a_change_leads_to_its_sentence(opened: Opened, tmp_path: Path) -> None:
    drop(opened, pane_of(opened, "matin"), files(tmp_path / "matin-bis.txt"))
    answer(opened, "Replace")
    opened.window.table.changed.body.anchorClicked.emit(QUrl("0/0"))
    place = opened.selection.place
    assert place is not None
    assert "350 000" in opened.session.project.article("matin").sentence_text(place.sentence)


def test_the_same_file_written_anew_is_a_later_version_too(opened: Opened, tmp_path: Path) -> None:
    (tmp_path / "matin.txt").write_text(NEW, encoding="utf-8")
    drop(opened, pane_of(opened, "matin"), files(tmp_path / "matin.txt"))
    answer(opened, "Replace")
    assert "350 000" in opened.session.project.article("matin").text


def test_dropped_text_is_taken_likewise_and_may_be_set_beside(opened: Opened) -> None:
    data = QMimeData()
    data.setText(NEW)
    drop(opened, pane_of(opened, "matin"), data)
    answer(opened, "Set beside")
    assert len(opened.session.project.articles) == 3
    assert not opened.session.project.revisions


def test_what_is_no_later_version_is_set_beside_without_a_question(opened: Opened, tmp_path: Path) -> None:
    other = tmp_path / "autre.txt"
    other.write_text("Le marché de Noël ouvre\n\nLe marché ouvrira samedi à Metz. Il compte 80 chalets.", encoding="utf-8")
    drop(opened, pane_of(opened, "matin"), files(other))
    assert question(opened) is None
    assert [a.id for a in opened.session.project.articles] == ["matin", "soir", "autre"]


def test_the_version_that_is_open_is_told_and_nothing_changes(opened: Opened, tmp_path: Path) -> None:
    before = opened.session.project
    drop(opened, pane_of(opened, "matin"), files(tmp_path / "matin.txt"))
    assert question(opened) is None
    assert opened.session.project is before


def test_what_changed_is_saved_with_the_study(opened: Opened, tmp_path: Path, qtbot: QtBot) -> None:
    drop(opened, pane_of(opened, "matin"), files(tmp_path / "matin-bis.txt"))
    answer(opened, "Replace")
    path = tmp_path / "piscine.recoupe"
    project.save_to(opened.session, opened.window, path)
    qtbot.waitUntil(lambda: opened.session.saved)
    project.new(opened.session, opened.selection, opened.window)
    articles.open_paths(opened.session, opened.window, [path])
    qtbot.waitUntil(lambda: bool(opened.session.project.articles))
    assert "300 000" in opened.session.project.revisions[0].earlier.text
    assert opened.window.table.changed.isVisible()
    opened.session.close()
