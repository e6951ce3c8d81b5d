"""Orders and their query."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.services.simulator.demo import DEMO
from qfpay_gui.services.simulator.trade.order_book import OrderBook
from qfpay_gui.services.simulator.trade.orders import Wallet
from qfpay_gui.services.simulator.trade.query import found
from tests.services.simulator.conftest import MONTH, PAYMENT, Clock, Merchant
from tests.services.simulator.trade.test_order_book import SENT, made, paid
from tests.services.simulator.trade.test_order_book import Clock as ByHand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.services.simulator import Simulator

QUERY = "/trade/v1/query"


def _orders(merchant: Merchant, count: int) -> list[str]:
    """Orders numbered from 0; their syssn."""
    numbered = ({**PAYMENT, "out_trade_no": str(number)} for number in range(count))
    return [merchant.send(params).fields["syssn"] for params in numbered]


def _numbers(merchant: Merchant, params: Mapping[str, str]) -> list[str]:
    """The out_trade_no of each order found."""
    reply = merchant.send(params, path=QUERY)
    assert reply.respcd == "0000"
    return [row["out_trade_no"] for row in reply.fields["data"]]


def test_an_order_is_not_paid_yet(merchant: Merchant) -> None:
    """A created order is found by its number with respcd 1143 and the documented fields."""
    syssn = merchant.send({**PAYMENT, "goods_name": "奶茶"}).fields["syssn"]
    fields = merchant.send({"out_trade_no": PAYMENT["out_trade_no"]}, path=QUERY).fields
    (row,) = fields["data"]
    assert (fields["respcd"], fields["page"], fields["page_size"]) == ("0000", "1", "10")
    expected = {
        "syssn": syssn,
        "respcd": "1143",
        "txamt": "300",
        "txcurrcd": "HKD",
        "cancel": "0",
        "goods_name": "奶茶",
    }
    assert expected.items() <= row.items()
    assert {"errmsg", "order_type", "pay_type", "cash_fee", "cash_refund_fee", "exchange_rate", "origssn"} <= set(row)


def test_a_query_may_be_a_get(merchant: Merchant) -> None:
    """The signature covers the query string just the same."""
    merchant.send()
    path = f"{QUERY}?out_trade_no={PAYMENT['out_trade_no']}"
    reply = merchant.send(
        {"out_trade_no": PAYMENT["out_trade_no"]}, method="GET", path=path, body=b"", headers={"Content-Type": None}
    )
    assert len(reply.fields["data"]) == 1


def test_an_unpaid_order_expires(merchant: Merchant, clock: Clock) -> None:
    """After expired_time minutes, 30 unless given, the order has expired."""
    merchant.send({**PAYMENT, "expired_time": "5"})
    merchant.send({**PAYMENT, "out_trade_no": "longer"})
    states = []
    for seconds in (299, 1, 1500):
        clock.now += seconds
        rows: list[dict[str, Any]] = merchant.send(MONTH, path=QUERY).fields["data"]
        states.append([row["respcd"] for row in rows])
    assert states == [["1143", "1143"], ["1143", "1181"], ["1181", "1181"]]


def test_orders_are_found_by_lists(merchant: Merchant) -> None:
    """Both syssn and out_trade_no take comma-separated lists, and both must fit."""
    first, second, _ = _orders(merchant, 3)
    assert _numbers(merchant, {"syssn": f"{first},{second}"}) == ["1", "0"]
    assert _numbers(merchant, {"out_trade_no": "0,2"}) == ["2", "0"]
    assert _numbers(merchant, {"out_trade_no": "0", "syssn": second}) == []
    assert _numbers(merchant, {**MONTH, "respcd": "0000"}) == []
    assert _numbers(merchant, {**MONTH, "respcd": "0000,1143", "pay_type": "800213"}) == ["2", "1", "0"]


def test_nothing_found_is_an_empty_list(merchant: Merchant) -> None:
    """A query that finds nothing has succeeded."""
    assert _numbers(merchant, {"out_trade_no": "unknown"}) == []


def test_times_bound_sysdtm_but_not_a_syssn(merchant: Merchant) -> None:
    """start_time and end_time limit the search, except where syssn names the order."""
    (syssn,) = _orders(merchant, 1)
    late, early = {"start_time": "2026-03-01 10:00:01"}, {"end_time": "2026-03-01 09:59:59"}
    number = {"out_trade_no": "0"}
    assert _numbers(merchant, {"start_time": "2026-03-01 10:00:00", "end_time": "2026-03-01 10:00:00"}) == ["0"]
    assert _numbers(merchant, {**MONTH, **late}) == _numbers(merchant, {**number, **late}) == []
    assert _numbers(merchant, {**MONTH, **early}) == _numbers(merchant, {**number, **early}) == []
    assert _numbers(merchant, {**late, "syssn": syssn}) == ["0"]
    assert _numbers(merchant, {"syssn": syssn, "start_time": "whenever"}) == ["0"]


def test_without_times_this_month_is_meant(merchant: Merchant, clock: Clock) -> None:
    """The month of sysdtm in UTC+8: an order of the month before needs its times, or its syssn."""
    (syssn,) = _orders(merchant, 1)
    clock.now = 1774972799.0  # 2026-03-31 23:59:59 UTC+8
    assert _numbers(merchant, {"out_trade_no": "0"}) == ["0"]
    clock.now += 1
    assert _numbers(merchant, {"out_trade_no": "0"}) == []
    assert _numbers(merchant, {"syssn": syssn}) == ["0"]
    assert _numbers(merchant, {"start_time": "2026-03-01 00:00:00", "end_time": "2026-03-31 23:59:59"}) == ["0"]


@pytest.mark.parametrize(
    ("params", "respcd", "word"),
    [
        ({"start_time": "2026-02-28 00:00:00", "end_time": "2026-03-01 23:59:59"}, "1104", "one calendar month"),
        ({"start_time": "2026-02-01 00:00:00", "out_trade_no": "0"}, "1104", "2026-03-31 23:59:59"),
        ({"end_time": "2026-04-01 00:00:00", "out_trade_no": "0"}, "1104", "2026-03-01 00:00:00"),
        ({"start_time": "2025-03-01 00:00:00", "end_time": "2026-03-01 00:00:00"}, "1104", "one calendar month"),
        ({"start_time": "2026-03-02 00:00:00", "end_time": "2026-03-01 00:00:00"}, "1104", "after end_time"),
        ({**MONTH, "start_time": "2026-03-01"}, "1103", "start_time is written"),
        ({**MONTH, "end_time": "2026-02-30 00:00:00"}, "1103", "end_time is written"),
    ],
)
def test_times_lie_within_one_month(merchant: Merchant, params: dict[str, str], respcd: str, word: str) -> None:
    """A range across months, backwards or unreadable is refused with what was understood."""
    reply = merchant.send(params, path=QUERY)
    assert (reply.respcd, word in reply.respmsg) == (respcd, True)


@pytest.mark.parametrize(
    "given", [{}, {"page": "1"}, {"start_time": "2026-03-01 00:00:00"}, {"end_time": MONTH["end_time"]}]
)
def test_a_query_names_an_order_or_both_times(merchant: Merchant, given: dict[str, str]) -> None:
    """Without syssn, out_trade_no and both times it is refused, as the newest edition has it."""
    reply = merchant.send(given, path=QUERY)
    assert (reply.respcd, "start_time and end_time" in reply.respmsg) == ("1104", True)


def test_pages(merchant: Merchant) -> None:
    """Ten orders to a page unless another size is asked for."""
    _orders(merchant, 12)
    assert len(_numbers(merchant, {**MONTH, "page": "1"})) == 10
    assert _numbers(merchant, {**MONTH, "page": "2"}) == ["1", "0"]
    assert _numbers(merchant, {**MONTH, "page": "2", "page_size": "5"}) == ["6", "5", "4", "3", "2"]
    assert len(_numbers(merchant, {**MONTH, "page_size": "500"})) == 12


def test_a_page_holds_a_hundred_at_most(merchant: Merchant) -> None:
    """A larger page_size is answered with 100 rows, and the next page goes on from there."""
    _orders(merchant, 103)
    first = _numbers(merchant, {**MONTH, "page_size": "200"})
    assert (len(first), first[0]) == (100, "102")
    assert _numbers(merchant, {**MONTH, "page_size": "200", "page": "2"}) == ["2", "1", "0"]


@pytest.mark.parametrize(("name", "value"), [("page", "0"), ("page_size", "-1"), ("page", "one"), ("page", "9" * 5000)])
def test_a_page_is_a_number(merchant: Merchant, name: str, value: str) -> None:
    """Both page and page_size are whole numbers from 1."""
    reply = merchant.send({**MONTH, name: value}, path=QUERY)
    assert (reply.respcd, name in reply.respmsg) == ("1104", True)


def test_a_query_is_signed_like_a_payment(merchant: Merchant) -> None:
    """A wrong signature, or an mchid nobody assigned, finds nothing."""
    assert merchant.send({"syssn": "1"}, path=QUERY, signature="0" * 32).respcd == "1108"
    assert merchant.send({"syssn": "1", "mchid": "X"}, path=QUERY).respcd == "1108"


def test_one_of_many_wins_a_number(simulator: Simulator) -> None:
    """Of simultaneous payments with one out_trade_no exactly one becomes an order."""
    merchant = Merchant(simulator.base_url, simulator.credentials)
    with ThreadPoolExecutor(8) as pool:
        codes = [reply.respcd for reply in pool.map(lambda _: merchant.send(), range(24))]
    assert sorted(codes) == ["0000"] + ["1251"] * 23


def test_personal_data_is_not_kept(clock: Clock) -> None:
    """An order remembers neither extend_info nor sub_openid."""
    order = OrderBook(clock).create({**PAYMENT, "extend_info": '{"user_creid":"430067798868676871"}'}, DEMO)
    assert order is not None
    assert not {"extend_info", "sub_openid"} & set(order.parameters)


def _sold(cash: int = 0) -> OrderBook:
    """N1 is paid, and of it R1 and R2 are given back; N2 is open; each a minute after the other."""
    clock = ByHand()
    book = OrderBook(clock)
    paid(book, "N1", Wallet(cash, "CNY", "92000000"), txamt="300")
    for number in ("R1", "R2"):
        clock.at += 60
        book.refund("N1", {**SENT, "out_trade_no": number, "txamt": "100"})
    clock.at += 60
    made(book, "N2")
    return book


def _rows(book: OrderBook, **sent: str) -> list[str]:
    """The numbers that are listed."""
    return [row["out_trade_no"] for row in found(sent, book.all(), book.now())["data"]]


@pytest.mark.parametrize(
    ("sent", "listed"),
    [
        ({"out_trade_no": "N1, R2"}, ["R2", "N1"]),
        ({"pay_type": "800213"}, ["N2", "R2", "R1", "N1"]),
        ({"pay_type": "800207"}, []),
        ({"respcd": "1143"}, ["N2"]),
        ({"start_time": "2026-03-01 20:01:00", "end_time": "2026-03-01 20:02:00"}, ["R2", "R1"]),
        ({"start_time": "2026-03-01 20:03:01"}, []),
        ({"page_size": "3"}, ["N2", "R2", "R1"]),
        ({"page_size": "3", "page": "2"}, ["N1"]),
        ({"page_size": "3", "page": "3"}, []),
        ({"page_size": "1", "page": "1"}, ["N2"]),
    ],
)
def test_a_list_holds_what_is_asked_for(sent: dict[str, str], listed: list[str]) -> None:
    """Newest first, both ends of the time included, page by page."""
    assert _rows(_sold(), **sent) == listed


@pytest.mark.parametrize(("cash", "back"), [(0, ""), (90, "60")])
def test_what_went_back_into_the_wallet_is_summed_up(cash: int, back: str) -> None:
    """Nothing where nothing did; of an order that nobody paid, nothing is said of its wallet."""
    book = _sold(cash)
    rows = {row["out_trade_no"]: row for row in found({}, book.all(), book.now())["data"]}
    assert (rows["N1"]["cash_refund_fee"], rows["N1"]["cash_refund_fee_type"]) == (back, "CNY")
    assert (rows["N1"]["cash_fee"], rows["N2"]["cash_fee"], rows["N2"]["cash_refund_fee"]) == (str(cash), "", "")
    assert (rows["R1"]["cancel"], rows["N1"]["cancel"], rows["R1"]["origssn"]) == ("0", "5", rows["N1"]["syssn"])
