"""The user's own words for things: applied before a sentence is translated and checked after."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glossary:
    """Pairs of (original, wanted) of one direction, the longest originals first.

    A wanted word is put into the sentence before it is sent, since engines carry an unknown word over as it is; where the original
    came back all the same, it is replaced in the answer.
    """

    pairs: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]], source: str, target: str) -> Glossary:
        """The French–English pairs of the settings, turned to the direction; an empty side keeps the word as it is."""
        turned = (((fr, en or fr) if (source, target) == ("fr", "en") else (en or fr, fr)) for fr, en in pairs if fr.strip() or en.strip())
        return cls(tuple(sorted(dict(turned).items(), key=lambda pair: (-len(pair[0]), pair))))

    @classmethod
    def read(cls, text: str) -> tuple[tuple[str, str], ...]:
        """The pairs of a typed or loaded list: one a line, parted by a tab, "=", ";" or "→"; a line alone keeps its word."""
        pairs = []
        for line in text.splitlines():
            if not line.strip() or line.lstrip().startswith("#"):
                continue
            left, _, right = (re.sub(r"\s*(?:\t|=|;|→)\s*", "\t", line, count=1) + "\t").partition("\t")
            if left.strip():
                pairs.append((left.strip(), right.strip("\t ").strip()))
        return tuple(pairs)

    def touching(self, sentence: str) -> Glossary:
        """The pairs whose original stands in the sentence: only these decide what is cached."""
        return Glossary(tuple(pair for pair in self.pairs if _pattern(pair[0]).search(sentence)))

    @property
    def fingerprint(self) -> str:
        """A digest of the pairs, empty for none."""
        return hashlib.sha256(repr(self.pairs).encode()).hexdigest() if self.pairs else ""

    def before(self, sentence: str) -> str:
        """The sentence with the wanted words in it."""
        for original, wanted in self.pairs:
            sentence = replaced(sentence, original, wanted)
        return sentence

    def after(self, answer: str) -> str:
        """The answer with every original that came back replaced."""
        for original, wanted in self.pairs:
            if original.casefold() not in wanted.casefold():
                answer = replaced(answer, original, wanted)
        return answer

    def lost(self, answer: str) -> tuple[tuple[str, str], ...]:
        """The pairs whose wanted word is missing from the answer."""
        return tuple(pair for pair in self.pairs if pair[1].casefold() not in answer.casefold())


def replaced(text: str, original: str, wanted: str) -> str:
    """A text with words replaced wherever they stand as a whole; nothing is for empty ones."""
    if not original:
        return text
    return _pattern(original).sub(wanted.replace("\\", r"\\"), text)


def _pattern(words: str) -> re.Pattern[str]:
    """The words as a whole, white space and apostrophes of any kind; small letters also match at a sentence's start."""
    body = r"\s+".join(re.sub("['’]", "['’]", re.escape(w)) for w in words.split())
    if words[:1].islower():
        body = f"[{words[0]}{words[0].upper()}]{body[1:]}" if words[0].isalpha() else body
    return re.compile(rf"(?<!\w){body}(?!\w)")
