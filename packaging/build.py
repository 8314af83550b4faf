"""Builds what users install.

python packaging/build.py translations   the window's .qm files, from resources/translations/*.ts
python packaging/build.py folder         dist/recoupe/, the self-contained folder (PyInstaller)
python packaging/build.py deb            dist/recoupe_VERSION_ARCH.deb, from the folder
python packaging/build.py tar            dist/recoupe-VERSION-linux-ARCH.tar.gz, the folder with an installer for users without root
python packaging/build.py installer      dist/recoupe-VERSION-setup.exe, the Windows installer around the folder (NSIS)
python packaging/build.py sizes          what is in the folder, by size
python packaging/build.py all            the first four, in that order
"""

from __future__ import annotations

import argparse
import gzip
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from drawing import hicolor, icns, ico
from identity import build_mark, version_resource
from lean import slim
from recoupe import __version__

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
FOLDER = DIST / "recoupe"
LINUX = ROOT / "packaging" / "linux"
MADE = ROOT / "build" / "made"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def run(*command: str | Path, **environment: str) -> None:
    """Run a program; its failure is ours."""
    subprocess.run([str(part) for part in command], check=True, cwd=ROOT, env={**os.environ, **environment})


def translations() -> None:
    """Compile every .ts into the .qm beside it."""
    for source in sorted((ROOT / "resources" / "translations").glob("*.ts")):
        run(Path(sys.executable).with_name("pyside6-lrelease"), "-silent", source, "-qm", source.with_suffix(".qm"))


def identity() -> None:
    """Make what the folder is built with: icons for Windows and macOS, the build's mark, the version resource."""
    MADE.mkdir(parents=True, exist_ok=True)
    for name in ("recoupe", "study"):
        ico(name, MADE / f"{name}.ico")
        icns(name, MADE / f"{name}.icns")
    (MADE / "build.txt").write_text(build_mark() + "\n", "utf-8")
    (MADE / "version.txt").write_text(version_resource(__version__), "utf-8")


def folder() -> None:
    """Build dist/recoupe/ and take out what never runs."""
    translations()
    identity()
    work = ROOT / "build" / "pyinstaller"
    run(
        sys.executable,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level=WARN",
        f"--distpath={DIST}",
        f"--workpath={work}",
        "packaging/recoupe.spec",
    )
    slim(FOLDER / "_internal")
    # data files and libraries marked executable by their packages are not programs
    for path in FOLDER.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path.parent == FOLDER else 0o644)


def _share(target: Path) -> None:
    """Fill a `share` folder with what the desktop needs: icons, entry, file type, description."""
    hicolor(target / "icons" / "hicolor")
    for source, place in (
        ("recoupe.desktop", "applications"),
        ("recoupe.xml", "mime/packages"),
        ("org.recoupe.Recoupe.metainfo.xml", "metainfo"),
    ):
        (target / place).mkdir(parents=True, exist_ok=True)
        shutil.copy(LINUX / source, target / place / source)


def deb() -> None:
    """Make the Debian package from the folder."""
    architecture = ARCHITECTURES[platform.machine()]
    root = ROOT / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    (root / "opt").mkdir(parents=True)
    shutil.copytree(FOLDER, root / "opt" / "recoupe", symlinks=True)
    share = root / "usr" / "share"
    _share(share)
    launcher = root / "usr" / "bin" / "recoupe"
    launcher.parent.mkdir(parents=True)
    launcher.write_text('#!/bin/sh\nexec /opt/recoupe/recoupe "$@"\n', "utf-8")
    launcher.chmod(0o755)
    documents = share / "doc" / "recoupe"
    documents.mkdir(parents=True)
    shutil.copy(LINUX / "copyright", documents / "copyright")
    date = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S +0000")
    entry = (
        f"recoupe ({__version__}) stable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- The Recoupe authors <recoupe@localhost>  {date}\n"
    )
    (documents / "changelog.gz").write_bytes(gzip.compress(entry.encode(), mtime=0))
    manual = share / "man" / "man1"
    manual.mkdir(parents=True)
    (manual / "recoupe.1.gz").write_bytes(gzip.compress((LINUX / "recoupe.1").read_bytes(), mtime=0))
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copy(LINUX / "lintian-overrides", overrides / "recoupe")
    control = root / "DEBIAN"
    control.mkdir()
    weight = sum(p.stat().st_size for p in root.rglob("*") if p.is_file() and not p.is_symlink()) // 1024
    template = (LINUX / "control").read_text("utf-8")
    (control / "control").write_text(template.format(version=__version__, architecture=architecture, size=weight), "utf-8")
    for path in [root, *root.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
        elif not path.is_symlink() and "opt/recoupe" not in path.as_posix() and path != launcher:
            path.chmod(0o644)
    run("dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root, DIST / f"recoupe_{__version__}_{architecture}.deb")


def tar() -> None:
    """Pack the folder with its installer for users without root."""
    name = f"recoupe-{__version__}-linux-{platform.machine()}"
    root = ROOT / "build" / "tar" / name
    shutil.rmtree(root.parent, ignore_errors=True)
    root.mkdir(parents=True)
    shutil.copytree(FOLDER, root / "recoupe", symlinks=True)
    _share(root / "share")
    shutil.copy(LINUX / "install.sh", root / "install.sh")
    (root / "install.sh").chmod(0o755)
    shutil.copy(ROOT / "LICENSE", root / "LICENSE")

    def owned(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        return entry

    with tarfile.open(DIST / f"{name}.tar.gz", "w:gz", compresslevel=6) as archive:
        archive.add(root, name, filter=owned)


def installer() -> None:
    """Make the Windows installer around the folder."""
    output = DIST / f"recoupe-{__version__}-setup.exe"
    identity()
    run(
        "makensis", "-V2", f"-DVERSION={__version__}", f"-DSOURCE={FOLDER}", f"-DOUTPUT={output}", f"-DLICENSE={ROOT / 'LICENSE'}",
        f"-DICON={MADE / 'recoupe.ico'}", f"-DSTUDY={MADE / 'study.ico'}", ROOT / "packaging" / "windows" / "installer.nsi",
    )  # fmt: skip


def sizes() -> None:
    """Print what is in the folder, by size: each part over 1 MB, and the whole."""
    inside = FOLDER / "_internal"
    parts: Counter[str] = Counter()
    for path in FOLDER.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = path.relative_to(inside).parts[0] if path.is_relative_to(inside) else path.name
            parts[part] += path.stat().st_size
    for part, size in parts.most_common():
        if size >= 1_000_000:
            print(f"{size / 1e6:8.1f} MB  {part}")
    print(f"{parts.total() / 1e6:8.1f} MB  in all")


STEPS = {"translations": translations, "folder": folder, "deb": deb, "tar": tar, "installer": installer, "sizes": sizes}


def main() -> None:
    """Do the steps named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("steps", nargs="+", choices=[*STEPS, "all"], metavar="STEP")
    chosen = parser.parse_args().steps
    for step in ("folder", "deb", "tar", "sizes") if "all" in chosen else chosen:
        STEPS[step]()


if __name__ == "__main__":
    main()
