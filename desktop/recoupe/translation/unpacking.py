"""Takes a package's files out of an archive or a folder, and nothing that could do harm."""

from __future__ import annotations

import shutil
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from recoupe.errors import TranslationFailed
from recoupe.progress import Progress

_LARGEST = 4_000_000_000  # bytes unpacked; the largest models in use take a third of it
_MOST_FILES = 5_000
_RATIO = 200  # weights hardly compress: a bomb does
_CHUNK = 1 << 20
# folders that come along in some packages and that nothing here reads
_UNREAD = {"stanza", "minisbd", "__MACOSX"}


def unpack(path: Path, folder: Path, progress: Progress) -> None:
    """Put the files of an archive or of a folder into `folder`; progress counts bytes.

    TranslationFailed ("bad_package", "disk_full") for what is no archive, is damaged, leads outside the folder or swells beyond all use.
    """
    if path.is_dir():
        _copy(path, folder, progress)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            members = _checked(archive, path)
            total = sum(m.file_size for m in members)
            _room(path.name, total, folder)
            done = 0
            for member in members:
                place = folder.joinpath(*PurePosixPath(member.filename).parts)
                place.parent.mkdir(parents=True, exist_ok=True)
                with archive.open(member) as source, place.open("wb") as target:
                    for size in _pour(source, target, member.file_size, path.name):
                        progress("unpacking", done + size, total)
                done += member.file_size
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise TranslationFailed("bad_package", name=path.name, reason=f"the archive is damaged ({type(error).__name__})") from None


def _checked(archive: zipfile.ZipFile, path: Path) -> list[zipfile.ZipInfo]:
    """The members to take out, once every one of them is found harmless."""
    everything = archive.infolist()
    if len(everything) > _MOST_FILES or sum(m.file_size for m in everything) > _LARGEST:
        raise TranslationFailed("bad_package", name=path.name, reason="it is far too large")
    members = []
    for member in everything:
        parts = PurePosixPath(member.filename).parts
        if "\\" in member.filename or ":" in member.filename or member.filename.startswith("/") or ".." in parts:
            raise TranslationFailed("bad_package", name=path.name, reason="it wants to write outside its folder")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise TranslationFailed("bad_package", name=path.name, reason="it holds links")
        if member.flag_bits & 1:
            raise TranslationFailed("bad_package", name=path.name, reason="it is protected by a password")
        if member.file_size > 10_000_000 and member.file_size > _RATIO * max(member.compress_size, 1):
            raise TranslationFailed("bad_package", name=path.name, reason="it swells beyond all measure")
        if not member.is_dir() and not _UNREAD & set(parts):
            members.append(member)
    return members


def _copy(source: Path, folder: Path, progress: Progress) -> None:
    """A folder's own files; links are not followed."""
    files = [f for f in source.rglob("*") if f.is_file() and not f.is_symlink() and not _UNREAD & set(f.relative_to(source).parts)]
    total = sum(f.stat().st_size for f in files)
    if len(files) > _MOST_FILES or total > _LARGEST:
        raise TranslationFailed("bad_package", name=source.name, reason="it is far too large")
    _room(source.name, total, folder)
    done = 0
    for file in files:
        place = folder / file.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place)
        done += file.stat().st_size
        progress("unpacking", done, total)


def _pour(source: IO[bytes], target: IO[bytes], declared: int, name: str) -> Iterator[int]:
    """Copy, and yield the bytes copied so far; what is longer than it said is refused."""
    size = 0
    while chunk := source.read(_CHUNK):
        size += len(chunk)
        if size > declared:
            raise TranslationFailed("bad_package", name=name, reason="it is larger than it says")
        target.write(chunk)
        yield size


def _room(name: str, needed: int, folder: Path) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed + 50_000_000:
        raise TranslationFailed("disk_full", name=name, needed=needed // 1_000_000 + 50, free=free // 1_000_000)
