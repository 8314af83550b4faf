"""The words of a menu begin on one line, whether or not a sign stands before them."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from recoupe.interface.theme import icon, load_theme, stylesheet

BEFORE = 24  # pixels in which a sign or a tick stands


def first_ink(menu: QMenu, action: QAction) -> int:
    """Where the words of an action begin, in pixels from the left."""
    image, place = menu.grab().toImage(), menu.actionGeometry(action)
    ground = image.pixelColor(place.right() - 4, place.center().y()).lightness()
    rows = range(place.top() + 2, place.bottom() - 1)
    columns = range(place.left() + BEFORE, place.right() - 8)
    return next(x for x in columns if any(abs(image.pixelColor(x, y).lightness() - ground) > 60 for y in rows))


def test_words_with_and_without_a_sign_begin_on_one_line(qtbot: QtBot) -> None:
    theme = load_theme("light")
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.setStyleSheet(stylesheet(theme))
    signed = menu.addAction(icon("add", theme), "Hide")
    signed.setIconVisibleInMenu(True)
    menu.addAction("Hide")
    menu.addAction("Hide").setCheckable(True)
    menu.addMenu("Hide")
    menu.popup(menu.pos())
    assert len({first_ink(menu, action) for action in menu.actions()}) == 1
    assert len({menu.actionGeometry(action).height() for action in menu.actions()}) == 1
    menu.hide()
