"""Copies kept against a crash, and the lock that tells a second window."""

import subprocess
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

import studies
from recoupe.errors import StudyFailed
from recoupe.project import Keeper, Lock, discard, kept_copies, open_study
from recoupe.project.recovery import moment

CRASHING = """
import os, sys
sys.path[:0] = {path!r}
import studies
from pathlib import Path
from recoupe.project import Keeper
keeper = Keeper(Path({folder!r}))
keeper.keep(studies.study(), Path("/press/grève.recoupe"))
os.kill(os.getpid(), 9)
"""


def crashed(folder):
    code = CRASHING.format(path=[str(Path(studies.__file__).parent)], folder=str(folder))
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == -9, done.stderr


def test_a_crash_leaves_a_copy_with_its_time_and_a_preview(tmp_path):
    crashed(tmp_path)
    (kept,) = kept_copies(tmp_path)
    assert open_study(kept.path) == studies.study()
    assert datetime.now() - kept.saved_at < timedelta(minutes=1)
    assert (kept.title, kept.articles[0], kept.rulings) == ("La grève du port", "Grève au port", 10)
    assert kept.preview.startswith("Grève au port 1 200 dockers")
    assert kept.copy_of == Path("/press/grève.recoupe")


def test_the_copy_of_a_study_that_is_still_open_is_not_offered(tmp_path):
    keeper = Keeper(tmp_path)
    keeper.keep(studies.study())
    assert kept_copies(tmp_path) == ()
    keeper.forget()


def test_a_study_closed_on_purpose_leaves_nothing(tmp_path):
    keeper = Keeper(tmp_path)
    keeper.keep(studies.study())
    keeper.forget()
    keeper.forget()
    assert list(tmp_path.iterdir()) == []


def test_a_study_never_saved_says_so(tmp_path):
    keeper = Keeper(tmp_path)
    keeper.keep(studies.study())
    keeper._lock.release()  # as the system does when the program dies
    assert kept_copies(tmp_path)[0].copy_of is None


def test_no_copy_is_written_over_an_older_one(tmp_path):
    crashed(tmp_path)
    (old,) = kept_copies(tmp_path)
    before = old.path.read_bytes()
    keeper = Keeper(tmp_path)
    keeper.keep(replace(studies.study(), title="Autre"))
    keeper.keep(replace(studies.study(), title="Encore"))
    assert old.path.read_bytes() == before
    assert open_study(keeper.path).title == "Encore"
    crashed(tmp_path)
    assert len(kept_copies(tmp_path)) == 2
    keeper.forget()


def test_a_damaged_copy_is_left_lying_and_the_others_offered(tmp_path):
    crashed(tmp_path)
    (tmp_path / "broken.recoupe").write_bytes(b"half")
    assert len(kept_copies(tmp_path)) == 1
    assert (tmp_path / "broken.recoupe").exists()


def test_a_copy_is_taken_away_when_the_user_says_so(tmp_path):
    crashed(tmp_path)
    discard(kept_copies(tmp_path)[0])
    assert kept_copies(tmp_path) == ()


def test_copies_lie_in_the_users_own_folder(own_folders):
    keeper = Keeper()
    keeper.keep(studies.study())
    assert keeper.path.is_relative_to(own_folders)
    keeper.forget()


def test_a_second_window_is_told_by_whom_a_study_is_open(tmp_path):
    path = tmp_path / "x.recoupe"
    lock = Lock.take(path)
    with pytest.raises(StudyFailed) as caught:
        Lock.take(path)
    assert caught.value.code == "locked"
    assert caught.value.details["owner"]
    lock.release()
    lock.release()
    Lock.take(path).release()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_dies_with_its_holder(tmp_path):
    crashed(tmp_path)
    (kept,) = kept_copies(tmp_path)
    Lock.take(kept.path).release()


def test_a_study_in_a_folder_that_cannot_be_written_to_needs_no_lock(tmp_path):
    lock = Lock.take(tmp_path / "nowhere" / "x.recoupe")
    lock.release()


def test_a_user_without_a_name_can_work_all_the_same(tmp_path, monkeypatch):
    def nobody():
        raise KeyError("getpwuid(): uid not found: 4711")

    monkeypatch.setattr("recoupe.project.lock.getpass.getuser", nobody)
    path = tmp_path / "x.recoupe"
    lock = Lock.take(path)
    with pytest.raises(StudyFailed) as caught:
        Lock.take(path)
    assert caught.value.details["owner"]
    lock.release()


def test_garbage_in_a_lock_is_no_failure(tmp_path):
    path = tmp_path / "x.recoupe"
    lock = Lock.take(path)
    (tmp_path / ".x.recoupe.lock").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StudyFailed, match="open"):
        Lock.take(path)
    lock.release()


@pytest.mark.parametrize("seconds", [-(2.0**70), -(2.0**55), 0.0, 2.0**31, 2.0**55, 2.0**70])
def test_a_clock_gone_astray_hides_no_copy(seconds):
    assert datetime.min <= moment(seconds) <= datetime.max
