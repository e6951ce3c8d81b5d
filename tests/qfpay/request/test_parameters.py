from __future__ import annotations

import pytest

from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint, endpoint_of_path
from qfpay_gui.resources import read_json

PAYMENT = endpoint("payment")


def test_the_payment_call_has_its_documented_path() -> None:
    """Payments go to /trade/v1/payment."""
    assert (PAYMENT.name, PAYMENT.path) == ("payment", "/trade/v1/payment")


def test_what_is_mandatory_is_what_the_documentation_calls_so() -> None:
    """Six parameters must be sent; mchid only where QFPay assigned one."""
    mandatory = [parameter.name for parameter in PAYMENT.parameters if parameter.mandatory]
    assert mandatory == ["txamt", "txcurrcd", "pay_type", "out_trade_no", "txdtm", "sub_openid"]


@pytest.mark.parametrize(
    ("name", "kind", "max_length"),
    [
        ("txamt", "Int(11)", 11),
        ("txcurrcd", "String(3)", 3),
        ("pay_type", "String(6)", 6),
        ("out_trade_no", "String(128)", 128),
        ("txdtm", "String(20)", 20),
        ("sub_openid", "String(128)", 128),
        ("mchid", "String(16)", 16),
        ("goods_name", "String(64)", 64),
        ("expired_time", "String(3)", 3),
        ("limit_pay", "String", 0),
        ("udid", "String(40)", 40),
        ("notify_url", "String(256)", 256),
        ("txzone", "String(5)", 5),
    ],
)
def test_types_and_lengths_are_the_documented_ones(name: str, kind: str, max_length: int) -> None:
    """What is said to be too long is longer than the documentation's type."""
    parameter = PAYMENT.find(name)
    assert parameter is not None
    assert (parameter.type, parameter.max_length) == (kind, max_length)


@pytest.mark.parametrize("name", sorted(read_json("data/parameters.json")))
def test_every_row_of_every_call_is_complete(name: str) -> None:
    """No parameter lacks a label, a help text, a known group, or a length that agrees with its type."""
    parameters = endpoint(name).parameters
    assert len({parameter.name for parameter in parameters}) == len(parameters)
    assert str(endpoint(name).label)
    assert str(endpoint(name).purpose).endswith(".")
    for parameter in parameters:
        assert str(parameter.label)
        assert str(parameter.help).endswith((".", "?"))
        assert parameter.group in {"main", "optional", "merchant"}
        assert (f"({parameter.max_length})" in parameter.type) == (parameter.max_length > 0)
        assert len(parameter.example) <= (parameter.max_length or len(parameter.example))


def test_every_call_of_the_table_is_offered() -> None:
    """None is forgotten, and each goes to the path of its name."""
    assert set(ENDPOINTS) == set(read_json("data/parameters.json"))
    for name in ENDPOINTS:
        assert endpoint(name).path == f"/trade/v1/{name}"
        assert endpoint_of_path(f"/shop{endpoint(name).path}/") == endpoint(name)
    assert endpoint_of_path("/trade/v1/add_note") is None


@pytest.mark.parametrize(
    ("name", "mandatory"),
    [
        ("query", []),
        ("refund", ["syssn", "out_trade_no", "txamt", "txdtm"]),
        ("close", ["txamt", "txdtm"]),
        ("reversal", ["txamt", "txdtm"]),
    ],
)
def test_what_a_later_call_must_carry(name: str, mandatory: list[str]) -> None:
    """Close and reversal take either number, so neither is mandatory by itself."""
    assert [one.name for one in endpoint(name).parameters if one.mandatory] == mandatory


def test_a_number_is_made_anew_only_where_it_must_be_new() -> None:
    """Payments and refunds make one; the others name an order that exists."""
    assert [name for name in ENDPOINTS if endpoint(name).needs_new_number] == ["payment", "refund"]
    assert [name for name in ENDPOINTS if endpoint(name).is_reading] == ["query"]


def test_what_the_documents_leave_open_is_said() -> None:
    """Refund windows, and whether 800213 can be closed or reversed."""
    cautions = {name: str(endpoint(name).caution or "") for name in ENDPOINTS}
    assert [name for name, caution in cautions.items() if caution] == ["refund", "close", "reversal"]
    assert all("800213" in cautions[name] for name in ("refund", "close", "reversal"))
    assert all("POST" in cautions[name] for name in ("close", "reversal"))


def test_an_unknown_name_is_no_parameter() -> None:
    """Names are looked up to the letter."""
    assert PAYMENT.find("txamt") is not None
    assert PAYMENT.find("Txamt") is None


def test_an_unknown_call_is_an_error() -> None:
    """A slip in the name of a call does not pass in silence."""
    with pytest.raises(KeyError):
        endpoint("pay")
