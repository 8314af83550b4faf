"""The states a project went through, for undo and redo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from recoupe.model import Analysis, Project


class _Named(Protocol):
    @property
    def id(self) -> str:
        """Derived from its content, so that what did not change has the same one."""


_Found = TypeVar("_Found", bound=_Named)


@dataclass(frozen=True, slots=True)
class Step:
    """One state of the project and the words for what led to it."""

    label: str
    project: Project


class History:
    """States of one study, the present one, and the one that is on disk.

    Projects share their unchanged parts, so a hundred steps cost little.
    """

    def __init__(self, project: Project) -> None:
        self._steps = [Step("", project)]
        self._at = 0
        self._saved: Project | None = project

    @property
    def project(self) -> Project:
        """The present state."""
        return self._steps[self._at].project

    @property
    def analyses(self) -> Iterator[Analysis]:
        """The findings of every state that undo or redo can still bring back."""
        return (step.project.analysis for step in self._steps)

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty where there is nothing."""
        return self._steps[self._at].label if self._at else ""

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty where there is nothing."""
        return self._steps[self._at + 1].label if self._at + 1 < len(self._steps) else ""

    @property
    def saved(self) -> bool:
        """Whether the present state is the one on disk; findings are made anew from the rest and do not count."""
        return self._saved is not None and _lasting(self.project) == _lasting(self._saved)

    def do(self, label: str, project: Project) -> None:
        """Go one step on; what was undone before is forgotten."""
        self._steps[self._at + 1 :] = [Step(label, project)]
        self._at += 1

    def amend(self, project: Project) -> None:
        """Complete the present step, so that one undo takes back the step and what was found for it."""
        self._steps[self._at] = replace(self._steps[self._at], project=project)

    def undo(self) -> Project:
        """Go one step back where there is one; the state then present."""
        self._at = max(self._at - 1, 0)
        return self.project

    def redo(self) -> Project:
        """Go one step on again where there is one; the state then present."""
        self._at = min(self._at + 1, len(self._steps) - 1)
        return self.project

    def mark_saved(self, project: Project) -> None:
        """Remember which state is on disk: saving takes time, and the user may have gone on meanwhile."""
        self._saved = project


def sharing(found: Analysis, known: Analysis) -> Analysis:
    """New findings that hold the known ones' objects wherever they are equal.

    Findings come anew from another process after every ruling, and one ruling changes few of them; without this each step of a history
    would hold them all once more, some kilobyte a fact.
    """
    return Analysis(
        _shared(found.facts, known.facts),
        _shared(found.events, known.events),
        _shared(found.comparisons, known.comparisons),
        known.copies if found.copies == known.copies else found.copies,
    )


def _shared(found: tuple[_Found, ...], known: tuple[_Found, ...]) -> tuple[_Found, ...]:
    held = {each.id: each for each in known}
    made = tuple(old if (old := held.get(new.id)) is not None and old == new else new for new in found)
    same = len(made) == len(known) and all(a is b for a, b in zip(made, known, strict=True))
    return known if same else made


def _lasting(project: Project) -> Project:
    return replace(project, analysis=Analysis())
