"""Opens a file, a folder or a paste, and finds the reader for it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from recoupe.errors import ReadingFailed
from recoupe.model import Article, Means, Origin
from recoupe.progress import Progress, silent
from recoupe.reading.assembling import assemble
from recoupe.reading.characters import slug
from recoupe.reading.draft import Draft
from recoupe.reading.formats import READERS, Reader
from recoupe.reading.formats.from_text import READER as PLAIN

SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes)
_LIMIT_MB = 50
_MOST_FILES = 200  # a folder with more is no set of articles on one story


def read_path(path: Path, *, now: datetime, progress: Progress = silent) -> tuple[Article, ...]:
    """The articles of a file, usually one, or of a folder's files.

    Raises `ReadingFailed` with the case in its code. Of a folder, files that cannot be read are passed over; it fails when none can.
    """
    if path.is_dir():
        return _read_folder(path, now, progress)
    drafts = _drafts(_bytes(path), path.name)
    origin = Origin(Means.FILE, str(path), now)
    return _articles(drafts, path.stem, origin, progress)


def read_paste(text: str, html: str = "", *, now: datetime) -> tuple[Article, ...]:
    """The articles of a paste; `html` is the clipboard's other form of the same, from which its structure is read."""
    drafts = _drafts_of_paste(text, html)
    return _articles(drafts, "paste", Origin(Means.PASTE, "", now), silent)


def _drafts_of_paste(text: str, html: str) -> tuple[Draft, ...]:
    if not text.strip():
        raise ReadingFailed("empty", name="clipboard")
    return (Draft(text),)


def _read_folder(folder: Path, now: datetime, progress: Progress) -> tuple[Article, ...]:
    try:
        files = sorted(p for p in folder.iterdir() if p.is_file() and p.suffix.lower() in SUFFIXES and not p.name.startswith("."))
    except OSError as error:
        raise ReadingFailed("unreadable", name=folder.name, reason=error.strerror or str(error)) from error
    articles: list[Article] = []
    for number, path in enumerate(files[:_MOST_FILES]):
        progress("reading", number, len(files))
        try:
            articles.extend(read_path(path, now=now))
        except ReadingFailed:
            continue
    if not articles:
        raise ReadingFailed("folder", name=folder.name)
    return tuple(articles)


def _bytes(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > _LIMIT_MB * 1_000_000:
            raise ReadingFailed("too_large", name=path.name, size=size // 1_000_000, limit=_LIMIT_MB)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingFailed("missing", name=path.name) from error
    except OSError as error:
        raise ReadingFailed("unreadable", name=path.name, reason=error.strerror or str(error)) from error


def _drafts(data: bytes, name: str) -> tuple[Draft, ...]:
    if not data:
        raise ReadingFailed("empty", name=name)
    return _reader(data, name).read(data, name)


def _reader(data: bytes, name: str) -> Reader:
    """The reader that the file's first bytes or its suffix call for."""
    suffix = Path(name).suffix.lower()
    for reader in READERS:
        if suffix in reader.suffixes:
            return reader
    for reader in READERS:
        if reader.begins and data.startswith(reader.begins):
            return reader
    return PLAIN


def _articles(drafts: tuple[Draft, ...], stem: str, origin: Origin, progress: Progress) -> tuple[Article, ...]:
    articles: list[Article] = []
    for number, draft in enumerate(drafts):
        progress("reading", number, len(drafts))
        ident = slug(stem) if len(drafts) == 1 else f"{slug(stem)}-{number + 1}"
        articles.append(assemble(draft, ident, origin))
    return tuple(articles)
