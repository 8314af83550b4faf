"""The panes side by side, scrolling together by meaning, with bands between neighbours."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from recoupe.interface.panes.card import Partner, PartnerCard
from recoupe.interface.panes.explanations import explain_marks, explain_place, explain_tie
from recoupe.interface.panes.findings import Findings, Mark, Tie, event_signs, hedged_places, marks_by_article, seen_by_article, ties
from recoupe.interface.panes.geometry import Anchor, Band, guide, level, match
from recoupe.interface.panes.header import Heading
from recoupe.interface.panes.heads import Heads
from recoupe.interface.panes.link_map import WIDTH, LinkedSplitter, LinkMap
from recoupe.interface.panes.offsets import Shown
from recoupe.interface.panes.pane import LEAST_WIDTH, Face, Pane
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.signs import Sign
from recoupe.interface.theme import Theme, reading_font
from recoupe.model import Article, Event, Place, Project, Span, Verdict

REST = 220  # milliseconds without scrolling after which the reader is at rest


class Row(QScrollArea):
    """All panes of the study, in the order of its articles; a shelf to scroll sideways where they need more room than there is."""

    menu_asked = Signal(object, QPoint)
    pane_added = Signal(object)
    passage_opened = Signal(object)
    passage_picked = Signal(object)
    confirm_asked = Signal(object, object)
    part_asked = Signal(object, object)

    def __init__(self, session: Session, selection: Selection, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._selection, self._theme = session, selection, theme
        self._panes: dict[str, Pane] = {}
        self._heads = Heads()
        self._signs: dict[str, Sign] = {}
        self._guides: dict[tuple[str, str], tuple[Anchor, ...]] = {}
        self._events: dict[str, Event] = {}
        self._current = ""
        self._open_at: Place | None = None
        self._face: Callable[[Article], Face] = self._plain_face
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._settle)
        self._leader = ""
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

    def pane(self, article: str) -> Pane | None:
        """The pane of an article."""
        return self._panes.get(article)

    @property
    def current(self) -> Pane | None:
        """The pane the reader is in: the focused one, else the first."""
        return self._panes.get(self._current) or next(iter(self.panes), None)

    def set_faces(self, face: Callable[[Article], Face]) -> None:
        """Show articles as this function says, from now on; `refresh` has it asked again."""
        self._face = face
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
        self._events = {e.id: e for e in after.analysis.events}
        self._signs = event_signs(after, self._session.settings.kinds)
        for article in after.articles:
            self._panes[article.id].show_article(article, self._heading(article), self._face(article))
        self._mark()
        self._tie()

    def _arrange(self, project: Project) -> None:
        wanted = {a.id for a in project.articles}
        for ident in [i for i in self._panes if i not in wanted]:
            pane = self._panes.pop(ident)
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
        pane = Pane(article, self._theme)
        self._panes[article.id] = pane
        pane.text.set_explanations(self.explain)
        self._set_type(pane)
        pane.scrolled.connect(self._follow)
        pane.moved.connect(self._splitter_moved)
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
        return self._heads.heading(self._session.project, article, title=face.title, note=face.note, check=face.check)

    # Marks and bands

    def _mark(self) -> None:
        project = self._session.project
        quiet = hedged_places(project)
        members: dict[str, set[int]] = {a.id: set() for a in project.articles}
        for event in project.analysis.events:
            for place in event.members:
                members.setdefault(place.article, set()).add(place.sentence)
        marks = marks_by_article(project, self._session.settings.kinds)
        seen = seen_by_article(project, self._session.settings.kinds)
        lit = self._events.get(self._selection.event)
        chosen = frozenset(f for c in project.analysis.comparisons if c.id == self._selection.comparison for f in c.facts)
        for article in project.articles:
            adapted = self._face(article).adapted
            self._panes[article.id].set_findings(
                adapted(
                    Findings(
                        aligned=frozenset(members[article.id]),
                        marks=self._wished(marks.get(article.id, ())),
                        quiet=frozenset(p for p in quiet if p.article == article.id),
                        lit=frozenset(p.sentence for p in lit.of(article.id)) if lit else frozenset(),
                        chosen=chosen,
                        picked=frozenset(p.sentence for p in self._selection.picked if p.article == article.id),
                        seen=seen.get(article.id, ()),
                    )
                )
            )

    def _wished(self, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        return marks if self._session.settings.show_agreements else tuple(m for m in marks if m.verdict is not Verdict.AGREEMENT)

    def _tie(self) -> None:
        project = self._session.project
        self._guides.clear()
        for n, (left, right) in enumerate(zip(project.articles, project.articles[1:], strict=False), start=1):
            found = ties(project.analysis.events, left.id, right.id, self._signs)
            gutter = self._splitter.link_map(n)
            panes = self._panes[left.id], self._panes[right.id]
            gutter.set_ties(found, partial(_band, *panes), partial(_scrolls, *panes), partial(explain_tie, project))
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
        return remark + (explain_marks(project, marks, self._theme) or explain_place(project, place, self._theme))

    def _forget_places(self) -> None:
        """A text was laid out anew: bands and anchors stand elsewhere."""
        self._guides.clear()
        for gutter in self.link_maps:
            gutter.forget_places()

    def _splitter_moved(self) -> None:
        for gutter in self.link_maps:
            gutter.update()

    # Scrolling by meaning

    def _follow(self, leader: str) -> None:
        lead = self._panes[leader]
        self._splitter_moved()
        if not self._session.settings.follow or not lead.follows:
            return
        self._lead(lead, [pane for ident, pane in self._panes.items() if ident != leader])
        self._leader = leader
        self._rest.start()

    def _settle(self) -> None:
        """The reader came to rest: what others tell of the passage read comes into view wherever they tell it."""
        lead = self._panes.get(self._leader)
        if lead is None or not lead.follows:
            return
        view = lead.view
        y = view.focus - view.scroll
        place = lead.text.place_at(QPoint(round(lead.text.viewport().width() / 2), round(min(max(y, 8), view.view - 8))))
        event = self._event_of(place) if place is not None else None
        if place is None or event is None:
            return
        for ident, pane in self._panes.items():
            if ident != place.article and pane.follows and event.of(ident):
                partner = _strongest(event, place, ident)
                if not pane.shows(partner):
                    pane.glide_to(level(lead.height_in_view(place), pane.text.sentence_box(partner.sentence)[0], pane.view))

    def _lead(self, lead: Pane, panes: list[Pane]) -> None:
        """Scroll panes to what one of them is at, but those that were let go."""
        view = lead.view
        for pane in panes:
            if pane.follows:
                other = pane.view
                pane.lead_to(other.scroll_to(match(self._guide(lead, pane), view.focus, view, other)))

    def _guide(self, lead: Pane, pane: Pane) -> tuple[Anchor, ...]:
        key = (lead.article.id, pane.article.id)
        known = self._guides.get(key)
        if known is None:
            found = ties(self._session.project.analysis.events, *key, {})
            anchors = [Anchor(_middle(lead, t.left), _middle(pane, t.right), t.confidence) for t in found]
            known = self._guides[key] = guide(anchors)
        return known

    def bring_partners(self, place: Place) -> None:
        """Bring what other articles tell of a sentence's event level with it; those that were let go stay."""
        event = next((e for e in self._events.values() if e.id == self._selection.event and place in e.members), None)
        home = self._panes.get(place.article)
        if event is None or home is None:
            return
        y = home.height_in_view(place)
        for ident, pane in self._panes.items():
            if ident != place.article and event.of(ident) and pane.follows:
                partner = _strongest(event, place, ident)
                scroll = level(y, pane.text.sentence_box(partner.sentence)[0], pane.view)
                pane.lead_to(scroll)
        self._splitter_moved()

    # Partners in place

    def show_partners(self, place: Place, partners: tuple[Partner, ...]) -> None:
        """Set what the other articles tell of a sentence under it."""
        pane = self._panes.get(place.article)
        if pane is None:
            return
        self.close_partners()
        settings = self._session.settings
        font = reading_font(settings.reading_font, settings.reading_size * 0.94)
        card = PartnerCard(partners, font, self._theme, pane.text.viewport())
        card.closed.connect(self.close_partners)
        card.go_asked.connect(self._go_over)
        card.confirm_asked.connect(lambda other: self.confirm_asked.emit(place, other))
        card.part_asked.connect(lambda other: self.part_asked.emit(place, other))
        self._open_at = place
        pane.text.card.open(place.sentence, card)
        self._rest.stop()
        self.bring_partners(place)  # the card moved its text, and the others followed to what stood where it is now

    def close_partners(self) -> bool:
        """Put the partners away; whether any were shown."""
        found = [pane for pane in self.panes if pane.text.card.shown is not None]
        for pane in found:
            pane.text.card.close()
            pane.text.setFocus()
        self._open_at = None
        return bool(found)

    @property
    def open_at(self) -> Place | None:
        """The sentence whose partners are shown."""
        return self._open_at

    def _go_over(self, place: Place) -> None:
        pane = self._panes[place.article]
        pane.text.setFocus()
        pane.text.put_caret(place)
        self._pick(place)
        if not pane.shows(place):
            pane.bring(place, pane.text.viewport().height() * 0.3)

    # What the reader does

    def _enter(self, ident: str) -> None:
        self._current = ident

    def _pick(self, place: Place) -> None:
        """A click: the sentence, its event, its partners beside it."""
        self.reach(place)
        self.bring_partners(place)

    def reach(self, place: Place) -> None:
        """The reader came to a sentence: its event is lit, nothing scrolls."""
        self._selection.select_comparison("")
        event = self._event_of(place)
        self._selection.select_event(event.id if event else "")
        self._select_quietly(place)

    def _select_quietly(self, place: Place) -> None:
        """Select a sentence that is being shown already: nothing need go there."""
        self._selection.place_changed.disconnect(self._go)
        self._selection.select_place(place)
        self._selection.place_changed.connect(self._go)

    def _event_of(self, place: Place) -> Event | None:
        return max((e for e in self._events.values() if place in e.members), key=lambda e: e.strength, default=None)

    def _pick_event(self, ident: str) -> None:
        event = self._events.get(ident)
        if event is not None:
            self._selection.select_event(ident)
            self._selection.select_place(event.members[0])

    def _light(self, ident: str) -> None:
        del ident
        self._mark()
        for gutter in self.link_maps:
            gutter.set_lit(self._selection.event)

    def _choose(self, ident: str) -> None:
        """Another row of the table: its event is lit and every article goes to its own fact."""
        comparison = next((c for c in self._session.project.analysis.comparisons if c.id == ident), None)
        if comparison is not None:
            self._selection.select_event(comparison.event)
            self._go_to_facts(set(comparison.facts))
        self._mark()

    def _go_to_facts(self, idents: set[str]) -> None:
        places: dict[str, Place] = {}
        for fact in self._session.project.analysis.facts:
            if fact.id in idents:
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
            self._lead(leader, [pane for ident, pane in self._panes.items() if ident not in places])
        self._splitter_moved()

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
        self._guides.clear()
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


def _band(left: Pane, right: Pane, tie: Tie) -> Band:
    """Where a tie stands in two texts."""
    return Band(
        left.text.sentence_box(tie.left[0])[0],
        left.text.sentence_box(tie.left[-1])[1],
        right.text.sentence_box(tie.right[0])[0],
        right.text.sentence_box(tie.right[-1])[1],
    )


def _scrolls(left: Pane, right: Pane) -> tuple[float, float]:
    return left.text.verticalScrollBar().value(), right.text.verticalScrollBar().value()


def _middle(pane: Pane, sentences: tuple[int, ...]) -> float:
    return (pane.text.sentence_box(sentences[0])[0] + pane.text.sentence_box(sentences[-1])[1]) / 2


def _strongest(event: Event, place: Place, article: str) -> Place:
    """The partner of a sentence in an article by the surest link, else the event's first sentence there."""
    linked = [
        (link.confidence, other)
        for link in event.links
        for one, other in ((link.left, link.right), (link.right, link.left))
        if one == place and other.article == article
    ]
    return max(linked, key=lambda found: found[0])[1] if linked else event.of(article)[0]
