"""What the sequence makes of what it is told, by nothing but signals."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.models.sending.send_model import Answered, Broken, Sending, SendState
from qfpay_gui.models.sequence.book import numbers_asked, numbers_given
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, Timings, TransportFailure
from qfpay_gui.qfpay.sequence.messages import OrderKey
from qfpay_gui.services.simulator.events import Event, EventKind
from tests.models.wechat_desk import WechatDesk
from tests.ui.reply import answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WechatDesk]:
    """Nothing runs."""
    made = WechatDesk(qtbot)
    yield made
    assert made.close()


def far(request: PreparedRequest) -> PreparedRequest:
    """The same on live testing."""
    return replace(request, environment=environments.LIVE_TESTING)


def said(request: PreparedRequest, *, seconds: float = 0.0, **members: Any) -> Answer:
    """The answer with these members."""
    body = json.dumps({"respcd": "0000", **members}).encode()
    return read_answer(Exchange(request, HttpReply(200, "OK", (), body), Timings(total=seconds)), "k", answers.NOW)


def tell(desk: WechatDesk, *states: SendState) -> None:
    """Let the sending say this."""
    for state in states:
        desk.sending.changed.emit(state)


def numbers(desk: WechatDesk) -> list[str]:
    """The orders, newest first."""
    return [one.key.number for one in desk.sequence.state.sequences]


def event(kind: EventKind = EventKind.ORDERED, number: str = "E1", syssn: str = "S1", **fields: str) -> Event:
    """A step of another program's order."""
    return Event(kind, 1000.0, number, syssn, fields)


def test_an_order_is_known_by_the_numbers_its_reply_gave(desk: WechatDesk) -> None:
    """A later query of the syssn is part of the same story, with its amount from the first request."""
    payment = far(desk.payment(out_trade_no="N1", txamt="300"))
    tell(desk, Sending(payment), Answered(said(payment, syssn="S1")))
    query = far(desk.call("query", syssn="S1"))
    tell(desk, Sending(query), Answered(said(query, data=[])))
    assert numbers(desk) == ["N1"]
    assert len(desk.order.messages) == 4
    assert desk.order.amount == "HK$3.00"


def test_a_query_names_no_amount(desk: WechatDesk) -> None:
    """It makes no order."""
    query = far(desk.call("query", out_trade_no="N9"))
    tell(desk, Sending(query))
    assert (numbers(desk), desk.order.amount) == (["N9"], "")


def test_what_a_query_over_several_orders_finds_belongs_to_none_of_them(desk: WechatDesk) -> None:
    """Its one record may be of either."""
    for number in ("N1", "N2"):
        payment = far(desk.payment(out_trade_no=number))
        tell(desk, Sending(payment), Answered(said(payment)))
    query = far(desk.call("query", out_trade_no="N1,N2"))
    tell(desk, Sending(query), Answered(said(query, data=[{"syssn": "S9", "out_trade_no": "N2"}])))
    again = far(desk.call("query", syssn="S9"))
    tell(desk, Sending(again))
    assert numbers(desk) == ["S9", "N2", "N1"]


def test_an_answer_alone_draws_its_request_as_long_before_as_it_took(desk: WechatDesk) -> None:
    """And no reply stands before its request, wherever the clock was set to."""
    payment = far(desk.payment(out_trade_no="N1"))
    tell(desk, Answered(said(payment, seconds=2.5)))
    received = answers.NOW.timestamp()
    assert [one.at for one in desk.order.messages] == [received - 2.5, received]
    later = far(desk.payment(out_trade_no="N2"))
    tell(desk, Sending(later))
    (request,) = desk.order.messages
    assert (request.at or 0.0) > 0
    early = replace(said(later), received_at=answers.NOW.replace(year=2000))
    tell(desk, Answered(early))
    assert [one.at for one in desk.order.messages] == [request.at, request.at]


def test_a_fault_before_anything_was_seen_to_leave_changes_nothing(desk: WechatDesk) -> None:
    """Nor does one of another request."""
    tell(desk, Broken(far(desk.payment()), "RuntimeError"))
    assert numbers(desk) == []
    payment = far(desk.payment(out_trade_no="N1"))
    tell(desk, Sending(payment), Broken(far(desk.payment()), "RuntimeError"))
    assert [one.failed for one in desk.order.messages] == [False]


def test_the_same_request_is_drawn_once_while_it_is_under_way(desk: WechatDesk) -> None:
    """That it is being called off is no second one."""
    payment = far(desk.payment(out_trade_no="N1"))
    tell(desk, Sending(payment), Sending(payment, cancelling=True))
    assert len(desk.order.messages) == 1


def test_what_others_do_is_looked_at_until_somebody_chooses(desk: WechatDesk) -> None:
    """The newest, as long as nobody looks back; then theirs stays."""
    desk.simulator.happened.emit(event(number="E1", syssn="S1"))
    assert desk.order.key.number == "E1"
    desk.simulator.happened.emit(event(number="E2", syssn="S2"))
    assert desk.order.key.number == "E2"
    desk.sequence.choose(OrderKey("simulator", "E1"))
    desk.simulator.happened.emit(event(number="E3", syssn="S3"))
    assert (desk.order.key.number, numbers(desk)) == ("E1", ["E3", "E2", "E1"])
    desk.sequence.choose(OrderKey("simulator", "E3"))
    desk.simulator.happened.emit(event(number="E4", syssn="S4"))
    assert desk.order.key.number == "E4"


def test_steps_join_their_order_by_any_of_its_numbers(desk: WechatDesk) -> None:
    """A refund's amount is not the order's; one without a number of its own goes by its syssn."""
    desk.simulator.happened.emit(event(EventKind.REFUNDED, txamt="100", txcurrcd="HKD", refund_out_trade_no="R1"))
    assert desk.order.amount == ""
    desk.simulator.happened.emit(event(EventKind.PAID, txamt="300", txcurrcd="HKD"))
    assert desk.order.amount == "HK$3.00"
    desk.simulator.happened.emit(event(EventKind.PAID, number="R1", syssn=""))
    desk.simulator.happened.emit(event(EventKind.PAID, number="", syssn="S9"))
    assert numbers(desk) == ["S9", "E1"]


def test_nothing_is_told_where_nothing_has_changed(desk: WechatDesk) -> None:
    """Of a request about no order, for one."""
    told: list[object] = []
    desk.sequence.changed.connect(told.append)
    query = far(desk.call("query", page="1"))
    tell(desk, Sending(query), Answered(said(query)))
    assert told == []


@pytest.mark.parametrize(
    ("endpoint", "sent", "asked"),
    [
        ("payment", {"out_trade_no": "N1"}, ("N1",)),
        ("refund", {"syssn": "S1", "out_trade_no": "R1"}, ("S1",)),
        ("query", {"syssn": "S1, S2,", "out_trade_no": "N1,S1"}, ("S1", "S2", "N1")),
        ("close", {"out_trade_no": "N1"}, ("N1",)),
        ("query", {}, ()),
    ],
)
def test_a_request_names_the_orders_it_is_about(
    desk: WechatDesk, endpoint: str, sent: dict[str, str], asked: tuple[str, ...]
) -> None:
    """A refund's own number names none yet."""
    request = desk.payment(**sent) if endpoint == "payment" else desk.call(endpoint, **sent)
    assert numbers_asked(request) == asked


@pytest.mark.parametrize(
    ("endpoint", "members", "given"),
    [
        ("payment", {"syssn": "S1"}, ("S1",)),
        ("refund", {"syssn": "S2", "orig_syssn": "S1"}, ("R1", "S2", "S1")),
        ("query", {"data": [{"syssn": "S1", "out_trade_no": "N1"}]}, ("S1", "N1")),
        ("query", {"data": [{"syssn": "S1"}, {"syssn": "S2"}]}, ()),
        ("query", {"data": []}, ()),
    ],
)
def test_an_answer_gives_the_order_further_numbers(
    desk: WechatDesk, endpoint: str, members: dict[str, Any], given: tuple[str, ...]
) -> None:
    """Of several records none is known to be its own."""
    request = desk.payment() if endpoint == "payment" else desk.call(endpoint, syssn="S0", out_trade_no="R1")
    assert numbers_given(said(request, **members)) == given
    lost = Exchange(request, TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True))
    of_refund = ("R1",) if endpoint == "refund" else ()
    assert numbers_given(read_answer(lost, "k", answers.NOW)) == of_refund
