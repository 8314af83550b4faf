"""Aligns far longer articles than anyone will, alone: memory and work must grow as the sentences do, and no faster than their pairs.

    python tests/benchmarks/aligning.py [--scale 0.1]

Parsing and encoding, whose cost is the same for every word, are stood in for: every word is taken for a noun, a sentence's vector is the
sum of fixed vectors of its words. What is printed is what aligning itself takes, each load in a process of its own: seconds of the
processor and peak memory, models included, then once more at half the size.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from types import SimpleNamespace
from unittest.mock import patch

import numpy as np
from load import articles
from numpy.typing import NDArray

from recoupe.alignment import align, gathering
from recoupe.model import Article, Parse, Span, Token

NOW = datetime(2024, 5, 16)
LOADS = {"2 x 200,000 words": (2, 200_000), "20 x 10,000 words": (20, 10_000)}
WIDTH = 384


@cache
def word_vector(word: str) -> NDArray[np.float32]:
    """The fixed vector of a word."""
    return np.random.default_rng(zlib.crc32(word.encode())).normal(size=WIDTH).astype(np.float32)


def encode(texts: Sequence[str], _: object = None) -> NDArray[np.float32]:
    """Vectors of length 1 that lie together where sentences share words."""
    found = np.array([np.sum([word_vector(w) for w in text.casefold().split()], axis=0) for text in texts], np.float32)
    return np.asarray(found / np.linalg.norm(found, axis=1, keepdims=True), np.float32)


def parsed(article: Article) -> Parse:
    """Every word a noun."""
    none: frozenset[str] = frozenset()
    sentences = []
    for s in article.sentences:
        words = re.finditer(r"\w+", article.text[s.span.start : s.span.end])
        spans = [(Span(s.span.start + m.start(), s.span.start + m.end()), m.group()) for m in words]
        sentences.append(tuple(Token(span, word, word.casefold(), "NOUN", "dep", 0, none) for span, word in spans))
    return Parse(article.id, "fr", tuple(sentences))


def measure(count: int, words: int) -> dict[str, float]:
    """Run one load in this process."""
    texts = articles(count, words)
    parses = {a.id: parsed(a) for a in texts}
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    with patch.object(gathering, "encoder", lambda: SimpleNamespace(encode=encode)):
        events = align(texts, parses, {})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "words": sum(len(a.text.split()) for a in texts),
        "sentences": sum(len(a.sentences) for a in texts),
        "events": len(events),
        "seconds": time.process_time() - started,
        "before": before / 1024,
        "peak": peak / 1024,
    }


def main() -> None:
    """Print two lines a load."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--here", nargs=2, type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.here:
        print(json.dumps(measure(*arguments.here)))
        return
    for name, (count, words) in LOADS.items():
        for scale in (arguments.scale / 2, arguments.scale):
            command = [sys.executable, __file__, "--here", str(count), str(int(words * scale))]
            answer = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
            f = json.loads(answer.stdout)
            print(
                f"{name:20} x {scale:<6g} {f['words']:7.0f} words {f['sentences']:6.0f} sentences {f['events']:6.0f} events  "
                f"{f['seconds']:7.1f} s of the processor  {f['before']:5.0f} MB before, {f['peak']:5.0f} MB at most",
                flush=True,
            )


if __name__ == "__main__":
    main()
