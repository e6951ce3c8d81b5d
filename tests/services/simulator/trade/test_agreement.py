"""What the rules call wrong, the simulator refuses, and the other way round; each exception has its reason here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.orders.order import Order, OrderState
from qfpay_gui.qfpay.request.draft import Draft, Entry, example_draft
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.services.simulator import Simulator
from tests.services.simulator.conftest import PAYMENT, Clock, Merchant, prepay_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis.strategies import SearchStrategy

NOW = datetime(2026, 3, 1, 2, tzinfo=UTC)
"""The moment of the simulator's :class:`Clock`."""
TXDTM = PAYMENT["txdtm"]

AMOUNTS = ("1", "300", "0", "00", "0300", "3.00", "300.0", "1,000", "-3", " 300", "３００", "9" * 11, "9" * 12, "HK$3")
TIMES = (
    TXDTM,
    "2026-03-01T10:00:00",
    "2026-02-29 10:00:00",
    "2026-3-1 10:00:00",
    f"{TXDTM} ",
    "",
    "0000-01-01 00:00:00",
)
REAL_NAME = '{"user_creid": "430067798868676871", "user_truename": "小林"}'
VALUES = {
    "txamt": AMOUNTS,
    "txcurrcd": ("HKD", "JPY", "hkd", " HKD", "XXX", "HKDX", ""),
    "pay_type": ("800213", "800201", "800108", "800207", "80021", "８００２１３", "8002133", ""),
    "txdtm": TIMES,
    "sub_openid": (PAYMENT["sub_openid"], "o" * 128, "o" * 129, "wx2421b1c4370ec43b", ""),
    "goods_name": ("Milk tea", "奶茶", "m" * 20, "m" * 21, "m" * 64, "m" * 65, "茶" * 65, "a&b=c", "😀", "\ud83d"),
    "expired_time": ("5", "4", "120", "121", "030", "0030", "30m", "3０", "30.0"),
    "limit_pay": ("no_credit", "no_debit", "NO_CREDIT"),
    "extend_info": (
        REAL_NAME,
        "{}",
        "[]",
        "null",
        '{"user_creid": "4300"}',
        "{",
        "NaN",
        '{"user_creid": 1, "user_truename": 2}',
    ),
    "notify_url": ("http://127.0.0.1:8080/n", "127.0.0.1", "ftp://127.0.0.1/n", "http://127.0.0.1/" + "n" * 240),
    "out_trade_no": ("QA|_*1", "QA 1", "x" * 128, "x" * 129, "ORDER1", "a,b", ""),
    "syssn": ("20260301", "x" * 129, "a;b", ""),
    "udid": ("till 4", "u" * 40, "u" * 41),
    "goods_info": ("large", "i" * 300),
    "txzone": ("+0800", "+8", "+08000"),
    "mchid": ("", "R1zQrTdJnn"),
    "start_time": ("2026-03-01 00:00:00", "2026-02-28 23:59:59", "2026-03-01", ""),
    "end_time": ("2026-03-31 23:59:59", "2026-04-01 00:00:00", "2026-02-01 00:00:00", "tomorrow", ""),
    "respcd": ("0000", "000", "0000,1143"),
    "page": ("1", "0", "01", "000000001", "1.0", "x", "123456789"),
    "page_size": ("10", "100", "101", "0", "-1"),
}
FURTHER = (
    Entry("sign", "AB"),
    Entry("client_key", "k"),
    Entry("txamt", "300"),
    Entry("openid", "o"),
    Entry("colour", ""),
)


@dataclass(frozen=True)
class Shop:
    """A simulator, and the orders made with it so far."""

    simulator: Simulator
    numbers: Iterator[int]

    def order(self, *, paid: bool) -> Order:
        """A new order of HK$3.00, known to both sides."""
        number = f"ORDER{next(self.numbers)}"
        merchant = Merchant(self.simulator.base_url, self.simulator.credentials)
        fields = merchant.send({**PAYMENT, "out_trade_no": number}).fields
        if paid:
            assert self.simulator.pay(prepay_id(fields)).ok
        return Order(
            out_trade_no=number,
            environment_id=SIMULATOR.id,
            environment_kind="simulator",
            base_url=self.simulator.base_url,
            profile="Demo",
            app_code=self.simulator.credentials.app_code,
            made_at=NOW,
            syssn=fields["syssn"],
            txamt="300",
            txcurrcd="HKD",
            pay_type="800213",
            state=OrderState.PAID if paid else OrderState.OPEN,
            txdtm=TXDTM,
        )

    def answer(self, request: PreparedRequest) -> str:
        """The respcd by which the simulator answers these very bytes."""
        path = request.url.removeprefix(self.simulator.base_url)
        merchant = Merchant(self.simulator.base_url, self.simulator.credentials)
        return merchant.raw("POST", path, request.body, dict(request.headers)).respcd


@pytest.fixture(scope="module")
def shop() -> Iterator[Shop]:
    """One simulator for all examples; every order has a number of its own."""
    with Simulator(clock=Clock()) as running:
        yield Shop(running, count(1))


@dataclass(frozen=True)
class Plan:
    """A call, the values that are changed, what is added, and whether its order was paid."""

    call: str
    changes: tuple[tuple[str, str], ...] = ()
    further: tuple[Entry, ...] = ()
    paid: bool = True

    def prepared(self, shop: Shop) -> PreparedRequest:
        """The request, about an order of its own where it needs one."""
        orders = () if self.call == "payment" else (shop.order(paid=self.paid),)
        draft = self._clean(f"NEW{next(shop.numbers)}", *orders)
        for name, value in self.changes:
            draft = draft.edit(name, value=value)
        environment = replace(SIMULATOR, base_url=shop.simulator.base_url)
        credentials = shop.simulator.credentials
        return prepare(draft.with_further(self.further), credentials, environment, now=NOW, orders=orders)

    def _clean(self, number: str, order: Order | None = None) -> Draft:
        draft = example_draft(self.call)
        if order is None:
            return draft.fill({**PAYMENT, "out_trade_no": number})
        if self.call == "query":
            return draft.fill({"out_trade_no": order.out_trade_no})
        own = {"out_trade_no": number} if self.call == "refund" else {}
        return draft.fill({"syssn": order.syssn, "txamt": "300", "txdtm": TXDTM, **own})


WRONG_BUT_ANSWERED = {
    "notify-url-shape": ("a wrong address harms the notification, not the payment", ("notify_url", "127.0.0.1")),
    "lone-surrogate": ("U+FFFD is signed and sent instead, a character like any other", ("goods_name", "\ud83d")),
    "key-sent": ("nobody but the person can tell that this parameter is a key", ("client_key", "k")),
}
"""Codes of WRONG in a payment that the simulator answers with 0000: why, and what shows it."""
REFUSED_THOUGH_NOT_WRONG = {
    "currency-unknown": ("an account may have a currency that no list names", Plan("payment", (("txcurrcd", "XXX"),))),
    "other-pay-type": ("there are others; the simulator serves some", Plan("payment", (("pay_type", "800108"),))),
    "mchid-unassigned": ("the profile may lack an mchid that exists", Plan("payment", (("mchid", "R1zQrTdJnn"),))),
    "query-unbounded": ("older editions list the current month", Plan("query", (("out_trade_no", ""),))),
    "query-range-open": (
        "older editions fill the other time in",
        Plan("query", (("end_time", "2026-02-01 00:00:00"),)),
    ),
    "refund-unpaid": ("what is known may be older than the payment", Plan("refund", paid=False)),
    "undoing-paid": ("one edition closes paid orders", Plan("close")),
}
"""Codes below WRONG on which the simulator refuses: why, and what shows it."""
OF_ITS_ORDERS = frozenset({"1251", "1263", "1264", "1267", "1268"})
"""What the simulator answers by the orders it has: no rule about the request alone can know that."""


def plans(call: str) -> SearchStrategy[Plan]:
    """This call with up to three values changed, and at times something added."""
    known = [parameter.name for parameter in endpoint(call).parameters if parameter.name in VALUES]
    change = st.sampled_from(known).flatmap(lambda name: st.tuples(st.just(name), st.sampled_from(VALUES[name])))
    changes = st.lists(change, max_size=3, unique_by=lambda pair: pair[0]).map(tuple)
    further = st.one_of(st.just(()), st.just(()), st.sampled_from(FURTHER).map(lambda one: (one,)))
    return st.builds(Plan, st.just(call), changes, further, st.booleans())


def codes(request: PreparedRequest, *, wrong: bool) -> set[str]:
    """The codes of the findings that say WRONG, or of all others."""
    return {one.code for one in request.findings if (one.severity is Severity.WRONG) == wrong}


def disagreement(request: PreparedRequest, respcd: str) -> str:
    """What one of the two says and the other does not, in a line; "" where they agree."""
    wrong, lesser = codes(request, wrong=True), codes(request, wrong=False)
    if respcd == "0000" and (unexcused := wrong - WRONG_BUT_ANSWERED.keys()):
        return f"wrong to the rules, answered by the simulator: {sorted(unexcused)}"
    if respcd in {"0000", *OF_ITS_ORDERS} or wrong or lesser & REFUSED_THOUGH_NOT_WRONG.keys():
        return ""
    return f"refused by the simulator with {respcd}, not wrong to the rules: {sorted(lesser)}"


@given(plan=st.sampled_from(ENDPOINTS).flatmap(plans))
def test_rules_and_simulator_judge_a_request_alike(shop: Shop, plan: Plan) -> None:
    """Whatever is sent, nobody is told here that it is wrong and there that it is right."""
    request = plan.prepared(shop)
    assert disagreement(request, shop.answer(request)) == ""


@pytest.mark.parametrize("call", ENDPOINTS)
def test_every_single_change_is_judged_alike(shop: Shop, call: str) -> None:
    """Each value of the list, alone, at each parameter that takes it."""
    names = [parameter.name for parameter in endpoint(call).parameters if parameter.name in VALUES]
    changes = [((name, value),) for name in names for value in VALUES[name]]
    requests = [Plan(call, change).prepared(shop) for change in changes]
    found = [disagreement(request, shop.answer(request)) for request in requests]
    assert [pair for pair in zip(changes, found, strict=True) if pair[1]] == []


@pytest.mark.parametrize("code", WRONG_BUT_ANSWERED)
def test_what_is_excused_as_wrong_is_answered(shop: Shop, code: str) -> None:
    """An exception that is no longer one goes from the list."""
    _reason, (name, value) = WRONG_BUT_ANSWERED[code]
    known = endpoint("payment").find(name) is not None
    plan = Plan("payment", ((name, value),)) if known else Plan("payment", further=(Entry(name, value),))
    request = plan.prepared(shop)
    assert codes(request, wrong=True) == {code}
    assert shop.answer(request) == "0000"


@pytest.mark.parametrize("code", REFUSED_THOUGH_NOT_WRONG)
def test_what_is_excused_as_not_wrong_is_refused(shop: Shop, code: str) -> None:
    """An exception that is no longer one goes from the list."""
    _reason, plan = REFUSED_THOUGH_NOT_WRONG[code]
    request = plan.prepared(shop)
    assert codes(request, wrong=True) == set()
    assert code in codes(request, wrong=False)
    assert shop.answer(request) != "0000"
