"""Prints the Debian packages that this machine lacks, on one line; nothing where all are there.

    python packaging/system_libraries.py run|dev|package

Offscreen Qt (tests) needs the first group of libraries, a window on X11 the second as well. Each library is loaded, not looked up: what
counts is whether Qt will find it. Packaging needs Python as a library, and tools.
"""

from __future__ import annotations

import ctypes
import shutil
import sys
from pathlib import Path

OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
TOOLS = {"strip": "binutils", "dpkg-deb": "dpkg"}


def missing(purpose: str) -> list[str]:
    """The packages to install, in a fixed order."""
    if sys.platform != "linux":
        return []
    wanted = OFFSCREEN if purpose == "dev" else {**OFFSCREEN, **WINDOW}
    packages = []
    for library, package in wanted.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            packages.append(package)
    if purpose == "package":
        packages += [package for tool, package in TOOLS.items() if not shutil.which(tool)]
        python = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
        if not _has_library(f"{python}.so.1.0"):
            packages.append(python)
    return packages


def _has_library(name: str) -> bool:
    """Whether Python itself is there as a library, which Debian packs apart."""
    if (Path(sys.base_prefix) / "lib" / name).exists():
        return True
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


if __name__ == "__main__":
    print(" ".join(missing(sys.argv[1])))
