"""Send says what it does."""

from __future__ import annotations

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SANDBOX, SIMULATOR, Environment, custom
from qfpay_gui.qfpay.request.consequence import consequence
from tests.qfpay.request.rules.cases import Case


def said(call: str, environment: Environment, txamt: str | None = None) -> str:
    """The label of Send for this call, with this amount or the usual one."""
    field = "txamt" if call != "query" else "out_trade_no"
    return str(consequence(Case("", field, txamt, environment=environment, endpoint=call).prepared()))


@pytest.mark.parametrize(
    ("call", "environment", "words"),
    [
        ("payment", SIMULATOR, "Send HK$3.00"),
        ("payment", SANDBOX, "Send HK$3.00"),
        ("payment", custom("https://pay.example"), "Send HK$3.00"),
        ("payment", LIVE_TESTING, "Send HK$3.00 – real money"),
        ("payment", PRODUCTION, "Send HK$3.00 – real money"),
        ("payment", custom("https://openapi-hk.qfapi.com"), "Send HK$3.00 – real money"),
        ("refund", SIMULATOR, "Refund HK$3.00"),
        ("refund", PRODUCTION, "Refund HK$3.00 – real money"),
        ("query", PRODUCTION, "Send"),
        ("close", LIVE_TESTING, "Send – real money"),
        ("reversal", SIMULATOR, "Send"),
    ],
)
def test_send_names_the_amount_that_moves_and_whether_it_is_real(
    call: str, environment: Environment, words: str
) -> None:
    """A query moves nothing, and nowhere is simulated money called real."""
    assert said(call, environment) == words


@pytest.mark.parametrize(
    ("txamt", "words"),
    [
        ("1.15", "Send"),
        ("", "Send"),
        ("0", "Send HK$0.00"),
        ("123456789012", "Send HK$1,234,567,890.12"),
        ("1234567890123", "Send"),
    ],
)
def test_an_amount_that_cannot_be_read_or_does_not_fit_is_left_out(txamt: str, words: str) -> None:
    """The field says what is wrong with it."""
    assert said("payment", SIMULATOR, txamt) == words
