"""Tells an answer that is no translation: a page of HTML, the text sent back, a loop, another language."""

from __future__ import annotations

import re
from collections import Counter

# Words that hardly occur in another of these languages: a sentence of some length holds a few of its own.
_FUNCTION_WORDS = {
    "fr": "le les des du une un est et dans que qui pour sur avec pas au aux ce cette ses son sa ont été il elle ils par plus selon mais",
    "en": "the of and to in is was were for with that this his her their it he she they has have had been by from at not but who which as",
    "es": "el los las del una y en que por para con su sus fue han más según pero como lo se este esta",
    "de": "der die das den dem des und ist nicht ein eine mit auf für von zu im sich auch wurde nach bei aus dass",
    "it": "il lo gli della dei delle di che è e per con una nel sono ha stato anche non più secondo alla dal",
    "pt": "o os as do da dos das em que por para com uma não foi mais segundo ao pelo pela seu sua",
    "nl": "de het een van en in is dat op te voor met niet zijn werd aan door ook naar bij uit",
}
_WORDS = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_HTML = re.compile(r"<\s*(?:!doctype|html|head|body|script|div|title|h1)\b", re.IGNORECASE)
_NOTICES = ("MYMEMORY WARNING", "PLEASE SELECT TWO DISTINCT LANGUAGES", "INVALID SOURCE LANGUAGE", "QUERY LENGTH LIMIT")


def fault(text: str, answer: str | None, source: str, target: str) -> str:
    """Why the answer is no translation of the text, as a code of TranslationFailed; empty where nothing speaks against it."""
    if answer is None or not answer.strip():
        return "empty"
    if answer.upper().startswith(_NOTICES[0]):
        return "too_many_requests"
    if (_HTML.search(answer) and not _HTML.search(text)) or answer.upper().startswith(_NOTICES):
        return "garbage"
    if len(answer) > 4 * len(text) + 60 or (len(text) > 60 and len(answer) < len(text) / 6):
        return "garbage"
    if not _WORD.search(answer) or _loops(text, answer) or "\ufffd" in answer:
        return "garbage"
    return "garbage" if _in_another_language(text, answer, source, target) else ""


def _loops(text: str, answer: str) -> bool:
    """Whether the answer says the same three words over and over, as small models do, and the text doesn't."""
    words = _WORD.findall(answer.lower())
    return _most_repeated(words) >= max(4, 2 * _most_repeated(_WORD.findall(text.lower())))


def _most_repeated(words: list[str]) -> int:
    return max(Counter(zip(words, words[1:], words[2:], strict=False)).values(), default=0)


def _in_another_language(text: str, answer: str, source: str, target: str) -> bool:
    """Whether a sentence of six words or more plainly speaks something else than the target, the source itself included."""
    words = _WORD.findall(answer.lower())
    if len(words) < 6 or target not in _WORDS:
        return False
    if words == _WORD.findall(text.lower()):
        return sum(w in _WORDS.get(source, ()) for w in words) > sum(w in _WORDS[target] for w in words)
    counts = {language: sum(w in own for w in words) for language, own in _WORDS.items()}
    best = max(counts, key=lambda language: counts[language])
    return best != target and counts[best] >= 3 and counts[best] >= 3 * max(counts[target], 1) - 1
