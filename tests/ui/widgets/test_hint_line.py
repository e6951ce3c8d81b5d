from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from qfpay_gui.ui.widgets.elided import ElidedLabel
from qfpay_gui.ui.widgets.hint_line import HintLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def line(stage: QWidget) -> HintLine:
    """A line that says nothing yet."""
    made = HintLine(stage)
    made.resize(300, 18)
    made.show()
    return made


def _icons(line: HintLine) -> list[QLabel]:
    return [label for label in line.findChildren(QLabel) if not label.pixmap().isNull() and label.isVisible()]


def _tone(line: HintLine) -> object:
    label = line.findChild(ElidedLabel)
    assert label is not None
    return label.property("severity")


def test_a_hint_is_said_quietly(line: HintLine) -> None:
    """Words without icon and without colour."""
    line.show_hint("HK$3.00")
    assert line.text == "HK$3.00"
    assert _icons(line) == []
    assert _tone(line) is None


@pytest.mark.parametrize("severity", [Severity.NOTE, Severity.ATTENTION, Severity.WRONG])
def test_a_finding_is_told_by_icon_and_colour_and_words(line: HintLine, severity: Severity) -> None:
    """Its meaning never hangs on the colour alone."""
    line.show_finding("Looks like major units", severity)
    assert line.text == "Looks like major units"
    assert len(_icons(line)) == 1
    assert _tone(line) == severity.name.lower()


def test_a_finding_that_goes_takes_its_icon_along(line: HintLine) -> None:
    """The hint that follows looks as if nothing had been wrong."""
    line.show_finding("Looks like major units", Severity.WRONG)
    line.show_hint("HK$3.00")
    assert _icons(line) == []
    assert _tone(line) is None


def test_nothing_moves_when_a_finding_comes(line: HintLine) -> None:
    """Its height is the same, empty or not."""
    height = line.height()
    line.show_finding("x" * 500, Severity.WRONG)
    assert line.minimumHeight() == line.maximumHeight() == line.height() == height
    assert line.minimumSizeHint().width() < 60


def test_a_mark_behind_it_tells_where_it_comes_from(line: HintLine) -> None:
    """It is there as long as the register knows the sentence, takes the keyboard, and leaves the line one line high."""
    line.show_hint("HK$3.00")
    assert line.findChildren(ClaimLabel) == []
    line.show_finding("Ask QFPay", Severity.NOTE, "rule.amount-no-decimals")
    (label,) = line.findChildren(ClaimLabel)
    assert (label.isVisible(), label.accessibleName()) == (True, "open")
    assert "claim:rule.amount-no-decimals" in label.text()
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert line.height() == 18
    line.show_hint("HK$3.00")
    assert not label.isVisible()
    assert line.findChildren(ClaimLabel) == [label]
