from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, PRODUCTION, SIMULATOR, Environment
from qfpay_gui.qfpay.request.guards import Review, review
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.request.variants import variant
from tests.qfpay.request.rules.cases import CARD, CREDENTIALS, PAID, Case

RUNNING = replace(SIMULATOR, base_url="http://127.0.0.1:1")
NEW_NUMBER = ("payment", "refund")
MADE_UP = "oQFTester_0penid_for_demo_01"
REACHED = (("notify_url", "https://shop.example/notify"),)


def reviewed(
    call: str, environment: Environment, *, used: bool = False, value: str | None = None, field: str = "txamt"
) -> Review:
    """The review of a right request of this call, with one value changed, for a merchant called Tea shop."""
    also = REACHED if call == "payment" else ()
    case = Case("", field, value, also=also, environment=environment, bound_to=environment.id, endpoint=call)
    request = replace(case, orders=(CARD,)).prepared()
    return review(request, "Tea shop", lambda _number: used)


@pytest.mark.parametrize("call", ENDPOINTS)
def test_production_asks_for_every_call_and_says_what_it_does(call: str) -> None:
    """Host and merchant are named, for queries too, and money wherever an amount is sent."""
    (question,) = reviewed(call, PRODUCTION).questions
    said = str(question.explanation)
    assert question.is_production
    assert PRODUCTION.host in said
    assert "Tea shop" in said
    assert ("HK$3.00" in said) is (call != "query")


AT_STAKE = {
    "payment": ["Order: {out_trade_no}", "Payer: oabc…wxyz", "Amount: HK$3.00 (300 HKD)"],
    "query": ["Order: {out_trade_no}"],
    "refund": ["Refund: {out_trade_no}", "Order: {syssn}", "Amount: HK$3.00 (300 HKD)"],
}
OPENID = "oabcdefghijklmnopqrstuv-wxyz"


def _said_in_production(call: str, openid: str = "", **changed: str) -> list[str]:
    """The lines of the question, the consequence left out."""
    also = (*(REACHED if call == "payment" else ()), *changed.items())
    case = Case("", "sub_openid" if openid else "", openid or None, also=also, environment=PRODUCTION, endpoint=call)
    request = replace(case, bound_to=PRODUCTION.id, orders=(CARD,)).prepared()
    (question,) = review(request, "Tea shop", lambda _number: False).questions
    said = str(question.explanation).split("\n\n")[0]
    for name in ("out_trade_no", "syssn", "mchid"):
        said = said.replace(request.value(name) or "\0", f"{{{name}}}")
    return said.splitlines()


@pytest.mark.parametrize("call", AT_STAKE)
def test_production_spells_out_what_is_at_stake(call: str) -> None:
    """Which order, whose money, how much, for whom and where; each on a line of its own, and the openid not whole."""
    said = _said_in_production(call, OPENID if call == "payment" else "")
    assert said == [*AT_STAKE[call], "Merchant: Tea shop, mchid {mchid}", f"Host: {PRODUCTION.host}"]


def test_what_does_not_fit_is_said_once_each() -> None:
    """Whose profile, whose mchid, whose openid; what else is noticed is not repeated there."""
    case = Case("", "sub_openid", MADE_UP, also=(*REACHED, ("mchid", "OTHER1")), environment=PRODUCTION)
    request = replace(case, bound_to="live-hk").prepared()
    (question,) = review(request, "Tea shop", lambda _number: False).questions
    checks = [line for line in str(question.explanation).splitlines() if line.startswith("Check first: ")]
    assert "Check first: These credentials belong to another environment" in checks
    assert "Check first: A made-up openid: nobody can pay with it here" in checks
    assert len(checks) == len(set(checks)) == 3


def test_a_long_number_is_shown_by_its_first_sixty_four_characters() -> None:
    """On one line."""
    assert f"Order: {'1' * 31} {'2' * 32}" in _said_in_production("query", out_trade_no=f"{'1' * 31}\n{'2' * 33}")


@pytest.mark.parametrize(("openid", "shown"), [("o" * 13, "oooo…oooo"), ("o" * 12, "o…")])
def test_an_openid_is_shown_by_its_ends_alone(openid: str, shown: str) -> None:
    """A short one hardly at all."""
    assert f"Payer: {shown}" in _said_in_production("payment", openid)


@pytest.mark.parametrize(
    ("call", "consequence"),
    [
        ("payment", "real order with real money"),
        ("query", "only reads"),
        ("refund", "cannot be undone"),
        ("close", "nobody can pay"),
        ("reversal", "takes a real order back"),
    ],
)
def test_each_call_is_asked_about_in_its_own_words(call: str, consequence: str) -> None:
    """Nobody agrees to a refund under the words of a payment."""
    (question,) = reviewed(call, PRODUCTION).questions
    assert consequence in str(question.explanation)
    assert len({str(reviewed(name, PRODUCTION).questions[0].agree) for name in ENDPOINTS}) == len(ENDPOINTS)


@pytest.mark.parametrize("call", ENDPOINTS)
@pytest.mark.parametrize("environment", [RUNNING, LIVE_TESTING], ids=lambda one: one.id)
def test_a_right_request_elsewhere_is_sent_without_a_question(call: str, environment: Environment) -> None:
    """Questions that always come are answered without being read."""
    assert reviewed(call, environment) == replace(reviewed(call, environment), refusal=None, questions=())


@pytest.mark.parametrize("call", ENDPOINTS)
def test_a_used_number_is_asked_about_only_where_it_must_be_new(call: str) -> None:
    """A query names the number of an order that exists; a number sent again brings no second payment or refund."""
    questions = reviewed(call, RUNNING, used=True).questions
    assert len(questions) == (call in NEW_NUMBER)
    assert endpoint(call).needs_new_number is (call in NEW_NUMBER)
    assert all("sent before" in str(question.title) for question in questions)
    assert all(f"the first {call}'s result back" in str(one.explanation) for one in questions)


@pytest.mark.parametrize("call", NEW_NUMBER)
@pytest.mark.parametrize(("environment", "place"), [(RUNNING, "the simulator"), (LIVE_TESTING, LIVE_TESTING.host)])
def test_the_place_a_number_went_to_is_named(call: str, environment: Environment, place: str) -> None:
    """The simulator by its name: its port is another one after each start."""
    (question,) = reviewed(call, environment, used=True).questions
    assert f" went to {place} already" in str(question.explanation)
    assert RUNNING.host not in str(question.explanation)


def test_an_empty_number_that_must_be_new_is_no_number_of_an_order() -> None:
    """What the request carries decides, not what the draft keeps."""
    asked: list[str] = []
    for call in ENDPOINTS:
        request = Case("", "", endpoint=call, environment=RUNNING).prepared()
        review(request, "", lambda number: bool(asked.append(number)))  # type: ignore[func-returns-value]  # notes only
        assert request.new_number == (request.value("out_trade_no") if call in NEW_NUMBER else "")
    assert len(asked) == len(NEW_NUMBER)


def test_more_than_is_left_is_asked_about_where_money_is_real() -> None:
    """On live testing a question, in production a refusal, in the simulator an experiment."""
    (question,) = reviewed("refund", LIVE_TESTING, value="301").questions
    assert "HK$3.00" in str(question.explanation)
    assert reviewed("refund", RUNNING, value="301").questions == ()
    refusal = reviewed("refund", PRODUCTION, value="301").refusal
    assert refusal is not None
    assert "txamt" in str(refusal)


def test_refunds_under_way_are_asked_about() -> None:
    """Together with one whose outcome is open, this one may be too much."""
    case = Case("", "", environment=LIVE_TESTING, endpoint="refund", orders=(replace(PAID, pending=100),))
    (question,) = review(case.prepared(), "", lambda _number: False).questions
    assert "under way" in str(question.explanation)


@pytest.mark.parametrize("call", ENDPOINTS)
def test_production_takes_nothing_wrong(call: str) -> None:
    """Neither a known fault nor a mistake made on purpose, whatever the call."""
    field, value = ("page", "0") if call == "query" else ("txamt", "3.00")
    fault = reviewed(call, PRODUCTION, field=field, value=value)
    assert field in str(fault.refusal)
    request = Case("", "", environment=PRODUCTION, endpoint=call, also=REACHED if call == "payment" else ()).prepared()
    mistaken = variant("lower-case").apply(request, CREDENTIALS.client_key)
    assert "wrong on purpose" in str(review(mistaken, "", lambda _number: False).refusal)


def test_nothing_is_sent_to_a_simulator_that_does_not_run() -> None:
    """There is no address yet."""
    assert "not running" in str(reviewed("query", SIMULATOR).refusal)
