"""Lists what the program ships and under which licence, from the packages' own metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

# What has no Python metadata of its own
BESIDE = (
    ("Python", "", "PSF-2.0"),
    ("Qt", "", "LGPL-3.0-only"),
    ("ICU", "", "Unicode-3.0"),
    ("multilingual-e5-small", "", "MIT"),
    ("Noto Sans", "", "OFL-1.1"),
    ("DejaVu Sans", "", "Bitstream-Vera"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A library, model or font that comes with the program."""

    name: str
    version: str
    licence: str


def shipped() -> tuple[Part, ...]:
    """Everything that Recoupe needs at run time, directly or not, in alphabetical order, with what is no Python package."""
    found: dict[str, Part] = {}
    waiting = ["recoupe"]
    while waiting:
        name = waiting.pop()
        if _key(name) in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:  # needed on other systems only
            continue
        found[_key(name)] = Part(package.metadata["Name"], package.version, licence_of(package))
        waiting += [_name(need) for need in package.requires or () if "extra ==" not in need]
    parts = [part for key, part in found.items() if key != "recoupe"] + [Part(*row) for row in BESIDE]
    return tuple(sorted(parts, key=lambda part: part.name.casefold()))


def licence_of(package: Distribution) -> str:
    """The licence a package declares: its expression, else its classifiers, else the first line of its licence field."""
    told = package.metadata
    if "License-Expression" in told:
        return told["License-Expression"]
    classified = [value.rsplit(" :: ", 1)[-1] for value in told.get_all("Classifier") or () if value.startswith("License :: ")]
    named = [name for name in classified if name != "OSI Approved"]
    if named:
        return ", ".join(named)
    first = told["License"].strip().partition("\n")[0].strip() if "License" in told else ""
    return first[:80] or "see its page"


def _name(need: str) -> str:
    return re.split(r"[^\w.-]", need, maxsplit=1)[0]


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
