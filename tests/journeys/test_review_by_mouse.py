"""The review of the five sample articles with the mouse alone: rows, rulings and cards are clicked, and each step undone from its menu."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from recoupe.analysis import analyse
from recoupe.files import seed
from recoupe.interface.commands import articles
from recoupe.interface.commands.facts import queue
from recoupe.interface.commands.review import states_of
from recoupe.model import State
from windows import Opened


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    opened = Opened(qtbot, analyse=analyse)
    opened.window.resize(1600, 1000)
    articles.open_paths(opened.session, opened.window, sorted(seed().glob("0*.txt")))
    qtbot.waitUntil(lambda: bool(opened.session.project.analysis.comparisons), timeout=60000)
    opened.settle()
    yield opened
    qtbot.waitUntil(lambda: opened.jobs.running == 0)


def click(opened: Opened, widget: QWidget) -> None:
    assert widget.isVisible()
    assert widget.isEnabled()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    opened.settle()


def click_row(opened: Opened, row: int) -> None:
    table = opened.window.table.table
    at = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    opened.settle()


def rule(opened: Opened, state: State) -> None:
    buttons = opened.window.table.explanation.findChildren(QToolButton)
    click(opened, next(b for b in buttons if b.property("state") == state.value))


def undo(opened: Opened) -> None:
    """Click « Undo » in the Edit menu."""
    bar, action = opened.window.menuBar(), opened.window.actions_by_id["undo"]
    top = next(a for a in bar.actions() if isinstance(a.menu(), QMenu) and action in a.menu().actions())
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.actionGeometry(top).center())
    QTest.mouseClick(top.menu(), Qt.MouseButton.LeftButton, pos=top.menu().actionGeometry(action).center())
    opened.settle()


def test_the_review_by_mouse_with_every_step_undone(opened: Opened) -> None:
    session, selection = opened.session, opened.selection
    before = session.project
    assert len(before.articles) == 5
    click_row(opened, 0)
    first = selection.comparison
    assert first == queue(session)[0].id
    rule(opened, State.CONFIRMED)
    assert states_of(session.project)[first] is State.CONFIRMED
    confirmed = session.project
    click_row(opened, 1)
    second = selection.comparison
    assert second not in {"", first}
    rule(opened, State.NOT_A_DIVERGENCE)
    assert states_of(session.project)[second] is State.NOT_A_DIVERGENCE
    assert states_of(session.project)[first] is State.CONFIRMED
    undo(opened)
    assert session.project is confirmed
    undo(opened)
    assert session.project is before
