"""What the user can do about languages: translate, choose what is read, try a sentence again, set it right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt

from recoupe.interface.commands.desk import Desk
from recoupe.interface.commands.engines import allowed, engine_for, may_send, server_of
from recoupe.interface.commands.helping import open_preferences
from recoupe.interface.dialogs.correct_translation import CorrectTranslation
from recoupe.interface.dialogs.doubts import Doubts
from recoupe.interface.dialogs.translate_anew import Extent, TranslateAnew
from recoupe.interface.messages import words_of
from recoupe.interface.panes.translated import Mode
from recoupe.interface.selection import Selection
from recoupe.interface.session import Session
from recoupe.interface.theme import reading_font
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Place
from recoupe.translation import ENGINES, Outcome
from recoupe.translation.output import doubt_words
from recoupe.translation.translate import source_of

Command = Callable[[Session, Selection, Desk], None]
_STEPS = (Mode.ORIGINAL, Mode.TRANSLATION, Mode.BOTH)


def read_original(session: Session, selection: Selection, desk: Desk) -> None:
    """Read every article in its own language."""
    del selection
    _show_all(session, desk, Mode.ORIGINAL)


def read_translation(session: Session, selection: Selection, desk: Desk) -> None:
    """Read every article in the user's language, translating what is not translated yet."""
    del selection
    _show_all(session, desk, Mode.TRANSLATION)


def read_both(session: Session, selection: Selection, desk: Desk) -> None:
    """Read every article in both languages, each paragraph with its translation under it."""
    del selection
    _show_all(session, desk, Mode.BOTH)


def switch_language(session: Session, selection: Selection, desk: Desk) -> None:
    """Read the article the reader is in in the next way: original, translation, both."""
    del selection
    article = _current(session, desk)
    if article is not None:
        mode = _STEPS[(_STEPS.index(desk.translator.mode(article.id)) + 1) % len(_STEPS)]
        desk.translator.set_mode(article.id, mode)
        _remember(session, mode)
        if mode is not Mode.ORIGINAL:
            _translate(session, desk, [article])


def translate_current(session: Session, selection: Selection, desk: Desk) -> None:
    """Translate the article the reader is in."""
    del selection
    article = _current(session, desk)
    if article is not None:
        if desk.translator.mode(article.id) is Mode.ORIGINAL:
            desk.translator.set_mode(article.id, Mode.TRANSLATION)
            _remember(session, Mode.TRANSLATION)
        _translate(session, desk, [article])


def stop(session: Session, selection: Selection, desk: Desk) -> None:
    """Stop translating; what came is kept."""
    del session, selection
    desk.translator.stop()


def retry_sentence(session: Session, selection: Selection, desk: Desk) -> None:
    """Translate the chosen sentence again, with the next engine that can; one written by hand stays, and the user is told how it goes."""
    place = selection.place
    article = _of(session, place)
    if place is None or article is None:
        return
    known = next((t for t in desk.translator.translations(article.id) if t.place == place), None)
    if known is not None and known.by_hand:
        desk.say(QCoreApplication.translate("Translation", "You wrote this translation: it stays, until you empty it under Correct."))
        return
    used = next((n for n, e in enumerate(ENGINES) if known is not None and e.title == known.engine), -1)
    after = (*ENGINES[used + 1 :], *ENGINES[: max(used, 0)])  # each in its turn, not two for ever
    others = [e for e in after if e.found() and allowed(session, e)]
    engine = others[0] if others else engine_for(session, desk)
    if engine is not None and may_send(session, desk, engine):
        desk.say(QCoreApplication.translate("Translation", "Translating the sentence with %1…").replace("%1", engine.title))
        desk.translator.retry(engine, article, place.sentence)


def translate_anew(session: Session, selection: Selection, desk: Desk) -> None:
    """Translate a sentence, an article or all again, with the engine the user chooses; what is written by hand stays."""
    article, place = _current(session, desk), selection.place
    engines = [e for e in ENGINES if e.found()]
    chosen = engine_for(session, desk) if engines else None
    if article is None or chosen is None:
        return
    extents = {"article": _extent(session, desk, [article]), "all": _extent(session, desk, list(session.project.articles))}
    if place is not None and place.article == article.id:
        extents = {"sentence": _extent(session, desk, [article], place.sentence), **extents}
    said_by = sorted({t.engine for t in session.project.translations if not t.by_hand})
    dialog = TranslateAnew(extents, engines, chosen, said_by=said_by, server=partial(server_of, session), parent=desk.frame)
    if not dialog.exec() or not may_send(session, desk, dialog.engine):
        return
    if dialog.scope == "sentence" and place is not None:
        desk.translator.retry(dialog.engine, article, place.sentence)
        return
    wanted = [article] if dialog.scope == "article" else list(session.project.articles)
    for one in wanted:
        if desk.translator.mode(one.id) is Mode.ORIGINAL:
            desk.translator.set_mode(one.id, Mode.TRANSLATION)
    desk.translator.start(dialog.engine, [a.id for a in wanted], anew=True)


def correct_sentence(session: Session, selection: Selection, desk: Desk) -> None:
    """Write the translation of the chosen sentence anew; what is written by hand is kept whatever an engine says later."""
    place = selection.place
    article = _of(session, place)
    if place is None or article is None:
        return
    known = next((t for t in desk.translator.told(article) if t.place == place), None)
    font = reading_font(session.settings.reading_font, session.settings.reading_size)
    original = article.sentence_text(place.sentence)
    dialog = CorrectTranslation(original, known.text if known else "", known.doubts if known else (), font, desk.frame)
    if dialog.exec():
        label = QCoreApplication.translate("Translation", "correct the translation")
        desk.translator.write(article, place.sentence, dialog.text, label)


def peek(session: Session, selection: Selection, desk: Desk) -> None:
    """Show the chosen sentence in its other language, under it and, for those who hear rather than see it, in the status bar."""
    place = selection.place
    article = _of(session, place)
    if place is None or article is None:
        return
    known = next((t for t in desk.translator.translations(article.id) if t.place == place), None)
    own = article.sentence_text(place.sentence)
    words = known.text if desk.translator.mode(article.id) is Mode.ORIGINAL and known is not None else own
    desk.say(words)
    pane = desk.row.pane(article.id)
    if pane is not None:
        pane.text.tell_at(place, words)


def next_doubt(session: Session, selection: Selection, desk: Desk) -> None:
    """Go to the next sentence to check against its original."""
    doubtful = desk.translator.doubtful()
    if not doubtful:
        desk.say(QCoreApplication.translate("Translation", "No sentence is to be checked."))
        return
    order = {a.id: n for n, a in enumerate(session.project.articles)}
    at = (order.get(selection.place.article, 0), selection.place.sentence) if selection.place else (-1, -1)
    place = next((p for p in doubtful if (order[p.article], p.sentence) > at), doubtful[0])
    _reach(selection, desk, place)
    known = next(t for t in desk.translator.told(session.project.article(place.article)) if t.place == place)
    told = "; ".join(doubt_words(d, window_language(), known.text) for d in known.doubts)
    words = QCoreApplication.translate("Translation", "To check %1 of %2: %3")
    desk.say(words.replace("%1", str(doubtful.index(place) + 1)).replace("%2", str(len(doubtful))).replace("%3", told))


def doubts(session: Session, selection: Selection, desk: Desk) -> None:
    """List the sentences to check beside the window; one list, however often it is asked for."""
    shown = (d for d in desk.frame.findChildren(Doubts) if d.isVisible())
    dialog = next(shown, None) or _made_list(session, selection, desk)
    dialog.choose(selection.place)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def use_words(session: Session, desk: Desk) -> None:
    """Translate anew what the user's own words now ask for, in the articles that are read in translation; others follow when they are."""
    read = [a for a in session.project.articles if desk.translator.mode(a.id) is not Mode.ORIGINAL]
    if any(desk.translator.outdated(a) for a in read):
        _translate(session, desk, read)


def tell_outcome(session: Session, selection: Selection, desk: Desk, article: str, outcome: Outcome) -> None:
    """Say what an engine could not do; what it did is in the text."""
    del selection
    if outcome.failures and outcome.stopped is None:
        name = next((a.title or a.outlet or a.id for a in map(desk.translator.named, session.project.articles) if a.id == article), article)
        one = QCoreApplication.translate("Translation", "“%1”: 1 sentence stays in the original. %3")
        many = QCoreApplication.translate("Translation", "“%1”: %2 sentences stay in the original. %3")
        words = one if len(outcome.failures) == 1 else many
        first = words_of(outcome.failures[0][1])
        desk.tell(words.replace("%1", name).replace("%2", str(len(outcome.failures))).replace("%3", first))


def settings(session: Session, selection: Selection, desk: Desk) -> None:
    """Choose engines, keys and models."""
    del selection
    open_preferences(session, desk, "translation")


def _made_list(session: Session, selection: Selection, desk: Desk) -> Doubts:
    """The list, doing here what is asked in it; a command gives the keys back to it."""
    dialog = Doubts(session, desk.translator, desk.theme, desk.frame)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def do(command: Command, place: Place) -> None:
        _reach(selection, desk, place)
        command(session, selection, desk)
        dialog.activateWindow()

    dialog.place_asked.connect(partial(_reach, selection, desk))
    dialog.correct_asked.connect(partial(do, correct_sentence))
    dialog.retry_asked.connect(partial(do, retry_sentence))
    return dialog


def _extent(session: Session, desk: Desk, articles: list[Article], sentence: int | None = None) -> Extent:
    """How many sentences translating these articles anew asks for, and how many were written by hand."""
    target = session.settings.target
    foreign = [a for a in articles if source_of(a, target) != target]
    wanted = {Place(a.id, i) for a in foreign for i in a.story if sentence in {None, i}}
    by_hand = {t.place for a in foreign for t in desk.translator.translations(a.id) if t.by_hand}
    return Extent(len(wanted - by_hand), len(wanted & by_hand))


def _reach(selection: Selection, desk: Desk, place: Place) -> None:
    """Stand on a sentence where its translation is read."""
    if desk.translator.mode(place.article) is Mode.ORIGINAL:
        desk.translator.set_mode(place.article, Mode.TRANSLATION)
    selection.select_place(place)


def _remember(session: Session, mode: Mode) -> None:
    """Have the next study that comes with translations read so from the first."""
    session.change_settings(replace(session.settings, read_in=mode.value))


def _show_all(session: Session, desk: Desk, mode: Mode) -> None:
    _remember(session, mode)
    for article in session.project.articles:
        desk.translator.set_mode(article.id, mode)
    if mode is not Mode.ORIGINAL:
        _translate(session, desk, list(session.project.articles))


def _translate(session: Session, desk: Desk, articles: list[Article]) -> None:
    """Translate what is missing, if the user lets an engine do it; where there is none, the panes go back to the original."""
    missing = [a for a in articles if not desk.translator.complete(a)]
    for article in articles:
        if article not in missing:
            desk.translator.check(article)
    if not missing:
        return
    engine = engine_for(session, desk)
    if engine is not None and may_send(session, desk, engine):
        desk.translator.start(engine, [a.id for a in missing])
        return
    for article in missing:
        if not desk.translator.translations(article.id):
            desk.translator.set_mode(article.id, Mode.ORIGINAL)


def _current(session: Session, desk: Desk) -> Article | None:
    pane = desk.row.current
    return next((a for a in session.project.articles if pane is not None and a.id == pane.article.id), None)


def _of(session: Session, place: Place | None) -> Article | None:
    return next((a for a in session.project.articles if place is not None and a.id == place.article), None)
