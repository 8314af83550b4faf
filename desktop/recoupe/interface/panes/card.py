"""What the other articles tell of a passage, set under it in place, with what differs word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from recoupe.interface.panes.header import ClampedLabel
from recoupe.interface.theme import Theme, icon
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim, verbatim_label
from recoupe.model import Place
from recoupe.wording import share_text

Change = tuple[str, str]
WORD = re.compile(r"\w+")
ROOMY = 300  # pixels of a card from which its heads hold more than a name and what can be done
MOSTLY_ALIKE = 0.4  # the share of words in common from which differences are shown rather than what is shared


@dataclass(frozen=True, slots=True)
class Partner:
    """One passage of another article: whose it is, the way from this wording to that, how sure the link is.

    `note` says which machine its words are from, empty where they are the article's own. What is not `linked` only states otherwise what
    the passage states.
    """

    place: Place
    name: str
    changes: tuple[Change, ...]
    confidence: float
    confirmed: bool
    note: str = ""
    linked: bool = True


class PartnerCard(QFrame):
    """The partners of one passage. Words only they have stand out; words only this passage has can be shown struck through."""

    go_asked = Signal(object)
    confirm_asked = Signal(object)
    part_asked = Signal(object)
    closed = Signal()

    def __init__(self, partners: tuple[Partner, ...], font: QFont, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shares: list[QLabel] = []
        self.setAccessibleName(self.tr("What the other articles say here"))
        self.setStyleSheet(
            f"PartnerCard {{ background: {theme.alternate}; border: 1px solid {theme.link}; border-radius: 6px; }}"
            f"PartnerCard QToolButton {{ padding: 1px 5px; }}"
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 6, 8, 10)
        whole.setSpacing(2)
        if any(not partner.linked for partner in partners):
            told = QLabel(self.tr("No passage is linked to this one, but the table compares it with:"), wordWrap=True)
            told.setProperty("role", "muted")
            whole.addWidget(told)
        for n, partner in enumerate(partners):
            if n:
                whole.addSpacing(8)
            whole.addLayout(self._head(partner, closing=n == 0))
            words = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
            words.setFont(font)
            words.setText(changed_words(partner.changes, theme))
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
            words.setContentsMargins(0, 0, 4, 4)
            whole.addWidget(words)
            if partner.note:
                note = verbatim_label(partner.note, wrap=True)
                note.setProperty("role", "muted")
                whole.addWidget(note)
        if not partners:
            line = QHBoxLayout()
            line.addWidget(QLabel(self.tr("No passage of another article is linked to this one."), wordWrap=True), 1)
            line.addWidget(self._button("close", self.tr("Put away"), self.closed.emit))
            whole.addLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is short, the name of the article comes before how sure the link is, which its tooltip says too."""
        super().resizeEvent(event)
        for share in self._shares:
            share.setVisible(self.width() >= ROOMY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Space put the card away."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Space}:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _head(self, partner: Partner, *, closing: bool) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        name = ClampedLabel(1)
        strong = QFont(self.font())
        strong.setBold(True)
        name.set_text(partner.name, strong, self._theme.text)
        line.addWidget(name, 1)
        place = partner.place
        if partner.linked:
            sure = self.tr("confirmed") if partner.confirmed else share_text(partner.confidence, window_language())
            name.setToolTip(verbatim(f"{partner.name}\n" + self.tr("How sure the link is: %1").replace("%1", sure)))
            share = QLabel(f"<span style='color:{self._theme.muted}'>{escape(sure)}</span>")
            self._shares.append(share)
            line.addSpacing(6)
            line.addWidget(share)
            line.addSpacing(4)
        if partner.linked and not partner.confirmed:
            line.addWidget(self._button("pin", self.tr("Confirm this link"), lambda: self.confirm_asked.emit(place)))
        if partner.linked:
            line.addWidget(self._button("unlink", self.tr("These do not tell the same thing"), lambda: self.part_asked.emit(place)))
        line.addWidget(self._button("right", self.tr("Go there"), lambda: self.go_asked.emit(place)))
        if closing:
            line.addWidget(self._button("close", self.tr("Put away"), self.closed.emit))
        return line

    def _button(self, name: str, words: str, call: object) -> QToolButton:
        button = QToolButton(autoRaise=True)
        button.setIcon(icon(name, self._theme))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(call)
        return button


def _shared_words(changes: tuple[Change, ...]) -> str:
    own = {word.casefold() for kind, text in changes if kind != "insert" for word in WORD.findall(text)}

    def shown(found: re.Match[str]) -> str:
        word = found.group()
        weighty = len(word) > 3 or word.isdigit()
        return f"<b>{escape(word)}</b>" if weighty and word.casefold() in own else escape(word)

    other = "".join(text for kind, text in changes if kind != "delete")
    parts, at = [], 0
    for found in WORD.finditer(other):
        parts += [escape(other[at : found.start()]), shown(found)]
        at = found.end()
    return "".join([*parts, escape(other[at:])])


def changed_words(changes: tuple[Change, ...], theme: Theme) -> str:
    """The other wording. Where much is alike, what differs is set off; where little is, what is shared, for else all would stand out."""
    alike = sum(len(word) for kind, text in changes if kind == "equal" for word in text.split())
    other = sum(len(word) for kind, text in changes if kind != "delete" for word in text.split())
    if alike < other * MOSTLY_ALIKE:
        return _shared_words(changes)
    style = f"background:{theme.band_strong}; font-weight:600"
    parts = []
    for kind, text in changes:
        if kind == "equal":
            parts.append(escape(text))
        elif kind == "insert" and text.strip():
            parts.append(f"<span style='{style}'>{escape(text)}</span>")
        elif kind == "insert":
            parts.append(escape(text))
        elif text.strip():
            parts.append(f"<span style='color:{theme.muted}; text-decoration:line-through'>{escape(text.strip())}</span> ")
    return "".join(parts)
