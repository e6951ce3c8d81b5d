"""What can become of an order: paid, refunded, closed, reversed, expired, and what is refused at each step."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qfpay_gui.services.simulator import DEMO, EventKind, Simulator
from tests.services.simulator.conftest import PAYMENT, Clock, Merchant, Shop, prepay_id

if TYPE_CHECKING:
    from tests.services.simulator.conftest import Reply
    from tests.services.simulator.party import Watcher


def _told(reply: Reply, respcd: str, *words: str) -> None:
    """The answer is HTTP 200 with this respcd and explains itself."""
    assert (reply.status, reply.respcd) == (200, respcd)
    for word in words:
        assert word in reply.respmsg


def test_from_payment_to_the_last_cent(shop: Shop, clock: Clock) -> None:
    """Paid, partly refunded, refunded: each step shows in the query, and nothing is given back twice."""
    syssn = shop.order()["syssn"]
    assert (shop.row()["respcd"], shop.row()["paydtm"], shop.row()["cash_fee"]) == ("1143", "", "")
    clock.now += 60
    shop.simulator.pay(prepay_id(shop.order("other")))
    shop.by_hand("pay", out_trade_no="order")
    paid = shop.row(syssn=syssn)
    assert (paid["respcd"], paid["cancel"], paid["paydtm"]) == ("0000", "0", "2026-03-01 10:01:00")
    assert re.fullmatch(r"[0-9]{28}", paid["chnlsn"])
    assert (paid["cash_fee"], paid["cash_fee_type"], paid["errmsg"]) == ("300", "HKD", "success")
    assert shop.refund(syssn, "100", "r1").respcd == "0000"
    assert shop.row(syssn=syssn)["cancel"] == "5"
    _told(shop.refund(syssn, "201", "r2"), "1272", "only 200 of 300")
    assert shop.refund(syssn, "200", "r2").respcd == "0000"
    done = shop.row(syssn=syssn)
    assert (done["respcd"], done["cancel"], done["cash_refund_fee"]) == ("0000", "3", "300")
    _told(shop.refund(syssn, "1", "r3"), "1262", "1125")


def test_a_refund_is_answered_in_the_documented_style(shop: Shop, clock: Clock) -> None:
    """A number of its own, the original's beside it, and what the wallet gets."""
    syssn = shop.sell()
    clock.now += 5
    reply = shop.refund(syssn, "120", "r1", udid="till-7")
    fields = reply.fields
    documented = {
        "orig_syssn": syssn,
        "out_trade_no": "r1",
        "txamt": "120",
        "txcurrcd": "HKD",
        "sysdtm": "2026-03-01 10:00:05",
        "paydtm": "2026-03-01 10:00:05",
        "txdtm": PAYMENT["txdtm"],
        "respcd": "0000",
        "resperr": "success",
        "respmsg": "",
        "udid": "till-7",
        "cardcd": "",
        "cash_fee": "300",
        "cash_fee_type": "HKD",
        "cash_refund_fee": "120",
        "cash_refund_fee_type": "HKD",
    }
    assert documented.items() <= fields.items()
    assert set(fields) - set(documented) == {"syssn", "chnlsn"}
    assert fields["syssn"] != syssn
    assert "X-QF-SIGN" in reply.headers


def test_a_refund_is_a_row_of_its_own(shop: Shop) -> None:
    """The query lists payment and refund apart; the refund names the original by origssn."""
    syssn = shop.sell(goods_name="奶茶")
    refund = shop.refund(syssn, "120", "r1").fields
    newest, oldest = shop.rows()
    assert (newest["order_type"], newest["origssn"], newest["out_trade_no"]) == ("refund", syssn, "r1")
    assert (newest["syssn"], newest["txamt"], newest["cancel"]) == (refund["syssn"], "120", "0")
    assert (oldest["order_type"], oldest["origssn"], oldest["cash_refund_fee"]) == ("payment", "", "120")
    assert shop.row(syssn=refund["syssn"])["goods_name"] == "奶茶"
    assert shop.row(out_trade_no="r1")["respcd"] == "0000"


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 100_000), st.lists(st.integers(1, 100_000), min_size=1, max_size=6), st.sampled_from(["", "CNY"]))
def test_no_more_goes_back_than_was_paid(txamt: int, wanted: list[int], currency: str) -> None:
    """Whatever is asked for in whatever currency, the refunds never exceed the payment, and the last one empties it."""
    simulator = Simulator()
    simulator.wallet_currency = currency
    with simulator:
        shop = Shop(simulator, Merchant(simulator.base_url, simulator.credentials))
        syssn = shop.sell(txamt=str(txamt))
        left = txamt
        for number, part in enumerate(wanted):
            accepted = shop.refund(syssn, str(part), f"r{number}").respcd == "0000"
            assert accepted == (part <= left)
            left -= part if accepted else 0
        if left:
            assert shop.refund(syssn, str(left), "rest").respcd == "0000"
        row = shop.row(syssn=syssn)
    assert (row["cancel"], row["cash_refund_fee"]) == ("3", row["cash_fee"])


def test_a_wallet_in_yuan_pays_in_yuan(shop: Shop) -> None:
    """The wallet's money has its own amount, currency and rate; yen have no minor unit."""
    shop.simulator.wallet_currency = "CNY"
    shop.sell("dollars")
    shop.sell("yen", txcurrcd="JPY", txamt="1000")
    shop.sell("yuan", txcurrcd="CNY")
    rows = {row["out_trade_no"]: row for row in shop.rows()}
    paid = {name: (row["cash_fee"], row["cash_fee_type"], row["exchange_rate"]) for name, row in rows.items()}
    assert paid == {
        "dollars": ("276", "CNY", "92000000"),
        "yen": ("4800", "CNY", "4800000"),
        "yuan": ("300", "CNY", ""),
    }
    refund = shop.refund(rows["dollars"]["syssn"], "100").fields
    assert (refund["cash_refund_fee"], refund["cash_refund_fee_type"]) == ("92", "CNY")


def test_a_wallet_that_does_not_exist_is_refused() -> None:
    """A wallet is in yuan or in the order's currency."""
    with pytest.raises(ValueError, match="CNY"):
        Simulator().wallet_currency = "GBP"


def test_money_nobody_paid_is_not_given_back(shop: Shop, clock: Clock) -> None:
    """Unpaid, closed, reversed and expired orders are each refused with their own code."""
    _told(shop.refund(shop.order("open")["syssn"], "1"), "1261", "Nobody has paid")
    closed, reversed_, expired = (shop.order(name)["syssn"] for name in ("closed", "reversed", "expired"))
    shop.end("close", syssn=closed)
    shop.end("reversal", syssn=reversed_)
    _told(shop.refund(closed, "1"), "1264", "closed")
    _told(shop.refund(reversed_, "1"), "1263", "reversed")
    clock.now += 1800
    _told(shop.refund(expired, "1"), "1181", "time to pay is over")


def test_a_refund_names_an_order_and_a_new_number(shop: Shop) -> None:
    """Payments and refunds share their numbers, and a refund cannot be refunded."""
    syssn = shop.sell("first")
    _told(shop.refund("20260301000200020000000000", "1"), "1268", "No order has this syssn")
    _told(shop.refund(syssn, "1", "first"), "1251", "out_trade_no is used")
    refund = shop.refund(syssn, "1", "r1").fields["syssn"]
    _told(shop.refund(syssn, "1", "r1"), "1251", "out_trade_no is used")
    _told(shop.refund(refund, "1", "r2"), "1136", "names a refund")
    _told(shop.merchant.send({**PAYMENT, "out_trade_no": "r1"}), "1251", "out_trade_no is used")


@pytest.mark.parametrize(
    ("changes", "respcd", "word"),
    [
        ({"syssn": ""}, "1104", "Missing or empty: syssn."),
        ({"out_trade_no": ""}, "1104", "Missing or empty: out_trade_no."),
        ({"txamt": ""}, "1104", "Missing or empty: txamt."),
        ({"txdtm": ""}, "1104", "Missing or empty: txdtm."),
        ({"txamt": "1.5"}, "1103", "whole number"),
        ({"txamt": "0"}, "1104", "at least 1"),
        ({"txamt": "9" * 12}, "1104", "Int(11)"),
        ({"txdtm": "2026-02-30 10:00:00"}, "1103", "no such date"),
        ({"out_trade_no": "x" * 129}, "1104", "String(128)"),
        ({"mchid": "M"}, "1108", "no mchid"),
    ],
)
def test_a_refund_is_checked_like_a_payment(shop: Shop, changes: dict[str, str], respcd: str, word: str) -> None:
    """Missing and malformed parameters are refused by name, and no money moves."""
    syssn = shop.sell()
    params = {"syssn": syssn, "txamt": "100", **changes}
    _told(shop.refund(params.pop("syssn"), params.pop("txamt"), **params), respcd, word)
    assert shop.row(syssn=syssn)["cancel"] == "0"


def test_a_refund_is_posted_and_signed(shop: Shop) -> None:
    """GET is a format error, and a wrong signature a signature error."""
    syssn = shop.sell()
    params = {"syssn": syssn, "out_trade_no": "r", "txamt": "1", "txdtm": PAYMENT["txdtm"]}
    got = shop.merchant.send(params, path="/trade/v1/refund?x=1", method="GET", body=b"")
    _told(got, "1103", "A refund is sent with POST, not with GET.")
    _told(shop.merchant.send(params, path="/trade/v1/refund", signature="0" * 32), "1108", "Signing string")


def test_of_many_refunds_the_money_goes_back_once(shop: Shop) -> None:
    """Simultaneous full refunds under different numbers: one is made."""
    syssn = shop.sell()
    with ThreadPoolExecutor(8) as pool:
        codes = [reply.respcd for reply in pool.map(lambda n: shop.refund(syssn, "300", f"r{n}"), range(16))]
    assert sorted(codes) == ["0000"] + ["1262"] * 15


@pytest.mark.parametrize(
    ("call", "codes", "done"),
    [("close", ("1142", "1264"), "closed"), ("reversal", ("1263", "1263"), "reversed")],
)
@pytest.mark.parametrize("name", ["syssn", "out_trade_no"])
def test_an_unpaid_order_can_be_ended(shop: Shop, call: str, codes: tuple[str, str], done: str, name: str) -> None:
    """Named by either number it is done once, cannot be paid any more, and the documents' gap is said."""
    record, again = codes
    made = shop.order()
    reply = shop.end(call, **{name: made[name]})
    fields = reply.fields
    _told(reply, "0000", f"The simulator {done} the order", "800213 for neither close nor reversal", "1297")
    assert (fields["orig_syssn"], fields["out_trade_no"], fields["txamt"]) == (made["syssn"], "order", "300")
    assert fields["syssn"] != made["syssn"]
    assert (shop.row()["respcd"], shop.row()["cancel"]) == (record, "2")
    assert not shop.simulator.pay(prepay_id(made)).ok
    _told(shop.end(call, **{name: made[name]}), again)


def test_a_reversal_carries_the_payments_own_time(shop: Shop) -> None:
    """Another time passes and is remarked on; a close may carry any."""
    for call, is_remarked in (("reversal", True), ("close", False)):
        made = shop.order(call)
        reply = shop.end(call, syssn=made["syssn"], txdtm="2026-03-01 10:00:01")
        assert reply.respcd == "0000"
        assert ("original transaction's time: 2026-03-01 10:00:00" in reply.respmsg) is is_remarked
    made = shop.order("third")
    assert "original transaction" not in shop.end("reversal", syssn=made["syssn"]).respmsg


@pytest.mark.parametrize("call", ["close", "reversal"])
def test_an_order_is_ended_with_get_as_well(shop: Shop, call: str) -> None:
    """The documents disagree about the method, so both are taken."""
    params = {"out_trade_no": shop.order()["out_trade_no"], "txamt": "300", "txdtm": PAYMENT["txdtm"]}
    query = "&".join(f"{name}={value.replace(' ', '%20')}" for name, value in params.items())
    path = f"/trade/v1/{call}?{query}"
    assert (
        shop.merchant.send(params, path=path, method="GET", body=b"", headers={"Content-Type": None}).respcd == "0000"
    )


def test_what_cannot_be_ended_says_why(shop: Shop, clock: Clock) -> None:
    """Paid, refunded, expired, unknown, a refund, another amount, two orders at once: each has its code."""
    paid = shop.sell("paid")
    _told(shop.end("close", syssn=paid), "1260", "can be refunded")
    refund = shop.refund(paid, "300").fields["syssn"]
    _told(shop.end("close", syssn=paid), "1262", "refunded")
    _told(shop.end("reversal", syssn=refund), "1136", "names a refund")
    _told(shop.end("close", out_trade_no="unknown"), "1268", "No order has this out_trade_no")
    shop.order("one")
    two = shop.order("two")
    _told(shop.end("close", out_trade_no="one", txamt="299"), "1266", "the order's is 300")
    _told(shop.end("close", out_trade_no="one", syssn=two["syssn"]), "1267", "two different orders")
    _told(shop.end("close"), "1104", "Send one of them")
    _told(shop.end("close", out_trade_no="one", txamt="3.00"), "1103", "whole number")
    clock.now += 1800
    _told(shop.end("close", out_trade_no="one"), "1181", "time to pay is over")


def test_time_can_run_out_on_demand(shop: Shop) -> None:
    """An open order expires at once when told; a paid, an expired and an unknown one do not."""
    shop.order("open")
    shop.sell("paid")
    assert shop.simulator.expire("open")
    assert not any(shop.simulator.expire(name) for name in ("open", "paid", "unknown"))
    assert [row["respcd"] for row in shop.rows()] == ["0000", "1181"]


def test_every_step_is_told_in_order(shop: Shop, watcher: Watcher, clock: Clock) -> None:
    """One event for each step, on one thread, with plain facts and neither keys nor personal data."""
    syssn = shop.sell("sold", extend_info='{"user_creid":"430067798868676871","user_truename":"x"}')
    shop.refund(syssn, "100", "r1")
    shop.order("closed")
    shop.end("close", out_trade_no="closed")
    shop.order("reversed")
    shop.end("reversal", out_trade_no="reversed")
    shop.order("late", expired_time="5")
    clock.now += 300
    shop.rows()
    late = watcher.next(EventKind.EXPIRED)
    steps = [event.kind for event in watcher.events if event.kind is not EventKind.NOT_NOTIFIED]
    ordered = EventKind.ORDERED
    assert steps == [
        *(ordered, EventKind.PAID, EventKind.REFUNDED),
        *(ordered, EventKind.CLOSED, ordered, EventKind.REVERSED, ordered, EventKind.EXPIRED),
    ]
    assert (late.out_trade_no, late.at) == ("late", clock.now)
    refunded = next(event for event in watcher.events if event.kind is EventKind.REFUNDED)
    assert (refunded.out_trade_no, refunded.fields["refund_out_trade_no"]) == ("sold", "r1")
    assert (refunded.syssn != syssn, refunded.fields["left"]) == (True, "200")
    told = "".join(f"{event.fields}{event.sent}" for event in watcher.events)
    assert not any(secret in told for secret in (DEMO.client_key, "430067798868676871", PAYMENT["sub_openid"]))
    assert len(watcher.threads) == 1
