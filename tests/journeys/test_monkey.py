"""A monkey at the window: whatever is pressed, nothing breaks, and undoing everything gives the first state again."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

import studies
from recoupe.interface.actions import ACTIONS
from recoupe.interface.commands import articles, review
from recoupe.model import Analysis, Article, Decision, Noise, Parted, Place, Project
from windows import Opened, story

# what opens a dialog, leaves the study or the window, or asks the system for something
CALM = {
    *(
        "new",
        "duplicate",
        "replace_version",
        "open_articles",
        "paste",
        "add_page",
        "open_study",
        "save",
        "save_as",
        "export",
        "print",
        "preferences",
        "quit",
    ),
    *("note", "correct", "details", "full_screen", "correct_translation", "retry_translation", "translate_anew", "translation_settings"),
    *("read_translation", "read_both", "switch_language", "translate_current"),
}
PRESSED = [a.id for a in ACTIONS if a.menu != "help" and a.id not in CALM]


def found_in(study: Project) -> Callable[[Sequence[Article], Sequence[Decision]], Analysis]:
    """An analysis that knows one study: what concerns articles that are gone, noise or parted passages is left out."""
    known = study.analysis

    def analyse(present: Sequence[Article], decisions: Sequence[Decision]) -> Analysis:
        ids = {a.id for a in present}
        noise = {d.place for d in decisions if isinstance(d, Noise) and d.is_noise}
        parted = {p for d in decisions if isinstance(d, Parted) for p in d.places}
        facts = tuple(f for f in known.facts if f.place.article in ids and f.place not in noise)
        events = tuple(e for e in known.events if {p.article for p in e.members} <= ids and not set(e.members) & (noise | parted))
        standing, shown = {e.id for e in events}, {f.id for f in facts}
        rows = tuple(c for c in known.comparisons if c.event in standing and shown.issuperset(c.facts))
        return Analysis(facts, events, rows, tuple(c for c in known.copies if {c.left, c.right} <= ids))

    return analyse


class Monkey:
    """Presses, points, rules and undoes at random, the same way for the same seed."""

    def __init__(self, opened: Opened, seed: int) -> None:
        self.opened, self.chance = opened, random.Random(seed)
        self.done: list[str] = []

    def place(self) -> Place | None:
        held = [a for a in self.opened.session.project.articles if a.sentences]
        if not held:
            return None
        chosen = self.chance.choice(held)
        return Place(chosen.id, self.chance.randrange(len(chosen.sentences)))

    def point(self) -> None:
        selection, analysis = self.opened.selection, self.opened.session.project.analysis
        ids = ["", "an id of yesterday"]
        for name, choice in (
            ("comparison", lambda: selection.select_comparison(self.chance.choice([*ids, *(c.id for c in analysis.comparisons)]))),
            ("event", lambda: selection.select_event(self.chance.choice([*ids, *(e.id for e in analysis.events)]))),
            ("place", lambda: selection.select_place(self.place())),
        ):
            if self.chance.random() < 0.6:
                self.done.append(f"select {name}")
                choice()

    def rule(self) -> None:
        """What dialogs would have done."""
        session = self.opened.session
        project = session.project
        rows = project.analysis.comparisons
        sort = self.chance.randrange(3)
        if sort == 0 and rows:
            session.do("note", review.with_note(project, self.chance.choice(rows).id, f"à vérifier {self.chance.random()} 🍋"))
        elif sort == 1 and rows:
            row = self.chance.choice(rows)
            wanted = self.chance.choice(row.facts)
            fact = next(f for f in project.analysis.facts if f.id == wanted)
            session.do("correct", review.with_correction(project, fact.id, fact.value, row.id))
        elif project.articles:
            chosen = self.chance.choice(project.articles)
            session.do("label", articles.with_article(project, replace(chosen, outlet=f"Journal {self.chance.randrange(9)}")))

    def step(self) -> None:
        draw = self.chance.random()
        if draw < 0.25:
            self.point()
        elif draw < 0.35:
            self.done.append("rule")
            self.rule()
        elif draw < 0.5:
            self.press(self.chance.choice(["undo", "redo"]))
        else:
            self.press(self.chance.choice(PRESSED))

    def press(self, ident: str) -> None:
        self.done.append(ident)
        self.opened.window.actions_by_id[ident].trigger()


@pytest.mark.parametrize(
    ("study", "seed", "steps"),
    [(story, 1, 250), (story, 2, 250), (studies.study, 3, 250), (story, 11, 1000), (studies.study, 108, 1000)],
    ids=["march-1", "march-2", "strike", "march, a thousand", "strike, a thousand"],
)
def test_a_monkey_breaks_nothing_and_undoes_everything(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, study: Callable[[], Project], seed: int, steps: int
) -> None:
    caught: list[BaseException] = []
    for modal in (QDialog, QMessageBox, QFileDialog, QMenu):  # what waits for an answer would wait for ever
        monkeypatch.setattr(modal, "exec", lambda self, *_: pytest.fail(f"{type(self).__name__} waits for an answer"))
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))
    first = study()
    for asking in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, asking, lambda *_: pytest.fail("a file dialog waits for an answer"))
    opened = Opened(qtbot, first, found_in(first))
    monkey = Monkey(opened, seed)
    for _ in range(steps):
        monkey.step()
        QApplication.processEvents()
        assert not caught, (caught[0], monkey.done[-8:])
        held = {a.id for a in opened.session.project.articles}
        assert [p.article.id for p in opened.window.row.panes] == [a.id for a in opened.session.project.articles], monkey.done[-8:]
        assert opened.selection.place is None or opened.selection.place.article in held, monkey.done[-8:]
    last = opened.session.project
    undone = 0
    while opened.session.undo_label:
        monkey.press("undo")
        undone += 1
    opened.settle()
    assert undone > 3
    assert opened.session.project == first
    assert opened.session.project is not last
    for _ in range(undone):
        monkey.press("redo")
    assert not opened.session.redo_label or opened.session.undo_label
    opened.settle()
    assert not caught, caught[0]
