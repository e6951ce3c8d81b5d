from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from qfpay_gui.services.simulator import OUTCOMES

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
