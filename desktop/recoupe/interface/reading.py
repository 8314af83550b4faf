"""Which language each article is read in, and what is known of its translations: how it is drawn follows from that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from recoupe.interface.faces import face_of
from recoupe.interface.panes.pane import Face
from recoupe.interface.panes.translated import Mode, render
from recoupe.interface.session import Session
from recoupe.interface.table.translated import Said
from recoupe.interface.tongue import window_language
from recoupe.model import Article, Doubt, Fact, Place, Project, Span, Translation
from recoupe.settings import Settings
from recoupe.translation.annotated import Annotated
from recoupe.translation.glossary import Glossary
from recoupe.translation.output import label
from recoupe.translation.translate import source_of
from recoupe.wording import date_text

Carried = tuple[Span | None, str, str]  # where a translation says a fact, and in its words what it is about and on whose word it is told

_OUTDATED = Doubt("changed", "glossary", "")


class Reading(QObject):
    """The languages of the open articles. `shown_changed` tells that an article is to be drawn anew, empty for all."""

    shown_changed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._faces: dict[str, tuple[object, Face]] = {}
        self._modes: dict[str, Mode] = {}
        self._carried: dict[str, dict[str, dict[str, Carried]]] = {}  # by article, fact and text of the translation it was looked for in
        self._standing: dict[str, tuple[tuple[object, ...], Mapping[str, Carried]]] = {}
        self._read: dict[str, tuple[object, Article]] = {}
        self._words, self._target = session.settings.glossary, session.settings.target
        self._before: dict[str, str] = {}  # the user's own words when an article was opened, where others came since
        self._outdated: dict[str, tuple[object, frozenset[int]]] = {}
        session.settings_changed.connect(self._hear_settings)
        self._study: tuple[Project, Project] = Project(), Project()

    def face(self, article: Article) -> Face:
        """How an article is shown, in the language or languages the reader wants."""
        translations, mode, marks = self.told(article), self.mode(article.id), self.marks(article.id)
        noise = self._session.settings.show_noise
        key = (article, translations if mode is not Mode.ORIGINAL else (), mode, noise)
        known = self._faces.get(article.id)
        if known is None or known[0] != (key, marks):
            known = (key, marks), face_of(article, translations, self._session.settings.target, mode, marks, noise=noise)
            self._faces[article.id] = known
        return known[1]

    def mode(self, article: str) -> Mode:
        """Which language an article is read in."""
        return self._modes.get(article, Mode.ORIGINAL)

    def set_mode(self, article: str, mode: Mode) -> None:
        """Read an article in another language, or in both."""
        if mode is not self.mode(article):
            self._modes[article] = mode
            self.shown_changed.emit(article)

    def read_as_before(self, articles: Collection[Article]) -> tuple[Article, ...]:
        """Read articles that come with translations as the user last read; those that are read so, none in the original."""
        wanted = self._session.settings.read_in
        if wanted not in (Mode.TRANSLATION, Mode.BOTH):
            return ()
        translated = tuple(a for a in articles if self.translations(a.id))
        self._modes.update({a.id: Mode(wanted) for a in translated})
        if translated:
            self.shown_changed.emit("")
        return translated

    def marks(self, article: str) -> Mapping[str, Span | None]:
        """Where the facts of an article stand in their translations, by fact id: None where one is not said there.

        Facts of sentences whose translations were not checked yet are absent: what was found in another wording is not where it was.
        """
        return {ident: span for ident, (span, _, _) in self._of_now(article).items()}

    def said(self, *, whatever_is_read: bool = False) -> Said:
        """The words that translations have for the facts of the articles read in them, or of all articles."""
        words: dict[str, str] = {}
        abouts: dict[str, str] = {}
        sources: dict[str, str] = {}
        read = [a for a in self._session.project.articles if whatever_is_read or self.mode(a.id) is not Mode.ORIGINAL]
        for article in read:
            texts = {t.place: t.text for t in self.translations(article.id)}
            known = self._of_now(article.id)
            for fact in self._facts(article.id):
                span, about, source = known.get(fact.id, (None, "", ""))
                if span is not None:
                    words[fact.id] = texts[fact.place][span.start : span.end].strip(" .,;")
                if about:
                    abouts[fact.id] = about
                if source:
                    sources[fact.id] = source
        titles = {a.id: title for a in read if (title := self.face(a).title)}
        return Said(words, abouts, titles, sources)

    def wording(self, language: str = "") -> Mapping[str, str]:
        """What translations that are read say of facts, by fact id, and of what is compared, by the comparison's id.

        With a language, what all translations into it say, whatever is read.
        """
        if language and language != self._session.settings.target:
            return {}
        said, facts = self.said(whatever_is_read=bool(language)), {f.id: f for f in self._session.project.analysis.facts}
        if not said.words and not said.abouts:
            return {}
        headings = {
            c.id: heading
            for c in self._session.project.analysis.comparisons
            if (heading := said.heading([facts[f] for f in c.facts if f in facts], c.verdict))
        }
        return {**said.words, **headings}

    def named(self, article: Article) -> Article:
        """An article under the title by which the reader knows it; its text stays its own."""
        title = self.face(article).title if self.mode(article.id) is not Mode.ORIGINAL else ""
        return replace(article, title=title) if title else article

    def study(self) -> Project:
        """The study in the words that the reader reads: for lists of articles and passages.

        Titles and sentences of articles read in translation are the translated ones, as far as they are translated; ids and the numbers
        of sentences stay. Places within a text, as facts have them, do not hold in it.
        """
        project = self._session.project
        articles = tuple(self._as_read(a) for a in project.articles)
        if all(a is b for a, b in zip(articles, project.articles, strict=True)):
            return project
        basis, made = self._study
        if (
            basis is not project
            or len(articles) != len(made.articles)
            or any(a is not b for a, b in zip(articles, made.articles, strict=True))
        ):
            self._study = project, replace(project, articles=articles)
        return self._study[1]

    def note(self, articles: Collection[str] = ()) -> str:
        """Which engines the translations that are read are from, and when; of these articles, or of all. Empty where none is read."""
        wanted = [a for a in self._session.project.articles if self._as_read(a) is not a and (not articles or a.id in articles)]
        said = [t for a in wanted for t in self.translations(a.id)]
        return label(said, window_language(), lambda day: date_text(day, window_language())) if said else ""

    def _as_read(self, article: Article) -> Article:
        target = self._session.settings.target
        translations = self.translations(article.id) if self.mode(article.id) is not Mode.ORIGINAL else ()
        if not translations or source_of(article, target) == target:
            return article
        key = article, translations
        known = self._read.get(article.id)
        if known is None or known[0] != key:
            title = self.face(article).title or article.title
            known = self._read[article.id] = key, replace(render(article, translations, target, Mode.TRANSLATION).article, title=title)
        return known[1]

    def translations(self, article: str) -> tuple[Translation, ...]:
        """The translations of an article into the language the user reads."""
        target = self._session.settings.target
        return tuple(t for t in self._session.project.translations if t.place.article == article and t.language == target)

    def complete(self, article: Article) -> bool:
        """Whether every sentence of the story is translated, or need not be."""
        if source_of(article, self._session.settings.target) == self._session.settings.target:
            return True
        return {t.place.sentence for t in self.translations(article.id)} - self.outdated(article) >= set(article.story)

    def told(self, article: Article) -> tuple[Translation, ...]:
        """The translations of an article as the reader is told of them: those that are outdated say so among their doubts."""
        translations, outdated = self.translations(article.id), self.outdated(article)
        if not outdated:
            return translations
        return tuple(replace(t, doubts=(_OUTDATED, *t.doubts)) if t.place.sentence in outdated else t for t in translations)

    def outdated(self, article: Article) -> frozenset[int]:
        """The sentences whose translation by a machine is not what the user's own words now ask for.

        Such are those made with other words for what they hold. Of a study of an older program, where that isn't known: those that hold a
        word which was added, changed or taken away since it was opened, and those that lack a wanted word, unless the engine is known to
        have lost it.
        """
        settings = self._session.settings
        translations = self.translations(article.id)
        before = self._before.get(article.id, settings.glossary)
        key = article.text, translations, before, settings.glossary, settings.target
        known = self._outdated.get(article.id)
        if known is None or known[0] != key:
            source = source_of(article, settings.target)
            was, now = (Glossary.of(Glossary.read(words), source, settings.target) for words in (before, settings.glossary))
            found = (t for t in translations if not t.by_hand and _outdated(t, article.sentence_text(t.place.sentence), was, now))
            known = self._outdated[article.id] = key, frozenset(t.place.sentence for t in found)
        return known[1]

    def _hear_settings(self, settings: Settings) -> None:
        """Tell that all reads otherwise in another language or with other words; remember which words there were before."""
        if (settings.glossary, settings.target) == (self._words, self._target):
            return
        for article in self._session.project.articles if settings.glossary != self._words else ():
            self._before.setdefault(article.id, self._words)
        self._words, self._target = settings.glossary, settings.target
        self.shown_changed.emit("")

    def doubtful(self) -> tuple[Place, ...]:
        """Every sentence to check against its original, in the order of the articles and their texts; those set right by hand are not."""
        return tuple(t.place for a in self._session.project.articles for t in self.told(a) if t.doubts and not t.by_hand)

    def forget(self, articles: list[str]) -> None:
        """Forget what was known of articles that are gone: another study may use their ids."""
        for ident in articles:
            for kept in (self._modes, self._carried, self._standing, self._faces, self._read, self._before, self._outdated):
                kept.pop(ident, None)
        self.shown_changed.emit("")

    def _keep(self, article: str, annotated: Annotated) -> None:
        """Remember where the facts of an article stand in translations that were checked; those of other wordings stay known."""
        carried = self._carried.setdefault(article, {})
        texts = {t.place: t.text for t in annotated.translations}
        for fact in self._facts(article):
            if fact.place in texts:
                found = annotated.marks.get(fact.id), annotated.abouts.get(fact.id, ""), annotated.sources.get(fact.id, "")
                carried.setdefault(fact.id, {})[texts[fact.place]] = found
        self._standing.pop(article, None)

    def _of_now(self, article: str) -> Mapping[str, Carried]:
        """What is known of the facts of an article in the translations as they stand."""
        project, target = self._session.project, self._session.settings.target
        basis = (project.translations, project.analysis, target)
        known = self._standing.get(article)
        if known is None or any(a is not b for a, b in zip(known[0], basis, strict=True)):
            carried = self._carried.get(article, {})
            texts = {t.place: t.text for t in self.translations(article)}
            found = ((f.id, carried.get(f.id, {}).get(texts.get(f.place, ""))) for f in self._facts(article)) if carried else ()
            known = basis, {ident: place for ident, place in found if place is not None}
            self._standing[article] = known
        return known[1]

    def _facts(self, article: str) -> tuple[Fact, ...]:
        return tuple(f for f in self._session.project.analysis.facts if f.place.article == article)


def _outdated(translation: Translation, text: str, was: Glossary, now: Glossary) -> bool:
    """Whether the words that a machine's translation of a text was made with are not those of now; `was` are those of its opening."""
    asked = now.touching(text)
    if translation.words is not None:
        return translation.words != asked.fingerprint
    lost = bool(asked.lost(translation.text)) and not any(d.kind == "glossary" for d in translation.doubts)
    return lost or was.touching(text) != asked
