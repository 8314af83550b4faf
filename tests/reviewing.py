"""The whole review of five articles, whoever's hands do it: what an editor does in which order, and what must then be so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from hands import Hands
from recoupe.interface.commands.facts import queue
from recoupe.interface.commands.review import notes_of, states_of
from recoupe.interface.outline_model import View
from recoupe.model import By, Comparison, Event, Fact, Period, Place, Project, Quantity, Role, State, Verdict

NOTE = "à vérifier auprès de l’agence"


class Editor(Protocol):
    """What an editor can do to a study. Each verb ends when the window shows what came of it."""

    hands: Hands

    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def begin(self) -> None:
        """Go to the gravest divergence."""

    def choose(self, comparison: str) -> None: ...
    def rule(self, state: State) -> None: ...
    def note(self, text: str) -> None: ...
    def correct_figure(self, fact: Fact) -> None:
        """Say that a figure of the chosen row is ten times what it is."""

    def correct_day(self, fact: Fact) -> None:
        """Say that a day of the chosen row is a later one."""

    def take_back(self, fact: Fact) -> None:
        """Have a corrected fact of the chosen row be worth what was read."""

    def confirm_links(self, place: Place) -> None: ...
    def join(self, places: tuple[Place, Place]) -> None: ...
    def part(self, place: Place) -> None: ...
    def turn_noise(self, place: Place) -> None: ...
    def bring_partners(self, place: Place) -> None: ...
    def on_card(self, words: str) -> None:
        """Use the first button of that name on the card."""

    def only(self, verdict: Verdict) -> None:
        """Have only rows of a verdict shown, or all again."""

    def only_state(self, state: State) -> None: ...

    def by_place_in(self, article: int) -> None:
        """Put the rows in order of their places in the nth article."""

    def open_list(self) -> None:
        """Show the list of passages."""

    def view(self, view: View) -> None: ...
    def go_to_passage(self, row: int) -> None:
        """Choose a passage of the list."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step that was done: what it is called, and what was before it."""

    label: str
    before: Project
    seen: object


class Review:
    """A review under way. Every step is done, taken back and done again at once; in the end all are taken back, the last one first."""

    def __init__(self, editor: Editor) -> None:
        self.editor, self.hands = editor, editor.hands
        self.session, self.selection = editor.hands.opened.session, editor.hands.opened.selection
        self.window = editor.hands.window
        self.steps: list[Step] = []

    @property
    def project(self) -> Project:
        return self.session.project

    def seen(self) -> object:
        """What the window says of the study, wherever the reader is in it."""
        model, panes = self.window.table.model, self.window.row.panes
        rows = [(r.ident, r.verdict, dict(r.cells), model.state_of(r), model.notes.get(r.ident, "")) for r in model.shown]
        marks = [(p.article, p.text.findings.aligned, p.text.findings.marks, p.text.findings.quiet) for p in panes]
        links = [e.links for e in self.project.analysis.events]
        card = [b.accessibleName() for b in self.hands.cards[0].children() if hasattr(b, "accessibleName")] if self.hands.cards else []
        return rows, self.window.table.bar.done.text(), marks, links, card

    def step(self, label: str, do: Callable[[], None], done: Callable[[], bool]) -> None:
        """Do something; `done` says whether what it is for is so, which it must not be before nor when it is undone."""
        before, seen = self.project, self.seen()
        assert not done()
        do()
        after = self.project
        assert self.session.undo_label == label
        self.settle_on(done)
        self.settle_on(lambda: self.seen() != seen)
        shown = self.seen()
        self.editor.undo()
        assert self.project is before
        self.settle_on(lambda: not done())
        self.settle_on(lambda: self.seen() == seen)
        self.editor.redo()
        assert self.project is after
        self.settle_on(lambda: self.seen() == shown)
        self.steps.append(Step(label, before, seen))

    def settle_on(self, so: Callable[[], bool]) -> None:
        """Wait for what is worked out beside the window, such as a card of partners."""
        self.hands.opened.qtbot.waitUntil(so, timeout=20000)

    def take_all_back(self) -> None:
        """Undo every step, the last one first: each leads to what was before it."""
        for step in reversed(self.steps):
            assert self.session.undo_label == step.label
            self.editor.undo()
            assert self.project is step.before
        assert not self.session.undo_label

    # What is in the study

    def places_of(self, comparison: str) -> dict[str, list[Place]]:
        """Where each article states the facts of a row."""
        row = next(c for c in self.project.analysis.comparisons if c.id == comparison)
        found: dict[str, list[Place]] = {}
        for fact in self.project.analysis.facts:
            if fact.id in row.facts:
                found.setdefault(fact.place.article, []).append(fact.place)
        return found

    def verdict_on(self, fact: Fact) -> set[Verdict]:
        """What the rows say that hold a fact."""
        return {c.verdict for c in self.project.analysis.comparisons if fact.id in c.facts}

    def told_with(self, place: Place) -> set[Place]:
        """The sentences of other articles that tell what a sentence tells."""
        events = [e for e in self.project.analysis.events if place in e.members]
        return {p for e in events for p in e.members if p.article != place.article}

    def agreed(self, kind: type, fits: Callable[[Fact], bool] = lambda _: True) -> tuple[Comparison, Fact]:
        """A row that agrees on values of a kind, and the one that the first article states."""
        facts = {f.id: f for f in self.project.analysis.facts}
        rows = [(c, facts[c.facts[0]]) for c in self.project.analysis.comparisons if c.verdict is Verdict.AGREEMENT]
        return next((c, f) for c, f in rows if isinstance(f.value, kind) and fits(f))

    def event(self, least: int) -> tuple[Event, Place]:
        """An event of the program's own that enough sentences tell, and a sentence that no other event holds."""
        counts = [p for e in self.project.analysis.events for p in e.members]
        for event in self.project.analysis.events:
            alone = [p for p in event.members if counts.count(p) == 1]
            if alone and len(self.told_with(alone[0])) >= least and all(link.by is By.PROGRAM for link in event.links):
                return event, alone[0]
        raise AssertionError("no such event")

    def loner(self, article: int) -> Place:
        """A sentence of the nth article that no event holds."""
        of = self.project.articles[article]
        told = {p for e in self.project.analysis.events for p in e.members}
        return next(p for p in (Place(of.id, n) for n in of.story) if p not in told)

    def role(self, place: Place) -> Role:
        return self.project.article(place.article).sentences[place.sentence].role


def whole_review(editor: Editor) -> None:
    """Everything that an editor does in a review; in the end all of it is taken back."""
    review = Review(editor)
    first = review.project
    assert len(first.articles) == 5
    look_around(review)
    rule_on_rows(review)
    correct_values(review)
    rule_on_passages(review)
    rule_on_the_card(review)
    assert len(review.steps) == 14
    review.take_all_back()
    assert review.project is first


def look_around(review: Review) -> None:
    """Filters, orders, and the passages that all tell, all but one, or only one: nothing of it changes the study."""
    editor, window, project = review.editor, review.window, review.project
    everything = [r.ident for r in window.table.model.shown]
    editor.only(Verdict.CONTRADICTION)
    shown = window.table.model.shown
    assert [r.ident for r in shown] == [c.id for c in queue(review.session) if c.verdict is Verdict.CONTRADICTION]
    assert 0 < len(shown) < len(everything)
    editor.only(Verdict.CONTRADICTION)
    editor.by_place_in(1)
    ident = project.articles[1].id
    told = [r.places[ident] for r in window.table.model.shown if ident in r.places]
    assert told == sorted(told)
    assert [r.ident for r in window.table.model.shown] != everything
    editor.by_place_in(-1)
    assert [r.ident for r in window.table.model.shown] == everything
    editor.open_list()
    events, listed = project.analysis.events, window.outline.model
    alone = sum(not review.told_with(Place(a.id, n)) for a in project.articles for n in a.story)
    counts = {View.ALL: 5, View.ALL_BUT_ONE: 4}
    for view in (View.ALL, View.ALL_BUT_ONE, View.ONE, View.LINKED):
        editor.view(view)
        expected = sum(len(e.articles) == counts[view] for e in events) if view in counts else alone if view is View.ONE else len(events)
        assert len(listed.shown) == expected
        if expected:
            editor.go_to_passage(expected - 1)
            place = listed.shown[-1].places[0]
            assert review.selection.place == place
            assert review.hands.pane(place.article).shows(place)
    assert review.project is project


def rule_on_rows(review: Review) -> None:
    """Confirm, set aside, check again, and note."""
    editor, session = review.editor, review.session
    first, second, third = (c.id for c in queue(session)[:3])

    def state(ident: str) -> State:
        return states_of(session.project).get(ident, State.TO_CHECK)

    editor.begin()
    assert review.selection.comparison == first
    for article, found in review.places_of(first).items():
        assert any(review.hands.pane(article).shows(place) for place in found)
    review.step("confirm a divergence", lambda: editor.rule(State.CONFIRMED), lambda: state(first) is State.CONFIRMED)
    editor.only_state(State.CONFIRMED)
    assert [r.ident for r in review.window.table.model.shown] == [first]
    editor.only_state(State.CONFIRMED)
    editor.choose(second)
    untouched = session.project.analysis
    review.step("set a divergence aside", lambda: editor.rule(State.NOT_A_DIVERGENCE), lambda: state(second) is State.NOT_A_DIVERGENCE)
    assert second not in [c.id for c in queue(session)]
    assert session.project.analysis is untouched
    assert state(first) is State.CONFIRMED
    editor.choose(first)
    review.step("check again", lambda: editor.rule(State.TO_CHECK), lambda: state(first) is State.TO_CHECK)
    editor.choose(third)
    review.step("write a note", lambda: editor.note(NOTE), lambda: notes_of(session.project).get(third) == NOTE)


def correct_values(review: Review) -> None:
    """A figure and a day that agreed are said to be others: they differ now, until that is taken back."""
    editor = review.editor
    row, figure = review.agreed(Quantity, lambda f: f.kind == "money")
    editor.choose(row.id)
    review.step("correct a value", lambda: editor.correct_figure(figure), lambda: Verdict.CONTRADICTION in review.verdict_on(figure))
    row, day = review.agreed(Period, lambda f: f.value.grain == "day")
    editor.choose(row.id)
    review.step("correct a value", lambda: editor.correct_day(day), lambda: Verdict.CONTRADICTION in review.verdict_on(day))
    editor.choose(next(c.id for c in review.project.analysis.comparisons if day.id in c.facts))
    review.step("take a correction back", lambda: editor.take_back(day), lambda: Verdict.AGREEMENT in review.verdict_on(day))


def rule_on_passages(review: Review) -> None:
    """Confirm links, join, part, and say what is page noise and what is not."""
    editor = review.editor
    event, place = review.event(least=2)

    def confirmed() -> bool:
        links = [link for e in review.project.analysis.events for link in e.links if place in {link.left, link.right}]
        return bool(links) and all(link.by is By.USER for link in links)

    review.step("confirm links", lambda: editor.confirm_links(place), confirmed)
    pair = review.loner(0), review.loner(2)
    review.step("join passages", lambda: editor.join(pair), lambda: pair[1] in review.told_with(pair[0]))
    assert review.selection.picked == ()
    others = {p for p in event.members if p.article != place.article}
    review.step("part passages", lambda: editor.part(place), lambda: others.isdisjoint(review.told_with(place)))
    _, told = review.event(least=1)
    review.step(
        "mark as page noise", lambda: editor.turn_noise(told), lambda: review.role(told) is Role.NOISE and not review.told_with(told)
    )
    noise = next(Place(a.id, n) for a in review.project.articles for n, s in enumerate(a.sentences) if s.role is Role.NOISE)
    review.step("mark as part of the article", lambda: editor.turn_noise(noise), lambda: review.role(noise) is not Role.NOISE)


def rule_on_the_card(review: Review) -> None:
    """What the others tell, under the passage: one link is confirmed there and one cut; the card follows."""
    editor, hands = review.editor, review.hands
    _, place = review.event(least=2)
    partners = review.told_with(place)
    editor.bring_partners(place)
    assert len(hands.on_card("Go there")) == len(partners)
    open_links = len(hands.on_card("Confirm this link"))
    review.step(
        "confirm links", lambda: editor.on_card("Confirm this link"), lambda: len(hands.on_card("Confirm this link")) == open_links - 1
    )
    review.step("part passages", lambda: editor.on_card("These do not tell the same thing"), lambda: review.told_with(place) < partners)
    assert len(hands.on_card("Go there")) == len(review.told_with(place))
    editor.on_card("Go there")
    assert review.selection.place in review.told_with(place)
    assert hands.pane(review.selection.place.article).shows(review.selection.place)
    editor.on_card("Put away")
    assert hands.cards == []
