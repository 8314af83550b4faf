"""One step back is one thing the user did, with all that was found for it."""

import pickle
from dataclasses import replace

import studies
from builders import article
from recoupe.model import Analysis, Event, Place, Project
from recoupe.project.history import History, sharing

EMPTY = Project()
ONE = Project(articles=(article("Un train part."),))
TWO = Project(articles=(*ONE.articles, article("Un avion part.", "b")))
FOUND = Analysis(events=(Event("e1", (Place("a", 0), Place("b", 0)), 0.9),))


def test_undo_and_redo_walk_the_named_steps() -> None:
    history = History(EMPTY)
    history.do("add a", ONE)
    history.do("add b", TWO)
    assert history.undo_label == "add b"
    assert history.undo() is ONE
    assert (history.undo_label, history.redo_label) == ("add a", "add b")
    assert history.redo() is TWO
    assert history.redo_label == ""


def test_an_amendment_goes_with_its_step() -> None:
    history = History(EMPTY)
    history.do("add b", TWO)
    history.amend(replace(TWO, analysis=FOUND))
    assert history.project.analysis is FOUND
    assert history.undo() is EMPTY
    assert history.redo().analysis is FOUND


def test_a_new_step_forgets_what_was_undone() -> None:
    history = History(EMPTY)
    history.do("add a", ONE)
    history.undo()
    history.do("add b", TWO)
    assert history.redo_label == ""
    assert history.redo() is TWO


def test_the_ends_are_walls() -> None:
    history = History(EMPTY)
    assert history.undo() is EMPTY
    assert history.redo() is EMPTY
    assert history.undo_label == ""


def test_saved_is_a_state_one_can_come_back_to() -> None:
    history = History(EMPTY)
    assert history.saved
    history.do("add a", ONE)
    assert not history.saved
    history.mark_saved(ONE)
    history.do("add b", TWO)
    history.undo()
    assert history.saved


def test_findings_alone_leave_a_study_saved() -> None:
    history = History(TWO)
    history.amend(replace(TWO, analysis=FOUND))
    assert history.saved


def test_what_was_changed_while_saving_is_unsaved() -> None:
    history = History(EMPTY)
    history.do("add a", ONE)
    history.do("add b", TWO)
    history.mark_saved(ONE)
    assert not history.saved


def test_findings_that_did_not_change_are_held_once() -> None:
    known = studies.analysis()
    again = pickle.loads(pickle.dumps(known))
    assert again.facts[0] is not known.facts[0]
    shared = sharing(again, known)
    assert shared == known
    assert shared is not known, "it may rest on other rulings"
    assert (shared.facts, shared.events, shared.comparisons, shared.copies) == (known.facts, known.events, known.comparisons, known.copies)
    assert all(a is b for a, b in zip(shared.facts, known.facts, strict=True))
    assert shared.copies is known.copies


def test_what_changed_is_taken_from_the_new_findings_in_their_order() -> None:
    known = studies.analysis()
    again = pickle.loads(pickle.dumps(known))
    other = replace(again.facts[0], about="bateau")
    found = replace(again, facts=(again.facts[2], other, again.facts[1]), events=(), comparisons=again.comparisons[:1])
    shared = sharing(found, known)
    assert shared == found
    assert shared.facts[0] is known.facts[2]
    assert shared.facts[1] is other
    assert shared.comparisons[0] is known.comparisons[0]
    assert sharing(found, Analysis()) == found
