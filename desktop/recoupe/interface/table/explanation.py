"""Why a row is judged as it is: the values side by side, the rule, how sure it is, who says it; and the user's ruling."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QToolButton, QVBoxLayout, QWidget

from recoupe.interface.folding import folded
from recoupe.interface.marks import mark_pixmap
from recoupe.interface.panes.explanations import in_original
from recoupe.interface.panes.header import ClampedLabel
from recoupe.interface.table.delegate import STATE_ICONS
from recoupe.interface.table.rows import Cell, Row, label_of
from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Certainty, Fact, Judgement, State, Verdict
from recoupe.wording import (
    colon,
    confidence_text,
    note_text,
    only_words_tell,
    quoted,
    reason_text,
    state_label,
    value_text,
    verdict_label,
    word,
    worth_text,
)

SIDE = 12  # pixels left and right of everything
LABEL = 30  # characters of an article's name beside its values


class Explanation(QWidget):
    """One comparison explained. Tells what the user rules; changes nothing itself."""

    ruled = Signal(State)
    noted = Signal(str)
    correct_asked = Signal(str)  # a fact's id
    restore_asked = Signal(str)  # likewise
    place_asked = Signal(object)  # the Place of a fact

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, window_language()
        self._row: Row | None = None
        self._rows = True
        self._articles: Mapping[str, Article] = {}
        self._corrected: frozenset[str] = frozenset()
        self._mark, self._verdict, self._about = QLabel(), QLabel(), ClampedLabel(1)
        self._verdict.setProperty("role", "heading")
        self.body = QTextBrowser()
        self.body.setOpenLinks(False)
        self.body.setProperty("role", "plain")
        self.body.document().setDocumentMargin(0)
        self.body.setAccessibleName(self.tr("Why it is judged so"))
        self.body.anchorClicked.connect(lambda address: self._follow(address.toString()))
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note on this comparison"))
        self.note.editingFinished.connect(self._tell_note)
        self._states = QButtonGroup(self)
        self._lay_out()
        self.clear()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._mark)
        head.addWidget(self._verdict)
        head.addWidget(self._about, 1)
        self._ruling = QWidget()
        rulings = QHBoxLayout(self._ruling)
        rulings.setContentsMargins(0, 0, 0, 0)
        rulings.setSpacing(2)
        for state in (State.TO_CHECK, State.CONFIRMED, State.NOT_A_DIVERGENCE):
            button = QToolButton()
            button.setCheckable(True)
            button.setText(state_label(state, self._language))
            button.setIcon(icon(STATE_ICONS[state], self._theme))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(state_label(state, self._language))
            button.setAccessibleName(state_label(state, self._language))
            if state is not State.TO_CHECK:  # where every comparison begins: its sign alone spares room for the rulings
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setProperty("state", state.value)
            self._states.addButton(button)
            rulings.addWidget(button)
        rulings.addStretch(1)
        self._states.setExclusive(False)
        self._states.buttonClicked.connect(lambda button: self.ruled.emit(State(button.property("state"))))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SIDE, 6, SIDE, 6)
        whole.setSpacing(5)
        whole.addLayout(head)
        whole.addWidget(self.body, 1)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.setSpacing(6)
        self._foot.addWidget(self._ruling)
        self._foot.addWidget(self.note, 1)
        whole.addLayout(self._foot)

    @property
    def least_width(self) -> int:
        """The width at which every ruling is told in full, in whatever language."""
        return self._ruling.sizeHint().width() + 2 * SIDE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The note stands beside the rulings where there is room, else under them."""
        super().resizeEvent(event)
        beside = self.width() >= self._ruling.sizeHint().width() + 110
        self._foot.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for button in self._states.buttons():
            button.setIcon(icon(STATE_ICONS[State(button.property("state"))], theme))
        if self._row is not None:
            self._fill(self._row)
        else:
            self.clear()

    def clear(self) -> None:
        """Nothing is selected: say how to begin."""
        self._row = None
        self._mark.clear()
        self._verdict.setText("")
        self._about.set_text("", self.font(), self._theme.muted)
        self.body.setHtml(self._hints())
        self._ruling.hide()
        self.note.hide()

    def expect_rows(self, there: bool) -> None:
        """Whether there is a row to choose; where there is none, nothing is said of choosing one."""
        if there != self._rows:
            self._rows = there
            if self._row is None:
                self.clear()

    def _hints(self) -> str:
        """What to do next, and by which keys: it stands where nothing else does, and goes when a row is chosen."""
        if not self._rows:
            return ""
        hint = self.tr("Choose a row to see why it is judged as it is.")
        theme = self._theme
        rows = "".join(
            f'<tr><td style="color:{theme.accent}"><b>{key}</b></td><td style="color:{theme.muted}">{escape(words)}</td></tr>'
            for key, words in (
                ("N", self.tr("the next divergence, the gravest first")),
                ("B", self.tr("what the other articles say, under the passage")),
                ("V", self.tr("confirmed: the articles do diverge")),
                ("D", self.tr("not a divergence: set it aside")),
                ("F1", self.tr("every key")),
            )
        )
        return f'<p style="color:{theme.muted}">{escape(hint)}</p><table cellspacing="0" cellpadding="3">{rows}</table>'

    def show_row(self, row: Row, articles: Mapping[str, Article], state: State, note: str, corrected: frozenset[str]) -> None:
        """Explain one comparison; `corrected` are the facts whose value the user set right."""
        fresh = self._row is not row or articles != self._articles or corrected != self._corrected
        changed = self._row is None or self._row.ident != row.ident
        self._row, self._articles, self._corrected = row, articles, corrected
        if fresh:
            self._fill(row)
        self._ruling.setVisible(row.verdict is not Verdict.AGREEMENT or state is not State.TO_CHECK)
        self.note.show()
        for button in self._states.buttons():
            button.setChecked(button.property("state") == state.value)
        if changed or not self.note.hasFocus():
            self.note.setText(note)

    def _fill(self, row: Row) -> None:
        self._mark.setPixmap(mark_pixmap(row.verdict, self._theme, 20, self.devicePixelRatioF(), unsure=row.comparison.unsure))
        self._verdict.setText(verdict_label(row.verdict, self._language))
        self._verdict.setStyleSheet(f"color: {self._theme.ink(row.verdict)}")
        about = f"{row.title} · {row.kind}" if row.title != row.kind else row.title
        self._about.set_text(about, self.font(), self._theme.muted)
        self.body.setHtml(self.html(row))

    def html(self, row: Row) -> str:
        """The explanation, as the panel shows it."""
        muted = f'style="color:{self._theme.muted}"'
        facts = {f.id: f for cell in row.cells.values() for f in cell.facts}
        wordless = row.verdict is Verdict.CONTRADICTION and only_words_tell(facts.values(), self._language)
        lines = "".join(
            self._line(
                fact,
                times,
                (dict(cell.said).get(fact.id, ""), dict(cell.sources).get(fact.id, "")),
                muted,
                worth="" if wordless else worth_text(fact, self._language),
            )
            for cell in row.cells.values()
            for fact, times in self._once(cell)
        )
        silent = [label_of(a) for ident, a in self._articles.items() if ident not in row.cells]
        parts = []  # the rule first: the words themselves stand in the row already
        for judgement in gravest(row, facts):
            why = self._sentence(reason_text(judgement, self._language))
            sure = "" if row.comparison.unsure else confidence_text(judgement.confidence, self._language)
            parts.append(f'<p style="margin-top:0; margin-bottom:5px">{escape(why)} <span {muted}>{escape(sure)}</span></p>')
        if row.comparison.note:
            parts.append(f"<p>{escape(self._sentence(note_text(row.comparison.note, self._language)))}.</p>")
        parts.append(f'<table cellspacing="0" cellpadding="3" width="100%">{lines}</table>')
        if silent:
            unstated = self._sentence(word("report", "not_stated", self._language))
            parts.append(f"<p {muted}>{escape(unstated)}{colon(self._language)}{escape(', '.join(silent))}</p>")
        return "".join(parts)

    def _once(self, cell: Cell) -> list[tuple[Fact, int]]:
        """The facts of a cell, those that an article says again in the same words once, with how often."""
        found: dict[object, tuple[Fact, int]] = {}
        for fact in cell.facts:
            words = folded(self._articles[fact.place.article].quote(fact.span))
            key = fact.id if fact.id in self._corrected else (words, fact.value, fact.stance)
            first, times = found.get(key, (fact, 0))
            found[key] = first, times + 1
        return list(found.values())

    def _line(self, fact: Fact, times: int, told: tuple[str, str], muted: str, *, worth: str) -> str:
        """One fact with the words that a translation has for it and for its source, where there is one."""
        article, (translated, source) = self._articles[fact.place.article], told
        said = [word("certainty", "hedged", self._language)] if fact.stance.certainty is Certainty.HEDGED else []
        if fact.stance.source:
            said.append(word("explain", "according", self._language, source=source or in_original(fact.stance.source, article)))
        ident = escape(fact.id, quote=True)
        wording, own = escape(quoted(article.quote(fact.span), article.language)), ""
        if translated:  # in the reader's words, the article's own beside them
            own = f" <span {muted}>{wording}</span>"
            wording = escape(quoted(translated, "en" if article.language == "fr" else "fr"))
        again = f" <span {muted}>×{times}</span>" if times > 1 else ""
        link = f'<a style="color:{self._theme.accent};text-decoration:none" href='
        value = value_text(fact.value, self._language) if fact.id in self._corrected else worth
        below = " · ".join((*([f"<b>{escape(value)}</b>"] if value else []), *map(escape, said)))
        words = self.tr("corrected; take back") if fact.id in self._corrected else self.tr("correct…")
        verb = "restore" if fact.id in self._corrected else "correct"
        return (
            f'<tr><td {muted} width="30%">{escape(_short(label_of(article)))}</td>'
            f'<td>{link}"place:{ident}">{wording}</a>{own}{again}<br>{below} · {link}"{verb}:{ident}">{escape(words)}</a></td></tr>'
        )

    @staticmethod
    def _sentence(text: str) -> str:
        return text[:1].upper() + text[1:]

    def _follow(self, address: str) -> None:
        verb, _, ident = address.partition(":")
        if verb == "correct":
            self.correct_asked.emit(ident)
        elif verb == "restore":
            self.restore_asked.emit(ident)
        else:
            self._go_to(ident)

    def _go_to(self, ident: str) -> None:
        for cell in self._row.cells.values() if self._row is not None else ():
            for fact in cell.facts:
                if fact.id == ident:
                    self.place_asked.emit(fact.place)

    def _tell_note(self) -> None:
        if self._row is not None:
            self.noted.emit(self.note.text())


def _short(label: str) -> str:
    """A long title cut at a word, so that the values beside it keep their room."""
    return label if len(label) <= LABEL else label[:LABEL].rsplit(" ", 1)[0].rstrip(" ,;:–—") + "…"


def gravest(row: Row, facts: Mapping[str, Fact]) -> list[Judgement]:
    """The judgements that explain a row: the surest of each rule under its gravest verdict."""
    found: dict[str, Judgement] = {}
    for judgement in sorted(row.comparison.judgements, key=lambda j: -j.confidence):
        if judgement.verdict is row.verdict and judgement.left in facts and judgement.right in facts:
            found.setdefault(judgement.reason, judgement)
    return list(found.values())
