"""The line over the table: search, which verdicts, kinds, articles, states and doubts, in which order, and how far the review has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QToolButton, QWidget

from recoupe.interface.dialogs.witnesses import said_line, short_line
from recoupe.interface.marks import mark_icon
from recoupe.interface.table.rows import Filter, Order, label_of
from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim
from recoupe.model import FACT_KINDS, Article, State, Verdict
from recoupe.wording import colon, kind_label, state_label, verdict_label

LEAST, TIGHT = 120, 76  # pixels of the search field, and where room is short


class FilterBar(QWidget):
    """Tells `changed(Filter, Order, article id)`."""

    changed = Signal(object, object, str)
    step_asked = Signal(int)
    legend_asked = Signal()
    accounts_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, window_language()
        self.filter, self.order, self.article = Filter(), Order.GRAVITY, ""
        self._articles: tuple[Article, ...] = ()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search the facts"))
        self.search.setAccessibleName(self.tr("Search the facts"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(LEAST)
        self.search.setMaximumWidth(220)
        self.search.textChanged.connect(lambda text: self._set(replace(self.filter, text=text)))
        self.chips = {verdict: self._chip(verdict) for verdict in Verdict}
        self.kinds = self._choice(self.tr("Kinds"), "filter")
        self.articles = self._choice(self.tr("Articles"), "article")
        self.states = self._choice(self.tr("Review"), "to-check")
        self.doubts = self._choice(self.tr("Sure or unsure"), "unsure")
        self.sorting = self._choice(self.tr("Gravest first"), "sort")
        self.accounts = QToolButton()
        self.accounts.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.accounts.setIconSize(QSize(16, 16))
        self.accounts.clicked.connect(self.accounts_asked)
        self.accounts.hide()
        self._accounts, self._done, self._several = ("", ""), ("", ""), False
        self.done = QLabel()
        self.previous, self.next = self._step(-1), self._step(1)
        self.legend = QToolButton()
        self.legend.setIcon(icon("legend", theme))
        self.legend.setToolTip(self.tr("What the signs mean"))
        self.legend.setAccessibleName(self.tr("Legend"))
        self.legend.clicked.connect(self.legend_asked)
        self._lay_out()
        self._fill_fixed()

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # what does not fit is said shorter
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(2)
        line.addWidget(self.search, 1)
        line.addSpacing(6)
        for chip in self.chips.values():
            line.addWidget(chip)
        line.addSpacing(6)
        for button in (self.kinds, self.articles, self.states, self.doubts, self.sorting, self.legend):
            line.addWidget(button)
        line.addStretch(1)
        line.addWidget(self.accounts)
        line.addSpacing(6)
        line.addWidget(self.done)
        line.addSpacing(6)
        line.addWidget(self.previous)
        line.addWidget(self.next)

    def _chip(self, verdict: Verdict) -> QToolButton:
        chip = QToolButton()
        chip.setCheckable(True)
        chip.setIcon(mark_icon(verdict, self._theme))
        chip.setIconSize(QSize(16, 16))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.toggled.connect(self._verdicts_chosen)
        return chip

    def _choice(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setProperty("picture", name)
        button.setIcon(icon(name, self._theme))
        button.setIconSize(QSize(16, 16))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setMenu(QMenu(button))
        return button

    def _step(self, by: int) -> QToolButton:
        words = self.tr("Next divergence") if by > 0 else self.tr("Previous divergence")
        button = QToolButton()
        button.setIcon(icon("next" if by > 0 else "previous", self._theme))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.step_asked.emit(by))
        return button

    def _fill_fixed(self) -> None:
        self._fill(self.kinds, [(kind, kind_label(kind, self._language)) for kind in FACT_KINDS], "kinds")
        self._fill(self.states, [(state, state_label(state, self._language)) for state in State], "states")
        self._fill(self.doubts, [(False, self.tr("Sure")), (True, self.tr("Unsure, may be two different things"))], "doubts")
        self._fill_sorting()

    def _fill(self, button: QToolButton, choices: Sequence[tuple[object, str]], field: str) -> None:
        menu = button.menu()
        menu.clear()
        everything = menu.addAction(self.tr("Show all"))
        everything.triggered.connect(lambda: self._clear(button, field))
        menu.addSeparator()
        for value, text in choices:
            action = QAction(text, menu, checkable=True)
            action.setData(value)
            action.toggled.connect(partial(self._chosen, button, field))
            menu.addAction(action)

    def _clear(self, button: QToolButton, field: str) -> None:
        for action in button.menu().actions():
            action.setChecked(False)
        self._chosen(button, field)

    def _chosen(self, button: QToolButton, field: str, checked: bool = False) -> None:
        del checked
        chosen = frozenset(a.data() for a in button.menu().actions() if a.isChecked())
        button.setChecked(bool(chosen))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon if chosen else Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setText(str(len(chosen)) if chosen else button.accessibleName())
        self._set(
            {
                "kinds": lambda: replace(self.filter, kinds=chosen),
                "articles": lambda: replace(self.filter, articles=chosen),
                "states": lambda: replace(self.filter, states=chosen),
                "doubts": lambda: replace(self.filter, doubts=chosen),
            }[field]()
        )

    def _verdicts_chosen(self) -> None:
        self._set(replace(self.filter, verdicts=frozenset(v for v, chip in self.chips.items() if chip.isChecked())))

    def _fill_sorting(self) -> None:
        menu = self.sorting.menu()
        menu.clear()
        for words, order, article in self.orders():
            action = QAction(words, menu, checkable=True, checked=(order, article) == (self.order, self.article))
            action.triggered.connect(partial(self._sort, order, article))
            menu.addAction(action)

    def orders(self) -> list[tuple[str, Order, str]]:
        """Every order there is: words, the order, the article whose places count."""
        found = [(self.tr("Gravest first"), Order.GRAVITY, ""), (self.tr("By passage"), Order.EVENT, "")]
        place = self.tr("As in %1")
        return found + [(place.replace("%1", label_of(a)), Order.PLACE, a.id) for a in self._articles]

    def _sort(self, order: Order, article: str, checked: bool = True) -> None:
        del checked
        self.order, self.article = order, article
        self._fill_sorting()
        self.changed.emit(self.filter, self.order, self.article)

    def sort_by_column(self, column: int) -> None:
        """A click on a head: by gravity on the first, by place in the article on its column."""
        if column == 0:
            self._sort(Order.GRAVITY, "")
        elif column <= len(self._articles):
            self._sort(Order.PLACE, self._articles[column - 1].id)

    def _set(self, chosen: Filter) -> None:
        if chosen != self.filter:
            self.filter = chosen
            self.changed.emit(self.filter, self.order, self.article)

    def set_articles(self, articles: tuple[Article, ...]) -> None:
        """Offer these articles as filters and orders; those chosen stay chosen where only what they are called has changed."""
        called, known = [(a.id, label_of(a)) for a in articles], [(a.id, label_of(a)) for a in self._articles]
        if called == known:
            return
        self._articles = articles
        if [ident for ident, _ in called] == [ident for ident, _ in known]:
            offered = [action for action in self.articles.menu().actions() if action.isCheckable()]
            for action, (_, name) in zip(offered, called, strict=True):
                action.setText(name)
            self._fill_sorting()
            return
        self._fill(self.articles, called, "articles")
        if self.article and self.article not in {a.id for a in articles}:
            self.order, self.article = Order.GRAVITY, ""
        self._clear(self.articles, "articles")
        self._fill_sorting()

    def set_counts(self, counts: Mapping[Verdict, int], done: int, total: int, unsure: int = 0) -> None:
        """Say how many rows each verdict has, how far the review has come, and how many rows are unsure: none need no filter."""
        self.doubts.setVisible(bool(unsure or self.filter.doubts))
        self.doubts.setToolTip(self.tr("Sure or unsure: %1 unsure").replace("%1", str(unsure)))
        for verdict, chip in self.chips.items():
            label = verdict_label(verdict, self._language)
            chip.setText(str(counts.get(verdict, 0)))
            chip.setEnabled(bool(counts.get(verdict)) or chip.isChecked())
            chip.setToolTip(self.tr("Show only: %1").replace("%1", label))
            chip.setAccessibleName(f"{label}{colon(self._language)}{counts.get(verdict, 0)}")
        for button in (self.previous, self.next):
            button.setEnabled(total > 0)
        full = self.tr("%1 of %2 done").replace("%1", str(done)).replace("%2", str(total))
        none = self.tr("no divergence") if sum(counts.values()) else ""
        self._done = (full, f"{done}/{total}") if total else (none, none)
        self.done.setToolTip(full if total else none)
        self._fit()

    def set_accounts(self, groups: Sequence[Sequence[Article]]) -> None:
        """Say how many articles there are, and how many independent accounts where some share their words."""
        count = sum(map(len, groups))
        fewer = len(groups) < count
        full = said_line(count, len(groups))
        self._accounts = full, short_line(len(groups)) if fewer else full
        self._several = count > 1
        self.accounts.setIcon(icon("copy", self._theme) if fewer else QIcon())
        together = [" + ".join(label_of(a) for a in group) for group in groups if len(group) > 1]
        one = self.tr("One account: %1")
        told = [one.replace("%1", names) for names in together] or [self.tr("No article takes most of its words from another.")]
        self.accounts.setToolTip(verbatim("\n".join((*told, self.tr("Click to see who shares words with whom.")))))
        self.accounts.setAccessibleName(full)
        self.accounts.setAccessibleDescription("\n".join(told))
        self._fit()

    def show_names(self, shown: bool) -> None:
        """Fold or unfold the rows of names that the articles agree on."""
        self._set(replace(self.filter, names=shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, less is said."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for everything said at its shortest."""
        return QSize(self._needed("", self._done[1], tight=True), super().sizeHint().height())

    def _needed(self, accounts: str, done: str, *, tight: bool) -> int:
        """The width that the line takes with these words; `tight`, without the legend, which stands in the menus too."""
        line, metrics = self.layout(), self.fontMetrics()
        spoken = {self.search, self.accounts, self.done, self.legend}
        items = [line.itemAt(n) for n in range(line.count())] if line is not None else []
        widgets = [item.widget() for item in items if item is not None]
        others = [w.sizeHint().width() for w in widgets if w is not None and w not in spoken and not w.isHidden()]
        words = metrics.horizontalAdvance(done) + (metrics.horizontalAdvance(accounts) + 34 if self._tells(accounts) else 0)
        legend = 0 if tight else self.legend.sizeHint().width() + 2
        return sum(others) + 2 * len(others) + (TIGHT if tight else LEAST) + words + legend + 60

    def _tells(self, words: str) -> bool:
        """Whether there is anything to show of the accounts: words, or the sign that some are one."""
        return self._several and bool(words or not self.accounts.icon().isNull())

    def _fit(self) -> None:
        """Say as much as there is room for: how far the review has come before how many accounts there are."""
        (accounts, few), (done, short) = self._accounts, self._done
        choices = ((accounts, done, False), (few, done, False), (few, short, False), ("", short, False), ("", short, True))
        fitting = next((each for each in choices if self._needed(each[0], each[1], tight=each[2]) <= self.width()), choices[-1])
        told, done, tight = fitting
        self.search.setMinimumWidth(TIGHT if tight else LEAST)
        self.accounts.setText(told)
        self.accounts.setVisible(self._tells(told))
        self.legend.setVisible(not tight)
        self.done.setText(done)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        if not self.accounts.icon().isNull():
            self.accounts.setIcon(icon("copy", theme))
        for verdict, chip in self.chips.items():
            chip.setIcon(mark_icon(verdict, theme))
        for button in (self.kinds, self.articles, self.states, self.doubts, self.sorting):
            button.setIcon(icon(str(button.property("picture")), theme))
        for button, name in ((self.previous, "previous"), (self.next, "next"), (self.legend, "legend")):
            button.setIcon(icon(name, theme))
