"""Translates the open articles beside the window: what is on screen first, sentence by sentence, kept as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from recoupe.errors import RecoupeError
from recoupe.interface.accounts import means_of
from recoupe.interface.checker import Checker
from recoupe.interface.jobs import Job, Jobs
from recoupe.interface.reading import Reading
from recoupe.interface.session import Session
from recoupe.model import Article, Name, Place, Project, Translation
from recoupe.progress import Progress
from recoupe.translation import Engine, Outcome, translate_article
from recoupe.translation.annotated import Annotated
from recoupe.translation.cache import Cache
from recoupe.translation.translate import retranslate

FLUSH = 300  # milliseconds between two redrawings while sentences come in
CHECKED_EVERY = 6.0  # seconds at least between two looks at what has come of an article that is being translated


class Translator(Reading):
    """Runs one translation at a time. `progressed` counts the sentences of an article; `ended` tells what came of it."""

    progressed = Signal(str, int, int)
    ended = Signal(str, object)
    busy_changed = Signal(bool)

    def __init__(self, jobs: Jobs, session: Session, checker: Checker, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._jobs, self._checker = jobs, checker
        self._cache: Cache | None = None
        self._job: Job | None = None
        self._waiting: list[tuple[str, bool]] = []  # articles to translate, each with whether only what is on screen of it
        self._fresh: list[Translation] = []
        self._checked: dict[str, tuple[object, Job]] = {}  # what was last to be checked, and the work that does it
        self._on_screen: Callable[[str], Iterable[int]] = lambda _: ()
        self._wanted: tuple[int, ...] = ()
        self._anew = ""  # the name of the step that translating anew is, empty while only what is missing is translated
        self._step_taken = False
        self._at = ""
        self._looked_at = 0.0  # when the article under work was last checked, by the monotonic clock
        self._titles: dict[str, str] = {}  # under which translated headlines articles were last told of
        self._clock = QTimer(self, interval=FLUSH)
        self._clock.timeout.connect(self._beat)
        session.changed.connect(self._follow)

    @property
    def cache(self) -> Cache:
        """What was translated before; its file is opened when it is first needed."""
        if self._cache is None:
            self._cache = Cache()
        return self._cache

    def close(self) -> None:
        """Stop everything and let go of the worker and the cache."""
        self._halt()
        self._checker.close()
        if self._cache is not None:
            self._cache.close()
            self._cache = None

    def set_on_screen(self, on_screen: Callable[[str], Iterable[int]]) -> None:
        """Ask this function which sentences of an article are in view: they are translated first."""
        self._on_screen = on_screen

    # Work

    @property
    def busy(self) -> bool:
        """Whether something is being translated."""
        return self._job is not None

    def start(self, engine: Engine, articles: Sequence[str], *, anew: bool = False) -> None:
        """Translate these articles, what is on screen of all of them first; what was running is stopped, and what it brought is kept.

        `anew` translates again what was translated already, as one step that can be undone; what was written by hand stays. Of the engine
        that said it before a sentence is truly asked again, of another only what it never said.
        """
        self._halt()
        self._anew = QCoreApplication.translate("Translation", "translate anew") if anew else ""
        self._step_taken = False
        seen = [(ident, True) for ident in articles] if len(articles) > 1 and not anew else []
        self._waiting = [*seen, *((ident, False) for ident in articles)]
        self._next(engine)

    def stop(self) -> None:
        """Stop; every sentence that came is kept, and checked."""
        at = next((a for a in self._session.project.articles if a.id == self._at), None)
        if self._halt() and at is not None:
            self.check(at)

    def _halt(self) -> bool:
        """Stop and keep what came; whether anything was running."""
        running = self._job is not None
        if self._job is not None:
            self._job.stop()
            self._job = None
            self._waiting = []
            self._flush()
            self._clock.stop()
            self.busy_changed.emit(False)
        return running

    def retry(self, engine: Engine, article: Article, sentence: int) -> None:
        """Translate one sentence again with an engine; the answer replaces what there is, as a step that can be undone."""
        settings, cache, facts = self._session.settings, self.cache, self._facts(article.id)
        again = any(t.place.sentence == sentence and t.engine == engine.title for t in self.translations(article.id))
        label = QCoreApplication.translate("Translation", "translate the sentence again")

        def work(progress: Progress) -> Annotated:
            one = retranslate(article, sentence, means_of(settings, engine, cache), settings.target, again=again, progress=progress)
            return self._checker.annotate(article, [one], facts, progress)

        def take(annotated: Annotated) -> None:
            changed = with_translations(self._session.project, annotated.translations)
            if changed != self._session.project:
                self._session.do(label, changed)
            self._take_checked(article, annotated)

        self._jobs.start(work, take, self._session.report)

    def write(self, article: Article, sentence: int, text: str, label: str) -> None:
        """Put a translation written by hand in place, as a step that can be undone; an empty text gives the sentence back to the engine."""
        target = self._session.settings.target
        project = self._session.project
        old = next((t for t in self.translations(article.id) if t.place.sentence == sentence), None)
        if old is not None and text.strip() == old.text:
            return
        if text.strip():
            made = Translation(Place(article.id, sentence), target, " ".join(text.split()), old.engine if old else "", by_hand=True)
            self._session.do(label, with_translations(project, [made]))
            self.check(article)
        else:
            self._session.do(label, replace(project, translations=tuple(t for t in project.translations if t is not old)))

    def check(self, article: Article) -> None:
        """Have the translations of an article checked and the marks of its facts carried over, unless they were as they stand."""
        translations, facts = self.translations(article.id), self._facts(article.id)
        said = tuple((t.place, t.text) for t in translations), tuple(f.id for f in facts)
        known = self._checked.get(article.id)
        if translations and (known is None or known[0] != said or known[1].stopped):
            work = partial(self._checker.annotate, article, translations, facts)
            self._checked[article.id] = said, self._jobs.start(work, partial(self._take_checked, article), self._session.report)

    def _follow(self, before: Project, after: Project) -> None:
        """Forget what was known of articles that are gone, read those that come as before, and stop what the user has taken back."""
        if self.busy and self._step_taken and self._session.redo_label == self._anew:
            self._fresh.clear()
            self._halt()
        if not self.busy and before.translations is not after.translations:
            self.shown_changed.emit("")  # taken back, or set right: the table says facts in the words that stand now
        texts, known = ({a.id: a.text for a in study.articles} for study in (after, before))
        gone = [ident for ident, text in known.items() if texts.get(ident) != text]
        if gone:
            self._leave(gone)
        for article in self.read_as_before([a for a in after.articles if known.get(a.id) != a.text]):
            self.check(article)

    def _leave(self, gone: list[str]) -> None:
        if self.busy and self._at in gone:
            self._fresh.clear()
            self._halt()
        for ident in gone:
            self._checked.pop(ident, None)
            self._titles.pop(ident, None)
        self.forget(gone)

    def _next(self, engine: Engine) -> None:
        known = {a.id: a for a in self._session.project.articles}
        self._waiting = [(ident, seen) for ident, seen in self._waiting if ident in known]
        if not self._waiting:
            self._job = None
            self._clock.stop()
            self.busy_changed.emit(False)
            return
        ident, seen = self._waiting.pop(0)
        article = known[ident]
        settings, cache, there, names = self._session.settings, self.cache, self.translations(article.id), self._names(article.id)
        outdated = self.outdated(article)
        kept = tuple(t for t in there if t.by_hand or not (self._anew or t.place.sentence in outdated))
        again = frozenset(t.place.sentence for t in there if self._anew and t.engine == engine.title)
        self._at, self._looked_at = article.id, monotonic()
        self._look()
        only = frozenset(self._wanted) if seen else None
        holder: list[Job] = []

        def work(progress: Progress) -> Outcome:
            means = means_of(settings, engine, cache)
            told = partial(self._told, holder)
            wanted = lambda: self._wanted  # noqa: E731 - what is in view now, whenever it is asked
            return translate_article(
                article, means, settings.target, first=wanted, kept=kept, again=again, only=only, names=names, progress=progress, told=told
            )

        def shown(_stage: str, done: int, total: int) -> None:
            self.progressed.emit(article.id, done, total)

        job = self._jobs.start(work, partial(self._done, engine, article, seen), self._failed, shown)
        holder.append(job)
        if self._job is None:
            self.busy_changed.emit(True)
        self._job = job
        self._clock.start()

    def _told(self, holder: list[Job], translation: Translation) -> None:
        """In the job's thread: bring a sentence home, unless the job was stopped meanwhile."""

        def arrive() -> None:
            if not (holder and holder[0].stopped):
                self._fresh.append(translation)

        self._jobs.call_home(arrive)

    def _beat(self) -> None:
        self._look()
        self._flush()
        self._check_so_far()

    def _check_so_far(self) -> None:
        """Have what came of the article under work checked now and then: its marks need not wait for the last sentence."""
        if self._jobs.running > 1 or monotonic() - self._looked_at < CHECKED_EVERY:
            return  # the check before it is not done
        self._looked_at = monotonic()
        article = next((a for a in self._session.project.articles if a.id == self._at), None)
        if article is not None:
            self.check(article)

    def _look(self) -> None:
        """Note which sentences are in view, for the thread that asks."""
        self._wanted = tuple(self._on_screen(self._at)) if self._at else ()

    def _flush(self) -> None:
        if self._fresh:
            fresh, self._fresh = self._fresh, []
            project = with_translations(self._session.project, fresh)
            if self._anew and not self._step_taken:
                self._step_taken = True
                self._session.do(self._anew, project)
            else:
                self._session.amend(project)
            self._tell_title()

    def _tell_title(self) -> None:
        """Call the article under work by its translated headline everywhere, as soon as that is there."""
        article = next((a for a in self._session.project.articles if a.id == self._at), None)
        title = self.named(article).title if article is not None else ""
        if article is not None and title not in {article.title, self._titles.get(article.id)}:
            self._titles[article.id] = title
            self.shown_changed.emit(article.id)

    def _done(self, engine: Engine, article: Article, seen: bool, outcome: Outcome) -> None:
        self._flush()
        if seen and outcome.stopped is None:
            self._next(engine)  # the whole of it comes later, and is told of then
            return
        if outcome.translations:
            self.check(article)
        self.ended.emit(article.id, outcome)
        if outcome.stopped is not None:
            self._waiting = []
            self._session.report(outcome.stopped)
        self._next(engine)

    def _failed(self, error: RecoupeError) -> None:
        self._waiting = []
        self._job = None
        self._flush()
        self._clock.stop()
        self.busy_changed.emit(False)
        self._session.report(error)

    def _take_checked(self, article: Article, annotated: Annotated) -> None:
        project = self._session.project
        if article not in project.articles:
            return
        self._keep(article.id, annotated)
        # what was translated anew or corrected while it was being checked is not overwritten
        texts = {(t.place, t.language): t.text for t in project.translations}
        checked = [t for t in annotated.translations if texts.get((t.place, t.language)) == t.text and t not in project.translations]
        if checked:
            self._session.amend(with_translations(project, checked))
        self.shown_changed.emit(article.id)

    def _names(self, article: str) -> frozenset[str]:
        """The names of people, which stay as they are where they stand alone."""
        return frozenset(f.value.shown for f in self._facts(article) if isinstance(f.value, Name) and f.value.sort == "person")


def with_translations(project: Project, fresh: Iterable[Translation]) -> Project:
    """The study with translations put in, each in place of the one there was; one written by hand gives way only to another such."""
    by_place = {(t.place, t.language): t for t in project.translations}
    for translation in fresh:
        known = by_place.get((translation.place, translation.language))
        if known is None or not known.by_hand or translation.by_hand:
            by_place[translation.place, translation.language] = translation
    return replace(project, translations=tuple(by_place[key] for key in sorted(by_place)))
