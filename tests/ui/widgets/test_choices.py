"""What holds for every control with which something is chosen."""

from __future__ import annotations

import re
from pathlib import Path

import qfpay_gui.ui

_BY_WHEEL = re.compile(r"= Q(ComboBox|FontComboBox|SpinBox|DoubleSpinBox|DateEdit|TimeEdit|DateTimeEdit|Slider|Dial)\(")


def test_no_control_of_the_window_is_turned_by_a_passing_wheel() -> None:
    """Qt's own boxes change under a wheel that scrolls past them; ours are StillCombo and what is made of it."""
    folder = Path(next(iter(qfpay_gui.ui.__path__)))
    turned = {path.name for path in folder.rglob("*.py") if _BY_WHEEL.search(path.read_text(encoding="utf-8"))}
    assert turned == set()
