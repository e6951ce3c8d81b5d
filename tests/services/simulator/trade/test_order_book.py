"""Orders in memory, by a clock that is moved by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator.trade.order_book import OrderBook, chnlsn
from qfpay_gui.services.simulator.trade.orders import Order, State, Wallet, written

SHOP = Credentials("A1B2", "0" * 32)
NOON = 1_772_366_400.0  # 2026-03-01 20:00:00 in UTC+8
SENT = {"txamt": "300", "txcurrcd": "HKD", "txdtm": "2026-03-01 20:00:00", "pay_type": "800213"}


class Clock:
    """Seconds since 1970."""

    at = NOON

    def __call__(self) -> float:
        """This moment."""
        return self.at


@pytest.fixture
def clock() -> Clock:
    """At noon in UTC."""
    return Clock()


@pytest.fixture
def book(clock: Clock) -> OrderBook:
    """An empty one."""
    return OrderBook(clock)


def made(book: OrderBook, number: str = "N1", **sent: str) -> Order:
    """A new order."""
    order = book.create({**SENT, "out_trade_no": number, **sent}, SHOP)
    assert order is not None
    return order


def paid(book: OrderBook, number: str = "N1", wallet: Wallet | None = None, **sent: str) -> Order:
    """One that was paid."""
    order = made(book, number, **sent)
    done = replace(order, state=State.PAID, paid=book.now(), wallet=wallet or Wallet(order.txamt, "HKD"))
    assert book.settle(done)
    return done


def test_times_are_those_of_utc_plus_8(book: OrderBook) -> None:
    """As the API writes them."""
    order = made(book)
    assert book.now() == datetime(2026, 3, 1, 20, tzinfo=timezone(timedelta(hours=8)))
    assert (order.sysdtm, written(order.paid)) == ("2026-03-01 20:00:00", "")


@pytest.mark.parametrize(("sent", "minutes"), [({}, 30), ({"expired_time": ""}, 30), ({"expired_time": "5"}, 5)])
def test_an_order_expires_after_the_minutes_sent(
    book: OrderBook, clock: Clock, sent: dict[str, str], minutes: int
) -> None:
    """To the second; one that ended before does not."""
    order = made(book, **sent)
    assert order.expires == order.created + timedelta(minutes=minutes)
    clock.at = NOON + 60 * minutes - 1
    assert book.overdue() == ()
    clock.at += 1
    assert book.overdue() == (order,)
    book.settle(replace(order, state=State.EXPIRED))
    assert book.overdue() == ()


def test_the_first_to_expire_come_first(book: OrderBook, clock: Clock) -> None:
    """Whichever was made first; all are listed the newest first."""
    for number, minutes in (("N1", "60"), ("N2", "5"), ("N3", "30")):
        made(book, number, expired_time=minutes)
    clock.at += 3600
    assert [one.out_trade_no for one in book.overdue()] == ["N2", "N3", "N1"]
    assert [one.out_trade_no for one in book.all()] == ["N3", "N2", "N1"]


def test_a_number_is_given_once(book: OrderBook) -> None:
    """To a payment or a refund."""
    order = paid(book)
    assert book.create({**SENT, "out_trade_no": "N1"}, SHOP) is None
    book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "100"})
    assert [book.is_taken(number) for number in ("N1", "R1", "N2")] == [True, True, False]
    assert book.create({**SENT, "out_trade_no": "R1"}, SHOP) is None
    assert (book.is_refund("out_trade_no", "R1"), book.is_refund("out_trade_no", "N1")) == (True, False)
    assert book.is_refund("syssn", book.all()[0].refunds[0].syssn)
    assert not book.is_refund("syssn", order.syssn)


def test_an_order_is_found_by_each_of_its_numbers(book: OrderBook) -> None:
    """And by no other kind of number."""
    order = made(book)
    assert book.find("out_trade_no", "N1") is book.find("syssn", order.syssn) is book.find("prepay_id", order.prepay_id)
    assert book.find("syssn", "N1") is None
    assert order.prepay_id.startswith("wx")


def test_only_the_first_end_counts(book: OrderBook) -> None:
    """Whoever comes second is told."""
    order = made(book)
    assert book.settle(replace(order, state=State.CLOSED))
    assert not book.settle(replace(order, state=State.PAID))
    assert book.all()[0].state is State.CLOSED


def test_refunds_take_what_is_left(book: OrderBook) -> None:
    """In part, then whole; cancel says which, and nothing is left below zero."""
    order = paid(book, txamt="300")
    assert (order.left, order.cancel) == (300, "0")
    order, first = book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "299"})
    assert (order.left, order.cancel, first.txamt, first.out_trade_no) == (1, "5", 299, "R1")
    order, _ = book.refund("N1", {**SENT, "out_trade_no": "R2", "txamt": "1"})
    assert (order.left, order.cancel, len(order.refunds)) == (0, "3", 2)
    assert replace(order, state=State.CLOSED).cancel == replace(order, state=State.REVERSED).cancel == "2"


def test_the_wallet_gets_back_its_share_and_with_the_last_refund_the_rest(book: OrderBook) -> None:
    """No cent is lost."""
    paid(book, wallet=Wallet(100, "CNY", "92000000"), txamt="300")
    shares = [book.refund("N1", {**SENT, "out_trade_no": f"R{n}", "txamt": "100"})[1].cash for n in range(3)]
    assert shares == [33, 33, 34]


def test_what_is_kept_of_a_request_holds_no_person(book: OrderBook) -> None:
    """Neither an openid nor a name; an empty value stays as it was sent."""
    order = made(book, sub_openid="o1", extend_info="{}", goods_name="tea", udid="")
    assert dict(order.parameters) == {**SENT, "out_trade_no": "N1", "goods_name": "tea", "udid": ""}
    assert "tea" not in repr(order)
    assert SHOP.client_key not in repr(order)
    assert str(order.pay_params["nonceStr"]) not in repr(order)
    _, refund = book.refund("N1", {**SENT, "out_trade_no": "R1", "txamt": "1", "goods_name": "tea"})
    assert "tea" not in repr(refund)


def test_numbers_begin_with_their_day_and_go_up(book: OrderBook) -> None:
    """26 digits for QFPay's, 28 for the wallet's."""
    first, second = (book.new_syssn(book.now()) for _ in range(2))
    assert (len(first), first[:17], int(second) - int(first)) == (26, "20260301000200020", 1)
    of_wallet = chnlsn(book.now())
    assert (len(of_wallet), of_wallet[:15]) == (28, "420000220260301")
