"""What facts of two articles came to in the comparison before: after an edit in one article most of it is found again.

A match hangs on the two articles that it is of, on how surely their two sentences are linked or how they lean, and on the weights; a row on
its matches. Both are known again by the very sides they were made from, so nothing is found that would not be worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from recoupe.facts.judged import Match
from recoupe.facts.sides import Side
from recoupe.model import Comparison, Place

_MOST = 250_000  # answers kept, a few hundred bytes each

Articles = tuple[str, str]
Matches = tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class _Known:
    """What the last comparison found; `held` keeps alive what is known again by its identity."""

    states: Mapping[str, Hashable] = field(default_factory=dict)
    matches: Mapping[Articles, Mapping[Hashable, Matches]] = field(default_factory=dict)
    rows: Mapping[Hashable, tuple[Sequence[Match], Comparison]] = field(default_factory=dict)
    held: object = None


_known = _Known()


def forget() -> None:
    """Work everything out anew."""
    global _known  # noqa: PLW0603
    _known = _Known()


class Kept:
    """What one comparison finds, and what it finds again."""

    def __init__(self, by_place: Mapping[Place, Sequence[Side]], about: Mapping[str, Hashable], judge: tuple[object, ...]) -> None:
        """`about` is what is asked of each article beside its facts, `judge` what scores and by what."""
        self._held = by_place, judge
        made_by = tuple(map(id, judge))
        sides: dict[str, list[int]] = {}
        for place, here in by_place.items():
            sides.setdefault(place.article, []).extend(map(id, here))
        self._states = {article: (made_by, about.get(article), tuple(ids)) for article, ids in sides.items()}
        self._before = _known
        self._same = {article for article, state in self._states.items() if self._before.states.get(article) == state}
        self._matches: dict[Articles, dict[Hashable, Matches]] = {}
        self._rows: dict[Hashable, tuple[Sequence[Match], Comparison]] = {}
        self._count = 0

    def matches(self, left: str, right: str, key: Hashable, work: Callable[[], Iterable[Match]]) -> Matches:
        """The matches of two articles that go by a key: those found before, which bring no features along, or what the work gives."""
        known = self._before.matches.get((left, right), {}).get(key) if left in self._same and right in self._same else None
        found = tuple(work()) if known is None else known
        if self._count < _MOST:
            self._count += 1
            self._matches.setdefault((left, right), {})[key] = found if found is known else tuple(map(light, found))
        return found

    def row(self, event: str, group: Sequence[Match], published: Mapping[str, object], work: Callable[[], Comparison]) -> Comparison:
        """The row of a group of matches."""
        told = tuple((id(m.left), id(m.right), m.verdict, m.reason, m.likely, m.linked) for m in group)
        days = tuple(published.get(s.place.article) for m in group for s in (m.left, m.right))
        known = self._before.rows.get((event, told, days))
        self._rows[event, told, days] = known or (group, work())
        return self._rows[event, told, days][1]

    def keep(self) -> None:
        """Have it found by the next comparison, in place of what was kept."""
        global _known  # noqa: PLW0603  put in place whole: another thread's comparison merely finds less
        _known = _Known(self._states, self._matches, self._rows, self._held)


def light(match: Match) -> Match:
    """A match without what it was scored by, which is most of its size: twenty long articles give a million."""
    return replace(match, features=()) if match.features else match
