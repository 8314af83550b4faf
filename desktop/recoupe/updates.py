"""Asks whether a newer Recoupe is announced: one address, only when the user says so, and all that is told is which version asks.

An announcement is a small JSON object: {"version": "0.2.0", "page": "https://…", "notes": "…"}; page and notes may be absent.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from recoupe import __version__
from recoupe.errors import UpdateFailed

_LIMIT = 64 * 1024  # bytes
_TIMES = (5, 10)  # seconds to connect, and to wait for each answer


@dataclass(frozen=True, slots=True)
class Release:
    """What is announced: its version, the page to get it from, and what is new in a few words; the last two may be empty."""

    version: str
    page: str = ""
    notes: str = ""

    @property
    def newer(self) -> bool:
        """Whether it is newer than the program that asks."""
        return _order(self.version) > _order(__version__)


def announced(address: str) -> Release:
    """What is announced at an address. Raises `UpdateFailed` where nothing answers or the answer is no announcement."""
    import requests  # only this needs the network

    if not re.fullmatch(r"https?://[^\s/]+\S*", address):
        raise UpdateFailed("bad_address", address=address)
    try:
        with requests.get(address, timeout=_TIMES, stream=True, headers={"User-Agent": f"Recoupe/{__version__}"}) as answer:
            answer.raise_for_status()
            text = answer.raw.read(_LIMIT + 1, decode_content=True)
    except (requests.RequestException, OSError, ValueError) as error:
        raise UpdateFailed("unreachable", address=address) from error
    return _understood(text, address)


def _understood(text: bytes, address: str) -> Release:
    try:
        told = json.loads(text) if len(text) <= _LIMIT else None
    except ValueError:
        told = None
    version = told.get("version") if isinstance(told, dict) else None
    if not isinstance(told, dict) or not isinstance(version, str) or not _order(version):
        raise UpdateFailed("not_understood", address=address)
    page, notes = (str(told.get(name) or "") for name in ("page", "notes"))
    return Release(version, page if page.startswith(("https://", "http://")) else "", notes[:2000])


def _order(version: str) -> tuple[int, ...]:
    """The figures of a version, for putting versions in order; none where it is no version."""
    if not re.fullmatch(r"\d+(\.\d+)*", version):
        return ()
    figures = [int(part) for part in version.split(".")]
    while len(figures) > 1 and figures[-1] == 0:
        figures.pop()
    return tuple(figures)
