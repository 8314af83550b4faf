"""What is thrown away in a circle is given back when articles are closed, though findings were kept from the collector."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.session import Session
from recoupe.interface.tidying import Tidying
from recoupe.model import Analysis, Project
from recoupe.settings import Settings


class Circle:
    """Holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def session(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    monkeypatch.setattr(Tidying, "SOON", 1)
    session = Session(Settings())
    tidying = Tidying(qapp, session)
    yield session
    del tidying
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
