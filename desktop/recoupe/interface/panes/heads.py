"""What stands in the head of each pane, worked out from the study."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from recoupe.interface.panes.explanations import short_name
from recoupe.interface.panes.findings import told
from recoupe.interface.panes.header import Heading
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Project, Span
from recoupe.wording import date_text, number_text, share_text


class Heads:
    """Makes headings. The words of a text are counted once, not at every change of the study."""

    def __init__(self) -> None:
        self._counted: dict[str, tuple[Article, Mapping[int, int]]] = {}
        self._shared: dict[str, tuple[object, object, float]] = {}

    def forget(self, ident: str) -> None:
        """Let go of an article that is closed."""
        self._counted.pop(ident, None)
        self._shared.pop(ident, None)

    def heading(
        self,
        project: Project,
        article: Article,
        *,
        title: str = "",
        note: str = "",
        check: str = "",
        named: Callable[[Article], Article] = lambda article: article,
    ) -> Heading:
        """Outlet, date, title, language, length, the share that others tell too.

        A title in another language, a note, and how many sentences are to be checked may be given; `named` gives other articles under
        the titles by which the reader knows them.
        """
        lang = window_language()
        unknown = article.language or QCoreApplication.translate("Row", "language unknown")
        names = {"fr": QCoreApplication.translate("Row", "French"), "en": QCoreApplication.translate("Row", "English")}
        total = sum(self.words(article))
        parts = [
            names.get(article.language, unknown),
            QCoreApplication.translate("Row", "1 word")
            if total == 1
            else QCoreApplication.translate("Row", "%1 words").replace("%1", number_text(Decimal(total), lang)),
        ]
        if self._stands_alone(project, article):
            parts.append(QCoreApplication.translate("Row", "no passage in common"))
        elif project.analysis.events or project.analysis.partial:
            # while the analysis runs its room is kept, or the text would move when the share is known
            share = share_text(self.share_aligned(project, article), lang) if project.analysis.events else "…"
            parts.append(QCoreApplication.translate("Row", "%1 aligned").replace("%1", share))
        parts += [*self._copied(project, article, named), *([note] if note else [])]
        name = article.outlet or article.origin.where.replace("\\", "/").rsplit("/", 1)[-1] or article.id
        first = next((article.sentence_text(i) for i in self._words(article)), "")
        date = date_text(article.published, lang) if article.published else QCoreApplication.translate("Row", "no date")
        return Heading(name, date, title or article.title or first, tuple(parts), check, known=bool(article.outlet))

    def words(self, article: Article) -> tuple[int, ...]:
        """How many words each sentence has that is no page noise, in the order of the text."""
        return tuple(self._words(article).values())

    def _words(self, article: Article) -> Mapping[int, int]:
        known = self._counted.get(article.id)
        if known is None or known[0].text is not article.text or known[0].sentences is not article.sentences:
            counts = {i: _words(article, article.sentences[i].span) for i in article.story}
            known = self._counted[article.id] = (article, counts)
        return known[1]

    def share_aligned(self, project: Project, article: Article) -> float:
        """The share of an article's words, noise apart, that stand in sentences of some event; worked out once, until either changes."""
        counts, members = self._words(article), told(project.analysis).aligned.get(article.id, frozenset())
        known = self._shared.get(article.id)
        if known is None or known[0] is not counts or known[1] is not members:
            total = sum(counts.values())
            share = sum(words for i, words in counts.items() if i in members) / total if total else 0.0
            known = self._shared[article.id] = (counts, members, share)
        return known[2]

    @staticmethod
    def _stands_alone(project: Project, article: Article) -> bool:
        """Whether there are others, and none of them tells anything that an article tells."""
        found = project.analysis
        return len(project.articles) > 1 and bool(found.facts) and not found.partial and article.id not in told(found).linked

    @staticmethod
    def _copied(project: Project, article: Article, named: Callable[[Article], Article]) -> list[str]:
        """Which article this one shares most of its wording with, and with how many more: one dispatch counts once."""
        by_id = {a.id: a for a in project.articles}
        shares = [
            (copy.left_share, copy.right) if copy.left == article.id else (copy.right_share, copy.left)
            for copy in project.analysis.copies
            if article.id in {copy.left, copy.right}
        ]
        shares = sorted(((share, other) for share, other in shares if other in by_id), key=lambda found: -found[0])
        if not shares:
            return []
        (share, other), more = shares[0], len(shares) - 1
        if more:
            words = QCoreApplication.translate("Row", "%1 worded as in “%2” and %3 more").replace("%3", str(more))
        else:
            words = QCoreApplication.translate("Row", "%1 worded as in “%2”")
        return [words.replace("%1", share_text(share, window_language())).replace("%2", short_name(named(by_id[other]))[:24])]


def _words(article: Article, span: Span) -> int:
    """How many words a stretch has; only where a tooltip doubled words is it put together first, which takes four times as long."""
    return len((article.quote(span) if article.doubled else article.text[span.start : span.end]).split())
