"""More than one merchant at one simulator: known by app_code, verified by a key of its own, alone with its orders."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.credentials import Credentials
from tests.services.simulator.conftest import MONTH, PAYMENT, Merchant, prepay_id

if TYPE_CHECKING:
    from qfpay_gui.services.simulator import Simulator
    from qfpay_gui.services.simulator.notify.notification import Notification

OWN = Credentials("OWN-APP-CODE", "OWN-CLIENT-KEY", "OWN-MCHID")


@pytest.fixture
def own(simulator: Simulator) -> Merchant:
    """A merchant with credentials of its own, which the simulator is told of when it asks."""
    simulator.merchant_of = {OWN.app_code: OWN}.get
    return Merchant(simulator.base_url, OWN)


def _paid(number: str) -> dict[str, str]:
    return {**PAYMENT, "out_trade_no": number, "mchid": OWN.mchid}


def test_a_merchant_is_verified_by_its_own_key(own: Merchant, merchant: Merchant) -> None:
    """And the demo's by the demo's, beside it."""
    assert own.send(_paid("A1")).respcd == "0000"
    assert own.knowing("another").send(_paid("A2")).respcd == "1108"
    assert merchant.send().respcd == "0000"


def test_its_expected_signature_is_not_told_and_its_answer_is_signed_for_it_alone(own: Merchant) -> None:
    """Whoever knows the app_code alone hears neither."""
    wrong = own.send(_paid("A1"), signature="0" * 32)
    assert "Expected (MD5): not told" in wrong.respmsg
    assert "X-QF-SIGN" not in wrong.headers
    right = own.send(_paid("A1"))
    signed = hashlib.md5(right.body + OWN.client_key.encode(), usedforsecurity=False).hexdigest().upper()
    assert right.headers["X-QF-SIGN"] == signed


def test_it_sends_its_own_mchid(own: Merchant) -> None:
    """The usual merchant has none."""
    assert own.send({**PAYMENT, "mchid": "ANOTHER"}).respcd == "1108"
    assert own.send(PAYMENT).respcd == "1108"


def test_nobody_finds_the_orders_of_another(own: Merchant, merchant: Merchant) -> None:
    """Neither in a list nor by their numbers."""
    syssn = own.send(_paid("A1")).fields["syssn"]
    merchant.send({**PAYMENT, "out_trade_no": "B1"})
    mine = own.send({**MONTH, "mchid": OWN.mchid}, path="/trade/v1/query").fields["data"]
    theirs = merchant.send(MONTH, path="/trade/v1/query").fields["data"]
    assert [[row["out_trade_no"] for row in rows] for rows in (mine, theirs)] == [["A1"], ["B1"]]
    ending = {"txamt": "300", "txdtm": PAYMENT["txdtm"], "out_trade_no": "A1"}
    assert merchant.send(ending, path="/trade/v1/close").respcd == "1268"
    refund = {"syssn": syssn, "out_trade_no": "B2", "txamt": "1", "txdtm": PAYMENT["txdtm"]}
    assert merchant.send(refund, path="/trade/v1/refund").respcd == "1268"


def test_its_notification_is_signed_with_its_key(own: Merchant, simulator: Simulator) -> None:
    """And bears its mchid."""
    kept: list[Notification] = []
    simulator._world.notifier.add = kept.append  # type: ignore[method-assign, assignment]  # nothing is delivered
    simulator.pay(prepay_id(own.send(_paid("A1")).fields))
    (notification,) = kept
    signed = hashlib.md5(notification.body + OWN.client_key.encode(), usedforsecurity=False).hexdigest().upper()
    assert notification.signature == signed
    assert json.loads(notification.body)["mchid"] == OWN.mchid
