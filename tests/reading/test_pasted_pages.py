"""Whole pages as people paste them, in the manner of many sites, and articles that only look like such pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading_helpers import pasted

from recoupe.model import Role

LINES = Path(__file__).parent / "lines"
# « =====name » opens a page; a line after « # » is noise
PAGES = dict(part.split("\n", 1) for part in re.split(r"^=====", (LINES / "pages.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:])
ARTICLES = (LINES / "articles.txt").read_text(encoding="utf-8").split("\n=====\n")


def annotated(page: str) -> tuple[str, set[int]]:
    """The text of a page and the offsets of its noise."""
    text, noise = "", set()
    for line in page.split("\n"):
        bare = line.removeprefix("# ")
        if bare != line:
            noise |= set(range(len(text), len(text) + len(bare)))
        text += bare + "\n"
    return text, noise


@pytest.mark.parametrize("name", PAGES)
def test_pasted_page(name: str) -> None:
    text, noise = annotated(PAGES[name])
    article = pasted(text)
    words = {i for i, c in enumerate(text) if not c.isspace()}
    marked = {c for s in article.sentences if s.role is Role.NOISE for c in range(s.span.start, s.span.end)} & words
    lost = {text[s.span.start : s.span.end] for s in article.sentences if s.role is Role.NOISE and s.span.start not in noise}
    assert lost == set()
    assert len(marked & noise) >= 0.9 * len(noise & words)
    assert len(article.title) > 25


def test_pages_together() -> None:
    found = wanted = 0
    for page in PAGES.values():
        text, noise = annotated(page)
        words = {i for i in noise if not text[i].isspace()}
        marked = {c for s in pasted(text).sentences if s.role is Role.NOISE for c in range(s.span.start, s.span.end)}
        found += len(marked & words)
        wanted += len(words)
    assert found >= 0.96 * wanted


def test_what_the_pages_say_of_themselves() -> None:
    told = {name: pasted(annotated(page)[0]) for name, page in PAGES.items()}
    assert (told["lemonde"].outlet, told["lemonde"].author, str(told["lemonde"].published)) == ("Le Monde", "Claire Montvert", "2024-09-04")
    assert (told["bfm"].outlet, told["bfm"].author) == ("BFMTV", "Sarah Jolivet et Marc Lantier")
    assert (told["20minutes"].outlet, str(told["20minutes"].published)) == ("20 Minutes", "2024-05-08")
    assert told["guardian"].language == "en"


@pytest.mark.parametrize("text", ARTICLES, ids=[a.split("\n", 1)[0] for a in ARTICLES])
def test_an_article_is_no_noise(text: str) -> None:
    article = pasted(text)
    assert [article.sentence_text(i) for i, s in enumerate(article.sentences) if s.role is Role.NOISE] == []
    assert article.title == text.split("\n", 1)[0]
