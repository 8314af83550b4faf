"""Keys of translation services: in the system's keyring, or in a file that only the user can read."""

from __future__ import annotations

import json
from pathlib import Path

import keyring
from keyring.errors import KeyringError

from recoupe.errors import TranslationFailed
from recoupe.translation.cache import data_folder
from recoupe.writing import replacing

_SERVICE = "Recoupe"


def key_of(engine: str) -> str:
    """The key kept for an engine, empty where there is none."""
    if has_keyring():
        try:
            kept = keyring.get_password(_SERVICE, engine)
        except (KeyringError, OSError, RuntimeError):
            kept = None
        if kept:
            return kept
    return _read().get(engine, "")


def keep_key(engine: str, key: str) -> None:
    """Keep a key, or forget it where it is empty; TranslationFailed ("cannot_keep") where neither place takes it."""
    key = key.strip()
    in_keyring = bool(key) and has_keyring() and _to_keyring(engine, key)
    if not key and has_keyring():
        _from_keyring(engine)
    kept = {name: k for name, k in _read().items() if name != engine}
    if key and not in_keyring:
        kept[engine] = key
    if kept or _file().exists():
        _write(kept)


def has_keyring() -> bool:
    """Whether the system has a keyring that can be used: it has none where its priority says so."""
    try:
        return float(keyring.get_keyring().priority) >= 1
    except (KeyringError, RuntimeError, TypeError, OSError):
        return False


def _to_keyring(engine: str, key: str) -> bool:
    try:
        keyring.set_password(_SERVICE, engine, key)
        return keyring.get_password(_SERVICE, engine) == key
    except (KeyringError, OSError, RuntimeError):
        return False


def _from_keyring(engine: str) -> None:
    try:
        keyring.delete_password(_SERVICE, engine)
    except (KeyringError, OSError, RuntimeError):
        return


def _file() -> Path:
    return data_folder() / "keys.json"


def _read() -> dict[str, str]:
    try:
        kept = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(k): str(v) for k, v in kept.items()} if isinstance(kept, dict) else {}


def _write(kept: dict[str, str]) -> None:
    """Put the file in place whole, never readable by others."""
    path = _file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with replacing(path, private=True) as file:
            file.write(json.dumps(kept).encode())
    except OSError as error:
        raise TranslationFailed("cannot_keep", name="keys", reason=error.strerror or type(error).__name__) from None
