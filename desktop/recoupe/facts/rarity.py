"""What is asked of an unsure difference where the articles hardly differ: where they agree on fifty things, it is oftener none."""

from __future__ import annotations

from collections.abc import Sequence

from recoupe.facts.judged import Match
from recoupe.facts.rows import is_unsure
from recoupe.facts.scorer import threshold
from recoupe.model import Verdict

LEARNED = 0.25  # the share of sure differences among what articles have in common, in the stories that likelihoods were learned from
BEFORE = (1.5, 3.5)  # what counts as found before anything is: sure differences, things on which all agree

Group = Sequence[Match]


def worthwhile(groups: Sequence[Group]) -> list[Group]:
    """The groups, of those that differ without being sure only what is still likely by how rare differences are in these articles.

    A likelihood learned where one thing in four differs is too high where one in thirty does; its odds are brought down by as much as
    the odds of any difference are (Saerens, Latinne and Decaestecker 2002, with the share estimated from what is sure). They are never
    raised. What two articles of such a group agree on stays.
    """
    share = rate(groups)
    return [kept for group in groups if (kept := _kept(group, share))]


def rate(groups: Sequence[Group]) -> float:
    """The share of sure differences among the things on which the articles surely differ or agree."""
    differing, agreeing = BEFORE
    for group in groups:
        if _agreed(group):
            agreeing += 1
        elif not is_unsure(group):
            differing += 1
    return differing / (differing + agreeing)


def _agreed(group: Group) -> bool:
    return all(m.verdict is Verdict.AGREEMENT for m in group)


def _kept(group: Group, share: float) -> Group:
    """A group as it may be told, or nothing of it."""
    if _agreed(group) or not is_unsure(group) or any(_holds(m, share) for m in group):
        return group
    return [m for m in group if m.verdict is Verdict.AGREEMENT]


def _holds(match: Match, share: float) -> bool:
    """Whether a difference is likely enough to be told among so many."""
    if match.verdict is Verdict.AGREEMENT:
        return False
    return adjusted(match.likely, share) >= threshold(match.judged_as)


def adjusted(likely: float, share: float) -> float:
    """A likelihood as it is where so large a share of what articles have in common differs."""
    odds = likely * min(1.0, share / LEARNED)
    return odds / (odds + 1.0 - likely)
