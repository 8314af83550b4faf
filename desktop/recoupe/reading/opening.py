"""Opens a file, a folder or a paste, and finds the reader for it."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from pathlib import Path

from recoupe.errors import ReadingFailed
from recoupe.model import Article, Means, Origin
from recoupe.progress import Progress, silent
from recoupe.reading.assembling import assemble
from recoupe.reading.characters import slug
from recoupe.reading.draft import Draft
from recoupe.reading.formats import READERS, Reader, from_docx, from_html, from_odt
from recoupe.reading.formats.from_text import READER as PLAIN
from recoupe.reading.pages import fragment_draft
from recoupe.reading.several import parted

SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes)
_LIMIT_MB = 50
_LONGEST_TEXT = 5_000_000  # characters: the longest article has a fiftieth; more is no article
_MOST_FILES = 200  # a folder with more is no set of articles on one story
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_path(path: Path, *, now: datetime, progress: Progress = silent) -> tuple[Article, ...]:
    """The articles of a file, usually one, or of a folder's files.

    Raises `ReadingFailed` with the case in its code. Of a folder, files that cannot be read are passed over; it fails when none can.
    """
    if path.is_dir():
        return _read_folder(path, now, progress)
    progress("reading", 0, 1)
    drafts = _drafts(_bytes(path), path.name)
    return _articles(drafts, path.stem, path.name, Origin(Means.FILE, str(path), now), progress)


def read_paste(text: str, html: str = "", *, now: datetime) -> tuple[Article, ...]:
    """The articles of a paste; `html` is the clipboard's other form of the same, from which its structure is read."""
    name = "clipboard"
    drafts = _drafts_of_paste(text[: _LONGEST_TEXT + 1], html[: 4 * _LONGEST_TEXT])
    if not any(draft.text.strip() for draft in drafts):
        raise ReadingFailed("empty", name=name)
    return _articles(drafts, "paste", name, Origin(Means.PASTE, "", now), silent)


def _drafts_of_paste(text: str, html: str) -> tuple[Draft, ...]:
    if html.strip():
        draft = fragment_draft(html)
        # Some programs offer a page that does not hold what was copied: the plain text then decides.
        if _same_words(draft.text, text) or not text.strip():
            return parted(draft)
    return parted(Draft(text))


def _same_words(left: str, right: str) -> bool:
    a, b = Counter(left.split()), Counter(right.split())
    return sum((a & b).values()) >= 0.9 * max(1, sum(b.values())) and sum(a.values()) <= 1.3 * sum(b.values()) + 20


def _read_folder(folder: Path, now: datetime, progress: Progress) -> tuple[Article, ...]:
    try:
        files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and not p.name.startswith(".") and p.is_file())
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
    return _with_own_ids(articles)


def _with_own_ids(articles: list[Article]) -> tuple[Article, ...]:
    """Articles of files that differ only in their suffix told apart by a number."""
    from dataclasses import replace

    seen: Counter[str] = Counter()
    own: list[Article] = []
    for article in articles:
        seen[article.id] += 1
        own.append(article if seen[article.id] == 1 else replace(article, id=f"{article.id}-{seen[article.id]}"))
    return tuple(own)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file() and path.exists():
            raise ReadingFailed("unreadable", name=path.name, reason="it is no ordinary file")
        size = path.stat().st_size
        if size > _LIMIT_MB * 1_000_000:
            raise ReadingFailed("too_large", name=path.name, size=size // 1_000_000, limit=_LIMIT_MB)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReadingFailed("missing", name=path.name) from error
    except (OSError, ValueError) as error:
        raise ReadingFailed("unreadable", name=path.name, reason=getattr(error, "strerror", None) or str(error)) from error


def _drafts(data: bytes, name: str) -> tuple[Draft, ...]:
    if not data.strip():
        raise ReadingFailed("empty", name=name)
    reader = _reader(data, name)
    try:
        drafts = reader.read(data, name)
    except RecursionError as error:
        raise ReadingFailed("hostile", name=name, reason="its parts nest without end") from error
    except MemoryError as error:
        raise ReadingFailed("hostile", name=name, reason="it unpacks to a monstrous size") from error
    if len(drafts) == 1:
        drafts = parted(drafts[0])
    for draft in drafts:
        if len(draft.text) > _LONGEST_TEXT:
            size = len(draft.text) // 1_000_000
            raise ReadingFailed("too_large", name=name, size=size, limit=_LONGEST_TEXT // 1_000_000)
    return drafts


def _reader(data: bytes, name: str) -> Reader:
    """The reader that the file's first bytes or its suffix call for."""
    suffix = Path(name).suffix.lower()
    named = next((reader for reader in READERS if suffix in reader.suffixes), None)
    if named is not None and named is not PLAIN:
        if data.startswith(_OLD_OFFICE):
            raise ReadingFailed("protected" if named is from_docx.READER else "unknown_format", name=name)
        return named
    if data.startswith(_OLD_OFFICE):
        raise ReadingFailed("unknown_format", name=name)
    if data.startswith(b"PK\x03\x04"):
        if b"word/document.xml" in data:
            return from_docx.READER
        if b"vnd.oasis.opendocument.text" in data[:200]:
            return from_odt.READER
        raise ReadingFailed("unknown_format", name=name)
    for reader in READERS:
        if reader.begins and data.startswith(reader.begins):
            return reader
    if named is None and data[:500].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return from_html.READER
    return PLAIN


def _articles(drafts: tuple[Draft, ...], stem: str, name: str, origin: Origin, progress: Progress) -> tuple[Article, ...]:
    articles: list[Article] = []
    for number, draft in enumerate(drafts):
        progress("reading", number, len(drafts))
        if not draft.text.strip():
            raise ReadingFailed("no_text", name=name)
        ident = slug(stem) if len(drafts) == 1 else f"{slug(stem)}-{number + 1}"
        articles.append(assemble(draft, ident, origin))
    return tuple(articles)
