"""What each service of deep-translator is really sent, seen from the other end of the wire: its own way of asking and answering."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from deep_translator.constants import BASE_URLS

from recoupe.errors import TranslationFailed
from recoupe.translation import Account
from recoupe.translation.engines.deep import SERVICES
from recoupe.translation.exchange import Call, Exchange, Request, call
from recoupe.translation.online import Online, _https

pytestmark = pytest.mark.network

FRENCH = "Le maire a annoncé lundi que l'école fermerait."
ENGLISH = "The mayor announced on Monday that the school would close."
KEY = "very-secret-key"


@dataclass
class Seen:
    """What came over the wire, and what is answered: a status and a body by path."""

    address: str = ""
    requests: list[tuple[str, str, str, dict[str, str]]] = field(default_factory=list)
    answer: Callable[[str], tuple[int, str]] = lambda _: (200, "")


@pytest.fixture
def wire() -> Iterator[Seen]:
    seen = Seen()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            seen.requests.append((self.command, self.path, body, dict(self.headers)))
            status, text = seen.answer(urlsplit(self.path).path)
            self.send_response(status)
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    seen.address = f"http://127.0.0.1:{server.server_port}/"
    yield seen
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def at_work(wire: Seen, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Online]:
    """A service whose server is the one on the loopback."""
    paths = {"MYMEMORY": "get", "GOOGLE_TRANSLATE": "m", "DEEPL": "{version}/", "BAIDU": "api/trans/vip/translate"}
    paths["MICROSOFT_TRANSLATE"] = "translate?api-version=3.0"

    def made(name: str, account: Account) -> Online:
        for base, path in paths.items():
            monkeypatch.setitem(BASE_URLS, base, wire.address + path)
        service = next(s for s in SERVICES if s.name == name)
        return Online(replace(service, server=wire.address), account, lambda _: None)

    return made


def test_deepl_gets_the_text_in_the_body_and_the_key_in_a_header(wire: Seen, at_work: Callable[..., Online]) -> None:
    wire.answer = lambda _: (200, json.dumps({"translations": [{"text": ENGLISH}]}))
    assert at_work("deepl", Account(key=KEY)).translate(FRENCH, "fr", "en") == ENGLISH
    method, path, body, headers = wire.requests[0]
    assert (method, path) == ("POST", "/v2/translate")
    assert headers["Authorization"] == f"DeepL-Auth-Key {KEY}"
    assert parse_qs(body) == {"source_lang": ["fr"], "target_lang": ["EN-GB"], "text": [FRENCH]}


def test_deepl_s_used_up_quota_has_its_own_words(wire: Seen, at_work: Callable[..., Online]) -> None:
    wire.answer = lambda _: (456, "")
    with pytest.raises(TranslationFailed, match="quota of your plan is used up"):
        at_work("deepl", Account(key=KEY)).translate(FRENCH, "fr", "en")


@pytest.mark.parametrize(
    ("status", "body", "told"),
    [
        (403, {"error": {"code": 403001, "message": "exceeded its free quota"}}, ("refused", "quota of your plan is used up")),
        (403, {"error": {"code": 403000, "message": "not allowed"}}, ("bad_key", "does not accept the key")),
        (400, {"error": {"code": 400036, "message": "The target language is not valid."}}, ("refused", "The target language is not valid")),
    ],
)
def test_microsoft_s_refusals_are_told_apart(wire: Seen, status: int, body: object, told: tuple[str, str]) -> None:
    wire.answer = lambda _: (status, json.dumps(body))
    with pytest.raises(TranslationFailed, match=told[1]) as failed, call(Call("Microsoft Translator", wire.address, 5, KEY)):
        Exchange().post(f"{wire.address}translate")
    assert failed.value.code == told[0]


@pytest.mark.parametrize("name", ["google", "mymemory", "libretranslate", "deepl", "baidu"])
@pytest.mark.parametrize(
    "answer",
    [
        (429, "", {"too_many_requests"}),
        (500, "", {"failed"}),
        (200, "", {"empty", "garbage"}),
        (200, "<html><body><h1>Sign in</h1></body></html>", {"empty", "garbage"}),
        (200, '{"surprise": 1}', {"empty", "garbage"}),
        (200, "[" * 100_000, {"empty", "garbage"}),
    ],
)
def test_every_service_s_failures_become_one_kind_of_failure(
    wire: Seen, at_work: Callable[..., Online], monkeypatch: pytest.MonkeyPatch, name: str, answer: tuple[int, str, set[str]]
) -> None:
    status, body, codes = answer
    wire.answer = lambda _: (status, body)
    monkeypatch.setattr("recoupe.translation.online.mymemory.requests", Exchange())  # in the clear, as the server on the loopback speaks
    with pytest.raises(TranslationFailed) as failed:
        at_work(name, Account(key=KEY, user="a@b.org", server=wire.address)).translate(FRENCH, "fr", "en")
    assert failed.value.code in codes
    assert KEY not in str(failed.value)
    assert len(wire.requests) == (3 if status != 200 else 1)


def test_mymemory_is_asked_for_its_pair_and_read(wire: Seen, at_work: Callable[..., Online], monkeypatch: pytest.MonkeyPatch) -> None:
    wire.answer = lambda _: (
        200,
        json.dumps({"responseData": {"translatedText": ENGLISH, "match": 0.9}, "responseStatus": 200, "matches": []}),
    )
    monkeypatch.setattr("recoupe.translation.online.mymemory.requests", Exchange())
    assert at_work("mymemory", Account(user="a@b.org")).translate(FRENCH, "fr", "en") == ENGLISH
    query = parse_qs(urlsplit(wire.requests[0][1]).query)
    assert (query["q"], query["langpair"], query["de"]) == ([FRENCH], ["fr-FR|en-GB"], ["a@b.org"])


def test_google_s_page_is_read(wire: Seen, at_work: Callable[..., Online]) -> None:
    wire.answer = lambda _: (200, f"<html><body><div class='result-container'>{ENGLISH.replace('the', '&#116;he')}</div></body></html>")
    assert at_work("google", Account()).translate(FRENCH, "fr", "en") == ENGLISH
    assert parse_qs(urlsplit(wire.requests[0][1]).query)["q"] == [FRENCH]


def test_google_s_page_without_a_translation_is_no_answer(wire: Seen, at_work: Callable[..., Online]) -> None:
    wire.answer = lambda _: (200, "<html><body>Before you continue</body></html>")
    with pytest.raises(TranslationFailed) as failed:
        at_work("google", Account()).translate(FRENCH, "fr", "en")
    assert failed.value.code == "empty"


def test_microsoft_is_asked_for_its_languages_once(wire: Seen, at_work: Callable[..., Online], monkeypatch: pytest.MonkeyPatch) -> None:
    languages = json.dumps({"translation": {"fr": {"name": "French"}, "en": {"name": "English"}}})
    wire.answer = lambda path: (200, languages if path == "/languages" else json.dumps([{"translations": [{"text": ENGLISH, "to": "en"}]}]))
    # the library has this address in its code
    working = at_work("microsoft", Account(key=KEY, region="westeurope"))
    from deep_translator import microsoft

    plain = microsoft.requests.get
    monkeypatch.setattr(microsoft.requests, "get", lambda _, **k: plain(f"{wire.address}languages", **k), raising=False)
    for _ in range(2):
        assert working.translate(FRENCH, "fr", "en") == ENGLISH
    assert [urlsplit(path).path for _, path, _, _ in wire.requests] == ["/languages", "/translate", "/translate"]
    headers = {name.lower(): value for name, value in wire.requests[1][3].items()}
    assert (headers["ocp-apim-subscription-key"], headers["ocp-apim-subscription-region"]) == (KEY, "westeurope")
    assert json.loads(wire.requests[1][2]) == [{"text": FRENCH}]
    assert KEY not in wire.requests[1][1]


def test_baidu_s_refusal_of_a_key_is_told_as_one(wire: Seen, at_work: Callable[..., Online]) -> None:
    wire.answer = lambda _: (200, json.dumps({"error_code": "52003", "error_msg": "UNAUTHORIZED USER"}))
    with pytest.raises(TranslationFailed) as failed:
        at_work("baidu", Account(key=KEY, user="app")).translate(FRENCH, "fr", "en")
    assert failed.value.code == "bad_key"
    assert parse_qs(wire.requests[0][2])["from"] == ["fra"]
    assert "?" not in wire.requests[0][1]


def test_a_service_is_never_asked_at_another_server(wire: Seen, at_work: Callable[..., Online], monkeypatch: pytest.MonkeyPatch) -> None:
    working = at_work("deepl", Account(key=KEY))
    monkeypatch.setitem(BASE_URLS, "DEEPL", "http://127.0.0.2:1/{version}/")
    with pytest.raises(TranslationFailed, match="another server"):
        working.translate(FRENCH, "fr", "en")
    assert not wire.requests


def test_mymemory_is_asked_in_private() -> None:
    assert _https(Request("GET", "http://api.mymemory.translated.net/get")).address == "https://api.mymemory.translated.net/get"
