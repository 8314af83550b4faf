"""How many independent accounts the articles make, and which took their words from which. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from recoupe.interface.latest import Latest
from recoupe.model import Article, Copy, Place, Project

Change = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """A sentence that stands in two articles, and what of it was changed; `changes` leads from the left wording to the right."""

    left: Place
    right: Place
    changes: tuple[Change, ...]

    @property
    def same(self) -> bool:
        """Whether not a word was changed."""
        return all(kind == "equal" or not text.strip() for kind, text in self.changes)


@dataclass(frozen=True, slots=True)
class Borrowing:
    """Two articles that share wording. Shares count the words of each article, 0 to 1; of a `version`, the right is the later one."""

    left: Article
    right: Article
    left_share: float
    right_share: float
    version: bool
    shared: tuple[Shared, ...]


def accounts(project: Project) -> tuple[tuple[Article, ...], ...]:
    """The articles gathered into independent accounts, in their order."""
    return _accounts(project.analysis.copies, project.articles)


def _gather(copies: tuple[Copy, ...], _: object, articles: tuple[Article, ...]) -> tuple[tuple[Article, ...], ...]:
    if not copies:
        return tuple((article,) for article in articles)
    from recoupe.alignment import independent  # the window must not wait for what only articles need

    known = {a.id: a for a in articles}
    return tuple(tuple(known[ident] for ident in group) for group in independent(articles, copies))


_accounts: Latest[tuple[Copy, ...], tuple[tuple[Article, ...], ...]] = Latest(_gather)


def borrowings(project: Project) -> tuple[Borrowing, ...]:
    """Every two articles that share wording, the closest first, with what was changed word by word."""
    from recoupe.alignment import changes  # likewise

    known = {a.id: a for a in project.articles}
    found = [
        Borrowing(
            known[copy.left],
            known[copy.right],
            copy.left_share,
            copy.right_share,
            copy.version,
            tuple(
                Shared(left, right, changes(_words(known[copy.left], left), _words(known[copy.right], right)))
                for left, right in copy.passages
            ),
        )
        for copy in project.analysis.copies
        if copy.left in known and copy.right in known
    ]
    return tuple(sorted(found, key=lambda b: -max(b.left_share, b.right_share)))


def _words(article: Article, place: Place) -> str:
    return article.sentence_text(place.sentence)
