"""What a screen reader meets: no control without a name, no text twice, everything in reach of the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from recoupe.interface.rehearsal import NEED_NAMES, below
from windows import Opened, story


def described(interface: QAccessibleInterface) -> str:
    widget = interface.object()
    return f"{interface.role().name} {type(widget).__name__} {widget.objectName() if widget else ''}"


def test_no_control_is_without_a_name(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    opened.act("find")
    root = QAccessible.queryAccessibleInterface(opened.window)
    nameless = [
        described(i)
        for i in below(root)
        if i.role() in NEED_NAMES and not i.state().invisible and not i.text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


def test_every_pane_tells_its_article(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    names = [pane.text.accessibleName() for pane in opened.window.row.panes]
    assert [n.split(":")[0] for n in names] == ["Le Matin", "Le Soir"]
    interface = QAccessible.queryAccessibleInterface(opened.window.row.panes[0].text)
    assert "1 200 manifestants" in interface.text(QAccessible.Text.Value)


def test_every_button_says_what_it_does(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    for button in opened.window.findChildren(QAbstractButton):
        if button.isVisible():
            assert button.toolTip() or button.text() or button.accessibleName(), button


def test_every_part_of_the_window_is_reached_by_one_key(qtbot: QtBot) -> None:
    """Round the articles, the table and the list of passages, as far as they are shown, and back the other way."""
    opened = Opened(qtbot, story())
    window = opened.window
    window.activateWindow()
    left, right = (pane.text for pane in window.row.panes)
    left.setFocus()
    for keys, stops in (("next_pane", [right, window.table.table, left]), ("previous_pane", [window.table.table, right, left])):
        for stop in stops:
            opened.act(keys)
            assert stop.hasFocus()
    opened.act("outline")
    window.table.explanation.body.setFocus()  # within the table
    for stop in (window.outline.tree, left, right, window.table.table):
        opened.act("next_pane")
        assert stop.hasFocus()
    opened.act("table")
    window.outline.search.setFocus()
    for stop in (right, left, window.outline.tree):
        opened.act("previous_pane")
        assert stop.hasFocus()


def test_nothing_that_takes_focus_is_out_of_the_tab_order(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    chain: list[QWidget] = []
    widget = opened.window.nextInFocusChain()
    while widget is not opened.window and widget not in chain:
        chain.append(widget)
        widget = widget.nextInFocusChain()
    texts = [pane.text for pane in opened.window.row.panes]
    assert [w for w in chain if w in texts] == texts
    assert all(t.focusPolicy() & Qt.FocusPolicy.TabFocus for t in texts)
