"""Puts far more on the program than anyone will: very long articles, many of them, one endless sentence, a thousand rulings.

    python tests/benchmarks/load.py [--scale 0.1] [--profile] [--only "20 x 10,000 words"]

Texts are made of words drawn by a fixed chance, so that nothing beside the checkout is needed; neighbours share a third of their
sentences. Each load runs in a process of its own, which may take no more memory than LIMIT; seconds of the processor (all cores together:
other programs do not stretch them) and peak memory are printed for the whole and for each thousand words, then once more at twice the
size: work that grows as the words do costs the same per word at both. --scale 1 is the full load. --profile says where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import json
import os
import pickle
import pstats
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from recoupe.analysis import analyse
from recoupe.model import Article, Confirmed, Noted, Project
from recoupe.project import followed
from recoupe.project.codec import Study, decode, encode
from recoupe.project.history import History, sharing
from recoupe.reading import read_paste
from recoupe.reports import comparison

NOW = datetime(2024, 5, 16)
LIMIT = 12 * 2**30  # bytes of address space
WHO = [
    "Le maire de {place}",
    "La préfecture",
    "Le ministre",
    "{name}",
    "La direction de l'usine",
    "Un porte-parole des pompiers",
    "Le syndicat",
]
DID = ["a annoncé", "aurait promis", "a refusé", "a compté", "a perdu", "veut ouvrir", "a signé", "fermera"]
WHAT = ["{n} postes", "{n} millions d'euros", "{n} manifestants", "{n} % des voix", "un accord sur {n} ans", "une route de {n} kilomètres"]
WHEN = ["mardi", "le {d} mai", "la semaine dernière", "en {y}", "à {d} heures", "dans la soirée"]
PLACES = ["Dijon", "Brest", "Lille", "Nantes", "Pau", "Metz", "Tours", "Nice", "Caen", "Rodez"]
NAMES = ["Anne Morel", "Luc Petit", "Zoé Garnier", "Paul Lemoine", "Inès Caron", "Hugo Vidal"]
FILLER = ["projet", "rivière", "école", "hiver", "marché", "colline", "usine", "atelier", "forêt", "chantier", "musée", "tunnel"]


def sentence(chance: random.Random) -> str:
    """A sentence of some twenty words that states something."""
    shape = " ".join(chance.choice(part) for part in (WHO, DID, WHAT, WHEN))
    said = shape.format(
        place=chance.choice(PLACES),
        name=chance.choice(NAMES),
        n=chance.randrange(2, 900),
        d=chance.randrange(1, 29),
        y=chance.randrange(1990, 2024),
    )
    return f"{said}, près du {chance.choice(FILLER)} et du {chance.choice(FILLER)} de {chance.choice(PLACES)}."


def articles(count: int, words: int) -> tuple[Article, ...]:
    """Articles of about so many words each, a third of them common to all."""
    common = [sentence(random.Random(n)) for n in range(words // 50)]
    made = []
    for number in range(count):
        chance = random.Random(-1 - number)
        lines, held = [], 0
        while held < words:
            line = chance.choice(common) if chance.random() < 1 / 3 else sentence(chance)
            lines.append(line + ("\n\n" if chance.random() < 0.2 else " "))
            held += len(line.split())
        made.append(replace(read_paste("".join(lines), now=NOW)[0], id=f"load-{number}"))
    return tuple(made)


def endless(characters: int) -> tuple[Article, ...]:
    """Two articles of which one holds a sentence of so many characters, without a stop."""
    chance = random.Random(7)
    clause = " ".join(sentence(chance).rstrip(".") + " et" for _ in range(characters // 90 + 1))[:characters]
    return tuple(
        replace(read_paste(f"{sentence(chance)} {text}.", now=NOW)[0], id=i) for i, text in (("a", clause), ("b", "La pluie tombe"))
    )


def loads(scale: float) -> dict[str, Callable[[], tuple[Article, ...]]]:
    """The loads by name, at a share of their full size."""
    return {
        "2 x 200,000 words": lambda: articles(2, int(200_000 * scale)),
        "20 x 10,000 words": lambda: articles(20, int(10_000 * scale)),
        "10,000 facts": lambda: articles(2, int(20_000 * scale)),
        "a sentence of 50,000 characters": lambda: endless(int(50_000 * scale)),
    }


def held() -> float:
    """The memory this process holds now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1]) if Path("/proc/self/statm").exists() else 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def peak() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, scale: float, *, profile: bool) -> dict[str, float]:
    """Run one load in this process."""
    analyse(articles(2, 60))  # the models are loaded before the clock starts
    if name in STEPS:
        return STEPS[name](scale)
    started, before = time.process_time(), peak()
    texts = loads(scale)[name]()
    read = time.process_time() - started
    recorder = cProfile.Profile()
    if profile:
        recorder.enable()
    started = time.process_time()
    found = analyse(texts)
    seconds = time.process_time() - started
    recorder.disable()
    if profile:
        pstats.Stats(recorder, stream=sys.stderr).sort_stats("cumulative").print_stats(45)
    started = time.process_time()
    analyse(texts)
    again = time.process_time() - started
    started = time.process_time()
    project = Project("load", texts, (), found)
    assert decode(encode(Study(project))).project.articles == texts
    saved = time.process_time() - started
    started = time.process_time()
    json.dumps(comparison(texts, found))
    told = time.process_time() - started
    words = sum(len(a.text.split()) for a in texts)
    return {"words": words, "sentences": sum(len(a.sentences) for a in texts), "facts": len(found.facts), "events": len(found.events)} | {
        "read": read, "analysed": seconds, "again": again, "saved": saved, "told": told, "MB": peak() - before
    }  # fmt: skip


def undoing(scale: float) -> dict[str, float]:
    """A thousand rulings on a study of a hundred thousand words, each with findings that come anew from another process; then undone."""
    texts = articles(3, max(200, int(30_000 * scale)))
    found = analyse(texts)
    sent = pickle.dumps(found)
    history = History(Project("load", texts, (), found))
    before, started = held(), time.process_time()
    for step in range(STEPS_DONE):
        project = history.project
        event = found.events[step % len(found.events)]
        ruled = Confirmed(event.members[0], event.members[-1])
        project = replace(project, decisions=(*project.decisions, ruled, Noted(event.id, f"à vérifier, {step}")))
        history.do(f"confirm {step}", project)
        history.amend(followed(project, sharing(pickle.loads(sent), project.analysis)))
    done = time.process_time() - started
    grown = held() - before
    started = time.process_time()
    for _ in range(STEPS_DONE):
        history.undo()
    assert history.project.analysis == found
    assert not history.project.decisions
    return {"steps": STEPS_DONE, "facts": len(found.facts), "ms a step": 1000 * done / STEPS_DONE, "MB for all steps": grown} | {
        "ms an undo": 1000 * (time.process_time() - started) / STEPS_DONE
    }


def closing(scale: float) -> dict[str, float]:
    """Ever other studies of sixty thousand words opened, compared and let go: memory is given back, or used again."""
    figures: dict[str, float] = {}
    for turn in range(1, 9):
        texts = tuple(
            replace(read_paste(a.text.replace(" a ", f" a {turn} fois "), now=NOW)[0], id=f"{turn}-{a.id}")
            for a in articles(3, max(200, int(20_000 * scale)))
        )
        found = analyse(texts)
        assert found.events
        del texts, found
        gc.collect()
        figures[f"MB after {turn}"] = held()
    return figures


STEPS_DONE = 1000
STEPS: dict[str, Callable[[float], dict[str, float]]] = {"1,000 undo steps": undoing, "opened and closed": closing}


def run(name: str, scale: float, *, profile: bool) -> dict[str, float]:
    """Run one load in a process of its own, with a cache of its own."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "HOME": home, "XDG_CACHE_HOME": home, "XDG_CONFIG_HOME": home}
        command = [sys.executable, __file__, "--here", name, "--scale", str(scale), *(["--profile"] if profile else [])]
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False, preexec_fn=_limited)
    if answer.returncode:
        return {}
    figures: dict[str, float] = json.loads(answer.stdout)
    return figures


def _limited() -> None:
    """In the new process: no load may take the machine's memory from others."""
    resource.setrlimit(resource.RLIMIT_AS, (LIMIT, LIMIT))


def tell(name: str, scale: float, f: Mapping[str, float]) -> None:
    """One line."""
    if not f:
        print(f"{name:32} x {scale:<6g} ran out of memory or failed", flush=True)
    elif name in STEPS:
        print(f"{name:32} x {scale:<6g} " + "   ".join(f"{what} {value:.1f}" for what, value in f.items()), flush=True)
    else:
        each = max(f["words"], 1) / 1000
        print(
            f"{name:32} x {scale:<6g} {f['words']:7.0f} words {f['sentences']:6.0f} sentences {f['facts']:6.0f} facts  "
            f"read {f['read']:6.2f} s  analysed {f['analysed']:7.2f} s  again {f['again']:6.2f} s  saved {f['saved']:5.2f} s  "
            f"told {f['told']:5.2f} s  {f['MB']:6.0f} MB | a thousand words: {f['analysed'] / each:6.2f} s {f['MB'] / each:6.1f} MB",
            flush=True,
        )


def main() -> None:
    """Print two lines a load."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--only", metavar="LOAD", help=f"one of: {', '.join((*loads(1), *STEPS))}")
    parser.add_argument("--here", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.here:
        print(json.dumps(measure(given.here, given.scale, profile=given.profile)))
        return
    for name in [given.only] if given.only else [*loads(1), *STEPS]:
        for scale in (given.scale / 2, given.scale):
            tell(name, scale, run(name, scale, profile=given.profile))


if __name__ == "__main__":
    main()
