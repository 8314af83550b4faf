"""The user's rulings on noise change roles only."""

from __future__ import annotations

from reading_helpers import pasted

from recoupe.model import Noise, Noted, Place, Role
from recoupe.reading import resegment

TEXT = "Un titre\n\nUne première phrase. Une deuxième.\n\nLire aussi : Un autre titre"


def test_marks_and_restores() -> None:
    article = pasted(TEXT)
    ruled = resegment(article, [Noise(Place("paste", 2), True), Noise(Place("paste", 3), False)])
    assert [s.role for s in ruled.sentences] == [Role.TITLE, Role.BODY, Role.NOISE, Role.BODY]
    assert [s.noise for s in ruled.sentences] == ["", "", "ruled", ""]
    assert (ruled.text, [s.span for s in ruled.sentences]) == (article.text, [s.span for s in article.sentences])


def test_the_last_ruling_holds() -> None:
    article = pasted(TEXT)
    assert resegment(article, [Noise(Place("paste", 1), True), Noise(Place("paste", 1), False)]) is article


def test_what_does_not_apply_changes_nothing() -> None:
    article = pasted(TEXT)
    assert resegment(article, [Noise(Place("other", 1), True), Noise(Place("paste", 99), True), Noted("paste", "…")]) is article
