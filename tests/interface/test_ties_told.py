"""The tooltip of a band tells what that band rests on, whatever else its event holds."""

from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.panes.explanations import explain_tie
from recoupe.interface.panes.findings import ties
from recoupe.model import Analysis, Event, Link, Place, Project


def study() -> Project:
    """One event in three articles, the second and third of which are tied by less than the first two; one sentence lies apart."""
    text = "Le pont est fermé.\nLa mairie a prévenu.\nLes bus sont détournés."
    a, b, c = (article(text, ident) for ident in "abc")
    members = (Place("a", 0), Place("b", 0), Place("b", 2), Place("c", 0))
    links = (
        Link(members[0], members[1], 0.95, reasons=(("names", "Dijon"),)),
        Link(members[0], members[2], 0.61, reasons=(("dates", "lundi"),)),
        Link(members[1], members[3], 0.7, reasons=(("figures", "1 200"), ("", "nothing"))),
    )
    return Project("", (a, b, c), analysis=Analysis((), (Event("e", members, 0.9, links),), ()))


def told_between(project: Project, left: str, right: str) -> list[str]:
    return [explain_tie(project, left, right, tie) for tie in ties(project.analysis.events, left, right, {})]


def test_each_band_gives_its_own_reasons(qtbot: QtBot) -> None:
    project = study()
    first, second = told_between(project, "a", "b")
    assert "Dijon" in first
    assert "lundi" not in first
    assert "lundi" in second
    assert "Dijon" not in second
    (third,) = told_between(project, "b", "c")
    assert "1 200" in third
    assert "Dijon" not in third


def test_a_band_is_told_the_same_whichever_article_stands_left(qtbot: QtBot) -> None:
    project = study()
    assert told_between(project, "c", "b") == told_between(project, "b", "c")


def test_a_band_of_an_event_without_links_gives_no_reason(qtbot: QtBot) -> None:
    project = study()
    event = Event("e", project.analysis.events[0].members, 0.9)
    bare = Project("", project.articles, analysis=Analysis((), (event,), ()))
    assert all("<br>" not in words for words in told_between(bare, "a", "b"))
