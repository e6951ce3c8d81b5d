from __future__ import annotations

from dataclasses import replace

import pytest

from qfpay_gui.qfpay.environments import LIVE_TESTING, SIMULATOR
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from qfpay_gui.qfpay.request.rules.fields import RULES, check
from qfpay_gui.qfpay.request.rules.subject import Subject
from tests.qfpay.request.rules.cases import CREDENTIALS, Case, check_noticed, check_quiet, found

UNASSIGNED = replace(CREDENTIALS, mchid="")

CASES = (
    Case("other-pay-type", "pay_type", "800201", "Not 800213", Severity.ATTENTION),
    Case("order-number-characters", "out_trade_no", "QA 1", "Unusual", Severity.ATTENTION),
    Case("order-number-characters", "out_trade_no", "订单1", "Unusual", Severity.ATTENTION),
    Case("order-number-characters", "out_trade_no", "A,B", "Unusual", Severity.ATTENTION),
    Case("goods-name-long", "goods_name", "Milk tea, 2 cups, hot", "21 characters", Severity.ATTENTION),
    Case("goods-name-special", "goods_name", "Fish & chips", "&", Severity.ATTENTION),
    Case("goods-name-special", "goods_name", "Coffee 😀", "😀", Severity.ATTENTION),
    Case("limit-pay-value", "limit_pay", "no_debit", "no_credit"),
    Case("limit-pay-mainland", "limit_pay", "no_credit", "mainland", Severity.NOTE),
    Case("notify-url-shape", "notify_url", "shop.example/notify", "http(s)"),
    Case("notify-url-shape", "notify_url", "ftp://shop.example/notify", "http(s)"),
    Case("notify-url-shape", "notify_url", "https://[bad", "http(s)"),
    Case("notify-url-shape", "notify_url", "https://shop.example:99999/", "http(s)"),
    Case("notify-url-port", "notify_url", "https://shop.example:8443/notify", "8443", environment=LIVE_TESTING),
    Case(
        "notify-url-private",
        "notify_url",
        "http://localhost/notify",
        "internet",
        Severity.ATTENTION,
        environment=LIVE_TESTING,
    ),
    Case(
        "notify-url-private",
        "notify_url",
        "http://192.168.1.20/notify",
        "internet",
        Severity.ATTENTION,
        environment=LIVE_TESTING,
    ),
    Case(
        "notify-url-private",
        "notify_url",
        "http://[::1]/notify",
        "internet",
        Severity.ATTENTION,
        environment=LIVE_TESTING,
    ),
    Case(
        "notify-url-private",
        "notify_url",
        "http://till.local/notify",
        "internet",
        Severity.ATTENTION,
        environment=LIVE_TESTING,
    ),
    Case(
        "notify-url-private",
        "notify_url",
        f"http://{'a' * 1_000_000}",
        "internet",
        Severity.ATTENTION,
        environment=LIVE_TESTING,
    ),
    Case("notify-url-simulated", "notify_url", "https://shop.example/notify", "loopback", Severity.ATTENTION),
    Case("notify-url-simulated", "notify_url", "http://192.168.1.20:8080/notify", "loopback", Severity.ATTENTION),
    Case("mchid-unassigned", "mchid", "ABC", "no mchid", Severity.ATTENTION, credentials=UNASSIGNED),
    Case("mchid-differs", "mchid", "ABC", "Differs", Severity.ATTENTION),
)

QUIET = (
    Case("order-number-characters", "out_trade_no", "Ab_1|2*3-4"),
    Case("goods-name-long", "goods_name", "m" * 20),
    Case("goods-name-long", "goods_name", "m" * 65),
    Case("goods-name-special", "goods_name", "奶茶 (大), 2"),
    Case("notify-url-port", "notify_url", "https://shop.example:443/notify", environment=LIVE_TESTING),
    Case("notify-url-port", "notify_url", "http://shop.example:80/notify", environment=LIVE_TESTING),
    Case("notify-url-private", "notify_url", "https://8.8.8.8/notify", environment=LIVE_TESTING),
    Case("notify-url-private", "notify_url", "https://[2606:4700:4700::1111]/notify", environment=LIVE_TESTING),
    Case("notify-url-simulated", "notify_url", "http://localhost:54321/notify"),
    Case("notify-url-port", "notify_url", "http://127.0.0.1:54321/notify"),
    Case("notify-url-private", "notify_url", "http://[::1]:54321/notify"),
    Case("mchid-differs", "mchid", ""),
    Case("mchid-unassigned", "mchid", "", credentials=UNASSIGNED),
)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_value_against_its_own_rule_is_noticed_at_its_field(case: Case) -> None:
    """Each parameter with a documented rule has it checked where it is typed."""
    check_noticed(case)


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_value_within_its_own_rule_is_not_remarked_on(case: Case) -> None:
    """The ends of a range and every way of writing what is allowed pass."""
    check_quiet(case)


def test_every_parameter_with_a_rule_is_a_documented_one() -> None:
    """No rule waits for a name that no call has."""
    assert set(RULES) <= {parameter.name for name in ENDPOINTS for parameter in endpoint(name).parameters}


def test_a_host_is_quoted_in_short() -> None:
    """An address of a million characters makes a sentence of ordinary length."""
    finding = found(Case("notify-url-private", "notify_url", f"http://{'a' * 1_000_000}", environment=LIVE_TESTING))
    assert finding is not None
    assert len(str(finding.detail)) < 200


@pytest.mark.parametrize(("name", "value"), [("pay_type", "800213,800201"), ("out_trade_no", "QA1,QA2")])
def test_a_query_may_list_several(name: str, value: str) -> None:
    """A comma-separated list is what a query takes, so nothing is said about it there."""
    assert not list(check(Subject(endpoint("query"), ((name, value),), (), CREDENTIALS, "MD5", SIMULATOR)))
