"""The program is killed in the middle of every kind of work, its disk fills, its rights are taken away, its display goes: what was there
before is whole, and the next start works.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest

import studies
import system_libraries
from recoupe.alignment.vectors import VectorCache
from recoupe.project import Keeper, kept_copies, open_study
from recoupe.reports import write_report
from recoupe.settings import Settings, load_settings, save_settings
from recoupe.translation.cache import Cache, key
from recoupe.translation.keys import keep_key

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals there")
TESTS = str(Path(__file__).parents[1])
PACKAGING = str(Path(__file__).parents[2] / "packaging")
PATIENCE = 180  # seconds: a loaded machine may take long to start a program

WORKING = f"""
import sys
sys.path[:0] = [{TESTS!r}, {str(Path(__file__).parent)!r}, {PACKAGING!r}]
from pathlib import Path
import test_killed_at_work as here
work = here.WORKS[sys.argv[1]][0]
folder, n = Path(sys.argv[2]), 0
while True:
    n += 1
    work(folder, n)
    print(n, flush=True)
"""


def study(n: int) -> object:
    return replace(studies.study(), title=f"{n} " + "Un texte assez long pour que l'écriture dure. " * 3000)


def keep_copy(folder: Path, n: int) -> None:
    keeper = KEEPERS.setdefault(folder, Keeper(folder / "kept"))
    keeper.keep(study(n))


def copies_are_whole(folder: Path, told: int) -> None:
    (kept,) = kept_copies(folder / "kept")
    assert int(kept.title.split()[0]) in {told, told + 1}
    assert open_study(kept.path).articles == studies.articles()


def report(folder: Path, n: int) -> None:
    write_report(study(n), folder / "report.html", now=datetime(2024, 5, 16))


def report_is_whole(folder: Path, told: int) -> None:
    text = (folder / "report.html").read_text("utf-8")
    assert text.rstrip().endswith("</html>")
    assert re.search(rf"\b({told}|{told + 1}) Un texte", text)


def prefer(folder: Path, n: int) -> None:
    save_settings(Settings(glossary=f"mot{n}\n" * 3000), folder / "settings.json")


def settings_are_whole(folder: Path, told: int) -> None:
    words = load_settings(folder / "settings.json").glossary.split("\n")
    assert len(words) == 3001
    assert words[0] == words[2999]
    assert words[0] in {f"mot{told}", f"mot{told + 1}"}


def translate(folder: Path, n: int) -> None:
    Cache(folder / "cache.sqlite").put(key("engine", "fr", "en", "", f"Phrase {n}."), f"Sentence {n}.", datetime(2024, 5, 16))


def translations_are_whole(folder: Path, told: int) -> None:
    answer = Cache(folder / "cache.sqlite").get(key("engine", "fr", "en", "", f"Phrase {told}."))
    assert answer is not None
    assert answer[0] == f"Sentence {told}."


def encode(folder: Path, n: int) -> None:
    VectorCache("v", 8, folder / "v.sqlite").put({f"Phrase {n}, {k}.": np.full(8, k, np.float16) for k in range(60)})


def vectors_are_whole(folder: Path, told: int) -> None:
    kept = VectorCache("v", 8, folder / "v.sqlite").get([f"Phrase {told}, {k}." for k in range(60)])
    assert sorted(float(v[0]) for v in kept.values()) == list(range(60))


def keep_keys(folder: Path, n: int) -> None:
    os.environ |= {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "XDG_DATA_HOME": str(folder), "HOME": str(folder)}
    keep_key("deepl", f"{n}-" + "k" * 300_000)


def keys_are_whole(folder: Path, told: int) -> None:
    (file,) = folder.rglob("keys.json")
    assert file.stat().st_mode & 0o077 == 0
    assert json.loads(file.read_text("utf-8"))["deepl"] in {f"{n}-" + "k" * 300_000 for n in (told, told + 1)}


KEEPERS: dict[Path, Keeper] = {}
Work = tuple[Callable[[Path, int], None], Callable[[Path, int], None]]
WORKS: dict[str, Work] = {
    "keeping": (keep_copy, copies_are_whole),
    "reporting": (report, report_is_whole),
    "preferring": (prefer, settings_are_whole),
    "translating": (translate, translations_are_whole),
    "encoding": (encode, vectors_are_whole),
    "keys": (keep_keys, keys_are_whole),
}


@pytest.mark.parametrize("name", WORKS)
def test_what_is_killed_at_work_leaves_the_last_whole(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    for turn in range(3):
        folder = tmp_path / str(turn)
        folder.mkdir()
        with subprocess.Popen([sys.executable, "-c", WORKING, name, str(folder)], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            told = [process.stdout.readline().strip()]
            time.sleep(chance.uniform(0, 0.1))
            process.kill()
            told += process.stdout.read().split("\n")[:-1]
        WORKS[name][1](folder, int(told[-1]))


HELD = """
import json, os, resource, sys
sys.path[:0] = [{tests!r}]
from dataclasses import replace
from datetime import datetime
from pathlib import Path
import studies
from recoupe.alignment.vectors import VectorCache
from recoupe.errors import RecoupeError
from recoupe.interface.app import keep_settings
from recoupe.logs import start_log
from recoupe.project import Keeper, open_study, save_study
from recoupe.reports import write_report
from recoupe.settings import Settings, load_settings, save_settings
from recoupe.translation.cache import Cache
from recoupe.translation.keys import keep_key
import numpy, os.path
folder = Path(sys.argv[1])
path, page = folder / "x.recoupe", folder / "x.html"
save_study(studies.study(), path)
write_report(studies.study(), page, now=datetime(2024, 5, 16))
save_settings(Settings(language="fr"))
before = path.read_bytes(), page.read_bytes()
cache = Cache()
{hold}
larger = replace(studies.study(), title=os.urandom(200_000).hex())
def code(do):
    try:
        do()
    except RecoupeError as error:
        return error.code
    return "done"
said = [
    code(lambda: save_study(larger, path)),
    code(lambda: write_report(larger, page)),
    code(lambda: Keeper(folder / "kept").keep(larger)),
    code(lambda: keep_key("deepl", "k" * 400_000)),
]
keep_settings(Settings(glossary="mot " * 100_000))
VectorCache("v", 8).put({{str(n): numpy.zeros(8, numpy.float16) for n in range(20_000)}})
for n in range(300):
    cache.put(str(n), "x" * 3000, datetime(2024, 5, 16))
start_log()
assert (path.read_bytes(), page.read_bytes()) == before
assert open_study(path) == studies.study()
assert load_settings().language == "fr"
assert sorted(p.name for p in folder.iterdir() if not p.name.startswith("home")) == ["kept", "x.html", "x.recoupe"] or {loose}
print(json.dumps(said))
"""
FULL = "resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
TAKEN = """
for each in (folder, *folder.rglob("*")):
    each.chmod(0o555 if each.is_dir() else 0o444)
if os.geteuid() == 0:
    os.setuid(65534)
"""


@pytest.fixture
def plain_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


@pytest.fixture
def reachable() -> Iterator[Path]:
    """A folder that another user may come to, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="recoupe-tests-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for each in (folder, *folder.rglob("*")):
            each.chmod(0o755 if each.is_dir() else 0o644)


@pytest.mark.parametrize(("hold", "codes"), [(FULL, {"disk_full"}), (TAKEN, {"cannot_write"})], ids=["full disk", "rights taken away"])
def test_what_cannot_be_written_leaves_the_last_whole(
    hold: str, codes: set[str], reachable: Path, monkeypatch: pytest.MonkeyPatch, plain_keys: None
) -> None:
    """A file may not grow beyond a size, as on a full disk; or the user may no longer write where the files lie."""
    home = reachable / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    script = HELD.format(tests=TESTS, hold=hold, loose=hold == TAKEN)
    done = subprocess.run([sys.executable, "-c", script, str(reachable)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    said = set(json.loads(done.stdout))
    assert said <= codes | {"cannot_keep"}, done.stdout
    assert codes <= said


NO_SCREEN = pytest.mark.skipif(
    shutil.which("Xvfb") is None or bool(system_libraries.missing("run")), reason="there is no display here that could be closed"
)


@contextmanager
def display() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """A display that can be closed."""
    near, far = os.pipe()
    with subprocess.Popen(["Xvfb", "-displayfd", str(far), "-screen", "0", "1000x700x24"], pass_fds=[far], stderr=subprocess.DEVNULL) as x:
        os.close(far)
        try:
            with os.fdopen(near) as told:
                yield f":{told.readline().strip()}", x
        finally:
            x.kill()


def wait_for(what: Callable[[], object], program: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert program.poll() is None, program.communicate()
        assert time.monotonic() < end
        time.sleep(0.05)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(") ")[1][0] != "Z"
    except OSError:
        return False


def children(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux tells them")
@pytest.mark.parametrize("end", ["killed", pytest.param("display closed", marks=NO_SCREEN)])
def test_a_program_that_ends_of_a_sudden_leaves_its_work_and_no_process(end: str, tmp_path: Path, own_folders: Path) -> None:
    paths = []
    for name, count in (("a", 12), ("b", 17)):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(f"Incendie à Lorient\n\nLe feu a fait {count} blessés mardi soir, selon les pompiers.\n", "utf-8")
    command = [sys.executable, "-m", "recoupe", "--new-window", *map(str, paths)]
    with display() if end == "display closed" else nowhere() as (where, screen):
        environment = {**os.environ, "DISPLAY": where, "QT_QPA_PLATFORM": "xcb" if where else "offscreen"}
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
            wait_for(lambda: list(own_folders.rglob("recovery/*.recoupe")), program)
            workers = children(program.pid)
            assert kept_copies() == (), "it is still at work"
            (program if screen is None else screen).kill()
            program.communicate(timeout=PATIENCE)
            assert program.returncode != 0
    (kept,) = kept_copies()
    assert [a.id for a in open_study(kept.path).articles] == ["a", "b"]
    end_of_patience = time.monotonic() + PATIENCE
    while any(alive(pid) for pid in workers):
        assert time.monotonic() < end_of_patience, "a process was left behind"
        time.sleep(0.05)


@contextmanager
def nowhere() -> Iterator[tuple[str, None]]:
    yield "", None
