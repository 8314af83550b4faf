"""One article, written by programs that are not ours, in every format: the same sentences come back.

LibreOffice wrote the DOCX, ODT, RTF and `article.pdf`; Chromium printed `columns.pdf`, with its running heads, and saved the HTML;
pdflatex set `latex.pdf` in two columns with divided words; mutt wrote the EML.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from reading_helpers import FIXTURES, NOW, pasted, read, said

from recoupe.model import Role
from recoupe.reading import READERS, SUFFIXES, formats, read_path

# What each format loses: bullets are drawn in some and written in others, and are not compared.
LOST = {
    "columns.pdf": {
        "samedi 7 juin, ouverture au public et visite du ministre ;",
        "à partir du 1er juillet, nocturnes le vendredi jusqu’à 23 heures ;",
    },
    "latex.pdf": {"Il a fallu y couler 900 m³ de béton, à marée basse, par tranches de deux heures."},  # the raised 3 comes down
}


def bare(sentences: list[str]) -> list[str]:
    return [s.lstrip("•—- ") for s in sentences]


@pytest.mark.parametrize("name", sorted(p.name for p in FIXTURES.iterdir()))
def test_the_same_sentences(name: str) -> None:
    wanted = bare(said(read(FIXTURES / "article.txt")))
    got = bare(said(read(FIXTURES / name)))
    assert len(wanted) == 31
    assert [s for s in wanted if s not in got and s not in LOST.get(name, set())] == []
    assert len(got) >= 30
    in_both = [s for s in got if s in wanted]
    assert in_both == [s for s in wanted if s in got]  # and in the same order


@pytest.mark.parametrize("name", sorted(p.name for p in FIXTURES.iterdir()))
def test_the_title_and_headings_keep_their_roles(name: str) -> None:
    article = read(FIXTURES / name)
    assert article.title == "Le phare des Grandes Roches rouvre après onze ans de travaux"
    assert said(article, Role.TITLE) == [article.title]
    assert said(article, Role.HEADING) == ["Un chantier semé d’embûches", "Et la lumière ?"]
    assert article.language == "fr"


def test_a_mail_gives_its_sender_and_day() -> None:
    article = read(FIXTURES / "article.eml")
    assert article.outlet == "Le Cahier des îles"
    assert article.published is not None


def test_every_format_is_listed_and_every_suffix_read_once() -> None:
    folder = Path(formats.__file__).parent
    written = sorted(p.stem for p in folder.glob("from_*.py"))
    assert sorted(f"{reader.read.__module__.rsplit('.', 1)[-1]}" for reader in READERS) == written
    assert len(SUFFIXES) == len(set(SUFFIXES))


def test_markdown_gives_its_front_matter(tmp_path: Path) -> None:
    file = tmp_path / "note.md"
    file.write_text(
        "---\ntitle: Une piscine\nauthor: Élise\ndate: 2024-03-05\n---\n\n"
        "Un **mot** et un [lien](http://x.example).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    article = read(file)
    assert (article.title, article.author, str(article.published)) == ("Une piscine", "Élise", "2024-03-05")
    assert "Un mot et un lien." in said(article)


def test_the_clipboards_page_gives_paragraphs_and_headings() -> None:
    html = (
        "<h1>Une piscine</h1><p>Elle ferme.<script>alert(1)</script> Demain.</p><h2>Pourquoi ?</h2><ul><li>l'eau</li><li>le feu</li></ul>"
    )
    article = pasted("Une piscine Elle ferme. Demain. Pourquoi ? l'eau le feu", html)
    assert article.text == "Une piscine\n\nElle ferme. Demain.\n\nPourquoi ?\n\nl'eau\nle feu"
    assert said(article, Role.HEADING) == ["Pourquoi ?"]


def test_a_clipboard_page_that_says_something_else_is_not_believed() -> None:
    assert pasted("Le texte copié.", "<p>Une tout autre page, sans rapport aucun.</p>").text == "Le texte copié."


def test_a_format_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    for name in ("article.docx", "article.odt", "article.rtf", "article.pdf"):
        file = tmp_path / f"{name}.unknown"
        file.write_bytes((FIXTURES / name).read_bytes())
        assert read(file).title.startswith("Le phare")


def test_a_folder_gives_every_article_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Un titre\n\nUne phrase.")
    (tmp_path / "a.md").write_text("# Un autre\n\nUne phrase.")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8")
    assert [a.id for a in read_path(tmp_path, now=NOW)] == ["a", "a-2"]
