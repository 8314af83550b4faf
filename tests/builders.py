"""Articles and studies for tests, each in one line."""

from __future__ import annotations

import re
from datetime import date

from recoupe.model import Article, Means, Origin, Role, Sentence, Span


def article(text: str, ident: str = "a", *, published: date | None = date(2024, 5, 14), language: str = "fr", outlet: str = "") -> Article:
    """An article whose paragraphs are its lines, cut into sentences at a full stop followed by a space."""
    sentences = []
    for paragraph, line in enumerate(m for m in re.finditer(r"[^\n]+", text)):
        for m in re.finditer(r"\S.*?(?:[.!?…](?=\s|$)|$)", line.group()):
            start = line.start() + m.start()
            sentences.append(Sentence(Span(start, start + len(m.group())), Role.BODY, paragraph))
    return Article(ident, "", outlet, published, language, Origin(Means.PASTE, ""), text, tuple(sentences))
