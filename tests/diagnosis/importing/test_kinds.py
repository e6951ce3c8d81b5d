"""What holds no request is named as what it is, and gives no parameter."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.importing import read_requests
from tests.diagnosis.importing.layouts import CLIENT_KEY, ORDERS

PASTES = {
    "reply": '{"respcd": "1108", "resperr": "signature error", "out_trade_no": "TK1", "txamt": "100"}',
    "notification": '{"status": "1", "syssn": "2026", "txamt": "100", "out_trade_no": "1", "notify_type": "payment"}',
    "pay_params": '{"appId": "wx2421b1c4370ec43b", "timeStamp": 1593746074, "nonceStr": "69d8", "paySign": "B0AE"}',
    "wx-error": '{"errMsg": "requestPayment:fail", "err_code": "-1", "err_desc": "Unable to verify signature"}',
    "return-code": "respcd: 1143",
    "client_key": f"client_key={CLIENT_KEY}",
    "digest": CLIENT_KEY,
    "documentation": "**Endpoint**\n| Name | Mandatory | Type |\n| txamt | Yes | String(128) |",
    "nothing": "Hello, our payment does not work.",
}


@pytest.mark.parametrize("kind", PASTES)
def test_a_paste_without_a_request_is_named(kind: str) -> None:
    """Its kind is told, in words too, and nothing of it becomes a parameter."""
    (read,) = read_requests(PASTES[kind])
    assert read.kind == kind
    assert read.pairs == ()
    assert read.notes


def test_a_lone_key_is_kept_out_of_the_notes() -> None:
    """The warning about a key does not repeat it."""
    (read,) = read_requests(PASTES["client_key"])
    assert all(CLIENT_KEY not in str(note.message) for note in read.notes)


def test_a_return_code_is_explained() -> None:
    """The code's meaning and whose turn it is are told beside the kind."""
    (read,) = read_requests(PASTES["return-code"])
    assert len([note for note in read.notes if note.code == "return-code"]) == 2


def test_a_reply_beside_its_request_is_left_out() -> None:
    """The reply's values and its signature are none of the request's."""
    body = "&".join(f"{name}={value}".replace(" ", "+") for name, value in ORDERS["plain"].items())
    reply = f'HTTP/1.1 200 OK\nX-QF-SIGN: {"A" * 32}\n\n{{"respcd": "1108", "txamt": "9", "syssn": "20261"}}'
    (read,) = read_requests(f"body: {body}\nX-QF-SIGN: {'B' * 32}\n\n{reply}")
    assert dict(read.params) == ORDERS["plain"]
    assert read.signature == "B" * 32


def test_a_word_of_the_documentation_is_no_value() -> None:
    """A table that explains parameters gives none."""
    (read,) = read_requests("| txamt | Yes | String(128) |\n| pay_type | Mandatory | String |\n| udid | No | Object |")
    assert read.pairs == ()
