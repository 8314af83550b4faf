"""Stories annotated in place, brought into the form that is learned from and scored against.

A folder holds `NAME.gold.txt` for each article and `facts.json`. In the text every sentence begins with the events it tells (`⟦E3⟧`,
several as `⟦E3 E4⟧`, one left open `⟦?E3⟧`, none `⟦-⟧`, page noise `⟦#⟧`), and every fact stands in brackets (`⟪f7|1 200 manifestants⟫`),
which may hold another one. Made of these are `NAME.txt`, the text alone, and `gold.json`: where in it sentences and facts stand (code
points, the end exclusive), which sentences of two articles share an event, and the facts as `facts.json` has them.
"""

from __future__ import annotations

import json
import re
from itertools import combinations
from pathlib import Path
from typing import Any

STORIES = Path(__file__).with_name("stories")
MARKED = ".gold.txt"
_PIECE = re.compile(r"⟦(?P<tags>[^⟧\n]*)⟧|⟪(?P<fact>\w+)\||(?P<close>⟫)|(?P<text>[^⟦⟪⟫]+)")
_LONE_BULLET = re.compile(r"(?:\A|\n)[^\S\n]*[-–—•*·▪►][^\S\n]*\Z")
Sentence = dict[str, Any]


def build(story: Path, into: Path) -> Path:
    """Write a story's plain texts and what is known of them to a folder of its name, which is given back. `ValueError`: not well marked."""
    out = into / story.name
    out.mkdir(parents=True, exist_ok=True)
    told = json.loads((story / "facts.json").read_text("utf-8"))
    articles: dict[str, dict[str, Any]] = {}
    for path in sorted(story.glob("*" + MARKED)):
        name = path.name.removesuffix(MARKED)
        text, articles[name] = _read(path.read_text("utf-8"), path)
        (out / f"{name}.txt").write_text(text, "utf-8", newline="\n")
        articles[name]["file"] = f"{name}.txt"
    facts = {fact: {**entry, **_second(fact, told["facts"])} for fact, entry in told["facts"].items()}
    if unknown := {m["fact"] for a in articles.values() for m in a["mentions"]} - set(facts):
        raise ValueError(f"{story}: nothing is said of {', '.join(sorted(unknown))}")
    known = {key: told[key] for key in ("title", "published", "language")}
    linked = {"alignments": _aligned(articles, firmly=True), "optional_alignments": _aligned(articles, firmly=False)}
    gold = {"set": story.name, **known, "articles": articles, "facts": facts, **linked}
    (out / "gold.json").write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    return out


def build_all(into: Path, stories: Path = STORIES) -> list[Path]:
    """The same of every story of a folder, in order of name."""
    return [build(path.parent, into) for path in sorted(stories.glob("*/facts.json"))]


def _read(marked: str, path: Path) -> tuple[str, dict[str, Any]]:
    """An article's text without its marks, and where they stood."""
    text = ""
    sentences: list[Sentence] = []
    mentions: list[dict[str, Any]] = []
    unclosed: list[tuple[str, int]] = []
    trim = False
    for piece in _PIECE.finditer(marked):
        if piece["tags"] is not None:
            trim = not text or text[-1].isspace()
            sentences.append({"start": len(text), "tags": piece["tags"].split()})
        elif piece["fact"]:
            unclosed.append((piece["fact"], len(text)))
            trim = False
        elif piece["close"]:
            if not unclosed:
                raise ValueError(f"{path}: nothing is open after {text[-30:]!r}")
            fact, start = unclosed.pop()
            mentions.append({"fact": fact, "start": start, "end": len(text), "text": text[start:], "sentence": len(sentences) - 1})
        else:
            text += piece["text"].removeprefix(" ") if trim else piece["text"]
            trim = False
    if unclosed or not sentences:
        raise ValueError(f"{path}: {unclosed[0][0] if unclosed else 'no sentence'} is not closed or not begun")
    for sentence, end in zip(sentences, [*(s["start"] for s in sentences[1:]), len(text)], strict=True):
        piece_of = _LONE_BULLET.sub("", text[sentence["start"] : end])
        sentence["end"] = sentence["start"] + len(piece_of.rstrip())
        sentence["start"] += len(piece_of) - len(piece_of.lstrip())
    mentions.sort(key=lambda m: (m["start"], -m["end"]))
    return text, {"sentences": sentences, "mentions": mentions}


def _second(fact: str, facts: dict[str, Any]) -> dict[str, str]:
    """Of which fact this is a second value in one article, where it is."""
    first = fact.removesuffix("bis")
    return {"bis_of": first} if first != fact and first in facts else {}


def _aligned(articles: dict[str, dict[str, Any]], *, firmly: bool) -> list[dict[str, Any]]:
    """Every two sentences of two articles that share an event, firmly or with one of them left open."""
    found = []
    for left, right in combinations(sorted(articles), 2):
        for i, s in enumerate(articles[left]["sentences"]):
            for j, t in enumerate(articles[right]["sentences"]):
                firm = {tag for tag in s["tags"] if tag[0] == "E"} & {tag for tag in t["tags"] if tag[0] == "E"}
                either = {tag.lstrip("?") for tag in s["tags"]} & {tag.lstrip("?") for tag in t["tags"]} - {"", "-", "#"}
                events = firm if firmly else either if not firm else set()
                if events:
                    found.append({"a": left, "i": i, "b": right, "j": j, "events": sorted(events)})
    return found
