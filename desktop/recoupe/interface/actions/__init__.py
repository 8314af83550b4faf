"""Every action once: text, shortcut, icon, condition, command. Menus, tool bar, palette and the sheet of shortcuts are made from it."""

from recoupe.interface.actions.action import QT_TRANSLATE_NOOP, Action
from recoupe.interface.actions.help import HELP
from recoupe.interface.actions.languages import LANGUAGES
from recoupe.interface.actions.looking import LOOKING
from recoupe.interface.actions.reviewing import REVIEWING
from recoupe.interface.actions.study import STUDY

__all__ = ["ACTIONS", "MENUS", "Action"]

MENUS = (
    ("file", QT_TRANSLATE_NOOP("Menus", "&File")),
    ("edit", QT_TRANSLATE_NOOP("Menus", "&Edit")),
    ("view", QT_TRANSLATE_NOOP("Menus", "&View")),
    ("article", QT_TRANSLATE_NOOP("Menus", "&Article")),
    ("passage", QT_TRANSLATE_NOOP("Menus", "&Passage")),
    ("review", QT_TRANSLATE_NOOP("Menus", "&Review")),
    ("translation", QT_TRANSLATE_NOOP("Menus", "&Translation")),
    ("help", QT_TRANSLATE_NOOP("Menus", "&Help")),
)

ACTIONS: tuple[Action, ...] = (*STUDY, *LOOKING, *REVIEWING, *LANGUAGES, *HELP)
