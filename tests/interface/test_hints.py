"""A hint is given once in a user's life."""

from pytestqt.qtbot import QtBot

from recoupe.interface.hints import Hints
from recoupe.interface.session import Session
from recoupe.settings import Settings
from windows import story


def test_the_keys_are_told_with_the_first_comparison_and_never_again(qtbot: QtBot) -> None:
    told: list[str] = []
    session = Session(Settings())
    hints = Hints(session, told.append)
    session.open(story())
    assert len(told) == 1
    assert "F1" in told[0]
    session.open(story())
    assert len(told) == 1
    assert session.settings.hints_seen == ("keys",)
    later = Hints(Session(session.settings), told.append)
    assert len(told) == 1
    del hints, later
