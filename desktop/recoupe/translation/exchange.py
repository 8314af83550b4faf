"""What stands in for `requests` inside deep-translator: time-outs, limits, one server only, one kind of failure.

deep-translator 1.11 sets no time-out, follows a server anywhere, puts keys and texts in addresses, and raises a dozen unrelated
errors. Its modules call `requests.get` and `requests.post` by that name, so an `Exchange` put in its place sees every request.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import requests
from urllib3.exceptions import HTTPError, ProtocolError, ReadTimeoutError

from recoupe.errors import TranslationFailed

_MICROSOFT_QUOTA = 403001  # "The operation isn't allowed because the subscription has exceeded its free quota."
_LARGEST_ANSWER = 2_000_000  # bytes; a sentence's answer is a few hundred


@dataclass(frozen=True, slots=True)
class Call:
    """One request's frame: the engine's title for messages, the only server allowed, seconds to wait, and what no message may show."""

    engine: str
    server: str
    timeout: float
    secret: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A request as deep-translator made it, which a service may word better."""

    method: str
    address: str
    params: Mapping[str, Any] | None = None
    headers: Mapping[str, str] | None = None
    data: Any = None
    json: Any = None


class Transient(Exception):
    """A failure worth another try; `wait` is what the server asked for, in seconds."""

    def __init__(self, failure: TranslationFailed, wait: float | None = None) -> None:
        super().__init__(failure.code)
        self.failure = failure
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What deep-translator reads of a response."""

    engine: str
    status_code: int
    text: str

    def json(self) -> Any:  # noqa: ANN401 - the shape is the server's affair and is checked by its reader
        """The answer's JSON; TranslationFailed ("garbage") where it is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            raise TranslationFailed("garbage", engine=self.engine) from None

    def close(self) -> None:
        """Nothing is left open."""


_call: ContextVar[Call] = ContextVar("call")


@contextmanager
def call(frame: Call) -> Iterator[None]:
    """While it lasts, this thread's requests are made in that frame."""
    token = _call.set(frame)
    try:
        yield
    finally:
        _call.reset(token)


class Exchange:
    """The `requests` of one deep-translator module. `wording` may put a request in better words before it is sent."""

    exceptions = requests.exceptions

    def __init__(self, wording: Callable[[Request], Request] = lambda request: request) -> None:
        self._wording = wording

    def get(self, url: str, params: Any = None, headers: Any = None, **_: object) -> Answer:  # noqa: ANN401 - requests' own signature
        """As `requests.get`."""
        return _send(self._wording(Request("GET", url, params, headers)))

    def post(self, url: str, params: Any = None, data: Any = None, json: Any = None, headers: Any = None, **_: object) -> Answer:  # noqa: ANN401
        """As `requests.post`."""
        return _send(self._wording(Request("POST", url, params, headers, data, json)))


def _send(request: Request) -> Answer:
    frame = _call.get()
    if urlsplit(request.address).netloc != urlsplit(frame.server).netloc:
        raise TranslationFailed("refused", engine=frame.engine, reason="the text would have gone to another server")
    try:
        status, headers, content = _fetch(request, frame.timeout)
    except (requests.Timeout, ReadTimeoutError):
        raise Transient(TranslationFailed("timeout", engine=frame.engine, seconds=round(frame.timeout))) from None
    except (requests.ConnectionError, ProtocolError):
        raise Transient(TranslationFailed("unreachable", engine=frame.engine)) from None
    except (requests.RequestException, HTTPError) as error:
        # a bad address, broken compression: the class says it, the message may hold the text or the key
        raise Transient(TranslationFailed("failed", engine=frame.engine, reason=type(error).__name__)) from None
    answer = Answer(frame.engine, status, content.decode("utf-8", "replace"))
    if not 200 <= status < 300:
        raise _failure(answer, headers)
    return answer


def _fetch(request: Request, timeout: float) -> tuple[int, Mapping[str, str], bytes]:
    """Status, headers and content, within the limits of size and of time as a whole."""
    deadline = time.monotonic() + timeout
    with requests.request(
        request.method,
        request.address,
        params=request.params,
        headers=request.headers,
        data=request.data,
        json=request.json,
        timeout=(min(timeout, 5), timeout),
        allow_redirects=False,  # the text goes where the user allowed it, nowhere else
        stream=True,
    ) as response:
        content = bytearray()
        # what has come so far, not a full chunk: a server that drips must not outlast the time-out
        while chunk := response.raw.read1(65536, decode_content=True):
            content += chunk
            if len(content) > _LARGEST_ANSWER:
                break
            if time.monotonic() > deadline:
                raise requests.Timeout
        return response.status_code, response.headers, bytes(content)


def _failure(answer: Answer, headers: Mapping[str, str]) -> Exception:
    engine, status = answer.engine, answer.status_code
    if status == 429:
        return Transient(TranslationFailed("too_many_requests", engine=engine), _asked_wait(headers))
    if status >= 500:
        return Transient(TranslationFailed("failed", engine=engine, reason=f"error {status}"), _asked_wait(headers))
    if status == 456 or (status == 403 and _code(answer) == _MICROSOFT_QUOTA):  # DeepL's own, and Microsoft's
        return TranslationFailed("refused", engine=engine, reason="the quota of your plan is used up")
    if status in {401, 403}:
        return TranslationFailed("bad_key", engine=engine)
    if 300 <= status < 400:
        return TranslationFailed("refused", engine=engine, reason="it sends to another address")
    reason = _said(answer)
    secret = _call.get().secret
    if not reason or (secret and secret in reason):
        reason = f"error {status}"
    return TranslationFailed("refused", engine=engine, reason=reason)


def _said(answer: Answer) -> str:
    """What a server says of its refusal, where it says it in the usual form."""
    told = _told(answer)
    inner = told.get("error")
    # LibreTranslate says it under "error", Microsoft under "error" and "message", DeepL under "message"
    said = inner.get("message") if isinstance(inner, dict) else inner or told.get("message")
    return " ".join(said.split())[:160].rstrip(".") if isinstance(said, str) else ""


def _asked_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds of a Retry-After header, given as a number or as a date."""
    value = headers.get("Retry-After", "").strip()
    if value.isdigit():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    return max(0.0, (when - datetime.now(UTC)).total_seconds()) if when.tzinfo else None


def _code(answer: Answer) -> int:
    """The number of an error as Microsoft gives it, 0 where there is none."""
    inner = _told(answer).get("error")
    code = inner.get("code") if isinstance(inner, dict) else 0
    return code if isinstance(code, int) else 0


def _told(answer: Answer) -> dict[str, Any]:
    try:
        told = json.loads(answer.text)
    except (ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
