"""Lets large things go a slice at a time: to free all that a closed book's findings hold takes a third of a second. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

SLICE = 5_000  # things let go at one go


class Releasing:
    """Takes over what was thrown away and lets go of it slice by slice. What others still hold merely stays."""

    def __init__(self) -> None:
        self._piles: list[list[object]] = []

    def add(self, things: Iterable[object]) -> None:
        """Hold on to what things are made of, so that they themselves can be thrown away: results, or mappings and collections of such."""
        for thing in things:
            for part in _parts(thing):
                self._piles += [pile for each in (part, *_within(part)) if len(pile := _items(each)) > SLICE]

    def some(self) -> bool:
        """Let a slice go; whether there is more."""
        if self._piles:
            del self._piles[-1][-SLICE:]
            if not self._piles[-1]:
                self._piles.pop()
        return bool(self._piles)


def _parts(thing: object) -> Iterator[object]:
    """A thing, or the parts of a result: those of a study lead to its findings."""
    if not is_dataclass(thing):
        yield thing
        return
    for field in fields(thing):
        part = getattr(thing, field.name)
        yield from _parts(part) if is_dataclass(part) else (part,)


def _within(part: object) -> list[object]:
    """What a small collection holds, such as marks by article."""
    items = _items(part) if isinstance(part, Collection) and len(part) <= SLICE else []
    return [item for item in items if isinstance(item, Collection) and not isinstance(item, str)]


def _items(part: object) -> list[object]:
    if isinstance(part, Mapping):
        return list(part.values())
    return list(part) if isinstance(part, tuple | list | frozenset | set) else []
