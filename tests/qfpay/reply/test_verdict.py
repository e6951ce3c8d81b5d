"""The verdict on an exchange: every sentence, every layer, and never an advice to pay twice."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SANDBOX, SIMULATOR, Environment
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.reply.reply import read_reply
from qfpay_gui.qfpay.reply.status_words import STATUSES
from qfpay_gui.qfpay.reply.verdict import Verdict, verdict
from qfpay_gui.qfpay.request.prepared import PreparedRequest
from qfpay_gui.qfpay.respcd import table
from qfpay_gui.qfpay.signing.recipe import OFFICIAL

KEY = "3ABB1BFFE2E0497BB9270978B0B00000"
SENT = {"out_trade_no": "QA1", "txamt": "300", "txcurrcd": "HKD", "pay_type": "800213"}
PAY_PARAMS = {"appId": "wx2421b1c4370ec43b", "timeStamp": "1593746074", "package": "prepay_id=wx03"}
ORDER = {"respcd": "0000", "resperr": "success", "syssn": "2026", "pay_params": PAY_PARAMS}
ENDPOINTS = ("payment", "query", "refund", "close", "reversal", "other")


def request_to(
    environment: Environment = PRODUCTION, endpoint: str = "payment", sent: dict[str, str] | None = None
) -> PreparedRequest:
    """A request with these parameters."""
    parameters = tuple((SENT if sent is None else sent).items())
    return PreparedRequest(
        method="POST",
        url=f"https://openapi-hk.qfapi.com/trade/v1/{endpoint}",
        headers=(),
        body=b"",
        parameters=parameters,
        signed=OFFICIAL.sign(parameters, KEY),
        sign_type="MD5",
        environment=environment,
        endpoint=endpoint,
    )


def answered(
    body: object,
    request: PreparedRequest | None = None,
    status: int = 200,
    headers: tuple[tuple[str, str], ...] = (),
) -> Verdict:
    """The verdict on a reply with this body."""
    written = body if isinstance(body, bytes) else json.dumps(body).encode()
    return verdict(Exchange(request or request_to(), HttpReply(status, "reason", headers, written)), None)


def failed(
    layer: Layer, request: PreparedRequest | None = None, *, arrived: bool, technical: str = "library words"
) -> Verdict:
    """The verdict on an exchange that ended at this layer."""
    return verdict(Exchange(request or request_to(), TransportFailure(layer, arrived, technical)), None)


def advises_another_send(said: Verdict) -> bool:
    """Whether the next step invites to send the request again."""
    step = str(said.next_step).lower()
    return bool(re.search(r"(?<!not )(?<!never )(send (it|this|the) ?\w* again|try again)|resend|retry", step))


def test_an_order_created_is_not_paid() -> None:
    """The first sentence of a successful payment says that nobody has paid, and hands on to the Mini Program."""
    said = answered(ORDER)
    assert said.severity is Severity.OK
    assert str(said.headline) == "Order created – nobody has paid yet."
    assert str(said.turn) == "The Mini Program’s turn, then the payer’s."
    assert "Hand pay_params to the Mini Program unchanged, within two hours" in str(said.next_step)
    assert "30 minutes" in str(said.next_step)
    assert str(said.codes) == "0000 · HTTP 200"


@pytest.mark.parametrize(("minutes", "shown"), [("5", "5"), ("120", "120"), ("045", "45")])
def test_expired_time_ends_the_order_earlier(minutes: str, shown: str) -> None:
    """The documented 5 to 120 minutes are said instead of the two hours of a prepay_id."""
    said = answered(ORDER, request_to(sent={**SENT, "expired_time": minutes}))
    assert f"within {shown} minutes: then expired_time ends the order." in str(said.next_step)


@pytest.mark.parametrize("minutes", ["", "4", "121", "1e2", "٣٠", "-30", "0000000030"])
def test_an_unreadable_expired_time_is_not_relied_on(minutes: str) -> None:
    """Anything but 5 to 120 minutes leaves the two hours and the documented default."""
    assert "two hours" in str(answered(ORDER, request_to(sent={**SENT, "expired_time": minutes})).next_step)


def test_live_testing_reminds_to_refund() -> None:
    """Money that moves without being settled is to be refunded."""
    assert "refund the payment once it is paid" in str(answered(ORDER, request_to(LIVE_TESTING)).next_step)
    paid = {"respcd": "0000", "data": [{"respcd": "0000", "cancel": "0"}]}
    said = answered(paid, request_to(LIVE_TESTING, "query"))
    assert (said.severity, str(said.turn)) == (Severity.ATTENTION, "The merchant’s turn.")
    assert "refund it now" in str(said.next_step)


def test_production_reminds_of_real_money() -> None:
    """A production order says that the money is real; other environments do not."""
    assert "real" in str(answered(ORDER, request_to(PRODUCTION)).next_step)
    assert "real" not in str(answered(ORDER, request_to(SANDBOX)).next_step)


def test_the_simulator_is_named_in_the_headline() -> None:
    """Nobody takes a simulated order for a real one, nor a simulated failure."""
    request = request_to(SIMULATOR)
    assert str(answered(ORDER, request).headline) == "Simulated: Order created – nobody has paid yet."
    assert str(failed(Layer.READ_TIMEOUT, request, arrived=True).headline).startswith("Simulated: ")


@pytest.mark.parametrize("pay_params", [None, "https://qr.example/", {}])
def test_an_order_without_pay_params_needs_attention(pay_params: object) -> None:
    """An order nobody can pay is not reported as a success."""
    said = answered({**ORDER, "pay_params": pay_params})
    assert said.severity is Severity.ATTENTION
    assert str(said.headline) == "Order created, but without pay_params it cannot be paid."
    assert "Query out_trade_no QA1" in str(said.next_step)


def test_an_order_that_differs_from_the_request_is_held() -> None:
    """A changed amount in the reply keeps the payer from paying."""
    said = answered({**ORDER, "txamt": "3"})
    assert said.severity is Severity.ATTENTION
    assert "differs from what was sent" in str(said.headline)
    assert "Let nobody pay yet" in str(said.next_step)
    assert [finding.code for finding in said.findings] == ["echo-differs"]


def test_a_finding_about_the_reply_raises_the_severity() -> None:
    """An order with a number in pay_params is created, and still needs attention."""
    said = answered({**ORDER, "pay_params": {**PAY_PARAMS, "timeStamp": 1593746074}})
    assert said.severity is Severity.ATTENTION
    assert str(said.headline).startswith("Order created")
    assert [finding.code for finding in said.findings] == ["pay-params-not-text"]


def test_another_pay_type_may_already_be_paid() -> None:
    """Only 800213 is known to leave the paying to later."""
    said = answered({"respcd": "0000"}, request_to(sent={**SENT, "pay_type": "800208"}))
    assert str(said.headline) == "Accepted. Whether it is paid depends on pay_type 800208."
    assert said.severity is Severity.NOTE


@pytest.mark.parametrize("code", ["1143", "1145", "1298", "1161"])
def test_a_payment_in_progress_is_queried_never_resent(code: str) -> None:
    """In progress is neither good nor bad, and forbids another send."""
    said = answered({"respcd": code})
    assert said.severity is Severity.NOTE
    assert str(said.turn) == "Wait, and query."
    assert "ever send" in str(said.next_step)


@pytest.mark.parametrize(
    ("code", "severity", "turn"),
    [
        ("1108", Severity.WRONG, "The merchant’s turn."),
        ("1243", Severity.WRONG, "The merchant’s turn."),
        ("1242", Severity.WRONG, "QFPay’s turn."),
        ("1201", Severity.ATTENTION, "The payer’s turn."),
        ("1260", Severity.ATTENTION, "Nobody’s turn: it is finished."),
        ("1100", Severity.ATTENTION, "Wait, and query."),
    ],
)
def test_a_refusal_says_whose_turn_it_is(code: str, severity: Severity, turn: str) -> None:
    """The severity follows from who has to act."""
    said = answered({"respcd": code})
    assert (said.severity, str(said.turn)) == (severity, turn)


@pytest.mark.parametrize(
    ("respcd", "resperr", "respmsg", "headline"),
    [
        ("1108", "MCHCODE非法", "", "QFPay does not accept mchid, though it calls this a signature error."),
        ("1108", "签名错误 (1108)", "", "The signature is wrong, or mchid is."),
        ("1104", "", "filter error", "This pay_type is not enabled for the merchant."),
        ("1251", "", "out_trade_no is used", "This out_trade_no was used before."),
        ("1251", "", "", "The store is set up wrongly, or out_trade_no was used before."),
        ("1205", "filter error", "", "The payment failed at the channel."),
    ],
)
def test_qfpay_s_own_words_narrow_a_code_down(respcd: str, resperr: str, respmsg: str, headline: str) -> None:
    """A code with two causes is told apart by the words that come with it."""
    said = answered({"respcd": respcd, "resperr": resperr, "respmsg": respmsg})
    assert str(said.headline) == headline


def test_qfpay_s_own_words_are_in_the_technical_detail() -> None:
    """A support ticket needs the words and numbers as they came."""
    said = answered({"respcd": "1109", "resperr": "a\nb", "respmsg": "c", "syssn": "7"})
    lines = [str(line) for line in said.technical]
    assert lines == [
        "POST https://openapi-hk.qfapi.com/trade/v1/payment",
        "HTTP 200 reason",
        "respcd: 1109",
        "resperr: a b",
        "respmsg: c",
        "syssn: 7",
        "respcd 1109 is in older sources only.",
    ]


def test_an_unknown_respcd_is_shown_with_qfpay_s_words() -> None:
    """Nothing is made up for an unknown code, and its outcome counts as unknown."""
    said = answered({"respcd": "7777", "resperr": "odd", "respmsg": "thing"})
    assert str(said.headline) == "respcd 7777 is not known here."
    assert "“odd / thing”" in str(said.next_step)
    assert "query out_trade_no QA1. Do not send this payment again." in str(said.next_step)
    assert said.severity is Severity.ATTENTION
    assert "no words" in str(answered({"respcd": "7777"}).next_step)


@pytest.mark.parametrize(
    ("status", "headline"),
    [
        (429, "Too many requests: QFPay turned this one away (HTTP 429)."),
        (302, "The server points elsewhere, but does not say where (HTTP 302)."),
        (404, "There is nothing at this address (HTTP 404)."),
        (418, "The server turned the request away (HTTP 418)."),
        (502, "A gateway got no proper answer from the server behind it (HTTP 502)."),
        (520, "The server failed (HTTP 520)."),
        (204, "The server answered HTTP 204; QFPay documents only 200 and 429."),
    ],
)
def test_an_http_error_is_named_with_its_status(status: int, headline: str) -> None:
    """The failing layer is in the headline, the query in the next step."""
    said = answered(b"", status=status)
    assert (str(said.headline), said.severity) == (headline, Severity.WRONG)
    assert "uery out_trade_no QA1" in str(said.next_step)
    assert str(said.codes) == f"HTTP {status}"


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        (b"", "The reply is empty."),
        (b"<html><title>Login</title>", "A web page came back instead of QFPay’s reply."),
        (b"oops", "The reply is not JSON, so it cannot be read."),
        (b"{}", "The reply is JSON, but not QFPay’s: it has no respcd."),
    ],
)
def test_an_unreadable_reply_leaves_the_outcome_unknown(body: bytes, headline: str) -> None:
    """HTTP 200 without respcd proves nothing: query, never send again."""
    said = answered(body)
    assert (str(said.headline), said.severity) == (headline, Severity.WRONG)
    assert "The outcome is unknown: query out_trade_no QA1. Do not send this payment again." in str(said.next_step)


@pytest.mark.parametrize("respcd", ["0000", "1108", "1143", "7777"])
def test_a_return_code_under_a_429_is_not_listened_to(respcd: str) -> None:
    """The request was turned away before anybody looked at it; under a 500 the code speaks."""
    said = answered({"respcd": respcd}, status=429)
    assert str(said.headline) == "Too many requests: QFPay turned this one away (HTTP 429)."
    assert "HTTP 500" not in str(answered({"respcd": "1108"}, status=500).headline)


def test_the_limits_are_told_with_a_429() -> None:
    """The documented limits and the server's own Retry-After are shown."""
    said = answered(b"", status=429, headers=(("Retry-After", "60"),))
    assert "100 requests a second and 400 a minute" in str(said.next_step)
    assert "Retry-After: 60" in map(str, said.technical)


@pytest.mark.parametrize(
    ("status", "retry_after", "said"),
    [
        (429, "120", "120 s"),
        (503, "Sun, 29 Nov 2026 12:00:00 GMT", "Sun, 29 Nov 2026"),
        (400, "Sun, 29 Nov 2026 12:00:00 GMT", "Sun, 29 Nov 2026"),
        (399, "Sun, 29 Nov 2026 12:00:00 GMT", ""),
        (429, "", "minute"),
        (503, "", ""),
    ],
)
def test_how_long_to_wait_is_what_the_reply_asks_for(status: int, retry_after: str, said: str) -> None:
    """In seconds or until a moment; an answer that refuses nothing asks for no patience."""
    headers = (("Retry-After", retry_after),) if retry_after else ()
    told = str(answered(b"", status=status, headers=headers).next_step)
    assert said in told
    assert ("Nov 2026" in told) is (said.endswith("2026"))


def test_where_a_redirect_points_is_told() -> None:
    """The target is for the technical detail; it is not followed."""
    said = answered(b"", status=301, headers=(("Location", "https://elsewhere.example/"),))
    assert "Location: https://elsewhere.example/" in map(str, said.technical)


def test_where_the_json_breaks_is_told() -> None:
    """Line, column and excerpt are for the technical detail."""
    lines = [str(line) for line in answered(b'{"respcd": oops}').technical]
    assert "JSON: Expecting value, line 1, column 12" in lines
    assert 'There it reads: {"respcd": oops}' in lines


def test_a_respcd_counts_under_an_http_error() -> None:
    """A refusal is a refusal whatever the HTTP status; a success is doubted."""
    assert str(answered({"respcd": "1108"}, status=400).headline) == "The signature is wrong, or mchid is."
    said = answered(ORDER, status=500)
    assert str(said.headline) == "respcd 0000 came with HTTP 500: the outcome is unclear."
    assert (said.severity, "Do not send this payment again" in str(said.next_step)) == (Severity.ATTENTION, True)


@pytest.mark.parametrize(
    ("layer", "words"),
    [
        (Layer.REFUSED_HERE, "did not send"),
        (Layer.NAME_RESOLUTION, "name was not found"),
        (Layer.PROXY, "proxy"),
        (Layer.CONNECT, "No connection"),
        (Layer.CONNECT_TIMEOUT, "in time"),
        (Layer.TLS, "TLS"),
        (Layer.READ_TIMEOUT, "in time"),
        (Layer.CONNECTION_LOST, "broke"),
        (Layer.CANCELLED, "before it was sent"),
    ],
)
def test_a_request_that_never_left_sent_nothing(layer: Layer, words: str) -> None:
    """Each layer is named, and it is said that nothing was sent."""
    said = failed(layer, arrived=False)
    assert words in str(said.headline)
    assert str(said.next_step).startswith("Nothing was sent to QFPay.")
    assert str(said.turn) == "Your turn: it stopped on this side of QFPay."
    assert "Library: library words" in map(str, said.technical)


@pytest.mark.parametrize("status", STATUSES)
def test_a_status_is_told_with_its_number(status: int) -> None:
    """Where no respcd came with it."""
    assert f"(HTTP {status}" in str(answered(b"<html>", status=status).headline)


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (301, "moved for good"),
        (302, "for now"),
        (307, "for now"),
        (308, "moved for good"),
    ],
)
def test_a_redirect_says_whether_the_address_has_moved(status: int, words: str) -> None:
    """And that it is not followed."""
    told = str(answered(b"", status=status, headers=(("Location", "https://a.b/"),)).headline)
    assert words in told
    assert "not followed" in told


def test_long_words_of_others_are_cut() -> None:
    """The library's to 600 characters, the moment of a Retry-After to 40."""
    assert f"Library: {'x' * 600}…" in map(str, failed(Layer.TLS, arrived=False, technical="x" * 601).technical)
    assert f"Library: {'x' * 600}" in map(str, failed(Layer.TLS, arrived=False, technical="x" * 600).technical)
    for words, shown in (("x" * 200, "x" * 200), ("x" * 201, "x" * 200 + "…")):
        told = answered({"respcd": "1108", "resperr": words}, headers=(("Location", words),)).technical
        assert f"Location: {shown}" in map(str, told)
        assert f"resperr: {shown}" in map(str, told)
    for moment, shown in (("x" * 40, "x" * 40), ("x" * 41, "x" * 40 + "…")):
        said = answered(b"", status=503, headers=(("Retry-After", moment),))
        assert f"until {shown} (Retry-After)" in str(said.next_step)


@pytest.mark.parametrize("layer", Layer)
def test_a_payment_that_may_have_arrived_is_queried(layer: Layer) -> None:
    """An unknown outcome is said first, with the number to query, at every layer."""
    said = failed(layer, arrived=True)
    step = "The outcome is unknown: query out_trade_no QA1. Do not send this payment again."
    assert str(said.next_step).startswith(step)
    assert (said.severity, str(said.turn)) == (Severity.WRONG, "Wait, and query.")


@pytest.mark.parametrize(
    ("endpoint", "sent", "step"),
    [
        ("refund", {"out_trade_no": "R1", "syssn": "7"}, "query out_trade_no R1. Do not send this refund again."),
        ("close", {"syssn": "7"}, "query syssn 7. Do not send this request again."),
        ("payment", {}, "names no out_trade_no: look for it by time with a query. Do not send it again."),
        ("query", {"syssn": "7"}, "A query changes nothing: it may be sent again."),
    ],
)
def test_an_unknown_outcome_of_another_call(endpoint: str, sent: dict[str, str], step: str) -> None:
    """Refunds and closings are queried as well; only a query may simply be repeated."""
    assert step in str(failed(Layer.READ_TIMEOUT, request_to(PRODUCTION, endpoint, sent), arrived=True).next_step)
    assert step in str(answered(b"", request_to(PRODUCTION, endpoint, sent)).next_step)


def test_a_request_turned_away_is_queried_before_anything_else() -> None:
    """Even where nothing was probably created, the query comes first, by number or by time."""
    for sent, step in ((SENT, "Query out_trade_no QA1 before you send anything else."), ({}, "by time with a query")):
        assert step in str(answered(b"", request_to(PRODUCTION, "payment", sent), status=404).next_step)
    assert "may be sent again" in str(answered(b"", request_to(PRODUCTION, "query"), status=429).next_step)


def test_stopping_before_anything_was_sent_is_no_fault() -> None:
    """The user's own Cancel is a note as long as nothing left, and an unknown outcome afterwards."""
    assert failed(Layer.CANCELLED, arrived=False).severity is Severity.NOTE
    assert failed(Layer.CANCELLED, arrived=True).severity is Severity.WRONG


QUERY = request_to(PRODUCTION, "query")


@pytest.mark.parametrize(
    ("row", "severity", "headline"),
    [
        ({"respcd": "0000", "cancel": "0"}, Severity.OK, "The order is paid."),
        ({"respcd": "0000"}, Severity.OK, "The order is paid."),
        ({"respcd": "0000", "order_type": "refund"}, Severity.OK, "The refund is done."),
        ({"respcd": "0000", "cancel": "1"}, Severity.NOTE, "The order was paid, then reversed or refunded."),
        ({"respcd": "0000", "cancel": "2"}, Severity.NOTE, "The order was cancelled."),
        ({"respcd": "0000", "cancel": "3"}, Severity.NOTE, "The order was paid, then refunded."),
        ({"respcd": "0000", "cancel": "4"}, Severity.NOTE, "The pre-authorisation is completed."),
        ({"respcd": "0000", "cancel": "5"}, Severity.NOTE, "The order was paid, then refunded in part."),
        ({"respcd": "1143"}, Severity.NOTE, "Not paid yet; the payer may be entering the password."),
        ({"respcd": "1142"}, Severity.ATTENTION, "The order is closed."),
        ({"respcd": "7777"}, Severity.ATTENTION, "The order was found, but its respcd 7777 is unknown."),
        ({}, Severity.ATTENTION, "The order was found, but its respcd – is unknown."),
    ],
)
def test_a_query_tells_the_order_s_own_state(row: dict[str, str], severity: Severity, headline: str) -> None:
    """Respcd 0000 of a query means that the query worked; the record's own respcd tells the state."""
    said = answered({"respcd": "0000", "data": [row]}, QUERY)
    assert (said.severity, str(said.headline)) == (severity, headline)
    if "respcd" in row:
        assert str(said.codes) == f"0000 → {row['respcd']} · HTTP 200"


def test_a_query_without_records_says_where_to_look() -> None:
    """No record is no proof that nothing was paid."""
    said = answered({"respcd": "0000", "data": []}, QUERY)
    assert (said.severity, str(said.headline)) == (Severity.ATTENTION, "The query worked, but found no order.")
    assert "this calendar month" in str(said.next_step)
    assert "query again before a new one" in str(said.next_step)


def test_a_query_with_many_records_counts_them() -> None:
    """Several records have several states; the rule to read them is given."""
    said = answered({"respcd": "0000", "data": [{"respcd": "0000"}, {"respcd": "1143"}]}, QUERY)
    assert str(said.headline) == "The query found 2 records."
    assert str(said.codes) == "0000 · HTTP 200"


@pytest.mark.parametrize(
    ("endpoint", "body", "severity", "headline"),
    [
        ("refund", {"syssn": "8"}, Severity.OK, "The refund is done."),
        ("close", {"syssn": "8"}, Severity.OK, "The order is closed; it can no longer be paid."),
        ("reversal", {"syssn": "8"}, Severity.OK, "The order is reversed; it can no longer be paid."),
        ("close", {}, Severity.ATTENTION, "Success without syssn: closing may not be supported here."),
        ("other", {}, Severity.OK, "The request succeeded."),
    ],
)
def test_success_of_another_call(endpoint: str, body: dict[str, str], severity: Severity, headline: str) -> None:
    """Each call's 0000 is said in its own words."""
    said = answered({"respcd": "0000", **body}, request_to(PRODUCTION, endpoint))
    assert (said.severity, str(said.headline)) == (severity, headline)


def test_a_reply_already_read_is_used_as_it_is() -> None:
    """The caller's reading is not repeated; without it the same verdict comes about."""
    received = HttpReply(200, "OK", (), json.dumps(ORDER).encode())
    exchange = Exchange(request_to(), received)
    assert verdict(exchange, read_reply(received)) == verdict(exchange, None)
    other = replace(read_reply(received), fields={"respcd": "1108"})
    assert "signature" in str(verdict(exchange, other).headline)


def every_verdict(environment: Environment, endpoint: str) -> list[Verdict]:
    """A verdict of every kind there is."""
    request = request_to(environment, endpoint, {**SENT, "out_trade_no": "N" * 128})
    bodies: list[object] = [b"", b"<html>", b"x", {}, ORDER, {"respcd": "0000"}, {"respcd": "X" * 500}]
    bodies += [{"respcd": entry.code} for entry in table()]
    bodies += [{"respcd": "0000", "data": [{"respcd": entry.code}]} for entry in table()]
    bodies += [{"respcd": "1108", "resperr": "MCHCODE"}, {"respcd": "0000", "data": [{"respcd": "Y" * 500}]}]
    said = [answered(body, request) for body in bodies]
    said += [answered(ORDER, request, status) for status in (102, 201, 301, 404, 429, 503)]
    return said + [failed(layer, request, arrived=arrived) for layer in Layer for arrived in (False, True)]


@pytest.mark.parametrize("environment", [SIMULATOR, LIVE_TESTING, environments.custom("https://gateway.example")])
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_every_headline_is_short_and_every_sentence_whole(environment: Environment, endpoint: str) -> None:
    """A headline fits one line, no placeholder stays unfilled, nothing invites a second send, no key shows."""
    for said in every_verdict(environment, endpoint):
        assert len(str(said.headline)) <= 90, str(said.headline)
        for sentence in (said.headline, said.turn, said.next_step, said.codes, *said.technical):
            assert str(sentence).strip()
            assert not re.search(r"[{}]", str(sentence).replace("There it reads: {}", "")), str(sentence)
        assert str(said.next_step).endswith((".", "”"))
        assert not advises_another_send(said), str(said.next_step)
        assert KEY not in repr(said)


@given(st.binary(), st.integers(100, 599), st.sampled_from(ENDPOINTS))
def test_no_reply_is_without_verdict(body: bytes, status: int, endpoint: str) -> None:
    """Whatever comes back, there is a sentence for it."""
    assert str(answered(body, request_to(SIMULATOR, endpoint), status).headline).startswith("Simulated: ")
