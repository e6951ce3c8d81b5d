from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMainWindow

from qfpay_gui.ui.window.arrangement import USUAL, Arrangement

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    """A file that does not exist yet."""
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def test_the_first_start_fits_the_screen(qtbot: QtBot, settings: QSettings) -> None:
    """As large as usual, unless the screen is smaller than that; never smaller than can be worked with."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setMinimumSize(400, 300)
    Arrangement(settings).place(window)
    room = window.screen().availableGeometry().size()
    assert (window.width(), window.height()) == (
        max(400, min(USUAL.width(), room.width() - 16)),
        max(300, min(USUAL.height(), room.height() - 56)),
    )


def test_a_smallest_size_counts_more_than_the_screen(qtbot: QtBot, settings: QSettings) -> None:
    """It sticks out rather than losing what it shows."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setMinimumSize(3000, 2000)
    Arrangement(settings).place(window)
    assert (window.width(), window.height()) == (3000, 2000)
