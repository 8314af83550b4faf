"""Scores the comparison on every annotated story beside the checkout, and prints the stories never tuned on apart.

Some of the stories that were written for learning (packaging/stories) are kept aside too: nothing learned from these, and who writes rules
didn't read them.

    python tests/benchmarks/score.py [SET ...] [--verbose]

Each story is compared as `recoupe compare` does, with the publication dates of its annotation, and scored by the annotation's own
scorer. Means are over stories. Alignment is that of an encoder and a scorer that learned nothing from the story's fold, for every story
(packaging/heldout.py); what compares facts learned from every story but those of `HELD_OUT`, which nobody who wrote its rules looked at.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "packaging"))

from gold import GOLD, KEPT_ASIDE, own_folder

HELD_OUT = ("d6-loi", "d15-seisme", "d18-panne")
COLUMNS = (
    ("align P", "alignment", "precision"),
    ("align R", "alignment", "recall"),
    ("align F1", "alignment", "f1"),
    ("div R", "divergence", "recall"),
    ("div P", "divergence", "precision"),
    ("verdict", "divergence", "verdict"),
    ("alarms", "divergence", "alarms"),
    ("agree R", "agreement", "recall"),
    ("noise F1", "noise", "f1"),
)


def scorer() -> ModuleType:
    """The annotation's own scorer, as a module."""
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compared(folder: Path) -> dict[str, object]:
    """The comparison of one story, as the public JSON."""
    from heldout import left_out
    from recoupe.analysis import analyse
    from recoupe.reading import read_path
    from recoupe.reports.formats.to_json import comparison

    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    articles = []
    for name in gold["articles"]:
        (article,) = read_path(folder / f"{name}.txt", now=datetime(2026, 1, 1))
        day = gold["published"].get(name)
        articles.append(replace(article, published=date.fromisoformat(day) if day else article.published))
    with left_out(folder.name):
        return comparison(articles, analyse(articles))


def figures(folder: Path) -> tuple[str, dict[str, dict[str, float]], str]:
    """A story's name, its figures, and the comparison as JSON text."""
    module = scorer()
    text = json.dumps(compared(folder), ensure_ascii=False)
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        comparison, gold, names = module.load(file.name, folder)
    result, _, _ = module.score(comparison, gold, names)
    return folder.name, result, text


def row(name: str, results: Sequence[dict[str, dict[str, float]]]) -> str:
    """One line of the table: the mean of some stories. Noise counts only where the annotation has any."""
    cells = []
    for _, part, figure in COLUMNS:
        counted = [r for r in results if part != "noise" or r["noise"]["gold_chars"]]
        cells.append(f"{sum(r[part][figure] for r in counted) / len(counted):9.3f}" if counted else "        –")
    return f"{name:16}" + "".join(cells)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was wrong, for the named sets")
    parser.add_argument("--tuned-only", action="store_true", help="leave the stories never tuned on alone")
    arguments = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit("The annotated stories are not beside this checkout (../shared/gold), so there is nothing to score.")
    known = [*sorted(p.parent for p in GOLD.glob("*/gold.json")), *(own_folder() / name for name in KEPT_ASIDE)]
    folders = [f for f in known if not arguments.sets or f.name in arguments.sets]
    if arguments.tuned_only:
        folders = [f for f in folders if f.name not in {*HELD_OUT, *KEPT_ASIDE}]
    with ProcessPoolExecutor(2) as pool:
        answers = list(pool.map(figures, folders))
    print(f"{'story':16}" + "".join(f"{title:>9}" for title, _, _ in COLUMNS))
    tuned = [(n, r) for n, r, _ in answers if n not in {*HELD_OUT, *KEPT_ASIDE}]
    held, aside = ([(n, r) for n, r, _ in answers if n in part] for part in (HELD_OUT, KEPT_ASIDE))
    for title, part in (("MEAN, tuned on", tuned), ("MEAN, held out", held), ("MEAN, kept aside", aside)):
        for name, result in part:
            print(row(name, [result]))
        if part:
            print(row(title, [r for _, r in part]), end="\n\n")
    if arguments.verbose:
        sys.stdout.flush()
        for folder, (_, _, text) in zip(folders, answers, strict=True):
            with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                sys.argv = ["score.py", file.name, str(folder), "--verbose"]
                scorer().main()


if __name__ == "__main__":
    main()
