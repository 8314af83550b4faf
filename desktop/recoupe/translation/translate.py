"""Translates an article sentence by sentence, from the cache where it can; whatever was translated is kept."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from recoupe.errors import TranslationFailed
from recoupe.model import Article, Doubt, Place, Translation
from recoupe.progress import Progress, silent
from recoupe.translation import preparing
from recoupe.translation.cache import Cache, key
from recoupe.translation.engine import Account, Consent, Engine, Working
from recoupe.translation.glossary import Glossary, replaced
from recoupe.translation.style import in_style

_STYLE = "2"  # counts up when `style` or `preparing` write otherwise: kept answers are then made anew
# failures of one sentence: the next may well succeed
_OF_A_SENTENCE = {"empty", "garbage"}
_PASSING = {"timeout", "unreachable", "failed", "refused"}
_MOST_IN_A_ROW = 2


@dataclass(frozen=True, slots=True)
class Means:
    """What translating takes beside the text: the engine, what the user gave and allowed it, the cache and the user's own words."""

    engine: Engine
    cache: Cache
    account: Account = Account()
    consent: Consent = Consent()
    glossary: tuple[tuple[str, str], ...] = ()
    now: Callable[[], datetime] = datetime.now
    pause: Callable[[float], None] = time.sleep


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it. `failures` are sentences that stay in the original; `stopped` is what ended the work early, if anything did.

    `asked` counts the sentences sent to the engine: those from the cache and those that need no translation are not among them.
    """

    translations: tuple[Translation, ...]
    failures: tuple[tuple[Place, TranslationFailed], ...] = ()
    stopped: TranslationFailed | None = None
    asked: int = 0


def source_of(article: Article, target: str) -> str:
    """The language an article is translated from; an article of unknown language is taken for the other one."""
    return article.language or ("fr" if target == "en" else "en")


def translate_article(
    article: Article,
    means: Means,
    target: str,
    *,
    first: Callable[[], Iterable[int]] = tuple,
    kept: Collection[Translation] = (),
    again: Collection[int] = (),
    only: Collection[int] | None = None,
    names: Collection[str] = (),
    progress: Progress = silent,
    told: Callable[[Translation], None] = lambda _: None,
) -> Outcome:
    """Every sentence of the story in the target language, unless the article is in that language already.

    `first` is asked before each sentence which ones are wanted next: those on screen. `kept` are translations that exist: nothing is
    asked for them, and they are given back as they are, whoever made them. `again` are sentences the engine is to be asked for even
    where its answer is known, `only` the sentences to translate, all where it is None. `names` are names that stay as they are where they
    stand alone. `told` hears each translation as it comes. Cancelled is raised by `progress`, and TranslationFailed before any work where
    consent, key or model is missing; what was told by then holds.
    """
    source = source_of(article, target)
    if source == target:
        return Outcome(())
    there = {t.place.sentence: t for t in kept if t.language == target and t.place.article == article.id}
    work = _Work(article, means, target, frozenset(names), progress)
    made: dict[int, Translation] = {}
    failures: list[tuple[Place, TranslationFailed]] = []
    in_a_row, stopped = 0, None
    wanted = article.story if only is None else tuple(i for i in article.story if i in only)
    for done, index in enumerate(_ordered(wanted, first)):
        work.tell(done)
        try:
            made[index] = there.get(index) or work.sentence(index, again=index in again)
        except TranslationFailed as failed:
            failures.append((Place(article.id, index), failed))
            in_a_row = in_a_row if failed.code in _OF_A_SENTENCE else in_a_row + 1
            if failed.code not in _OF_A_SENTENCE | _PASSING or in_a_row >= _MOST_IN_A_ROW:
                stopped = failed
                break
        else:
            in_a_row = 0
            told(made[index])
    if stopped is None and only is None:
        work.tell(len(article.story))
    return Outcome(tuple(made[i] for i in sorted(made)), tuple(failures), stopped, work.asked)


def retranslate(
    article: Article, index: int, means: Means, target: str, *, again: bool = False, progress: Progress = silent
) -> Translation:
    """One sentence, with whatever engine `means` names: how a doubtful one is tried again. TranslationFailed where that fails too.

    `again` asks the engine even where its answer is known.
    """
    return _Work(article, means, target, frozenset(), progress).sentence(index, again=again)


def _ordered(story: tuple[int, ...], first: Callable[[], Iterable[int]]) -> Iterator[int]:
    """Each index once: those wanted at the time first, the others in order of the text."""
    left = dict.fromkeys(story)
    while left:
        index = next((i for i in first() if i in left), next(iter(left)))
        del left[index]
        yield index


class _Work:
    """One article under work."""

    def __init__(self, article: Article, means: Means, target: str, names: frozenset[str], progress: Progress) -> None:
        self._article, self._means, self._target, self._names = article, means, target, names
        self._source = source = source_of(article, target)
        self._progress = progress
        self._done = 0
        self.asked = 0
        self._working: Working = means.engine.ready(means.account, means.consent, self._wait)
        self._glossary = Glossary.of(means.glossary, source, target)
        self._known: Mapping[str, str] | None = None
        self._names_of_words: dict[str, str] = {}

    def tell(self, done: int) -> None:
        """Say how far it is, and hear a stop."""
        self._done = done
        self._progress("translating", done, len(self._article.story))

    def _wait(self, seconds: float) -> None:
        """Wait in small steps, hearing a stop between them."""
        while seconds > 0:
            self.tell(self._done)
            self._means.pause(min(seconds, 0.2))
            seconds -= 0.2

    def sentence(self, index: int, *, again: bool = False) -> Translation:
        """One sentence, from the cache or, where it is not there or is to be asked for `again`, from the engine."""
        text = self._article.sentence_text(index)
        glossary = self._glossary.touching(text)
        engine = self._means.engine.title
        said = partial(Translation, Place(self._article.id, index), self._target, engine=engine, words=glossary.fingerprint)
        if preparing.stays(text, self._names):
            return said(text=text, made_at=self._means.now())
        name = key(f"{_STYLE} {self._working.identity(self._source, self._target)}", self._source, self._target, glossary.fingerprint, text)
        kept = None if again else self._means.cache.get(name)
        if kept is None:
            kept = self._asked(text, glossary), self._means.now()
            self._means.cache.put(name, *kept)
        doubts = tuple(Doubt("lost", "glossary", original) for original, _ in glossary.lost(kept[0]))
        return said(text=kept[0], made_at=kept[1], doubts=doubts)

    def _asked(self, text: str, glossary: Glossary) -> str:
        capitals = preparing.in_capitals(text)
        if capitals and self._known is None:
            self._known = preparing.spellings(self._article.text)
        prepared = preparing.lowered(text, self._known or {}) if capitals else text
        answer = self._worded(prepared, glossary)
        if preparing.like_a_name(text) and len(answer.split()) > 2 * len(text.split()):
            return text  # engines that know no better say a lone name several times, or make a sentence of it
        answer = in_style(prepared, glossary.after(answer), self._target)
        return answer.upper() if capitals else answer

    def _worded(self, text: str, glossary: Glossary) -> str:
        """The engine's answer with the user's words in it.

        They are sent in the sentence's place for the original's. An engine that loses them, or makes nonsense of the sentence for them, is
        asked for the sentence as it is and for the words alone: what it calls them is then replaced.
        """
        self.asked += 1
        answer = self._working.translate(glossary.before(text), self._source, self._target)
        missing = len(glossary.lost(glossary.after(answer)))
        if not missing:
            return answer
        self.asked += 1
        plain = self._working.translate(text, self._source, self._target)
        for original, wanted in glossary.pairs:
            plain = replaced(plain, self._called(original), wanted)
        return plain if len(glossary.lost(glossary.after(plain))) <= missing else answer

    def _called(self, words: str) -> str:
        """What the engine calls words that stand alone, without an article; empty where it makes a sentence of them."""
        if words not in self._names_of_words:
            self.asked += 1
            said = self._working.translate(words, self._source, self._target).strip(" .")
            bare = re.sub(r"^(?:the|an?|les?|la|une?|des)\s+|^l['’]", "", said, flags=re.IGNORECASE)
            self._names_of_words[words] = bare if len(bare.split()) <= 2 * len(words.split()) - 1 else ""
        return self._names_of_words[words]
