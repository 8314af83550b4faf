"""What the user is looking at: a comparison, an event, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from recoupe.model import Place, Project


class _Voice(QObject):
    """The signals of a selection, apart from it: its `event` would hide a method that Qt calls."""

    comparison_changed = Signal(str)
    event_changed = Signal(str)
    place_changed = Signal(object)
    picked_changed = Signal(object)


class Selection:
    """What the user is looking at. No change of the project: neither saved nor undone.

    Each part is told only when it changes; an empty id and `None` mean that nothing is selected. Selecting a comparison does not select
    its event by itself: whoever selects knows the project and says both.
    """

    def __init__(self) -> None:
        self._voice = _Voice()
        self.comparison_changed = self._voice.comparison_changed
        self.event_changed = self._voice.event_changed
        self.place_changed = self._voice.place_changed
        self.picked_changed = self._voice.picked_changed
        self._comparison = ""
        self._event = ""
        self._place: Place | None = None
        self._picked: tuple[Place, ...] = ()

    @property
    def comparison(self) -> str:
        """The id of the selected row of the table, or empty."""
        return self._comparison

    @property
    def event(self) -> str:
        """The id of the selected event, or empty."""
        return self._event

    @property
    def place(self) -> Place | None:
        """The sentence the user is at, if any."""
        return self._place

    def select_comparison(self, ident: str, *, again: bool = False) -> None:
        """Look at a comparison; `again` tells it though it is selected already, for the reader may have gone elsewhere meanwhile."""
        if again or ident != self._comparison:
            self._comparison = ident
            self.comparison_changed.emit(ident)

    def select_event(self, ident: str) -> None:
        """Look at an event."""
        if ident != self._event:
            self._event = ident
            self.event_changed.emit(ident)

    def select_place(self, place: Place | None, *, again: bool = False) -> None:
        """Look at a sentence; `again` as for comparisons."""
        if again or place != self._place:
            self._place = place
            self.place_changed.emit(place)

    @property
    def picked(self) -> tuple[Place, ...]:
        """The sentences picked to be joined or parted, in the order they were picked."""
        return self._picked

    def pick(self, places: tuple[Place, ...]) -> None:
        """Pick these sentences and no others."""
        if places != self._picked:
            self._picked = places
            self.picked_changed.emit(places)

    def keep_to(self, project: Project) -> None:
        """Let go of sentences that the project does not hold: an undo may have taken their article away."""
        lengths = {a.id: len(a.sentences) for a in project.articles}
        if self._place is not None and self._place.sentence >= lengths.get(self._place.article, 0):
            self.select_place(None)
        self.pick(tuple(p for p in self._picked if p.sentence < lengths.get(p.article, 0)))

    @property
    def is_empty(self) -> bool:
        """Whether nothing in particular is looked at."""
        return not (self._comparison or self._event or self._place or self._picked)

    def clear(self) -> None:
        """Look at nothing in particular."""
        self.select_comparison("")
        self.select_event("")
        self.select_place(None)
        self.pick(())
