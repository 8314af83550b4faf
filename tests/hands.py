"""The hands of a user: what they click or press goes to the window, which finds for itself what is there; what asks is answered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QMenu, QTextBrowser, QToolButton, QWidget
from shiboken6 import isValid

from recoupe.interface.panes.card import PartnerCard
from recoupe.interface.panes.pane import Pane
from recoupe.model import Place
from windows import Opened

NONE, LEFT, RIGHT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}
SOON = 5000  # milliseconds within which a window that asks is there
NOTCH = 120  # of a mouse wheel, in Qt's eighths of a degree
PATIENCE = 400  # keys or notches after which something is taken to be out of reach


class Hands:
    """What the keyboard and the mouse have in common: the window they work on, and answers to what it asks."""

    def __init__(self, opened: Opened) -> None:
        self.opened, self.window = opened, opened.window
        self.window.activateWindow()

    def take_the_keys(self) -> None:
        """Where no window has the keys, give them to this one, as a window manager would: none is here, and menus leave none behind."""
        if QGuiApplication.focusWindow() is None:
            self.window.activateWindow()

    def pane(self, article: str) -> Pane:
        """The pane of an article."""
        found = self.window.row.pane(article)
        assert found is not None
        return found

    @property
    def cards(self) -> list[PartnerCard]:
        """The cards of partners that are open: one or none."""
        return [p.text.card.shown for p in self.window.row.panes if isinstance(p.text.card.shown, PartnerCard)]

    def wait_for_card(self) -> None:
        """What differs from other wordings is worked out beside the window, and shown when it is there."""
        self.opened.qtbot.waitUntil(lambda: len(self.cards) == 1)
        self.opened.settle()

    def on_card(self, words: str) -> list[QToolButton]:
        """The buttons of that name on the card, one for each partner that has it."""
        return [b for b in self.cards[0].findChildren(QToolButton) if b.accessibleName() == words]

    def answering(self, kind: type[QWidget], answer: Callable[[Any], None], do: Callable[[], None]) -> None:
        """Do something that opens a menu or a dialog, and answer that; what is asked is put away if the answer fails."""
        asked: list[QWidget] = []
        timer = QTimer(interval=20)

        def look() -> None:
            shown = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if isinstance(shown, kind) and shown.isVisible() and (shown.isActiveWindow() or not shown.isModal()):
                timer.stop()
                asked.append(shown)
                try:
                    answer(shown)
                    assert not (isValid(shown) and shown.isModal() and shown.isVisible()), "it was answered and still asks"
                except BaseException:
                    shown.close()
                    raise

        timer.timeout.connect(look)
        timer.start()
        do()
        self.opened.qtbot.waitUntil(lambda: bool(asked), timeout=SOON)
        self.opened.qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None, timeout=SOON)
        self.take_the_keys()
        self.opened.settle()


class Keys(Hands):
    """The keyboard alone: keys go to whatever has them."""

    def strike(self, keys: str) -> None:
        """Press one key with its modifiers, « Ctrl+Z », and go on at once."""
        *held, name = keys.split("+")
        modifiers = NONE
        for each in held:
            modifiers |= MODIFIERS[each]
        window = QGuiApplication.focusWindow()
        assert window is not None, "no window has the keys"
        QTest.keyClick(window, Qt.Key[f"Key_{name}"], modifiers)

    def press(self, *keys: str) -> None:
        """Press keys one after another and see what comes of them."""
        for each in keys:
            self.strike(each)
        self.opened.settle()

    def type(self, text: str) -> None:
        """Type words where the caret is, letters that are on no key of this keyboard too."""
        writing = QApplication.focusWidget()
        assert writing is not None
        for letter in text:
            QApplication.sendEvent(writing, QKeyEvent(QEvent.Type.KeyPress, 0, NONE, letter))

    def press_until(self, keys: str, reached: Callable[[], bool], within: int = PATIENCE) -> None:
        """Press a key as often as it takes, or as anyone would."""
        for _ in range(within + 1):
            if reached():
                self.opened.settle()
                return
            self.strike(keys)
        raise AssertionError(f"{keys} does not lead there")

    def go_to(self, widget: QWidget, keys: str = "Tab") -> None:
        """Press a key until a widget has the keys."""
        self.press_until(keys, widget.hasFocus)

    def read_to(self, place: Place) -> None:
        """Walk to an article and through its text to a sentence, and choose it."""
        text = self.pane(place.article).text
        self.go_to(text, "F6")
        self.strike("Ctrl+Home")
        for _ in range(PATIENCE):
            here = text.current_place
            assert here is not None
            if here == place:
                break
            near = "Ctrl+Right" if here < place else "Ctrl+Left"
            self.strike("Down" if here.sentence < place.sentence - 1 else near)
        self.press("Return")
        assert self.opened.selection.place == place

    def follow_link(self, browser: QTextBrowser, address: str) -> None:
        """Walk with Tab to a link in a text, and follow it."""
        self.press_until("Tab", lambda: browser.hasFocus() and browser.textCursor().charFormat().anchorHref() == address)
        self.press("Return")


class Mouse(Hands):
    """The mouse alone: what is clicked must be what is seen at that point."""

    def click(self, widget: QWidget, at: QPoint | None = None, button: Qt.MouseButton = LEFT, *, twice: bool = False) -> None:
        """Click a point of a widget, its middle where none is given."""
        window = widget.window()
        place = widget.mapTo(window, widget.rect().center() if at is None else at)
        hit = window.childAt(place) or window
        assert widget.isVisible()
        assert widget.isEnabled()
        assert hit is widget or widget.isAncestorOf(hit), f"{hit} lies over {widget}"
        clicked = QTest.mouseDClick if twice else QTest.mouseClick
        clicked(window.windowHandle(), button, NONE, place)
        self.take_the_keys()
        self.opened.settle()

    def wheel(self, area: QAbstractScrollArea, *, down: bool) -> None:
        """Turn the wheel by a notch over something that scrolls."""
        view = area.viewport()
        at, turned = QPointF(view.rect().center()), QPoint(0, -NOTCH if down else NOTCH)
        above = view.mapToGlobal(at)
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(view, QWheelEvent(at, above, QPoint(), turned, buttons, NONE, phase, False))

    def choose(self, menu: QMenu, action: QAction) -> None:
        """Click a line of an open menu."""
        assert action in menu.actions()
        assert action.isEnabled(), action.text()
        self.click(menu, menu.actionGeometry(action).center())

    def from_menus(self, ident: str) -> None:
        """Open the menu that an action is in, from the bar, and click it there."""
        bar, action = self.window.menuBar(), self.window.actions_by_id[ident]
        top = next(a for a in bar.actions() if action in a.menu().actions())
        self.click(bar, bar.actionGeometry(top).center())
        self.choose(top.menu(), action)

    def click_item(self, view: QAbstractItemView, row: int) -> None:
        """Scroll to a row of a list or table, and click its first cell."""
        index = view.model().index(row, 0)
        for _ in range(PATIENCE):
            box = view.visualRect(index)
            if view.viewport().rect().contains(box.center()):
                break
            self.wheel(view, down=box.center().y() > 0)
        self.click(view.viewport(), box.center())
        assert view.currentIndex().row() == row

    def point(self, place: Place) -> tuple[QWidget, QPoint]:
        """Scroll until a sentence is in view: where to click it."""
        text = self.pane(place.article).text
        view = text.viewport()
        for _ in range(PATIENCE):
            span = text.shown.article.sentences[place.sentence].span
            cursor = text.cursor_over(span)
            cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
            at = text.cursorRect(cursor).center()
            if view.rect().adjusted(0, 8, 0, -8).contains(at):
                break
            self.wheel(text, down=at.y() > 8)
        self.opened.settle()
        at = text.cursorRect(cursor).center()
        assert text.place_at(at) == place
        return view, at

    def on_passage(self, place: Place, ident: str) -> None:
        """Click an action in the menu of a sentence."""
        view, at = self.point(place)
        chosen = self.window.actions_by_id[ident]
        self.answering(QMenu, lambda menu: self.choose(menu, chosen), lambda: self.click(view, at, RIGHT))

    def follow_link(self, browser: QTextBrowser, address: str) -> None:
        """Click a link in a text, scrolling to it where it is out of view."""
        cursor = browser.textCursor()
        cursor.movePosition(cursor.MoveOperation.Start)
        while cursor.charFormat().anchorHref() != address:
            assert cursor.movePosition(cursor.MoveOperation.NextCharacter), f"no link to {address}"
        for _ in range(PATIENCE):
            at = browser.cursorRect(cursor).center() - QPoint(2, 0)  # a cursor stands after the letter that it speaks of
            if browser.viewport().rect().contains(at):
                break
            self.wheel(browser, down=at.y() > 0)
        self.click(browser.viewport(), at)
