"""A real CTranslate2 model in an Argos package: installed, at work without any socket, stopped, resumed, removed."""

from __future__ import annotations

import json
import os
import random
import shutil
import socket
import stat
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from toy_language import story

from builders import article
from recoupe.errors import Cancelled, TranslationFailed
from recoupe.model import Translation
from recoupe.translation import ENGINES, Means, translate_article
from recoupe.translation.cache import Cache
from recoupe.translation.models import Model, install, installed, models_folder, remove

OFFLINE = next(e for e in ENGINES if e.name == "offline")
PACKAGE = Path(__file__).parent / "data" / "toy-fr_en.argosmodel"


@pytest.fixture
def means(tmp_path: Path) -> Means:
    return Means(OFFLINE, Cache(tmp_path / "cache.sqlite"))


@pytest.fixture
def no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


def test_a_package_is_installed_and_says_what_it_is(toy: Model) -> None:
    assert (toy.source, toy.target, toy.version, toy.title) == ("fr", "en", "1.0", "French → English (Argos 1.0)")
    assert installed() == (toy,)
    assert toy.size > 100_000
    assert OFFLINE.found()


@pytest.mark.usefixtures("toy", "no_socket")
def test_an_article_of_900_words_stopped_half_way_and_resumed_asks_nothing_twice(means: Means) -> None:
    text, pairs = story(900)
    told: list[Translation] = []
    seen: list[tuple[int, int]] = []

    def stop_half_way(_stage: str, done: int, total: int) -> None:
        seen.append((done, total))
        if len(told) == len(pairs) // 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        translate_article(article(text), means, "en", progress=stop_half_way, told=told.append)
    assert seen == [(n, len(pairs)) for n in range(len(pairs) // 2 + 1)]
    rest = translate_article(article(text), means, "en")
    assert rest.asked == len(pairs) - len(pairs) // 2
    assert translate_article(article(text), means, "en").asked == 0
    assert not rest.failures
    right = sum(t.text == english for t, (_, english) in zip(rest.translations, pairs, strict=True))
    assert right >= 0.9 * len(pairs), f"{right} of {len(pairs)} as learned"


@pytest.mark.usefixtures("toy")
def test_the_other_direction_is_said_to_be_missing(means: Means) -> None:
    outcome = translate_article(article("The mayor of Lille spoke on Monday.", language="en"), means, "fr")
    assert outcome.stopped is not None
    assert str(outcome.stopped) == "Offline does not translate from en to fr."


def test_without_a_model_the_engine_says_where_to_get_one(means: Means) -> None:
    assert not OFFLINE.found()
    with pytest.raises(TranslationFailed, match="Install it in the preferences"):
        translate_article(article("Le maire a parlé."), means, "en")


def test_a_removed_model_leaves_nothing(toy: Model) -> None:
    remove(toy.ident)
    assert installed() == ()
    assert list(models_folder().iterdir()) == []


def test_installing_again_replaces(toy: Model) -> None:
    (toy.folder / "left-over").touch()
    assert install(PACKAGE) == toy
    assert not (toy.folder / "left-over").exists()
    assert [p.name for p in models_folder().iterdir()] == [toy.ident]


def test_a_model_converted_for_ctranslate2_is_taken_from_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "opus-mt-fr-en-ct2"
    with zipfile.ZipFile(PACKAGE) as package:
        package.extractall(tmp_path / "x")
    root = next((tmp_path / "x").iterdir())
    shutil.copytree(root / "model", folder)
    shutil.copy(root / "sentencepiece.model", folder / "source.spm")
    shutil.copy(root / "sentencepiece.model", folder / "target.spm")
    model = install(folder)
    assert (model.source, model.target, model.title) == ("fr", "en", "French → English (Opus)")
    working = OFFLINE.ready(*_nobody())
    assert working.translate("Aucun blessé n'a été signalé à Lille.", "fr", "en") == "No injuries were reported in Lille."


def test_a_stop_during_installation_leaves_nothing() -> None:
    def stop(_stage: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        install(PACKAGE, stop)
    assert list(models_folder().iterdir()) == []


INSTALLING = """
import sys
from pathlib import Path
from recoupe.translation.models import install
while True:
    print(install(Path(sys.argv[1])).ident, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal there")
def test_a_program_killed_while_it_replaces_a_model_leaves_one_that_speaks(toy: Model, means: Means) -> None:
    chance = random.Random(4)
    for _ in range(3):
        with subprocess.Popen([sys.executable, "-c", INSTALLING, str(PACKAGE)], stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.15))
            process.kill()
        assert installed() == (toy,)
        assert OFFLINE.ready(*_nobody()).translate("Aucun blessé n'a été signalé à Lille.", "fr", "en")
    assert install(PACKAGE) == toy


def test_what_a_killed_installation_set_aside_counts_again_and_its_room_is_given_back(toy: Model) -> None:
    home = models_folder()
    toy.folder.rename(home / f".old-{toy.ident}")
    (home / ".new-half").mkdir()
    (home / ".new-half" / "recoupe.json").write_text(json.dumps({k: v for k, v in asdict(toy).items() if k != "folder"}))
    assert installed() == (toy,)
    os.utime(home / ".new-half", (0, 0))
    assert install(PACKAGE) == toy
    assert [p.name for p in home.iterdir()] == [toy.ident]


def test_weights_damaged_after_installation_are_named(toy: Model, means: Means) -> None:
    (toy.folder / "model" / "model.bin").write_bytes(b"damaged")
    outcome = translate_article(article("Aucun blessé n'a été signalé à Lille."), means, "en")
    assert outcome.stopped is not None
    assert outcome.stopped.code == "damaged_model"


def _nobody() -> tuple[object, object]:
    from recoupe.translation import Account, Consent

    return Account(), Consent()


def _climbing(package: zipfile.ZipFile) -> None:
    package.writestr("../../outside.txt", "x")


def _absolute(package: zipfile.ZipFile) -> None:
    package.writestr("/outside.txt", "x")


def _windows(package: zipfile.ZipFile) -> None:
    package.writestr("..\\outside.txt", "x")


def _link(package: zipfile.ZipFile) -> None:
    info = zipfile.ZipInfo("translate/model")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    package.writestr(info, "/etc")


def _bomb(package: zipfile.ZipFile) -> None:
    package.writestr("translate/model/model.bin", bytes(30_000_000))


def _nothing(package: zipfile.ZipFile) -> None:
    package.writestr("readme.txt", "x")


def _old(package: zipfile.ZipFile) -> None:
    package.writestr("translate/bpe.model", "x")
    package.writestr("translate/model/model.bin", "x")


def _false(package: zipfile.ZipFile) -> None:
    package.writestr("fr_en/sentencepiece.model", "x")
    package.writestr("fr_en/model/model.bin", "x")


@pytest.mark.parametrize(
    ("fill", "reason"),
    [
        (_climbing, "outside its folder"),
        (_absolute, "outside its folder"),
        (_windows, "outside its folder"),
        (_link, "holds links"),
        (_bomb, "swells"),
        (_nothing, "holds no CTranslate2 model"),
        (_old, "BPE"),
        (_false, "Nothing was installed"),
    ],
)
def test_a_package_that_is_none_or_does_harm_is_refused(fill: Callable[[zipfile.ZipFile], None], reason: str, tmp_path: Path) -> None:
    path = tmp_path / "package.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        fill(package)
    with pytest.raises(TranslationFailed, match=reason) as failed:
        install(path)
    assert failed.value.code == "bad_package"
    assert list(models_folder().iterdir()) == []
    assert not (tmp_path.parent / "outside.txt").exists()


def test_a_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "fr_en.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        package.writestr("fr_en/model/model.bin", b"x" * 5000)
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 5000), struct.pack("<L", 50)))
    with pytest.raises(TranslationFailed) as failed:
        install(path)
    assert failed.value.code == "bad_package"


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.argosmodel"
    path.write_text("<html>Not found</html>", encoding="utf-8")
    with pytest.raises(TranslationFailed, match="archive is damaged"):
        install(path)
