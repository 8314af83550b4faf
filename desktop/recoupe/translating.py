"""Articles translated and checked: what the command line needs of translation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from recoupe.checking import annotate, check_translations
from recoupe.model import Article, Fact
from recoupe.progress import Progress, silent
from recoupe.reading import read_path
from recoupe.translation import ENGINES, Account, Consent, Means, Outcome, translate_article
from recoupe.translation.annotated import Annotated
from recoupe.translation.cache import Cache
from recoupe.translation.glossary import Glossary
from recoupe.translation.keys import key_of


def means_for(name: str, *, server: str = "", allowed: Collection[str] = (), send: bool = False, pairs: str = "") -> Means:
    """What translating with an engine takes; `allowed` are the places the user allowed, and `send` allows the engine's own for once.

    The key comes from where keys are kept. TranslationFailed ("bad_server") for an address that is none.
    """
    engine = next(e for e in ENGINES if e.name == name)
    account = Account(server=server, key=key_of(name) if "key" in engine.asks else "")
    places = frozenset(allowed) | ({engine.destination(account)} if send else frozenset())
    return Means(engine, Cache(), account, Consent(places), Glossary.read(pairs))


def translate_path(
    path: Path, means: Means, target: str, *, now: datetime, progress: Progress = silent
) -> tuple[tuple[Article, Outcome], ...]:
    """The articles of a file, each with what came of putting it into another language.

    An outcome that was stopped, or has failures, left sentences in the original: what is written of it says so, and a command should too.
    ReadingFailed where the file can't be read, TranslationFailed where the engine can't begin.
    """
    return tuple((article, translate_checked(article, means, target, progress)) for article in read_path(path, now=now, progress=progress))


def translate_annotated(
    article: Article, means: Means, target: str, facts: Sequence[Fact], progress: Progress = silent
) -> tuple[Outcome, Annotated]:
    """As `translate_checked`, with what the translations say of the article's facts beside it."""
    outcome = translate_article(article, means, target, progress=progress)
    annotated = annotate(article, outcome.translations, [f for f in facts if f.place.article == article.id], progress)
    return replace(outcome, translations=annotated.translations), annotated


def translate_checked(article: Article, means: Means, target: str, progress: Progress = silent) -> Outcome:
    """An article in another language, every figure, date, name, negation and reserve held against the original."""
    outcome = translate_article(article, means, target, progress=progress)
    return replace(outcome, translations=check_translations(article, outcome.translations, progress))
