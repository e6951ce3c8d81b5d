"""Which order news are about, in a table in memory, and what an entry says about orders."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.qfpay.orders.events import News, OrderNumbers, Reached, RefundListed
from qfpay_gui.qfpay.orders.order import Ending, Order, OrderStage, OrderState
from qfpay_gui.qfpay.reply.exchange import Timings
from qfpay_gui.services.database import orders_table
from qfpay_gui.services.database.order_rows import COLUMNS, order_from
from qfpay_gui.services.database.orders_table import Place, base_url, new_order, news_in, place_of, record, write_news
from qfpay_gui.services.database.schema import upgrade
from tests.services.database.order_entries import APP_CODE, LIVE, NOON, payment, query, refund

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Place(LIVE[0], LIVE[2], APP_CODE)
CUSTOM = ("custom", "custom", "https://pay.example.com")


@pytest.fixture
def table() -> Iterator[sqlite3.Connection]:
    """An empty one."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(connection)
    yield connection
    connection.close()


def known(table: sqlite3.Connection) -> list[Order]:
    """Every order, the oldest first."""
    names = COLUMNS.split(", ")
    rows = table.execute(f"SELECT {COLUMNS} FROM orders ORDER BY id").fetchall()  # noqa: S608 - our own names
    return [order_from(dict(zip(names, row, strict=True))) for row in rows]


def paid(numbers: OrderNumbers) -> News:
    """That an order of these numbers was paid."""
    return News(numbers, Reached(OrderStage.PAID), NOON + timedelta(hours=1))


def made(table: sqlite3.Connection, *entries: Any) -> None:
    """Each entry was first written under its place in this row."""
    for attempt, one in enumerate(entries, 1):
        record(table, one, attempt)


def whose(table: sqlite3.Connection, numbers: OrderNumbers, place: Place = HERE) -> list[int]:
    """The ids of the orders that are paid once this news was heard."""
    write_news(table, place, [paid(numbers)])
    return [one.id for one in known(table) if one.state is OrderState.PAID]


def created(number: str, syssn: str, **more: Any) -> Any:
    """A payment that succeeded under this syssn."""
    return payment(number, Ending.SUCCESS, reply={"respcd": "0000", "syssn": syssn, "out_trade_no": number}, **more)


def test_its_own_syssn_says_which_order_is_meant(table: sqlite3.Connection) -> None:
    """Over a newer one whose out_trade_no is the same."""
    made(table, created("N1", "S1"), created("N1", "S2", sent={"mchid": "M1"}))
    assert [one.syssn for one in known(table)] == ["S1", "S2"]
    assert whose(table, OrderNumbers(syssn="S1", out_trade_no="N1")) == [1]


def test_without_a_syssn_the_nearest_is_meant(table: sqlite3.Connection) -> None:
    """Of the same sub-merchant, then at the same address, then the newest."""
    later = (*LIVE[:2], "https://elsewhere.example")
    made(
        table,
        created("N1", "S1", sent={"mchid": "M1"}),
        created("N1", "S2"),
        created("N1", "S3", place=later),
        created("N1", "S4", sent={"mchid": "M2"}),
    )
    numbers = OrderNumbers(out_trade_no="N1")
    assert whose(table, numbers, replace(HERE, mchid="M1")) == [1]
    assert whose(table, numbers) == [1, 2]
    assert whose(table, numbers, replace(HERE, base_url=later[2])) == [1, 2, 3]
    assert whose(table, numbers, replace(HERE, mchid="M9", base_url="")) == [1, 2, 3, 4]


def test_a_syssn_that_differs_is_another_order(table: sqlite3.Connection) -> None:
    """Even where the out_trade_no fits; one of which none is known yet may be meant."""
    made(table, created("N1", "S1"))
    assert whose(table, OrderNumbers(syssn="S9", out_trade_no="N1")) == []
    made(table, payment("N2", Ending.UNKNOWN))
    assert whose(table, OrderNumbers(syssn="S9", out_trade_no="N2")) == [2]


def test_a_custom_address_is_a_world_of_its_own(table: sqlite3.Connection) -> None:
    """News that name no address are of any; addresses of QFPay's are one world."""
    made(table, created("N1", "S1", place=CUSTOM))
    place = Place("custom", "https://other.example", APP_CODE)
    assert whose(table, OrderNumbers(syssn="S1"), place) == []
    assert whose(table, OrderNumbers(syssn="S1"), replace(place, base_url="")) == [1]
    made(table, created("N2", "S2"))
    assert whose(table, OrderNumbers(syssn="S2"), replace(HERE, base_url="https://x.example")) == [1, 2]


@pytest.mark.parametrize(("app_code", "is_heard"), [(APP_CODE, True), ("", True), ("ANOTHER", False)])
def test_news_of_another_merchant_are_not_heard(table: sqlite3.Connection, app_code: str, is_heard: bool) -> None:  # noqa: FBT001 - a test's parameter
    """Of anybody's, where no merchant is named; of another environment's never."""
    made(table, created("N1", "S1"))
    assert whose(table, OrderNumbers(syssn="S1"), Place("live-sg", LIVE[2], app_code)) == []
    assert whose(table, OrderNumbers(syssn="S1"), replace(HERE, app_code=app_code)) == ([1] if is_heard else [])


def test_the_attempt_tells_only_a_payment_without_a_number(table: sqlite3.Connection) -> None:
    """And never for news of a refund."""
    nameless = payment(sent={"out_trade_no": ""})
    made(table, created("N1", "S1"), nameless)
    assert whose(table, OrderNumbers(attempt=1)) == []
    assert whose(table, OrderNumbers(attempt=2, refund_no="R")) == []
    assert whose(table, OrderNumbers(attempt=2, refund_syssn="R")) == []
    assert whose(table, OrderNumbers(attempt=2)) == [2]


def test_own_numbers_count_before_those_of_refunds(table: sqlite3.Connection) -> None:
    """Merchants number refunds as they like."""
    made(table, created("N1", "S1"), refund("N2", Ending.SUCCESS, original="S1"), created("N2", "S2"))
    listed = News(OrderNumbers(refund_no="N2"), RefundListed("N2", "SN2", 5, is_done=True), NOON + timedelta(hours=2))
    assert write_news(table, HERE, [listed]) == 1
    assert [one.refunded for one in known(table)] == [5, 0]
    assert whose(table, OrderNumbers(out_trade_no="N2", refund_no="N2")) == [2]


def test_changes_are_counted_by_order(table: sqlite3.Connection) -> None:
    """What is known already changes none, and several news of one are one."""
    made(table, created("N1", "S1"), created("N2", "S2"))
    news = [paid(OrderNumbers(syssn=one)) for one in ("S1", "S2", "S9")]
    assert write_news(table, HERE, [news[0], news[0], news[1], news[2]]) == 2
    assert write_news(table, HERE, news) == 0


def test_the_same_payment_again_is_the_same_order(table: sqlite3.Connection) -> None:
    """At the same address for the same sub-merchant; else it is another one."""
    made(table, payment(), payment(), payment(sent={"mchid": "M1"}))
    elsewhere = payment(place=(*LIVE[:2], "https://elsewhere.example"))
    made(table, elsewhere, elsewhere)
    assert len(known(table)) == 3


def test_at_most_so_many_are_forgotten_at_once(table: sqlite3.Connection) -> None:
    """The oldest first, and none made at this very moment; with them go their numbers."""
    made(table, *(payment(f"N{n}", Ending.FAILED, reply={"respcd": "1108"}, at=NOON + timedelta(n)) for n in range(4)))
    assert orders_table.expire(table, NOON + timedelta(3), most=2) == 2
    assert [one.out_trade_no for one in known(table)] == ["N2", "N3"]
    assert orders_table.expire(table, NOON + timedelta(3), most=2) == 1
    assert orders_table.expire(table, NOON + timedelta(3), most=2) == 0
    assert table.execute("SELECT DISTINCT order_id FROM order_number").fetchall() == [(4,)]
    assert [orders_table.remove(table, one) for one in (4, 4)] == [1, 0]


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://a.example/trade/v1/payment", "https://a.example"),
        ("https://a.example/trade/v1/x/trade/v1/query", "https://a.example/trade/v1/x"),
        ("https://a.example:8443/qf/pay", "https://a.example:8443"),
        ("/trade/v1/payment", ""),
        ("nonsense", ""),
        ("http://[::1", ""),
    ],
)
def test_the_base_is_what_stands_before_the_call(url: str, base: str) -> None:
    """Of any other URL, scheme and host."""
    assert base_url(url) == base


def test_an_entry_tells_when_it_ended_and_what_was_sent_first() -> None:
    """Of a parameter that was sent twice the first counts; one that was masked is not known."""
    one = payment("N1", Ending.SUCCESS, timings=Timings(None, None, 2.5))
    twice = replace(one.request, parameters=(*one.request.parameters, ("out_trade_no", "N2")))
    sent, reached = news_in(replace(one, request=twice), 4)
    assert (sent.numbers.out_trade_no, sent.numbers.attempt) == ("N1", 4)
    assert (sent.at, reached.at) == (NOON, NOON + timedelta(seconds=2.5))
    masked = replace(one.request, masked=("out_trade_no",))
    assert news_in(replace(one, request=masked), 4)[0].numbers.out_trade_no == ""


def test_a_list_that_was_not_kept_whole_is_no_proof_of_absence() -> None:
    """A whole one is; a payment's own reply counts as it ended."""
    empty = query(minutes=30)
    assert empty.reply is not None
    assert news_in(empty, 1)
    for reply in (replace(empty.reply, shortened=True), replace(empty.reply, status=502)):
        assert news_in(replace(empty, reply=reply), 1) == ()
    cut = payment("N1", Ending.SUCCESS)
    assert cut.reply is not None
    assert len(news_in(replace(cut, reply=replace(cut.reply, shortened=True)), 1)) == 2


def test_a_new_order_is_made_of_its_payment() -> None:
    """Its texts are kept up to a bound."""
    long = "x" * 200
    sent = dict.fromkeys(("out_trade_no", "txamt", "txcurrcd", "pay_type", "mchid", "txdtm"), long)
    one = payment(sent=sent)
    order = new_order(one)
    assert {getattr(order, name) for name in sent} == {"x" * 128}
    assert (order.made_at, order.profile, order.environment_kind) == (NOON, "Tea House", LIVE[1])
    assert place_of(one) == Place(LIVE[0], LIVE[2], APP_CODE, long)
