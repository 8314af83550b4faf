"""The formats that articles come in: one file each, listed in READERS."""

from recoupe.reading.formats import from_docx, from_eml, from_html, from_markdown, from_odt, from_pdf, from_rtf, from_text
from recoupe.reading.formats.reader import Reader

READERS: tuple[Reader, ...] = (
    from_text.READER,
    from_html.READER,
    from_docx.READER,
    from_odt.READER,
    from_rtf.READER,
    from_pdf.READER,
    from_markdown.READER,
    from_eml.READER,
)

__all__ = ["READERS", "Reader"]
