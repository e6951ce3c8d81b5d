from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import QApplication

from qfpay_gui.ui.look.icons import icon
from qfpay_gui.ui.widgets.elided import ElidedCombo, ElidedLabel, plain_tip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SENTENCE = "Order created – nobody has paid yet. Hand pay_params to the Mini Program."


@pytest.fixture
def label(stage: QWidget) -> ElidedLabel:
    """A label with room for a few words."""
    made = ElidedLabel(stage)
    made.resize(120, 20)
    made.show()
    return made


def test_a_text_that_does_not_fit_is_shortened_and_said_whole(label: ElidedLabel) -> None:
    """The rest is in the tool tip, and a screen reader reads it all."""
    label.show_text(SENTENCE)
    assert label.text().endswith("…")
    assert label.whole == label.accessibleName() == label.toolTip() == SENTENCE


def test_with_more_room_more_is_shown(label: ElidedLabel) -> None:
    """Growing shows the whole text, and the tool tip that repeated it goes."""
    label.show_text(SENTENCE)
    label.resize(2000, 20)
    assert label.text() == SENTENCE
    assert label.toolTip() == ""


def test_a_long_text_asks_for_no_room(label: ElidedLabel) -> None:
    """The window never grows with a sentence."""
    label.show_text(SENTENCE * 20)
    assert label.minimumSizeHint().width() == 0


def test_markup_is_shown_as_it_is_written(label: ElidedLabel) -> None:
    """A value such as <b> is a value, in the label and in its tool tip."""
    label.show_text("<b>300</b> " + SENTENCE)
    assert "&lt;b&gt;" in label.toolTip()
    label.resize(2000, 20)
    assert label.text().startswith("<b>300</b>")


def test_a_tool_tip_of_its_own_outlives_a_change_of_size(label: ElidedLabel) -> None:
    """What is told beside the text stays told."""
    label.show_text("openapi-hk.qfapi.com", tip="https://openapi-hk.qfapi.com")
    label.resize(60, 20)
    label.resize(2000, 20)
    assert label.toolTip() == "https://openapi-hk.qfapi.com"


@pytest.mark.parametrize(
    "words", ["<b>300</b>", "a < b", "<", "<img src=x>\nsecond  line", "&lt;b&gt;", "300 & more", "plain", "<!--x-->y"]
)
def test_a_tool_tip_shows_exactly_these_words(words: str) -> None:
    """Whatever Qt takes for markup is written so that it shows."""
    tip = plain_tip(words)
    shown = tip
    if GuiQt.mightBeRichText(tip):
        document = QTextDocument()
        document.setHtml(tip)
        shown = document.toPlainText()
    assert shown == words


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
