"""The card of partners over all panes: one is open at a time."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from recoupe.interface.panes.card import Partner, PartnerCard
from recoupe.interface.panes.pane import Pane
from recoupe.interface.session import Session
from recoupe.interface.theme import Theme, reading_font
from recoupe.model import Place

SMALLER = 0.94  # the type of the card to that of the text


class Partners(QObject):
    """Opens and closes the card, and says what the reader did in it."""

    opened = Signal(object)
    go_asked = Signal(object)
    confirm_asked = Signal(object, object)
    part_asked = Signal(object, object)

    def __init__(self, session: Session, panes: Mapping[str, Pane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._panes = session, panes
        self._open_at: Place | None = None

    @property
    def open_at(self) -> Place | None:
        """The sentence whose partners are shown."""
        return self._open_at

    def show(self, place: Place, partners: tuple[Partner, ...], theme: Theme) -> None:
        """Set what the other articles tell of a sentence under it."""
        pane = self._panes.get(place.article)
        if pane is None:
            return
        self.close()
        settings = self._session.settings
        card = PartnerCard(partners, reading_font(settings.reading_font, settings.reading_size * SMALLER), theme, pane.text.viewport())
        card.closed.connect(self.close)
        card.go_asked.connect(self.go_asked)
        card.confirm_asked.connect(lambda other: self.confirm_asked.emit(place, other))
        card.part_asked.connect(lambda other: self.part_asked.emit(place, other))
        self._open_at = place
        pane.text.card.open(place.sentence, card)
        before: QWidget = pane.text
        for stop in (card, *card.findChildren(QToolButton)):  # reached next after the text that the card stands in
            QWidget.setTabOrder(before, stop)
            before = stop
        if any(other.text.hasFocus() for other in self._panes.values()):
            pane.text.setFocus()  # whoever reads elsewhere is led here
        self.opened.emit(place)

    def close(self) -> bool:
        """Put the partners away; whether any were shown."""
        found = [pane for pane in self._panes.values() if pane.text.card.shown is not None]
        for pane in found:
            pane.text.card.close()
            pane.text.setFocus()
        self._open_at = None
        return bool(found)
