"""Asking for a newer version: one address, on demand, and only a plain announcement is believed."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from recoupe import __version__
from recoupe.errors import UpdateFailed
from recoupe.updates import Release, announced

pytestmark = pytest.mark.network


class Announcer(HTTPServer):
    """Answers what it is given, and remembers what it was told."""

    answer = b""
    status = 200

    def __init__(self) -> None:
        self.told: list[dict[str, str]] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/latest.json"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Announcer)
        self.server.told.append(dict(self.headers))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def announcer() -> Iterator[Announcer]:
    server = Announcer()
    thread = Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def test_an_announcement_is_read_and_only_the_version_is_told(announcer: Announcer) -> None:
    announcer.answer = json.dumps({"version": "99.1", "page": "https://example.org/get", "notes": "Faster."}).encode()
    release = announced(announcer.address)
    assert release == Release("99.1", "https://example.org/get", "Faster.")
    assert release.newer
    (told,) = announcer.told
    assert told["User-Agent"] == f"Recoupe/{__version__}"
    assert not {"Cookie", "Referer", "Authorization"} & set(told)


@pytest.mark.parametrize(
    "answer",
    [b"", b"<html>", b"[]", b"{}", b'{"version": 2}', b'{"version": "new"}', b'{"version": "1", "notes": "' + b"x" * 70_000 + b'"}'],
)
def test_what_is_no_announcement_is_said_to_be_none(announcer: Announcer, answer: bytes) -> None:
    announcer.answer = answer
    with pytest.raises(UpdateFailed) as told:
        announced(announcer.address)
    assert told.value.code == "not_understood"


def test_a_page_that_would_run_something_is_no_page(announcer: Announcer) -> None:
    announcer.answer = b'{"version": "99", "page": "file:///etc/passwd"}'
    assert announced(announcer.address).page == ""


def test_silence_and_refusal_are_told_apart_from_an_address_that_is_none(announcer: Announcer) -> None:
    announcer.status = 404
    for address, code in (
        (announcer.address, "unreachable"),
        ("http://127.0.0.1:1/", "unreachable"),
        ("file:///etc/passwd", "bad_address"),
    ):
        with pytest.raises(UpdateFailed) as told:
            announced(address)
        assert told.value.code == code


@pytest.mark.parametrize(
    ("version", "newer"), [(__version__, False), (f"{__version__}.0", False), ("0.0.9", False), ("99", True), (f"{__version__}.1", True)]
)
def test_versions_are_put_in_order_figure_by_figure(version: str, newer: bool) -> None:
    assert Release(version).newer is newer
    assert Release("0.10").newer
