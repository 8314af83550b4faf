"""The actions of the window, where they stand: in the menus, on the tool bar, in the menus of articles and passages, in lists of all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton

from recoupe.interface.actions import ACTIONS, MENUS, Action
from recoupe.interface.dialogs.palette import Entry
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.theme import Theme, icon

TOOLS = (
    "open_articles",
    "paste",
    "",
    "previous_divergence",
    "next_divergence",
    "",
    "bring_partner",
    "follow",
    "",
    "switch_language",
    "",
    "find",
)
ARTICLE_MENU = (
    "details",
    "replace_version",
    "",
    "switch_language",
    "translate_current",
    "translate_anew",
    "",
    "let_go",
    "show_noise",
    "",
    "move_left",
    "move_right",
    "",
    "remove",
)
PASSAGE_MENU = (
    "bring_partner",
    "",
    "confirm_link",
    "pick",
    "join",
    "part",
    "",
    "correct_translation",
    "retry_translation",
    "",
    "noise",
    "copy_quote",
    "copy_passages",
)


class Menus:
    """Makes a `QAction` of every action and puts it in its places; what is done when one is chosen is told by `run`."""

    def __init__(self, window: QMainWindow, theme: Theme, run: Callable[[Action], None]) -> None:
        self._run = run
        self.menus: dict[str, QMenu] = {
            ident: window.menuBar().addMenu(QCoreApplication.translate("Menus", title)) for ident, title in MENUS
        }
        self.actions = {action.id: self._made(action, window, theme) for action in ACTIONS}
        for action in ACTIONS:
            if action.divided:
                self.menus[action.menu].addSeparator()
            self.menus[action.menu].addAction(self.actions[action.id])
        window.addToolBar(self._tool_bar(window))

    def _made(self, action: Action, window: QMainWindow, theme: Theme) -> QAction:
        made = QAction(action.title, window)
        made.setShortcuts([QKeySequence(keys) for keys in action.shortcuts])
        made.setStatusTip(action.hint)
        keys = _keys(made)
        made.setToolTip(f"{action.hint} ({keys})" if keys else action.hint)
        made.setCheckable(action.checked is not None)
        if action.icon:
            made.setIcon(icon(action.icon, theme))
            made.setIconVisibleInMenu(True)
        made.triggered.connect(lambda _=False: self._run(action))
        window.addAction(made)
        return made

    def _tool_bar(self, window: QMainWindow) -> QToolBar:
        bar = QToolBar(QCoreApplication.translate("MainWindow", "Tools"), window)
        bar.setObjectName("tools")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for ident in TOOLS:
            if ident:
                bar.addAction(self.actions[ident])
            else:
                bar.addSeparator()
        for ident in ("open_articles", "next_divergence"):
            button = bar.widgetForAction(self.actions[ident])
            if isinstance(button, QToolButton):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return bar

    def fill(self, menu: QMenu, idents: tuple[str, ...]) -> None:
        """Put actions into a menu; an empty name is a line between them."""
        for ident in idents:
            if ident:
                menu.addAction(self.actions[ident])
            else:
                menu.addSeparator()

    def show(self, session: Session, selection: Selection) -> None:
        """Enable what can be done now, check what is on, and name what undo and redo would do."""
        for action in ACTIONS:
            made = self.actions[action.id]
            made.setEnabled(action.enabled(session, selection))
            if action.checked is not None:
                made.setChecked(action.checked(session, selection))
        for ident, label in (("undo", session.undo_label), ("redo", session.redo_label)):
            title = next(a.title for a in ACTIONS if a.id == ident)
            self.actions[ident].setText(f"{title} {label}".strip())

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for action in ACTIONS:
            if action.icon:
                self.actions[action.id].setIcon(icon(action.icon, theme))

    def entries(self, session: Session, selection: Selection, theme: Theme) -> tuple[Entry, ...]:
        """Everything that can be done, for lists of it."""
        titles = {ident: QCoreApplication.translate("Menus", title).replace("&", "") for ident, title in MENUS}
        return tuple(
            Entry(
                a.name,
                titles[a.menu],
                partial(self._run, a),
                _keys(self.actions[a.id]),
                a.hint,
                icon(a.icon, theme) if a.icon else None,
                a.enabled(session, selection),
            )
            for a in ACTIONS
        )


def _keys(action: QAction) -> str:
    return str(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
