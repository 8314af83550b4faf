"""Brings a translation model in from the network: size told first, resumed where it broke off, checked when it is here."""

from __future__ import annotations

import contextlib
import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import requests
from urllib3.exceptions import HTTPError, ReadTimeoutError

from recoupe import __version__
from recoupe.errors import TranslationFailed
from recoupe.progress import Progress, silent
from recoupe.translation.cache import cache_folder
from recoupe.translation.models import Model, install

_CHUNK = 1 << 18
_LARGEST = 2_000_000_000
_TIMEOUT = (10, 30)


@dataclass(frozen=True, slots=True)
class Offer:
    """A model that can be downloaded. `size` is in bytes, 0 where unknown; `checksum` is a SHA-256, empty where nobody published one."""

    title: str
    source: str
    target: str
    address: str
    size: int = 0
    checksum: str = ""


# The packages of the Argos project (made from OPUS-MT models, CC-BY 4.0), as its index lists them.
OFFERS = (
    Offer(
        "French → English (Argos 1.9)",
        "fr",
        "en",
        "https://argos-net.com/v1/translate-fr_en-1_9.argosmodel",
        66_585_033,
        "3b3052fee6bb1e8e8e632a26a723eb2a2c7710dfe73ba61ffd9b83e85d4f14c1",
    ),
    Offer(
        "English → French (Argos 1.9)",
        "en",
        "fr",
        "https://argos-net.com/v1/translate-en_fr-1_9.argosmodel",
        65_472_327,
        "3a65ed83364f4e7b06e30f9dd823db1934899ed3ce839e63f46dc7b09dc797b4",
    ),
)


def download(offer: Offer, progress: Progress = silent) -> Model:
    """Download and install; what has come stays for the next try when the network or the user breaks it off.

    Progress counts bytes under "downloading". TranslationFailed where it doesn't come, or is not what was published.
    """
    part = _part(offer)
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        _room(offer, part)
        digest = _bring(offer, part, progress)
    except OSError as error:
        raise TranslationFailed("cannot_keep", name=offer.title, reason=error.strerror or type(error).__name__) from None
    if offer.checksum and digest != offer.checksum:
        part.unlink(missing_ok=True)
        raise TranslationFailed("bad_checksum", name=offer.title)
    whole = part.with_suffix("")
    part.replace(whole)
    try:
        return install(whole, progress)
    finally:
        whole.unlink(missing_ok=True)


def begun(offer: Offer) -> int:
    """Bytes of an earlier download that broke off, and from which the next goes on."""
    with contextlib.suppress(OSError):
        return _part(offer).stat().st_size
    return 0


def _part(offer: Offer) -> Path:
    name = re.sub(r"[^\w.-]", "_", unquote(Path(urlsplit(offer.address).path).name))[-80:] or "model"
    mark = hashlib.sha256(offer.address.encode()).hexdigest()[:8]
    return cache_folder() / "downloads" / f"{mark}-{name}.part"


def _bring(offer: Offer, part: Path, progress: Progress) -> str:
    """Fetch the rest of the file; its SHA-256."""
    digest = hashlib.sha256()
    have = part.stat().st_size if part.exists() else 0
    if offer.size and have >= offer.size:  # whole already, or longer than it may be
        have = have if have == offer.size else 0
    if not (offer.size and have == offer.size):
        have = _fetch(offer, part, have, progress)
    if offer.size and have != offer.size:
        raise TranslationFailed("unreachable", engine=urlsplit(offer.address).netloc)
    with part.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _fetch(offer: Offer, part: Path, have: int, progress: Progress) -> int:
    """Ask for what is missing and append it; the bytes there are now."""
    host = urlsplit(offer.address).netloc
    # without compression: the checksum is that of the file, and a resumed stretch must fit the one before
    headers = {"User-Agent": f"Recoupe/{__version__}", "Accept-Encoding": "identity"} | ({"Range": f"bytes={have}-"} if have else {})
    try:
        with requests.get(offer.address, headers=headers, timeout=_TIMEOUT, stream=True) as answer:
            if answer.status_code == 416:  # nothing after what we have
                return have
            if answer.status_code in {404, 410}:
                raise TranslationFailed("gone", name=offer.title, engine=host)
            if answer.status_code not in {200, 206}:
                raise TranslationFailed("refused", engine=host, reason=f"error {answer.status_code}")
            have = have if answer.status_code == 206 else 0
            told = answer.headers.get("Content-Length", "")
            total = offer.size or (have + int(told) if told.isdigit() else 0)
            with part.open("ab" if have else "wb") as file:
                while chunk := answer.raw.read1(_CHUNK):  # as it comes: what has come is kept when the rest doesn't
                    have += len(chunk)
                    if have > (offer.size or _LARGEST):
                        raise TranslationFailed("bad_package", name=offer.title, reason="it is longer than it says")
                    file.write(chunk)
                    progress("downloading", have, max(total, have))
    except (requests.Timeout, ReadTimeoutError):
        raise TranslationFailed("timeout", engine=host, seconds=_TIMEOUT[1]) from None
    except (requests.RequestException, HTTPError):
        raise TranslationFailed("unreachable", engine=host) from None
    if total and have < total:
        raise TranslationFailed("unreachable", engine=host)
    return have


def _room(offer: Offer, part: Path) -> None:
    # the file, and its files unpacked
    needed = 2 * offer.size + 50_000_000
    free = shutil.disk_usage(part.parent).free
    if free < needed:
        raise TranslationFailed("disk_full", name=offer.title, needed=needed // 1_000_000, free=free // 1_000_000)
