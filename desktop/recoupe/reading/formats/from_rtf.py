"""Rich Text Format."""

from __future__ import annotations

from recoupe.errors import ReadingFailed
from recoupe.reading.blocks import Block, draft_of
from recoupe.reading.draft import Draft
from recoupe.reading.formats.reader import Reader


def read(data: bytes, name: str) -> tuple[Draft, ...]:
    """The document's paragraphs; the format keeps no roles."""
    from striprtf.striprtf import rtf_to_text

    if not data.lstrip().startswith(b"{\\rtf"):
        raise ReadingFailed("damaged", name=name, reason="it is no RTF document")
    try:
        # RTF is ASCII with escapes; bytes beyond it are in the Western encoding that its writers use.
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("cp1252", errors="replace"), encoding="cp1252", errors="replace"
        )
    except (ValueError, TypeError, LookupError, OverflowError) as error:
        raise ReadingFailed("damaged", name=name, reason="its marks cannot be followed") from error
    blocks = [Block(line.strip()) for line in text.replace("\t", " ").splitlines() if line.strip()]
    if not blocks:
        raise ReadingFailed("no_text", name=name)
    return (draft_of(blocks),)


READER = Reader("Rich text", (".rtf",), read, (b"{\\rtf",))
