"""Scores the cutting into sentences and the marking of noise against annotated articles.

    python tests/benchmarks/reading.py [FOLDER]

FOLDER holds event sets (see the annotation's own FORMAT.md): NAME.txt and gold.json. Printed: F1 over exact sentence spans (a bullet
before a sentence counts neither way), F1 over the characters of noise, and every noise sentence of an article that has none.
Sets kept for a last judgement are left out.
"""

from __future__ import annotations

import json
import re
import sys
from datetime import datetime
from pathlib import Path

from recoupe.model import Role
from recoupe.reading import read_path

DEFAULT = Path(__file__).resolve().parents[3] / "shared" / "gold"
HELD_OUT = {"d6-loi", "d15-seisme", "d18-panne"}


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the bullet that may open it."""
    bullet = re.match(r"[•–—-]\s*", text[start:end])
    return start + (bullet.end() if bullet else 0), end


def f1(right: int, said: int, wanted: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = right / max(1, said), right / max(1, wanted)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def main() -> None:
    """Print the two scores and what was wrongly called noise."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    sets = [d for d in sorted(folder.glob("*/")) if (d / "gold.json").exists() and d.name not in HELD_OUT]
    if not sets:
        sys.exit(f"reading: no annotated sets in {folder}; give their folder as argument")
    cuts, noise = [0, 0, 0], [0, 0, 0]
    for directory in sets:
        gold = json.loads((directory / "gold.json").read_text("utf-8"))
        for name, wanted in gold["articles"].items():
            (article,) = read_path(directory / f"{name}.txt", now=datetime(2026, 1, 1))
            text = article.text
            ours = {bare(text, s.span.start, s.span.end) for s in article.sentences}
            theirs = {bare(text, s["start"], s["end"]) for s in wanted["sentences"]}
            cuts = [a + b for a, b in zip(cuts, (len(ours & theirs), len(ours), len(theirs)), strict=True)]
            told = {c for s in wanted["sentences"] for c in range(s["start"], s["end"])}
            gold_noise = {c for s in wanted["sentences"] if "#" in s["tags"] for c in range(s["start"], s["end"])}
            marked = [s.span for s in article.sentences if s.role is Role.NOISE]
            our_noise = {c for span in marked for c in range(span.start, span.end)} & told
            noise = [a + b for a, b in zip(noise, (len(gold_noise & our_noise), len(our_noise), len(gold_noise)), strict=True)]
            if not gold_noise:
                for span in marked:
                    print(f"wrongly noise in {directory.name}/{name}: {text[span.start : span.end]!r}")
    for title, counts in (("sentences", cuts), ("noise", noise)):
        precision, recall, mean = f1(*counts)
        print(f"{title:10} F1 {mean:.4f}  precision {precision:.4f}  recall {recall:.4f}")


if __name__ == "__main__":
    main()
