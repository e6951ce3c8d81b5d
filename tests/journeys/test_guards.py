from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from qfpay_gui.qfpay.credentials import Credentials, Profile
from tests.ui.person import agree, enter, escape, press, return_to

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk

KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"
APP_CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"


def _sign_at(desk: Desk, environment_id: str) -> None:
    """Choose an environment, and a merchant of that environment."""
    desk.bench.profiles.save(Profile("Tea shop", environment_id, Credentials(APP_CODE, KEY)))
    desk.wait(lambda: not desk.bench.profiles.state.busy)
    desk.person.choose("environment", environment_id)
    desk.person.choose("profile", "Tea shop")


def test_production_asks_every_time_and_spells_out_what_is_at_stake(desk: Desk) -> None:
    """Host, merchant and amount; agreeing once is agreeing once."""
    _sign_at(desk, "production-hk")
    for count in (1, 2):
        desk.person.will(agree)
        press("Ctrl+Return")
        desk.wait_for_answer()
        return_to(desk.window)
        asked = desk.person.read[-1]
        assert len(desk.person.read) == len(desk.network.sent_far) == count
        assert all(part in asked for part in ("openapi-hk.qfapi.com", "Tea shop", "HK$3.00"))
    assert desk.simulator.requests == []


@pytest.mark.parametrize("answer", [escape, enter])
def test_whoever_hurries_through_the_question_sends_nothing(desk: Desk, answer: Callable[[QMessageBox], None]) -> None:
    """Escape and Return both leave the money where it is, and that is said."""
    _sign_at(desk, "production-hk")
    desk.person.will(answer)
    press("Ctrl+Return")
    assert len(desk.person.read) == 1
    assert desk.window.status.message == "Nothing was sent."
    assert desk.network.sent_far == []
    assert not desk.bench.send_model.is_sending


def test_production_takes_no_request_with_a_known_fault(desk: Desk) -> None:
    """It names the field and the fault, and offers no way around it."""
    _sign_at(desk, "production-hk")
    desk.person.type("txamt", "3.00")
    press("Ctrl+Return")
    told = QApplication.activeModalWidget()
    assert isinstance(told, QMessageBox)
    assert "txamt" in told.text()
    escape(told)
    assert "txamt" in desk.window.status.message
    assert desk.network.sent_far == []


def test_the_same_fault_may_be_sent_to_live_testing(desk: Desk) -> None:
    """To see what it is answered is what this tool is for; that money moves and must be refunded is on the screen."""
    _sign_at(desk, "live-hk")
    assert "refund" in desk.person.said("caution").lower()
    desk.person.type("txamt", "3.00")
    press("Ctrl+Return")
    desk.wait_for_answer()
    assert [request.value("txamt") for request in desk.network.sent_far] == ["3.00"]
    assert desk.person.read == []


def test_a_custom_host_is_warned_of_and_productions_own_host_is_guarded_under_any_name(desk: Desk) -> None:
    """What matters is where it goes, not what it is called."""
    desk.bench.choose_environment(desk.bench.place.addresses.at("https://pay.example.invalid").id)
    assert desk.person.find(QLabel, "caution").isVisible()
    desk.bench.choose_environment(desk.bench.place.addresses.at("https://OPENAPI-HK.qfapi.com:443").id)
    desk.bench.profiles.save(Profile("Tea shop", "production-hk", Credentials(APP_CODE, KEY)))
    desk.wait(lambda: not desk.bench.profiles.state.busy)
    desk.person.will(escape)
    press("Ctrl+Return")
    assert "openapi-hk.qfapi.com" in desk.person.read[0].lower()
    assert desk.network.sent_far == []


def test_an_order_number_that_went_out_before_is_asked_about(desk: Desk) -> None:
    """Refusing sends nothing; agreeing sends it, and QFPay's answer to a used number can be seen."""
    desk.person.type("out_trade_no", "SAME1")
    press("Ctrl+Return")
    desk.wait_for_answer()
    desk.person.will(escape)
    press("Ctrl+Return")
    return_to(desk.window)
    assert "SAME1" in desk.person.read[0]
    assert len(desk.simulator.requests) == 1
    desk.person.will(agree)
    press("Ctrl+Return")
    answer = desk.wait_for_answer()
    assert len(desk.simulator.requests) == 2
    assert answer.reply is not None
    assert answer.reply.respcd == "1251"


def test_production_is_left_behind_at_the_next_start(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Whoever starts the program in the morning is at the simulator."""
    _sign_at(desk, "production-hk")
    assert restart(desk).bench.environment.id == "simulator"
