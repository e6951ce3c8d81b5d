"""The answers a tester can choose, as specifications and on the wire."""

from __future__ import annotations

import hashlib
import http.client
import json
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.services.simulator import DEMO, OUTCOMES, Outcome, OutcomeKind, Simulator, parse_outcome
from tests.services.simulator.conftest import PAYMENT, Merchant

if TYPE_CHECKING:
    from tests.services.simulator.conftest import Reply, Shop

QUERY = "/trade/v1/query"


def _chosen(merchant: Merchant, spec: str, out_trade_no: str = "chosen") -> Reply:
    """A payment whose header asks for this outcome."""
    return merchant.send({**PAYMENT, "out_trade_no": out_trade_no}, headers={"X-Simulator-Outcome": spec})


def _known(merchant: Merchant, out_trade_no: str = "chosen") -> bool:
    """Whether there is an order with this number."""
    return bool(merchant.send({"out_trade_no": out_trade_no}, path=QUERY).fields["data"])


@pytest.mark.parametrize("spec", [spec for spec, _ in OUTCOMES])
def test_the_menu_can_be_parsed(spec: str) -> None:
    """Every entry of the menu is a specification that reads back as itself."""
    assert parse_outcome(spec).spec.removesuffix(":200") == spec


def test_the_menu_is_complete() -> None:
    """Every kind of outcome has an entry with a label of its own."""
    assert {parse_outcome(spec).kind for spec, _ in OUTCOMES} == set(OutcomeKind)
    assert len({str(label) for _, label in OUTCOMES}) == len(OUTCOMES)


@given(
    st.one_of(
        st.integers(1, 9999).map(lambda code: f"respcd:{code:04d}"),
        st.integers(1, 600).map(lambda seconds: f"delay:{seconds}"),
        st.integers(500, 599).map(lambda status: f"status:{status}"),
    )
)
def test_specifications_read_back(spec: str) -> None:
    """A specification and its outcome are two forms of one thing."""
    assert parse_outcome(spec).spec == spec
    assert parse_outcome(parse_outcome(f" {spec} ").spec) == parse_outcome(spec)


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        ("", "Choose one of: normal, respcd"),
        ("explode", "There is no outcome 'explode'"),
        ("respcd", "four digits"),
        ("respcd:12", "four digits"),
        ("respcd:１１０８", "four digits"),
        ("delay", "seconds above 0"),
        ("delay:0", "seconds above 0"),
        ("delay:nan", "seconds above 0"),
        ("delay:inf", "up to 600"),
        ("delay:soon", "like delay:5"),
        ("html:404", "200 or 502, like html:502"),
        ("status", "429 or 500 to 599"),
        ("status:200", "429 or 500 to 599, like status:503"),
        ("status:428", "429 or 500 to 599"),
        ("status:499", "429 or 500 to 599"),
        ("status:600", "429 or 500 to 599"),
        ("respcd:11080", "four digits"),
        ("delay:600.1", "up to 600, like delay:5"),
        (f"{'x' * 41}", f"There is no outcome '{'x' * 40}'"),
        (f"{'x' * 41}/drop", f"There is no call '{'x' * 40}'"),
        ("drop:now", "takes nothing after it"),
        ("normal:", "takes nothing after it"),
        ("query/respcd:1108", "There is no call 'query'"),
        ("/drop", "There is no call ''"),
        ("refund/", "Choose one of: normal, respcd"),
    ],
)
def test_other_specifications_are_explained(spec: str, told: str) -> None:
    """What cannot be read is refused with a sentence."""
    with pytest.raises(ValueError, match=told):
        parse_outcome(spec)


@pytest.mark.parametrize("spec", ["respcd:0000", "normal", "payment/normal", "refund/normal", "close/respcd:0000"])
def test_respcd_0000_is_normal(spec: str) -> None:
    """Choosing success chooses the normal answer, of whichever call."""
    assert parse_outcome(spec) == Outcome.normal


@pytest.mark.parametrize(
    ("spec", "status", "seconds"),
    [
        *(
            ("status:429", 429, 0),
            ("status:500", 500, 0),
            ("status:599", 599, 0),
            ("html", 200, 0),
            ("html:502", 502, 0),
        ),
        *(("delay:0.001", 200, 0.001), ("delay:600", 200, 600), ("drop", 200, 0)),
    ],
)
def test_an_outcome_knows_its_status_and_its_seconds(spec: str, status: int, seconds: float) -> None:
    """At both ends of what there is."""
    outcome = parse_outcome(spec)
    assert (outcome.status, outcome.seconds) == (status, seconds)


def test_a_payments_outcome_needs_no_call() -> None:
    """Without a call before it, a payment is meant."""
    assert parse_outcome("payment/respcd:1108") == parse_outcome("respcd:1108")


@pytest.mark.parametrize("code", ["1108", "1241", "9876"])
def test_a_chosen_respcd_is_answered_unchecked(merchant: Merchant, code: str) -> None:
    """Any code can be had, even for a request that is wrong, and leaves no order."""
    reply = merchant.send(signature="wrong", headers={"X-Simulator-Outcome": f"respcd:{code}"})
    assert (reply.status, reply.respcd) == (200, code)
    assert reply.fields["resperr"].endswith(f"({code})")
    assert "Chosen in the simulator" in reply.respmsg
    assert reply.headers["X-Simulator-Outcome"] == f"respcd:{code}"
    assert not _known(merchant, PAYMENT["out_trade_no"])


@pytest.mark.parametrize("code", ["1143", "1145", "1298"])
def test_a_code_in_progress_leaves_an_order(merchant: Merchant, code: str) -> None:
    """Where the answer says "go on querying", the query finds something."""
    fields = _chosen(merchant, f"respcd:{code}").fields
    assert (fields["respcd"], "pay_params" in fields, len(fields["syssn"])) == (code, False, 26)
    assert _known(merchant)


def test_a_code_in_progress_for_a_wrong_request_leaves_none(merchant: Merchant) -> None:
    """A request that would be refused gets the chosen code, and no order."""
    reply = merchant.send(signature="wrong", headers={"X-Simulator-Outcome": "respcd:1145"})
    assert (reply.respcd, "syssn" in reply.fields) == ("1145", False)


def test_an_answer_can_be_late(merchant: Merchant) -> None:
    """The chosen seconds pass, then the normal answer comes."""
    before = time.monotonic()
    reply = _chosen(merchant, "delay:0.3")
    assert time.monotonic() - before >= 0.3
    assert reply.respcd == "0000"


def test_the_connection_can_be_dropped(merchant: Merchant) -> None:
    """No byte comes back, yet the order exists: only a query can tell."""
    with pytest.raises(http.client.RemoteDisconnected):
        _chosen(merchant, "drop")
    assert _known(merchant)


def test_the_connection_can_be_dropped_in_the_body(merchant: Merchant) -> None:
    """The answer begins and never ends, yet the order exists."""
    with pytest.raises(http.client.IncompleteRead) as caught:
        _chosen(merchant, "drop-body")
    assert caught.value.partial.startswith(b'{"txdtm"')
    assert _known(merchant)


def test_json_can_be_broken(merchant: Merchant) -> None:
    """The body ends too early although its length is right."""
    reply = _chosen(merchant, "broken-json")
    with pytest.raises(json.JSONDecodeError):
        json.loads(reply.body)
    assert reply.status == 200


@pytest.mark.parametrize(
    ("spec", "status"),
    [("html", 200), ("html:502", 502), ("status:429", 429), ("status:503", 503), ("status:599", 599)],
)
def test_a_gateway_can_answer(merchant: Merchant, spec: str, status: int) -> None:
    """An HTML page with that status comes back unsigned, and no order exists."""
    reply = _chosen(merchant, spec)
    assert (reply.status, reply.headers["Content-Type"]) == (status, "text/html; charset=UTF-8")
    assert reply.body.startswith(b"<!DOCTYPE html>")
    assert "X-QF-SIGN" not in reply.headers
    assert not _known(merchant)


def test_an_answer_can_break_utf_8(merchant: Merchant) -> None:
    """The body holds GBK bytes, and is signed over exactly these."""
    reply = _chosen(merchant, "invalid-utf8")
    with pytest.raises(UnicodeDecodeError):
        reply.body.decode()
    assert json.loads(reply.body.decode("gbk"))["resperr"] == "交易成功"
    expected = hashlib.md5(reply.body + DEMO.client_key.encode(), usedforsecurity=False).hexdigest().upper()
    assert reply.headers["X-QF-SIGN"] == expected


def test_pay_params_can_be_text(merchant: Merchant) -> None:
    """pay_params comes as JSON text."""
    written = _chosen(merchant, "pay-params-text").fields["pay_params"]
    assert json.loads(written)["signType"] == "MD5"


def test_pay_params_can_be_nested(merchant: Merchant) -> None:
    """Everything but the verdict moves into data."""
    fields = _chosen(merchant, "pay-params-nested").fields
    assert set(fields) == {"respcd", "resperr", "respmsg", "data"}
    assert fields["data"]["pay_params"]["signType"] == "MD5"


@pytest.mark.parametrize("spec", ["pay-params-text", "pay-params-nested", "broken-json", "invalid-utf8"])
def test_a_refusal_is_shaped_as_well(merchant: Merchant, spec: str) -> None:
    """A wrong request gets its refusal in the chosen shape, not a fault of the simulator."""
    reply = merchant.send(signature="wrong", headers={"X-Simulator-Outcome": spec})
    assert (reply.status, b'"respcd": "1108"' in reply.body) == (200, True)


def test_an_answer_can_be_oversized(merchant: Merchant) -> None:
    """More than 10 MB of valid JSON."""
    reply = _chosen(merchant, "oversized")
    assert len(reply.body) > 10 * 1024 * 1024
    assert reply.respcd == "0000"


def test_the_simulators_outcome_shapes_payments_only(simulator: Simulator, merchant: Merchant) -> None:
    """An outcome set on the simulator holds for payments until it is set back; a query tells the truth."""
    simulator.outcome = parse_outcome("drop")
    with pytest.raises(http.client.RemoteDisconnected):
        merchant.send()
    assert _known(merchant, PAYMENT["out_trade_no"])
    simulator.outcome = Outcome.normal
    assert merchant.send({**PAYMENT, "out_trade_no": "next"}).respcd == "0000"


def test_the_header_beats_the_simulators_outcome(simulator: Simulator, merchant: Merchant) -> None:
    """One request can be normal while all others are refused, and a query can be shaped by header."""
    simulator.outcome = parse_outcome("respcd:1241")
    assert _chosen(merchant, "normal").respcd == "0000"
    assert merchant.send({"page": "1"}, path=QUERY, headers={"X-Simulator-Outcome": "respcd:1100"}).respcd == "1100"


def test_a_refund_can_be_refused(simulator: Simulator, shop: Shop) -> None:
    """The chosen respcd comes back, no money moves, and payments and closings are as ever."""
    simulator.outcome = parse_outcome("refund/respcd:1269")
    syssn = shop.sell()
    assert shop.refund(syssn, "100").respcd == "1269"
    assert (len(shop.rows()), shop.row()["cancel"]) == (1, "0")
    shop.order("open")
    assert shop.end("close", out_trade_no="open").respcd == "0000"


@pytest.mark.parametrize("code", ["1143", "1145", "1298"])
def test_a_refund_under_way_is_made(simulator: Simulator, shop: Shop, code: str) -> None:
    """Where the answer says "go on querying", the query finds the refund."""
    simulator.outcome = parse_outcome(f"refund/respcd:{code}")
    syssn = shop.sell()
    refund = shop.refund(syssn, "100").fields
    assert (refund["respcd"], refund["orig_syssn"]) == (code, syssn)
    assert shop.row(syssn=refund["syssn"])["respcd"] == "0000"


def test_a_refund_can_be_made_without_an_answer(simulator: Simulator, shop: Shop) -> None:
    """No byte comes back, yet the money is gone: only a query can tell."""
    simulator.outcome = parse_outcome("refund/drop")
    syssn = shop.sell()
    with pytest.raises(http.client.RemoteDisconnected):
        shop.refund(syssn, "300")
    assert shop.row(syssn=syssn)["cancel"] == "3"


@pytest.mark.parametrize("call", ["close", "reversal"])
def test_ending_an_order_can_be_unsupported(simulator: Simulator, shop: Shop, call: str) -> None:
    """As QFPay may answer for 800213: the order stays open."""
    simulator.outcome = parse_outcome(f"{call}/respcd:1297")
    shop.order()
    reply = shop.end(call, out_trade_no="order")
    assert (reply.respcd, "syssn" in reply.fields, shop.row()["respcd"]) == ("1297", False, "1143")


@pytest.mark.parametrize("call", ["payment", "query", "refund", "close", "reversal"])
def test_the_header_works_for_every_call(merchant: Merchant, call: str) -> None:
    """Whatever the request is, its header chooses its answer; one meant for another call changes nothing."""
    path = f"/trade/v1/{call}"
    assert merchant.send(path=path, headers={"X-Simulator-Outcome": "respcd:1100"}).respcd == "1100"
    assert merchant.send(path=path, headers={"X-Simulator-Outcome": "status:503"}).status == 503
    other = "close" if call == "refund" else "refund"
    assert merchant.send(path=path, headers={"X-Simulator-Outcome": f"{other}/status:503"}).status == 200


def test_an_unreadable_header_is_explained(merchant: Merchant) -> None:
    """A specification nobody knows is HTTP 400 with the sentence that explains it, and no order."""
    reply = _chosen(merchant, "explode")
    assert (reply.status, "Choose one of" in reply.respmsg) == (400, True)
    assert not _known(merchant)
