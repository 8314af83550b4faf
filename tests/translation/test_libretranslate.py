"""LibreTranslate's own server, with a small model made for the tests: what our protocol server claims to speak, from the source.

The server comes from PyPI (`pip install libretranslate spacy`, in an environment of its own: it is no dependency of ours). Name its
program in RECOUPE_LIBRETRANSLATE, or have it on the PATH; without it these tests are skipped. It fetches nothing: its models stand in a
folder made here, with a blank sentence splitter, because its usual one comes from the network.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from toy_language import story

from builders import article
from recoupe.errors import TranslationFailed
from recoupe.translation import ENGINES, Account, Consent, Means, Outcome, translate_article
from recoupe.translation.cache import Cache

PROGRAM = os.environ.get("RECOUPE_LIBRETRANSLATE") or shutil.which("libretranslate") or ""
PACKAGE = Path(__file__).parent / "data" / "toy-fr_en.argosmodel"
LIBRE = next(e for e in ENGINES if e.name == "libretranslate")
PATIENCE = 60  # seconds for the server to start

pytestmark = [pytest.mark.network, pytest.mark.skipif(not PROGRAM, reason="LibreTranslate's server is not installed")]


def models(home: Path) -> Path:
    """The folders LibreTranslate looks for its models in: ours both ways, for with fewer than two it asks the network for more."""
    import spacy

    packages = home / "data" / "argos-translate" / "packages"
    with zipfile.ZipFile(PACKAGE) as package:
        package.extractall(packages)
    there = packages / "translate-fr_en-1_0"
    spacy.blank("fr").to_disk(there / "spacy")
    back = shutil.copytree(there, packages / "translate-en_fr-1_0") / "metadata.json"
    told = json.loads(back.read_text("utf-8"))
    back.write_text(json.dumps(told | {"from_code": "en", "to_code": "fr", "from_name": "English", "to_name": "French"}), "utf-8")
    splitter = home / "cache" / "argos-translate" / "spacy" / "senter"
    splitter.mkdir(parents=True)
    (splitter / "model").touch()
    return home


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = models(tmp_path_factory.mktemp("libretranslate"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folders = {"XDG_DATA_HOME": home / "data", "XDG_CACHE_HOME": home / "cache", "XDG_CONFIG_HOME": home / "config", "HOME": home}
    settings = {"ARGOS_CHUNK_TYPE": "SPACY", "PYTHONWARNINGS": "ignore"}
    dead = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": "127.0.0.1"}
    environment = {**os.environ, **{k: str(v) for k, v in folders.items()}, **settings, **dead}
    command = [PROGRAM, "--host", "127.0.0.1", "--port", str(port), "--load-only", "fr,en", "--disable-web-ui", "--char-limit", "900"]
    with (home / "log").open("wb") as log, subprocess.Popen(command, cwd=home, env=environment, stdout=log, stderr=log) as running:
        try:
            wait_for(f"http://127.0.0.1:{port}/languages", running, home / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()


def wait_for(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert running.poll() is None, log.read_text(errors="replace")[-2000:]
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.3)
    raise AssertionError(log.read_text(errors="replace")[-2000:])


def means(server: str, folder: Path) -> Means:
    account = Account(server=server, timeout=30)
    return Means(LIBRE, Cache(folder / "cache.sqlite"), account, Consent(frozenset({LIBRE.destination(account)})), pause=lambda _: None)


def failure(outcome: Outcome) -> TranslationFailed:
    """What became of the only sentence."""
    [(_, failed)] = outcome.failures
    return failed


def test_an_article_is_translated_sentence_by_sentence_and_asked_once(server: str, tmp_path: Path) -> None:
    text, pairs = story(120)
    first = translate_article(article(text), means(server, tmp_path), "en")
    assert first.asked == len(pairs) == len(first.translations)
    wanted = dict(pairs)
    right = sum(t.text == wanted[article(text).sentence_text(t.place.sentence)] for t in first.translations)
    assert right / len(pairs) > 0.7  # the model is tiny; what counts is that its words came through whole
    assert translate_article(article(text), means(server, tmp_path), "en").asked == 0


def test_a_sentence_beyond_the_servers_limit_is_refused_with_the_servers_reason(server: str, tmp_path: Path) -> None:
    long = " ".join(["Le maire de Dijon a annoncé la fermeture de la rue"] * 19) + "."
    failed = failure(translate_article(article(long), means(server, tmp_path), "en"))
    assert failed.code == "refused"
    assert "900" in str(failed)


def test_a_language_the_server_does_not_have_is_refused_with_a_sentence(server: str, tmp_path: Path) -> None:
    failed = failure(translate_article(article("Le maire a annoncé la fermeture."), means(server, tmp_path), "de"))
    assert failed.code == "language"


def test_with_the_server_gone_the_sentence_says_so(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    failed = failure(translate_article(article("Le maire a annoncé la fermeture."), means(f"http://127.0.0.1:{port}", tmp_path), "en"))
    assert failed.code == "unreachable"
