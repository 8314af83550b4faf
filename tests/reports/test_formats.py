"""Reports as files, opened again by readers that are not ours where there are any."""

import csv
import io
import re
import zipfile
from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import docx
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pdfminer.high_level import extract_text

import studies
from recoupe.errors import ReportFailed
from recoupe.model import Comparison, Judgement, Noted, Place, Project, Verdict
from recoupe.reports import FORMATS, Choice, comparison_text, event_text, format_for, render_report, write_report
from recoupe.reports import formats as formats_room

NOW = datetime(2024, 5, 17, 9, 0)
HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)> {{ 7*7 }} ]]> &amp; | `a` =1+1'


def rendered(name, project=None, language="fr", **choice):
    chosen = next(f for f in FORMATS if f.name == name)
    return render_report(project or studies.study(), chosen, Choice(language, **choice), now=NOW)


def text_of(name, *arguments, **named):
    return rendered(name, *arguments, **named).decode("utf-8").replace("\u00a0", " ").replace("\u202f", " ")


def hostile():
    a, b, c = studies.articles()
    project = replace(studies.study(), title=HOSTILE, articles=(replace(a, title=HOSTILE, outlet=HOSTILE, author=HOSTILE), b, c))
    return replace(project, decisions=(*project.decisions, Noted("ev1:quantity:docker", HOSTILE), Noted("ev1", HOSTILE)))


def test_every_format_is_listed_and_has_a_name_in_both_languages():
    files = {p.stem for p in Path(formats_room.__file__).parent.glob("to_*.py")}
    assert len(FORMATS) == len(files)
    assert len({f.suffix for f in FORMATS}) == len(FORMATS)
    for lang in ("fr", "en"):
        assert all(f.title(lang) != f.name for f in FORMATS)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("chosen", FORMATS, ids=lambda f: f.name)
def test_every_format_tells_a_full_study_an_empty_one_and_a_hostile_one(chosen, language):
    for project in (studies.study(), Project("", studies.articles()), Project("", studies.articles()[:1]), hostile()):
        assert chosen.render is not None
        assert render_report(project, chosen, Choice(language), now=NOW)


@pytest.mark.parametrize("chosen", FORMATS, ids=lambda f: f.name)
def test_a_report_on_nothing_is_refused(chosen):
    with pytest.raises(ReportFailed, match="nothing"):
        render_report(Project(), chosen, Choice(), now=NOW)


def test_the_same_study_gives_the_same_pdf():
    assert rendered("pdf") == rendered("pdf")


# writing


def test_the_files_name_says_the_format(tmp_path):
    assert format_for(Path("x.HTML")).name == "html"
    with pytest.raises(ReportFailed) as caught:
        write_report(studies.study(), tmp_path / "x.odp")
    assert caught.value.code == "unknown_format"
    assert ".html" in str(caught.value)


def test_a_report_that_cannot_be_written_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "x.md"
    write_report(studies.study(), path, now=NOW)
    before = path.read_bytes()

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("recoupe.writing.os.fsync", full)
    with pytest.raises(ReportFailed) as caught:
        write_report(studies.study(), path, language="en", now=NOW)
    assert caught.value.code == "disk_full"
    assert path.read_bytes() == before


def test_a_report_into_no_folder_is_told(tmp_path):
    with pytest.raises(ReportFailed) as caught:
        write_report(studies.study(), tmp_path / "nowhere" / "x.md")
    assert caught.value.code == "cannot_write"


# HTML


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text, self.ids = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_data(self, data):
        self.text.append(data)


def parsed(page):
    tags = Tags()
    tags.feed(page)
    return tags


def test_html_asks_for_nothing_and_runs_nothing():
    page = rendered("html", hostile()).decode()
    tags = parsed(page)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "base"} & set(tags.tags)
    assert not [a for a in tags.attributes if a[0].startswith("on") or a[0] in {"src", "srcset", "background", "poster"}]
    assert all(value.startswith("#") for name, value in tags.attributes if name == "href")
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_what_an_article_says_stays_text_in_html():
    tags = parsed(rendered("html", hostile()).decode())
    text = "".join(tags.text)
    assert HOSTILE in text
    assert "Luc Morel appelle au calme <b>& co</b>." in text


def test_every_link_of_the_page_leads_somewhere_in_it():
    tags = parsed(rendered("html").decode())
    targets = [value[1:] for name, value in tags.attributes if name == "href"]
    assert targets
    assert set(targets) <= set(tags.ids)
    assert len(tags.ids) == len(set(tags.ids))


def test_html_holds_every_row_passage_and_the_picture():
    page = text_of("html")
    assert len(re.findall(r'<tbody class="\w+" id="f\d+">', page)) == 3
    assert len(re.findall(r'<section class="passage" id="p\d+">', page)) == 2
    assert page.count("<svg ") == 2
    assert "Traduction automatique : Argos, 16 mai 2024" in page
    assert "Rappeler la préfecture &lt;script&gt;" in page


def test_only_a_web_address_becomes_a_link():
    a, b, c = studies.articles()
    page = replace(a, origin=replace(a.origin, means=studies.Means.PAGE, where="https://example.org/x?a=1&b=2"))
    trick = replace(b, origin=replace(b.origin, means=studies.Means.PAGE, where="javascript:alert(1)"))
    tags = parsed(rendered("html", replace(studies.study(), articles=(page, trick, c))).decode())
    assert [v for n, v in tags.attributes if n == "href" and not v.startswith("#")] == ["https://example.org/x?a=1&b=2"]


def test_a_local_path_tells_only_the_files_name():
    a, b, c = studies.articles()
    local = replace(a, origin=replace(a.origin, where="/home/ada/secret/a.txt"))
    page = rendered("html", replace(studies.study(), articles=(local, b, c))).decode()
    assert "a.txt" in page
    assert "secret" not in page


# PDF


def test_the_pdf_says_what_the_page_says():
    text = re.sub(r"\s+", " ", extract_text(io.BytesIO(rendered("pdf"))))
    assert "La grève du port" in text
    assert "3 articles · 2 passages rapprochés · 2 divergences · 1 fait concordant" in text
    assert "1 200 dockers ont cessé le travail mardi 14 mai" in text
    assert "Traduction automatique : Argos, 16 mai 2024" in text
    assert "Un feu a été allumé." in text
    assert "<b>& co</b>" in text


def test_letters_of_other_scripts_are_printed_and_pictograms_left_out():
    a, b, c = studies.articles()
    text = extract_text(io.BytesIO(rendered("pdf", Project("Жизнь שלום Ελλάδα 🚢 <i> & fin", (a, b, c)))))
    assert "Жизнь" in text
    assert "Ελλάδα <i> & fin" in text
    assert "\x00" not in text


def test_the_pdf_brings_its_fonts_and_no_action():
    raw = rendered("pdf")
    assert raw.count(b"/FontFile2") >= 2
    assert b"/JavaScript" not in raw
    assert b"/OpenAction" not in raw


def test_a_paragraph_longer_than_a_page_is_printed_all_the_same():
    a, b, _ = studies.articles()
    text = "Phrase très longue, " * 1500
    endless = replace(a, text=text, sentences=(replace(a.sentences[1], span=studies.Span(0, len(text))),), title="Long")
    raw = rendered("pdf", Project("", (endless, replace(b, id="z"))))
    assert extract_text(io.BytesIO(raw)).count("très") > 1400


# tables


def test_csv_has_a_line_for_every_row_and_opens_in_a_french_spreadsheet():
    raw = rendered("csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert len(lines) == 4
    assert len({len(line) for line in lines}) == 1
    assert lines[0][:4] == ["#", "Objet", "Genre", "Verdict"]
    assert lines[1][3] == "Contradiction"
    assert "1 200 dockers" in lines[1]
    assert len(list(csv.reader(io.StringIO(rendered("csv", language="en").decode("utf-8-sig"))))) == 4


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_the_csv_is_a_formula(start):
    project = replace(studies.study(), decisions=(Noted("ev1:quantity:docker", start),))
    cells = [c for line in csv.reader(io.StringIO(rendered("csv", project).decode("utf-8-sig")), delimiter=";") for c in line]
    assert f"'{start}" in cells
    assert not [c for c in cells if c.startswith(("=", "+", "@"))]


def test_the_workbook_holds_facts_articles_and_passages_and_no_formula():
    project = replace(studies.study(), title="=1+1", decisions=(Noted("ev1:quantity:docker", "=cmd|'/c calc'!A1"),))
    book = load_workbook(io.BytesIO(rendered("xlsx", project)))
    assert book.sheetnames == ["Faits", "Articles", "Passages"]
    facts = book["Faits"]
    assert (facts.max_row, facts.freeze_panes) == (4, "C2")
    assert facts["H2"].value == "=cmd|'/c calc'!A1"
    assert {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line} <= {"s", "n", "inlineStr"}


# documents


def test_the_word_document_opens_and_holds_the_table_and_the_texts():
    document = docx.Document(io.BytesIO(rendered("docx")))
    text = "\n".join([p.text for p in document.paragraphs] + [c.text for t in document.tables for r in t.rows for c in r.cells])
    for words in ("La grève du port", "1 200 dockers", "Confirmé", "Luc Morel appelle au calme <b>& co</b>.", "Traduction automatique"):
        assert words in text
    assert document.core_properties.title == "La grève du port"


def test_characters_that_xml_forbids_do_not_break_a_document():
    a, b, c = studies.articles()
    project = Project("cloche \x07 \ufffe", (replace(a, title="x\x00y"), b, c), (Noted("a", "\x1b[31m"),))
    for name in ("docx", "xlsx"):
        with zipfile.ZipFile(io.BytesIO(rendered(name, project))) as archive:
            for member in archive.namelist():
                if member.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(member))
    assert rendered("pdf", project).startswith(b"%PDF")
    assert "\x1b" not in text_of("text", project)


def test_markdown_gives_back_the_words_and_no_html():
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(rendered("markdown", hostile()).decode())
    tags = parsed(page)
    assert not {"script", "img"} & set(tags.tags)
    assert HOSTILE in "".join(tags.text).replace("\u00a0", " ")
    assert tags.tags.count("table") == 4
    assert "**" not in page


def test_the_summary_for_a_terminal_fits_it():
    lines = text_of("text").splitlines()
    assert lines[0] == "La grève du port"
    assert max(len(line) for line in lines) <= 110
    assert "◆ C1  Docker (Quantité, Contradiction, confiance 92 %, Confirmé)" in lines
    assert any(line.strip().startswith("Le Quai : 1 200 – « 1 200 dockers »") for line in lines)


# TMX; the parts of the TMX 1.4 document type that are used

TMX = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED segtype (block | paragraph | sentence | phrase) #REQUIRED
  o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED creationdate CDATA #IMPLIED>
<!ELEMENT note (#PCDATA)> <!ELEMENT ude EMPTY>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note | prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED creationdate CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)>
"""


def test_tmx_holds_every_translation_with_its_engine_and_date():
    root = etree.fromstring(rendered("tmx"), etree.XMLParser(load_dtd=False, no_network=True))
    assert etree.DTD(io.StringIO(TMX)).validate(root)
    units = root.findall("body/tu")
    assert [u.get("creationdate") for u in units] == ["20240516T100000Z"] * 3
    assert [p.text for p in units[0].findall("prop")] == ["machine", "Grève au port", "Le Quai", "Argos"]
    assert [p.text for p in units[1].findall("prop[@type='doubt']")] == ["figure changed 800"]
    assert units[2].find("prop").text == "human"
    assert [t.get("{http://www.w3.org/XML/1998/namespace}lang") for t in units[0].findall("tuv")] == ["fr", "en"]
    assert [s.text for s in units[0].iter("seg")][1].startswith("1,200 dockers")


# the clipboard


def test_a_row_is_copied_with_its_sources():
    copied = comparison_text(studies.study(), "ev1:date:débrayage", "fr").replace("\u00a0", " ")
    assert copied.startswith("◆ C2  Débrayage (Date, Contradiction")
    assert "Le Quai : 14 mai 2024 – « mardi 14 mai » (§ 2)" in copied
    assert comparison_text(studies.study(), "gone", "fr") == ""


def test_a_passage_is_copied_with_its_sources():
    copied = event_text(studies.study(), "ev2", "en").replace("\u00a0", " ")
    assert "Le Quai, 14 May 2024: Le port a perdu 2,5 millions d’euros." in copied
    assert event_text(studies.study(), "gone", "en") == ""


# text


def test_the_text_says_what_an_article_says_again_and_again_once_with_all_its_places():
    project = studies.study()
    [name] = [f for f in project.analysis.facts if f.kind == "name"]
    title = replace(name, id="c:0-8:name", place=Place("c", 0))
    other = replace(name, id="b:0-8:name", place=Place("b", 0))
    row = Comparison(
        "names", "", "name", "", (other.id, title.id, name.id), (Judgement(other.id, name.id, Verdict.AGREEMENT, "same_name"),)
    )
    analysis = replace(project.analysis, facts=(*project.analysis.facts, title, other), comparisons=(row,))
    shown = text_of("text", replace(project, analysis=analysis), "en")
    assert shown.count("Luc Morel –") == 2  # once for each article
    assert "(para. 1, 2)" in shown


def test_the_text_names_a_paper_once_in_its_list():
    head = text_of("text").split("DIVERGENCES")[0]
    outlets = [a.outlet for a in studies.articles() if a.outlet]
    assert outlets
    assert all(head.count(f"({outlet}") + head.count(f"  {outlet} :") == 1 for outlet in outlets)


@pytest.mark.parametrize("when", [86_400.0, 4.5e9], ids=["1970", "2112"])
@pytest.mark.parametrize("suffix", [f.suffix for f in FORMATS])
def test_a_report_is_written_whatever_the_clock_says(suffix: str, when: float, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A zip knows no time before 1980 and none after 2107; a computer whose battery is empty begins in 1970."""
    monkeypatch.setattr("time.time", lambda: when)
    write_report(studies.study(), tmp_path / f"x{suffix}", now=datetime(2024, 5, 16))
    assert (tmp_path / f"x{suffix}").stat().st_size > 100
