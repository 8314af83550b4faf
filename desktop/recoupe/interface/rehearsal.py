"""Opens the window on articles, waits for what its worker process finds, and closes it again: the self-check's look at the interface.

Then it stands again in another language, and tells what a screen reader would meet in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QLocale, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtWidgets import QApplication

from recoupe.interface.analyst import ProcessAnalyst
from recoupe.interface.app import make_window, speak
from recoupe.interface.commands import articles
from recoupe.interface.jobs import Jobs
from recoupe.interface.session import Session
from recoupe.model import Project
from recoupe.settings import Settings

NEED_NAMES = {
    QAccessible.Role.PushButton,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.ProgressBar,
    QAccessible.Role.MenuItem,
}
_DRAWN = 400  # milliseconds that a window takes to be drawn, at most


@dataclass(frozen=True, slots=True)
class Met:
    """What a screen reader meets in the window in one language: names by role, what has none though it needs one, and the texts.

    `actions` are the words of the menus, `cancel` is what Qt's own dialogs say, and `contrast` that of the text in the theme of high
    contrast, as WCAG 2 reckons it.
    """

    controls: int
    nameless: tuple[str, ...]
    texts: tuple[str, ...]
    actions: tuple[str, ...]
    cancel: str
    contrast: float


def meet(project: Project, language: str) -> Met:
    """Open the window on a study in a language and in high contrast, and go through it as a screen reader does."""
    app, before = _app(), QLocale()
    translators = speak(app, language)
    session = Session(Settings(language=language, theme="contrast"))
    window = make_window(app, session, Jobs())
    session.open(project)
    window.show()
    waiting = QEventLoop()
    QTimer.singleShot(_DRAWN, waiting.quit)
    waiting.exec()
    all_met = list(below(QAccessible.queryAccessibleInterface(window)))
    needing = [i for i in all_met if i.role() in NEED_NAMES]
    met = Met(
        len(needing),
        tuple(f"{i.role().name} {type(i.object()).__name__}" for i in needing if not i.text(QAccessible.Text.Name).strip()),
        tuple(i.text(QAccessible.Text.Value) for i in all_met if i.object() in {pane.text for pane in window.row.panes}),
        tuple(action.text() for action in window.actions_by_id.values()),
        QCoreApplication.translate("QPlatformTheme", "Cancel"),
        _contrast(window.theme.text, window.theme.base),
    )
    session.forget_changes()
    window.hide()
    window.deleteLater()
    for translator in translators:
        app.removeTranslator(translator)
    QLocale.setDefault(before)
    return met


def _app() -> QApplication:
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(["recoupe"])


def below(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """An accessible object and all below it that can be seen."""
    yield interface
    for n in range(interface.childCount()):
        child = interface.child(n)
        if child is not None and not child.state().invisible:
            yield from below(child)


def _contrast(one: str, other: str) -> float:
    """From 1 for the same colour to 21 for black on white."""
    dark, light = sorted(_luminance(QColor(colour)) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def compare_in_window(paths: Sequence[Path], seconds: float) -> int:
    """The number of events that the window holds when its analysis of these files is done, or 0 when it is not done in time."""
    app = _app()
    jobs = Jobs()
    analyst = ProcessAnalyst(jobs)
    session = Session(Settings(), analyst)
    window = make_window(app, session, jobs)
    waiting = QEventLoop()

    def look() -> None:
        if session.project.analysis.events and not session.busy:
            waiting.quit()

    session.changed.connect(lambda *_: look())
    session.busy_changed.connect(lambda _: look())
    window.show()
    articles.open_paths(session, window, paths)
    QTimer.singleShot(int(seconds * 1000), waiting.quit)
    waiting.exec()
    found = len(session.project.analysis.events)
    analyst.close()
    window.hide()
    window.deleteLater()
    return found
