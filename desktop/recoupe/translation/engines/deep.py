"""Everything deep-translator offers that puts French sentences into English.

Left out, because they can't: Linguee and Pons (single words), QCRI (no French), Yandex (the interface it calls is closed), Papago (it is
sent names where it wants codes) and ChatGPT (it needs a version of the openai library that is gone).
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from urllib.parse import urlsplit

from recoupe.translation.engine import Account, Engine, Wait, Working
from recoupe.translation.service import Service

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
        place="deepl.com",  # a free plan's key leads to api-free.deepl.com
        limit=40_000,  # of the 128 KiB of a request, in which a form writes some bytes as three
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


def _open(service: Service, account: Account, wait: Wait) -> Working:
    """The service at work; the library comes in now, not when the program starts."""
    working: Working = import_module("recoupe.translation.online").Online(service, account, wait)
    return working


def _engine(service: Service) -> Engine:
    """The service as a row of `ENGINES`."""
    return Engine(
        name=service.name,
        title=service.title,
        limit=service.limit,
        open=partial(_open, service),
        host=service.place or urlsplit(service.server).netloc,
        needs_key=service.needs_key,
        in_address=service.in_address,
        asks=service.asks,
    )


DEEP_ENGINES = tuple(map(_engine, SERVICES))
