"""A record explained member by member."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.records.fields import RecordField, explained
from qfpay_gui.qfpay.reply.records.meanings import ORDER
from qfpay_gui.qfpay.reply.records.state import RecordKind
from tests.qfpay.reply.records.record_samples import PAYMENT, REFUND, one

ABROAD = {**PAYMENT, "cash_fee": "279", "cash_fee_type": "CNY", "exchange_rate": "0.93"}


def field_of(row: dict[str, Any], name: str) -> RecordField:
    """This member of the record of a query that found this row."""
    return next(field for field in one(row).explained() if field.name == name)


@pytest.mark.parametrize(
    ("row", "name", "human", "words"),
    [
        (PAYMENT, "txamt", "HK$3.00", "amount of the order, in minor units"),
        ({**PAYMENT, "txamt": 300}, "txamt", "HK$3.00", "amount of the order, in minor units"),
        ({**PAYMENT, "txcurrcd": "JPY"}, "txamt", "JP¥300", "amount of the order, in minor units"),
        (REFUND, "txamt", "HK$1.00", "given back by this refund, in minor units"),
        (ABROAD, "cash_fee", "CN¥2.79", "what the payer really paid, after discounts"),
        ({**PAYMENT, "cash_fee": "57", "cash_fee_type": "JPY"}, "cash_fee", "JP¥57", "what the payer really paid"),
        ({**ABROAD, "cash_refund_fee": 93, "cash_refund_fee_type": "CNY"}, "cash_refund_fee", "CN¥0.93", "got back"),
        (PAYMENT, "sysdtm", "2026-11-23 11:40:02 UTC+8", "settlement"),
        (PAYMENT, "pay_type", "", "WeChat Pay in a Mini Program"),
        ({**PAYMENT, "pay_type": "800201"}, "pay_type", "", "how it was paid"),
        (PAYMENT, "cancel", "", "nothing was undone"),
        ({**PAYMENT, "cancel": "5"}, "cancel", "", "refunded in part"),
        (PAYMENT, "respcd", "", "The order is paid."),
        (REFUND, "respcd", "", "The refund is done."),
        (REFUND, "origssn", "", "QFPay’s number of the payment that this belongs to"),
        (REFUND, "syssn", "", "QFPay’s number of this refund, not of the payment"),
        (PAYMENT, "txcurrcd", "", "Hong Kong dollar; currency of txamt"),
        ({**PAYMENT, "weather": "fine"}, "weather", "", "not documented"),
    ],
)
def test_a_member_says_what_it_means_and_how_people_write_it(
    row: dict[str, Any], name: str, human: str, words: str
) -> None:
    """Text or number, in a payment or in a refund: each in its own currency's exponent."""
    field = field_of(row, name)
    assert (field.value, field.human) == (str(row[name]), human)
    assert words in str(field.meaning)


@pytest.mark.parametrize(
    ("row", "name", "severity", "words"),
    [
        ({**PAYMENT, "txamt": "3.00"}, "txamt", Severity.ATTENTION, "no whole number"),
        ({**PAYMENT, "txamt": "9" * 12}, "txamt", Severity.ATTENTION, "no whole number"),
        ({**PAYMENT, "txcurrcd": ""}, "txamt", Severity.NOTE, "txcurrcd is missing"),
        ({**PAYMENT, "txcurrcd": "XAU"}, "txamt", Severity.NOTE, "how many decimals XAU has is not known"),
        ({**PAYMENT, "txcurrcd": "XAU"}, "txcurrcd", Severity.NOTE, "does not document this one"),
        ({**PAYMENT, "cash_fee": "279"}, "cash_fee", Severity.NOTE, "cash_fee_type is missing"),
        ({**PAYMENT, "cancel": "7"}, "cancel", Severity.ATTENTION, "known are 0 to 5"),
        ({**PAYMENT, "respcd": "1143", "cancel": "3"}, "cancel", Severity.ATTENTION, "respcd says otherwise"),
        ({**PAYMENT, "respcd": "7777"}, "respcd", Severity.ATTENTION, "nobody documents this code"),
        ({**PAYMENT, "order_type": "void"}, "order_type", Severity.NOTE, "not documented"),
        ({**PAYMENT, "sysdtm": "1763898002"}, "sysdtm", Severity.NOTE, "not written YYYY-MM-DD hh:mm:ss"),
        ({**PAYMENT, "txdtm": "yesterday"}, "txdtm", Severity.NOTE, "not written YYYY-MM-DD hh:mm:ss"),
        ({**PAYMENT, "txdtm": "2026-11-23 03:40:01"}, "txdtm", Severity.ATTENTION, "most likely written in UTC"),
        ({**PAYMENT, "origssn": "7"}, "origssn", Severity.NOTE, "a payment has no original"),
        ({**REFUND, "orig_syssn": "8"}, "orig_syssn", Severity.ATTENTION, "origssn and orig_syssn differ"),
        ({**REFUND, "respcd": "1272"}, "respcd", Severity.ATTENTION, "larger than what is left"),
        (
            {**PAYMENT, "cash_fee": "301", "cash_fee_type": "HKD"},
            "cash_fee",
            Severity.ATTENTION,
            "more than txamt in the same currency",
        ),
    ],
)
def test_an_odd_member_says_so(row: dict[str, Any], name: str, severity: Severity, words: str) -> None:
    """What cannot be true, or cannot be read, is not passed over."""
    field = field_of(row, name)
    assert field.severity is severity
    assert words in str(field.meaning)


def test_a_discount_is_reckoned_in_the_price_s_currency() -> None:
    """The wallet paid less than the price, both in dollars."""
    field = field_of({**PAYMENT, "cash_fee": "280", "cash_fee_type": "HKD"}, "cash_fee")
    assert str(field.meaning).endswith("after discounts: HK$0.20 less than txamt")
    assert field.severity is Severity.OK


def test_a_refund_s_cash_fee_is_not_held_against_its_own_amount() -> None:
    """In a refund's record cash_fee tells of the payment, while txamt is the refund's."""
    assert field_of({**REFUND, "cash_fee": "300", "cash_fee_type": "HKD"}, "cash_fee").severity is Severity.OK


def test_the_exchange_rate_is_not_interpreted_but_the_amounts_are() -> None:
    """Neither direction nor scale is documented; what the amounts give is a fact."""
    field = field_of(ABROAD, "exchange_rate")
    assert (field.value, field.human) == ("0.93", "HKD 1 ≈ CNY 0.93")
    assert "between HKD and CNY; its direction and scale are not documented" in str(field.meaning)
    back = field_of(
        {**REFUND, **ABROAD, **REFUND, "cash_refund_fee": "93", "cash_refund_fee_type": "CNY"}, "exchange_rate"
    )
    assert back.human == "HKD 1 ≈ CNY 0.93"


@pytest.mark.parametrize(
    ("wallet", "words"),
    [
        ({"cash_fee": "300", "cash_fee_type": "HKD"}, "both in HKD: nothing was exchanged"),
        ({}, "its direction and scale are not documented"),
        ({"cash_fee_type": "CNY"}, "between HKD and CNY; its direction and scale are not documented"),
    ],
)
def test_without_two_amounts_no_rate_is_made_up(wallet: dict[str, str], words: str) -> None:
    """The same currency, no currency, or no amount: words only."""
    field = field_of({**PAYMENT, "exchange_rate": "1", **wallet}, "exchange_rate")
    assert field.human == ""
    assert words in str(field.meaning)


def test_the_most_telling_members_come_first_and_the_empty_ones_last() -> None:
    """Null and "" say nothing; what is unknown follows what is known."""
    row = {"weather": "fine", "chnlsn2": "", "origssn": None, **PAYMENT}
    names = [field.name for field in one(row).explained()]
    assert names[:3] == ["respcd", "cancel", "order_type"]
    assert names[-3:] == ["weather", "origssn", "chnlsn2"]
    empty = [field for field in one(row).explained() if field.is_empty]
    assert {str(field.meaning) for field in empty} == {"empty or null"}


@given(
    st.sampled_from(RecordKind),
    st.dictionaries(st.one_of(st.sampled_from(ORDER), st.text(max_size=8)), st.text(max_size=30), max_size=12),
)
def test_every_member_is_explained_once_whatever_it_holds(kind: RecordKind, members: dict[str, str]) -> None:
    """Nothing raises, nothing is lost, no placeholder stays unfilled, and the value is as it came."""
    fields = explained(kind, members)
    assert {field.name: field.value for field in fields} == members
    for field in fields:
        assert str(field.meaning)
