"""The language data that finders read, from `resources/lexicons`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from recoupe.errors import ResourceMissing
from recoupe.files import resource


@cache
def lexicon(language: str, name: str) -> Mapping[str, Any]:
    """The tables of `resources/lexicons/LANGUAGE/NAME.toml`. Raises ResourceMissing where it is absent or damaged."""
    path = resource("lexicons", language, f"{name}.toml")
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error


@cache
def words(language: str, name: str, *keys: str) -> frozenset[str]:
    """The words of one list of a lexicon: `words("fr", "stance", "hedge", "adverbs")`."""
    table: Any = lexicon(language, name)
    for key in keys:
        table = table[key]
    return frozenset(table)
