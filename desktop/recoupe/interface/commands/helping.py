"""Finding one's way: the palette, the keys, the signs, the preferences."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from recoupe.interface.commands.desk import Desk
from recoupe.interface.dialogs.legend import Legend
from recoupe.interface.dialogs.palette import CommandPalette, Entry
from recoupe.interface.dialogs.preferences import SETTINGS, Preferences, words
from recoupe.interface.dialogs.shortcuts import ShortcutSheet
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.logs import log_path
from recoupe.settings import Settings


def palette(session: Session, selection: Selection, desk: Desk) -> None:
    """Find any command or setting by typing."""
    del selection
    CommandPalette((*desk.entries(), *settings_entries(session, desk)), desk.theme, desk.frame).open_over(desk.frame)


def preferences(session: Session, selection: Selection, desk: Desk) -> None:
    """Set how the window looks and reads, what is compared, how texts are translated."""
    del selection
    open_preferences(session, desk)


def open_preferences(session: Session, desk: Desk, page: str = "") -> None:
    """Open the preferences at a page; each change is taken at once, and the pages build on one another's."""
    # the page of translation brings the network along: it is loaded when it is asked for
    translation = import_module("recoupe.interface.dialogs.translation").TranslationPage(session.settings, desk.jobs, desk.translator.cache)
    dialog = Preferences(session.settings, desk.theme, translation=translation, parent=desk.frame)
    dialog.changed.connect(session.change_settings)
    translation.changed.connect(lambda told: session.change_settings(_translating(session.settings, told)))
    session.settings_changed.connect(dialog.take)
    dialog.show_page(page)
    before = session.settings.glossary
    dialog.exec()
    session.settings_changed.disconnect(dialog.take)
    if session.settings.glossary != before:
        import_module("recoupe.interface.commands.translation").use_words(session, desk)


def _translating(settings: Settings, told: Settings) -> Settings:
    """The settings with what the page of translation may change, and nothing else of it."""
    return replace(
        settings,
        engine=told.engine,
        target=told.target,
        consent=told.consent,
        servers=told.servers,
        accounts=told.accounts,
        glossary=told.glossary,
    )


def settings_entries(session: Session, desk: Desk) -> tuple[Entry, ...]:
    """Every setting, for the palette."""
    group = QCoreApplication.translate("Actions", "Pre&ferences…").replace("&", "").removesuffix("…")
    return tuple(Entry(words(text), group, partial(open_preferences, session, desk, page)) for page, text in SETTINGS)


def shortcuts(session: Session, selection: Selection, desk: Desk) -> None:
    """Show everything that can be done with its keys."""
    del session, selection
    ShortcutSheet(desk.entries(), desk.theme, desk.frame).show()


def legend(session: Session, selection: Selection, desk: Desk) -> None:
    """Say what the signs mean."""
    del session, selection
    Legend(desk.theme, desk.frame).show()


def about(session: Session, selection: Selection, desk: Desk) -> None:
    """Say what the program is."""
    from recoupe.interface.dialogs.about import About  # the first window must not wait for it

    del session, selection
    About(desk.theme, desk.frame).exec()


def show_log(session: Session, selection: Selection, desk: Desk) -> None:
    """Open the log file in whatever shows text; say where it is where nothing does, or that none could be kept."""
    del session, selection
    path = log_path()
    if not path.is_file():
        desk.tell(QCoreApplication.translate("Help", "No log is kept: %1 cannot be written.").replace("%1", str(path.parent)))
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        desk.tell(QCoreApplication.translate("Help", "Nothing here opens text files. The log is %1").replace("%1", str(path)))


def report_problem(session: Session, selection: Selection, desk: Desk) -> None:
    """Gather what helps to find a fault."""
    from recoupe.interface.dialogs.problem import ProblemReport  # the first window must not wait for it

    del session, selection
    ProblemReport(desk.frame).exec()


def check_for_updates(session: Session, selection: Selection, desk: Desk) -> None:
    """Ask whether a newer version is announced: at once where an address is configured, for that is what the user pressed."""
    del selection
    # it brings the network along: it is loaded when it is asked for
    dialog = import_module("recoupe.interface.dialogs.updates").Updates(session.settings.updates, desk.jobs, desk.frame)
    dialog.configured.connect(lambda address: session.change_settings(replace(session.settings, updates=address)))
    dialog.check()
    dialog.exec()
