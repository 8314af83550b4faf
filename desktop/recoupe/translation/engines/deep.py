"""Everything deep-translator offers that puts French sentences into English.

Left out, because they can't: Linguee and Pons (single words), QCRI (no French), Yandex (the interface it calls is closed), Papago (it is
sent names where it wants codes) and ChatGPT (it needs a version of the openai library that is gone).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from urllib.parse import urlsplit

from recoupe.translation.engine import Account, Engine, Wait, Working


@dataclass(frozen=True, slots=True)
class Service:
    """One service of deep-translator: where it is and what its languages are called there.

    `limit` counts bytes of the text, or, where it is `quoted`, of the text as a web address writes it.
    """

    name: str
    title: str
    server: str
    limit: int
    codes: Mapping[str, str]
    quoted: bool = False
    in_address: bool = False
    needs_key: bool = False
    asks: tuple[str, ...] = ()

    def open(self, account: Account, wait: Wait) -> Working:
        """The service at work; the library comes in now, not when the program starts."""
        working: Working = import_module("recoupe.translation.online").Online(self, account, wait)
        return working

    def engine(self) -> Engine:
        """The service as a row of `ENGINES`."""
        return Engine(
            name=self.name,
            title=self.title,
            limit=self.limit,
            open=self.open,
            host=urlsplit(self.server).netloc,
            needs_key=self.needs_key,
            in_address=self.in_address,
            asks=self.asks,
        )


_PLAIN = {"fr": "fr", "en": "en"}

SERVICES = (
    Service(
        name="google",
        title="Google Translate",
        server="https://translate.google.com/",
        limit=4_500,
        quoted=True,
        in_address=True,
        codes=_PLAIN,
    ),
    Service(
        name="mymemory",
        title="MyMemory",
        server="https://api.mymemory.translated.net/",
        limit=499,
        in_address=True,
        codes={"fr": "fr-FR", "en": "en-GB"},
        asks=("user",),
    ),
    Service(
        name="libretranslate",
        title="LibreTranslate",
        server="https://libretranslate.com/",
        limit=1_900,
        codes=_PLAIN,
        asks=("server", "key"),
    ),
    Service(
        name="deepl",
        title="DeepL",
        server="https://api.deepl.com/",
        limit=60_000,
        codes=_PLAIN,
        needs_key=True,
        asks=("key",),
    ),
    Service(
        name="microsoft",
        title="Microsoft Translator",
        server="https://api.cognitive.microsofttranslator.com/",
        limit=40_000,
        codes=_PLAIN,
        needs_key=True,
        asks=("key", "region"),
    ),
    Service(
        name="baidu",
        title="Baidu",
        server="https://fanyi-api.baidu.com/",
        limit=5_000,
        codes={"fr": "fra", "en": "en"},
        needs_key=True,
        asks=("user", "key"),
    ),
)

DEEP_ENGINES = tuple(service.engine() for service in SERVICES)
