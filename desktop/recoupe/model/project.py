"""A whole study: articles, decisions, findings, translations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from recoupe.model.article import Article
from recoupe.model.comparison import Analysis
from recoupe.model.decisions import Decision
from recoupe.model.translation import Translation


@dataclass(frozen=True, slots=True)
class Revision:
    """A version of an article that a later one took the place of. `earlier` has the id of the article that stands there now."""

    earlier: Article
    replaced_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Project:
    """A study. Frozen: a change is a new project that shares its unchanged parts.

    `analysis` is what the program found for exactly these articles and decisions, or for earlier ones while a new analysis runs.
    `revisions` are the versions that were replaced, the oldest first.
    """

    title: str = ""
    articles: tuple[Article, ...] = ()
    decisions: tuple[Decision, ...] = ()
    analysis: Analysis = Analysis()
    translations: tuple[Translation, ...] = ()
    revisions: tuple[Revision, ...] = ()

    def article(self, ident: str) -> Article:
        """The article of that id; KeyError where there is none."""
        for article in self.articles:
            if article.id == ident:
                return article
        raise KeyError(ident)

    def with_articles(self, articles: Iterable[Article]) -> Project:
        """This study with more articles, each given an id that no other has."""
        taken = {a.id for a in self.articles}
        added = []
        for article in articles:
            ident, n = article.id, 2
            while ident in taken:
                ident, n = f"{article.id}-{n}", n + 1
            taken.add(ident)
            added.append(article if ident == article.id else replace(article, id=ident))
        return replace(self, articles=(*self.articles, *added))
