"""A page is brought in over a real connection to the loopback, within limits."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
from reading_helpers import NOW

from recoupe.errors import Cancelled, FetchFailed, ReadingFailed
from recoupe.reading import read_page
from recoupe.reading.fetch import fetch as bring
from recoupe.reading.fetch import normalised

PAGE = (
    "<html lang='fr'><head><title>La piscine va fermer - Le Cahier</title><meta property='og:site_name' content='Le Cahier'>"
    "<meta property='article:published_time' content='2024-05-14T08:00:00+02:00'><meta name='author' content='Élise Garnier'></head><body>"
    "<nav><a href='/'>Accueil</a></nav><h1>La piscine va fermer</h1>"
    + "".join(
        f"<p>Le conseil municipal a voté {n} fois la fermeture de la piscine, jugée bien trop coûteuse par la majorité.</p>"
        for n in range(9)
    )
    + "<img src='/picture.png'><script src='/script.js'></script><iframe src='/frame'></iframe></body></html>"
).encode()


class Site(BaseHTTPRequestHandler):
    """A small site with every kind of page that a fetch may meet."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:  # noqa: PLR0912  one branch a page
        Site.asked.append(self.path)
        if self.path == "/":
            self.answer(200, PAGE)
        elif self.path == "/gzip":
            self.answer(200, gzip.compress(PAGE), {"Content-Encoding": "gzip"})
        elif self.path == "/bomb":
            self.answer(200, gzip.compress(b" " * 50_000_000), {"Content-Encoding": "gzip"})
        elif self.path == "/large":
            self.answer(200, b"<p>a</p>" * 1_000_000)
        elif self.path == "/picture":
            self.answer(200, b"\x89PNG", {"Content-Type": "image/png"})
        elif self.path == "/text":
            self.answer(200, b"Un titre\n\nUne phrase.", {"Content-Type": "text/plain"})
        elif self.path == "/nothing":
            self.answer(200, b"<html><body></body></html>")
        elif self.path.startswith("/hop"):
            number = int(self.path[4:])
            self.answer(302, b"", {"Location": "/" if number == 1 else f"/hop{number - 1}"})
        elif self.path == "/loop":
            self.answer(301, b"", {"Location": "/loop"})
        elif self.path == "/file":
            self.answer(302, b"", {"Location": "file:///etc/hostname"})
        elif self.path == "/inside":
            self.answer(302, b"", {"Location": "http://10.0.0.1/"})
        elif self.path == "/drip":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            for _ in range(100):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.1)
        else:
            self.answer(404, b"gone")

    def answer(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the library names it
        """Say nothing."""

    def handle(self) -> None:
        with suppress(ConnectionError):  # the fetch hung up, as it should
            super().handle()


@pytest.fixture
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    Site.asked.clear()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.network
def test_reads_a_page_and_nothing_else(site: str) -> None:
    article = read_page(f"{site}/", now=NOW, allow_private=True)
    assert (article.title, article.outlet, article.author, str(article.published)) == (
        "La piscine va fermer", "Le Cahier", "Élise Garnier", "2024-05-14",
    )  # fmt: skip
    assert article.id == "la-piscine-va-fermer"
    assert len(article.story) == 10
    assert Site.asked == ["/"]


@pytest.mark.network
@pytest.mark.parametrize("path", ["/gzip", "/hop1", "/hop5"])
def test_unpacks_and_follows(site: str, path: str) -> None:
    assert read_page(f"{site}{path}", now=NOW, allow_private=True).title == "La piscine va fermer"


@pytest.mark.network
@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/gone", "status"),
        ("/bomb", "too_large"),
        ("/large", "too_large"),
        ("/picture", "not_a_page"),
        ("/hop6", "redirects"),
        ("/loop", "redirects"),
        ("/file", "bad_address"),
    ],
)
def test_refuses(site: str, path: str, code: str) -> None:
    with pytest.raises(FetchFailed) as failure:
        read_page(f"{site}{path}", now=NOW, allow_private=True)
    assert failure.value.code == code
    assert "127.0.0.1" in str(failure.value) or code == "bad_address"


@pytest.mark.network
def test_plain_text_is_read_and_an_empty_page_refused(site: str) -> None:
    assert read_page(f"{site}/text", now=NOW, allow_private=True).text == "Un titre\n\nUne phrase."
    with pytest.raises(ReadingFailed) as failure:
        read_page(f"{site}/nothing", now=NOW, allow_private=True)
    assert failure.value.code == "no_text"


@pytest.mark.network
def test_a_page_that_drips_is_cut_off(site: str) -> None:
    began = time.monotonic()
    with pytest.raises(FetchFailed) as failure:
        bring(f"{site}/drip", allow_private=True, seconds=0.5)
    assert failure.value.code == "timeout"
    assert time.monotonic() - began < 8  # the page takes ten


@pytest.mark.network
def test_private_machines_are_refused_unless_allowed(site: str) -> None:
    with pytest.raises(FetchFailed) as failure:
        read_page(f"{site}/", now=NOW)
    assert failure.value.code == "private_address"
    assert Site.asked == []


@pytest.mark.network
def test_every_hop_is_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host is public, its redirection leads inside: the second must be refused before any call."""
    port = int(site.rsplit(":", 1)[1])
    called: list[object] = []
    connect = socket.create_connection

    def to_site(target: tuple[str, int], timeout: float) -> socket.socket:
        called.append(target)
        return connect(("127.0.0.1", port), timeout=timeout)

    def lookup(host: str, at: int, *kinds: object, **kind: object) -> list[tuple[object, ...]]:
        number = "93.184.216.34" if host == "public.example" else host
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, at))]

    monkeypatch.setattr("recoupe.reading.fetch.socket.create_connection", to_site)
    monkeypatch.setattr("recoupe.reading.fetch.socket.getaddrinfo", lookup)
    with pytest.raises(FetchFailed) as failure:
        bring("http://public.example/inside")
    assert failure.value.code == "private_address"
    assert called == [("93.184.216.34", 80)]  # the checked number is called, not the name


@pytest.mark.parametrize(
    "numbers",
    [
        ["127.0.0.1"],
        ["10.1.2.3"],
        ["192.168.1.1"],
        ["169.254.169.254"],
        ["100.64.0.1"],
        ["0.0.0.0"],  # noqa: S104  nobody listens there: it is refused
        ["224.0.0.1"],
        ["::1"],
        ["fe80::1%eth0"],
        ["fd00::1"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["2002:7f00:1::"],
        ["::127.0.0.1"],
        ["::ffff:0:127.0.0.1"],
        ["64:ff9b:1::169.254.169.254"],
        ["fec0::1"],
        ["fd00:ec2::254"],
        ["2a00:1::5efe:10.0.0.1"],
        ["2a00:1::200:5efe:10.0.0.1"],
        ["4000::1"],
        ["3fff::1"],
        ["192.0.0.192"],
        ["192.88.99.1"],
        ["168.63.129.16"],
        ["93.184.216.34", "10.0.0.1"],
    ],
)
def test_no_private_address_is_called(numbers: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def lookup(host: str, at: int, *kinds: object, **kind: object) -> list[tuple[object, ...]]:
        return [(0, 0, 0, "", (number, at)) for number in numbers]

    monkeypatch.setattr("recoupe.reading.fetch.socket.getaddrinfo", lookup)
    with pytest.raises(FetchFailed) as failure:
        bring("https://name.example/")
    assert failure.value.code == "private_address"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "file:///etc/passwd",
        "ftp://a.example/",
        "javascript:alert(1)",
        "http://",
        "https://u:p@a.example/",
        "http://a.example:99999/",
        "http://a b.example/",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(FetchFailed) as failure:
        normalised(address)
    assert failure.value.code == "bad_address"


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        ("exemple.fr/a", "https://exemple.fr/a"),
        (" http://Exemple.FR ", "http://exemple.fr/"),
        ("https://été.example/l'été?q=é#haut", "https://xn--t-9fab.example/l'%C3%A9t%C3%A9?q=%C3%A9"),
        ("http://[::1]:8000/x", "http://[::1]:8000/x"),
    ],
)
def test_addresses_are_made_ready(given: str, asked: str) -> None:
    assert normalised(given) == asked


@pytest.mark.network
def test_a_stop_is_heard(site: str) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        read_page(f"{site}/", now=NOW, allow_private=True, progress=stop)
