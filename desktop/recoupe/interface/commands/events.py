"""Joining, parting and confirming passages; walking from one to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication

from recoupe.interface.commands.desk import Desk
from recoupe.interface.messages import words_of
from recoupe.interface.panes.card import Partner
from recoupe.interface.panes.explanations import short_name
from recoupe.interface.panes.findings import event_at, set_aside
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.model import By, Confirmed, Decision, Joined, Noise, Parted, Place, Project, Role, Verdict
from recoupe.reading import resegment


def pick(session: Session, selection: Selection, desk: Desk) -> None:
    """Pick the passage the reader is at, or let it go, to join or part it with others."""
    del session
    place = selection.place
    if place is None:
        return
    picked = selection.picked
    selection.pick(tuple(p for p in picked if p != place) if place in picked else (*picked, place))
    count = len(selection.picked)
    desk.say(QCoreApplication.translate("Commands", "Picked passages: %1. Press J to join them, U to part them.").replace("%1", str(count)))


def join(session: Session, selection: Selection, desk: Desk) -> None:
    """Say that the picked passages tell the same thing."""
    places = tuple(sorted({*selection.picked, *([selection.place] if selection.place else [])}))
    if len({p.article for p in places}) < 2:
        desk.say(QCoreApplication.translate("Commands", "Pick passages of two articles first (Ctrl+click, or K), then join them."))
        return
    selection.pick(())
    session.do(QCoreApplication.translate("Commands", "join passages"), with_join(session.project, places))


def part(session: Session, selection: Selection, desk: Desk) -> None:
    """Say that the picked passages do not tell the same thing; with none picked, that this one does not belong with its partners."""
    if len(selection.picked) > 1:
        pairs = _pairs(selection.picked)
    else:
        place = selection.place
        event = event_at(session.project, place) if place else None
        if place is None or event is None:
            desk.say(QCoreApplication.translate("Commands", "Choose a passage that is linked, then part it from its partners."))
            return
        pairs = tuple(tuple(sorted((place, other))) for other in event.members if other.article != place.article)
    selection.pick(())
    session.do(QCoreApplication.translate("Commands", "part passages"), with_parting(session.project, pairs))


def part_from(session: Session, place: Place, other: Place) -> None:
    """Say that two passages do not tell the same thing."""
    session.do(QCoreApplication.translate("Commands", "part passages"), with_parting(session.project, (tuple(sorted((place, other))),)))


def confirm(session: Session, selection: Selection, desk: Desk) -> None:
    """Say that the links of this passage are right: they stay whatever is found later."""
    place = selection.place
    event = next((e for e in session.project.analysis.events if e.id == selection.event), None)
    if event is None and place is not None:
        event = event_at(session.project, place)
    if event is None:
        desk.say(QCoreApplication.translate("Commands", "Choose a passage that is linked, then confirm its links."))
        return
    links = [link for link in event.links if place in {link.left, link.right}] or list(event.links)
    added = [Confirmed(link.left, link.right) for link in links if link.by is not By.USER]
    known = set(session.project.decisions)
    fresh = tuple(d for d in added if d not in known)
    if fresh:
        session.do(QCoreApplication.translate("Commands", "confirm links"), _with(session.project, fresh))
        desk.say(QCoreApplication.translate("Commands", "Links confirmed: %1").replace("%1", str(len(fresh))))
    else:
        desk.say(QCoreApplication.translate("Commands", "These links are confirmed already."))


def confirm_pair(session: Session, place: Place, other: Place) -> None:
    """Say that one link is right."""
    left, right = sorted((place, other))
    session.do(QCoreApplication.translate("Commands", "confirm links"), _with(session.project, (Confirmed(left, right),)))


def toggle_noise(session: Session, selection: Selection, desk: Desk) -> None:
    """Say that a sentence is page noise, or that it is not."""
    place = selection.place
    if place is None:
        desk.say(QCoreApplication.translate("Commands", "Choose a sentence first."))
        return
    is_noise = session.project.article(place.article).sentences[place.sentence].role is not Role.NOISE
    label = (
        QCoreApplication.translate("Commands", "mark as page noise")
        if is_noise
        else QCoreApplication.translate("Commands", "mark as part of the article")
    )
    session.do(label, with_noise(session.project, place, is_noise=is_noise))


def bring_partner(session: Session, selection: Selection, desk: Desk) -> None:
    """Show under the passage what the others tell of it, or put that away."""
    place = selection.place or (desk.row.current.text.current_place if desk.row.current else None)
    if place is None:
        return
    if desk.row.partners.open_at == place:
        desk.row.partners.close()
    else:
        bring(session, desk, place)


def bring(session: Session, desk: Desk, place: Place) -> None:
    """Show under a passage what the others tell of it; what differs is worked out beside the window."""
    project, read = session.project, desk.translator.study()
    if not any(a.id == place.article and place.sentence < len(a.sentences) for a in project.articles):
        desk.row.partners.close()  # an undo took the article away, or gave it another text
        return
    notes = {a.id: desk.translator.note([a.id]) for a in project.articles}

    def show(partners: tuple[Partner, ...]) -> None:
        if session.busy and not partners:
            desk.say(QCoreApplication.translate("Commands", "The articles are still being compared."))
        elif session.project.articles == project.articles:
            desk.row.partners.show(place, partners, desk.theme)

    desk.jobs.start(lambda _: partners_of(read, place, notes), show, lambda error: desk.tell(words_of(error)))


def keep_card_true(session: Session, desk: Desk, before: Project, after: Project) -> None:
    """Show anew what the others tell, where it is shown and a ruling or a new analysis changed it."""
    place = desk.row.partners.open_at
    if place is not None and event_at(before, place) != event_at(after, place):
        bring(session, desk, place)


def tell_card_anew(session: Session, desk: Desk) -> None:
    """Show anew what the others tell, where it is shown: in the languages that are read now."""
    place = desk.row.partners.open_at
    if place is not None:
        bring(session, desk, place)


def partners_of(project: Project, place: Place, notes: Mapping[str, str] = MappingProxyType({})) -> tuple[Partner, ...]:
    """What the other articles tell of a passage, article by article, with the way from this wording to theirs.

    `notes` says, by article, which machine its words are from.
    """
    from recoupe.alignment import changes

    event = event_at(project, place)
    others = [p for p in event.members if p.article != place.article] if event else _compared_with(project, place)
    own = project.article(place.article).sentence_text(place.sentence)
    found = []
    for other in others:
        article = project.article(other.article)
        link = next((x for x in event.links if {x.left, x.right} == {place, other}), None) if event else None
        sure = link.confidence if link else event.strength if event else 0.0
        found.append(
            Partner(
                other,
                short_name(article),
                changes(own, article.sentence_text(other.sentence)),
                sure,
                confirmed=link is not None and link.by is By.USER,
                note=notes.get(article.id, ""),
                linked=event is not None,
            )
        )
    order = {a.id: n for n, a in enumerate(project.articles)}
    return tuple(sorted(found, key=lambda p: (order[p.place.article], p.place)))


def _compared_with(project: Project, place: Place) -> list[Place]:
    """Where other articles state otherwise what a sentence states, though nothing links the passages; not what was set aside."""
    places = {f.id: f.place for f in project.analysis.facts}
    aside = set_aside(project)
    told = [
        (places[one], places[other])
        for row in project.analysis.comparisons
        if row.id not in aside
        for j in row.judgements
        if j.verdict is not Verdict.AGREEMENT
        for one, other in ((j.left, j.right), (j.right, j.left))
        if one in places and other in places
    ]
    return sorted({other for one, other in told if one == place and other.article != place.article})


def next_passage(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the next linked passage of the article the reader is in."""
    _step(session, selection, desk, 1)


def previous_passage(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the linked passage before, in the article the reader is in."""
    _step(session, selection, desk, -1)


def _step(session: Session, selection: Selection, desk: Desk, by: int) -> None:
    pane = desk.row.current
    if pane is None:
        return
    ident = pane.article.id
    places = sorted({p for e in session.project.analysis.events for p in e.of(ident)})
    here = selection.place if selection.place and selection.place.article == ident else pane.text.current_place
    at = here.sentence if here else -1
    later = [p for p in places if p.sentence > at] if by > 0 else [p for p in reversed(places) if p.sentence < at]
    if later:
        event = event_at(session.project, later[0])
        selection.select_comparison("")
        selection.select_event(event.id if event else "")
        selection.select_place(later[0])
    else:
        desk.say(QCoreApplication.translate("Commands", "No further linked passage in this direction."))


def with_join(project: Project, places: tuple[Place, ...]) -> Project:
    """The study with passages joined; earlier rulings that parted them are taken back."""
    kept = tuple(d for d in project.decisions if not (isinstance(d, Parted) and set(d.places) <= set(places)))
    return replace(project, decisions=(*kept, Joined(places)))


def with_parting(project: Project, pairs: Iterable[tuple[Place, ...]]) -> Project:
    """The study with pairs of passages parted; earlier rulings that held a pair together are taken back."""
    parted = tuple(pairs)
    sets = [set(p) for p in parted]

    def holds(decision: Decision) -> bool:
        match decision:
            case Joined(places):
                return any(s <= set(places) for s in sets)
            case Confirmed(left, right):
                return {left, right} in sets
            case _:
                return False

    kept = tuple(d for d in project.decisions if not holds(d))
    return replace(project, decisions=(*kept, *(Parted(p) for p in parted)))


def with_noise(project: Project, place: Place, *, is_noise: bool) -> Project:
    """The study with a sentence ruled page noise or not."""
    kept = tuple(d for d in project.decisions if not (isinstance(d, Noise) and d.place == place))
    ruled = replace(project, decisions=(*kept, Noise(place, is_noise)))
    return replace(ruled, articles=tuple(resegment(a, ruled.decisions) if a.id == place.article else a for a in ruled.articles))


def _with(project: Project, added: tuple[Decision, ...]) -> Project:
    return replace(project, decisions=(*project.decisions, *added))


def _pairs(places: tuple[Place, ...]) -> tuple[tuple[Place, ...], ...]:
    ordered = sorted(places)
    return tuple((a, b) for n, a in enumerate(ordered) for b in ordered[n + 1 :] if a.article != b.article)
