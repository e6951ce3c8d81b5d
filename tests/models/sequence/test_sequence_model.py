from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.sending.send_model import Answered, Broken, Sending, SendState
from qfpay_gui.models.sequence.receptions import GRACE
from qfpay_gui.models.sheet.state import SheetEnded, SheetOpen
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.reply.exchange import Layer, TransportFailure
from qfpay_gui.qfpay.sequence.expected import expected_next
from qfpay_gui.qfpay.sequence.messages import Message, MessageKind, Party, Stage
from qfpay_gui.services.notifications.listener import Listener
from qfpay_gui.services.notifications.received import Acknowledged as HowAnswered
from qfpay_gui.services.notifications.received import AnswerMode, Received
from tests.models.wechat_desk import WechatDesk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.request.prepared import PreparedRequest

PERSON = "110101199003074578"
PAID = [
    "POST /trade/v1/payment · HK$3.00",
    "orders HK$3.00",
    "prepay_id",
    "0000 · HTTP 200, with pay_params",
    "wx.requestPayment",
    "payment sheet: HK$3.00",
    "agrees to pay HK$3.00",
    "payment",
    "paid",
    "requestPayment:ok",
]


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[WechatDesk]:
    """A running simulator to which nothing was sent."""
    made = WechatDesk(qtbot).open()
    yield made
    assert made.close()


@contextmanager
def listening(desk: WechatDesk, mode: AnswerMode = AnswerMode.SUCCESS) -> Iterator[Listener]:
    """A listener on loopback whose receptions the sequence is told of, to which the simulator notifies."""
    came: list[Received] = []
    listener = Listener()
    listener.mode = mode
    listener.on_message = came.append
    listener.start()
    desk.simulator.set_notify_url(listener.url)
    try:
        yield listener
    finally:
        listener.stop()
    for received in came:
        desk.sequence.take_received(received)


def pay(desk: WechatDesk, **values: str) -> str:
    """Send a payment, pay it, and wait for both; the order's number."""
    number = desk.ask(**values).request.value("out_trade_no")
    desk.sheet.pay()
    desk.wait(lambda: isinstance(desk.sheet.state, SheetEnded) and "paid" in desk.labels)
    return number


def everything(message: Message) -> str:
    """Everything a message says."""
    return "\n".join([str(message.label), str(message.note), *(body for _title, body in message.parts)])


def tell(desk: WechatDesk, *states: SendState) -> None:
    """Let the sending say this, as if it had happened."""
    for state in states:
        desk.sending.changed.emit(state)


def far_payment(desk: WechatDesk, **values: str) -> PreparedRequest:
    """A payment prepared for live testing."""
    return replace(desk.payment(**values), environment=environments.LIVE_TESTING)


def test_before_anything_was_sent_there_is_no_order(desk: WechatDesk) -> None:
    """The whole path is ahead."""
    assert desk.sequence.state.sequences == ()
    assert desk.sequence.state.current is None


def test_a_request_is_drawn_before_it_is_answered(desk: WechatDesk) -> None:
    """So that a program that dies shows what it had sent."""
    heard: list[list[str]] = []
    desk.sequence.changed.connect(lambda _state: heard.append(desk.labels))
    desk.send(desk.payment())
    assert heard[0] == PAID[:1]


def test_a_payment_fills_the_diagram(desk: WechatDesk) -> None:
    """From the request to errMsg, each arrow at its place, whichever way its news came."""
    pay(desk, notify_url="")
    desk.wait(lambda: len(desk.order.messages) >= len(PAID))
    drawn = [one for one in desk.order.messages if one.stage not in {Stage.NOTIFIED, Stage.UNANSWERED}]
    labels = [str(one.label) for one in drawn]
    assert [label.startswith(known) for label, known in zip(labels, PAID, strict=True)] == [True] * len(PAID)
    assert [one.kind for one in drawn].count(MessageKind.HTTP) == 2
    assert desk.order.amount == "HK$3.00"
    times = [one.at or 0.0 for one in desk.order.messages]
    assert times == sorted(times)


def test_what_was_sent_can_be_read(desk: WechatDesk) -> None:
    """Byte for byte: the request as the client sends it, the reply as it came."""
    answer = desk.ask()
    sent = everything(desk.message("POST /trade/v1/payment"))
    assert answer.request.body.decode("ascii") in sent
    assert f"X-QF-SIGN: {answer.request.signature}" in sent
    assert "User-Agent: QFPay-Tester/" in sent
    assert answer.reply is not None
    assert answer.reply.text in everything(desk.message("0000"))


def test_while_the_sheet_is_open_paying_is_expected(desk: WechatDesk) -> None:
    """And everything that follows from it."""
    desk.ask()
    ahead = [str(one.label) for one in expected_next(desk.order)]
    assert ahead[0] == "agrees to pay"
    assert ahead[-1] == "200 SUCCESS"


def test_the_notification_is_drawn_with_its_raw_text_once(desk: WechatDesk) -> None:
    """Although both the simulator and the listener tell of it."""
    with listening(desk):
        pay(desk)
        desk.wait(lambda: "200, SUCCESS" in desk.labels)
    desk.qtbot.wait(GRACE + 50)
    assert sum("notification" in label for label in desk.labels) == 1
    message = desk.message("notification: payment")
    assert (message.sender, message.receiver) == (Party.QFPAY, Party.MERCHANT)
    assert '"notify_type": "payment"' in everything(message)
    assert expected_next(desk.order) == ()


def test_a_notification_that_is_refused_comes_again(desk: WechatDesk) -> None:
    """With the time until then; the next attempt is expected."""
    with listening(desk, AnswerMode.ERROR):
        pay(desk)
        desk.wait(lambda: "HTTP 500, not accepted" in desk.labels)
    assert "2 min" in str(desk.message("HTTP 500").note)
    assert [one.stage for one in expected_next(desk.order)] == [Stage.NOTIFYING, Stage.NOTIFIED]


def test_a_refund_joins_its_payment(desk: WechatDesk) -> None:
    """It names the syssn only; the query of the refund's own number is part of the story as well."""
    number = pay(desk)
    reply = desk.send(desk.call("query", out_trade_no=number)).reply
    assert reply is not None
    syssn = reply.rows[0]["syssn"]
    desk.send(desk.call("refund", syssn=syssn, out_trade_no="RF1", txamt="100"))
    desk.wait(lambda: "HK$1.00 back" in desk.labels)
    desk.send(desk.call("query", out_trade_no="RF1"))
    assert len(desk.sequence.state.sequences) == 1
    calls = [label for label in desk.labels if label.startswith("POST")]
    assert [call.split()[1] for call in calls] == [
        "/trade/v1/payment",
        "/trade/v1/query",
        "/trade/v1/refund",
        "/trade/v1/query",
    ]
    assert desk.order.amount == "HK$3.00"
    assert "refunds HK$1.00" in desk.labels


def test_a_query_over_several_orders_is_drawn_in_each(desk: WechatDesk) -> None:
    """A list of numbers asks about them all."""
    first = desk.ask().request.value("out_trade_no")
    second = desk.ask_again()
    desk.send(desk.call("query", out_trade_no=f"{first},{second}"))
    for sequence in desk.sequence.state.sequences:
        assert sum("/trade/v1/query" in str(one.label) for one in sequence.messages) == 1


def test_a_query_about_nothing_known_is_drawn_by_its_number(desk: WechatDesk) -> None:
    """And one without any number is drawn nowhere."""
    desk.send(desk.call("query", out_trade_no="SOMEWHERE-ELSE"))
    assert desk.order.title == "SOMEWHERE-ELSE"
    desk.send(desk.call("query", page="1"))
    assert len(desk.sequence.state.sequences) == 1


def test_cancelling_and_paying_after_all_is_one_story(desk: WechatDesk) -> None:
    """Two calls, two ends."""
    desk.ask()
    desk.sheet.cancel()
    desk.wait(lambda: "closes the sheet" in desk.labels and isinstance(desk.sheet.state, SheetEnded))
    assert str(expected_next(desk.order)[0].label) == "wx.requestPayment"
    desk.sheet.reopen()
    desk.wait(lambda: isinstance(desk.sheet.state, SheetOpen))
    desk.sheet.pay()
    desk.wait(lambda: "paid" in desk.labels and "requestPayment:ok" in desk.labels)
    order = [label for label in desk.labels if "request" in label or "sheet" in label]
    assert order == [
        "wx.requestPayment",
        "payment sheet: HK$3.00",
        "closes the sheet",
        "requestPayment:fail cancel",
        "wx.requestPayment",
        "payment sheet: HK$3.00",
        "requestPayment:ok",
    ]


def test_expiry_and_closing_end_the_story(desk: WechatDesk) -> None:
    """Nothing is expected after either."""
    number = desk.ask().request.value("out_trade_no")
    desk.sheet.expire()
    desk.wait(lambda: "time ran out, nobody paid" in desk.labels)
    assert expected_next(desk.order) == ()
    answer = desk.ask(out_trade_no=f"{number}X")
    desk.send(desk.call("close", out_trade_no=f"{number}X", txamt=answer.request.value("txamt")))
    desk.wait(lambda: "closes the order" in desk.labels)
    assert expected_next(desk.order) == ()


def test_another_programs_order_is_drawn_too(desk: WechatDesk, qtbot: QtBot) -> None:
    """Its request was not seen here, so the simulator's side is all there is."""
    own = desk.sequence
    desk.sending.changed.disconnect(own._on_send)
    desk.send(desk.payment())
    qtbot.waitUntil(lambda: own.state.current is not None)
    assert [one.stage for one in desk.order.messages][:2] == [Stage.UNIFIED, Stage.PREPAID]
    assert desk.order.amount == "HK$3.00"


def test_outside_the_simulator_nothing_is_drawn_that_nobody_saw(desk: WechatDesk) -> None:
    """Request and reply only; WeChat's part stays expected."""
    answer = desk.ask()
    request = far_payment(desk)
    far = replace(answer, exchange=replace(answer.exchange, request=request))
    tell(desk, Sending(request), Answered(far))
    assert [one.kind for one in desk.order.messages] == [MessageKind.HTTP, MessageKind.HTTP]
    ahead = expected_next(desk.order)
    assert str(ahead[0].label) == "wx.requestPayment"
    assert {one.kind for one in ahead} == {MessageKind.UNSEEN}
    assert str(desk.order.environment) == "Live testing · Hong Kong"


def test_a_custom_address_of_the_simulator_is_the_simulator(desk: WechatDesk) -> None:
    """Its events and its requests meet."""
    request = replace(desk.payment(), environment=environments.custom(desk.simulator.base_url))
    desk.send(request)
    desk.wait(lambda: any(one.stage is Stage.PREPAID for one in desk.order.messages))
    assert len(desk.sequence.state.sequences) == 1


def test_a_lost_reply_leaves_a_query_to_be_made(desk: WechatDesk) -> None:
    """The arrow back is the lost one, and cancelling says the same."""
    answer = desk.ask()
    request = far_payment(desk)
    failure = TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True)
    lost = replace(answer, exchange=replace(answer.exchange, request=request, outcome=failure), reply=None)
    tell(desk, Sending(request), Sending(request, cancelling=True), Answered(lost))
    assert [one.lost for one in desk.order.messages] == [False, True]
    assert str(expected_next(desk.order)[0].label) == "POST /trade/v1/query"


def test_a_request_that_never_left_is_itself_lost(desk: WechatDesk) -> None:
    """One arrow, and nothing to expect."""
    answer = desk.ask()
    request = far_payment(desk)
    failure = TransportFailure(Layer.NAME_RESOLUTION, may_have_arrived=False)
    lost = replace(answer, exchange=replace(answer.exchange, request=request, outcome=failure), reply=None)
    tell(desk, Sending(request), Answered(lost))
    assert [one.lost for one in desk.order.messages] == [True]
    assert expected_next(desk.order) == ()


def test_a_fault_of_this_program_leaves_the_order_unknown(desk: WechatDesk) -> None:
    """The request may have arrived."""
    request = far_payment(desk)
    tell(desk, Sending(request), Broken(request, "RuntimeError"))
    assert [one.failed for one in desk.order.messages] == [True]
    assert str(expected_next(desk.order)[0].label) == "POST /trade/v1/query"


def test_an_answer_alone_brings_its_request(desk: WechatDesk) -> None:
    """Where the model did not see it leave."""
    answer = desk.ask()
    request = far_payment(desk)
    tell(desk, Answered(replace(answer, exchange=replace(answer.exchange, request=request))))
    assert [one.receiver for one in desk.order.messages] == [Party.QFPAY, Party.MERCHANT]


def test_neither_key_nor_person_is_anywhere(desk: WechatDesk) -> None:
    """Not in a title, a label, a note or a part, whoever put it into a field."""
    key = desk.simulator.profile.credentials.client_key
    person = json.dumps({"user_creid": PERSON, "user_truename": "陈小明"}, ensure_ascii=False)
    with listening(desk):
        pay(desk, goods_name="for 陈小明", extend_info=person, udid=key, out_trade_no=f"QA{key}")
        desk.wait(lambda: "200, SUCCESS" in desk.labels)
    said = "\n".join(everything(one) for one in desk.order.messages) + desk.order.title
    for secret in (key, PERSON, "陈小明", "\\u9648\\u5c0f\\u660e"):
        assert secret not in said
    assert PERSON not in repr(desk.sequence.state)


def test_the_newest_order_is_followed(desk: WechatDesk) -> None:
    """Until another one is chosen; the next request of one's own is looked at in any case."""
    first = desk.ask().request.value("out_trade_no")
    second = desk.ask_again()
    assert desk.order.key.number == second
    desk.sequence.choose(desk.sequence.state.sequences[1].key)
    assert desk.order.key.number == first
    desk.sheet.pay()
    desk.wait(lambda: isinstance(desk.sheet.state, SheetEnded))
    assert desk.order.key.number == first
    third = desk.ask_again()
    assert desk.order.key.number == third
    assert [one.key.number for one in desk.sequence.state.sequences] == [third, second, first]


def test_an_order_that_is_not_kept_cannot_be_chosen(desk: WechatDesk) -> None:
    """The one that is looked at stays."""
    desk.ask()
    before = desk.order.key
    desk.sequence.choose(replace(before, number="unknown"))
    assert desk.order.key == before


def test_a_notification_from_elsewhere_is_drawn_after_a_moment(desk: WechatDesk) -> None:
    """It joins its order by its numbers, or makes one of its own; the same one comes once."""
    number = desk.ask().request.value("out_trade_no")
    body = json.dumps({"out_trade_no": number, "syssn": "1", "status": "1"}).encode()
    received = Received(
        7, desk.clock.now().timestamp(), AnswerMode.SUCCESS, "POST", "/", (), body, HowAnswered.SENT, 200
    )
    desk.sequence.take_received(replace(received, answered=HowAnswered.PENDING))
    desk.sequence.take_received(received)
    desk.sequence.take_received(received)
    desk.wait(lambda: "notification received" in desk.labels)
    assert desk.labels.count("notification received") == 1
    desk.sequence.take_received(replace(received, id=8, body=b'{"out_trade_no": "QA-ELSEWHERE"}'))
    desk.sequence.take_received(replace(received, id=9, body=b"no notification at all"))
    desk.wait(lambda: len(desk.sequence.state.sequences) == 2)
    assert desk.sequence.state.sequences[0].title == "QA-ELSEWHERE"
