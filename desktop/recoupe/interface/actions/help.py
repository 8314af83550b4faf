"""Help, and everything that can be done in one place."""

from __future__ import annotations

from recoupe.interface.actions.action import QT_TRANSLATE_NOOP, Action
from recoupe.interface.commands import articles, helping

HELP: tuple[Action, ...] = (
    Action(
        "palette",
        QT_TRANSLATE_NOOP("Actions", "&All commands…"),
        "help",
        helping.palette,
        "Ctrl+Shift+P",
        QT_TRANSLATE_NOOP("Actions", "Find any command or setting by typing a few letters"),
        "palette",
    ),
    Action("shortcuts", QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"), "help", helping.shortcuts, "F1", icon="keyboard"),
    Action(
        "legend",
        QT_TRANSLATE_NOOP("Actions", "What the &signs mean"),
        "help",
        helping.legend,
        "Shift+F1",
        QT_TRANSLATE_NOOP("Actions", "Contradiction, hedged, other source, more precise: with an example of each"),
        "legend",
    ),
    Action(
        "short_sample",
        QT_TRANSLATE_NOOP("Actions", "Open the s&hort sample story"),
        "help",
        articles.open_short_sample,
        tooltip=QT_TRANSLATE_NOOP("Actions", "Three short articles on one piece of news, ready to compare; nothing is fetched"),
        icon="study",
        divided=True,
    ),
    Action(
        "sample",
        QT_TRANSLATE_NOOP("Actions", "Open the lon&g sample story"),
        "help",
        articles.open_sample,
        tooltip=QT_TRANSLATE_NOOP("Actions", "Five articles on one piece of news, ready to compare; nothing is fetched"),
        icon="study",
    ),
    Action("log", QT_TRANSLATE_NOOP("Actions", "Show the &log file"), "help", helping.show_log, divided=True),
    Action(
        "problem",
        QT_TRANSLATE_NOOP("Actions", "&Report a problem…"),
        "help",
        helping.report_problem,
        "",
        QT_TRANSLATE_NOOP("Actions", "Gather what helps to find a fault; nothing is sent"),
    ),
    Action(
        "updates",
        QT_TRANSLATE_NOOP("Actions", "Check for &updates…"),
        "help",
        helping.check_for_updates,
        "",
        QT_TRANSLATE_NOOP("Actions", "Ask whether a newer version is announced"),
    ),
    Action("about", QT_TRANSLATE_NOOP("Actions", "A&bout Recoupe"), "help", helping.about, icon="info"),
)
