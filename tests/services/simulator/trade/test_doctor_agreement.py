"""The doctor and the simulator judge a signature alike: right here is right there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis import diagnose
from qfpay_gui.services.simulator import DEMO
from tests.services.simulator.conftest import PAYMENT, Merchant, sign

if TYPE_CHECKING:
    from collections.abc import Mapping

PARAMETERS: tuple[Mapping[str, str], ...] = (
    PAYMENT,
    {**PAYMENT, "goods_name": "奶茶 & 😀"},
    {**PAYMENT, "udid": ""},
    {**PAYMENT, "txamt": "0"},
    {"out_trade_no": "QA1"},
    {},
)


def deviations(parameters: Mapping[str, str], signature: str) -> set[tuple[str, ...]]:
    """Every explanation of the doctor's by one mistake; one without deviations says that the signature is right."""
    found = diagnose(parameters, DEMO.client_key, signature, app_code=DEMO.app_code, depth=1)
    return {tuple(one.deviations) for one in found}


@pytest.mark.parametrize("parameters", PARAMETERS, ids=lambda one: ",".join(one) or "nothing")
def test_a_right_signature_is_right_to_both(merchant: Merchant, parameters: Mapping[str, str]) -> None:
    """Whatever else is wrong with the request, and also where it carries no parameter at all."""
    assert deviations(parameters, sign(parameters, DEMO.client_key)) == {()}
    assert merchant.send(parameters).respcd != "1108"


@pytest.mark.parametrize("parameters", PARAMETERS, ids=lambda one: ",".join(one) or "nothing")
def test_a_signature_with_another_key_is_wrong_to_both(merchant: Merchant, parameters: Mapping[str, str]) -> None:
    """The doctor, who does not know that key, finds nothing."""
    signature = sign(parameters, "0" * 32)
    assert () not in deviations(parameters, signature)
    assert merchant.send(parameters, signature=signature).respcd == "1108"


@pytest.mark.parametrize("name", ["sign", "signature", "X-QF-SIGN", "x-qf-sign"])
def test_a_signature_in_the_body_too_is_answered_and_to_be_taken_out(merchant: Merchant, name: str) -> None:
    """All but the signature itself is signed: both say that it does not belong there, and neither that it is wrong."""
    signature = sign(PAYMENT, DEMO.client_key)
    sent = {**PAYMENT, name: signature}
    assert ("signature-in-body",) in deviations(sent, signature)
    reply = merchant.send(sent, signature=signature)
    assert reply.respcd == "0000"
    assert "Take it out" in reply.respmsg


def test_a_signature_that_signs_itself_is_wrong_to_both(merchant: Merchant) -> None:
    """The signature is never part of the text it signs."""
    sent = {**PAYMENT, "sign": "AB"}
    signature = sign(sent, DEMO.client_key)
    assert merchant.send(sent, signature=signature).respcd == "1108"
    assert deviations(sent, signature) == {("signature-signed",)}
