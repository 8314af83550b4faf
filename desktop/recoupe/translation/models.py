"""Translation models of this machine: installed from a file or folder, listed, removed.

Two forms are known: an Argos package (`.argosmodel`, a zip of metadata.json, sentencepiece.model and model/) and an OPUS-MT model
converted for CTranslate2 (model.bin beside source.spm and target.spm), zipped or as a folder.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import shutil
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from pathlib import Path

from recoupe.errors import TranslationFailed
from recoupe.progress import Progress, silent
from recoupe.translation.cache import data_folder
from recoupe.translation.unpacking import unpack

_CARD = "recoupe.json"
_NAMED = "fr|en|de|es|it|nl|pt"  # languages looked for in a file's name, where nothing inside tells
_NEW, _OLD = ".new-", ".old-"  # what the folders of a model on its way in and of one on its way out begin with
_ABANDONED = 24 * 3600  # seconds
_PIECES = ("sentencepiece.model", "source.spm", "sentencepiece.bpe.model")


@dataclass(frozen=True, slots=True)
class Model:
    """An installed model of one direction. `pieces` is its SentencePiece file, `prefix` a token some models want first.

    `size` is in bytes on disk; `checksum` is the SHA-256 of its weights.
    """

    ident: str
    title: str
    source: str
    target: str
    version: str
    size: int
    checksum: str
    pieces: str
    prefix: str
    folder: Path


def models_folder() -> Path:
    """Where models are installed."""
    return data_folder() / "models"


def installed() -> tuple[Model, ...]:
    """The models that are installed, in order of name; a folder that was tampered with is passed over."""
    _restore(models_folder())
    found = []
    for card in sorted(models_folder().glob(f"*/{_CARD}")):
        if card.parent.name.startswith("."):
            continue  # on its way in or out
        try:
            found.append(Model(**json.loads(card.read_text(encoding="utf-8")), folder=card.parent))
        except (OSError, ValueError, TypeError, RecursionError):
            continue
    return tuple(found)


def install(path: Path, progress: Progress = silent) -> Model:
    """Install a model from a package file or a folder; one of the same name is replaced.

    TranslationFailed where it is no model, is built to do harm, does not fit on the disk, or cannot be kept; nothing is left behind.
    """
    if not path.exists():
        raise TranslationFailed("bad_package", name=path.name, reason="the file is gone")
    home = models_folder()
    try:
        home.mkdir(parents=True, exist_ok=True)
        _restore(home)
        _clear(home)
        with tempfile.TemporaryDirectory(dir=home, prefix=_NEW) as scratch:
            unpack(path, Path(scratch), progress)
            root = _root(Path(scratch), path.name)
            model = _described(root, path)
            progress("checking", 0, 1)
            _try(model, path.name)
            _keep_needed(root)
            card = {k: v for k, v in asdict(model).items() if k != "folder"}
            (root / _CARD).write_text(json.dumps(card, ensure_ascii=False, indent=1), encoding="utf-8")
            progress("checking", 1, 1)
            _put_in_place(root, home / model.ident)
    except OSError as error:
        raise TranslationFailed("cannot_keep", name=path.name, reason=error.strerror or type(error).__name__) from None
    return replace(model, folder=home / model.ident)


def remove(ident: str) -> None:
    """Remove an installed model; TranslationFailed ("cannot_keep") where the system refuses."""
    for model in installed():
        if model.ident == ident:
            try:
                shutil.rmtree(model.folder)
            except OSError as error:
                raise TranslationFailed("cannot_keep", name=model.title, reason=error.strerror or type(error).__name__) from None


def _root(folder: Path, name: str) -> Path:
    """The folder of the package inside the archive: where the SentencePiece file stands."""
    for pieces in _PIECES:
        for file in sorted(folder.rglob(pieces), key=lambda f: len(f.parts)):
            if _weights(file.parent).is_file():
                return file.parent
    if any(folder.rglob("bpe.model")):
        raise TranslationFailed("bad_package", name=name, reason="it cuts words in an older way (BPE)")
    raise TranslationFailed("bad_package", name=name, reason="it holds no CTranslate2 model with its SentencePiece file")


def _weights(root: Path) -> Path:
    inner = root / "model" / "model.bin"
    return inner if inner.is_file() else root / "model.bin"


def _described(root: Path, path: Path) -> Model:
    """The model as its metadata, or failing that its name, describes it."""
    metadata = _json(root / "metadata.json")
    tokens = _json(root / "tokenizer_config.json")
    source = str(metadata.get("from_code") or tokens.get("source_lang") or "")
    target = str(metadata.get("to_code") or tokens.get("target_lang") or "")
    named = re.search(rf"(?<![a-z])({_NAMED})[-_]({_NAMED})(?![a-z])", path.name.lower())
    if not (source and target) and named:
        source, target = named.groups()
    if not re.fullmatch(r"[a-z]{2,3}", source) or not re.fullmatch(r"[a-z]{2,3}", target):
        raise TranslationFailed("bad_package", name=path.name, reason="it does not say from which language to which it translates")
    version = re.sub(r"[^\w.+-]", "", str(metadata.get("package_version", "")))[:20]
    family = "argos" if metadata else "opus"
    prefix = str(metadata.get("target_prefix") or "")
    pieces = next(p for p in _PIECES if (root / p).is_file())
    names = {"fr": "French", "en": "English"}
    title = f"{names.get(source, source)} → {names.get(target, target)} ({family.capitalize()}{' ' + version if version else ''})"
    size = sum(f.stat().st_size for f in root.rglob("*") if f.is_file())
    ident = "-".join(filter(None, (family, source, target, version)))
    return Model(ident, title, source, target, version, size, _digest(_weights(root)), pieces, prefix, root)


def _try(model: Model, name: str) -> None:
    """Have the model say something: what cannot is not installed."""
    try:
        import_module("recoupe.translation.speaking").Speaker(model.folder, model.pieces, model.prefix).say("Bonjour.")
    except TranslationFailed as failed:
        raise TranslationFailed("bad_package", name=name, reason=str(failed.details["reason"])) from None


def _keep_needed(root: Path) -> None:
    """Drop what comes along unused: sentence splitters of hundreds of megabytes, in some packages."""
    for child in root.iterdir():
        if child.is_dir() and child.name != "model":
            shutil.rmtree(child)


def _put_in_place(new: Path, place: Path) -> None:
    """Move the new folder in; the old one goes only when the new one stands."""
    old = place.with_name(f"{_OLD}{place.name}")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    try:
        shutil.move(new, place)
    except OSError:
        if old.exists():
            old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _restore(home: Path) -> None:
    """Put back what an installation had set aside when the program was killed: until the new model stands, the old one counts."""
    for old in home.glob(f"{_OLD}*"):
        place = old.with_name(old.name.removeprefix(_OLD))
        if not place.exists():
            with contextlib.suppress(OSError):
                old.rename(place)


def _clear(home: Path) -> None:
    """Give back the room of installations that were killed; one that is a day old is no longer under way."""
    for scratch in home.glob(f"{_NEW}*"):
        with contextlib.suppress(OSError):
            if time.time() - scratch.stat().st_mtime > _ABANDONED:
                shutil.rmtree(scratch, ignore_errors=True)


def _json(path: Path) -> dict[str, object]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
