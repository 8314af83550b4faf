"""What is thrown away in a circle is given back when articles are closed, though findings were kept from the collector."""

import gc
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface import tidying
from recoupe.interface.latest import Latest
from recoupe.interface.panes.findings import Findings
from recoupe.interface.releasing import SLICE, Releasing
from recoupe.interface.session import Session
from recoupe.interface.tidying import Tidying
from recoupe.model import Analysis, Article, Project
from recoupe.settings import Settings
from windows import Opened, story


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def session(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(Tidying, "SOON", 1)
    session = Session(Settings())
    tidies = Tidying(qapp, session)
    yield session
    del tidies
    gc.unfreeze()


def frozen() -> "weakref.ref[Circle]":
    """A circle that was there when findings came, and is thrown away."""
    circle = Circle()
    gc.freeze()
    return weakref.ref(circle)


def test_after_an_article_is_closed(session: Session, qtbot: QtBot) -> None:
    thrown_away = frozen()
    session.do("Add", Project(articles=(article("Un train part."),)))
    qtbot.wait(50)
    assert thrown_away() is not None
    session.do("Remove", Project())
    qtbot.waitUntil(lambda: thrown_away() is None)


def test_when_the_user_turns_to_another_program(session: Session, qapp: QApplication, qtbot: QtBot) -> None:
    thrown_away = frozen()
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    qtbot.waitUntil(lambda: thrown_away() is None)


def test_what_was_made_to_show_findings_is_kept_from_the_collector(session: Session, qtbot: QtBot) -> None:
    before = gc.get_freeze_count()
    session.amend(Project(analysis=Analysis(partial=True)))
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before)


class Counted:
    """Tells how many of its kind there are."""

    there = 0

    def __init__(self) -> None:
        Counted.there += 1

    def __del__(self) -> None:
        Counted.there -= 1


@dataclass(frozen=True)
class Made:
    """A result that holds much, some of it further down."""

    plenty: tuple[Counted, ...]
    by_article: dict[str, tuple[Counted, ...]]


def test_what_was_thrown_away_goes_a_slice_at_a_time() -> None:
    there = Counted.there
    made = Made(tuple(Counted() for _ in range(3 * SLICE)), {"a": tuple(Counted() for _ in range(SLICE + 1))})
    releasing, left = Releasing(), [Counted.there - there]
    releasing.add([made])
    del made
    assert left == [Counted.there - there] == [4 * SLICE + 1]
    more = True
    while more:
        more = releasing.some()
        left.append(Counted.there - there)
    assert left[-1] == 0
    assert max(before - after for before, after in pairwise(left)) == SLICE
    assert not releasing.some()


def test_what_others_hold_stays_whole_though_it_is_let_go() -> None:
    kept = Made((Counted(),) * (SLICE + 1), {})
    releasing = Releasing()
    releasing.add([kept])
    while releasing.some():
        pass
    assert len(kept.plenty) == SLICE + 1


def test_what_was_made_of_findings_is_let_go_when_the_study_is_closed(session: Session, qtbot: QtBot) -> None:
    counting: Latest[Analysis, Counted] = Latest(lambda *_: Counted())
    there = Counted.there
    found = Analysis(partial=True)
    session.do("Add", Project(articles=(article("Un train part."), article("Un pont.", "b")), analysis=found))
    counting(found)
    session.do("Remove", replace(session.project, articles=session.project.articles[:1]))
    qtbot.wait(60)
    assert Counted.there == there + 1  # for what is still open
    session.open(Project())
    qtbot.waitUntil(lambda: Counted.there == there)


def test_while_more_is_open_than_can_be_looked_through_in_a_moment_that_waits(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "MANY", 0)
    session.do("Add", Project(articles=(article("Un train part."), article("Un pont.", "b"))))
    thrown_away = frozen()
    session.do("Remove", replace(session.project, articles=session.project.articles[:1]))
    qtbot.wait(60)
    assert thrown_away() is not None
    session.do("Remove", Project())
    qtbot.waitUntil(lambda: thrown_away() is None)


def test_a_pane_that_goes_holds_no_findings(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    pane = opened.window.row.panes[0]
    assert pane.text.findings.marks
    opened.session.open(Project())
    assert pane.text.findings == Findings()


def test_nothing_is_known_any_more_of_an_article_that_is_closed(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    heads = opened.window.row._heads
    left, right = opened.session.project.articles
    assert set(heads._counted) == set(heads._shared) == {left.id, right.id}
    opened.session.do("Close", replace(opened.session.project, articles=(right,)))
    assert set(heads._counted) == set(heads._shared) == {right.id}


class Watched(Article):
    """An article of which it can be seen whether it is still there."""


def watched(of: Article) -> Article:
    return Watched(**{field.name: getattr(of, field.name) for field in fields(of)})


def test_nothing_holds_the_articles_of_a_study_that_was_closed(qtbot: QtBot) -> None:
    opened = Opened(qtbot)
    tidies = Tidying(QApplication.instance(), opened.session)
    long = article("\n".join(f"La ville raconte sa journée numéro {n} sans que rien ne change." for n in range(1500)), "c")
    study = replace(story(), articles=tuple(map(watched, (*story().articles, long))))
    there = [weakref.ref(each) for each in study.articles]
    opened.session.do("Add", study)
    opened.settle()
    opened.session.do("Close", replace(study, articles=study.articles[1:]))
    opened.session.undo()
    opened.settle()
    del study
    assert all(ref() is not None for ref in there)
    opened.session.forget_changes()
    opened.act("new")
    qtbot.waitUntil(lambda: not any(ref() is not None for ref in there), timeout=10_000)
    del tidies
    gc.unfreeze()


def test_a_text_that_goes_wants_no_turn_any_more(qtbot: QtBot) -> None:
    opened = Opened(qtbot, story())
    marker = opened.window.row.panes[0].text.marker
    opened.session.open(Project())
    marker._quiet.timeout.emit()  # which may be due in the same round of the event loop
    assert not opened.window.row._turns._waiting
    opened.settle()
