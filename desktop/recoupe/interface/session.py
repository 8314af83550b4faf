"""The open project: its current state, its history, its running work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from recoupe.interface.arriving import with_part
from recoupe.model import Analysis, Article, Confirmed, Corrected, Decision, Joined, Means, Noise, Part, Parted, Project
from recoupe.project import History, Lock, followed, left_standing, unplaced
from recoupe.settings import Settings

Shaping = Joined | Parted | Confirmed | Corrected | Noise
GATHERED = 150  # milliseconds from one showing of findings on their way to the next; the first are shown at once


class Analyst(Protocol):
    """Who runs an analysis beside the window; a newer one replaces the one running."""

    def analyse(
        self,
        articles: tuple[Article, ...],
        decisions: tuple[Decision, ...],
        known: Callable[[], Analysis],
        *,
        then: Callable[[Analysis], None],
        failed: Callable[[Exception], None],
        told: Callable[[str, int, int], None],
        handed: Callable[[Part], None],
    ) -> None:
        """Begin; exactly one of `then` and `failed` is called later, on this thread, unless `stop` comes first; `handed` before that.

        `known` tells the findings at hand, from any thread: new ones share their objects wherever they are equal.
        """

    def stop(self) -> None:
        """Forget what is running."""


class Session(QObject):
    """The open study. Widgets read `project` and hear `changed`; commands go through `do`.

    `changed` carries the project before and after: what is the same object in both need not be drawn again.
    """

    changed = Signal(object, object)
    settings_changed = Signal(object)
    progressed = Signal(str, int, int)
    busy_changed = Signal(bool)
    failed = Signal(str)
    error_met = Signal(object)
    unplaced = Signal(int)  # rulings and notes whose row new findings do not hold
    saved_changed = Signal()

    def __init__(self, settings: Settings, analyst: Analyst | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.translating = False  # kept true by whoever translates: what can be done depends on it
        self.path: Path | None = None
        self.originals_in: Path | None = None  # the study file with the original files: its own, or that of which it is a copy
        self._analyst = analyst
        self._history = History(Project())
        self._busy = False
        self._lock: Lock | None = None
        self._basis: dict[int, tuple[Analysis, object]] = {}
        self._asked: object = None  # what the running analysis is made from
        self._arrived: Analysis | None = None  # findings on their way, not shown yet
        self._showing = QTimer(self, singleShot=True)
        self._showing.timeout.connect(self._show_arrived)

    @property
    def project(self) -> Project:
        """The study as it stands."""
        return self._history.project

    @property
    def busy(self) -> bool:
        """Whether an analysis runs."""
        return self._busy

    @property
    def saved(self) -> bool:
        """Whether nothing would be lost if the study were closed now."""
        return self._history.saved

    @property
    def would_lose(self) -> bool:
        """Whether closing would lose work: changes of a saved study, rulings, or texts that are nowhere else."""
        project = self.project
        if self.saved or not project.articles:
            return False
        pasted = any(a.origin.means is Means.PASTE for a in project.articles)
        return bool(self.path or project.decisions or pasted or any(t.by_hand for t in project.translations))

    @property
    def settled(self) -> bool:
        """Whether the findings are all there is to find in the study as it stands; only then are they told to others."""
        return self._analyst is None or not self._wants_analysis(self.project)

    @property
    def to_save(self) -> Project:
        """The study as it is to be written: findings of other texts go along as such, or they would be taken for its own when opened."""
        whole = self._analyst is None or self._fresh(self.project)
        return self.project if whole else replace(self.project, analysis=left_standing(self.project))

    @property
    def undo_label(self) -> str:
        """What undo would take back, or empty."""
        return self._history.undo_label

    @property
    def redo_label(self) -> str:
        """What redo would do again, or empty."""
        return self._history.redo_label

    def do(self, label: str, project: Project) -> None:
        """Take one named, undoable step; what the step calls for is analysed anew."""
        before = self.project
        self._history.do(label, project)
        self._tell(before)

    def amend(self, project: Project) -> None:
        """Complete the present step without making a new one."""
        before = self.project
        self._history.amend(project)
        self._tell(before)

    def undo(self) -> None:
        """Take the last step back."""
        before = self.project
        self._history.undo()
        self._tell(before)

    def redo(self) -> None:
        """Take the step again that was taken back."""
        before = self.project
        self._history.redo()
        self._tell(before)

    def open(self, project: Project, path: Path | None = None, lock: Lock | None = None, *, made_from: Path | None = None) -> None:
        """Put another study in place of this one, its history empty; the lock on its file is held as long as it is open.

        A study without a file may be `made_from` one that has: original files that are nowhere else are taken from there when it is saved.
        """
        before = self.project
        self._hold(lock)
        self.path, self.originals_in = path, path or made_from
        self._history = History(project)
        self._basis.clear()
        if project.analysis != Analysis() and not project.analysis.partial:
            self._remember(project.analysis, project)
        self._tell(before)

    def mark_saved(self, project: Project, path: Path, lock: Lock | None = None) -> None:
        """Remember that this state of the study is on disk; a lock is given where it was saved in a new place."""
        if path != self.path:
            self._hold(lock)
        self.path = self.originals_in = path
        self._history.mark_saved(project)
        self.saved_changed.emit()

    def succeeded(self) -> Session:
        """Another session on the same study, with its history, file and analyst; this one does nothing any more."""
        self.stop()
        heir = Session(self.settings, self._analyst)
        heir.path, heir._history, heir._basis = self.path, self._history, self._basis
        heir.originals_in = self.originals_in
        heir._lock, self._lock, self._analyst = self._lock, None, None
        return heir

    def resume(self) -> None:
        """Begin the analysis that the study wants, if it wants one."""
        self._analyse_if_needed()

    def close(self) -> None:
        """Stop what runs and let the study's file go."""
        self.stop()
        self._hold(None)

    def _hold(self, lock: Lock | None) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock = lock

    def forget_changes(self) -> None:
        """Take the study as it stands for saved: the user said that the rest may go."""
        self._history.mark_saved(self.project)
        self.saved_changed.emit()

    def change_settings(self, settings: Settings) -> None:
        """Prefer something else from now on."""
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    def analyse_again(self) -> None:
        """Analyse the study as it stands, whatever is known already."""
        self._basis.clear()
        self._forget_asked()
        self._analyse_if_needed()

    def stop(self) -> None:
        """Stop the running analysis; what was found before stays."""
        self._forget_asked()
        if self._analyst is not None:
            self._analyst.stop()
        self._set_busy(False)

    def _tell(self, before: Project) -> None:
        if before is not self.project:
            self._set_busy(self._analyst is not None and self._wants_analysis(self.project))
            self.changed.emit(before, self.project)
            self.saved_changed.emit()
            self._analyse_if_needed()

    def _remember(self, analysis: Analysis, project: Project) -> None:
        self._basis[id(analysis)] = (analysis, _basis(project))

    def _fresh(self, project: Project) -> bool:
        known = self._basis.get(id(project.analysis))
        return known is not None and known[1] == _basis(project)

    def _wants_analysis(self, project: Project) -> bool:
        return bool(project.articles) and not self._fresh(project)

    def _analyse_if_needed(self) -> None:
        project = self.project
        if self._analyst is None:
            return
        if not self._wants_analysis(project):
            self.stop()
            return
        basis = _basis(project)
        if basis == self._asked:
            return  # a note or a translation came in between
        self._forget_asked()
        self._asked = basis
        self._set_busy(True)
        self._analyst.analyse(
            project.articles,
            project.decisions,
            lambda: self.project.analysis,
            then=lambda analysis: self._take(analysis, basis),
            failed=self._fail,
            told=self.progressed.emit,
            handed=lambda part: self._hand(part, basis),
        )

    def _forget_asked(self) -> None:
        self._asked = self._arrived = None
        self._showing.stop()

    def _hand(self, part: Part, basis: object) -> None:
        """Findings on their way: shown together with what comes soon after, for every showing takes the panes some milliseconds."""
        if basis != self._asked:
            return
        known = self._arrived or self.project.analysis
        arrived = with_part(known, part)
        if arrived is not known:
            self._arrived = arrived
            if not self._showing.isActive():
                self._showing.start(GATHERED if known.partial else 0)

    def _show_arrived(self) -> None:
        if self._arrived is not None:
            before, arrived = self.project, self._arrived
            self._arrived = None
            self._history.amend(replace(before, analysis=arrived))
            self.changed.emit(before, self.project)

    def _take(self, analysis: Analysis, basis: object) -> None:
        self._forget_asked()
        self._set_busy(False)
        if basis != _basis(self.project):
            return
        self._basis[id(analysis)] = (analysis, basis)
        before = len(unplaced(self.project))
        self.amend(followed(self.project, analysis))
        lost = len(unplaced(self.project)) - before
        if lost > 0:
            self.unplaced.emit(lost)
        within_reach = {id(each) for each in self._history.analyses}
        self._basis = {key: known for key, known in self._basis.items() if key in within_reach}

    def _fail(self, error: Exception) -> None:
        self._forget_asked()
        self._set_busy(False)
        self.report(error)

    def report(self, error: Exception) -> None:
        """Tell the user of a failure in words; everything open stays open."""
        self.error_met.emit(error)
        self.failed.emit(str(error))

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)


def _basis(project: Project) -> object:
    """What an analysis depends on: a note, a review state or the order of the articles changes no finding."""
    return tuple(sorted(project.articles, key=lambda a: a.id)), tuple(d for d in project.decisions if isinstance(d, Shaping))
