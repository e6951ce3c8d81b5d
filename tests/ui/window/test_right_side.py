from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar

from qfpay_gui.ui.window.right_side import RightSide
from tests.ui.person import find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def right(stage: QWidget) -> RightSide:
    """Three parts, with room for what is signed and what came back."""
    parts = [QLabel(words) for words in ("signature", "reply", "sequence")]
    for part in parts:
        part.setObjectName(part.text())
    made = RightSide(parts[0], parts[1], parts[2], stage)
    made.resize(600, 700)
    made.show()
    QApplication.processEvents()
    return made


def _seen(right: RightSide) -> list[str]:
    return sorted(label.text() for label in right.findChildren(QLabel) if label.isVisible())


def _grow(right: RightSide, height: int) -> None:
    right.resize(600, height)
    QApplication.processEvents()


def _show(right: RightSide, name: str) -> None:
    right.show_panel(find(right, QLabel, name))
    QApplication.processEvents()


def test_with_room_what_is_signed_and_what_came_back_are_seen(right: RightSide) -> None:
    """One above the other; the first takes what it needs, the second all the rest."""
    assert _seen(right) == ["reply", "signature"]
    assert not find(right, QTabBar, "request_steps").isVisible()
    signature, reply = find(right, QLabel, "signature"), find(right, QLabel, "reply")
    assert signature.geometry().bottom() < reply.mapTo(right, reply.rect().topLeft()).y()
    assert reply.height() > 600


def test_without_room_one_of_them_is_seen_at_a_time(right: RightSide) -> None:
    """As steps with their titles; the hidden one is really hidden, for the tab key too."""
    _grow(right, 400)
    steps = find(right, QTabBar, "request_steps")
    assert [steps.tabText(index) for index in range(steps.count())] == ["What is signed", "What came back"]
    assert _seen(right) == ["signature"]
    _show(right, "reply")
    assert _seen(right) == ["reply"]
    steps.setCurrentIndex(0)
    assert _seen(right) == ["signature"]


def test_growing_again_brings_both_back(right: RightSide) -> None:
    """Whichever step was open; nothing is lost."""
    _grow(right, 400)
    _show(right, "reply")
    _grow(right, 700)
    assert _seen(right) == ["reply", "signature"]


@pytest.mark.parametrize("height", [400, 700])
def test_the_sequence_takes_the_place_of_the_reply(right: RightSide, height: int) -> None:
    """And hands it back."""
    _grow(right, height)
    _show(right, "sequence")
    assert "sequence" in _seen(right)
    assert "reply" not in _seen(right)
    _show(right, "reply")
    assert "sequence" not in _seen(right)
    assert "reply" in _seen(right)


def test_between_the_two_heights_it_stays_as_it_is(right: RightSide) -> None:
    """It does not flicker at one pixel."""
    _grow(right, 570)
    assert not right.is_stepped
    _grow(right, 559)
    _grow(right, 570)
    assert right.is_stepped
    _grow(right, 580)
    assert not right.is_stepped


def test_with_room_showing_what_is_signed_changes_nothing(right: RightSide) -> None:
    """Both are in sight already."""
    _show(right, "signature")
    assert _seen(right) == ["reply", "signature"]
