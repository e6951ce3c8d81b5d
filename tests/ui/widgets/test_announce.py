"""What a screen reader is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from qfpay_gui.ui.widgets import announce as module
from qfpay_gui.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader listens."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.mark.usefixtures("reader")
def test_a_reader_that_listens_is_told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words reach Qt's accessibility, which hands them on."""
    told: list[str] = []

    class Heard:
        """Stands where Qt takes events, and notes the words."""

        @staticmethod
        def isActive() -> bool:  # noqa: N802 - Qt's name
            """It listens."""
            return QAccessible.isActive()

        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802 - Qt's name
            """Note what is announced, and hand it on."""
            told.append(event.message())  # type: ignore[attr-defined]
            QAccessible.updateAccessibility(event)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "QAccessible", Heard)
    widget = QWidget()
    qtbot.addWidget(widget)
    announce(widget, "The order is paid.")
    assert told == ["The order is paid."]
