"""The picture of the story: drawn in the window's colours, kept up to date, and leading into the texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import studies
from recoupe.interface.dialogs.picture import StoryPicture
from recoupe.interface.session import Session
from recoupe.interface.theme import load_theme
from recoupe.model import Analysis, Place
from recoupe.settings import Settings
from windows import Opened


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    session = Session(Settings())
    session.open(studies.study())
    return session


@pytest.mark.parametrize("theme", ["light", "dark", "contrast-light", "contrast-dark"])
def test_it_is_drawn_in_the_windows_colours(theme: str, session: Session, qtbot: QtBot) -> None:
    dialog = StoryPicture(session, load_theme(theme))
    qtbot.addWidget(dialog)
    dialog.show()
    for page, drawing in enumerate((dialog.timeline, dialog.matrix)):
        dialog.pages.setCurrentIndex(page)
        image = drawing.grab().toImage()
        assert image.pixelColor(2, 2).name() == load_theme(theme).base
        colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
        assert len(colours) > 4


def test_a_click_on_what_an_article_dates_leads_to_its_sentence(session: Session, qtbot: QtBot) -> None:
    dialog = StoryPicture(session, load_theme("light"))
    qtbot.addWidget(dialog)
    dialog.show()
    asked: list[Place] = []
    dialog.place_asked.connect(asked.append)
    dated = studies.facts()["a_day"]
    spot = dialog.timeline.box_of(dated.id).center().toPoint()
    QTest.mouseClick(dialog.timeline, Qt.MouseButton.LeftButton, pos=spot)
    assert asked == [dated.place]
    QTest.mouseClick(dialog.timeline, Qt.MouseButton.LeftButton, pos=spot.__class__(1, 1))
    assert len(asked) == 1


def test_it_follows_the_study(session: Session, qtbot: QtBot) -> None:
    dialog = StoryPicture(session, load_theme("light"))
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.timeline.height()
    assert "14" in dialog.timeline.accessibleDescription()
    project = session.project
    session.do("empty", replace(project, articles=tuple(replace(a, published=None) for a in project.articles), analysis=Analysis()))
    assert dialog.timeline.height() < before
    assert not dialog.timeline.isVisible()


def test_the_window_opens_it(qtbot: QtBot) -> None:
    opened = Opened(qtbot, studies.study())
    opened.act("picture")
    dialog = opened.window.findChild(StoryPicture)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.place_asked.emit(Place("b", 1))
    assert opened.selection.place == Place("b", 1)
    dialog.close()
