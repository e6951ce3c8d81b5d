from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.models.request.draft_model import Context, DraftModel
from qfpay_gui.models.request.hints import hint
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.request.draft import Entry
from tests.models.fixed_clock import FixedClock
from tests.qfpay.request.rules.cases import PAID


@pytest.fixture
def model() -> DraftModel:
    """The example payment."""
    return DraftModel(FixedClock())


def said(model: DraftModel, name: str) -> str:
    """The hint under a field, in English."""
    found = hint(model.draft.find(name), model.prepared)
    return str(found) if found else ""


def test_an_amount_is_told_as_people_write_it(model: DraftModel) -> None:
    """Minor units follow the currency's exponent."""
    model.type_value("txamt", "4200")
    model.type_value("txcurrcd", "HKD")
    assert "42.00" in said(model, "txamt")
    model.type_value("txcurrcd", "JPY")
    assert "4,200" in said(model, "txamt")


def test_no_amount_is_made_of_what_is_no_number(model: DraftModel) -> None:
    """An unreadable amount has no hint."""
    model.type_value("txamt", "4.2x")
    assert said(model, "txamt") == ""


def test_a_currency_has_its_name(model: DraftModel) -> None:
    """The code's currency is spelled out; an unknown code is not."""
    model.type_value("txcurrcd", "HKD")
    assert "Hong Kong" in said(model, "txcurrcd")
    model.type_value("txcurrcd", "XXQ")
    assert said(model, "txcurrcd") == ""


def test_fresh_and_pinned_values_say_so(model: DraftModel) -> None:
    """Order number and time tell whether they are made anew."""
    assert "every send" in said(model, "out_trade_no")
    assert "UTC+8" in said(model, "txdtm")
    model.type_value("out_trade_no", "MINE")
    assert "Pinned" in said(model, "out_trade_no")


def test_what_is_not_sent_says_so(model: DraftModel) -> None:
    """Left out, empty, and sent although empty are three things."""
    model.set_leave_out("txamt", leave_out=True)
    assert "Left out" in said(model, "txamt")
    model.type_value("goods_name", "")
    assert said(model, "goods_name") == "Not sent"
    model.set_send_empty("goods_name", send_empty=True)
    assert said(model, "goods_name") == ""


def test_an_mchid_of_the_profile_is_told(model: DraftModel) -> None:
    """An empty field that is filled from the credentials says with what."""
    assert said(model, "mchid") == "Not sent"
    model.set_context(Context(Credentials("A", "K", "MCH-7")))
    assert "MCH-7" in said(model, "mchid")


def test_minutes_are_named(model: DraftModel) -> None:
    """The unit of expired_time stands under it."""
    model.type_value("expired_time", "30")
    assert said(model, "expired_time") == "minutes"


def test_an_unknown_parameter_has_no_hint(model: DraftModel) -> None:
    """Nothing is invented about a further parameter."""
    assert hint(Entry("x", "1"), model.prepared) is None


def test_an_amount_without_a_currency_is_told_in_that_of_its_order(model: DraftModel) -> None:
    """A refund sends no txcurrcd; unknown orders tell nothing."""
    model.fill("refund", {"syssn": PAID.syssn, "txamt": "300"})
    assert said(model, "txamt") == ""
    model.set_context(Context(orders=(PAID,)))
    assert said(model, "txamt") == "HK$3.00: all that is left"
    model.type_value("txamt", "100")
    assert said(model, "txamt") == "HK$1.00"


def test_a_known_order_is_named_by_its_other_number(model: DraftModel) -> None:
    """So that nobody refunds the wrong one."""
    model.set_context(Context(orders=(PAID,)))
    model.fill("refund", {"syssn": PAID.syssn})
    assert PAID.out_trade_no in said(model, "syssn")
    model.fill("query", {"out_trade_no": PAID.out_trade_no})
    assert said(model, "out_trade_no") == "An order of HK$3.00"


def test_a_query_says_what_it_does_without_a_value(model: DraftModel) -> None:
    """The month, the first page and ten on it; with syssn the times do not matter."""
    model.choose_endpoint("query")
    assert said(model, "start_time").endswith("start")
    assert "first page" in said(model, "page")
    assert "10" in said(model, "page_size")
    model.type_value("syssn", "1")
    assert said(model, "end_time") == "Not sent"
    assert said(model, "syssn") == ""
    model.type_value("out_trade_no", "MINE")
    assert said(model, "out_trade_no") == ""
    model.type_value("start_time", "2026-03-01 00:00:00")
    assert said(model, "start_time") == "UTC+8"


def test_a_long_number_of_an_order_is_cut(model: DraftModel) -> None:
    """At forty characters; an amount of no known currency stands as it was sent."""
    for length, shown in ((40, 40), (41, 40)):
        order = replace(PAID, out_trade_no="N" * length, txamt="12x")
        model.set_context(Context(orders=(order,)))
        model.fill("refund", {"syssn": PAID.syssn})
        told = said(model, "syssn")
        assert ("N" * shown in told, "N" * (shown + 1) in told, "12x" in told) == (True, False, True)


def test_only_the_whole_of_what_is_left_is_called_so(model: DraftModel) -> None:
    """Not a part of it, nor the same amount of a payment."""
    model.set_context(Context(orders=(PAID,)))
    model.fill("refund", {"syssn": PAID.syssn, "txamt": "299"})
    assert said(model, "txamt") == "HK$2.99"
    model.fill("close", {"syssn": PAID.syssn, "txamt": "300"})
    assert said(model, "txamt") == "HK$3.00"
    model.set_context(Context(orders=(replace(PAID, refunded=300, txamt="300"),)))
    model.fill("refund", {"syssn": PAID.syssn, "txamt": "0"})
    assert "left" not in said(model, "txamt")


def test_the_number_of_a_query_names_its_order(model: DraftModel) -> None:
    """It is not made anew there, so nothing is said of that."""
    model.fill("query", {"out_trade_no": PAID.out_trade_no})
    assert said(model, "out_trade_no") == ""
    model.set_context(Context(orders=(PAID,)))
    assert said(model, "out_trade_no") == "An order of HK$3.00"
