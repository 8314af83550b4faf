"""Names that the articles merely have in common, one group each: the hero of a story stands in every sentence, and is one finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from recoupe.facts.judged import Match
from recoupe.model import Name, Verdict

Group = Sequence[Match]


def by_name(groups: Iterable[Group]) -> list[Group]:
    """The groups, those in which all agree on one name or place made one for each name; where anything differs they stay apart."""
    apart: list[Group] = []
    shared: dict[str, list[Match]] = {}
    for group in groups:
        name = _agreed(group)
        if name is None:
            apart.append(group)
        else:
            shared.setdefault(name, []).extend(group)
    return [*apart, *shared.values()]


def _agreed(group: Group) -> str | None:
    """The canonical form of the name that all members of a group bear."""
    values = [side.fact.value for match in group for side in (match.left, match.right)]
    names = {v.key for v in values if isinstance(v, Name)}
    alike = len(names) == 1 and all(isinstance(v, Name) for v in values)
    plain = all(m.left.family == "name" and m.verdict is Verdict.AGREEMENT for m in group)
    return names.pop() if alike and plain else None
