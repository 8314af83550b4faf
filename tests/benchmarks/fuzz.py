"""Feeds the readers of files and studies what no one would write: inputs bred for an hour from the samples, by coverage (atheris).

    python tests/benchmarks/fuzz.py [--seconds 600] [--corpus build/fuzz] [FORMAT …]
    python tests/benchmarks/fuzz.py --keep [--corpus build/fuzz] [FORMAT …]          (put what was bred into fuzz_corpus.tar.xz)

Needs atheris (`make fuzz` installs it). Each format runs in a process of its own. Whatever the bytes, a reader answers with articles whose
sentences lie in their text, one after the other, or with ReadingFailed; a study opens, and is written and opened again the same, or is
refused with StudyFailed or Unfit. What breaks this, or takes longer than LONGEST, is kept under `found/`, once for each place of the
program, and ends the run with status 1 after all formats are done. Office documents are bred inside their archive, where a wrong byte is
not merely a wrong checksum, and mostly by their elements: of wrong bytes an XML parser lets hardly any pass. Inputs that were found, and
mended, stand in tests/reading/found and are read by the test suite.
"""

from __future__ import annotations

import argparse
import contextlib
import copy
import hashlib
import importlib
import io
import os
import random
import signal
import subprocess
import sys
import tarfile
import traceback
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

HERE = Path(__file__).resolve().parent
FIXTURES = HERE.parent / "reading" / "fixtures"
BRED = HERE / "fuzz_corpus.tar.xz"  # of earlier hours: breeding goes on from there
STUDIES = HERE.parent / "project" / "formats"
NOW = datetime(2024, 5, 16)
LONGEST = 20  # seconds for one input; most take a hundredth
MEMORY = 3_000  # MB
WHOLE = 16  # of so many inputs one goes on from the format's reader to sentences and language, which are slow and the same for all
INSTRUMENTED = ["recoupe.reading", "recoupe.project", "recoupe.model.plain", "pdfminer", "striprtf", "email", "markdown_it", "zipfile"]
BYTES = 0.2  # how often bytes are changed rather than elements
WORDS = (None, "", "0", "-1", "99999999999", "\u2028 \u00a0", "« 3\u202f000 »", "\U0001f600", "a" * 3_000)
MEMBERS = {
    "docx": ("word/document.xml", "word/styles.xml", "docProps/core.xml", "[Content_Types].xml"),
    "odt": ("content.xml", "styles.xml", "meta.xml", "META-INF/manifest.xml"),
}
FORMATS = ("docx", "odt", "pdf", "rtf", "eml", "html", "md", "txt", "study", "archive")


class TooSlow(Exception):
    """One input took longer than it may."""


def repacked(sample: bytes, member: str, content: bytes) -> bytes:
    """An archive with one member's content in place of its own."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sample)) as old, zipfile.ZipFile(made, "w") as new:
        for name in dict.fromkeys([*old.namelist(), member]):
            new.writestr(name, content if name == member else old.read(name))
    return made.getvalue()


def samples(kind: str) -> Iterator[bytes]:
    """What breeding begins with."""
    if kind in MEMBERS:
        with zipfile.ZipFile(FIXTURES / f"article.{kind}") as archive:
            yield from (bytes([n]) + archive.read(m) for n, m in enumerate(MEMBERS[kind]) if m in archive.namelist())
    elif kind in {"study", "archive"}:
        for path in sorted(STUDIES.glob("*.recoupe")):
            with zipfile.ZipFile(path) as archive:
                yield path.read_bytes() if kind == "archive" else archive.read("study.json")
    else:
        yield from (path.read_bytes() for path in sorted(FIXTURES.glob(f"*.{kind}")))
        if kind == "pdf":
            yield plain_pdf()


def plain_pdf() -> bytes:
    """A PDF whose streams are not packed, so that breeding reaches what is inside."""
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0)
    for page in ("Le maire a annoncé la fermeture.", "Les habitants ont manifesté lundi."):
        text = canvas.beginText(72, 720)
        text.textLines([page] * 6)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def reading(kind: str, scratch: Path) -> Callable[[bytes], None]:
    """Reads bytes as a file of this kind and holds the answer to what is promised."""
    from recoupe.errors import ReadingFailed
    from recoupe.reading import opening

    sample = (FIXTURES / f"article.{kind}").read_bytes()
    path = scratch / f"a.{kind}"

    def one(data: bytes) -> None:
        if kind in MEMBERS:
            if not data:
                return
            data = repacked(sample, MEMBERS[kind][data[0] % len(MEMBERS[kind])], data[1:])
        path.write_bytes(data)
        try:
            if zlib.crc32(data) % WHOLE:
                opening._drafts(data, path.name)
                return
            articles = opening.read_path(path, now=NOW)
        except ReadingFailed as refused:
            str(refused)
            return
        for article in articles:
            at = 0
            for sentence in article.sentences:
                span = sentence.span
                if not at <= span.start < span.end <= len(article.text):
                    raise AssertionError(f"sentence at {span} after {at} in {len(article.text)} characters")
                at = span.end

    return one


def studying(kind: str, scratch: Path) -> Callable[[bytes], None]:
    """Opens bytes as a study, or as what stands in one, and writes it again."""
    from recoupe.errors import StudyFailed
    from recoupe.model.plain import Unfit
    from recoupe.project import open_study, save_study
    from recoupe.project.codec import Study, decode, encode
    from recoupe.project.upgrade import Newer

    path = scratch / "a.recoupe"

    def one(data: bytes) -> None:
        try:
            if kind == "study":
                project = decode(data).project
                if decode(encode(Study(project))).project != project:
                    raise AssertionError("another study came back")
            else:
                path.write_bytes(data)
                project = open_study(path)
                save_study(project, path)
        except (StudyFailed, Unfit, Newer) as refused:
            str(refused)

    return one


def another_tree(kind: str) -> Callable[[bytes, int, int], bytes]:
    """Breeds an XML member by moving, doubling, emptying, renaming or cutting elements and changing their words; now and then its bytes.

    Where bytes are no XML, it begins with the member of the sample: of inputs that reach the same places only the shortest are kept, and
    an archive's other members reach most of them.
    """
    import atheris
    from lxml import etree

    begun = list(samples(kind))
    plain = etree.XMLParser(resolve_entities=False)

    def bred(data: bytes, longest: int, seed: int) -> bytes:
        chance = random.Random(seed)
        if chance.random() < BYTES:
            return bytes(atheris.Mutate(data, longest))
        try:
            member, root = data[:1], etree.fromstring(data[1:], plain)
        except (etree.XMLSyntaxError, ValueError):
            sample = chance.choice(begun)
            member, root = sample[:1], etree.fromstring(sample[1:], plain)
        for _ in range(chance.randint(1, 4)):
            _change(root, chance)
        made = member + bytes(etree.tostring(root))
        return made if len(made) <= longest else data

    return bred


def _change(root: Any, chance: random.Random) -> None:
    elements = [e for e in root.iter() if isinstance(e.tag, str)]
    one, other = chance.choice(elements), chance.choice(elements)
    change = chance.randrange(6)
    if change == 0 and one is not root:
        one.getparent().remove(one)
    elif change == 1:
        other.append(copy.deepcopy(one))
    elif change == 2:
        one.tag = other.tag
    elif change == 3:
        one.text = chance.choice(WORDS)
    elif change == 4 and (one.attrib or other.attrib):
        one.set(chance.choice([*one.attrib, *other.attrib]), chance.choice([*other.attrib.values(), *WORDS[1:]]))
    elif change == 5:
        del one[:]


class Keeping:
    """Runs one input after the other, keeps those that break a promise, and goes on."""

    def __init__(self, check: Callable[[bytes], None], found: Path) -> None:
        self._check, self._found = check, found
        self._known: set[str] = set()

    def __call__(self, data: bytes) -> None:
        signal.alarm(LONGEST)
        try:
            self._check(data)
        except Exception as error:  # noqa: BLE001  whatever it is, it was not promised
            self._keep(data, error)
        finally:
            signal.alarm(0)

    def _keep(self, data: bytes, error: Exception) -> None:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != __file__]
        where = next((f for f in reversed(frames) if "recoupe" in f.filename), frames[-1] if frames else None)
        place = f"{type(error).__name__} {Path(where.filename).name}:{where.lineno}" if where else type(error).__name__
        if place in self._known:
            return
        self._known.add(place)
        self._found.mkdir(parents=True, exist_ok=True)
        name = hashlib.sha256(data).hexdigest()[:12]
        (self._found / name).write_bytes(data)
        (self._found / f"{name}.said").write_text("".join(traceback.format_exception(error)), "utf-8")
        print(f"FOUND {place}: {self._found / name}", flush=True)


def slow(_signal: int, _frame: FrameType | None) -> None:
    """Break off what takes too long."""
    raise TooSlow


def breed(kind: str, corpus: Path, seconds: int) -> None:
    """In this process: breed inputs of one kind until the time is up. Does not return."""
    import atheris

    with atheris.instrument_imports(include=INSTRUMENTED, enable_loader_override=False):
        for module in ("recoupe.reading", "recoupe.project", "pdfminer.high_level", "striprtf.striprtf", "email", "markdown_it"):
            importlib.import_module(module)
    scratch = Path(os.environ.get("TMPDIR", "/tmp")) / f"recoupe-fuzz-{os.getpid()}"  # noqa: S108  names of our own
    scratch.mkdir()
    inputs = corpus / kind
    inputs.mkdir(parents=True, exist_ok=True)
    with tarfile.open(BRED) as bred:
        bred.extractall(corpus, [m for m in bred.getmembers() if m.name.startswith(f"{kind}/")], filter="data")
    for sample in samples(kind):
        (inputs / hashlib.sha256(sample).hexdigest()[:16]).write_bytes(sample)
    signal.signal(signal.SIGALRM, slow)
    check = (studying if kind in {"study", "archive"} else reading)(kind, scratch)
    limits = [f"-max_total_time={seconds}", f"-rss_limit_mb={MEMORY}", "-max_len=60000", "-print_final_stats=1", "-timeout=120"]
    limits.append(f"-artifact_prefix={corpus / 'found'}{os.sep}{kind}-")
    by_element = {"custom_mutator": another_tree(kind)} if kind in MEMBERS else {}
    atheris.Setup([sys.argv[0], *limits, str(inputs)], Keeping(check, corpus / "found" / kind), **by_element)
    atheris.Fuzz()


def keep(corpus: Path, kinds: Sequence[str]) -> None:
    """Put what was bred of some formats, found in `corpus`, in place of all that is kept."""
    with tarfile.open(BRED, "w:xz", preset=9) as bred:
        for path in sorted(p for kind in kinds for p in (corpus / kind).glob("*")):
            member = tarfile.TarInfo(f"{path.parent.name}/{path.name}")
            member.size = path.stat().st_size
            bred.addfile(member, io.BytesIO(path.read_bytes()))


def main() -> int:
    """Breed each format in turn; 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("formats", nargs="*", default=FORMATS, metavar="FORMAT", help=f"of {', '.join(FORMATS)}; all by default")
    parser.add_argument("--seconds", type=int, default=600, help="for each format")
    parser.add_argument("--corpus", type=Path, default=HERE.parents[1] / "build" / "fuzz")
    parser.add_argument("--keep", action="store_true", help="breed nothing, keep what was bred")
    parser.add_argument("--only", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        breed(given.only, given.corpus, given.seconds)
    if given.keep:
        keep(given.corpus, given.formats)
        return 0
    for kind in given.formats:
        print(f"== {kind}, {given.seconds} s", flush=True)
        (given.corpus / "found").mkdir(parents=True, exist_ok=True)
        command = [sys.executable, __file__, "--only", kind, "--seconds", str(given.seconds), "--corpus", str(given.corpus)]
        with contextlib.suppress(KeyboardInterrupt):
            subprocess.run(command, check=False)
    found = sorted(p for p in (given.corpus / "found").rglob("*") if p.is_file() and p.suffix != ".said")
    print("found:", *(found or ["nothing"]), sep="\n  ")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
