"""The sample articles that journeys go through: all five, compared once for all of them, or the three that tell of one purchase."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recoupe.analysis import analyse
from recoupe.files import seed
from recoupe.interface.commands import articles
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


@pytest.fixture
def three() -> list[Path]:
    """The files of three of them."""
    return sorted(seed().glob("0*.txt"))[1:4]


@pytest.fixture
def opened(qtbot: QtBot, three: list[Path]) -> Iterator[Opened]:
    """A window in which three were opened as a user opens them."""
    opened = Opened(qtbot, analyse=analyse)
    articles.open_paths(opened.session, opened.window, three)
    qtbot.waitUntil(lambda: bool(opened.session.project.analysis.comparisons), timeout=60000)
    opened.settle()
    yield opened
    qtbot.waitUntil(lambda: opened.jobs.running == 0)
