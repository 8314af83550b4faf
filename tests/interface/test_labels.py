"""The labels of an article, set right by hand."""

from dataclasses import replace

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from builders import article
from recoupe.interface.panes.labels import LabelsDialog


def test_no_key_sign_is_seen_in_the_labels(qtbot: QtBot) -> None:
    """A label without a field of its own shows the & that names its key."""
    dialog = LabelsDialog(article("Le pont est fermé."))
    qtbot.addWidget(dialog)
    keyed = [label for label in dialog.findChildren(QLabel) if "&" in label.text()]
    assert len(keyed) == 5
    assert all(label.buddy() is not None for label in keyed)


def test_a_long_title_is_read_from_its_beginning(qtbot: QtBot) -> None:
    dialog = LabelsDialog(replace(article("Le pont est fermé."), title="Un titre très long " * 20))
    qtbot.addWidget(dialog)
    assert dialog.title.cursorPosition() == 0
