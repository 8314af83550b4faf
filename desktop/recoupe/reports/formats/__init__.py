"""The formats a report can be written in, one file each."""

from recoupe.reports.formats import to_csv, to_docx, to_html, to_json, to_markdown, to_pdf, to_text, to_tmx, to_xlsx
from recoupe.reports.formats.format import Format

FORMATS: tuple[Format, ...] = (
    to_html.FORMAT,
    to_pdf.FORMAT,
    to_docx.FORMAT,
    to_markdown.FORMAT,
    to_text.FORMAT,
    to_csv.FORMAT,
    to_xlsx.FORMAT,
    to_json.FORMAT,
    to_tmx.FORMAT,
)

__all__ = ["FORMATS", "Format"]
