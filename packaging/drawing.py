"""Draws the program's icon and the icon of its studies, in every size and container that desktops ask for.

Small sizes come from drawings of their own, whose edges lie on whole pixels.
"""

from __future__ import annotations

import os
import shutil
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parents[1]
DRAWINGS = ROOT / "packaging" / "drawings"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
# Apple's names of the PNG members of an .icns file, by size
ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}
_SMALL = 24  # up to this size the small drawing is used


def source(name: str, size: int) -> Path:
    """The drawing of an icon at a size: `recoupe` or `study`."""
    small = DRAWINGS / f"{name}-small.svg"
    large = ROOT / "resources" / "icons" / "recoupe.svg" if name == "recoupe" else DRAWINGS / f"{name}.svg"
    return small if size <= _SMALL and small.exists() else large


def image(name: str, size: int) -> QImage:
    """The icon in so many pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    drawn = QImage(size, size, QImage.Format.Format_ARGB32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(source(name, size))).render(painter)
    painter.end()
    del application
    return drawn


def png(name: str, size: int) -> bytes:
    """The icon as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image(name, size).save(buffer, "PNG")
    return bytes(buffer.data().data())


def hicolor(target: Path) -> None:
    """Both icons in every size under a folder of the hicolor theme."""
    for name, kind, shown in (("recoupe", "apps", "recoupe"), ("study", "mimetypes", "application-x-recoupe")):
        for size in SIZES:
            path = target / f"{size}x{size}" / kind / f"{shown}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(png(name, size))
        scalable = target / "scalable" / kind / f"{shown}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source(name, 512), scalable)


def ico(name: str, path: Path) -> None:
    """A Windows icon file. Sizes under 256 are bitmaps, which every version and NSIS read; 256 is a PNG, as Windows wants it."""
    members = [(size, png(name, size) if size >= 256 else _bitmap(image(name, size))) for size in ICO_SIZES]
    head, body = bytearray(struct.pack("<HHH", 0, 1, len(members))), bytearray()
    for size, content in members:
        place = 6 + 16 * len(members) + len(body)
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(content), place)
        body += content
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bytes(head + body))


def _bitmap(drawn: QImage) -> bytes:
    """A picture as icons hold it: a header that says twice the height, the rows upside down, and an empty mask."""
    size = drawn.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = b"".join(bytes(drawn.constScanLine(y))[: 4 * size] for y in reversed(range(size)))
    mask = bytes(-(-size // 32) * 4 * size)
    return header + rows + mask


def icns(name: str, path: Path) -> None:
    """A macOS icon file."""
    body = b""
    for size, kind in ICNS_TYPES.items():
        content = png(name, size)
        body += kind + struct.pack(">I", len(content) + 8) + content
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"icns" + struct.pack(">I", len(body) + 8) + body)
