"""Each field is explained, in its own currency; what is missing, unknown or odd is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.notification import DUTIES, RETRY_GAPS, Explained, Field, explain_notification
from qfpay_gui.diagnosis.notification.fields import FIELDS, MANDATORY, mandatory
from qfpay_gui.qfpay.findings import Severity
from tests.diagnosis.notification.samples import BODY, BY_ID, MEMBERS


def explained(**changes: str | None) -> Explained:
    """The sample with other values; None leaves a field out."""
    members = {name: value for name, value in (MEMBERS | changes).items() if value is not None}
    return explain_notification(json.dumps(members).encode())


def field(name: str, **changes: str | None) -> Field:
    """One field of it."""
    return next(one for one in explained(**changes).fields if one.name == name)


def test_the_sample_has_every_mandatory_field_and_no_unknown_one() -> None:
    """Nothing to remark on in a documented notification."""
    found = explain_notification(BODY)
    assert {one.name for one in found.fields} == set(MEMBERS)
    assert {one.severity for one in found.fields} == {Severity.OK}
    assert (found.out_trade_no, found.notify_type, found.amount) == ("QA202603010001", "payment", "HK$3.00")
    assert found.is_news


@pytest.mark.parametrize("name", MANDATORY)
def test_a_missing_mandatory_field_is_noted(name: str) -> None:
    """It is listed without a value, for attention."""
    missing = field(name, **{name: None})
    assert (missing.value, missing.severity) == (None, Severity.ATTENTION)


def test_an_unknown_field_is_kept_and_allowed() -> None:
    """New fields may come at any time."""
    unknown = field("surcharge_rate", surcharge_rate="0.02")
    assert (unknown.value, unknown.severity) == ("0.02", Severity.NOTE)
    assert "allowed" in str(unknown.meaning)


@pytest.mark.parametrize(
    ("name", "changes", "shown"),
    [
        ("txamt", {"txamt": "123456", "txcurrcd": "HKD"}, "HK$1,234.56"),
        ("txamt", {"txamt": "123456", "txcurrcd": "JPY"}, "JP¥123,456"),
        ("cash_fee", {"cash_fee": "280", "cash_fee_type": "CNY"}, "CN¥2.80"),
        ("cash_fee", {"cash_fee": "280", "cash_fee_type": "JPY"}, "JP¥280"),
        ("cash_refund_fee", {"cash_refund_fee": "90", "cash_refund_fee_type": "CNY"}, "CN¥0.90"),
    ],
)
def test_amounts_are_in_the_exponent_of_their_own_currency(name: str, changes: dict[str, str], shown: str) -> None:
    """What the customer paid may be in another currency than the order."""
    found = field(name, **changes)
    assert str(found.meaning).startswith(shown)
    assert found.severity is Severity.OK


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("cash_fee", {"cash_fee": "280", "cash_fee_type": ""}),
        ("cash_fee", {"cash_fee": "280", "cash_fee_type": "XXX"}),
        ("txamt", {"txamt": "3.00"}),
        ("respcd", {"respcd": "1143"}),
        ("respcd", {"respcd": "zzzz"}),
        ("status", {"status": "0"}),
        ("paydtm", {"paydtm": "2026-03-01T18:00:35Z"}),
        ("notify_type", {"notify_type": "close"}),
        ("syssn", {"syssn": ""}),
    ],
)
def test_what_is_odd_is_for_attention(name: str, changes: dict[str, str]) -> None:
    """An amount without currency, a failure, another time format, an empty mandatory field."""
    assert field(name, **changes).severity is Severity.ATTENTION


@pytest.mark.parametrize("cancel", "012345")
def test_every_cancel_state_has_its_meaning(cancel: str) -> None:
    """0 to 5 are documented, each says something else."""
    assert field("cancel", cancel=cancel).severity is Severity.OK
    assert len({str(field("cancel", cancel=one).meaning) for one in "012345"}) == 6
    assert field("cancel", cancel="9").severity is Severity.NOTE


def test_success_is_not_the_success_of_an_order() -> None:
    """0000 of a payment call means that nobody has paid; of a notification it means that somebody has."""
    assert "nobody" not in str(field("respcd").meaning)


def test_times_are_said_to_be_utc_8() -> None:
    """QFPay's own times, and the sentence about the whole."""
    assert all("UTC+8" in str(field(name).meaning) for name in ("sysdtm", "paydtm"))
    assert "UTC+8" in str(explained().summary)


def test_a_refund_is_summed_up_as_one() -> None:
    """The refund's own number, not a new payment."""
    found = explain_notification(BY_ID["n-refund"]["body"].encode())
    assert "refunded" in str(found.summary)
    assert found.notify_type == "refund"
    assert found.is_news


@pytest.mark.parametrize("changes", [{"respcd": "1143"}, {"notify_type": "close"}, {"out_trade_no": ""}])
def test_only_success_is_news(changes: dict[str, str]) -> None:
    """What did not succeed, or is of no order, changes no order."""
    assert not explained(**changes).is_news


def test_a_reply_misses_no_field() -> None:
    """Its fields are others."""
    found = explain_notification(BY_ID["o-jp-response"]["body"].encode(), is_reply=True)
    assert all(one.value is not None for one in found.fields)
    assert found.summary is None


@pytest.mark.parametrize("body", [b"", b"SUCCESS", b"[1]", b"\xff\xfe", b'"text"'])
def test_without_an_object_there_are_no_fields(body: bytes) -> None:
    """And nothing fails."""
    assert explain_notification(body) == Explained()


NAMES = st.one_of(st.sampled_from(sorted(FIELDS)), st.text())


@given(st.dictionaries(NAMES, st.one_of(st.text(), st.integers(), st.none())))
def test_any_object_is_explained(members: dict[str, object]) -> None:
    """Every member is listed, with a sentence that can be said."""
    found = explain_notification(json.dumps(members).encode())
    assert len([one for one in found.fields if one.value is not None]) == len(found.members)
    assert all(str(one.meaning) for one in found.fields)


def test_the_schedule_is_the_one_in_words() -> None:
    """The gaps in seconds are those the duties name in minutes and hours."""
    assert [gap / 60 for gap in RETRY_GAPS] == [2, 10, 10, 60, 120, 360, 900]
    assert any("2, 10, 10 and 60 minutes, then 2, 6 and 15 hours" in str(duty) for duty in DUTIES)


TOKEN = {"notify_type": "payment_token", "event": "NEW", "tokenid": "tk_1", "respcd": "0000"}
CHARGE = {
    "notify_type": "subscription_payment",
    "subscription_id": "sub_1",
    "subscription_order_id": "sub_ord_1_0001",
    "respcd": "0000",
    "syssn": "20260301000200020000641807",
}


def meanings(members: dict[str, str]) -> dict[str, Field]:
    """The fields by name."""
    return {one.name: one for one in explain_notification(json.dumps(members).encode()).fields}


def test_a_token_is_not_a_payment() -> None:
    """Its 0000 says that nobody has paid, it moves no order, and it is asked for its own fields only."""
    found = meanings(TOKEN)
    assert "Nobody has paid" in str(found["respcd"].meaning)
    assert [name for name, one in found.items() if one.value is None] == ["sysdtm"]
    assert not explain_notification(json.dumps(TOKEN | {"out_trade_no": "QA1"}).encode()).is_news


@pytest.mark.parametrize(("respcd", "said", "severity"), [("0000", "was charged", 0), ("1201", "not charged", 2)])
def test_the_charge_of_a_subscription_may_have_failed(respcd: str, said: str, severity: int) -> None:
    """It comes after failures too, and changes no order of this tool."""
    found = meanings(CHARGE | {"respcd": respcd})
    assert said in str(found["respcd"].meaning)
    assert found["respcd"].severity == severity
    assert not explain_notification(json.dumps(CHARGE | {"respcd": respcd, "out_trade_no": "QA1"}).encode()).is_news


@pytest.mark.parametrize("kind", ["payment_token", "subscription", "subscription_payment"])
def test_the_types_of_recurring_payments_are_known(kind: str) -> None:
    """They are documented, ask for fields of their own, and each of these is explained."""
    found = meanings({"notify_type": kind})
    assert found["notify_type"].severity is Severity.OK
    assert {name for name, one in found.items() if one.value is None} | {"notify_type"} == set(
        mandatory({"notify_type": kind})
    )
    assert set(found) <= set(FIELDS)
