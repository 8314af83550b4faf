"""Saves a project whole or not at all, and opens it: a `.recoupe` file is a zip of `study.json` and the articles' original files."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path, PurePosixPath

from recoupe import __version__
from recoupe.errors import ReadingFailed, StudyFailed
from recoupe.model import Analysis, Article, Means, Origin, Project
from recoupe.model.plain import Unfit
from recoupe.project.codec import Original, Study, decode, encode
from recoupe.project.upgrade import FORMAT, Newer
from recoupe.reading import read_path
from recoupe.writing import is_full, replacing

SUFFIX = ".recoupe"
_STUDY = "study.json"
_MOST_STUDY = 48 * 2**20  # bytes of study.json unpacked; a large study has some five million
_MOST_ORIGINAL = 50 * 2**20  # bytes of one original file
_MOST_MEMBERS = 2000
# all that zipfile lets through when an archive is broken; an unknown compression is a RuntimeError
_BROKEN = (Unfit, zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, KeyError, RuntimeError, EOFError, ValueError, OverflowError)
_ELSEWHERE = ("\\\\", "//", "\\/", "/\\")  # what the path of a file on another machine begins with
_EPOCH = (1980, 1, 1, 0, 0, 0)  # a zip's first date: the same project gives the same file


def save_study(project: Project, path: Path, *, previous: Path | None = None) -> None:
    """Write the study to `path`, putting it in place in one step; the file there before stays whole if anything fails.

    Original files are taken from the study saved before (`previous`, or `path` itself) where it holds them, else from where they were
    read. Raises `StudyFailed` ("cannot_write", "disk_full").
    """
    originals = _originals(project, previous or path)
    entries = {i: Original(name, stamp) for i, (name, stamp, _) in originals.items()}
    _write(Study(project, originals=entries), {name: content for name, _, content in originals.values()}, path)


def save_copy(project: Project, path: Path, *, copy_of: str = "") -> None:
    """Write a recovery copy, without original files, that remembers which study it is a copy of; raises as `save_study` does."""
    _write(Study(project, copy_of=copy_of), {}, path)


def _write(study: Study, members: Mapping[str, bytes], path: Path) -> None:
    try:
        with replacing(path) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            _put(archive, _STUDY, encode(study))
            for name, content in members.items():
                _put(archive, name, content)
    except OSError as error:
        if is_full(error):
            raise StudyFailed("disk_full", name=path.name) from error
        raise StudyFailed("cannot_write", name=path.name, reason=error.strerror or str(error)) from error
    except Unfit as error:
        raise StudyFailed("cannot_write", name=path.name, reason=str(error)) from error


def open_study(path: Path) -> Project:
    """The project that a study file holds; findings of another version of the program are `partial`: they are to be made anew, and what
    was ruled on them is to follow.

    Raises `StudyFailed` ("missing", "cannot_read", "damaged", "newer", "hostile"); nothing is written anywhere.
    """
    study = read_study(path)
    project, found = study.project, study.project.analysis
    return project if study.version == __version__ or found == Analysis() else replace(project, analysis=replace(found, partial=True))


def read_study(path: Path) -> Study:
    """All that a study file holds but the original files' contents; raises as `open_study` does."""
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_traps(archive, path)
            return decode(_member(archive, _STUDY, _MOST_STUDY, path))
    except Newer as error:
        raise StudyFailed("newer", name=path.name, found=error.found, known=FORMAT) from error
    except FileNotFoundError as error:
        raise StudyFailed("missing", name=path.name) from error
    except OSError as error:
        raise StudyFailed("cannot_read", name=path.name, reason=error.strerror or str(error)) from error
    except _BROKEN as error:
        raise StudyFailed("damaged", name=path.name, reason=_reason(error)) from error


def read_original(path: Path, article: Article) -> bytes | None:
    """The file that an article of a study was read from, as it was then; None where the study does not hold it."""
    study = read_study(path)
    original = study.originals.get(article.id)
    if original is None:
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            return _member(archive, original.name, _MOST_ORIGINAL, path)
    except (OSError, *_BROKEN) as error:
        raise StudyFailed("damaged", name=path.name, reason=_reason(error)) from error


def missing_sources(project: Project) -> tuple[Article, ...]:
    """The articles whose file is no longer where it was read from; their text is in the study all the same.

    On another machine nothing is looked for: a study may come from anyone, and Windows would call, with the user's name, whomever it names.
    """
    read = (a for a in project.articles if a.origin.means is Means.FILE and a.origin.where)
    return tuple(a for a in read if not a.origin.where.startswith(_ELSEWHERE) and not Path(a.origin.where).exists())


def _reason(error: Exception) -> str:
    if isinstance(error, zipfile.BadZipFile):
        return "no zip"
    if isinstance(error, KeyError):
        return f"no {_STUDY}"
    return str(error) or type(error).__name__


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)


def _refuse_traps(archive: zipfile.ZipFile, path: Path) -> None:
    """A study holds few files with plain names; nothing of it is ever unpacked to the disk, but what tries to get out is refused."""
    entries = archive.infolist()
    if len(entries) > _MOST_MEMBERS:
        raise StudyFailed("hostile", name=path.name, reason=f"{len(entries)} files")
    if len({e.filename for e in entries}) < len(entries):
        raise StudyFailed("hostile", name=path.name, reason="two files of one name")
    for entry in entries:
        parts = PurePosixPath(entry.filename.replace("\\", "/")).parts
        if entry.filename.startswith(("/", "\\")) or ".." in parts or (parts and ":" in parts[0]):
            raise StudyFailed("hostile", name=path.name, reason=f"file name {entry.filename[:60]!r}")


def _member(archive: zipfile.ZipFile, name: str, limit: int, path: Path) -> bytes:
    """A member's content; read no further than the limit, whatever size the archive claims."""
    with archive.open(name) as member:
        content = member.read(limit + 1)
    if len(content) > limit:
        raise StudyFailed("hostile", name=path.name, reason=f"{name}: more than {limit // 2**20} MB")
    return content


def _originals(project: Project, previous: Path) -> dict[str, tuple[str, str, bytes]]:
    """By article id: the member's name, when the file was read, its content.

    An article that a study brought without its file stays without: where it says it was read is the word of whoever made the study.
    """
    kept, brought = _held(previous) if previous.exists() else ({}, frozenset())
    found = {}
    for article in project.articles:
        stamp = article.origin.read_at.isoformat() if article.origin.read_at else ""
        old = kept.get(article.id)
        if old is not None and old[1] == stamp:
            found[article.id] = old
        elif article.origin not in brought and (content := _source(article)) is not None:
            found[article.id] = (f"originals/{_plain_name(article.id)}/{_plain_name(Path(article.origin.where).name)}", stamp, content)
    return found


def _held(previous: Path) -> tuple[Mapping[str, tuple[str, str, bytes]], frozenset[Origin]]:
    """The original files that a study holds, as `_originals` gives them, and the origins of all its articles."""
    try:
        study = read_study(previous)
        with zipfile.ZipFile(previous) as archive:
            kept = {i: (o.name, o.read_at, _member(archive, o.name, _MOST_ORIGINAL, previous)) for i, o in study.originals.items()}
    except (StudyFailed, OSError, *_BROKEN):
        return {}, frozenset()  # what stands there is about to be replaced; its articles are in memory
    return kept, frozenset(a.origin for a in study.project.articles)


def _source(article: Article) -> bytes | None:
    """The article's file, unless it is gone, too large, was written to since it was read, or does not hold the article."""
    if article.origin.means is not Means.FILE or not article.origin.where:
        return None
    source = Path(article.origin.where)
    try:
        status = source.stat()
        changed = article.origin.read_at is not None and status.st_mtime > article.origin.read_at.timestamp() + 1
        if changed or status.st_size > _MOST_ORIGINAL or not source.is_file():
            return None
        read = read_path(source, now=article.origin.read_at or datetime.min)
        return source.read_bytes() if any(a.text == article.text for a in read) else None
    except (OSError, ReadingFailed, ValueError, OverflowError):  # a path or a moment that no system knows
        return None


def _plain_name(name: str) -> str:
    """A name that is one harmless part of a path."""
    return "".join(c if c.isalnum() or c in "._- " else "_" for c in name).strip(". ") or "_"
