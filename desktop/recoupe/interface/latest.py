"""The last few results of costly work, kept by the very object they were made of. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakSet

Of = TypeVar("Of")
Made = TypeVar("Made")
KEPT = 3  # the findings shown, those an undo goes back to, those that arrive


class Latest(Generic[Of, Made]):
    """Work on frozen findings, done once for each. They are told apart as objects: comparing them would take longer than the work.

    `make` is given the newest result too, of other findings, so that it can take over what did not change; then whatever else was asked
    with. Any thread may ask; two that ask at once may both do the work, and either result is right.
    """

    _all: ClassVar[WeakSet[Latest[Any, Any]]] = WeakSet()

    def __init__(self, make: Callable[..., Made]) -> None:
        self._make = make
        self._kept: tuple[tuple[Of, tuple[Hashable, ...], Made], ...] = ()
        self._all.add(self)

    def __call__(self, of: Of, *further: Hashable) -> Made:
        """What is made of these findings."""
        kept = self._kept
        for known, asked, made in kept:
            if known is of and asked == further:
                return made
        fresh = self._make(of, kept[0][2] if kept else None, *further)
        self._kept = ((of, further, fresh), *self._kept)[:KEPT]
        return fresh

    def forget_but(self, of: object) -> list[object]:
        """Keep nothing that was made of other findings than these; it is handed over, with them: letting it go may take a while."""
        gone: list[object] = [part for known, _, made in self._kept if known is not of for part in (known, made)]
        self._kept = tuple(entry for entry in self._kept if entry[0] is of)
        return gone

    @classmethod
    def forget_all_but(cls, of: object) -> list[object]:
        """The same of all work."""
        return [thing for each in cls._all for thing in each.forget_but(of)]
