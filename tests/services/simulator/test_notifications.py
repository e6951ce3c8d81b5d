"""Notifications as a merchant's server on this machine receives them."""

from __future__ import annotations

import hashlib
import json
import socket
import time
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator import DEMO, RETRIES, Delivery, EventKind, Simulator
from tests.services.simulator.conftest import PAYMENT, Clock, Merchant, Shop
from tests.services.simulator.party import SUCCESS, Receiver, Watcher, http, in_turn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FIELDS = [
    *("status", "pay_type", "sysdtm", "paydtm", "goods_name", "txcurrcd", "txdtm", "txamt", "exchange_rate"),
    *("chnlsn2", "out_trade_no", "syssn", "cash_fee_type", "cancel", "respcd", "goods_info", "cash_fee"),
    *("notify_type", "chnlsn", "cardcd"),
]


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A server that answers SUCCESS."""
    with Receiver(SUCCESS) as listening:
        yield listening


def _split(request: bytes) -> tuple[str, dict[str, str], bytes]:
    """Request line, headers by lower-case name, body."""
    head, _, body = request.partition(b"\r\n\r\n")
    line, *lines = head.decode("ascii").split("\r\n")
    pairs = (header.split(": ", 1) for header in lines)
    return line, {name.lower(): value for name, value in pairs}, body


def _signed(body: bytes, key: str = DEMO.client_key) -> str:
    return hashlib.md5(body + key.encode(), usedforsecurity=False).hexdigest().upper()


def _delivery(simulator: Simulator) -> Delivery:
    (delivery,) = simulator.deliveries()
    return delivery


def test_a_payment_is_notified(shop: Shop, receiver: Receiver, watcher: Watcher, clock: Clock) -> None:
    """JSON in the documented order, signed over its raw bytes, and what was sent is told byte by byte."""
    made = shop.order(goods_name="奶茶", notify_url=receiver.url)
    clock.now += 7
    shop.by_hand("pay", syssn=str(made["syssn"]))
    request = receiver.next()
    line, headers, body = _split(request)
    assert line == "POST /notify?shop=7 HTTP/1.1"
    assert (headers["content-type"], headers["content-length"]) == ("application/json", str(len(body)))
    assert headers["x-qf-sign"] == _signed(body)
    fields = json.loads(body)
    assert (list(fields), body.isascii(), body == json.dumps(fields).encode()) == (FIELDS, True, True)
    row = shop.row()
    same = ("pay_type", "sysdtm", "paydtm", "goods_name", "txcurrcd", "txdtm", "txamt", "out_trade_no", "syssn")
    assert {name: fields[name] for name in same} == {name: row[name] for name in same}
    assert (fields["status"], fields["respcd"], fields["cancel"], fields["notify_type"]) == (
        "1",
        "0000",
        "0",
        "payment",
    )
    assert (fields["cash_fee"], fields["cash_fee_type"], fields["chnlsn"]) == ("300", "HKD", row["chnlsn"])
    sending, accepted = watcher.next(EventKind.NOTIFYING), watcher.next(EventKind.NOTIFIED)
    assert sending.sent.encode() == request
    assert accepted.sent.startswith("HTTP/1.1 200 OK\r\n")
    assert accepted.sent.endswith("\r\n\r\nSUCCESS")
    assert (accepted.fields["attempt"], accepted.fields["status"], accepted.fields["next_at"]) == ("1", "200", "")
    assert "ports 80 and 443" in sending.fields["note"]
    delivery = _delivery(shop.simulator)
    assert (delivery.state, delivery.next_at, delivery.body, delivery.url) == ("accepted", None, body, receiver.url)
    assert [attempt.answer for attempt in delivery.attempts] == ["SUCCESS"]


def test_a_refund_is_notified(shop: Shop, receiver: Receiver, watcher: Watcher) -> None:
    """With the refund's own numbers and amount, what the wallet gets, and where the payment stands then."""
    syssn = shop.sell(notify_url=receiver.url)
    receiver.next()
    watcher.next(EventKind.NOTIFIED)
    for number, (txamt, cancel) in enumerate([("100", "5"), ("200", "3")]):
        made = shop.refund(syssn, txamt, f"r{number}").fields
        fields = json.loads(_split(receiver.next())[2])
        told = ("notify_type", "syssn", "out_trade_no", "txamt", "cash_refund_fee", "cash_refund_fee_type", "cancel")
        assert [fields[name] for name in told] == ["refund", made["syssn"], f"r{number}", txamt, txamt, "HKD", cancel]
    watcher.next(EventKind.REFUNDED)
    event = watcher.next(EventKind.NOTIFIED)
    assert (event.out_trade_no, event.fields["notified_out_trade_no"]) == ("order", "r0")


def test_nothing_else_is_notified(shop: Shop, receiver: Receiver) -> None:
    """Closed, cancelled and expired orders are no news: only money is."""
    shop.simulator.notify_url = receiver.url
    shop.order("closed")
    shop.end("close", out_trade_no="closed")
    shop.order("expired")
    shop.simulator.expire("expired")
    assert shop.simulator.deliveries() == ()


def test_an_mchid_stands_in_the_notification(receiver: Receiver) -> None:
    """Where one is assigned."""
    with Simulator(mchid="M") as simulator:
        Shop(simulator, Merchant(simulator.base_url, simulator.credentials)).sell(mchid="M", notify_url=receiver.url)
        assert json.loads(_split(receiver.next())[2])["mchid"] == "M"


def test_the_payments_own_address_goes_before_the_one_on_file(shop: Shop, receiver: Receiver) -> None:
    """The address on file serves payments without their own."""
    shop.simulator.notify_url = receiver.url + "&on=file"
    shop.sell("own", notify_url=receiver.url)
    shop.sell("filed")
    lines = [_split(receiver.next())[0] for _ in range(2)]
    assert lines == ["POST /notify?shop=7 HTTP/1.1", "POST /notify?shop=7&on=file HTTP/1.1"]


@pytest.mark.parametrize(
    ("answer", "accepted", "words"),
    [
        (SUCCESS, True, "HTTP 200 and SUCCESS."),
        (http("200 OK", b"SUCCESS\r\n"), True, "white space"),
        (http("200 OK", b"success"), False, "capital letters"),
        (http("200 OK", b'{"code": "SUCCESS"}'), False, "bare word"),
        (http("200 OK", b""), False, "empty"),
        (http("200 OK", b"ok"), False, "not SUCCESS"),
        (http("200 OK", b"S" * 100_000), False, "not SUCCESS"),
        (http("201 Created", b"SUCCESS"), False, "HTTP 201 is not 200."),
        (http("500 Oh dear", b"SUCCESS"), False, "HTTP 500"),
        (http("302 Found", b"", "Location: http://example.com/"), False, "redirects are not followed"),
        (lambda _request: b"", False, "hung up without an answer"),
        (lambda _request: b"SSH-2.0-OpenSSH\r\n", False, "not HTTP"),
        (lambda _request: b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nSUCC", False, "not SUCCESS"),
        (lambda _request: b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 50_000, False, "not HTTP"),
    ],
)
def test_what_counts_as_accepted(
    shop: Shop,
    watcher: Watcher,
    answer: Callable[[bytes], bytes],
    accepted: bool,  # noqa: FBT001 - what is expected of the answer
    words: str,
) -> None:
    """HTTP 200 with the word SUCCESS and nothing else; every other answer is explained and tried again."""
    with Receiver(answer) as receiver:
        shop.sell(notify_url=receiver.url)
        event = watcher.next(EventKind.NOTIFIED if accepted else EventKind.NOT_NOTIFIED)
    delivery = _delivery(shop.simulator)
    (attempt,) = delivery.attempts
    assert words in attempt.reason
    assert (attempt.accepted, event.fields["reason"], len(attempt.answer) < 600) == (accepted, attempt.reason, True)
    assert delivery.state == ("accepted" if accepted else "waiting")
    assert delivery.next_at == (None if accepted else attempt.at + RETRIES[0])


def test_where_nothing_listens_it_is_tried_again(shop: Shop, watcher: Watcher, clock: Clock) -> None:
    """A refused connection is an attempt without a status; the next one follows in two minutes."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = taken.getsockname()[1]
    shop.sell(notify_url=f"http://localhost:{free}/")
    event = watcher.next(EventKind.NOT_NOTIFIED)
    assert ("refused" in event.fields["reason"], event.fields["status"]) == (True, "")
    assert event.fields["next_at"] == f"{clock.now + 120:.3f}"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("", "none is on file"),
        ("http://192.0.2.1/notify", "192.0.2.1 is not this machine"),
        ("http://shop.example/notify", "shop.example is not this machine"),
        ("http://0.0.0.0:80/", "0.0.0.0 is not this machine"),
        ("http://127.0.0.1.example.com/", "is not this machine"),
        ("https://127.0.0.1/", "http:// only"),
    ],
)
def test_other_machines_are_never_reached(shop: Shop, watcher: Watcher, url: str, words: str) -> None:
    """No name is looked up and no connection made: the delivery says why, and stays undelivered."""
    shop.sell(**({"notify_url": url} if url else {}))
    event = watcher.next(EventKind.NOT_NOTIFIED)
    assert (words in event.fields["reason"], event.sent) == (True, "")
    delivery = _delivery(shop.simulator)
    assert (delivery.state, delivery.next_at, len(delivery.attempts)) == ("not delivered", None, 1)
    assert words in delivery.attempts[0].reason
    assert not shop.simulator.retry_now(delivery.id)
    assert EventKind.NOTIFYING not in watcher.kinds()


def test_it_is_tried_eight_times_and_given_up() -> None:
    """With time passing fast: eight attempts at the documented distances, then no more until told."""
    watcher, answers = Watcher(), in_turn(*[http("503 Busy")] * 9, SUCCESS)
    with Simulator() as simulator, Receiver(answers) as receiver:
        simulator.on_event, simulator.time_lapse = watcher, 1e6
        Shop(simulator, Merchant(simulator.base_url, simulator.credentials)).sell(notify_url=receiver.url)
        gone = watcher.next(EventKind.GAVE_UP)
        delivery = _delivery(simulator)
        assert (delivery.state, len(delivery.attempts), gone.fields["attempts"]) == ("given up", 8, "8")
        waits = [later.at - one.at for one, later in zip(delivery.attempts, delivery.attempts[1:], strict=False)]
        assert all(wait >= planned / 1e6 for wait, planned in zip(waits, RETRIES, strict=True))
        assert simulator.retry_now(delivery.id)
        assert "503" in watcher.next(EventKind.NOT_NOTIFIED).fields["reason"]
        assert _delivery(simulator).state == "given up"
        assert simulator.retry_now(delivery.id)
        watcher.next(EventKind.NOTIFIED)
        assert (_delivery(simulator).state, len(_delivery(simulator).attempts)) == ("accepted", 10)
        assert len({receiver.next() for _ in range(10)}) == 1


def test_an_accepted_notification_can_be_sent_once_more(shop: Shop, watcher: Watcher) -> None:
    """The same bytes again, as can happen; a refusal then changes nothing."""
    with Receiver(in_turn(SUCCESS, http("500 No"))) as receiver:
        shop.sell(notify_url=receiver.url)
        watcher.next(EventKind.NOTIFIED)
        assert shop.simulator.retry_now(1)
        watcher.next(EventKind.NOT_NOTIFIED)
        assert receiver.next() == receiver.next()
    delivery = _delivery(shop.simulator)
    assert (delivery.state, delivery.next_at, len(delivery.attempts)) == ("accepted", None, 2)


def test_an_unknown_delivery_is_not_retried(simulator: Simulator) -> None:
    """There is none with that number."""
    assert not simulator.retry_now(1)


def test_the_time_lapse_plans_anew_what_waits(shop: Shop, watcher: Watcher, clock: Clock) -> None:
    """A waiting attempt moves to its new time; one that is due then is made."""
    with Receiver(http("500 No")) as receiver:
        shop.sell(notify_url=receiver.url)
        watcher.next(EventKind.NOT_NOTIFIED)
        shop.simulator.time_lapse = 60
        assert (_delivery(shop.simulator).next_at, shop.simulator.time_lapse) == (clock.now + 2, 60)
        clock.now += 119
        shop.simulator.time_lapse = 1
        assert len(_delivery(shop.simulator).attempts) == 1
        clock.now += 1
        shop.simulator.time_lapse = 1
        assert watcher.next(EventKind.NOT_NOTIFIED).fields["attempt"] == "2"
        assert _delivery(shop.simulator).next_at == clock.now + 600


@pytest.mark.parametrize("factor", [0.0, -1.0, float("nan"), float("inf")])
def test_time_does_not_stand_still(simulator: Simulator, factor: float) -> None:
    """A time lapse is a number above 0."""
    with pytest.raises(ValueError, match="above 0"):
        simulator.time_lapse = factor
    assert simulator.time_lapse == 1.0


def test_stopping_does_not_wait_for_a_silent_receiver() -> None:
    """The call is cut short at once, and made after the next start."""
    watcher = Watcher()
    with socket.create_server(("127.0.0.1", 0)) as silent:
        simulator = Simulator()
        with simulator:
            simulator.on_event = watcher
            simulator.notify_url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
            Shop(simulator, Merchant(simulator.base_url, simulator.credentials)).sell()
            connection, _ = silent.accept()
            watcher.next(EventKind.NOTIFYING)
            before = time.monotonic()
        assert time.monotonic() - before < 2
        connection.close()
        assert (_delivery(simulator).state, _delivery(simulator).attempts) == ("waiting", ())
        with simulator:
            again, _ = silent.accept()
            again.recv(1)
            assert not simulator.retry_now(1)
            again.sendall(SUCCESS(b""))
            watcher.next(EventKind.NOTIFIED)
            again.close()
    assert _delivery(simulator).state == "accepted"


def test_a_listener_that_fails_hears_the_next_event(simulator: Simulator, shop: Shop) -> None:
    """An exception of the listener's disturbs nobody."""
    watcher = Watcher()

    def failing(event: object) -> None:
        watcher(event)  # type: ignore[arg-type]
        raise ZeroDivisionError

    simulator.on_event = failing
    shop.order("one")
    shop.order("two")
    assert [watcher.next(EventKind.ORDERED).out_trade_no for _ in range(2)] == ["one", "two"]


def test_a_listener_may_act(simulator: Simulator, shop: Shop) -> None:
    """It may call the simulator from within: here a customer who pays at once."""
    watcher = Watcher()

    def paying(event: object) -> None:
        watcher(event)  # type: ignore[arg-type]
        fields = getattr(event, "fields", {})
        if getattr(event, "kind", None) is EventKind.ORDERED:
            simulator.pay(fields["prepay_id"])

    simulator.on_event = paying
    shop.order()
    assert watcher.next(EventKind.PAID).out_trade_no == "order"


def test_only_so_many_deliveries_are_kept(shop: Shop) -> None:
    """The oldest finished ones are forgotten."""
    syssn = shop.sell(txamt="2000")
    for number in range(1001):
        shop.simulator._world.life.refund("order", {**PAYMENT, "out_trade_no": f"r{number}", "txamt": "1"})
    deliveries = shop.simulator.deliveries()
    assert (len(deliveries), deliveries[0].out_trade_no, deliveries[-1].out_trade_no) == (1000, "r1000", "r1")
    assert shop.row(syssn=syssn)["cancel"] == "5"
