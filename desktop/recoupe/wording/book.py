"""The books of words under `resources/wording`, one per language, and the labels read from them."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from recoupe.errors import RecoupeError, ResourceMissing
from recoupe.files import resource
from recoupe.model import State, Verdict
from recoupe.wording.typography import typeset

LANGUAGES = ("fr", "en")


def language_or_default(lang: str) -> str:
    """The language itself where there is a book for it, English otherwise; « fr_FR » counts as « fr »."""
    short = lang.replace("_", "-").split("-")[0].lower()
    return short if short in LANGUAGES else "en"


@cache
def _book(lang: str) -> dict[str, Any]:
    path = resource("wording", f"{lang}.toml")
    try:
        raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except (OSError, ValueError) as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error
    typeset_book: dict[str, Any] = {}
    for section, words in raw.items():
        typeset_book[section] = _typeset_all(words, lang)
    return typeset_book


def _typeset_all(value: object, lang: str) -> object:
    if isinstance(value, str):
        return typeset(value, lang)
    if isinstance(value, list):
        return tuple(_typeset_all(item, lang) for item in value)
    return {key: _typeset_all(item, lang) for key, item in value.items()} if isinstance(value, dict) else value


def entry(section: str, code: str, lang: str) -> str | None:
    """The words of a code of a section, or None where the book has none."""
    found = _book(language_or_default(lang)).get(section, {}).get(code)
    return found if isinstance(found, str) else None


def words_of(section: str, code: str, lang: str) -> tuple[str, ...]:
    """A list of words of a section, such as the names of the months."""
    return tuple(_book(language_or_default(lang))[section][code])


def word(section: str, code: str, lang: str, **details: object) -> str:
    """The words of a code, its places filled with `details`; an unknown code is shown as it is, without underscores.

    Where `count` is one and the code has words of its own for that, under "_one", these are taken.
    """
    found = (entry(section, f"{code}_one", lang) if details.get("count") == 1 else None) or entry(section, code, lang)
    if found is None:
        return code.replace("_", " ")
    return found.format_map(details) if details else found


def verdict_label(verdict: Verdict, lang: str) -> str:
    """A verdict as a noun: « Contradiction », « Source différente »."""
    return word("verdict", verdict.value, lang)


def kind_label(kind: str, lang: str) -> str:
    """A kind of fact as a noun: « Somme d’argent », « Date »."""
    return word("kind", kind, lang)


def state_label(state: State, lang: str) -> str:
    """How far a review has come: « À vérifier », « Vérifié »."""
    return word("state", state.value, lang)


def note_text(code: str, lang: str) -> str:
    """The remark that stands beside a verdict; empty for an empty code."""
    return word("note", code, lang) if code else ""


def note_codes(lang: str) -> dict[str, str]:
    """The code of each remark by its words, for reading a report back."""
    return {words: code for code, words in _book(language_or_default(lang))["note"].items()}


def stage_text(stage: str, lang: str) -> str:
    """What long work is doing, for a status bar."""
    return word("stage", stage, lang)


def error_text(error: RecoupeError, lang: str) -> str:
    """The sentence that tells a user of an error, in their language; the English one where the book has none."""
    if language_or_default(lang) == "en":
        return str(error)
    sentence = entry(f"error_{type(error).__name__}", error.code, lang)
    if sentence is None:
        return str(error)
    reason = str(error.details.get("reason", ""))
    return sentence.format_map({**error.details, "reason": entry("error_reasons", reason, lang) or reason})
