"""Opens every report with a program that is not ours and leaves pictures to look at.

    python tests/benchmarks/reports.py FOLDER [TMX14.DTD]

LibreOffice turns DOCX and XLSX into PDF, Chromium prints the HTML with every address unreachable, xmllint reads the TMX (against its
document type where one is given), pdftoppm paints the pages. A program that is not installed is skipped and named.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

_TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(_TESTS)]

import studies  # noqa: E402 (the tests' folder comes first)
from recoupe.reports import FORMATS, write_report  # noqa: E402

_CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]


def _run(program: str, *arguments: str) -> bool:
    """Run a program that is not ours; tells what it did not do."""
    if shutil.which(program) is None:
        print(f"skipped: {program} is not installed")
        return False
    done = subprocess.run([program, *arguments], check=False, capture_output=True, text=True, timeout=300)
    print(f"{program} {Path(arguments[-1]).name}: {'opened' if not done.returncode else f'REFUSED: {done.stderr.strip()[:300]}'}")
    return not done.returncode


def _pictures(pdf: Path) -> None:
    if pdf.exists():
        _run("pdftoppm", "-r", "60", "-png", str(pdf), str(pdf.with_suffix("")))
        print(f"  {len(list(pdf.parent.glob(pdf.stem + '-*.png')))} pages of {pdf.name}")


def look(folder: Path, dtd: Sequence[str]) -> None:
    """Write, open and paint every report in both languages."""
    for language in ("fr", "en"):
        for form in FORMATS:
            write_report(studies.study(), folder / f"{language}{form.suffix}", language=language, now=datetime(2024, 5, 17, 9, 0))
        _pictures(folder / f"{language}.pdf")
        for suffix in ("docx", "xlsx"):
            out = folder / suffix
            if _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(out), str(folder / f"{language}.{suffix}")):
                _pictures(out / f"{language}.pdf")
        printed = folder / f"{language}-page.pdf"
        with tempfile.TemporaryDirectory() as profile:
            unreachable = ["--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}", f"--print-to-pdf={printed}"]
            if _run("chromium", *_CHROMIUM, *unreachable, (folder / f"{language}.html").as_uri()):
                _pictures(printed)
        _run("xmllint", "--noout", *(("--dtdvalid", dtd[0]) if dtd else ()), str(folder / f"{language}.tmx"))


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    look(target, sys.argv[2:])
