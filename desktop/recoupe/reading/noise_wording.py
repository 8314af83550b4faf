"""What pages print around an article: the expressions of `resources/lexicons/page_noise.txt`, which explains their notation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from recoupe.errors import ResourceMissing
from recoupe.files import resource

_Rules = tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The expressions by where they count; each rule is a kind of noise and its expression, for folded text."""

    lines: _Rules
    edges: _Rules
    sentences: _Rules
    comments_start: re.Pattern[str]
    comments_ambiguous: re.Pattern[str]
    comments_sign: re.Pattern[str]

    def of_line(self, folded: str) -> str:
        """The kind of noise of a line that only a page says."""
        return next((reason for reason, rule in self.lines if rule.fullmatch(folded)), "") if folded else ""

    def of_edge(self, folded: str) -> str:
        """The kind of noise of a line outside the story."""
        return next((reason for reason, rule in self.edges if rule.fullmatch(folded)), "") if folded else ""

    def of_sentence(self, folded: str) -> str:
        """The kind of noise of a sentence within a paragraph."""
        return next((reason for reason, rule in self.sentences if rule.match(folded)), "")


@lru_cache(maxsize=1)
def wording() -> Wording:
    """The expressions, read once. Raises `ResourceMissing` where the file is absent or damaged."""
    path = resource("lexicons", "page_noise.txt")
    try:
        sections = _sections(path.read_text(encoding="utf-8"))
        words = dict(sections["words"])
        comments = dict(_compiled(sections["comments"], words))
        return Wording(
            _compiled(sections["lines"], words),
            _compiled(sections["edges"], words),
            _compiled(sections["sentences"], words),
            comments["start"],
            comments["ambiguous"],
            comments["sign"],
        )
    except OSError as error:
        raise ResourceMissing("missing", name=path.name) from error
    except (KeyError, ValueError, re.error) as error:
        raise ResourceMissing("damaged", name=path.name, reason=str(error)) from error


def _sections(text: str) -> dict[str, list[tuple[str, str]]]:
    sections: dict[str, list[tuple[str, str]]] = {}
    current: list[tuple[str, str]] = []
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            current = sections.setdefault(line.strip("[] "), [])
            continue
        name, expression = line.split(None, 1)
        current.append((name, expression))
    return sections


def _compiled(rules: list[tuple[str, str]], words: dict[str, str]) -> _Rules:
    def expanded(expression: str) -> str:
        return re.sub(r"<(\w+)>", lambda m: expanded(words[m.group(1)]), expression)

    return tuple((reason, re.compile(expanded(expression))) for reason, expression in rules)
