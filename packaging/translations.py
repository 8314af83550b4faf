"""Brings resources/translations/*.ts up to the sources: new texts come in unfinished, texts that are gone go out.

    python packaging/translations.py [--check]

`--check` changes nothing and fails where a file is not up to the sources or not finished.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"


def update(target: Path) -> None:
    """Have Qt's tool read the texts of the window's sources into a .ts file."""
    sources = sorted((ROOT / "desktop" / "recoupe" / "interface").rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    command = [tool, *sources, "-no-obsolete", "-locations", "none", "-silent", "-ts", target]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def texts(path: Path) -> dict[tuple[str, str], str | None]:
    """The translation of every text, by context and source; None where it is unfinished."""
    found: dict[tuple[str, str], str | None] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 -- our own file
        for message in context.iter("message"):
            answer = message.find("translation")
            done = answer is not None and answer.get("type") is None and bool((answer.text or "").strip())
            found[context.findtext("name") or "", message.findtext("source") or ""] = answer.text if done and answer is not None else None
    return found


def missing(path: Path) -> list[str]:
    """What a .ts file lacks: texts of the sources that are not in it, texts in it without a translation."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        shutil.copy(path, fresh)
        update(fresh)
        wanted = texts(fresh)
    known = texts(path)
    absent = [f"{context}: {source}" for context, source in wanted if (context, source) not in known]
    return absent + [f"{context}: {source} (unfinished)" for (context, source), answer in known.items() if answer is None]


def main() -> int:
    """Update every .ts file, or check it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    lacking = 0
    for path in sorted(FOLDER.glob("*.ts")):
        if not check:
            update(path)
        found = missing(path)
        lacking += len(found)
        print(f"{path.name}: {len(texts(path))} texts, {len(found)} to translate")
        for text in found:
            print(f"  {text}")
    return 1 if check and lacking else 0


if __name__ == "__main__":
    sys.exit(main())
