from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QLabel

from qfpay_gui.ui.signature.digest_line import DigestLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

DIGEST = "0123456789ABCDEF" * 2
FOURS = " ".join(DIGEST[at : at + 4] for at in range(0, 32, 4))
EIGHTS = " ".join(DIGEST[at : at + 8] for at in range(0, 32, 8))


@pytest.mark.parametrize(
    ("just_fits", "pixels", "shown"),
    [(FOURS, 0, FOURS), (FOURS, -1, EIGHTS), (EIGHTS, 0, EIGHTS), (EIGHTS, -1, FOURS)],
)
def test_a_digest_keeps_to_one_line_if_it_can(stage: QWidget, just_fits: str, pixels: int, shown: str) -> None:
    """Groups of eight take less room than groups of four; where neither fits, two lines of fours are read best."""
    line = DigestLine(stage)
    line.resize(600, 40)
    line.show()
    line.present(DIGEST)
    QApplication.processEvents()
    label = line.findChild(QLabel, "signature")
    assert isinstance(label, QLabel)
    beside = line.width() - label.width()
    needed = math.ceil(QFontMetricsF(label.font()).horizontalAdvance(just_fits))
    line.resize(beside + needed + pixels, 40)
    QApplication.processEvents()
    assert label.text() == shown
