"""What the tests of reading share."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from recoupe.model import Article, Role
from recoupe.reading import read_paste, read_path

NOW = datetime(2026, 2, 7, 12, 0)
FIXTURES = Path(__file__).parent / "fixtures"


def said(article: Article, *roles: Role) -> list[str]:
    """The sentences of an article, those of the given roles only."""
    return [article.sentence_text(i) for i, s in enumerate(article.sentences) if not roles or s.role in roles]


def pasted(text: str, html: str = "") -> Article:
    """The one article of a paste."""
    (article,) = read_paste(text, html, now=NOW)
    return article


def read(path: Path) -> Article:
    """The one article of a file."""
    (article,) = read_path(path, now=NOW)
    return article
