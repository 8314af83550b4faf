"""How well differences between facts are found on annotated stories, counted by the annotation's own scorer, kind by kind."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from runpy import run_path
from typing import Any
from unittest.mock import patch

from fact_stories import Story
from gold import GOLD
from recoupe.facts import compare, scorer
from recoupe.model import FACT_KINDS, Analysis, Comparison
from recoupe.reports.formats.to_json import comparison


def compared(story: Story, families: Mapping[str, Any]) -> tuple[Comparison, ...]:
    """What the program finds with these weights."""
    with patch.object(scorer, "_models", lambda: {"families": families}):
        return compare(story.articles, story.parses, story.facts, story.events, story.leanings)


@dataclass(slots=True)
class Tally:
    """Sums over stories, and by kind: `gold` divergences and the `found` ones, `agreements` and the `alarmed` ones, and `unlisted`."""

    means: dict[str, list[float]] = field(default_factory=dict)
    sums: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, Counter[str]] = field(default_factory=lambda: {k: Counter() for k in FACT_KINDS})

    def add(self, story: Story, found: tuple[Comparison, ...]) -> dict[str, Any]:
        """Count one story; what was missed and what was wrong, as the annotation's scorer says it."""
        annotation = run_path(str(GOLD / "score.py"))
        paths = {a.id: f"{a.id}.txt" for a in story.articles}
        said = comparison(story.articles, Analysis(story.facts, story.events, found), paths)
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            json.dump(said, file)
            file.flush()
            result, detail, _ = annotation["score"](*annotation["load"](file.name, story.folder))
        divergence, agreement = result["divergence"], result["agreement"]
        self.means[story.name] = [divergence[k] for k in ("recall", "precision", "verdict", "alarms")] + [agreement["recall"]]
        self.sums.update(gold=divergence["gold"], found=divergence["found"], alarms=len(detail["alarmed"]), unlisted=divergence["unlisted"])
        facts = story.gold["facts"]
        for fact in facts.values():
            self.kinds[fact["kind"]].update("agreements" if v == "agreement" else "gold" for v in fact["verdict"].values())
        self._count("found", [facts[row[0]]["kind"] for row in detail["listed"]])
        self._count("alarmed", [facts[row[0]]["kind"] for row in detail["alarmed"]])
        self._count("unlisted", [kind for *_, kind in {tuple(row[:4]): row[5] for row in detail["unlisted"]}.items()])
        found_detail: dict[str, Any] = detail
        return found_detail

    def _count(self, what: str, kinds: list[str]) -> None:
        for kind in kinds:
            self.kinds[kind][what] += 1

    def show(self) -> None:
        """Print the figures: every story, the mean over stories, and each kind over all stories together."""
        print(f"{'story':16}   recall  precision  verdict  agreements alarmed  agreements listed")
        mean = [sum(column) / len(self.means) for column in zip(*self.means.values(), strict=True)]
        for name, row in (*sorted(self.means.items()), ("MEAN", mean)):
            print(f"{name:16}" + "".join(f"{x:9.3f}" for x in row))
        s = self.sums
        print(
            f"all divergences: {s['found']} of {s['gold']} found ({s['found'] / s['gold']:.3f}), "
            f"precision {s['found'] / max(1, s['found'] + s['alarms'] + s['unlisted']):.3f}"
        )
        for kind, c in self.kinds.items():
            found, alarmed = f"{c['found']:4} of {c['gold']:4} found", f"{c['alarmed']:3} of {c['agreements']:4} agreements alarmed"
            print(f"  {kind:12}{found}, {alarmed}, {c['unlisted']:3} unlisted")
