from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from qfpay_gui.qfpay.reply.exchange import HttpReply, Layer, TransportFailure
from qfpay_gui.services.simulator import OUTCOMES
from tests.ui.person import press

if TYPE_CHECKING:
    from tests.ui.desk import Desk

QUICK = [spec for spec, _words in OUTCOMES if not spec.startswith("delay")]


def _looks_alive(desk: Desk) -> bool:
    """Whether the window still takes keys, signs, and shows every page of the answer."""
    for page in ("pay_params", "snippet", "raw", "sent", "checks"):
        desk.window.reply.show_page(page)
    desk.person.type("txamt", "4200")
    desk.window.repaint()
    return (
        "txamt=4200&" in desk.bench.draft.prepared.signing_string and desk.person.find(QPushButton, "send").isVisible()
    )


def _send_once(desk: Desk, spec: str) -> None:
    desk.person.choose("simulator_outcome", spec)
    desk.person.click("send")
    desk.wait_for_answer()


def test_every_answer_gets_a_verdict_and_is_asked_for_once(desk: Desk) -> None:
    """Refused, broken, cut off or much too long: a sentence says what happened, nothing is sent again."""
    for count, spec in enumerate(QUICK, 1):
        _send_once(desk, spec)
        assert str(desk.answer.verdict.headline), spec
        assert desk.person.said("verdict_headline").replace("\u200b", ""), spec
        assert desk.window.status.message, spec
        assert _looks_alive(desk), spec
        assert len(desk.simulator.requests) == count, spec


@pytest.mark.parametrize("spec", ["drop", "drop-body", "delay:5"])
def test_where_the_outcome_is_unknown_it_is_not_called_a_failure(desk: Desk, spec: str) -> None:
    """Whether the order exists is open: the way on is a query, not another payment."""
    desk.person.choose("simulator_outcome", spec)
    desk.person.click("send")
    if spec.startswith("delay"):
        desk.wait(lambda: len(desk.simulator.requests) == 1)
        press("Esc")
    answer = desk.wait_for_answer()
    outcome = answer.exchange.outcome
    unknown = isinstance(outcome, TransportFailure) and outcome.may_have_arrived
    assert unknown or (isinstance(outcome, HttpReply) and spec == "drop-body")
    assert "uery" in f"{answer.verdict.turn} {answer.verdict.next_step}"
    assert len(desk.simulator.requests) == 1


def test_escape_ends_the_waiting_at_once(desk: Desk) -> None:
    """Long before the answer would have come; Cancel gives way to Send again."""
    desk.person.choose("simulator_outcome", "delay:45")
    desk.person.click("send")
    desk.wait(lambda: len(desk.simulator.requests) == 1)
    press("Esc")
    answer = desk.wait_for_answer()
    assert isinstance(answer.exchange.outcome, TransportFailure)
    assert answer.exchange.outcome.layer is Layer.CANCELLED
    assert answer.exchange.timings.total < 20
    assert _looks_alive(desk)


def test_a_refusal_is_followed_by_a_success_without_a_trace(desk: Desk) -> None:
    """What the last answer left on the screen is replaced by the next one, whole."""
    _send_once(desk, "respcd:1108")
    assert "1108" in desk.person.said("status_exchange")
    _send_once(desk, "normal")
    assert desk.answer.reply is not None
    assert desk.answer.reply.respcd == "0000"
    assert "1108" not in desk.person.said("status_exchange")
    assert desk.person.said("verdict_headline").replace("\u200b", "").startswith("Simulated: Order created")
