"""What the user prefers, kept between sessions."""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Self

import appdirs

from recoupe.model import FACT_KINDS
from recoupe.writing import replacing

log = logging.getLogger(__name__)

RECENT_LIMIT = 12
SIZES = {"reading_size": (7.0, 32.0), "line_spacing": (100, 220)}  # what can be read at all


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user prefers.

    `language` and `theme` are empty or "system" to follow the desktop; `reading_size` is in points, `line_spacing` in percent of the
    font's own. `kinds` are the kinds of fact to compare. `consent` names the servers that texts may be sent to, `servers` the user's
    own server of an engine by the engine's name, `accounts` what else an engine asks, by "engine.field"; keys are kept elsewhere.
    `glossary` holds the user's own words, one pair a line. `read_in` says which of the languages articles were last read in: "original",
    "translation" or "both". `updates` is where newer versions are announced; it is asked on demand
    only. `recent` lists study files, the newest first. `hints_seen` names first-run hints that were read.
    """

    language: str = ""  # "", "en", "fr"
    theme: str = "system"  # "system", "light", "dark", "contrast"
    colour_blind: bool = False
    reading_font: str = ""
    reading_size: float = 12.0
    line_spacing: int = 132
    show_noise: bool = True
    follow: bool = True
    kinds: tuple[str, ...] = FACT_KINDS
    show_agreements: bool = True
    engine: str = ""
    target: str = "en"
    consent: tuple[str, ...] = ()
    servers: Mapping[str, str] = field(default_factory=dict)
    accounts: Mapping[str, str] = field(default_factory=dict)
    glossary: str = ""
    read_in: str = "original"
    allow_private_pages: bool = False
    updates: str = ""
    recent: tuple[str, ...] = ()
    hints_seen: tuple[str, ...] = ()

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """Settings from plain JSON; an unknown name is ignored and a value of the wrong kind leaves the default."""
        standard = cls()
        kept: dict[str, Any] = {}
        for each in fields(cls):
            value = plain.get(each.name)
            fitting = _fitting(value, getattr(standard, each.name), SIZES.get(each.name))
            if fitting is not None:
                kept[each.name] = fitting
        return cls(**kept)

    def with_recent(self, path: Path) -> Settings:
        """These settings with a study put first in the list of recent ones."""
        name = str(path)
        return replace(self, recent=(name, *(r for r in self.recent if r != name))[:RECENT_LIMIT])

    def without_recent(self, path: str) -> Settings:
        """These settings without a study in the list of recent ones."""
        return replace(self, recent=tuple(r for r in self.recent if r != path))


def _fitting(value: object, standard: object, limits: tuple[float, float] | None = None) -> object:
    """The value in the type of the default, or None where it does not fit or lies beyond its limits."""
    if isinstance(standard, bool):
        return value if isinstance(value, bool) else None
    if isinstance(standard, float | int):
        if not isinstance(value, float | int) or isinstance(value, bool):
            return None
        least, most = limits or (float("-inf"), float("inf"))
        return type(standard)(value) if least <= value <= most else None
    if isinstance(standard, tuple):
        return tuple(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else None
    if isinstance(standard, Mapping):
        whole = isinstance(value, dict) and all(isinstance(v, str) for v in value.values())
        return value if whole else None
    return value if isinstance(value, str) else None


def settings_path() -> Path:
    """Where settings are kept; the folder need not exist yet."""
    return Path(appdirs.user_config_dir("recoupe", appauthor=False)) / "settings.json"


def load_settings(path: Path | None = None) -> Settings:
    """The settings on disk, or the defaults. A damaged file is set aside beside its place, never lost and never in the way."""
    path = path or settings_path()
    try:
        plain = dict(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        log.info("settings cannot be read: %s", error)
        return Settings()
    except (ValueError, TypeError, RecursionError) as error:
        aside = path.with_suffix(".damaged.json")
        log.info("damaged settings set aside as %s: %s", aside, error)
        with contextlib.suppress(OSError):
            path.replace(aside)
        return Settings()
    return Settings.from_plain(plain)


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Write the settings whole or not at all. OSError where it cannot be."""
    path = path or settings_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path, private=True) as file:
        file.write(json.dumps(asdict(settings), indent=2).encode())
