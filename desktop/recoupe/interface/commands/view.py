"""How the study is looked at: size of type, what is shown, where the reader is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from recoupe.interface.commands.desk import Desk
from recoupe.interface.dialogs.witnesses import Witnesses
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.settings import Settings

LEAST, MOST, STANDARD = 7.0, 32.0, Settings().reading_size


def larger(session: Session, selection: Selection, desk: Desk) -> None:
    """Read in larger type."""
    del selection
    _zoom(session, desk, session.settings.reading_size + 1)


def smaller(session: Session, selection: Selection, desk: Desk) -> None:
    """Read in smaller type."""
    del selection
    _zoom(session, desk, session.settings.reading_size - 1)


def standard_size(session: Session, selection: Selection, desk: Desk) -> None:
    """Read in type of the usual size."""
    del selection
    _zoom(session, desk, STANDARD)


def _zoom(session: Session, desk: Desk, size: float) -> None:
    size = min(max(size, LEAST), MOST)
    session.change_settings(replace(session.settings, reading_size=size))
    desk.say(QCoreApplication.translate("Commands", "Type size: %1 points").replace("%1", f"{size:g}"))


def toggle_noise(session: Session, selection: Selection, desk: Desk) -> None:
    """Show page noise in grey, or not at all."""
    del selection, desk
    session.change_settings(replace(session.settings, show_noise=not session.settings.show_noise))


def toggle_follow(session: Session, selection: Selection, desk: Desk) -> None:
    """Have the panes scroll together by meaning, or each alone."""
    del selection, desk
    session.change_settings(replace(session.settings, follow=not session.settings.follow))


def toggle_agreements(session: Session, selection: Selection, desk: Desk) -> None:
    """Mark what articles agree on too, or only what they differ on."""
    del selection, desk
    session.change_settings(replace(session.settings, show_agreements=not session.settings.show_agreements))


def let_go(session: Session, selection: Selection, desk: Desk) -> None:
    """Have the pane the reader is in scroll alone, or with the others again."""
    del session, selection
    pane = desk.row.current
    if pane is not None:
        pane.set_follow(not pane.follows)


def even_out(session: Session, selection: Selection, desk: Desk) -> None:
    """Give every pane the same width."""
    del session, selection
    desk.row.even_out()


def next_pane(session: Session, selection: Selection, desk: Desk) -> None:
    """Read on in the next part of the window."""
    del session, selection
    _tour(desk, 1)


def previous_pane(session: Session, selection: Selection, desk: Desk) -> None:
    """Read on in the part of the window before."""
    del session, selection
    _tour(desk, -1)


def _tour(desk: Desk, by: int) -> None:
    """Round the window: the list of passages, the articles from left to right, the table, as far as they are shown."""
    row, panes = desk.row, desk.row.panes
    if not panes:
        return
    before: list[tuple[QWidget, QWidget]] = [(desk.outline, desk.outline.tree)] if desk.shows("outline") else []
    after: list[tuple[QWidget, QWidget]] = [(desk.table, desk.table.table)] if desk.shows("table") else []
    parts = [*before, *((pane, pane.text) for pane in panes), *after]
    focus = QApplication.focusWidget()
    reading = next((n for n, (part, _) in enumerate(parts) if part is row.current), 0)
    now = next((n for n, (part, _) in enumerate(parts) if focus is not None and part.isAncestorOf(focus)), reading)
    part, widget = parts[(now + by) % len(parts)]
    if part in panes:
        row.enter_neighbour(parts.index((part, widget)) - reading)
    else:
        widget.setFocus(Qt.FocusReason.ShortcutFocusReason)


def find(session: Session, selection: Selection, desk: Desk) -> None:
    """Search all articles."""
    del session, selection
    desk.reveal("find")


def find_next(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the next place found."""
    del session, selection
    desk.find_bar.step(1)


def find_previous(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the place found before."""
    del session, selection
    desk.find_bar.step(-1)


def toggle_table(session: Session, selection: Selection, desk: Desk) -> None:
    """Show or hide the table of facts."""
    del session, selection
    desk.reveal("table")


def toggle_outline(session: Session, selection: Selection, desk: Desk) -> None:
    """Show or hide the list of events."""
    del session, selection
    desk.reveal("outline")


def picture(session: Session, selection: Selection, desk: Desk) -> None:
    """Show what the articles date on one timeline, and who agrees with whom."""
    from recoupe.interface.dialogs.picture import StoryPicture  # the first window must not wait for it

    dialog = StoryPicture(session, desk.theme, desk.frame, reading=desk.translator)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.place_asked.connect(selection.select_place)
    dialog.show()


def witnesses(session: Session, selection: Selection, desk: Desk) -> None:
    """Show which articles are one account, and what was changed word by word."""
    dialog = Witnesses(session, desk.theme, desk.frame, named=desk.translator.named)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.place_asked.connect(selection.select_place)
    dialog.show()


def full_screen(session: Session, selection: Selection, desk: Desk) -> None:
    """Use the whole screen, or not."""
    del session, selection
    desk.reveal("full_screen")


def escape(session: Session, selection: Selection, desk: Desk) -> None:
    """Put away what lies over the texts: partners, the search, then the selection; with nothing left to put away, leave full screen."""
    del session
    QToolTip.hideText()  # what was peeked at
    if desk.row.partners.close():
        return
    if desk.shows("find"):
        desk.reveal("find")
    elif desk.shows("full_screen") and selection.is_empty:
        desk.reveal("full_screen")
    else:
        selection.clear()
