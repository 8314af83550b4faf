"""The translation models that can be downloaded, and what has come of each. Looking at them opens no socket."""

from __future__ import annotations

import contextlib
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from recoupe.translation.cache import cache_folder


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


def begun(offer: Offer) -> int:
    """Bytes of an earlier download that broke off, and from which the next goes on."""
    with contextlib.suppress(OSError):
        return part_of(offer).stat().st_size
    return 0


def part_of(offer: Offer) -> Path:
    """Where what has come of a model is kept until it is whole."""
    name = re.sub(r"[^\w.-]", "_", unquote(Path(urlsplit(offer.address).path).name))[-80:] or "model"
    mark = hashlib.sha256(offer.address.encode()).hexdigest()[:8]
    return cache_folder() / "downloads" / f"{mark}-{name}.part"
