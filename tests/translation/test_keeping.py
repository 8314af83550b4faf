"""What is kept between sessions: answers, keys, downloads."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from recoupe.errors import Cancelled, TranslationFailed
from recoupe.translation.cache import Cache, data_folder, key
from recoupe.translation.downloading import download, offer_at
from recoupe.translation.keys import has_keyring, keep_key, key_of
from recoupe.translation.models import installed
from recoupe.translation.offers import Offer, begun

NOON = datetime(2024, 5, 14, 12)
PACKAGE = Path(__file__).parent / "data" / "toy-fr_en.argosmodel"


def test_the_cache_keeps_between_sessions_and_holds_no_original(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    first = Cache(path)
    first.put(key("google", "fr", "en", "", "Une phrase confidentielle."), "A sentence.", NOON)
    first.close()
    second = Cache(path)
    assert second.get(key("google", "fr", "en", "", "Une phrase confidentielle.")) == ("A sentence.", NOON)
    assert second.count == 1
    second.close()
    assert b"confidentielle" not in path.read_bytes()


def test_engine_direction_and_glossary_part_the_answers() -> None:
    asked = [
        ("a", "fr", "en", "", "x"),
        ("b", "fr", "en", "", "x"),
        ("a", "en", "fr", "", "x"),
        ("a", "fr", "en", "g", "x"),
        ("a", "fr", "en", "", "y"),
    ]
    assert len({key(*each) for each in asked}) == len(asked)


def test_a_damaged_cache_is_set_aside_and_a_new_one_begun(tmp_path: Path) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"this is no database, whatever it is called" * 50)
    cache = Cache(path)
    cache.put("k", "text", NOON)
    assert cache.get("k") == ("text", NOON)
    assert (tmp_path / "c.sqlite.damaged").exists()


def test_a_place_that_cannot_be_written_costs_only_the_keeping(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file" / "c.sqlite")
    cache.put("k", "text", NOON)
    assert cache.get("k") == ("text", NOON)


def test_clearing_gives_the_room_back(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c.sqlite")
    for n in range(300):
        cache.put(str(n), "text " * 200, NOON)
    before = cache.size
    cache.clear()
    assert cache.count == 0
    assert cache.size < before / 4


def test_the_cache_serves_many_threads(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c.sqlite")
    threads = [threading.Thread(target=lambda n=n: [cache.put(f"{n}-{i}", "t", NOON) for i in range(20)]) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert cache.count == 120


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's affair")
def test_keys_go_to_a_file_of_the_user_s_own_where_there_is_no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    assert not has_keyring()
    keep_key("deepl", "  secret ")
    assert key_of("deepl") == "secret"
    file = data_folder() / "keys.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    keep_key("deepl", "")
    assert key_of("deepl") == ""
    assert "secret" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"deepl": {}}'])
def test_a_damaged_file_of_keys_is_in_nobodys_way(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)
    data_folder().mkdir(parents=True)
    (data_folder() / "keys.json").write_bytes(content)
    assert isinstance(key_of("deepl"), str)
    keep_key("deepl", "secret")
    assert key_of("deepl") == "secret"


def test_a_full_disk_leaves_no_key_lying_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", fail.Keyring)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("recoupe.writing.os.fsync", full)
    with pytest.raises(TranslationFailed) as failure:
        keep_key("deepl", "secret")
    assert failure.value.code == "cannot_keep"
    assert list(data_folder().iterdir()) == []


class Ring(keyring.backend.KeyringBackend):
    """A keyring of the test's own; `locked` refuses everything, as a keyring does that the user doesn't open."""

    priority = 5  # type: ignore[assignment]
    locked = False

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.kept[service, username]

    def _open(self) -> None:
        if self.locked:
            raise keyring.errors.KeyringLocked


@pytest.fixture
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    own = Ring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


def test_keys_go_to_the_system_s_keyring_where_there_is_one(ring: Ring) -> None:
    keep_key("deepl", "secret")
    assert key_of("deepl") == "secret"
    assert list(ring.kept.values()) == ["secret"]
    assert not (data_folder() / "keys.json").exists()
    keep_key("deepl", "")
    assert not ring.kept


def test_a_locked_keyring_falls_back_to_the_file(ring: Ring) -> None:
    ring.locked = True
    keep_key("deepl", "secret")
    assert key_of("deepl") == "secret"


@pytest.fixture
def shelf() -> Iterator[tuple[str, list[str | None], list[int]]]:
    """A web server with the package on it: its address, the ranges it was asked for, and after how many bytes it breaks off (0: never)."""
    content = PACKAGE.read_bytes()
    ranges: list[str | None] = []
    breaks = [0]

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()

        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            ranges.append(asked)
            if not self.path.endswith(".argosmodel"):
                self.send_error(404)
                return
            start = int(asked.removeprefix("bytes=").rstrip("-")) if asked else 0
            self.send_response(206 if asked else 200)
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            end = start + breaks[0] if breaks[0] else len(content)
            self.wfile.write(content[start:end])

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/translate-fr_en-1_0.argosmodel", ranges, breaks
    server.shutdown()
    server.server_close()
    thread.join()


def offered(address: str, checksum: str = "") -> Offer:
    content = PACKAGE.read_bytes()
    return Offer("Toy", "fr", "en", address, len(content), checksum or hashlib.sha256(content).hexdigest())


@pytest.mark.network
def test_a_download_that_breaks_off_goes_on_from_there(shelf: tuple[str, list[str | None], list[int]]) -> None:
    address, ranges, breaks = shelf
    breaks[0] = 100_000
    with pytest.raises(TranslationFailed) as failed:
        download(offered(address))
    assert failed.value.code == "broke_off"
    assert begun(offered(address)) == 100_000
    breaks[0] = 0
    told: list[tuple[str, int, int]] = []
    model = download(offered(address), lambda *step: told.append(step))
    assert ranges == [None, "bytes=100000-"]
    assert installed() == (model,)
    assert begun(offered(address)) == 0
    assert told[0][0] == "downloading"
    assert told[0][1] > 100_000
    assert told[0][2] == PACKAGE.stat().st_size


@pytest.mark.network
def test_a_stop_keeps_what_came(shelf: tuple[str, list[str | None], list[int]]) -> None:
    def stop(_stage: str, _done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        download(offered(shelf[0]), stop)
    assert begun(offered(shelf[0])) > 0


@pytest.mark.network
def test_what_is_not_as_published_is_not_installed(shelf: tuple[str, list[str | None], list[int]]) -> None:
    with pytest.raises(TranslationFailed) as failed:
        download(offered(shelf[0], "0" * 64))
    assert failed.value.code == "bad_checksum"
    assert installed() == ()
    assert begun(offered(shelf[0])) == 0


@pytest.mark.network
def test_a_package_that_is_no_longer_there_says_so_and_what_else_to_do(shelf: tuple[str, list[str | None], list[int]]) -> None:
    with pytest.raises(TranslationFailed, match="from a file") as failed:
        download(offered(shelf[0] + ".old"))
    assert failed.value.code == "gone"
    assert installed() == ()


@pytest.mark.network
def test_another_file_than_was_promised_is_not_fetched_and_blocks_no_later_try(shelf: tuple[str, list[str | None], list[int]]) -> None:
    promised = replace(offered(shelf[0]), size=PACKAGE.stat().st_size + 10)
    for _ in range(2):
        with pytest.raises(TranslationFailed) as failed:
            download(promised)
        assert failed.value.code == "other_size"
        assert begun(promised) == 0
    assert installed() == ()


@pytest.mark.network
def test_a_file_that_became_shorter_than_what_had_come_is_begun_anew(shelf: tuple[str, list[str | None], list[int]]) -> None:
    address, _, breaks = shelf
    breaks[0] = 1000
    longer = replace(offered(address), size=0, checksum="")
    with pytest.raises(TranslationFailed):
        download(longer)
    breaks[0] = 0
    assert download(longer).source == "fr"


@pytest.mark.network
def test_an_address_of_one_s_own_tells_its_size_and_may_bring_its_checksum(shelf: tuple[str, list[str | None], list[int]]) -> None:
    digest = hashlib.sha256(PACKAGE.read_bytes()).hexdigest()
    offer = offer_at(f" {shelf[0]}#sha256={digest.upper()} ")
    assert (offer.title, offer.size, offer.checksum) == ("translate-fr_en-1_0.argosmodel", PACKAGE.stat().st_size, digest)
    assert download(offer) in installed()


@pytest.mark.parametrize("address", ["", "model", "ftp://a.org/x", "https://user:pass@a.org/x", "https://", "https://a.org/x#sha256=12"])
def test_what_is_no_address_of_a_file_is_said_so(address: str) -> None:
    with pytest.raises(TranslationFailed) as failed:
        offer_at(address)
    assert failed.value.code == "bad_address"


@pytest.mark.network
def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(TranslationFailed, match=r"127\.0\.0\.1:9 gives no answer") as failed:
        offer_at("http://127.0.0.1:9/x.argosmodel")
    assert failed.value.code == "no_answer"
