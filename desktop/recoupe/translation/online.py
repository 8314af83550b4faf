"""A translation service at work, by way of deep-translator. Loaded only when a service is used: it brings half the web along."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Any

from deep_translator import baidu, deepl, google, libre, microsoft, mymemory
from deep_translator.exceptions import (
    BaiduAPIerror,
    BaseError,
    LanguageNotSupportedException,
    MicrosoftAPIerror,
    RequestError,
    ServerException,
    TranslationNotFound,
)

from recoupe.errors import TranslationFailed
from recoupe.translation.engine import Account, Wait, server_address
from recoupe.translation.exchange import Call, Exchange, Request, Transient, call
from recoupe.translation.sanity import fault
from recoupe.translation.service import Service
from recoupe.translation.splitting import in_address, in_body, split

_TRIES = 3
_FIRST_WAIT = 1.0  # seconds before the second try; the third waits three times as long
_LONGEST_WAIT = 60.0  # a server that asks for more is left alone
_NO_KEY = "none"  # the library insists on a key even where the server wants none

_MALFORMED = (KeyError, IndexError, TypeError, AttributeError, ValueError, StopIteration)
_REFUSALS = (BaseError, MicrosoftAPIerror, BaiduAPIerror, RequestError, ServerException)


class Online:
    """A service at work: splits, tries again, and turns whatever happens into a translation or one TranslationFailed."""

    def __init__(self, service: Service, account: Account, wait: Wait) -> None:
        self._service = service
        self._account = account
        self._wait = wait
        own = "server" in service.asks and bool(account.server.strip())
        self._server = server_address(account.server) if own else _server_of(service, account)
        self._translators: dict[tuple[str, str], Any] = {}

    def identity(self, _source: str, _target: str) -> str:
        """The service and the server it is at; a free and a paid plan answer alike."""
        own = self._server if "server" in self._service.asks else ""
        return f"{self._service.name} {own}".strip()

    def translate(self, text: str, source: str, target: str) -> str:
        """The text in the target language."""
        pieces = split(text, self._service.limit, in_address if self._service.quoted else in_body)
        return " ".join(self._patiently(piece, source, target) for piece in pieces)

    def _patiently(self, text: str, source: str, target: str) -> str:
        """Tries with growing waits, or as long as the server asks, on failures that pass."""
        pause = _FIRST_WAIT
        for tries_left in range(_TRIES - 1, -1, -1):
            try:
                return self._once(text, source, target)
            except Transient as failed:
                wait = pause if failed.wait is None else failed.wait
                if not tries_left or wait > _LONGEST_WAIT:
                    raise failed.failure from None
                self._wait(wait)
                pause *= 3
        raise AssertionError("the last try returns or raises")

    def _once(self, text: str, source: str, target: str) -> str:
        title = self._service.title
        frame = Call(title, self._server, self._account.timeout, self._account.key)
        try:
            with call(frame):
                answer = self._translator(source, target).translate(text)
        except TranslationNotFound:
            raise TranslationFailed("empty", engine=title) from None
        except LanguageNotSupportedException:
            raise TranslationFailed("language", engine=title, source=source, target=target) from None
        except _REFUSALS as error:
            raise _refusal(title, error) from None
        except _MALFORMED:
            raise TranslationFailed("garbage", engine=title) from None
        if isinstance(answer, str) and "&" in answer and "&" not in text:
            answer = html.unescape(answer)
        code = fault(text, answer if isinstance(answer, str) else None, source, target)
        if code:
            raise TranslationFailed(code, engine=title)
        return str(answer).strip()

    def _translator(self, source: str, target: str) -> Any:  # noqa: ANN401 - the library has no types
        """The library's translator of that direction, made once: making Microsoft's costs a request."""
        known = self._translators.get((source, target))
        if known is None:
            codes = self._service.codes
            if source not in codes or target not in codes:
                raise TranslationFailed("language", engine=self._service.title, source=source, target=target)
            known = _translator_of(self._service, self._account, self._server, codes[source], codes[target])
            self._translators[source, target] = known
        return known


def _refusal(title: str, error: Exception) -> TranslationFailed:
    """A service's own error, found in an answer of status 200. Its words are kept out: they may hold the key."""
    words = str(getattr(error, "api_message", error)).lower()
    if any(w in words for w in ("unauthorized", "appid", "invalid sign", "credential", "api key", "invalid ip")):
        return TranslationFailed("bad_key", engine=title)
    if "limit" in words or "too many" in words:
        return TranslationFailed("too_many_requests", engine=title)
    return TranslationFailed("refused", engine=title, reason=type(error).__name__)


def _server_of(service: Service, account: Account) -> str:
    """Where a request goes; DeepL's free plan, whose keys end in :fx, has a server of its own."""
    if service.name == "deepl" and account.key.strip().endswith(":fx"):
        return service.server.replace("api.", "api-free.")
    return service.server


def _https(request: Request) -> Request:
    """The library asks MyMemory in the clear; it answers in private as well."""
    return replace(request, address=request.address.replace("http://", "https://", 1))


def _libre_wording(request: Request) -> Request:
    """As the server's documentation has it, in the body: the library puts the text into the address."""
    fields = {k: v for k, v in (request.params or {}).items() if not (k == "api_key" and v == _NO_KEY)}
    return replace(request, params=None, json=fields)


def _deepl_wording(request: Request) -> Request:
    """As DeepL asks today: text in the body, key in a header; and British English."""
    fields = dict(request.params or {})
    key = fields.pop("auth_key")
    if fields["target_lang"] == "en":
        fields["target_lang"] = "EN-GB"
    return replace(request, method="POST", params=None, data=fields, headers={"Authorization": f"DeepL-Auth-Key {key}"})


def _baidu_wording(request: Request) -> Request:
    """The text in the body rather than in the address."""
    return replace(request, params=None, data=request.params)


def _translator_of(service: Service, account: Account, server: str, source: str, target: str) -> Any:  # noqa: ANN401
    """The library's translator for a service."""
    key = account.key.strip()
    match service.name:
        case "google":
            return google.GoogleTranslator(source, target)
        case "mymemory":
            return mymemory.MyMemoryTranslator(source, target, email=account.user.strip() or None)
        case "libretranslate":
            # custom_url, never base_url: the library swallows that one and sends the text to a public server
            return libre.LibreTranslator(source, target, api_key=key or _NO_KEY, use_free_api=False, custom_url=server)
        case "deepl":
            return deepl.DeeplTranslator(source, target, api_key=key, use_free_api=key.endswith(":fx"))
        case "microsoft":
            return microsoft.MicrosoftTranslator(source, target, api_key=key, region=account.region.strip() or None)
        case _:
            return baidu.BaiduTranslator(source, target, appid=account.user.strip(), appkey=key)


for _module, _wording in (
    (google, lambda request: request),
    (mymemory, _https),
    (libre, _libre_wording),
    (deepl, _deepl_wording),
    (microsoft, lambda request: request),
    (baidu, _baidu_wording),
):
    _module.requests = Exchange(_wording)
