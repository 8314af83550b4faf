"""The five sample articles, compared once for all journeys through them."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from recoupe.analysis import analyse
from recoupe.files import seed
from recoupe.model import Project
from recoupe.reading import read_path
from windows import Opened


@pytest.fixture(scope="session")
def five() -> Project:
    """A study of the five articles, by the real chain."""
    read = [a for path in sorted(seed().glob("0*.txt")) for a in read_path(path, now=datetime(2026, 1, 1))]
    return Project("", tuple(read), analysis=analyse(read))


@pytest.fixture
def opened_five(qtbot: QtBot, five: Project) -> Iterator[Opened]:
    """A window on them; what is ruled in it goes through the real chain."""
    opened = Opened(qtbot, five, analyse)
    opened.window.resize(1920, 1080)
    opened.settle()
    assert opened.analyst.asked == 0  # what was found once is not looked for again
    yield opened
    qtbot.waitUntil(lambda: opened.jobs.running == 0)
