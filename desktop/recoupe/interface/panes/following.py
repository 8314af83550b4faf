"""Panes that follow one another by meaning: what one is at, the others come to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import permutations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from recoupe.interface.panes.findings import Joint, Told, strongest_at, told
from recoupe.interface.panes.geometry import Anchor, guide, level, match
from recoupe.interface.panes.pane import Pane
from recoupe.interface.session import Session
from recoupe.interface.turns import Turns
from recoupe.model import Analysis, Event, Place

REST = 220  # milliseconds without scrolling after which the reader is at rest
AHEAD = 300  # milliseconds after the texts last moved within which ways between them are not worth working out


class Following(QObject):
    """Scrolls panes with the one that the reader scrolls, but those that were let go."""

    scrolled = Signal()

    def __init__(self, session: Session, panes: Mapping[str, Pane], turns: Turns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._panes = session, panes
        self._guides: dict[tuple[str, str], tuple[Anchor, ...]] = {}
        self._told = told(Analysis())
        self._leader = ""
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._settle)
        self._ahead = QTimer(self, singleShot=True, interval=AHEAD)
        self._ahead.timeout.connect(lambda: turns.ask(self._guide_ahead))

    def forget(self) -> None:
        """Texts were laid out anew, or tell other things."""
        self._guides.clear()
        self._ahead.start()

    def tell(self, known: Told) -> None:
        """Other findings lead from text to text; rulings change none of the ways."""
        if known is not self._told:
            self._told = known
            self.forget()

    def stay(self) -> None:
        """Let the panes stand where they are though the reader comes to rest."""
        self._rest.stop()

    def follow(self, leader: str) -> None:
        """The reader scrolled a pane."""
        lead = self._panes[leader]
        self.scrolled.emit()
        if not self._session.settings.follow or not lead.follows:
            return
        self.lead(lead, [pane for ident, pane in self._panes.items() if ident != leader])
        self._leader = leader
        self._rest.start()

    def rejoin(self, ident: str, on: bool) -> None:
        """A pane that was let go scrolls with the others again: it comes to what they are at."""
        others = [pane for other, pane in self._panes.items() if other != ident and pane.follows]
        lead = next((pane for pane in others if pane.article.id == self._leader), others[0] if others else None)
        if on and lead is not None and self._session.settings.follow:
            self._panes[ident].glide_to(self._level_with(lead, self._panes[ident]))

    def lead(self, lead: Pane, panes: Iterable[Pane]) -> None:
        """Scroll panes to what one of them is at, but those that were let go."""
        for pane in panes:
            if pane.follows:
                pane.lead_to(self._level_with(lead, pane))

    def _level_with(self, lead: Pane, pane: Pane) -> float:
        """How far a pane is to be scrolled to be at what another is at."""
        view, other = lead.view, pane.view
        return other.scroll_to(match(self._guide(lead, pane), view.focus, view, other))

    def bring_level(self, event: Event, place: Place) -> None:
        """Bring what other articles tell of a sentence's event level with it; those that were let go stay."""
        home = self._panes.get(place.article)
        if home is None:
            return
        y = home.height_in_view(place)
        for ident, pane in self._panes.items():
            if ident != place.article and event.of(ident) and pane.follows:
                partner = _strongest(event, place, ident)
                pane.lead_to(level(y, pane.text.sentence_box(partner.sentence)[0], pane.view))
        self.scrolled.emit()

    def _settle(self) -> None:
        """The reader came to rest: what others tell of the passage read comes into view wherever they tell it."""
        lead = self._panes.get(self._leader)
        if lead is None or not lead.follows:
            return
        view = lead.view
        y = view.focus - view.scroll
        place = lead.text.place_at(QPoint(round(lead.text.viewport().width() / 2), round(min(max(y, 8), view.view - 8))))
        event = strongest_at(self._told, place) if place is not None else None
        if place is None or event is None:
            return
        for ident, pane in self._panes.items():
            if ident != place.article and pane.follows and event.of(ident):
                partner = _strongest(event, place, ident)
                if not pane.shows(partner):
                    pane.glide_to(level(lead.height_in_view(place), pane.text.sentence_box(partner.sentence)[0], pane.view))

    def _guide_ahead(self) -> bool:
        """Work one way out before anyone scrolls: all at once would hold the first turn of the wheel up. Whether more are wanted."""
        missing = ((x, y) for x, y in permutations(self._panes, 2) if (x, y) not in self._guides)
        pair = next(missing, None)
        if pair is not None:
            lead, pane = (self._panes[ident] for ident in pair)
            if pair in self._told.joints and (lead.text.places.measure_some() or pane.text.places.measure_some()):
                return True
            self._guide(lead, pane)
        return next(missing, None) is not None

    def _guide(self, lead: Pane, pane: Pane) -> tuple[Anchor, ...]:
        key = (lead.article.id, pane.article.id)
        known = self._guides.get(key)
        if known is None:
            joined = self._told.joints.get(key, ())
            known = self._guides[key] = guide([_anchor(lead, pane, joint) for joint in joined])
        return known


def _anchor(lead: Pane, pane: Pane, joint: Joint) -> Anchor:
    return Anchor(_middle(lead, joint.left), _middle(pane, joint.right), joint.confidence)


def _middle(pane: Pane, sentences: tuple[int, ...]) -> float:
    places = pane.text.places
    return (places.about_sentence(sentences[0])[0] + places.about_sentence(sentences[-1])[1]) / 2


def _strongest(event: Event, place: Place, article: str) -> Place:
    """The partner of a sentence in an article by the surest link, else the event's first sentence there."""
    linked = [
        (link.confidence, other)
        for link in event.links
        for one, other in ((link.left, link.right), (link.right, link.left))
        if one == place and other.article == article
    ]
    return max(linked, key=lambda found: found[0])[1] if linked else event.of(article)[0]
