"""Brings a translation model in from the network: size told first, resumed where it broke off, checked when it is here.

Loaded only when something is to be fetched: the library it fetches with tries a socket of its own as it loads.
"""

from __future__ import annotations

import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urlsplit

import requests
from urllib3.exceptions import HTTPError

from recoupe import __version__
from recoupe.errors import TranslationFailed
from recoupe.progress import Progress, silent
from recoupe.translation.models import Model, install
from recoupe.translation.offers import Offer, part_of

_CHUNK = 1 << 18
_LARGEST = 2_000_000_000
_TIMEOUT = (10, 30)
# without compression: the checksum is that of the file, and a resumed stretch must fit the one before
_HEADERS = {"User-Agent": f"Recoupe/{__version__}", "Accept-Encoding": "identity"}


def offer_at(address: str) -> Offer:
    """What can be downloaded from an address of the user's own, its size asked of the server; 0 where that doesn't tell.

    The address may end in `#sha256=` and the checksum, as package indexes write it. TranslationFailed where nothing can be had there.
    """
    bare, _, checksum = address.strip().partition("#sha256=")
    bare = bare.split("#")[0]
    try:
        parts = urlsplit(bare)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.username
    except ValueError:
        sound = False
    if not sound or (checksum and not re.fullmatch(r"[0-9a-fA-F]{64}", checksum)):
        raise TranslationFailed("bad_address", address=address.strip())
    title = unquote(Path(parts.path).name) or parts.netloc
    try:
        with requests.head(bare, headers=_HEADERS, timeout=_TIMEOUT, allow_redirects=True) as answer:
            _refuse(answer.status_code, title, parts.netloc, {200, 403, 405, 501})  # some servers answer no question about size
            told = answer.headers.get("Content-Length", "") if answer.status_code == 200 else ""
    except requests.RequestException:
        raise TranslationFailed("no_answer", name=title, engine=parts.netloc) from None
    return Offer(title, "", "", bare, int(told) if told.isdigit() else 0, checksum.lower())


def download(offer: Offer, progress: Progress = silent) -> Model:
    """Download and install; what has come stays for the next try when the network or the user breaks it off.

    Progress counts bytes under "downloading". TranslationFailed where it doesn't come, or is not what was published.
    """
    part = part_of(offer)
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


def _bring(offer: Offer, part: Path, progress: Progress) -> str:
    """Fetch the rest of the file; its SHA-256."""
    digest = hashlib.sha256()
    have = part.stat().st_size if part.exists() else 0
    if offer.size and have >= offer.size:  # whole already, or longer than it may be
        have = have if have == offer.size else 0
    if not (offer.size and have == offer.size):
        have = _fetch(offer, part, have, progress)
    if offer.size and have != offer.size:
        part.unlink(missing_ok=True)
        raise TranslationFailed("other_size", name=offer.title, engine=urlsplit(offer.address).netloc)
    with part.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _fetch(offer: Offer, part: Path, have: int, progress: Progress) -> int:
    """Ask for what is missing and append it; the bytes there are now. What has come is kept when the rest doesn't."""
    host = urlsplit(offer.address).netloc
    came = have
    try:
        with requests.get(
            offer.address, headers=_HEADERS | ({"Range": f"bytes={have}-"} if have else {}), timeout=_TIMEOUT, stream=True
        ) as answer:
            if answer.status_code == 416:  # nothing after what we have
                return have
            _refuse(answer.status_code, offer.title, host, {200, 206})
            goes_on = answer.status_code == 206 and answer.headers.get("Content-Range", f"bytes {have}-").startswith(f"bytes {have}-")
            if answer.status_code == 206 and not goes_on:
                raise TranslationFailed("refused", engine=host, reason="it sent another part than was asked for")
            came = have if goes_on else 0
            told = answer.headers.get("Content-Length", "")
            total = came + int(told) if told.isdigit() else 0
            if offer.size and total and total != offer.size:
                return total  # another file than was promised: not worth fetching
            with part.open("ab" if came else "wb") as file:
                while chunk := answer.raw.read1(_CHUNK):
                    came += len(chunk)
                    if came > (offer.size or _LARGEST):
                        return came
                    file.write(chunk)
                    progress("downloading", came, max(total or offer.size, came))
    except (requests.RequestException, HTTPError):
        raise TranslationFailed("broke_off" if came else "no_answer", name=offer.title, engine=host) from None
    if came < (total or offer.size):
        raise TranslationFailed("broke_off", name=offer.title, engine=host)
    return came


def _refuse(status: int, name: str, host: str, fine: set[int]) -> None:
    """TranslationFailed for an answer that brings nothing."""
    if status in {404, 410}:
        raise TranslationFailed("gone", name=name, engine=host)
    if status not in fine:
        raise TranslationFailed("refused", engine=host, reason=f"error {status}")


def _room(offer: Offer, part: Path) -> None:
    # the file, and its files unpacked
    needed = 2 * offer.size + 50_000_000
    free = shutil.disk_usage(part.parent).free
    if free < needed:
        raise TranslationFailed("disk_full", name=offer.title, needed=needed // 1_000_000, free=free // 1_000_000)
