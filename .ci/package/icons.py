"""The program's icon in the form of each system, drawn from its one SVG."""

from __future__ import annotations

import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (16, 24, 32, 48, 64, 128, 256, 512, 1024)
_WINDOWS = (16, 24, 32, 48, 64, 128, 256)
_MACOS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Windows' form: a directory of sizes, then each picture as PNG; a size of 256 is written 0."""
    sizes = [size for size in _WINDOWS if size in pictures]
    at, directory = 6 + 16 * len(sizes), b""
    for size in sizes:
        length = len(pictures[size])
        directory += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, length, at)
        at += length
    return struct.pack("<HHH", 0, 1, len(sizes)) + directory + b"".join(pictures[size] for size in sizes)


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Apple's form: blocks with a name for each size, all lengths with their eight bytes of heading."""
    blocks = [(kind, pictures[size]) for kind, size in _MACOS.items() if size in pictures]
    body = b"".join(kind + struct.pack(">I", len(png) + 8) + png for kind, png in blocks)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def draw(svg: Path, into: Path) -> None:
    """Write the pictures as PNG, ``app.ico``, ``app.icns`` and the SVG itself; needs PySide6."""
    from PySide6.QtCore import Qt  # not needed for the forms
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer, pictures = QSvgRenderer(str(svg)), {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(into / f"{size}.png"))
        pictures[size] = (into / f"{size}.png").read_bytes()
    (into / "app.ico").write_bytes(ico(pictures))
    (into / "app.icns").write_bytes(icns(pictures))
    (into / "app.svg").write_bytes(svg.read_bytes())


if __name__ == "__main__":
    draw(Path(sys.argv[1]), Path(sys.argv[2]))
