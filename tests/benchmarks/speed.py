"""Times the chain: the sample story from cold and warm vectors, an edit, and loads far beyond the expected.

    python tests/benchmarks/speed.py [--long]

Each measure runs in a process of its own with a cache of its own, models loaded first unless its name says otherwise; peak memory is that
process's. The machines this runs on are shared, so read the ratios. --long adds 6 × 10,000 and 20 × 1,000 words of the press articles
beside the checkout.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from recoupe.analysis import analyse
from recoupe.files import seed
from recoupe.model import Article, Project, Span
from recoupe.reading import read_paste, read_path

PAIRS = Path(__file__).resolve().parents[3] / "shared" / "press" / "pairs"
NOW = datetime(2026, 1, 1)


def sample() -> tuple[Article, ...]:
    """The five articles of the sample story."""
    project = Project()
    for path in sorted(seed().glob("0*.txt")):
        project = project.with_articles(read_path(path, now=NOW))
    return project.articles


def long_articles(count: int, words: int) -> tuple[Article, ...]:
    """Articles of about so many words, each made of press articles of its own; neighbours share stories."""
    texts = [[(folder / f"{side}.txt").read_text("utf-8") for folder in sorted(PAIRS.iterdir())] for side in ("a", "b")]
    made = []
    for n in range(count):
        column, text = texts[n % 2], ""
        at = (n // 2) * 3
        while len(text.split()) < words:
            text += column[at % len(column)] + "\n\n"
            at += 1
        made.append(replace(read_paste(text, now=NOW)[0], id=f"long-{n}"))
    return tuple(made)


def edited(article: Article) -> Article:
    """The article with a word more in one of its sentences."""
    index = article.story[len(article.story) // 2]
    at, word = article.sentences[index].span.start, "Mardi, "

    def moved(offset: int) -> int:
        return offset + len(word) if offset > at else offset

    sentences = tuple(replace(s, span=Span(moved(s.span.start), moved(s.span.end))) for s in article.sentences)
    doubled = tuple(Span(moved(d.start), moved(d.end)) for d in article.doubled)
    return replace(article, text=article.text[:at] + word + article.text[at:], sentences=sentences, doubled=doubled)


def timed(work: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def measure(name: str) -> dict[str, float]:
    """Run one measure in this process."""
    if name == "import":
        return {"seconds": timed(lambda: subprocess.run([sys.executable, "-c", "import recoupe.cli"], check=True))}
    if name in {"long-6x10000", "long-20x1000"}:
        count, words = (6, 10_000) if name == "long-6x10000" else (20, 1_000)
        articles = long_articles(count, words)
        analyse(sample()[:2])
        return {"seconds": timed(lambda: analyse(articles)), "words": sum(len(a.text.split()) for a in articles)}
    articles = sample()
    if name == "models-and-sample":
        return {"seconds": timed(lambda: analyse(articles))}
    warm_up = [replace(read_paste(t, now=NOW)[0], id=i) for i, t in (("w1", "Le maire a parlé mardi."), ("w2", "Le maire s'est tu mardi."))]
    analyse(warm_up)
    cold = timed(lambda: analyse(articles))
    if name == "sample-cold":
        return {"seconds": cold}
    return {"seconds": timed(lambda: analyse((edited(articles[0]), *articles[1:])))}


def main() -> None:
    """Print one line a measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.only:
        figures = measure(arguments.only)
        figures["MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(figures))
        return
    names = ["import", "models-and-sample", "sample-cold", "sample-edited"]
    if arguments.long and PAIRS.is_dir():
        names += ["long-20x1000", "long-6x10000"]
    seconds = {}
    for name in names:
        with tempfile.TemporaryDirectory() as home:
            environment = {**os.environ, "HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home}
            command = [sys.executable, __file__, "--only", name]
            answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
            # the same again: the vectors are in the cache now
            again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        first, second = json.loads(answer.stdout), json.loads(again.stdout)
        seconds[name] = first["seconds"]
        print(f"{name:20} {first['seconds']:7.2f} s   vectors cached: {second['seconds']:7.2f} s   peak {first['MB']:6.0f} MB", flush=True)
    print(f"an edit costs {seconds['sample-edited'] / seconds['sample-cold']:.2f} of the first comparison")


if __name__ == "__main__":
    main()
