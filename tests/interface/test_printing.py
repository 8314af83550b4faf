"""A report on paper."""

import io
import unicodedata

import pytest
from pdfminer.high_level import extract_pages, extract_text
from PySide6.QtGui import QPdfWriter

import studies
from recoupe.errors import ReportFailed
from recoupe.interface.printing import ReportPreview, lay_out, report_document
from recoupe.model import Project
from recoupe.reports import Choice, printed_html


def printed(path, project, choice):
    writer = QPdfWriter(str(path))
    lay_out(writer, len(project.articles))
    report_document(printed_html(project, choice)).print_(writer)
    del writer
    return path.read_bytes()


def test_what_is_printed_holds_facts_passages_and_texts(qtbot, tmp_path):
    raw = printed(tmp_path / "x.pdf", studies.study(), Choice("fr"))
    text = unicodedata.normalize("NFKC", " ".join(extract_text(io.BytesIO(raw)).split()))  # Qt writes ligatures
    for words in ("La grève du port", "1 200 dockers", "Un feu a été allumé.", "<b>& co</b>", "Confirmé"):
        assert words in text


def test_three_articles_lie_on_their_side(qtbot, tmp_path):
    pages = list(extract_pages(io.BytesIO(printed(tmp_path / "x.pdf", studies.study(), Choice("fr")))))
    assert pages[0].width > pages[0].height
    two = Project("", studies.articles()[:2])
    pages = list(extract_pages(io.BytesIO(printed(tmp_path / "y.pdf", two, Choice("fr")))))
    assert pages[0].width < pages[0].height


def test_the_preview_shows_the_report_in_its_own_language(qtbot):
    preview = ReportPreview(printed_html(studies.study(), Choice("en")), 3)
    qtbot.addWidget(preview)
    preview.show()
    assert preview.printer().docName() == "La grève du port"


def test_nothing_is_not_printed():
    with pytest.raises(ReportFailed):
        printed_html(Project(), Choice("fr"))
