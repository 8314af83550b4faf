"""Kills a program that saves without pause, again and again, and looks at what is left."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import studies
from recoupe.project import open_study

SAVING = """
import sys
sys.path[:0] = {path!r}
from dataclasses import replace
from pathlib import Path
import studies
from recoupe.project import save_study
path = Path({file!r})
words = "Un texte assez long pour que l'écriture dure. " * 4000
n = {first}
print("ready", flush=True)
while True:
    n += 1
    save_study(replace(studies.study(), title=f"{{n}} {{words}}"), path)
    print(n, flush=True)
"""


def kill_while_saving(file: Path, first: int, wait: float, *, once_saved: bool) -> int:
    """Save ever newer studies to the file from another process and kill it after `wait` seconds of saving, or so long after it told of
    its first save, however slow the machine is; the last save it told of.
    """
    code = SAVING.format(path=[str(Path(studies.__file__).parent)], file=str(file), first=first)
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.stderr.read()
        told = [process.stdout.readline().strip()] if once_saved else []
        time.sleep(wait)
        process.send_signal(signal.SIGKILL)
        told += process.stdout.read().split("\n")[:-1]
    return int(told[-1]) if told else first


def killed(file: Path, times: int, seed: int = 1) -> list[int]:
    """The number of the study that opens after each kill; raises where none opens or an older one than was told of."""
    pick, last, opened = random.Random(seed), 0, []
    for turn in range(times):
        told = kill_while_saving(file, last, pick.uniform(0.0, 0.12), once_saved=turn % 2 == 1)
        if not file.exists():
            assert told == 0, "the study is gone"
            continue
        last = int(open_study(file).title.split()[0])
        assert last in {told, told + 1}, f"study {last} stands there, {told} was told of"
        opened.append(last)
    return opened
