"""Opening, saving, undoing, searching."""

from __future__ import annotations

from recoupe.interface.actions.action import QT_TRANSLATE_NOOP, Action, has_articles, has_place, has_two
from recoupe.interface.commands import articles, helping, project, reporting, view

STUDY: tuple[Action, ...] = (
    Action("new", QT_TRANSLATE_NOOP("Actions", "&New study"), "file", project.new, "Ctrl+N", icon="study"),
    Action(
        "open_articles",
        QT_TRANSLATE_NOOP("Actions", "&Open articles…"),
        "file",
        articles.open_articles,
        "Ctrl+O",
        QT_TRANSLATE_NOOP("Actions", "Set articles from files side by side"),
        "open",
    ),
    Action(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "&Paste an article"),
        "file",
        articles.paste,
        "Ctrl+Shift+V; Ctrl+V",
        QT_TRANSLATE_NOOP("Actions", "Make an article of the text or files on the clipboard"),
        "paste",
    ),
    Action(
        "add_page",
        QT_TRANSLATE_NOOP("Actions", "Add a &web page…"),
        "file",
        articles.add_page,
        "Ctrl+Shift+L",
        QT_TRANSLATE_NOOP("Actions", "Read an article from its address on the web"),
        "page",
    ),
    Action(
        "open_study",
        QT_TRANSLATE_NOOP("Actions", "Open a s&tudy…"),
        "file",
        project.open_chosen,
        "Ctrl+Shift+O",
        icon="study",
        divided=True,
    ),
    Action("save", QT_TRANSLATE_NOOP("Actions", "&Save"), "file", project.save, "Ctrl+S", icon="save", enabled=has_articles),
    Action("save_as", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "file", project.save_as, "Ctrl+Shift+S", enabled=has_articles),
    Action(
        "export",
        QT_TRANSLATE_NOOP("Actions", "&Export a report…"),
        "file",
        reporting.export,
        "Ctrl+Shift+E",
        QT_TRANSLATE_NOOP("Actions", "Write what was found as a web page, document, table or data"),
        "export",
        enabled=has_two,
        divided=True,
    ),
    Action("print", QT_TRANSLATE_NOOP("Actions", "P&rint…"), "file", reporting.print_report, "Ctrl+P", enabled=has_two),
    Action(
        "preferences",
        QT_TRANSLATE_NOOP("Actions", "Pre&ferences…"),
        "file",
        helping.preferences,
        "Ctrl+,",
        icon="settings",
        divided=True,
    ),
    Action("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), "file", project.quit_program, "Ctrl+Q", divided=True),
    Action(
        "undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), "edit", project.undo, "Ctrl+Z", icon="undo", enabled=lambda s, _: bool(s.undo_label)
    ),
    Action(
        "redo",
        QT_TRANSLATE_NOOP("Actions", "&Redo"),
        "edit",
        project.redo,
        "Ctrl+Shift+Z; Ctrl+Y",
        icon="redo",
        enabled=lambda s, _: bool(s.redo_label),
    ),
    Action(
        "copy_quote",
        QT_TRANSLATE_NOOP("Actions", "&Copy passage with its source"),
        "edit",
        view.copy_quote,
        "Ctrl+Shift+C",
        icon="copy",
        enabled=has_place,
        divided=True,
    ),
    Action(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find in all articles…"),
        "edit",
        view.find,
        "Ctrl+F",
        icon="search",
        enabled=has_articles,
        divided=True,
    ),
    Action("find_next", QT_TRANSLATE_NOOP("Actions", "Find ne&xt"), "edit", view.find_next, "F3; Ctrl+G", enabled=has_articles),
    Action("find_previous", QT_TRANSLATE_NOOP("Actions", "Find pre&vious"), "edit", view.find_previous, "Shift+F3", enabled=has_articles),
)
