"""What an engine must offer, and what the user gives one."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import urlsplit

from recoupe.errors import TranslationFailed

Wait = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Account:
    """What the user gave an engine: which of these it takes stands in `Engine.asks`.

    `user` is an application's id where the service has one beside its key, `region` the service's region, `server` the address of one's
    own server, `model` the id of an installed model. `timeout` is in seconds.
    """

    key: str = field(default="", repr=False)
    user: str = ""
    region: str = ""
    server: str = ""
    model: str = ""
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class Consent:
    """Where the user allowed texts to be sent, as `destination` names the places."""

    places: frozenset[str] = frozenset()

    def allows(self, place: str) -> bool:
        """Whether texts may be sent to that place; the empty place is this machine."""
        return not place or place in self.places


class Working(Protocol):
    """An engine made ready with its account or its model."""

    def identity(self, source: str, target: str) -> str:
        """What else than the text decides an answer: engine, server, model and its version. Part of the cache's key."""
        ...

    def translate(self, text: str, source: str, target: str) -> str:
        """The text in the target language; TranslationFailed for whatever goes wrong, an empty answer included."""
        ...


@dataclass(frozen=True, slots=True)
class Engine:
    """One row of `ENGINES`. Languages are ISO 639-1 codes.

    `limit` is how many encoded bytes one request may carry; longer texts are cut at sentence ends. `host` is the server that receives
    the text, empty for an engine of this machine; `in_address` tells that the text travels in the web address itself, where proxies
    and logs may keep it. `asks` names the fields of `Account` the user may fill in. `rough` engines give the gist only.
    """

    name: str
    title: str
    limit: int
    open: Callable[[Account, Wait], Working]
    host: str = ""
    needs_key: bool = False
    in_address: bool = False
    rough: bool = False
    asks: tuple[str, ...] = ()
    found: Callable[[], bool] = lambda: True

    @property
    def offline(self) -> bool:
        """Whether nothing of the text leaves the machine."""
        return not self.host

    def destination(self, account: Account) -> str:
        """The server that the text would be sent to, empty for none: what the user is asked to allow."""
        if self.offline:
            return ""
        if "server" in self.asks and account.server.strip():
            return urlsplit(server_address(account.server)).netloc
        return self.host

    def ready(self, account: Account, consent: Consent, wait: Wait = time.sleep) -> Working:
        """The engine ready for work; TranslationFailed where consent, key or model is missing."""
        if not consent.allows(self.destination(account)):
            raise TranslationFailed("no_consent", engine=self.title)
        if self.needs_key and not account.key.strip():
            raise TranslationFailed("needs_key", engine=self.title)
        return self.open(account, wait)


def server_address(text: str) -> str:
    """A server's address as the user typed it, made whole: with scheme and final slash, without the name of the request.

    TranslationFailed ("bad_server") where it is none.
    """
    address = text.strip()
    if "://" not in address:
        local = address.split(":")[0].split("/")[0] in {"localhost", "127.0.0.1", "[::1]"}
        address = ("http://" if local else "https://") + address
    try:
        parts = urlsplit(address)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username and (parts.port is None or parts.port > 0)
    except ValueError:
        sound = False
    if not sound:
        raise TranslationFailed("bad_server", server=text.strip())
    path = parts.path.rstrip("/").removesuffix("/translate")
    return f"{parts.scheme}://{parts.netloc}{path}/"
