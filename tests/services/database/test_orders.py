from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.qfpay.orders.events import News, OrderNumbers, RefundListed
from qfpay_gui.qfpay.orders.filter import OrderFilter, OrderGroup
from qfpay_gui.qfpay.orders.news import news_of_notification
from qfpay_gui.qfpay.orders.order import OrderStage, OrderState
from qfpay_gui.services.database.entry import Ending, HistoryEntry, KeptReply
from qfpay_gui.services.database.file import HistoryTroubleError
from qfpay_gui.services.database.history import History
from qfpay_gui.services.database.orders_table import Place
from qfpay_gui.services.database.schema import STEPS, upgrade
from tests.services.database.history_cases import older_file
from tests.services.database.order_entries import APP_CODE, LIVE, NOON, SIMULATED, entry, payment, query, refund, row

if TYPE_CHECKING:
    from pathlib import Path

    from qfpay_gui.qfpay.orders.order import Order

CUSTOM = ("custom", "custom", "https://pay.example.com")


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history that has no file yet."""
    return History(tmp_path / "history.sqlite3")


def exchange(history: History, ended: HistoryEntry) -> int:
    """Write an exchange as it happens: before it leaves, and when it ended."""
    entry_id = history.begin(replace(ended, ending=Ending.SENDING, reply=None, respcd=""))
    if ended.ending is not Ending.SENDING:
        history.finish(entry_id, ended)
    return entry_id


def only(history: History) -> Order:
    """The one order there is, as another window reads it."""
    (order,) = History(history._path).orders.known()
    return order


def test_a_payment_is_an_order_before_it_leaves(history: History) -> None:
    """Unknown, with all that is needed to query it with the right credentials, on disk."""
    history.begin(payment(sent={"mchid": "M1", "txdtm": "2026-03-01 18:00:00"}))
    order = only(history)
    assert (order.state, order.out_trade_no, order.txamt, order.txcurrcd) == (OrderState.UNKNOWN, "N1", "300", "HKD")
    assert (order.environment_id, order.environment_kind, order.base_url) == LIVE
    assert (order.profile, order.app_code, order.mchid) == ("Tea House", APP_CODE, "M1")
    assert order.txdtm == "2026-03-01 18:00:00"
    assert (order.made_at, order.pay_type) == (NOON, "800213")


def test_an_order_lives_by_what_is_heard_of_it(history: History) -> None:
    """Created, paid, refunded in part and as a whole; each step is on disk when its exchange ended."""
    exchange(history, payment(ending=Ending.SUCCESS))
    assert (only(history).state, only(history).syssn) == (OrderState.OPEN, "SN1")
    exchange(history, query(row()))
    assert (only(history).state, only(history).left) == (OrderState.PAID, 300)
    exchange(history, refund())
    assert (only(history).pending, only(history).left) == (100, 200)
    exchange(history, refund("R1", Ending.SUCCESS))
    assert (only(history).refunded, only(history).pending) == (100, 0)
    exchange(history, refund("R2", Ending.SUCCESS, "200"))
    assert (only(history).state, only(history).left) == (OrderState.REFUNDED, 0)


def test_an_answer_without_a_beginning_makes_the_order_too(history: History) -> None:
    """Where the file was busy while the request left, the answer tells all."""
    history.begin(payment(ending=Ending.SUCCESS))
    assert only(history).state is OrderState.OPEN


def test_deleting_history_deletes_no_order(history: History) -> None:
    """Not even while its payment is on its way: its answer is heard all the same."""
    first = history.begin(payment())
    history.delete([first])
    assert only(history).state is OrderState.UNKNOWN
    history.finish(first, payment(ending=Ending.FAILED, reply={"respcd": "1108"}))
    assert only(history).state is OrderState.FAILED
    history.expire(NOON + timedelta(days=1))
    assert (history.count(), history.orders.count()) == (0, 1)


def test_an_entry_and_its_order_are_written_together(history: History) -> None:
    """Where one of them cannot be, neither is."""
    history.begin(payment("N0"))
    connection = history._open().connection
    connection.execute("CREATE TRIGGER no BEFORE INSERT ON orders BEGIN SELECT RAISE(ROLLBACK, 'disk full'); END")
    with pytest.raises(HistoryTroubleError):
        history.begin(payment("N1"))
    assert (history.count(), history.orders.count()) == (1, 1)


def test_orders_of_others_are_passed_over(history: History) -> None:
    """A query lists whatever the merchant has; the table holds what was made here."""
    exchange(history, payment(ending=Ending.SUCCESS))
    exchange(history, query(row("X1"), row("X2"), asked="X1,X2"))
    exchange(history, refund("R9", Ending.SUCCESS, original="SX1"))
    assert only(history).state is OrderState.OPEN


@pytest.mark.parametrize(
    "changes",
    [{"app_code": "another"}, {"place": SIMULATED}, {"place": CUSTOM}],
    ids=["merchant", "environment", "custom"],
)
def test_the_same_number_elsewhere_is_another_order(history: History, changes: dict[str, Any]) -> None:
    """Environments and merchants count their orders for themselves."""
    exchange(history, payment(ending=Ending.SUCCESS))
    exchange(history, payment(ending=Ending.SUCCESS, **changes))
    exchange(history, query(row(), **changes))
    newest, oldest = history.orders.known()
    assert (newest.state, oldest.state) == (OrderState.PAID, OrderState.OPEN)


def test_two_syssn_are_two_orders(history: History) -> None:
    """A record with our number but another syssn is somebody else's; one without a syssn is ours."""
    exchange(history, payment(ending=Ending.SUCCESS))
    exchange(history, query({**row(), "syssn": "ANOTHER"}))
    assert only(history).state is OrderState.OPEN
    exchange(history, query({**row(), "syssn": ""}))
    assert (only(history).state, only(history).syssn) == (OrderState.PAID, "SN1")


@pytest.mark.parametrize("name", ["refund_no", "refund_syssn"])
def test_news_of_a_refund_find_its_order_by_either_number(history: History, name: str) -> None:
    """And never a payment that happens to have been sent in an exchange of this number."""
    exchange(history, payment(ending=Ending.SUCCESS))
    exchange(history, query(row()))
    exchange(history, refund("R1", Ending.SUCCESS))
    numbers = OrderNumbers(**{name: {"refund_no": "R1", "refund_syssn": "SR1"}[name]}, attempt=1)
    place = Place(LIVE[0], LIVE[2], APP_CODE)
    news = News(numbers, RefundListed("R1", "SR1", 100, is_done=False), NOON + timedelta(hours=1))
    assert history.orders.write_news(place, [news]) == 1
    nameless = replace(payment(""), request=replace(payment("").request, parameters=(("txamt", "5"),)))
    attempt = exchange(history, nameless)
    unknown = News(replace(numbers, **{name: "R9"}, attempt=attempt), RefundListed("R9", "", 1, is_done=True), NOON)
    assert history.orders.write_news(place, [unknown]) == 0


def test_a_restarted_simulator_counts_anew(history: History) -> None:
    """The same pinned number makes a second order; news are about the newer one."""
    exchange(history, payment(ending=Ending.SUCCESS, place=SIMULATED))
    later = (*SIMULATED[:2], "http://127.0.0.1:60000")
    exchange(history, payment(ending=Ending.SUCCESS, place=later, reply={"respcd": "0000", "syssn": "S2"}))
    exchange(history, query(row(syssn="S2"), place=later))
    assert [one.state for one in history.orders.known()] == [OrderState.PAID, OrderState.OPEN]


def test_two_custom_addresses_are_two_worlds(history: History) -> None:
    """News of one are none of the other."""
    exchange(history, payment(ending=Ending.SUCCESS, place=CUSTOM))
    exchange(history, query(row(), place=(*CUSTOM[:2], "https://other.example.com")))
    assert only(history).state is OrderState.OPEN


def test_a_payment_without_a_number_is_one_order(history: History) -> None:
    """Its answer is its own; a masked number is no number."""
    first, second = (history.begin(payment(sent={"out_trade_no": ""})) for _ in range(2))
    masked = payment(ending=Ending.FAILED, reply={"respcd": "1108"}, sent={"out_trade_no": "•••"})
    masked = replace(masked, request=replace(masked.request, masked=("out_trade_no",)))
    history.finish(second, masked)
    assert first != second
    assert [one.state for one in history.orders.known()] == [OrderState.FAILED, OrderState.UNKNOWN]
    assert {one.out_trade_no for one in history.orders.known()} == {""}


def test_a_cut_list_misses_nothing(history: History) -> None:
    """What was not kept whole may have listed the order."""
    exchange(history, payment(ending=Ending.UNKNOWN))
    whole = query(minutes=30)
    assert whole.reply is not None
    exchange(history, replace(whole, reply=replace(whole.reply, shortened=True)))
    exchange(history, replace(whole, reply=KeptReply(200, "OK", (), '{"respcd": "0000", "data": [{')))
    assert only(history).state is OrderState.UNKNOWN
    exchange(history, whole)
    assert only(history).state is OrderState.FAILED


def test_a_verified_notification_is_heard(history: History) -> None:
    """Of a payment, and of a refund by its own number; others' change nothing."""
    exchange(history, payment(ending=Ending.SUCCESS))
    place = Place("live-hk", app_code="")
    paid = news_of_notification({**row(), "notify_type": "payment"}, NOON)
    assert history.orders.write_news(place, paid) == 1
    assert history.orders.write_news(place, paid) == 0
    assert history.orders.write_news(Place("live-sg"), paid) == 0
    exchange(history, refund("R1", Ending.UNKNOWN))
    notice = {"notify_type": "refund", "out_trade_no": "R1", "syssn": "SR1", "txamt": "100", "respcd": "0000"}
    assert history.orders.write_news(place, news_of_notification(notice, NOON)) == 1
    assert (only(history).refunded, only(history).pending) == (100, 0)


def test_orders_are_looked_for(history: History) -> None:
    """By words of any number, amount or merchant, by environment, state and day."""
    exchange(history, payment("N1", Ending.SUCCESS, at=NOON - timedelta(days=2)))
    exchange(history, payment("N2", Ending.SUCCESS, place=SIMULATED))
    exchange(history, payment("N3", Ending.SUCCESS))
    exchange(history, query(row("N3"), asked="N3"))
    exchange(history, refund("RF-77", Ending.SUCCESS, original="SN3"))
    exchange(history, payment("N4", Ending.UNKNOWN, place=SIMULATED))

    def found(**wanted: object) -> list[str]:
        return [one.out_trade_no for one in history.orders.search(OrderFilter(**wanted))]  # type: ignore[arg-type]

    assert found() == ["N4", "N3", "N2", "N1"]
    assert found(words="rf-77") == ["N3"]
    assert found(words="sn2") == ["N2"]
    assert found(words="tea hk$3.00 n1") == ["N1"]
    assert found(environment_id="simulator") == ["N4", "N2"]
    assert found(since=NOON) == ["N4", "N3", "N2"]
    assert found(group=OrderGroup.ATTENTION) == ["N4", "N3"]
    assert found(group=OrderGroup.OPEN) == ["N2", "N1"]
    assert found(group=OrderGroup.PAID) == found(group=OrderGroup.REFUNDED) == ["N3"]
    assert found(group=OrderGroup.UNKNOWN) == ["N4"]
    assert found(group=OrderGroup.ENDED) == []
    assert history.orders.environment_ids() == ("live-hk", "simulator")
    assert [one.out_trade_no for one in history.orders.known(1)] == ["N4", "N3"][:1]


def test_what_needs_attention_is_known_however_old(history: History) -> None:
    """Newer orders do not push it out."""
    exchange(history, payment("OLD", Ending.UNKNOWN, at=NOON - timedelta(days=9)))
    for number in range(5):
        exchange(history, payment(f"N{number}", Ending.SUCCESS))
    assert [one.out_trade_no for one in history.orders.known(3)] == ["N4", "N3", "N2", "OLD"]


def test_an_order_can_be_forgotten(history: History) -> None:
    """For good; its exchanges stay, and a new payment of this number is a new order."""
    exchange(history, payment(ending=Ending.SUCCESS))
    assert history.orders.remove([only(history).id]) == 1
    assert (history.orders.count(), history.count()) == (0, 1)
    exchange(history, query(row()))
    assert history.orders.known() == ()
    exchange(history, payment())
    assert only(history).state is OrderState.UNKNOWN


def test_orders_expire_unless_real_money_may_depend_on_them(history: History) -> None:
    """Paid and unknown ones on live testing stay; the rest goes with time."""
    long_ago = NOON - timedelta(days=400)
    for number, place in (("N1", LIVE), ("N2", SIMULATED)):
        exchange(history, payment(number, Ending.SUCCESS, at=long_ago, place=place))
        exchange(history, query(row(number), asked=number, place=place))
    exchange(history, payment("N3", Ending.UNKNOWN, at=long_ago))
    exchange(history, payment("N4", Ending.UNKNOWN, at=long_ago, place=SIMULATED))
    exchange(history, payment("N5", Ending.SUCCESS, at=long_ago))
    exchange(history, payment("N6", Ending.SUCCESS))
    assert history.orders.expire(NOON - timedelta(days=180), 2) == 2
    assert history.orders.expire(NOON - timedelta(days=180)) == 1
    assert history.orders.expire(NOON - timedelta(days=180)) == 0
    assert {one.out_trade_no for one in history.orders.known()} == {"N1", "N3", "N6"}


def test_an_order_comes_back_whole(history: History) -> None:
    """All that its state follows from is read again."""
    exchange(history, payment(ending=Ending.SUCCESS))
    exchange(history, query(row(cancel="5")))
    exchange(history, refund("R1", Ending.UNKNOWN))
    exchange(history, entry("close", {"syssn": "SN1", "txamt": "300"}, Ending.UNKNOWN))
    order = only(history)
    assert (order.stage, order.cancel, order.closings.is_open) == (OrderStage.PAID, "5", True)
    assert [(one.out_trade_no, one.txamt, one.is_pending) for one in order.refunds] == [("R1", 100, True)]


def test_a_row_that_cannot_be_read_is_shown_as_far_as_it_can(history: History) -> None:
    """Somebody's hand in the file does not take the table away."""
    exchange(history, payment(ending=Ending.SUCCESS))
    broken = {"life": '{"stage": 7, "attempts": 1, "refunds": [[1]]}', "state": "odd", "made_at": "then"}
    for column, value in broken.items():
        history._open().connection.execute(f"UPDATE orders SET {column} = ?", (value,))  # noqa: S608 - names above
    order = only(history)
    assert (order.state, order.stage, order.refunds, order.made_at.year) == (
        OrderState.UNKNOWN,
        OrderStage.NONE,
        (),
        1970,
    )
    history._open().connection.execute("UPDATE orders SET life = 'no json'")
    assert only(history).cancel == ""


def test_an_older_file_gets_its_orders(tmp_path: Path) -> None:
    """From the exchanges it holds; what was being sent when it was last used is unknown."""
    path = tmp_path / "history.sqlite3"
    refused = payment("N3", Ending.FAILED, reply={"respcd": "1108"})
    older_file(path, [payment("N1", Ending.SUCCESS), payment("N2"), refused, query(row("N1"))], version=1)
    orders = History(path).orders.known()
    assert [(one.out_trade_no, one.state) for one in orders] == [
        ("N3", OrderState.FAILED),
        ("N2", OrderState.UNKNOWN),
        ("N1", OrderState.PAID),
    ]
    assert orders[2].app_code == APP_CODE


def test_a_large_old_file_is_upgraded_in_bounded_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the newest entries are looked at; with those, the order of the rest is unknown here."""
    monkeypatch.setattr("qfpay_gui.services.database.schema.MOST", 3)
    path = tmp_path / "history.sqlite3"
    older_file(path, [payment(f"N{number}", Ending.SUCCESS) for number in range(9)], version=1)
    assert [one.out_trade_no for one in History(path).orders.known()] == ["N8", "N7", "N6"]


def test_the_first_step_is_as_it_was_released() -> None:
    """A file of the first version is what this step makes, for ever."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    upgrade(connection, STEPS[:1])
    columns = [one[1] for one in connection.execute("PRAGMA table_info(entry)")]
    assert len(columns) == 21
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").fetchone()[0] == 2
    connection.close()


def test_nothing_masked_becomes_readable(history: History) -> None:
    """The table is written from what the history may hold, and from nothing else."""
    begun = payment(sent={"extend_info": '{"user_creid":"••••"}', "goods_name": "for •••"})
    exchange(history, begun)
    history.close()
    with sqlite3.connect(history._path) as connection:
        rows = json.dumps([tuple(one) for one in connection.execute("SELECT * FROM orders")], ensure_ascii=False)
    connection.close()
    assert "user_creid" not in rows
    assert "for •••" not in rows
