"""Preferences come back as they were left, whatever has happened to their file."""

import json
import os
import stat
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.settings import RECENT_LIMIT, Settings, load_settings, save_settings, settings_path

NAMES = [f.name for f in fields(Settings)]


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(
        language="fr", reading_size=15.5, kinds=("money",), servers={"an engine": "http://127.0.0.1:5000/"}, recent=("/a/b",)
    )
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_without_a_file_there_are_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


@pytest.mark.parametrize("text", ["", "{", "[1]", "3", '"x"', "\x00\x00", '{"language": ', "[" * 100_000])
def test_a_damaged_file_is_set_aside_and_not_lost(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_text() == text
    assert not path.exists()


def test_a_value_of_the_wrong_kind_leaves_its_default_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        json.dumps({"theme": 3, "reading_size": "big", "kinds": [1], "servers": {"x": 1}, "follow": 0, "language": "fr", "new": 1})
    )
    assert load_settings(path) == Settings(language="fr")


@pytest.mark.parametrize("number", ["Infinity", "-Infinity", "NaN", "1e300", "0", "-4", "9" * 400, "true"])
def test_a_size_that_nobody_could_read_leaves_the_default(tmp_path: Path, number: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"reading_size": {number}, "line_spacing": {number}, "language": "fr"}}')
    assert load_settings(path) == Settings(language="fr")


def test_a_damaged_file_that_cannot_be_set_aside_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text("{")
    (tmp_path / "settings.damaged.json").mkdir()
    assert load_settings(path) == Settings()
    save_settings(Settings(language="fr"), path)
    assert load_settings(path) == Settings(language="fr")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5) | st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(NAMES), JSON, max_size=6))
def test_whatever_the_file_holds_there_are_settings_that_can_be_kept(plain: dict[str, object]) -> None:
    made = Settings.from_plain(plain)
    assert Settings.from_plain(json.loads(json.dumps(asdict(made)))) == made
    assert 7 <= made.reading_size <= 32
    assert 100 <= made.line_spacing <= 220


def test_whole_numbers_do_for_sizes(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"reading_size": 14}')
    assert load_settings(path).reading_size == 14.0


def test_a_failed_save_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(language="fr"), path)
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError("disk full")))
    with pytest.raises(OSError, match="disk full"):
        save_settings(Settings(language="en"), path)
    assert load_settings(path).language == "fr"
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_nobody_else_can_read_them_whatever_the_file_before_allowed(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    for _ in range(2):
        save_settings(Settings(glossary="source = Mme X"), path)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o644)


def test_a_study_whose_name_is_no_text_is_kept_too(tmp_path: Path) -> None:
    odd = Path("étude\udcff.recoupe")
    save_settings(Settings().with_recent(odd), tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json").recent == (str(odd),)


def test_recent_studies_stand_once_and_the_newest_first(tmp_path: Path) -> None:
    settings = Settings()
    for name in [*"abcdefghijklmnop", "c"]:
        settings = settings.with_recent(Path(name))
    assert settings.recent[0] == "c"
    assert len(settings.recent) == len(set(settings.recent)) == RECENT_LIMIT
    assert "c" not in settings.without_recent("c").recent


def test_they_are_kept_in_the_users_folder(own_folders: Path) -> None:
    assert own_folders in settings_path().parents
    assert replace(Settings(), theme="dark") != Settings()
