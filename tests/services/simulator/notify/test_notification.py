"""A notification as it is posted, and the events that tell of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from qfpay_gui.services.simulator.events import EventKind
from qfpay_gui.services.simulator.notify.deliveries import Attempt, Delivery
from qfpay_gui.services.simulator.notify.loopback import target
from qfpay_gui.services.simulator.notify.notification import Notification, body, ended, given_up, sending
from qfpay_gui.services.simulator.trade.order_book import OrderBook
from qfpay_gui.services.simulator.trade.orders import Wallet
from tests.services.simulator.trade.test_order_book import NOON, SENT, paid

URL = "http://127.0.0.1:8080/n?a=1"
ABOUT = Notification("refund", "N1", "R1", "SR1", URL, b'{"a": "1"}', "AB12")
NEW = Delivery(7, "refund", "R1", "SR1", URL, ABOUT.body, "AB12", (), 1000.0, "waiting")
NO, YES = Attempt(1001.0, None, "", accepted=False, reason="x"), Attempt(1002.0, 200, "", accepted=True, reason="y")


def test_the_request_is_written_byte_by_byte() -> None:
    """With the length of its body."""
    head, _, sent = ABOUT.request(target(URL)).partition(b"\r\n\r\n")
    assert (head.split(b"\r\n")[0], sent) == (b"POST /n?a=1 HTTP/1.1", ABOUT.body)
    assert b"Host: 127.0.0.1:8080\r\n" in head
    assert b"X-QF-SIGN: AB12\r\nContent-Length: 10\r\n" in head


@pytest.mark.parametrize("made", range(3))
def test_the_attempt_that_begins_is_one_more_than_were_made(made: int) -> None:
    """The event bears the payment's number, what was sent, and what QFPay does otherwise."""
    event = sending(ABOUT, replace(NEW, attempts=(NO,) * made), 1000.5, target(URL), b"POST")
    assert (event.kind, event.at, event.out_trade_no, event.syssn) == (EventKind.NOTIFYING, 1000.5, "N1", "SR1")
    assert (event.fields["attempt"], event.sent) == (str(made + 1), "POST")
    assert event.fields["note"] == "QFPay itself reaches ports 80 and 443 only, not 8080."
    assert (event.fields["delivery"], event.fields["notified_out_trade_no"]) == ("7", "R1")


def test_what_came_back_is_told() -> None:
    """Accepted or not, with its status and when the next attempt follows."""
    missed = ended(ABOUT, replace(NEW, attempts=(YES, NO), next_at=1121.0), b"")
    assert (missed.kind, missed.at, missed.sent) == (EventKind.NOT_NOTIFIED, 1001.0, "")
    assert [missed.fields[name] for name in ("attempt", "status", "reason", "next_at")] == ["2", "", "x", "1121.000"]
    met = ended(ABOUT, replace(NEW, attempts=(NO, YES), next_at=None), b"HTTP")
    assert (met.kind, met.at, met.sent) == (EventKind.NOTIFIED, 1002.0, "HTTP")
    assert [met.fields[name] for name in ("attempt", "status", "next_at")] == ["2", "200", ""]


def test_that_no_attempt_follows_is_told() -> None:
    """At the time of the last."""
    event = given_up(ABOUT, replace(NEW, attempts=(YES, NO)))
    assert (event.kind, event.at, event.fields["attempts"]) == (EventKind.GAVE_UP, 1001.0, "2")


@pytest.mark.parametrize(("size", "shown"), [(20_000, 20_000), (20_001, 20_001)])
def test_a_long_answer_is_shortened(size: int, shown: int) -> None:
    """At twenty thousand characters, with a mark; what is no text is shown as far as it goes."""
    sent = ended(ABOUT, replace(NEW, attempts=(YES,)), b"x" * size).sent
    assert (len(sent), sent.endswith("…")) == (shown, size > 20_000)
    assert ended(ABOUT, replace(NEW, attempts=(YES,)), b"\xff").sent == "\ufffd"


def test_the_body_tells_of_the_payment_or_of_its_refund() -> None:
    """An mchid where one is assigned; what the wallet gets back, of a refund."""
    book = OrderBook(lambda: NOON)
    order = paid(book, wallet=Wallet(276, "CNY", "92000000"), goods_name="tea")
    told = json.loads(body(order, None, ""))
    assert (told["notify_type"], told["out_trade_no"], told["cash_fee"], told["cancel"]) == (
        "payment",
        "N1",
        "276",
        "0",
    )
    assert ("mchid" in told, "cash_refund_fee" in told, told["goods_name"]) == (False, False, "tea")
    order, refund = book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "100"})
    given = json.loads(body(order, refund, "M1"))
    assert (given["notify_type"], given["out_trade_no"], given["syssn"]) == ("refund", "R1", refund.syssn)
    assert (given["mchid"], given["cash_refund_fee"], given["cancel"], given["txamt"]) == ("M1", "92", "5", "100")


def test_no_body_shows() -> None:
    """It holds personal data."""
    assert "txamt" not in repr(replace(ABOUT, body=b"txamt"))
    assert "POST" not in repr(sending(ABOUT, NEW, 1.0, target(URL), b"POST"))
