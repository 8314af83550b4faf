"""Every service of the list, speaking its own protocol on the loopback, meets whatever servers do: nothing that came is lost.

Each is asked for an article, answers its first sentence as its documentation has it, and then fails in one way.
"""

from __future__ import annotations

import json
import logging
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from deep_translator import microsoft
from deep_translator.constants import BASE_URLS

from builders import article
from recoupe.model import Place, Project
from recoupe.project.store import save_study
from recoupe.reports import write_report
from recoupe.translation import Account, Consent, Engine, Means, Outcome, translate_article
from recoupe.translation.cache import Cache
from recoupe.translation.engines.deep import SERVICES
from recoupe.translation.exchange import Exchange
from recoupe.translation.online import Online

pytestmark = pytest.mark.network

NAMES = [s.name for s in SERVICES]
KEY = "very-secret-key"
STORY = article(
    "Le maire a annoncé lundi que l'école fermerait. Les habitants ont manifesté devant la mairie.\n"
    "La préfecture a compté douze mille personnes. Le procès s'ouvrira à la rentrée."
)
ENGLISH = [
    "The mayor announced on Monday that the school would close.",
    "The residents demonstrated in front of the town hall.",
    "The prefecture counted twelve thousand people.",
    "The trial will open in the autumn.",
]
SPANISH = "Los habitantes de la ciudad se manifestaron el lunes delante del ayuntamiento."
LANGUAGES = json.dumps({"translation": {"fr": {"name": "French"}, "en": {"name": "English"}}})
PATHS = {
    "GOOGLE_TRANSLATE": "m",
    "MYMEMORY": "get",
    "DEEPL": "{version}/",
    "MICROSOFT_TRANSLATE": "translate?api-version=3.0",
    "BAIDU": "api/trans/vip/translate",
}


def worded(name: str, text: str) -> str:
    """A translation as the service's documentation says that it is answered."""
    match name:
        case "google":
            return f"<html><body><div class='result-container'>{text}</div></body></html>"
        case "mymemory":
            return json.dumps({"responseData": {"translatedText": text, "match": 0.9}, "responseStatus": 200, "matches": []})
        case "libretranslate":
            return json.dumps({"translatedText": text})
        case "deepl":
            return json.dumps({"translations": [{"detected_source_language": "FR", "text": text}]})
        case "microsoft":
            return json.dumps([{"translations": [{"text": text, "to": "en"}]}])
        case _:
            return json.dumps({"from": "fra", "to": "en", "trans_result": [{"src": "…", "dst": text}]})


@dataclass(frozen=True)
class Said:
    """An answer: status, headers and body."""

    body: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Hang:
    """Take the request and say nothing."""


class Cut:
    """Close the connection in the middle of the answer."""


Answer = Said | Hang | Cut


@dataclass
class Server:
    """Answers a request for a translation by its number, from 1, and counts them."""

    answer: Callable[[int], Answer] = lambda _: Said("")
    asked: int = 0
    address: str = ""
    over: threading.Event = field(default_factory=threading.Event)


@pytest.fixture
def server() -> Iterator[Server]:
    seen = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if urlsplit(self.path).path == "/languages":
                self.say(Said(LANGUAGES))
                return
            seen.asked += 1
            answer = seen.answer(seen.asked)
            if isinstance(answer, Said):
                self.say(answer)
            elif isinstance(answer, Hang):
                seen.over.wait(60)
            else:
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b'{"trans')
                self.wfile.flush()
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                self.connection.close()

        def do_POST(self) -> None:
            self.do_GET()

        def say(self, answer: Said) -> None:
            body = answer.body.encode()
            self.send_response(answer.status)
            for name, value in (("Content-Length", str(len(body))), *answer.headers):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def handle(self) -> None:
            try:
                super().handle()
            except OSError:  # the client gave up, as it should
                return

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, ValueError):
                return

        def log_message(self, *_: object) -> None:
            return

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    seen.address = f"http://127.0.0.1:{listening.server_port}/"
    yield seen
    seen.over.set()
    listening.shutdown()
    listening.server_close()
    thread.join()


@pytest.fixture
def waits() -> list[float]:
    """How long the program would have waited between its tries."""
    return []


@pytest.fixture
def translated(server: Server, waits: list[float], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Has the article translated by a service whose server is the one on the loopback."""
    for base, path in PATHS.items():
        monkeypatch.setitem(BASE_URLS, base, server.address + path)
    # in the clear, as the server on the loopback speaks; and the one address that the library has in its code
    monkeypatch.setattr("recoupe.translation.online.mymemory.requests", Exchange())
    plain = microsoft.requests.get
    monkeypatch.setattr(microsoft.requests, "get", lambda _, **k: plain(f"{server.address}languages", **k), raising=False)

    def work(name: str, timeout: float = 30) -> Outcome:
        service = replace(next(s for s in SERVICES if s.name == name), server=server.address)
        account = Account(key=KEY, user="app", region="westeurope", server=server.address, timeout=timeout)
        engine = Engine(name, service.title, service.limit, lambda given, wait: Online(service, given, wait))
        cache = Cache(tmp_path / "cache.sqlite")
        outcome = translate_article(STORY, Means(engine, cache, account, Consent(), pause=waits.append), "en")
        cache.close()
        return outcome

    return work


def right(name: str, number: int) -> Said:
    return Said(worded(name, ENGLISH[(number - 1) % len(ENGLISH)]))


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_translated_and_asked_for_once(server: Server, translated: Callable[..., Outcome], name: str) -> None:
    server.answer = lambda n: right(name, n)
    assert [t.text for t in translated(name).translations] == ENGLISH
    assert translated(name).asked == 0
    assert server.asked == 4


@pytest.mark.parametrize("name", NAMES)
def test_a_busy_service_is_waited_for_as_long_as_it_asks(
    server: Server, translated: Callable[..., Outcome], waits: list[float], name: str
) -> None:
    busy = Said("", 429, (("Retry-After", "7"),))
    server.answer = lambda n: busy if n == 2 else right(name, n - (n > 2))
    assert [t.text for t in translated(name).translations] == ENGLISH
    assert sum(waits) == pytest.approx(7)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Said("", 429), ("too_many_requests", "refuses more requests")),
        (Said("", 429, (("Retry-After", "3600"),)), ("too_many_requests", "refuses more requests")),
        (Said("", 500), ("failed", "error 500")),
        (Said(f"<html>key {KEY}</html>", 503), ("failed", "error 503")),
        (Said(json.dumps({"error": {"code": 401, "message": f"bad {KEY}"}, "message": f"bad {KEY}"}), 401), ("bad_key", "key")),
        (Hang(), ("timeout", "did not answer")),
        (Cut(), ("unreachable", "cannot be reached")),
    ],
)
def test_a_service_that_fails_stops_the_work_and_what_came_is_kept(
    server: Server, translated: Callable[..., Outcome], name: str, fault: Answer, told: tuple[str, str]
) -> None:
    server.answer = lambda n: right(name, 1) if n == 1 else fault
    started = time.monotonic()
    outcome = translated(name, timeout=0.8)
    assert outcome.stopped is not None
    assert (outcome.stopped.code, told[1] in str(outcome.stopped)) == (told[0], True)
    assert KEY not in str(outcome.stopped) + repr(outcome)
    assert [(t.place, t.text) for t in outcome.translations] == [(Place("a", 0), ENGLISH[0])]
    assert time.monotonic() - started < 30
    server.answer = lambda n: right(name, n)
    server.asked = 1
    resumed = translated(name)
    assert [t.text for t in resumed.translations] == ENGLISH
    assert resumed.asked == 3


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("bad", ["empty", "no words", "page", "garbage", "binary", "wrong language", "sent back"])
def test_a_bad_answer_leaves_its_sentence_in_french_and_the_rest_goes_on(
    server: Server, translated: Callable[..., Outcome], name: str, bad: str
) -> None:
    body = {
        "empty": "",
        "no words": worded(name, ""),
        "page": "<html><body><h1>Sign in to go on</h1></body></html>",
        "garbage": '{"surprise": [1]}',
        "binary": "\x00\x17\ufffd" * 40,
        "wrong language": worded(name, SPANISH),
        "sent back": worded(name, STORY.sentence_text(1)),
    }[bad]
    server.answer = lambda n: Said(body) if n == 2 else right(name, n)
    outcome = translated(name)
    assert outcome.stopped is None
    assert [t.place.sentence for t in outcome.translations] == [0, 2, 3]
    [(place, failed)] = outcome.failures
    assert (place.sentence, failed.code in {"empty", "garbage", "refused"}) == (1, True)
    assert str(failed).endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_a_key_is_in_no_study_report_log_or_message(
    server: Server, translated: Callable[..., Outcome], tmp_path: Path, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    """The server even says the key in its refusal."""
    server.answer = lambda n: right(name, n) if n < 4 else Said(json.dumps({"error": f"key {KEY} expired", "message": KEY}), 400)
    with caplog.at_level(logging.DEBUG):
        outcome = translated(name)
    assert len(outcome.translations) == 3
    [(_, failed)] = outcome.failures
    project = Project("", (STORY,), translations=outcome.translations)
    save_study(project, tmp_path / "study.recoupe")
    for suffix in (".html", ".json", ".md", ".tmx", ".csv"):
        write_report(project, tmp_path / f"report{suffix}")
    written = b"".join(p.read_bytes() for p in sorted(tmp_path.iterdir()))
    assert KEY.encode() not in written
    assert KEY not in caplog.text + str(failed) + repr(outcome)
