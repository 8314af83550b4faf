"""The passages of the outline: which there are, which fit a view, and the two levels of the list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recoupe.interface.panes.findings import event_signs
from recoupe.interface.signs import Sign
from recoupe.interface.table.rows import label_of
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim
from recoupe.model import Article, By, Event, Place, Project
from recoupe.wording import colon, note_text, share_text, verdict_label, word

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class View(StrEnum):
    """Which passages to list."""

    LINKED = "linked"
    ALL = "all"
    ALL_BUT_ONE = "all_but_one"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Item:
    """A passage of the list: an event, or a sentence that only one article tells (then `event` is empty)."""

    event: str
    title: str
    places: tuple[Place, ...]
    missing: tuple[str, ...]
    strength: float
    by: By
    sign: Sign | None


def items_of(project: Project, kinds: tuple[str, ...]) -> tuple[Item, ...]:
    """Every event, in the order of the first article that tells it, then every sentence that stands alone."""
    rank = {a.id: n for n, a in enumerate(project.articles)}
    articles = {a.id: a for a in project.articles}
    signs = event_signs(project, kinds)
    events = sorted(project.analysis.events, key=lambda e: min((rank.get(p.article, 99), p.sentence) for p in e.members))
    found = [_item(event, articles, rank, signs) for event in events if all(p.article in articles for p in event.members)]
    told = {place for event in project.analysis.events for place in event.members}
    for article in project.articles:
        for n in article.story:
            place = Place(article.id, n)
            if place not in told:
                missing = tuple(a.id for a in project.articles if a.id != article.id)
                found.append(Item("", article.sentence_text(n), (place,), missing, 0.0, By.PROGRAM, None))
    return tuple(found)


def _item(event: Event, articles: Mapping[str, Article], rank: Mapping[str, int], signs: Mapping[str, Sign]) -> Item:
    first = min(event.members, key=lambda p: (rank[p.article], p.sentence))
    title = articles[first.article].sentence_text(first.sentence)
    tellers = set(event.articles)
    missing = tuple(ident for ident in articles if ident not in tellers)
    return Item(event.id, title, event.members, missing, event.strength, event.by, signs.get(event.id))


def fits(item: Item, view: View, article: str = "") -> bool:
    """Whether a passage is of a view; `article` is the one that must be the only teller, or the one that does not tell it."""
    if view is View.ONE:
        return not item.event and (not article or item.places[0].article == article)
    if not item.event:
        return False
    if view is View.ALL:
        return not item.missing
    if view is View.ALL_BUT_ONE:
        return len(item.missing) == 1 and (not article or item.missing[0] == article)
    return True


class OutlineModel(QAbstractItemModel):
    """Two levels: passages, and under each event the sentences that tell it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = Project()
        self.items: tuple[Item, ...] = ()
        self.shown: tuple[Item, ...] = ()
        self._names: dict[str, str] = {}

    def take(self, project: Project, items: tuple[Item, ...], shown: tuple[Item, ...]) -> None:
        """List these passages."""
        self.beginResetModel()
        self._project, self.items, self.shown = project, items, shown
        self._names = {a.id: label_of(a) for a in project.articles}
        self.endResetModel()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """A passage carries 0, a sentence the number of its passage and 1."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """The passage of a sentence."""
        number = child.internalId() if child.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Passages, or the sentences of an event."""
        if not parent.isValid():
            return len(self.shown)
        if parent.internalId():
            return 0
        item = self.shown[parent.row()]
        return len(item.places) if item.event else 0

    def columnCount(self, parent: Index = _ROOT) -> int:
        """One."""
        del parent
        return 1

    def place_at(self, index: Index) -> tuple[Item, Place]:
        """The passage and the sentence of an index; a passage stands for its first sentence."""
        number = index.internalId()
        item = self.shown[number - 1] if number else self.shown[index.row()]
        return item, item.places[index.row()] if number else item.places[0]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of the passage, and for a screen reader who tells it and what it is worth."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        item, place = self.place_at(index)
        article = self._project.article(place.article)
        words = article.sentence_text(place.sentence)
        if index.internalId():
            told = f"{self._names[place.article]}{colon(window_language())}{words}"
        else:
            told = item.title if role == Qt.ItemDataRole.DisplayRole else f"{item.title}\n{self.below(item)}"
        return verbatim(told) if role == Qt.ItemDataRole.ToolTipRole else told

    def below(self, item: Item) -> str:
        """Who tells it, how sure the link is."""
        if not item.event:
            return self._names.get(item.places[0].article, "")
        language = window_language()
        tellers = dict.fromkeys(self._names[p.article] for p in item.places)
        parts = [self.tr("all articles") if not item.missing else ", ".join(tellers)]
        if len(item.missing) == 1 and len(self._names) > 2:
            parts = [self.tr("all but %1").replace("%1", self._names[item.missing[0]])]
        parts.append(word("report", "by_user", language) if item.by is By.USER else share_text(item.strength, language))
        if item.sign is not None:
            parts.append(verdict_label(item.sign.verdict, language))
            parts += [note_text("unsure", language)] if item.sign.unsure else []
        return " · ".join(parts)
