"""The window by keyboard alone: everything is reached with Tab, what has the focus is seen, and an undone ruling is where it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from recoupe.interface.commands.review import notes_of, states_of
from recoupe.interface.dialogs.note import WriteNote
from recoupe.model import State
from recoupe.settings import Settings
from windows import Opened, story

LEAST = 60  # pixels by which a widget with the focus differs from itself without


def with_everything(qtbot: QtBot, theme: str) -> Opened:
    """A window that shows every part it has."""
    opened = Opened(qtbot, story(), lambda *_: story().analysis, Settings(theme=theme))
    opened.window.resize(1500, 900)
    opened.window.activateWindow()
    opened.window.outline.show()
    opened.window.find_bar.open()
    opened.window.messages.tell("Something happened.", "Look")
    opened.act("next_divergence")
    return opened


def stops(first: QWidget) -> Iterator[QWidget]:
    """Where Tab stops, from one widget on until it comes round."""
    found: list[QWidget] = []
    first.setFocus()
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now in found[:-1]:
            return
        if now not in found:
            found.append(now)
            yield now


def test_tab_reaches_every_control_of_every_pane(qtbot: QtBot) -> None:
    opened = with_everything(qtbot, "light")
    panes = opened.window.row.panes
    reached = list(stops(panes[-1].text))
    for pane in panes:
        assert {pane.text, pane.header.lock, pane.header.more} <= set(reached)
    assert {opened.window.table.table, opened.window.outline.tree, opened.window.table.explanation.note} <= set(reached)


def test_the_card_of_partners_comes_next_after_the_text_it_stands_in(qtbot: QtBot) -> None:
    opened = with_everything(qtbot, "light")
    left, right = opened.window.row.panes
    opened.act("bring_partner")
    qtbot.waitUntil(lambda: left.text.card.shown is not None)
    card = left.text.card.shown
    assert card is not None
    buttons = card.findChildren(QToolButton)
    reached = list(stops(left.text))
    assert reached[: 1 + len(buttons)] == [card, *buttons]
    assert reached.index(right.text) > len(buttons)
    opened.act("escape")
    assert list(stops(left.text))[-1] is left.text  # and the round is as it was


def differing(one: QImage, other: QImage) -> int:
    return sum(one.pixel(x, y) != other.pixel(x, y) for y in range(one.height()) for x in range(one.width()))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_what_has_the_focus_is_seen(qtbot: QtBot, theme: str) -> None:
    opened = with_everything(qtbot, theme)
    window = opened.window
    for widget in stops(window.row.panes[0].text):
        pane = next((p for p in window.row.panes if p.text is widget), None)
        shown: QWidget = pane.header if pane is not None else widget  # a caret is a line of 20 pixels: the head of its pane tells too
        place = QRect(shown.mapTo(window, QPoint(0, 0)), shown.size()).adjusted(-3, -3, 3, 3)
        with_focus = window.grab(place).toImage()
        widget.clearFocus()
        assert differing(with_focus, window.grab(place).toImage()) > LEAST, widget.accessibleName() or widget
        widget.setFocus()


def test_undoing_a_ruling_goes_back_to_its_row(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    opened.act("next_divergence")
    first = opened.selection.comparison
    opened.act("confirm_divergence")
    assert opened.selection.comparison != first
    opened.act("undo")
    assert opened.selection.comparison == first
    assert first not in states_of(opened.session.project)
    opened.selection.select_comparison("")
    opened.act("redo")
    assert opened.selection.comparison == first
    assert states_of(opened.session.project)[first] is State.CONFIRMED


def test_a_note_says_what_it_is_on_and_is_saved_by_key(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Opened(qtbot, story(), lambda *_: story().analysis)
    opened.act("next_divergence")
    title = next(r.title for r in opened.window.table.model.rows if r.ident == opened.selection.comparison)
    seen: list[str] = []

    def write(dialog: WriteNote) -> int:
        qtbot.addWidget(dialog)
        dialog.show()
        seen.append(" ".join(label.text() for label in dialog.findChildren(type(dialog.subject))))
        text = dialog.note
        qtbot.keyClicks(text, "Call the town hall")
        qtbot.keyClick(text, Qt.Key.Key_Return)
        qtbot.keyClicks(text, "by noon")
        qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return dialog.result()

    monkeypatch.setattr(WriteNote, "exec", write)
    opened.act("note")
    assert title in seen[0]
    assert notes_of(opened.session.project) == {opened.selection.comparison: "Call the town hall\nby noon"}
