"""The diagram as a picture or a text for a merchant: masked, light, with a line that says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from qfpay_gui.models.saving import save_file
from qfpay_gui.qfpay.sequence.mermaid import to_mermaid
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.sequence.diagram_painter import HEADER, ROW, Look, RowState, paint_header, paint_lifelines, paint_row
from qfpay_gui.ui.sequence.wording import choice, local
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.sequence.messages import Sequence

WIDTH, _EDGE, _TITLE, _FOOT = 880, 16, 32, 16
_SHARPNESS = 2
FORMS = ("png", "svg", "mmd")
"""What a diagram can be saved as, by the ending of the file's name."""


def as_image(sequence: Sequence) -> QImage:
    """The diagram as pixels, twice as many as its points."""
    size = _size(sequence)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPNESS)
    painter = QPainter(image)
    _paint(painter, sequence, size)
    painter.end()
    return image


def as_png(sequence: Sequence) -> bytes:
    """The diagram as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    as_image(sequence).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes only
    return bytes(buffer.data().data())


def as_svg(sequence: Sequence) -> str:
    """The diagram as the text of an SVG file."""
    size = _size(sequence)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(choice(sequence))
    painter = QPainter(generator)
    _paint(painter, sequence, size)
    painter.end()
    return bytes(buffer.data().data()).decode()


def as_mermaid(sequence: Sequence) -> str:
    """The diagram as text in the window's language, times as on this machine's clock."""
    zone = local(sequence.began).tzinfo
    return to_mermaid(sequence, translated) if zone is None else to_mermaid(sequence, translated, zone)


def save(sequence: Sequence, path: str) -> str:
    """Write the diagram in the form that the file's name ends with, whole or not at all; "" or why it was not."""
    form = path.rpartition(".")[2].lower()
    writers: dict[str, Callable[[Sequence], str | bytes]] = {"svg": as_svg, "mmd": as_mermaid}
    return save_file(path, writers.get(form, as_png)(sequence))


def _size(sequence: Sequence) -> QSize:
    return QSize(WIDTH, 2 * _EDGE + _TITLE + HEADER + ROW * len(sequence.messages) + _FOOT)


def _paint(painter: QPainter, sequence: Sequence, size: QSize) -> None:
    light = theme.load("light")
    look = Look(light, QGuiApplication.font(), light.panel)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRect(QPoint(), size), light.panel)
    width = float(size.width() - 2 * _EDGE)
    painter.setFont(look.words(bold=True))
    painter.setPen(light.text)
    day = f"{local(sequence.began):%Y-%m-%d}"
    title = QRectF(_EDGE, _EDGE, width, _TITLE - 8)
    painter.drawText(title, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, f"{day} {choice(sequence)}")
    top = float(_EDGE + _TITLE)
    paint_header(painter, QRectF(_EDGE, top, width, HEADER), look)
    top += HEADER
    for message in sequence.messages:
        paint_row(painter, QRectF(_EDGE, top, width, ROW), message, look, RowState())
        top += ROW
    paint_lifelines(painter, QRectF(_EDGE, top, width, _FOOT), look)
