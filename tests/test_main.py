"""How the program starts, whatever its surroundings are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("given", ["", "settings"])
def test_folders_that_are_empty_or_relative_count_as_unset(given: str, tmp_path: Path) -> None:
    home, start = tmp_path / "home", tmp_path / "start"
    home.mkdir()
    start.mkdir()
    article = tmp_path / "a.txt"
    article.write_text("Un incendie a détruit trois maisons lundi à Dijon.", "utf-8")
    homes = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"), given)
    command = [sys.executable, "-m", "recoupe", "compare", str(article), str(article)]
    done = subprocess.run(command, cwd=start, env={**os.environ, **homes, "HOME": str(home)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert list(start.iterdir()) == []
    assert (home / ".cache" / "recoupe").is_dir()
