"""Walking from divergence to divergence and ruling on each."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from recoupe.interface.commands.desk import Desk
from recoupe.interface.commands.review import notes_of, states_of, with_correction, with_note, with_state
from recoupe.interface.dialogs.edit_fact import EditFact
from recoupe.interface.dialogs.note import WriteNote
from recoupe.interface.panes.findings import open_comparisons
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.signs import Judged
from recoupe.model import Comparison, State, Verdict


def next_divergence(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the next divergence, the gravest first."""
    _step(session, selection, desk, 1)


def previous_divergence(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the divergence before."""
    _step(session, selection, desk, -1)


def open_divergences(session: Session) -> list[Judged]:
    """The divergences that were not set aside."""
    return [each for each in open_comparisons(session.project, session.settings.kinds) if each.sign.verdict is not Verdict.AGREEMENT]


def queue(session: Session) -> tuple[Comparison, ...]:
    """The divergences that were not set aside, the gravest and surest first."""
    found = open_divergences(session)
    return tuple(each.comparison for each in sorted(found, key=lambda each: (each.rank, -each.confidence)))


def _step(session: Session, selection: Selection, desk: Desk, by: int) -> None:
    """In the order of the table, and among the rows its filters leave."""
    ordered = [row.ident for row in desk.table.model.shown if row.verdict is not Verdict.AGREEMENT]
    if not ordered:
        still = QCoreApplication.translate("Commands", "The articles are still being compared.")
        desk.say(still if session.busy else QCoreApplication.translate("Commands", "No divergence was found."))
        return
    desk.table.step(by)
    to = ordered.index(selection.comparison)
    words = QCoreApplication.translate("Commands", "Divergence %1 of %2")
    desk.say(words.replace("%1", str(to + 1)).replace("%2", str(len(ordered))))


def next_of(session: Session, selection: Selection, desk: Desk, verdict: Verdict) -> None:
    """Go to the next divergence of one kind, round and round."""
    ordered = [c.id for c in queue(session) if c.verdict is verdict]
    if ordered:
        to = (ordered.index(selection.comparison) + 1) % len(ordered) if selection.comparison in ordered else 0
        selection.select_comparison(ordered[to])
        desk.say(QCoreApplication.translate("Commands", "%1 of %2").replace("%1", str(to + 1)).replace("%2", str(len(ordered))))


def confirm_divergence(session: Session, selection: Selection, desk: Desk) -> None:
    """Say that the articles do diverge here, and go to the next."""
    label = QCoreApplication.translate("Commands", "confirm a divergence")
    _rule(session, selection, desk, State.CONFIRMED, label)


def dismiss(session: Session, selection: Selection, desk: Desk) -> None:
    """Say that this is no divergence, and go to the next; no other comparison is touched."""
    label = QCoreApplication.translate("Commands", "set a divergence aside")
    _rule(session, selection, desk, State.NOT_A_DIVERGENCE, label)


def check_again(session: Session, selection: Selection, desk: Desk) -> None:
    """Put a comparison back among those to check."""
    if _chosen(session, selection, desk) is not None:
        label = QCoreApplication.translate("Commands", "check again")
        session.do(label, with_state(session.project, selection.comparison, State.TO_CHECK))


def note(session: Session, selection: Selection, desk: Desk) -> None:
    """Write a note on the comparison."""
    if _chosen(session, selection, desk) is None:
        return
    subject = selection.comparison
    title = next((row.title for row in desk.table.model.rows if row.ident == subject), "")
    dialog = WriteNote(title, notes_of(session.project).get(subject, ""), desk.frame)
    if dialog.exec():
        session.do(QCoreApplication.translate("Commands", "write a note"), with_note(session.project, subject, dialog.text))


def correct(session: Session, selection: Selection, desk: Desk) -> None:
    """Set right what was understood of the fact in the article the reader is in, or of the first of the comparison."""
    comparison = _chosen(session, selection, desk)
    if comparison is None:
        return
    own = [f for f in session.project.analysis.facts if f.id in set(comparison.facts)]
    here = [f for f in own if desk.row.current is not None and f.place.article == desk.row.current.article.id]
    for fact in (here or own)[:1]:
        correct_fact(session, desk, fact.id, comparison.id)


def correct_fact(session: Session, desk: Desk, ident: str, comparison: str) -> None:
    """Set right what was understood of one fact; the comparison it was seen in counts as corrected."""
    fact = next((f for f in session.project.analysis.facts if f.id == ident), None)
    if fact is None:
        return
    dialog = EditFact(fact, desk.translator.named(session.project.article(fact.place.article)), desk.frame)
    if dialog.exec() and dialog.value is not None:
        label = QCoreApplication.translate("Commands", "correct a value")
        session.do(label, with_correction(session.project, ident, dialog.value, comparison))


def _rule(session: Session, selection: Selection, desk: Desk, state: State, label: str) -> None:
    comparison = _chosen(session, selection, desk)
    if comparison is None:
        return
    following = _following(session, selection, desk)
    if states_of(session.project).get(comparison.id) is not state:
        session.do(label, with_state(session.project, comparison.id, state))
    if following:
        selection.select_comparison(following)
    else:
        desk.say(QCoreApplication.translate("Commands", "That was the last divergence to check."))


def _following(session: Session, selection: Selection, desk: Desk) -> str:
    """The next divergence that nobody ruled on yet, in the order of the table and among the rows its filters leave."""
    ordered = [row.ident for row in desk.table.model.shown if row.verdict is not Verdict.AGREEMENT]
    ruled = states_of(session.project)
    at = ordered.index(selection.comparison) if selection.comparison in ordered else -1
    later = ordered[at + 1 :] + ordered[: max(at, 0)]
    return next((c for c in later if ruled.get(c, State.TO_CHECK) is State.TO_CHECK), "")


def _chosen(session: Session, selection: Selection, desk: Desk) -> Comparison | None:
    found = next((c for c in session.project.analysis.comparisons if c.id == selection.comparison), None)
    if found is None:
        desk.say(QCoreApplication.translate("Commands", "Choose a divergence first: press N, or click one in the text or the table."))
    return found
