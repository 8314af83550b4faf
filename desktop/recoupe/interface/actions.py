"""Every action once: text, shortcut, icon, condition, command. Menus, tool bar, palette and the sheet of shortcuts are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from recoupe.interface.commands import articles, events, facts, project, translation, view
from recoupe.interface.commands.desk import Desk
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for the translators, who look for this name; Qt's own is typed as giving any object."""
    del context
    return text


Command = Callable[[Session, Selection, Desk], None]
Condition = Callable[[Session, Selection], bool]


def always(session: Session, selection: Selection) -> bool:
    """At any time."""
    del session, selection
    return True


def has_articles(session: Session, selection: Selection) -> bool:
    """While an article is open."""
    del selection
    return bool(session.project.articles)


def has_two(session: Session, selection: Selection) -> bool:
    """While there is something to compare."""
    del selection
    return len(session.project.articles) > 1


def has_place(session: Session, selection: Selection) -> bool:
    """While a sentence is selected."""
    del session
    return selection.place is not None


def has_comparison(session: Session, selection: Selection) -> bool:
    """While a comparison is selected."""
    del session
    return bool(selection.comparison)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can do. `shortcut` may list several, the first is shown; `checked` makes it a switch."""

    id: str
    text: str
    menu: str
    command: Command
    shortcut: str = ""
    tooltip: str = ""
    icon: str = ""
    enabled: Condition = always
    checked: Condition | None = None
    divided: bool = False  # a line before it in its menu

    @property
    def title(self) -> str:
        """The text in the window's language, with its mnemonic."""
        return QCoreApplication.translate("Actions", self.text)

    @property
    def name(self) -> str:
        """The text in the window's language, for lists."""
        return self.title.replace("&", "").removesuffix("…")

    @property
    def hint(self) -> str:
        """What it does, in the window's language."""
        return QCoreApplication.translate("Actions", self.tooltip) if self.tooltip else self.name

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """The keys, in Qt's portable words."""
        return tuple(self.shortcut.split("; ")) if self.shortcut else ()


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

ACTIONS: tuple[Action, ...] = (
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
    Action("larger", QT_TRANSLATE_NOOP("Actions", "&Larger type"), "view", view.larger, "Ctrl++; Ctrl+=", icon="zoom-in"),
    Action("smaller", QT_TRANSLATE_NOOP("Actions", "&Smaller type"), "view", view.smaller, "Ctrl+-", icon="zoom-out"),
    Action("standard_size", QT_TRANSLATE_NOOP("Actions", "&Usual type size"), "view", view.standard_size, "Ctrl+0"),
    Action(
        "follow",
        QT_TRANSLATE_NOOP("Actions", "S&croll together"),
        "view",
        view.toggle_follow,
        "Ctrl+L",
        QT_TRANSLATE_NOOP("Actions", "Keep what tells the same thing level in all articles while scrolling"),
        "follow",
        checked=lambda s, _: s.settings.follow,
        divided=True,
    ),
    Action(
        "let_go",
        QT_TRANSLATE_NOOP("Actions", "Let this article &go"),
        "view",
        view.let_go,
        "L",
        QT_TRANSLATE_NOOP("Actions", "Scroll this article alone, or with the others again"),
        "unlock",
        enabled=has_articles,
    ),
    Action(
        "show_noise",
        QT_TRANSLATE_NOOP("Actions", "Show page no&ise"),
        "view",
        view.toggle_noise,
        "Ctrl+H",
        QT_TRANSLATE_NOOP("Actions", "Show share bars, newsletters and the like in grey, or not at all"),
        "noise",
        checked=lambda s, _: s.settings.show_noise,
    ),
    Action(
        "show_agreements",
        QT_TRANSLATE_NOOP("Actions", "&Mark agreements too"),
        "view",
        view.toggle_agreements,
        "G",
        checked=lambda s, _: s.settings.show_agreements,
    ),
    Action(
        "table",
        QT_TRANSLATE_NOOP("Actions", "&Table of facts"),
        "view",
        view.toggle_table,
        "F9",
        QT_TRANSLATE_NOOP("Actions", "Show or hide the table of what the articles state"),
        "table",
        divided=True,
    ),
    Action("next_pane", QT_TRANSLATE_NOOP("Actions", "Ne&xt article"), "view", view.next_pane, "F6", enabled=has_two, divided=True),
    Action("previous_pane", QT_TRANSLATE_NOOP("Actions", "Pre&vious article"), "view", view.previous_pane, "Shift+F6", enabled=has_two),
    Action(
        "even_out", QT_TRANSLATE_NOOP("Actions", "Articles of &equal width"), "view", view.even_out, "Ctrl+E", icon="panes", enabled=has_two
    ),
    Action("full_screen", QT_TRANSLATE_NOOP("Actions", "&Full screen"), "view", view.full_screen, "F11", icon="full-screen", divided=True),
    Action("escape", QT_TRANSLATE_NOOP("Actions", "Put &away"), "view", view.escape, "Esc"),
    Action(
        "details",
        QT_TRANSLATE_NOOP("Actions", "Outlet, date and &title…"),
        "article",
        articles.details,
        "F2",
        QT_TRANSLATE_NOOP("Actions", "Say who published the article, when, and under which title"),
        "article",
        enabled=has_articles,
    ),
    Action(
        "move_left",
        QT_TRANSLATE_NOOP("Actions", "Move &left"),
        "article",
        articles.move_left,
        "Ctrl+Shift+Left",
        icon="left",
        enabled=has_two,
    ),
    Action(
        "move_right",
        QT_TRANSLATE_NOOP("Actions", "Move &right"),
        "article",
        articles.move_right,
        "Ctrl+Shift+Right",
        icon="right",
        enabled=has_two,
    ),
    Action(
        "remove",
        QT_TRANSLATE_NOOP("Actions", "Re&move from the study"),
        "article",
        articles.remove_current,
        "Ctrl+Shift+Backspace",
        icon="remove",
        enabled=has_articles,
        divided=True,
    ),
    Action(
        "bring_partner",
        QT_TRANSLATE_NOOP("Actions", "&Bring the other wordings here"),
        "passage",
        events.bring_partner,
        "B",
        QT_TRANSLATE_NOOP("Actions", "Show under the passage what the other articles say, and what differs word by word"),
        "partner",
        enabled=has_two,
    ),
    Action(
        "next_passage",
        QT_TRANSLATE_NOOP("Actions", "&Next linked passage"),
        "passage",
        events.next_passage,
        "Alt+Down",
        icon="down",
        enabled=has_two,
    ),
    Action(
        "previous_passage",
        QT_TRANSLATE_NOOP("Actions", "&Previous linked passage"),
        "passage",
        events.previous_passage,
        "Alt+Up",
        enabled=has_two,
    ),
    Action(
        "confirm_link",
        QT_TRANSLATE_NOOP("Actions", "&Confirm the links"),
        "passage",
        events.confirm,
        "C",
        QT_TRANSLATE_NOOP("Actions", "These passages do tell the same thing: keep it so whatever is found later"),
        "pin",
        enabled=has_two,
        divided=True,
    ),
    Action(
        "pick",
        QT_TRANSLATE_NOOP("Actions", "Pic&k for joining"),
        "passage",
        events.pick,
        "K",
        QT_TRANSLATE_NOOP("Actions", "Pick this passage, to join it with passages of other articles or part it from them"),
        enabled=has_place,
    ),
    Action("join", QT_TRANSLATE_NOOP("Actions", "&Join the picked passages"), "passage", events.join, "J", icon="link", enabled=has_two),
    Action(
        "part",
        QT_TRANSLATE_NOOP("Actions", "Par&t from its partners"),
        "passage",
        events.part,
        "U",
        QT_TRANSLATE_NOOP("Actions", "This passage does not tell what its partners tell"),
        "unlink",
        enabled=has_two,
    ),
    Action(
        "noise",
        QT_TRANSLATE_NOOP("Actions", "Page noise, &or not"),
        "passage",
        events.toggle_noise,
        "X",
        QT_TRANSLATE_NOOP("Actions", "Leave this sentence out of the comparison, or take it in again"),
        "noise",
        enabled=has_place,
    ),
    Action(
        "next_divergence",
        QT_TRANSLATE_NOOP("Actions", "&Next divergence"),
        "review",
        facts.next_divergence,
        "N; F8",
        QT_TRANSLATE_NOOP("Actions", "Go to the next divergence, the gravest first"),
        "next",
        enabled=has_two,
    ),
    Action(
        "previous_divergence",
        QT_TRANSLATE_NOOP("Actions", "&Previous divergence"),
        "review",
        facts.previous_divergence,
        "P; Shift+F8",
        icon="previous",
        enabled=has_two,
    ),
    Action(
        "confirm_divergence",
        QT_TRANSLATE_NOOP("Actions", "&Confirmed divergence"),
        "review",
        facts.confirm_divergence,
        "V",
        QT_TRANSLATE_NOOP("Actions", "The articles do diverge here; go to the next"),
        "confirmed",
        enabled=has_comparison,
        divided=True,
    ),
    Action(
        "dismiss",
        QT_TRANSLATE_NOOP("Actions", "Not a &divergence"),
        "review",
        facts.dismiss,
        "D",
        QT_TRANSLATE_NOOP("Actions", "Set this comparison aside, and no other; go to the next"),
        "dismissed",
        enabled=has_comparison,
    ),
    Action(
        "check_again",
        QT_TRANSLATE_NOOP("Actions", "Check a&gain"),
        "review",
        facts.check_again,
        "T",
        icon="to-check",
        enabled=has_comparison,
    ),
    Action("note", QT_TRANSLATE_NOOP("Actions", "N&ote…"), "review", facts.note, "M", icon="note", enabled=has_comparison),
    Action(
        "analyse_again",
        QT_TRANSLATE_NOOP("Actions", "Compare &anew"),
        "review",
        project.analyse_again,
        "F5",
        icon="analyse",
        enabled=has_articles,
        divided=True,
    ),
    Action("stop", QT_TRANSLATE_NOOP("Actions", "&Stop"), "review", project.stop, "Ctrl+.", icon="stop", enabled=lambda s, _: s.busy),
    Action(
        "read_original",
        QT_TRANSLATE_NOOP("Actions", "All in the &original"),
        "translation",
        translation.read_original,
        "Ctrl+Alt+1",
        enabled=has_articles,
    ),
    Action(
        "read_translation",
        QT_TRANSLATE_NOOP("Actions", "All in &translation"),
        "translation",
        translation.read_translation,
        "Ctrl+Alt+2",
        QT_TRANSLATE_NOOP("Actions", "Read every article in your language, translating what is not translated yet"),
        "translate",
        enabled=has_articles,
    ),
    Action(
        "read_both",
        QT_TRANSLATE_NOOP("Actions", "All in &both"),
        "translation",
        translation.read_both,
        "Ctrl+Alt+3",
        QT_TRANSLATE_NOOP("Actions", "Each paragraph with its translation under it"),
        enabled=has_articles,
    ),
    Action(
        "switch_language",
        QT_TRANSLATE_NOOP("Actions", "&Language of this article"),
        "translation",
        translation.switch_language,
        "E",
        QT_TRANSLATE_NOOP("Actions", "Read this article in the original, in translation, in both"),
        "translate",
        enabled=has_articles,
        divided=True,
    ),
    Action(
        "translate_current",
        QT_TRANSLATE_NOOP("Actions", "T&ranslate this article"),
        "translation",
        translation.translate_current,
        "Ctrl+T",
        enabled=has_articles,
    ),
    Action(
        "stop_translation",
        QT_TRANSLATE_NOOP("Actions", "&Stop translating"),
        "translation",
        translation.stop,
        "Ctrl+Shift+.",
        QT_TRANSLATE_NOOP("Actions", "What is translated is kept; translating goes on from there the next time"),
        "stop",
        enabled=has_articles,
    ),
    Action(
        "peek",
        QT_TRANSLATE_NOOP("Actions", "&Peek at the other language"),
        "translation",
        translation.peek,
        "O",
        QT_TRANSLATE_NOOP("Actions", "Show the chosen sentence in its other language, in the status bar"),
        "eye",
        enabled=has_place,
        divided=True,
    ),
    Action(
        "next_doubt",
        QT_TRANSLATE_NOOP("Actions", "&Next sentence to check"),
        "translation",
        translation.next_doubt,
        "Y",
        QT_TRANSLATE_NOOP("Actions", "Go to the next sentence whose translation may not say what the original says"),
        enabled=has_articles,
    ),
    Action(
        "correct_translation",
        QT_TRANSLATE_NOOP("Actions", "&Correct the translation…"),
        "translation",
        translation.correct_sentence,
        "W",
        QT_TRANSLATE_NOOP("Actions", "Write the translation of this sentence yourself; it is then kept"),
        enabled=has_place,
    ),
    Action(
        "retry_translation",
        QT_TRANSLATE_NOOP("Actions", "Translate the sentence with &another engine"),
        "translation",
        translation.retry_sentence,
        "R",
        enabled=has_place,
    ),
    Action(
        "translation_settings",
        QT_TRANSLATE_NOOP("Actions", "&Engines and models…"),
        "translation",
        translation.settings,
        icon="settings",
        divided=True,
    ),
)
