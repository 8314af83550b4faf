"""The head of a pane: who wrote, when, what, and how much of it the others tell too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from recoupe.interface.panes.sheet import tied
from recoupe.interface.theme import Theme, icon
from recoupe.interface.verbatim import verbatim


@dataclass(frozen=True, slots=True)
class Heading:
    """The words of a pane's head, ready to show. `outlet` falls back to the name of the file; `check` is drawn as a link."""

    outlet: str
    date: str
    title: str
    facts: tuple[str, ...]  # language, length, share aligned
    check: str = ""  # how many sentences are to be checked
    known: bool = True  # whether the outlet is known rather than a file's name


LEFT, RIGHT, MARGINS = 16, 6, 32  # pixels beside a head's words: left, right of its buttons, and together beside the title
UNBROKEN = 26  # characters up to which a label stays whole beside others; a longer one has lines of its own, or it would be cut
ACTIVE = 2  # pixels of the line under the head of the pane that has the keys
MOST = 400  # characters: no label shows more, whatever a text without a title begins with


class ClampedLabel(QWidget):
    """A text of a few lines at most, the rest told by an ellipsis and in the tooltip."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = self._room = lines
        self._text = ""
        self._colour = QColor()
        self._face = QFont()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str, font: QFont, colour: str) -> None:
        """Show a text in a face and colour."""
        self._text, self._colour = text[:MOST], QColor(colour)
        self._face = QFont(font)  # kept apart: a style sheet would take the widget's own font over
        self.setToolTip(verbatim(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def lines_at(self, width: int) -> int:
        """How many lines the text takes at a width, as far as they are shown."""
        return 1 if QFontMetricsF(self._face).horizontalAdvance(self._text) <= width else self._lines

    def reserve(self, lines: int) -> None:
        """Take room for so many lines, whether the text needs them or not, so that panes stay level."""
        if lines != self._room:
            self._room = lines
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The lines reserved."""
        return QSize(120, round(QFontMetricsF(self._face).height() * self._room) + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the lines out and draw them."""
        del event
        with QPainter(self) as painter:
            painter.setPen(self._colour)
            painter.setFont(self._face)
            metrics = QFontMetricsF(self._face)
            layout = QTextLayout(self._text, self._face)
            layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
            layout.beginLayout()
            for n in range(self._lines):
                line = layout.createLine()
                if not line.isValid():
                    break
                line.setLineWidth(self.width())
                start = line.textStart()
                rest = self._text[start:]
                words = rest if n == self._lines - 1 else rest[: line.textLength()]
                shown = metrics.elidedText(words.rstrip(), Qt.TextElideMode.ElideRight, self.width())
                painter.drawText(0, round(metrics.ascent() + n * metrics.height()), shown)
            layout.endLayout()


class Header(QFrame):
    """The head of a pane. Its menu is filled by whoever knows what can be done; `check_asked` tells that the list of doubts is wanted."""

    check_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._active, self._focus = False, QColor()
        self._told: tuple[Heading, QFont, Theme] | None = None
        self._dressed: Theme | None = None
        self.outlet, self.title, self.facts = ClampedLabel(1), ClampedLabel(2), QLabel()
        self.lock, self.more = QToolButton(), QToolButton()
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.lock.setObjectName("lock")  # for the style: an article that was let go is easily overlooked
        self.lock.setCheckable(True)
        self.lock.setChecked(True)
        for button in (self.lock, self.more):
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.MinimumExpanding)
        self.facts.setWordWrap(True)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.facts.linkActivated.connect(lambda _: self.check_asked.emit())
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.outlet, 1)
        top.addWidget(self.lock)
        top.addWidget(self.more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(LEFT, 7, RIGHT, 9)
        whole.setSpacing(3)
        whole.addLayout(top)
        inner = QVBoxLayout()
        inner.setContentsMargins(0, 0, MARGINS - LEFT - RIGHT, 0)
        inner.setSpacing(4)
        inner.addWidget(self.title)
        inner.addWidget(self.facts)
        whole.addLayout(inner)

    def set_heading(self, heading: Heading, face: QFont, theme: Theme) -> None:
        """Show an article's labels; the reading face for its title, the window's own for the rest."""
        if (heading, face, theme) == self._told:
            return
        self._told = (heading, face, theme)
        outlet = QFont(self.font())
        outlet.setBold(heading.known)
        outlet.setItalic(not heading.known)
        self.outlet.set_text(heading.outlet, outlet, theme.text if heading.known else theme.muted)
        title = QFont(face)
        title.setWeight(QFont.Weight.DemiBold)
        title.setPointSizeF(max(face.pointSizeF() * 0.98, 9.0))
        self.title.set_text(tied(heading.title), title, theme.text)
        parts = [part for part in (heading.date, *heading.facts) if part]
        short = "&nbsp;&nbsp; ".join(_escaped(part).replace(" ", "&nbsp;") for part in parts if len(part) <= UNBROKEN)
        told = "<br>".join((short, *(_escaped(part) for part in parts if len(part) > UNBROKEN)))
        if heading.check:
            told += f" <a href='check' style='color:{theme.accent}'>{_escaped(heading.check).replace(' ', '&nbsp;')}</a>"
        self.facts.setText(f"<span style='color:{theme.muted}'>{told}</span>")
        self.more.setIcon(icon("more", theme))
        self._focus = QColor(theme.focus)
        self.set_followed(self.lock.isChecked(), theme)
        if theme != self._dressed:
            self._dress(theme)

    def _dress(self, theme: Theme) -> None:
        """Set the style, which costs more than all the rest."""
        self._dressed = theme
        self.setStyleSheet(
            f"Header {{ background: {theme.base}; border: none; border-bottom: 1px solid {theme.border}; }}"
            "Header QToolButton { padding: 3px; } Header QToolButton:checked { background: transparent; border-color: transparent; }"
            f"Header QToolButton#lock:!checked {{ background: {theme.band_strong}; border-color: {theme.accent}; }}"
            f"Header QToolButton:checked:hover {{ background: {theme.hover}; }} Header QToolButton:focus {{ border-color: {theme.focus}; }}"
        )

    def set_active(self, active: bool) -> None:
        """Show whether the keys go to this pane: its caret alone is easily overlooked."""
        self._active = active
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line under the head stands out where the keys go to this pane."""
        super().paintEvent(event)
        if self._active:
            with QPainter(self) as painter:
                painter.fillRect(0, self.height() - ACTIVE, self.width(), ACTIVE, self._focus)

    def title_lines(self, width: int) -> int:
        """How many lines the title takes where the head has a width."""
        margins = self.contentsMargins()
        return self.title.lines_at(width - MARGINS - margins.left() - margins.right())

    def wanted_height(self, width: int) -> int:
        """The height this head needs at a width."""
        layout = self.layout()
        if layout is not None:
            layout.activate()  # labels that changed just now are known to the layout around them only after this
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        return wanted if wanted > 0 else self.sizeHint().height()

    def set_followed(self, followed: bool, theme: Theme) -> None:
        """Show whether the pane scrolls with the others."""
        self.lock.setChecked(followed)
        self.lock.setIcon(icon("lock" if followed else "unlock", theme))
        words = self.tr("Scrolls with the others. Press to let go.") if followed else self.tr("Scrolls alone. Press to follow the others.")
        self.lock.setToolTip(words)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
