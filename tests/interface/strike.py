"""A short French article, what the small model makes of it, and waiting for a window that translates: for tests of translating."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from windows import Opened

PACKAGE = Path(__file__).parents[1] / "translation" / "data" / "toy-fr_en.argosmodel"
STORY = (
    "Le maire de Lille a annoncé lundi que la grève durerait 12 jours. Aucun blessé n'a été signalé à Metz.\n"
    "La réunion n'a pas eu lieu mardi. Le procès s'est ouvert le 14 mars à Lille."
)
ENGLISH = [
    "The mayor of Lille announced on Monday that the strike would last 12 days.",
    "No injuries were reported in Metz.",
    "The meeting did not take place on Tuesday.",
    "The trial opened on 14 March in Lille.",
]


def said(opened: Opened) -> list[str]:
    """Every translation of the study, in order."""
    return [t.text for t in opened.session.project.translations]


def finish(opened: Opened, qtbot: QtBot) -> None:
    """Wait until nothing is translated or checked any more."""
    qtbot.waitUntil(lambda: not opened.window.translator.busy and not opened.jobs.running, timeout=120_000)
    opened.settle()
