"""A notification is written as QFPay writes it, and tells of an order what is known of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

from qfpay_gui.diagnosis.notification import check_notification, explain_notification
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.notifications.composing import example, of_payment, of_refund, signature, written
from qfpay_gui.qfpay.orders.order import Order, Refund

NOW = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
ORDER = Order(
    "A17",
    "live-hk",
    "live testing",
    "https://test-openapi-hk.qfapi.com",
    "Cafe",
    "A1B2",
    made_at=datetime(2026, 2, 28, 15, 59, 59, tzinfo=UTC),
    syssn="20260228000300020060996533",
    txamt="1999",
    txcurrcd="HKD",
    pay_type="800213",
    txdtm="2026-02-28 23:59:58",
)


def test_every_field_that_is_documented_as_mandatory_is_there_and_none_is_odd() -> None:
    """The reading of notifications, which knows the documents, misses nothing and minds nothing."""
    for fields in (example(NOW), example(NOW, "M1"), of_payment(ORDER, NOW), of_refund(ORDER, NOW)):
        explained = explain_notification(written(fields))
        assert [one.name for one in explained.fields if one.severity >= Severity.NOTE] == []
        assert explained.is_news


def test_the_order_of_the_fields_is_that_of_the_documented_sample() -> None:
    """With mchid only where there is one."""
    sample = [
        "status",
        "pay_type",
        "sysdtm",
        "paydtm",
        "goods_name",
        "txcurrcd",
        "txdtm",
        "mchid",
        "txamt",
        "exchange_rate",
        "chnlsn2",
        "out_trade_no",
        "syssn",
        "cash_fee_type",
        "cancel",
        "respcd",
        "goods_info",
        "cash_fee",
        "notify_type",
        "chnlsn",
        "cardcd",
    ]
    assert list(example(NOW, "M1")) == sample
    assert list(example(NOW)) == [name for name in sample if name != "mchid"]


def test_it_is_written_as_python_writes_json_and_verifies() -> None:
    """Blanks behind commas and colons, escapes for Chinese; the documented vector's rule."""
    body = written({"goods_name": "奶茶", "txamt": "300"})
    assert body == b'{"goods_name": "\\u5976\\u8336", "txamt": "300"}'
    assert check_notification(body, signature(body, "K" * 32), "K" * 32).is_valid


def test_a_printed_reply_of_qfpay_is_signed_by_the_same_rule() -> None:
    """MD5 over body and key in capitals: RFC 1321's vector for "abc"."""
    assert signature(b"ab", "c") == "900150983CD24FB0D6963F7D28E17F72"


def test_a_payment_tells_of_its_order() -> None:
    """Numbers, sum and times of the order; nothing of the example but what is not known."""
    told = of_payment(ORDER, NOW)
    wanted = {
        "out_trade_no": "A17",
        "syssn": "20260228000300020060996533",
        "txamt": "1999",
        "txcurrcd": "HKD",
        "txdtm": "2026-02-28 23:59:58",
        "sysdtm": "2026-02-28 23:59:59",
        "paydtm": "2026-02-28 23:59:59",
        "goods_name": "",
        "cancel": "0",
        "notify_type": "payment",
    }
    assert {name: told[name] for name in wanted} == wanted
    assert of_payment(replace(ORDER, mchid="M9"), NOW)["mchid"] == "M9"


def test_of_an_order_that_is_hardly_known_the_example_fills_the_gaps() -> None:
    """A syssn and times must be there."""
    told = of_payment(replace(ORDER, syssn="", txdtm="", txcurrcd="", pay_type=""), NOW)
    assert told["syssn"] == example(NOW)["syssn"]
    assert told["txdtm"] == "2026-02-28 23:59:59"
    assert (told["txcurrcd"], told["pay_type"]) == ("HKD", "800213")


def test_a_refund_has_numbers_of_its_own() -> None:
    """The newest that went through, in part or whole; one that did not is not told of."""
    part, rest = Refund("R1", "S1", 500, is_done=True), Refund("R2", "S2", 1999, is_done=True)
    pending = Refund("R3", "S3", 1)
    told = of_refund(replace(ORDER, refunds=(part, pending)), NOW)
    assert [told[name] for name in ("out_trade_no", "syssn", "txamt", "cancel", "notify_type")] == [
        *("R1", "S1", "500"),
        *("5", "refund"),
    ]
    assert of_refund(replace(ORDER, refunds=(part, rest)), NOW)["cancel"] == "3"
    assert of_refund(replace(ORDER, refunds=(replace(rest, txamt=1998),)), NOW)["cancel"] == "5"
    unknown = of_refund(replace(ORDER, refunds=(Refund("R4", "", 0, is_done=True),)), NOW)
    assert (unknown["txamt"], unknown["cancel"], unknown["syssn"]) == ("1999", "3", ORDER.syssn)


def test_without_a_refund_one_of_everything_is_made_up() -> None:
    """With a number that differs from the order's."""
    told = of_refund(ORDER, NOW)
    assert (told["out_trade_no"], told["txamt"], told["cancel"]) == ("A17R", "1999", "3")
    assert told["syssn"] != ORDER.syssn
    assert json.loads(written(told)) == told
