from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.widgets.elided_combo import ElidedCombo

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@pytest.fixture
def box(stage: QWidget) -> ElidedCombo:
    """A narrow box with two entries."""
    made = ElidedCombo(stage)
    made.addItem(icon("simulator"), "Simulator")
    made.addItem(icon("production"), "Production · Hong Kong and everything else")
    made.resize(140, 30)
    made.show()
    return made


def _turn_wheel(box: ElidedCombo) -> bool:
    centre = QPointF(box.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(box, event)
    return event.isAccepted()


def test_the_wheel_chooses_nothing(box: ElidedCombo) -> None:
    """Scrolling past an environment must not send the next payment there."""
    box.setFocus()
    assert not _turn_wheel(box)
    assert box.currentIndex() == 0


def test_a_text_that_does_not_fit_is_drawn_with_an_ellipsis(box: ElidedCombo) -> None:
    """The same box looks different from one that cuts the text off, and asks for no more room."""
    width = box.width()
    box.setCurrentIndex(1)
    shortened = box.grab().toImage()
    box.setItemText(1, box.fontMetrics().elidedText(box.currentText(), Qt.TextElideMode.ElideRight, 10_000))
    assert box.grab().toImage() == shortened
    assert box.width() == width
