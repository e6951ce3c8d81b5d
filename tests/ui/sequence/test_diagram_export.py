from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtSvg import QSvgRenderer

from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, OrderKey, Party, Sequence, written
from qfpay_gui.ui.look import theme
from qfpay_gui.ui.sequence.diagram_export import as_image, as_mermaid, as_png, as_svg, save
from qfpay_gui.ui.sequence.diagram_painter import ROW

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

AT = 1795405202.0


def message(
    kind: MessageKind = MessageKind.HTTP, *, failed: bool = False, lost: bool = False, own: bool = False
) -> Message:
    """An arrow of this kind."""
    receiver = Party.QFPAY if own else Party.MERCHANT
    return Message(AT, Party.QFPAY, receiver, written("0000"), kind, failed=failed, lost=lost)


def sequence(*messages: Message) -> Sequence:
    """An order with these messages."""
    return Sequence(OrderKey("simulator", "QA1"), messages, "QA1", "HK$3.00", SIMULATOR.name, AT)


ALL = sequence(
    message(),
    message(MessageKind.SIMULATED),
    message(MessageKind.UNSEEN),
    message(failed=True),
    message(failed=True, lost=True),
    message(own=True, failed=True),
)


def colours(image: QImage) -> set[str]:
    """Every colour of the picture."""
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


@pytest.fixture(autouse=True)
def dark(dressed: None, qapp: QApplication) -> None:  # noqa: ARG001 - for its effect
    """A window in the dark."""
    theme.apply(qapp, "dark", "en")


def test_a_picture_grows_with_its_messages() -> None:
    """By one row each, at twice the points."""
    assert as_image(ALL).height() - as_image(sequence(message())).height() == 2 * 5 * ROW


def test_a_picture_is_light_whatever_the_window_wears() -> None:
    """It is made for somebody else's document."""
    light = theme.load("light")
    found = colours(as_image(ALL))
    assert {light.panel.name(), light.accent_fg.name(), light.wrong_fg.name()} <= found
    assert theme.current().panel.name() not in found


def test_failed_and_lost_are_drawn_apart() -> None:
    """Without a word or a colour: a lost arrow has no head at its receiver."""
    assert as_image(sequence(message(failed=True))) != as_image(sequence(message(failed=True, lost=True)))


def test_a_png_can_be_read_again() -> None:
    """With the very pixels."""
    assert QImage.fromData(as_png(ALL)).size() == as_image(ALL).size()


def test_an_svg_is_drawn_in_lines_and_words() -> None:
    """Valid, without a picture inside, with the names as text."""
    svg = as_svg(ALL)
    root = ET.fromstring(svg)  # noqa: S314 - our own
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert "image" not in tags
    assert QSvgRenderer(QByteArray(svg.encode())).isValid()
    assert "WeChat Pay" in svg
    assert "QA1" in svg


def test_mermaid_is_told_at_the_clock_of_this_machine() -> None:
    """As the window tells it."""
    assert as_mermaid(sequence(message())).count("qfpay->>merchant: ") == 1


@pytest.mark.parametrize(
    ("name", "begins"), [("a.png", b"\x89PNG"), ("a.SVG", b"<?xml"), ("a.mmd", b"sequenceDiagram\n")]
)
def test_a_file_has_the_form_its_name_ends_with(tmp_path: Path, name: str, begins: bytes) -> None:
    """Whole or not at all."""
    assert save(ALL, str(tmp_path / name)) == ""
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """In the words of the system."""
    assert save(ALL, str(tmp_path / "nowhere" / "a.png"))
