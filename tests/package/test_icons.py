from __future__ import annotations

import struct

import pytest
from package.icons import icns, ico
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageReader


@pytest.fixture(scope="module")
def pictures() -> dict[int, bytes]:
    """A square of each of three sizes, as PNG."""
    drawn = {}
    for size in (16, 32, 256):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(QColor("red"))
        kept = QByteArray()
        buffer = QBuffer(kept)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes, the binding takes either
        drawn[size] = bytes(kept.data())
    return drawn


def test_windows_form_is_read_back(pictures: dict[int, bytes]) -> None:
    """Every size of it, by a reader that is not ours."""
    kept = QByteArray(ico(pictures))
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"ico"))
    sizes = []
    for at in range(reader.imageCount()):
        reader.jumpToImage(at)
        image = reader.read()
        sizes.append(image.width())
        assert image.pixelColor(3, 3) == QColor("red")
    assert sizes == [16, 32, 256]


def test_apples_form_is_blocks_that_fill_it_whole(pictures: dict[int, bytes]) -> None:
    """Each with its name and the length of itself."""
    made, at, found = icns(pictures), 8, {}
    assert struct.unpack(">4sI", made[:8]) == (b"icns", len(made))
    while at < len(made):
        kind, length = struct.unpack(">4sI", made[at : at + 8])
        found[kind] = made[at + 8 : at + length]
        at += length
    assert found == {b"icp4": pictures[16], b"icp5": pictures[32], b"ic08": pictures[256]}
