"""The picture of the story: drawn in the window's colours, kept up to date, and leading into the texts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import studies
from recoupe.interface.checker import Checker
from recoupe.interface.dialogs.picture import StoryPicture
from recoupe.interface.panes.translated import Mode
from recoupe.interface.session import Session
from recoupe.interface.theme import load_theme
from recoupe.model import Analysis, Place, Span, Translation
from recoupe.settings import Settings
from recoupe.translation.annotated import Annotated
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


def test_it_quotes_articles_as_they_are_read(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said, dated = "1,200 dockers stopped work on Tuesday 14 May.", studies.facts()["a_day"]
    marked = Span(said.index("Tuesday"), len(said) - 1)
    made = Translation(dated.place, "en", said, "DeepL")

    def annotate(_self: Checker, _article: object, translations: tuple[Translation, ...], *_: object) -> Annotated:
        return Annotated(tuple(translations), {dated.id: marked}, {dated.id: "Strike"})

    monkeypatch.setattr(Checker, "annotate", annotate)
    opened = Opened(qtbot, replace(studies.study(), translations=(made,)), lambda *_: studies.study().analysis)
    translator = opened.window.translator
    opened.act("picture")
    dialog = opened.window.findChild(StoryPicture)
    assert dialog is not None
    own = dialog.timeline.accessibleDescription()
    assert "mardi 14 mai" in own
    assert not dialog.note.isVisible()
    article = dated.place.article
    translator.set_mode(article, Mode.TRANSLATION)
    translator.check(opened.session.project.article(article))
    qtbot.waitUntil(lambda: "Tuesday 14 May" in dialog.timeline.accessibleDescription(), timeout=60_000)
    assert "mardi 14 mai" not in dialog.timeline.accessibleDescription()
    assert "Machine translation by DeepL" in dialog.note.text()
    assert dialog.note.isVisible()
    spot = dialog.timeline.box_of(dated.id).center()
    told = dialog.timeline.told_at(spot).splitlines()
    assert told[0] == said
    assert "1 200 dockers ont cessé" in told[1]
    translator.set_mode(article, Mode.ORIGINAL)
    assert dialog.timeline.accessibleDescription() == own
    assert not dialog.note.isVisible()
    dialog.close()
