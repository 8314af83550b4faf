"""Every action stands in a menu, has a name, and shares its keys with no other."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from recoupe.interface.actions import ACTIONS, MENUS
from windows import Opened, nothing, story


def test_no_key_is_given_twice() -> None:
    keys = Counter(QKeySequence(k).toString() for a in ACTIONS for k in a.shortcuts)
    assert "" not in keys
    assert [k for k, n in keys.items() if n > 1] == []


def test_ids_and_names_are_unique() -> None:
    assert len({a.id for a in ACTIONS}) == len(ACTIONS)
    assert len({a.name for a in ACTIONS}) == len(ACTIONS)
    assert {a.menu for a in ACTIONS} <= {m for m, _ in MENUS}


def test_mnemonics_of_a_menu_differ() -> None:
    for menu, _ in MENUS:
        letters = Counter(a.title[a.title.index("&") + 1].lower() for a in ACTIONS if a.menu == menu and "&" in a.title)
        assert [k for k, n in letters.items() if n > 1] == [], menu


def test_every_action_is_in_the_menu_bar(qtbot: QtBot) -> None:
    window = Opened(qtbot).window
    for action in ACTIONS:
        assert window.actions_by_id[action.id] in window.menus_by_id[action.menu].actions()


def test_without_articles_what_needs_them_is_greyed(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    for ident in ("save", "next_divergence", "find", "remove", "join", "dismiss", "undo", "stop"):
        assert not opened.window.actions_by_id[ident].isEnabled()
    for ident in ("open_articles", "paste", "open_study", "quit"):
        assert opened.window.actions_by_id[ident].isEnabled()


@pytest.mark.parametrize("action", [a for a in ACTIONS if a.command.__module__.endswith(("events", "facts", "view"))], ids=lambda a: a.id)
def test_no_command_fails_on_an_empty_study(qtbot: QtBot, action) -> None:
    opened = Opened(qtbot, analyse=nothing)
    if action.id != "full_screen":
        action.command(opened.session, opened.selection, opened.window)
    assert opened.window.messages.text == ""


def test_undo_names_what_it_takes_back(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    opened.selection.select_comparison("c-number")
    opened.act("dismiss")
    assert opened.window.actions_by_id["undo"].text() == "&Undo set a divergence aside"
    opened.act("undo")
    assert opened.window.actions_by_id["undo"].text() == "&Undo"
    assert opened.window.actions_by_id["redo"].text() == "&Redo set a divergence aside"
