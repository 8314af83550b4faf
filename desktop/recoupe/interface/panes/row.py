"""The panes side by side, scrolling together by meaning, with bands between neighbours."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from recoupe.interface.panes.bands import Bands
from recoupe.interface.panes.explanations import explain_marks, explain_place, explain_tie
from recoupe.interface.panes.findings import (
    Findings,
    Mark,
    Told,
    event_signs,
    marks_by_article,
    seen_by_article,
    strongest_at,
    told,
)
from recoupe.interface.panes.following import Following
from recoupe.interface.panes.header import Heading
from recoupe.interface.panes.heads import Heads
from recoupe.interface.panes.link_map import WIDTH, LinkedSplitter, LinkMap
from recoupe.interface.panes.offsets import Shown
from recoupe.interface.panes.pane import LEAST_WIDTH, Face, Pane
from recoupe.interface.panes.partners import Partners
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.signs import judged
from recoupe.interface.theme import Theme, reading_font
from recoupe.interface.turns import Turns
from recoupe.model import Article, Place, Project, Span, Verdict


class Row(QScrollArea):
    """All panes of the study, in the order of its articles; a shelf to scroll sideways where they need more room than there is."""

    menu_asked = Signal(object, QPoint)
    pane_added = Signal(object)
    passage_opened = Signal(object)
    passage_picked = Signal(object)

    def __init__(self, session: Session, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._selection, self._theme = session, selection, theme
        self._panes: dict[str, Pane] = {}
        self._heads = Heads()
        self._bare: dict[str, Findings] = {}
        self._turns = Turns(self)
        self._current = ""
        self._face: Callable[[Article], Face] = self._plain_face
        self._said: Callable[[], Mapping[str, str]] = dict
        self._following = Following(session, self._panes, self._turns, self)
        self._following.scrolled.connect(self._redraw_bands)
        self.partners = Partners(session, self._panes, self)
        self.partners.opened.connect(self._show_with_card)
        self.partners.go_asked.connect(self._go_over)
        self._levelling = QTimer(self, singleShot=True, interval=0)
        self._levelling.timeout.connect(self.level_heads)
        self._splitter = LinkedSplitter()
        self._splitter.band_clicked.connect(self._pick_event)
        self._splitter.splitterMoved.connect(self.level_heads)
        self.setWidget(self._splitter)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        session.changed.connect(self._change)
        session.settings_changed.connect(lambda _: self.set_theme(self._theme))
        selection.event_changed.connect(self._light)
        selection.comparison_changed.connect(self._choose)
        selection.place_changed.connect(self._go)
        selection.picked_changed.connect(lambda _: self._mark())

    # What is shown

    @property
    def panes(self) -> tuple[Pane, ...]:
        """The panes from left to right."""
        return tuple(self._panes[a.id] for a in self._session.project.articles if a.id in self._panes)

    @property
    def link_maps(self) -> tuple[LinkMap, ...]:
        """The maps between neighbours, from left to right."""
        return tuple(self._splitter.link_map(n) for n in range(1, self._splitter.count()))

    @property
    def _told(self) -> Told:
        return told(self._session.project.analysis)

    def pane(self, article: str) -> Pane | None:
        """The pane of an article."""
        return self._panes.get(article)

    @property
    def current(self) -> Pane | None:
        """The pane the reader is in: the focused one, else the first."""
        return self._panes.get(self._current) or next(iter(self.panes), None)

    def set_faces(self, face: Callable[[Article], Face], said: Callable[[], Mapping[str, str]] = dict) -> None:
        """Show articles as this function says, from now on; `refresh` has it asked again.

        `said` tells what translations that are read say of facts, by fact id.
        """
        self._face, self._said = face, said
        self.refresh()

    def refresh(self) -> None:
        """Show the study as it stands; what has not changed is not laid out anew."""
        self._change(self._session.project, self._session.project)

    def _plain_face(self, article: Article) -> Face:
        """An article in its own words, with or without its page noise."""
        noise = self._session.settings.show_noise
        return Face((article.text, article.sentences, noise), partial(Shown, article, with_noise=noise))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours, another type or size."""
        self._theme = theme
        for pane in self.panes:
            self._set_type(pane)
        for gutter in self.link_maps:
            gutter.set_theme(theme)
        self.refresh()

    def _change(self, before: Project, after: Project) -> None:
        if [a.id for a in before.articles] != [a.id for a in after.articles] or set(self._panes) != {a.id for a in after.articles}:
            self._arrange(after)
        for article in after.articles:
            self._panes[article.id].show_article(article, self._heading(article), self._face(article))
        self._gather()
        self._mark()
        self._tie()

    def _arrange(self, project: Project) -> None:
        wanted = {a.id for a in project.articles}
        for ident in [i for i in self._panes if i not in wanted]:
            pane = self._panes.pop(ident)
            self._heads.forget(ident)
            pane.leave(self._turns)
            pane.setParent(None)
            pane.deleteLater()
        for n, article in enumerate(project.articles):
            pane = self._panes.get(article.id) or self._make(article)
            if self._splitter.widget(n) is not pane:
                self._splitter.insertWidget(n, pane)
            pane.show()
        for n in range(1, self._splitter.count()):
            gutter = self._splitter.link_map(n)
            gutter.set_theme(self._theme)

        count = len(project.articles)
        self._splitter.setMinimumWidth(count * LEAST_WIDTH + max(count - 1, 0) * WIDTH)
        self.even_out()

    def even_out(self) -> None:
        """Give every pane the same width."""
        self._splitter.setSizes([1000] * self._splitter.count())

    def _make(self, article: Article) -> Pane:
        pane = Pane(article, self._theme, self._turns)
        self._panes[article.id] = pane
        pane.text.set_explanations(self.explain)
        self._set_type(pane)
        pane.scrolled.connect(self._following.follow)
        pane.follow_changed.connect(self._following.rejoin)
        pane.moved.connect(self._redraw_bands)
        pane.text.laid_out.connect(self._forget_places)
        pane.text.laid_out.connect(self._levelling.start)
        pane.focused.connect(self._enter)
        pane.text.passage_clicked.connect(self._pick)
        pane.text.passage_reached.connect(self.reach)
        pane.text.passage_opened.connect(self.passage_opened)
        pane.text.passage_picked.connect(self.passage_picked)
        pane.text.mark_clicked.connect(self._selection.select_comparison)
        pane.text.menu_asked.connect(self.menu_asked)
        self.pane_added.emit(pane)
        return pane

    def _set_type(self, pane: Pane) -> None:
        settings = self._session.settings
        pane.set_type(reading_font(settings.reading_font, settings.reading_size), settings.line_spacing, self._theme)

    def _heading(self, article: Article) -> Heading:
        face = self._face(article)
        project = self._session.project
        return self._heads.heading(project, article, title=face.title, note=face.note, check=face.check, named=self._named)

    def _named(self, article: Article) -> Article:
        """An article under the title that its own pane shows."""
        title = self._face(article).title
        return replace(article, title=title) if title else article

    # Marks and bands

    def _gather(self) -> None:
        """What is marked in every article, whatever is selected."""
        project, kinds, known = self._session.project, self._session.settings.kinds, self._told
        marks, seen = marks_by_article(project, kinds), seen_by_article(project, kinds)
        self._bare = {
            ident: self._face(article).adapted(
                Findings(
                    aligned=known.aligned.get(ident, frozenset()),
                    marks=self._wished(marks.get(ident, ())),
                    quiet=known.quiet.get(ident, frozenset()),
                    seen=seen.get(ident, ()),
                )
            )
            for ident, article in ((a.id, a) for a in project.articles)
        }

    def _mark(self) -> None:
        """Mark what was gathered, and what is selected in it."""
        project = self._session.project
        lit, chosen = self._told.events.get(self._selection.event), self._chosen_facts
        for article in project.articles:
            selected = Findings(
                lit=frozenset(p.sentence for p in lit.of(article.id)) if lit else frozenset(),
                picked=frozenset(p.sentence for p in self._selection.picked if p.article == article.id),
            )
            shown = self._face(article).adapted(selected) if selected != Findings() else selected
            here = frozenset(ident for ident, of in chosen.items() if of == article.id)
            self._panes[article.id].set_findings(replace(self._bare[article.id], lit=shown.lit, picked=shown.picked, chosen=here))

    @property
    def _chosen_facts(self) -> Mapping[str, str]:
        """The facts of the selected comparison, each with the article that it stands in."""
        chosen, facts = judged(self._session.project.analysis).get(self._selection.comparison), self._told.facts
        return {ident: facts[ident].place.article for ident in chosen.comparison.facts if ident in facts} if chosen is not None else {}

    def _wished(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return marks if self._session.settings.show_agreements else tuple(m for m in marks if m.verdict is not Verdict.AGREEMENT)

    def _tie(self) -> None:
        project = self._session.project
        self._following.tell(self._told)
        signs = event_signs(project, self._session.settings.kinds)
        for n, (left, right) in enumerate(zip(project.articles, project.articles[1:], strict=False), start=1):
            tied = self._panes[left.id], self._panes[right.id], self._told.joints.get((left.id, right.id), ())
            gutter = self._splitter.link_map(n)
            bands = gutter.bands if gutter.bands is not None and gutter.bands.ties(*tied) else Bands(*tied)
            bands.set_signs(signs)
            gutter.set_bands(bands, partial(explain_tie, project, left.id, right.id))
            gutter.set_lit(self._selection.event)
        self.level_heads()

    def level_heads(self) -> None:
        """Give all heads the height of the tallest, so that texts begin level and bands meet them."""
        heads = [pane.header for pane in self.panes]
        lines = max((head.title_lines(head.width()) for head in heads), default=1)
        for head in heads:
            head.title.reserve(lines)
        tallest = max((head.wanted_height(head.width()) for head in heads), default=0)
        for head in heads:
            head.setFixedHeight(tallest)
        for gutter in self.link_maps:
            gutter.set_top(tallest)

    def explain(self, place: Place, marks: tuple[Mark, ...]) -> str:
        """The words of the tooltip over a sentence and the marks in it."""
        project = self._session.project
        remark = self._face(project.article(place.article)).remark(place)
        if not marks:
            return remark + explain_place(project, place, self._theme)
        titles = {a.id: self._face(a).title for a in project.articles}
        return remark + (explain_marks(project, marks, self._theme, self._said(), titles) or explain_place(project, place, self._theme))

    def _forget_places(self) -> None:
        """A text was laid out anew: bands and anchors stand elsewhere."""
        if not any(pane.text.marker.working for pane in self.panes):
            self._following.forget()  # meanwhile the ways between panes are right but for a line or two
        for gutter in self.link_maps:
            gutter.forget_places()

    def _redraw_bands(self) -> None:
        for gutter in self.link_maps:
            gutter.update()

    def bring_partners(self, place: Place) -> None:
        """Bring what other articles tell of a sentence's event level with it; those that were let go stay."""
        event = self._told.events.get(self._selection.event)
        if event is not None and place in event.members:
            self._following.bring_level(event, place)

    def _show_with_card(self, place: Place) -> None:
        """A card moved the text it is in, and the others followed to what stood where it is now."""
        self._following.stay()
        self.bring_partners(place)

    # What the reader does

    def _go_over(self, place: Place) -> None:
        pane = self._panes[place.article]
        pane.text.setFocus()
        pane.text.put_caret(place)
        self._pick(place)
        if not pane.shows(place):
            pane.bring(place, pane.text.viewport().height() * 0.3)

    def _enter(self, ident: str) -> None:
        self._current = ident

    def _pick(self, place: Place) -> None:
        """A click: the sentence, its event, its partners beside it."""
        self.reach(place)
        self.bring_partners(place)

    def reach(self, place: Place) -> None:
        """The reader came to a sentence: its event is lit, nothing scrolls."""
        self._selection.select_comparison("")
        event = strongest_at(self._told, place)
        self._selection.select_event(event.id if event else "")
        self._select_quietly(place)

    def _select_quietly(self, place: Place) -> None:
        """Select a sentence that is being shown already: nothing need go there."""
        self._selection.place_changed.disconnect(self._go)
        self._selection.select_place(place)
        self._selection.place_changed.connect(self._go)

    def _pick_event(self, ident: str) -> None:
        event = self._told.events.get(ident)
        if event is not None:
            self._selection.select_event(ident)
            self._selection.select_place(event.members[0])

    def _light(self, ident: str) -> None:
        self._mark()
        for gutter in self.link_maps:
            gutter.set_lit(ident)

    def _choose(self, ident: str) -> None:
        """Another row of the table: its event is lit and every article goes to its own fact."""
        chosen = judged(self._session.project.analysis).get(ident)
        if chosen is not None:
            self._selection.select_event(chosen.comparison.event)
            self._go_to_facts(chosen.comparison.facts)
        self._mark()

    def _go_to_facts(self, idents: Collection[str]) -> None:
        places: dict[str, Place] = {}
        for fact in (self._told.facts[i] for i in idents if i in self._told.facts):  # the most telling first: what the table quotes
            places.setdefault(fact.place.article, fact.place)
        y = min((p.text.viewport().height() for p in self.panes), default=300) * 0.3
        for ident, place in places.items():
            pane = self._panes.get(ident)
            if pane is not None:
                pane.bring(place, y)
                pane.text.put_caret(place)
        chosen = places.get(self._current) or next(iter(places.values()), None)
        if chosen is not None:
            self._current = chosen.article
            self._select_quietly(chosen)
        leader = self._panes.get(chosen.article) if chosen else None
        if leader is not None and self._session.settings.follow:
            self._following.lead(leader, [pane for ident, pane in self._panes.items() if ident not in places])
        self._redraw_bands()

    def _go(self, place: Place | None) -> None:
        """Someone else chose a sentence: show it, a third down the view, with its partners level."""
        pane = self._panes.get(place.article) if place else None
        if place is None or pane is None:
            return
        if not pane.shows(place):
            pane.bring(place, pane.text.viewport().height() * 0.3)
        pane.text.put_caret(place)
        self.bring_partners(place)

    def enter_neighbour(self, by: int) -> None:
        """Give the focus to the pane beside the one the reader is in, round and round."""
        panes = self.panes
        if panes and self.current is not None:
            pane = panes[(panes.index(self.current) + by) % len(panes)]
            pane.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.ensureWidgetVisible(pane, 0, 0)

    def show_span(self, ident: str, span: Span) -> None:
        """Bring words into view, and the other panes with them."""
        pane = self._panes.get(ident)
        if pane is not None:
            view = pane.view
            top, bottom = pane.text.box(span)
            if not view.scroll <= top <= bottom <= view.scroll + view.view:
                pane.text.verticalScrollBar().setValue(round(top - view.view * 0.35))
            self.ensureWidgetVisible(pane, 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bands level with the heads."""
        super().resizeEvent(event)
        self._following.forget()
        if self._selection.place is not None:
            QTimer.singleShot(0, self, self._level_selected)
        self.level_heads()

    def _level_selected(self) -> None:
        """The panes are of another width: what is selected and its partners stand level again."""
        place = self._selection.place
        pane = self._panes.get(place.article) if place is not None else None
        if place is not None and pane is not None and pane.shows(place):
            self.bring_partners(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Left to the window."""
        event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Left to the window."""
        event.ignore()
