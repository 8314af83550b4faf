"""The cache of vectors is a comfort: whatever happens to its file, encoding goes on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest

from recoupe.alignment.vectors import VectorCache, cache_path

VECTOR = np.arange(4, dtype=np.float16)


def test_a_kept_vector_comes_back_to_its_own_model_only(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    VectorCache("one", 4, path).put({"un texte": VECTOR})
    assert VectorCache("one", 4, path).get(["un texte", "un autre"])["un texte"].tolist() == VECTOR.tolist()
    assert VectorCache("two", 4, path).get(["un texte"]) == {}


def test_the_file_holds_no_text(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    VectorCache("one", 4, path).put({"confidentiel": VECTOR})
    assert b"confidentiel" not in path.read_bytes()


@pytest.mark.parametrize("damage", [b"", b"no database at all, but long enough to be taken for one" * 50])
def test_a_damaged_file_is_set_aside(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "v.sqlite"
    path.write_bytes(damage)
    cache = VectorCache("one", 4, path)
    assert cache.get(["x"]) == {}
    cache.put({"x": VECTOR})
    assert list(cache.get(["x"])) == ["x"]
    if damage:
        assert path.with_name("v.sqlite.damaged").read_bytes() == damage


def test_a_damaged_vector_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    cache = VectorCache("one", 4, path)
    cache.put({"short": VECTOR, "odd": np.array([1, np.nan, 0, 0], np.float16)})
    base = sqlite3.connect(path)
    with base:
        base.execute("UPDATE vectors SET vector = x'0102' WHERE key = ?", (cache._key("short"),))
    base.close()
    assert cache.get(["short", "odd"]) == {}


def test_a_folder_in_the_way_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "v.sqlite"
    path.mkdir()
    cache = VectorCache("one", 4, path)
    cache.put({"x": VECTOR})
    assert cache.get(["x"]) == {}


def test_it_stands_in_the_users_cache_folder(own_folders: Path) -> None:
    assert own_folders in cache_path().parents
