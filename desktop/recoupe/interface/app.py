"""Starts Qt, its translations, the error net and the main window; wires everything, once."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from textwrap import shorten

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QSettings, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from recoupe import __version__
from recoupe.files import resource
from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.commands import articles, project
from recoupe.interface.hints import Hints
from recoupe.interface.instance import Instance, hand_over
from recoupe.interface.jobs import Jobs
from recoupe.interface.main_window import MainWindow
from recoupe.interface.messages import ErrorNet, words_of
from recoupe.interface.safekeeping import Safekeeping
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.theme import apply, theme_for
from recoupe.interface.tidying import Tidying
from recoupe.interface.tongue import WrittenTranslator, window_language
from recoupe.interface.worker import Begun
from recoupe.model import Analysis, Article
from recoupe.progress import Progress
from recoupe.project import Keeper, Kept, kept_copies
from recoupe.settings import Settings, load_settings, save_settings, settings_path
from recoupe.wording import datetime_text

log = logging.getLogger(__name__)
HINT_TIME = 25_000  # milliseconds
WARM_UP = 1_000  # milliseconds the window stands before what it will need is loaded


def run(paths: Sequence[Path], *, alone: bool = False, begun: Begun | None = None) -> int:
    """Open the window on these files, or hand them to the window that is open unless one more is wanted; the exit code.

    `begun` is a worker process that is making itself ready already.
    """
    if not alone and hand_over(paths):
        return 0
    app = QApplication([sys.argv[0] if sys.argv else "recoupe"])
    app.setApplicationName("recoupe")
    app.setApplicationDisplayName("Recoupe")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("recoupe")
    app.setOrganizationName("recoupe")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    jobs = Jobs()
    analyst = ProcessAnalyst(jobs, restarted=lambda error: front.window.tell(words_of(error)), begun=begun)
    front = Front(app, Session(load_settings(), analyst), jobs)
    analyst.prepare = front.prepare
    instance = Instance()
    instance.called.connect(lambda called: _come_forward(front.session, front.window, called))
    instance.listen()
    _open_when_shown(front.session, front.window, paths, analyst)
    signal.signal(signal.SIGINT, lambda *_: app.quit())
    heartbeat = QTimer(interval=500)  # lets Python hear Ctrl+C in a terminal
    heartbeat.timeout.connect(lambda: None)
    heartbeat.start()
    code = app.exec()
    instance.close()
    front.close(asked=code == 0 and not front.session.would_lose)
    analyst.close()
    return code


class Front(QObject):
    """What stands before the user: a session, its window and what watches over them. All are made anew in another language.

    Words are looked up where widgets are made, so a window that is to speak another language is a new one on the same study: its
    history, its place and what is shown go over. That waits until nothing runs and no dialog is open.
    """

    LOOK = 150  # milliseconds from one look whether the window may be exchanged to the next

    def __init__(self, app: QApplication, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._app, self._jobs, self._keeper = app, jobs, Keeper()
        self._spoken = session.settings.language
        self._translators = speak(app, self._spoken)
        self._soon = QTimer(self, interval=self.LOOK)
        self._soon.timeout.connect(self._exchange)
        self._stand(session)

    def _stand(self, session: Session) -> None:
        """Make a window on a session, and what watches over both."""
        self.session = session
        self.window = window = make_window(self._app, session, self._jobs)
        self._keeping = Safekeeping(session, self._jobs, self._keeper)
        self._preferences = SettingsKeeper(session, self._jobs)
        self._tidying = Tidying(self._app, session)
        self._hints = Hints(session, lambda words: window.statusBar().showMessage(words, HINT_TIME), window)
        ErrorNet(window).install()
        session.settings_changed.connect(lambda told: self._soon.start() if told.language != self._spoken else self._soon.stop())
        window.show()

    def _exchange(self) -> None:
        if self._app.activeModalWidget() or self._app.activePopupWidget() or self._jobs.running:
            return
        self._soon.stop()
        before, window = self.session, self.window
        self._spoken = before.settings.language
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = speak(self._app, self._spoken)
        self._preferences.close()
        self._keeping.rest()
        self._stand(before.succeeded())
        self.window.follow(window)
        window.retire()
        self.session.resume()

    def prepare(self, articles: tuple[Article, ...], found: Analysis) -> None:
        """Have the window of now work out what it will show of findings; called beside it."""
        self.window.prepare(articles, found)

    def close(self, *, asked: bool = True) -> None:
        """The end: what is kept in case of a crash goes if the user was asked, and stays where the display or the terminal ended it all."""
        if asked:
            self._keeping.close()
        else:
            self._keeping.leave()
        self._preferences.close()
        self.session.close()


def make_window(app: QApplication, session: Session, jobs: Jobs) -> MainWindow:
    """The main window, in the theme that settings and system ask for, now and whenever either changes."""
    selection = Selection()
    session.changed.connect(lambda _, after: selection.keep_to(after))  # before any widget hears of the change
    theme = theme_for(session.settings, system_dark(app))
    apply(app, theme)
    window = MainWindow(session, selection, jobs, theme)
    Colours(app, session, window)
    session.unplaced.connect(lambda count: window.tell(_of_unplaced(count)))
    return window


class Colours(QObject):
    """Has a window follow settings and system as long as it lives: one that made way for another language hears of neither any more."""

    def __init__(self, app: QApplication, session: Session, window: MainWindow) -> None:
        super().__init__(window)
        self._app, self._session, self._window = app, session, window
        app.styleHints().colorSchemeChanged.connect(self.follow)
        session.settings_changed.connect(self.follow)

    def follow(self) -> None:
        """Take the theme that is wanted now."""
        wanted = theme_for(self._session.settings, system_dark(self._app))
        if wanted != self._window.theme:
            apply(self._app, wanted)
            self._window.set_theme(wanted)


def _of_unplaced(count: int) -> str:
    """That some of what the user ruled stands on nothing that is found now: nothing of it may vanish without a word."""
    words = QCoreApplication.translate(
        "Recovery",
        "Rulings and notes on rows that are not found as before: %1. They are kept in the study; please look at what is found now.",
    )
    return words.replace("%1", str(count))


class SettingsKeeper(QObject):
    """Writes the settings soon after they changed, beside the window: a disk may take its time, and a size is changed in steps."""

    PAUSE = 400  # milliseconds

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__()
        self._session, self._jobs = session, jobs
        self._soon = QTimer(self, singleShot=True, interval=self.PAUSE)
        self._soon.timeout.connect(lambda: jobs.start(lambda _: keep_settings(session.settings), lambda _: None, session.report))
        session.settings_changed.connect(lambda _: self._soon.start())

    def close(self) -> None:
        """Write what is not written yet."""
        if self._soon.isActive():
            self._soon.stop()
            keep_settings(self._session.settings)


def keep_settings(settings: Settings) -> None:
    """Write the settings; where that cannot be, they hold for this session."""
    try:
        save_settings(settings)
    except OSError as error:
        log.info("settings cannot be kept: %s", error)


def system_dark(app: QApplication) -> bool:
    """Whether the desktop is dark."""
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def speak(app: QApplication, language: str) -> list[QTranslator]:
    """Have the window speak a language, or the system's; the translators must be kept as long as it does."""
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)
    loaded = []
    for name, folder in (
        ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        ("recoupe", str(resource("translations"))),
    ):
        written, built = (Path(folder) / f"{name}_{window_language()}{suffix}" for suffix in (".ts", ".qm"))
        if written.is_file() and not (built.is_file() and built.stat().st_mtime >= written.stat().st_mtime):
            translator: QTranslator = WrittenTranslator(written)
        else:
            translator = QTranslator()
            translator.load(locale, name, "_", folder)
        if app.installTranslator(translator):
            loaded.append(translator)
    return loaded


def _open_when_shown(session: Session, window: MainWindow, paths: Sequence[Path], analyst: ProcessAnalyst) -> None:
    """Files and the models come after the window, so that it stands at once."""

    def begin() -> None:
        if paths:
            articles.open_paths(session, window, paths)
        analyst.start()
        _warn_if_nothing_is_kept(window)
        _offer_kept(session, window)
        QTimer.singleShot(WARM_UP, window, lambda: window.jobs.start(_warm, lambda _: None, session.report))

    QTimer.singleShot(0, begin)


def _warm(progress: Progress) -> None:
    """Load beside the window what telling of shared wording needs: the first findings would hold it up for as long."""
    del progress
    import_module("recoupe.alignment")


def _warn_if_nothing_is_kept(window: MainWindow) -> None:
    """Say it once where the user's own folder cannot be written: everything works, but nothing is remembered."""
    folder = settings_path().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        words = QCoreApplication.translate(
            "Recovery",
            "%1 cannot be written: preferences and copies for recovery are not kept. All else works; save your study where you may write.",
        )
        window.tell(words.replace("%1", str(folder)))


def _come_forward(session: Session, window: MainWindow, paths: Sequence[Path]) -> None:
    """A later start handed its files over."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.raise_()
    window.activateWindow()
    if paths:
        articles.open_paths(session, window, paths)


def _offer_kept(session: Session, window: MainWindow) -> None:
    """Say what a crash left; it is never opened unasked and never thrown away."""

    def take(copies: tuple[Kept, ...]) -> None:
        for kept in copies[:1]:
            name = kept.title or shorten(", ".join(kept.articles), 80, placeholder=" …")
            words = QCoreApplication.translate("Recovery", "Recoupe ended unexpectedly on %1. The study “%2” was kept.")
            when = datetime_text(kept.saved_at, window_language())
            again = QCoreApplication.translate("Recovery", "Restore")
            window.tell(words.replace("%1", when).replace("%2", name), again, partial(project.restore, session, window, kept))

    window.jobs.start(lambda _: kept_copies(), take, lambda error: log.info("no recovery: %s", error))
