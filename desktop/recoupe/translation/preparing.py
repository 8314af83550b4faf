"""What engines mangle is taken out of their way: names alone, headlines in capitals, what holds no words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADDRESS = re.compile(r"^(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|[@#]\w+)$")
_OPENING = re.compile(r"(?:^|[.!?…:])[\s«“\"(—–-]*$")  # a sentence begins here, and any word has a capital
_PARTICLES = {"de", "du", "des", "la", "le", "d’", "d'", "von", "van", "ben", "el", "al", "da", "di", "y", "et"}
_OPENERS = {"le", "la", "les", "l’", "l'", "un", "une", "des", "ce", "cette", "ces", "son", "sa", "ses", "en", "au", "aux"}


def stays(text: str, names: frozenset[str] = frozenset()) -> bool:
    """Whether a sentence is left as it is: no words in it, an address, or nothing but a name of `names`."""
    bare = text.strip(" .,:;–—-•*|/()[]\u00a0")
    return not _WORD.search(bare) or bool(_ADDRESS.match(bare)) or bare in names


def like_a_name(text: str) -> bool:
    """Whether a line of two to four words has the look of a name: all capitalised but for particles, no article first."""
    words = re.findall(r"[^\s,]+", text.strip(" ."))
    if not 2 <= len(words) <= 4 or words[0].lower() in _OPENERS or any(w.isupper() and len(w) > 4 for w in words):
        return False
    return all(w[:1].isupper() or w in _PARTICLES for w in words) and words[-1][:1].isupper()


def in_capitals(text: str) -> bool:
    """Whether a headline of three words or more is set in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(_WORD.findall(text)) >= 3 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def spellings(text: str) -> Mapping[str, str]:
    """How an article writes its words where they are not in capitals: "DIJON" → "Dijon", "GRÈVE" → "grève".

    A word that occurs in small letters is no name; one that has a capital inside a sentence is.
    """
    seen: dict[str, Counter[str]] = {}
    for line in text.splitlines():
        if in_capitals(line):
            continue
        for found in _WORD.finditer(line):
            if not _OPENING.search(line[: found.start()]):
                seen.setdefault(found.group().upper(), Counter())[found.group()] += 1
    return {capitals: next((f for f in forms if f.islower()), forms.most_common(1)[0][0]) for capitals, forms in seen.items()}


def lowered(text: str, known: Mapping[str, str]) -> str:
    """A headline in capitals as it would be written in a text, names by the article's own spelling."""

    def small(match: re.Match[str]) -> str:
        word = match.group()
        if word.upper() in known:
            return known[word.upper()]
        head, tail = word[:2] if word[1:2] in {"'", "’"} else "", word[2:]
        if head and tail.upper() in known:
            return head.lower() + known[tail.upper()]
        vowels = any(c in "AEIOUYÀÂÉÈÊËÎÏÔÙÛÜŒ" for c in word.upper())
        return word.lower() if vowels else word

    line = _WORD.sub(small, text)
    return line[:1].upper() + line[1:]
