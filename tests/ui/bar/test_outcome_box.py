from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton

from qfpay_gui.services.simulator import OUTCOMES
from qfpay_gui.ui.look import theme

if TYPE_CHECKING:
    from tests.ui.bar.conftest import BarDesk


def test_every_answer_of_the_simulator_is_offered(desk: BarDesk) -> None:
    """In words, the normal one first and chosen."""
    box = desk.person.find(QComboBox, "simulator_outcome")
    assert [box.itemText(index) for index in range(box.count())] == [str(words) for _spec, words in OUTCOMES]
    assert box.currentData() == "normal"


def test_what_is_chosen_is_what_the_simulator_does(desk: BarDesk) -> None:
    """And stays chosen while other things change."""
    desk.person.choose("simulator_outcome", "respcd:1108")
    assert desk.bench.simulator.outcome_id == "respcd:1108"
    desk.person.choose("environment", "sandbox")
    desk.person.choose("environment", "simulator")
    assert desk.person.find(QComboBox, "simulator_outcome").currentData() == "respcd:1108"


def test_it_shows_at_the_simulator_only(desk: BarDesk) -> None:
    """Nobody tells QFPay what to answer."""
    box = desk.person.find(QComboBox, "simulator_outcome")
    assert box.isVisible()
    desk.person.choose("environment", "live-hk")
    assert not box.isVisible()


@pytest.mark.parametrize("width", [1000, 1200, 1400, 1800])
def test_its_words_are_cut_only_where_there_is_no_room(desk: BarDesk, width: int) -> None:
    """Nothing is left free between it and what stands before Send while they are."""
    box, curl = desk.person.find(QComboBox, "simulator_outcome"), desk.person.find(QToolButton, "copy_curl")
    desk.bar.resize(width, 46)
    QApplication.processEvents()
    free = curl.x() - box.geometry().right() - 1
    assert free <= 2 * theme.current().gap_large or box.width() == box.maximumWidth()
