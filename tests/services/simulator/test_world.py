"""The whole simulator without a socket: what it answers to any request, and in which shape."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from qfpay_gui.services.simulator.demo import DEMO
from qfpay_gui.services.simulator.outcomes import Outcome, parse_outcome
from qfpay_gui.services.simulator.wire import Request
from qfpay_gui.services.simulator.world import World
from tests.services.simulator.conftest import FORM, PAYMENT

if TYPE_CHECKING:
    from qfpay_gui.services.simulator.answers import HttpAnswer

NOON = 1_772_366_400.0


@pytest.fixture
def world() -> World:
    """At rest: no time passes by itself."""
    return World(DEMO, "the-token", lambda: NOON)


def call(name: str, sent: dict[str, str], method: str = "POST", **headers: str) -> Request:
    """A signed request."""
    string = "&".join(f"{one}={sent[one]}" for one in sorted(sent)) + DEMO.client_key
    sign = hashlib.md5(string.encode(), usedforsecurity=False).hexdigest().upper()
    named = {"x-qf-appcode": DEMO.app_code, "x-qf-sign": sign, "content-type": FORM}
    named |= {one.replace("_", "-"): value for one, value in headers.items()}
    return Request(method, f"/trade/v1/{name}", headers=tuple(named.items()), body=urlencode(sent).encode())


def read(answer: HttpAnswer) -> dict[str, Any]:
    """Its members."""
    members: dict[str, Any] = json.loads(answer.body)
    return members


def test_what_there_is_is_said_at_the_door(world: World) -> None:
    """And that there is nothing elsewhere, in few characters."""
    door = world.respond(Request("GET", "/"))
    assert (door.status, door.body.startswith(b"QFPay simulator\n")) == (200, True)
    nothing = world.respond(Request("GET", "/" + "x" * 300))
    assert (nothing.status, read(nothing)["respcd"]) == (404, "1103")
    assert f"There is nothing at /{'x' * 199}: GET /" in read(nothing)["respmsg"]


def test_a_call_is_answered_and_signed(world: World) -> None:
    """A payment makes an order, which a query finds."""
    answer = world.respond(call("payment", PAYMENT))
    assert (answer.status, read(answer)["respcd"], answer.sent, answer.delay) == (200, "0000", "all", 0)
    signature = hashlib.md5(answer.body + DEMO.client_key.encode(), usedforsecurity=False).hexdigest().upper()
    assert answer.headers == (("X-QF-SIGN", signature),)
    found = read(world.respond(call("query", {"out_trade_no": PAYMENT["out_trade_no"]})))
    assert [row["respcd"] for row in found["data"]] == ["1143"]
    again = read(world.respond(call("payment", PAYMENT)))
    assert (again["respcd"], again["out_trade_no"]) == ("1251", PAYMENT["out_trade_no"])


@pytest.mark.parametrize(
    ("name", "method", "respcd"),
    [("payment", "GET", "1103"), ("refund", "GET", "1103"), ("query", "GET", "0000"), ("close", "GET", "1268")],
)
def test_some_calls_may_be_a_get(world: World, name: str, method: str, respcd: str) -> None:
    """As the editions have it."""
    sent = {"out_trade_no": "N9", "txamt": "300", "txdtm": "2026-03-01 20:00:00", "syssn": ""}
    sent = {one: value for one, value in sent.items() if value}
    answer = read(world.respond(call(name, sent, method)))
    assert answer["respcd"] == respcd
    assert ("is sent with POST, not with GET" in answer["respmsg"]) == (respcd == "1103")


@pytest.mark.parametrize(
    ("chosen", "name", "respcd"),
    [
        ("respcd:1297", "payment", "1297"),
        ("respcd:1297", "query", "0000"),
        ("refund/respcd:1297", "refund", "1297"),
        ("refund/respcd:1297", "payment", "0000"),
        ("payment/respcd:1297", "payment", "1297"),
    ],
)
def test_a_chosen_outcome_is_that_of_its_call(world: World, chosen: str, name: str, respcd: str) -> None:
    """Of payments, where none is named."""
    world.outcome = parse_outcome(chosen)
    sent = PAYMENT if name == "payment" else {"out_trade_no": "N1"}
    assert read(world.respond(call(name, sent)))["respcd"] == respcd


def test_an_outcome_in_the_header_is_that_of_its_request(world: World) -> None:
    """Whatever was chosen; one that names another call leaves this one alone, and one that is none is explained."""
    world.outcome = parse_outcome("respcd:1297")
    for spec, respcd in (("respcd:1108", "1108"), ("refund/respcd:1108", "0000")):
        answer = world.respond(call("query", {"out_trade_no": "N1"}, x_simulator_outcome=spec))
        assert read(answer)["respcd"] == respcd
        told = dict(answer.headers).get("X-Simulator-Outcome")
        assert told == (None if respcd == "0000" else spec)
    assert read(world.respond(call("payment", PAYMENT, x_simulator_outcome="normal")))["respcd"] == "0000"
    odd = world.respond(call("query", {}, x_simulator_outcome="explode"))
    assert (odd.status, "X-Simulator-Outcome: There is no outcome 'explode'" in read(odd)["respmsg"]) == (400, True)


@pytest.mark.parametrize("respcd", ["1143", "1145", "1298"])
def test_a_code_that_means_under_way_leaves_an_order(world: World, respcd: str) -> None:
    """Without what leads its payer to it; of a request that is refused there is none."""
    world.outcome = parse_outcome(f"respcd:{respcd}")
    answer = read(world.respond(call("payment", PAYMENT)))
    assert (answer["respcd"], "pay_params" in answer, bool(answer["syssn"])) == (respcd, False, True)
    assert answer["resperr"].endswith(f"({respcd})")
    assert f"respcd:{respcd}" in answer["respmsg"]
    wrong = read(world.respond(call("payment", PAYMENT, x_qf_sign="0" * 32)))
    assert (wrong["respcd"], "syssn" in wrong) == (respcd, False)
    world.outcome = Outcome.normal
    found = read(world.respond(call("query", {"out_trade_no": PAYMENT["out_trade_no"]})))
    assert len(found["data"]) == 1


@pytest.mark.parametrize(
    ("spec", "status", "words"),
    [
        ("html", 200, b"200 OK"),
        ("html:502", 502, b"502 Bad Gateway"),
        ("status:429", 429, b"429 Too Many Requests"),
        ("status:503", 503, b"503 Service Unavailable"),
        ("status:599", 599, b"599 Server Error"),
    ],
)
def test_a_gateways_page_comes_before_anybody_reads_the_request(
    world: World, spec: str, status: int, words: bytes
) -> None:
    """No order is made, and WeChat's page may come the same way."""
    world.outcome = parse_outcome(spec)
    answer = world.respond(call("payment", PAYMENT))
    assert (answer.status, words in answer.body) == (status, True)
    assert answer.content_type.startswith("text/html")
    assert world.life.book.all() == ()
    session = Request("GET", "/sns/jscode2session", headers=(("x-simulator-outcome", spec),))
    assert world.respond(session).status == status


def test_an_answer_may_be_late_or_torn(world: World) -> None:
    """The order is made all the same."""
    shapes = {"delay:5": (5.0, "all"), "drop": (0.0, "nothing"), "drop-body": (0.0, "half")}
    for number, (spec, shape) in enumerate(shapes.items()):
        answer = world.respond(call("payment", {**PAYMENT, "out_trade_no": f"N{number}"}, x_simulator_outcome=spec))
        assert (answer.delay, answer.sent) == shape
        session = Request("GET", "/sns/jscode2session", headers=(("x-simulator-outcome", spec),))
        late = world.respond(session)
        assert (late.delay, late.sent, read(late)["errcode"]) == (*shape, 41002)
    assert len(world.life.book.all()) == 3


def test_an_answer_may_be_broken(world: World) -> None:
    """Half of it, in another character set, as text, nested, or too long; signed as it is sent."""

    def shaped(spec: str) -> bytes:
        sent = {**PAYMENT, "out_trade_no": spec}
        return world.respond(call("payment", sent, x_simulator_outcome=spec)).body

    whole = shaped("normal")
    assert len(shaped("broken-json")) in range(len(whole) // 2 - 8, len(whole) // 2 + 8)
    assert "交易成功".encode("gbk") in shaped("invalid-utf8")
    as_text = json.loads(shaped("pay-params-text"))
    assert json.loads(as_text["pay_params"])["package"].startswith("prepay_id=")
    nested = json.loads(shaped("pay-params-nested"))
    assert set(nested) == {"respcd", "resperr", "respmsg", "data"}
    assert nested["data"]["pay_params"]["package"].startswith("prepay_id=")
    assert len(json.loads(shaped("oversized"))["padding"]) == 10_485_760
    session = Request("GET", "/sns/jscode2session", headers=(("x-simulator-outcome", "broken-json"),))
    assert world.respond(session).body.endswith(b"}") is False


def test_the_customer_is_told_what_to_do_with_the_token_only(world: World) -> None:
    """By hand, over HTTP."""
    order = read(world.respond(call("payment", PAYMENT)))
    form = urlencode({"syssn": order["syssn"]}).encode()
    for token, status in (("", 403), ("another", 403), ("the-token", 200)):
        sent = Request("POST", "/simulator/v1/pay", headers=(("x-simulator-token", token),), body=form)
        assert world.respond(sent).status == status
    assert world.life.book.all()[0].paid is not None
