"""The review of comparisons: what the user ruled on each, and the study after one more ruling. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from recoupe.model import Corrected, Decision, Dismissed, Noted, Project, Reviewed, State, Value


def states_of(project: Project) -> dict[str, State]:
    """How far the review of each comparison has come, by id; one that is not in it is still to check."""
    states: dict[str, State] = {}
    for decision in project.decisions:
        if isinstance(decision, Reviewed):
            states[decision.comparison] = decision.state
        elif isinstance(decision, Dismissed):
            states[decision.comparison] = State.NOT_A_DIVERGENCE
    return states


def ruled_between(before: Project, after: Project) -> frozenset[str]:
    """What was ruled or noted upon in one of two states of a study and not, or otherwise, in the other, by id."""
    differing = set(before.decisions) ^ set(after.decisions)
    ruled = {d.comparison for d in differing if isinstance(d, Reviewed | Dismissed)}
    return frozenset(ruled | {d.subject for d in differing if isinstance(d, Noted)})


def notes_of(project: Project) -> dict[str, str]:
    """The user's notes, by what they stand on."""
    return {d.subject: d.text for d in project.decisions if isinstance(d, Noted) and d.text}


def with_state(project: Project, comparison: str, state: State) -> Project:
    """The study with one comparison ruled upon, every other left alone.

    What is no divergence is also dismissed, so that reports and counts leave it out.
    """
    kept = tuple(d for d in project.decisions if not (isinstance(d, Reviewed | Dismissed) and d.comparison == comparison))
    added: tuple[Decision, ...] = () if state is State.TO_CHECK else (Reviewed(comparison, state),)
    if state is State.NOT_A_DIVERGENCE:
        added = (Dismissed(comparison), *added)
    return replace(project, decisions=(*kept, *added))


def with_note(project: Project, subject: str, text: str) -> Project:
    """The study with a note on a comparison, event or article; an empty text takes the note away."""
    kept = tuple(d for d in project.decisions if not (isinstance(d, Noted) and d.subject == subject))
    return replace(project, decisions=(*kept, Noted(subject, text.strip())) if text.strip() else kept)


def with_correction(project: Project, fact: str, value: Value, comparison: str = "") -> Project:
    """The study with the value of a fact set right, and the comparison it was seen in marked as corrected."""
    kept = tuple(d for d in project.decisions if not (isinstance(d, Corrected) and d.fact == fact))
    ruled = replace(project, decisions=(*kept, Corrected(fact, value)))
    return with_state(ruled, comparison, State.CORRECTED) if comparison else ruled


def without_correction(project: Project, fact: str) -> Project:
    """The study with a fact worth again what the program read."""
    return replace(project, decisions=tuple(d for d in project.decisions if not (isinstance(d, Corrected) and d.fact == fact)))


def advancement(divergences: Collection[str], states: Mapping[str, State]) -> tuple[int, int]:
    """How many of the divergences (ids) were ruled upon, and how many there are."""
    return sum(states.get(ident, State.TO_CHECK) is not State.TO_CHECK for ident in divergences), len(divergences)
