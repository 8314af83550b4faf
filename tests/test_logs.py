"""The log is one file in the user's folder; a folder that cannot be written costs the log, not the program."""

import logging
from pathlib import Path

import pytest

from recoupe.logs import log_path, start_log


@pytest.fixture(autouse=True)
def _handlers_closed() -> object:
    yield
    root = logging.getLogger("recoupe")
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()


def test_records_reach_the_file() -> None:
    path = start_log()
    assert path == log_path()
    logging.getLogger("recoupe.reading").info("read in %d ms", 12)
    text = path.read_text("utf-8")
    assert "Recoupe " in text
    assert "recoupe.reading: read in 12 ms" in text


def test_starting_twice_writes_each_record_once() -> None:
    start_log()
    path = start_log()
    logging.getLogger("recoupe").info("once")
    assert path is not None
    assert path.read_text("utf-8").count(": once") == 1


def test_a_folder_that_cannot_be_made_costs_only_the_log(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = own_folders / "a file"
    blocked.write_text("")
    monkeypatch.setattr("recoupe.logs.log_path", lambda: blocked / "logs" / "recoupe.log")
    assert start_log() is None
