"""What is known of one service of deep-translator: where it is, how much it takes at once, what it asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """One service of deep-translator: where it is and what its languages are called there.

    `place` is what the user is asked about where the service has more than one server. `limit` counts bytes of the text, or,
    where it is `quoted`, of the text as a web address writes it.
    """

    name: str
    title: str
    server: str
    limit: int
    codes: Mapping[str, str]
    place: str = ""
    quoted: bool = False
    in_address: bool = False
    needs_key: bool = False
    asks: tuple[str, ...] = ()
