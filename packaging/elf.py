"""Takes bytes out of 64-bit ELF libraries that no loader reads; the layout is that of the ELF specification (`elf.h`)."""

from __future__ import annotations

import struct

PAGE = 4096
MAGIC = b"\x7fELF"
_HEADER = 64
_SEGMENT = "<IIQQQQQQ"  # kind, flags, offset, virtual and physical address, size in the file, size in memory, alignment
_SECTION = "<IIQQQQIIQQ"
_LOADED = 1
_X86_64 = 62


def _segments(elf: bytes) -> list[tuple[int, ...]]:
    (headers,) = struct.unpack_from("<Q", elf, 32)
    (count,) = struct.unpack_from("<H", elf, 56)
    return [struct.unpack_from(_SEGMENT, elf, headers + 56 * i) for i in range(count)]


def loads(elf: bytes) -> bool:
    """Whether each loaded segment lies in the file as it will lie in its pages, which the loader insists on."""
    return all((start - virtual) % PAGE == 0 for kind, _, start, virtual, *_ in _segments(elf) if kind == _LOADED)


def compact(elf: bytes) -> bytes:
    """The library without what lies between and behind its segments: symbols for debuggers, padding, and the table of sections.

    For libraries that `strip` breaks. One whose segments cannot be told apart, or of another processor than x86-64, stays as it is.
    """
    (headers,) = struct.unpack_from("<Q", elf, 32)
    (machine,) = struct.unpack_from("<H", elf, 18)
    segments = _segments(elf)
    pieces = [(s[2], s[5], s[3]) for s in sorted(segments, key=lambda s: s[2]) if s[0] == _LOADED and s[5]]
    if machine != _X86_64 or not pieces or pieces[0][0] != 0 or not loads(elf):
        return elf
    out, moved = bytearray(), []
    for start, size, virtual in pieces:
        out += b"\0" * ((virtual - len(out)) % PAGE)
        moved.append((start, start + size, len(out) - start))
        out += elf[start : start + size]

    def place(start: int, size: int) -> int | None:
        return next((start + by for begin, end, by in moved if begin <= start and start + size <= end), None)

    table = place(headers, 56 * len(segments))
    if table is None or len(out) >= len(elf):
        return elf
    for i, (kind, flags, start, virtual, physical, filed, held, align) in enumerate(segments):
        to = place(start, filed) if filed else 0
        if to is None:
            return elf
        if kind == _LOADED:
            # without bytes in the file, any place will do that lies as the pages do
            to = to if filed else virtual % PAGE
        struct.pack_into(_SEGMENT, out, table + 56 * i, kind, flags, to, virtual, physical, filed, held, PAGE if kind == _LOADED else align)
    struct.pack_into("<Q", out, 32, table)
    struct.pack_into("<Q", out, 40, 0)
    struct.pack_into("<HH", out, 60, 0, 0)
    return bytes(out)


def hollow(elf: bytes, name: str) -> bytes:
    """The library with the whole pages of one read-only section taken out of the file; in memory they read as zeros.

    The segment that holds the section becomes three: before, the hollow, which has no bytes in the file, and after.
    """
    (headers, sections) = struct.unpack_from("<QQ", elf, 32)
    (section_count, names) = struct.unpack_from("<HH", elf, 60)
    table = [struct.unpack_from(_SECTION, elf, sections + 64 * i) for i in range(section_count)]
    spelled = table[names][4]
    found = [s for s in table if elf[spelled + s[0] : elf.index(b"\0", spelled + s[0])].decode() == name]
    if not found:
        return elf
    _, _, _, _, offset, size, *_ = found[0]
    begin, end = -(-offset // PAGE) * PAGE, (offset + size) // PAGE * PAGE
    gone = end - begin
    segments = _segments(elf)
    free = min(s[4] for s in table if s[4] and s[1] != 8)
    if gone <= 0 or headers + 56 * (len(segments) + 2) > free:
        return elf
    kept: list[tuple[int, ...]] = []
    for kind, flags, start, virtual, physical, filed, held, align in segments:
        if kind == _LOADED and start <= begin and end <= start + filed:
            shift = virtual - start
            kept.append((kind, flags, start, virtual, physical, begin - start, begin - start, align))
            kept.append((kind, flags, begin, begin + shift, begin + shift, 0, gone, align))
            rest = start + filed - end
            kept.append((kind, flags, begin, end + shift, end + shift, rest, held - (end - start), align))
        else:
            kept.append((kind, flags, start - gone if start >= end else start, virtual, physical, filed, held, align))
    out = bytearray(elf[:begin] + elf[end:])
    for i, segment in enumerate(kept):
        struct.pack_into(_SEGMENT, out, headers + 56 * i, *segment)
    struct.pack_into("<H", out, 56, len(kept))
    moved = sections - gone if sections >= end else sections
    struct.pack_into("<Q", out, 40, moved)
    for i, section in enumerate(table):
        fields = list(section)
        if fields[4] >= end:
            fields[4] -= gone
        if section is found[0]:
            fields[1] = 8  # NOBITS: a section without bytes in the file
        struct.pack_into(_SECTION, out, moved + 64 * i, *fields)
    return bytes(out)
