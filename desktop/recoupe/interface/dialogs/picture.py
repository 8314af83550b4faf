"""The picture of the story: what the articles date, and who agrees with whom; a click leads into the texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from PySide6.QtCore import QByteArray, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QTabWidget, QToolTip, QVBoxLayout, QWidget

from recoupe.interface.reading import Reading
from recoupe.interface.session import Session
from recoupe.interface.theme import Theme
from recoupe.interface.tongue import window_language
from recoupe.interface.verbatim import verbatim_label
from recoupe.model import Fact, Place, Project
from recoupe.reports import Inks, labels, matrix, matrix_svg, timeline, timeline_svg
from recoupe.reports.look import mixed
from recoupe.reports.picture import Mark, Timeline
from recoupe.wording import word

_DEEPEST = 0.5  # of the colour of agreements: words stay legible on it, light or dark
_LONGEST_ABOUT = 4  # words of a translation beside a date; the tooltip has the whole sentence
ROOM = QSize(1060, 640)


class Drawing(QWidget):
    """An SVG drawing in its own size. `asked` tells the name of a part that was clicked; `told` explains parts in tooltips."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renderer = QSvgRenderer(self)
        self._parts: Mapping[str, str] = {}
        self.setMouseTracking(True)

    def show_drawing(self, svg: str, told: Mapping[str, str]) -> None:
        """Show a drawing; `told` has an explanation for each part that leads somewhere, by its id."""
        self._renderer.load(QByteArray(svg.encode()))
        self._parts = told
        self.setFixedSize(self._renderer.defaultSize())
        self.update()

    def part_at(self, spot: QPointF) -> str:
        """The part under a point, or empty."""
        box = self._renderer.viewBoxF()
        scale = box.width() / max(self.width(), 1)
        point = QPointF(box.x() + spot.x() * scale, box.y() + spot.y() * scale)
        return next((ident for ident in self._parts if self._bounds(ident).contains(point)), "")

    def told_at(self, spot: QPointF) -> str:
        """What is told of the part under a point, or empty."""
        return self._parts.get(self.part_at(spot), "")

    def box_of(self, ident: str) -> QRectF:
        """Where a part is drawn, in the widget."""
        box = self._renderer.viewBoxF()
        scale = max(self.width(), 1) / box.width()
        found = self._bounds(ident)
        return QRectF((found.x() - box.x()) * scale, (found.y() - box.y()) * scale, found.width() * scale, found.height() * scale)

    def _bounds(self, ident: str) -> QRectF:
        return self._renderer.transformForElement(ident).mapRect(self._renderer.boundsOnElement(ident))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it, sharp at every scale."""
        del event
        with QPainter(self) as painter:
            self._renderer.render(painter, QRectF(self.rect()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what leads somewhere."""
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.part_at(event.position()) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was clicked."""
        part = self.part_at(event.position())
        if part and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit(part)

    def event(self, event: QEvent) -> bool:
        """Explain the part under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            told = "<br>".join(map(escape, self.told_at(QPointF(event.pos())).splitlines()))
            QToolTip.showText(event.globalPos(), f"<p>{told}</p>" if told else "", self)
            return True
        return super().event(event)


class StoryPicture(QDialog):
    """The timeline and the matrix of the open study, kept up to date while it is open. `place_asked` tells a Place to go to.

    With `reading`, articles that are read in translation speak in its words, and it is said whose they are.
    """

    place_asked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None, *, reading: Reading | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme, self._reading = session, theme, reading
        self._places: dict[str, Place] = {}
        self.setWindowTitle(self.tr("Picture of the story"))
        self.timeline, self.matrix = Drawing(), Drawing()
        self._nothing = QLabel(self.tr("The articles have no dates that could be tied to a year."))
        self._nothing.setProperty("role", "muted")
        self.note = verbatim_label(wrap=True)
        self.note.setProperty("role", "muted")
        self.pages = QTabWidget()
        self.pages.addTab(self._page(self.timeline, "dates_story", self.note, self._nothing), word("report", "timeline", window_language()))
        self.pages.addTab(self._page(self.matrix, "matrix_caption"), word("report", "matrix", window_language()))
        whole = QVBoxLayout(self)
        whole.addWidget(self.pages)
        self.timeline.asked.connect(lambda ident: self.place_asked.emit(self._places[ident]))
        session.changed.connect(self._change)
        if reading is not None:
            reading.shown_changed.connect(self._draw_again)
        self._draw(session.project)
        self.resize(ROOM.boundedTo(self.screen().availableSize() - QSize(60, 80)))

    def _page(self, drawing: Drawing, caption: str, *more: QWidget) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        label = QLabel(word("report", caption, window_language()))
        label.setProperty("role", "muted")
        column.addWidget(label)
        for widget in more:
            column.addWidget(widget)
        shelf = QScrollArea()
        shelf.setWidget(drawing)
        shelf.setFrameShape(QScrollArea.Shape.NoFrame)
        shelf.setAccessibleName(label.text())
        shelf.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrow keys scroll
        column.addWidget(shelf, 1)
        return page

    def _change(self, before: Project, after: Project) -> None:
        if before.articles is not after.articles or before.analysis is not after.analysis:
            self._draw(after)

    def _draw_again(self) -> None:
        self._draw(self._session.project)

    def _draw(self, project: Project) -> None:
        language, inks = window_language(), _inks(self._theme)
        named = labels([(a.id, a.outlet) for a in project.articles])
        told = timeline(project.articles, project.analysis.facts, language)
        facts = {f.id: f for f in project.analysis.facts}
        note = self._reading.note() if self._reading else ""
        self.note.setText(note)
        self.note.setVisible(bool(note))
        if self._reading is not None and note:
            told = _as_read(told, facts, self._reading)
        marks = {mark.fact: mark for moment in told.moments for mark in moment.marks if mark.fact}
        self._places = {ident: facts[ident].place for ident in marks}
        self.timeline.show_drawing(timeline_svg(told, named, language, inks), {i: m.sentence for i, m in marks.items()})
        lines = [f"{moment.label}: " + ", ".join(f"{named[m.article]} {m.words}".strip() for m in moment.marks) for moment in told.moments]
        self.timeline.setAccessibleDescription("\n".join(lines))
        self._nothing.setVisible(not told.moments)
        self.timeline.setVisible(bool(told.moments))
        found = matrix(project.articles, project.analysis)
        self.matrix.show_drawing(matrix_svg(found, named, language, inks), {})
        shares = (
            f"{named[one]} / {named[other]}: {round(100 * cell.share)} % ({cell.pairs})"
            for (one, other), cell in found.cells.items()
            if cell.share is not None
        )
        self.matrix.setAccessibleDescription("\n".join(shares))


def _as_read(told: Timeline, facts: Mapping[str, Fact], reading: Reading) -> Timeline:
    """A timeline in the words of the translations that are read, as far as there are any; an article's own sentence beneath."""
    study, said = reading.study(), reading.said()

    def reworded(mark: Mark) -> Mark:
        if not mark.fact:
            return mark
        sentence = study.article(mark.article).sentence_text(facts[mark.fact].place.sentence)
        if sentence == mark.sentence:
            return mark
        about = said.abouts.get(mark.fact, "")
        about = about if len(about.split()) <= _LONGEST_ABOUT else ""
        return replace(mark, words=said.words.get(mark.fact, mark.words), about=about, sentence=f"{sentence}\n{mark.sentence}")

    return replace(told, moments=tuple(replace(m, marks=tuple(map(reworded, m.marks))) for m in told.moments))


def _inks(theme: Theme) -> Inks:
    """The drawing in the colours of the window."""
    return Inks(
        text=theme.text,
        muted=theme.muted,
        accent=theme.accent,
        border=theme.border,
        border_strong=theme.border_strong,
        base=theme.base,
        alternate=theme.alternate,
        low=theme.base,
        high=mixed(theme.base, theme.agreement, _DEEPEST),
    )
