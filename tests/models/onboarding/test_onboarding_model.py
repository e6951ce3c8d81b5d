"""The set-up of a merchant, followed over a workbench whose client answers as QFPay does."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.models.onboarding.onboarding_model import OnboardingModel
from qfpay_gui.models.outside import Outside
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.workbench import Workbench
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.onboarding.progress import StepState
from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.request.variants import VARIANTS
from qfpay_gui.services.keychain.secret_store import SessionStore
from tests.models.fixed_clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.http.cancellation import Cancellation

DONE, NOT_DONE, UNKNOWN = StepState.DONE, StepState.NOT_DONE, StepState.UNKNOWN
APPID, OTHER = "wx2421b1c4370ec43b", "wxffffffffffffffff"
KEY = "9F8E7D6C5B4A39281706F5E4D3C2B1A0"
TEA_SHOP = Profile("Tea shop", "live-hk", Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", KEY))
KEYLESS = Profile("Keyless", "live-hk", Credentials("C1B2C3D4E5F60718293A4B5C6D7E8F90", ""))
BOOK_SHOP = Profile("Book shop", "live-hk", Credentials("B1B2C3D4E5F60718293A4B5C6D7E8F90", KEY[::-1]))
PAY_PARAMS = {
    "appId": APPID,
    "timeStamp": "1763898002",
    "nonceStr": "072c34",
    "package": "prepay_id=wx23",
    "signType": "MD5",
    "paySign": "16B2",
}
CREATED = {"respcd": "0000", "resperr": "", "syssn": "20251123000200000000000001", "pay_params": PAY_PARAMS}


@dataclass
class Qfpay:
    """Answers every request with the members that are set, and the order's own number."""

    members: dict[str, Any] = field(default_factory=dict)

    def make(self, _base_url: str, _credentials: Credentials, _ca_file: str) -> Qfpay:
        """This very client."""
        return self

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:  # noqa: ARG002 - answers at once
        """Nothing leaves this process."""
        body = {"out_trade_no": prepared.value("out_trade_no"), "txamt": prepared.value("txamt"), **self.members}
        return Exchange(prepared, HttpReply(200, "OK", (), json.dumps(body).encode()))


class Shop:
    """A workbench at live testing with the tea shop's profile, and the set-up beside it."""

    def __init__(self, qtbot: QtBot, path: Path, store: SessionStore) -> None:
        self.qfpay = Qfpay()
        self._qtbot = qtbot
        self._outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), store, self.qfpay.make, path)
        self.bench = Workbench(self._outside)
        self.bench.start()
        self.bench.choose_environment("live-hk")
        self.use("Tea shop")
        self.bench.draft.type_value("sub_openid", "oS80_5dxekECAOlVBeQFk34q123s")
        self.model = OnboardingModel(self.bench)
        self.heard: list[object] = []
        self.model.changed.connect(self.heard.append)

    def use(self, profile: str) -> None:
        """Sign with this profile from now on."""
        self._qtbot.waitUntil(lambda: bool(self.bench.profiles.state.kept_of(profile)))
        self.bench.choose_profile(profile)
        self._qtbot.waitUntil(lambda: self.bench.profiles.state.profile is not None)

    def pay(self, **members: Any) -> None:
        """Send the example payment, which is answered with these members."""
        self.send("payment", members or CREATED)

    def send(self, call: str, members: dict[str, Any], variant: int | None = None) -> None:
        """Send a request and wait for its answer."""
        self.qfpay.members = members
        self.bench.draft.choose_endpoint(call)
        agreed = self.bench.review(VARIANTS[variant] if variant is not None else None)
        assert self.bench.send(replace(agreed, questions=()))
        self._qtbot.waitUntil(lambda: not self.bench.send_model.is_sending)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Handle events until this holds."""
        self._qtbot.waitUntil(condition)

    def state(self, step: StepId) -> StepState:
        """How far this step is known to be done."""
        return self.model.state.standings[step].state

    def close(self) -> None:
        """Save, and stop everything."""
        self.bench.save()
        self.bench.stop()
        assert self._outside.runner.close(5000)
        assert self._outside.keychain_runner.close(5000)


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Shop]]:
    """Starts over the same settings and keychain, as often as asked."""
    store = SessionStore()
    for profile in (TEA_SHOP, BOOK_SHOP, KEYLESS):
        store.save(profile)
    shops: list[Shop] = []

    def starting() -> Shop:
        for shop in shops:
            shop.close()
        shops[:] = [Shop(qtbot, tmp_path / "settings.json", store)]
        return shops[0]

    yield starting
    for shop in shops:
        shop.close()


def test_an_order_tells_which_mini_program_is_bound(start: Callable[[], Shop]) -> None:
    """Compared with the AppID that was entered, before or after."""
    shop = start()
    assert [shop.state(step) for step in StepId] == [UNKNOWN] * 6
    shop.pay()
    assert shop.state(StepId.BIND) is UNKNOWN
    assert (shop.state(StepId.OPENID), shop.state(StepId.PAYMENT)) == (DONE, DONE)
    shop.model.enter_appid(OTHER)
    assert shop.state(StepId.BIND) is NOT_DONE
    shop.model.enter_appid(f" {APPID} ")
    assert shop.state(StepId.BIND) is DONE
    assert len(shop.heard) == len(set(map(str, shop.heard)))


def test_a_paid_order_proves_the_verification(start: Callable[[], Shop]) -> None:
    """A query tells; it stays known, whatever is sent next."""
    shop = start()
    shop.pay()
    number = str(shop.bench.replies.answer and shop.bench.replies.answer.request.value("out_trade_no"))
    record = {"respcd": "0000", "out_trade_no": number, "syssn": CREATED["syssn"], "pay_type": "800213", "cancel": "0"}
    record |= {"order_type": "payment", "txamt": "300", "txcurrcd": "HKD"}
    shop.bench.draft.fill("query", {"out_trade_no": number})
    shop.send("query", {"respcd": "0000", "data": [record]})
    shop.wait(lambda: shop.state(StepId.CALL) is DONE)
    assert shop.state(StepId.VERIFY) is DONE
    assert shop.state(StepId.PAYMENT) is DONE


def test_the_openid_of_the_payment_counts_whatever_is_edited(start: Callable[[], Shop]) -> None:
    """A query has no sub_openid of its own."""
    shop = start()
    shop.bench.draft.choose_endpoint("query")
    assert shop.state(StepId.OPENID) is UNKNOWN
    shop.bench.draft.choose_endpoint("payment")
    shop.bench.draft.type_value("sub_openid", "")
    assert shop.state(StepId.OPENID) is NOT_DONE
    shop.bench.draft.choose_endpoint("query")
    assert shop.state(StepId.OPENID) is NOT_DONE


def test_a_refusal_is_told_with_its_code(start: Callable[[], Shop]) -> None:
    """WeChat's word about the openid reaches the step that it is about."""
    shop = start()
    shop.pay(respcd="1104", resperr="appid和openid不匹配")
    assert (shop.state(StepId.OPENID), shop.state(StepId.PAYMENT)) == (NOT_DONE, NOT_DONE)
    assert "1104" in str(shop.model.state.standings[StepId.PAYMENT].because)


def test_only_the_merchants_own_answers_count(start: Callable[[], Shop]) -> None:
    """Neither one that was wrong on purpose, nor another merchant's, nor another environment's."""
    shop = start()
    shop.send("payment", CREATED, variant=0)
    assert shop.state(StepId.PAYMENT) is UNKNOWN
    shop.pay()
    assert shop.state(StepId.PAYMENT) is DONE
    shop.use("Book shop")
    assert shop.state(StepId.PAYMENT) is UNKNOWN
    shop.use("Tea shop")
    assert shop.state(StepId.PAYMENT) is DONE
    shop.bench.choose_environment("live-sg")
    assert shop.state(StepId.PAYMENT) is not DONE


def test_a_payment_of_another_pay_type_says_nothing_of_the_mini_program(start: Callable[[], Shop]) -> None:
    """Its order has no pay_params, and needs none."""
    shop = start()
    shop.bench.draft.type_value("pay_type", "800201")
    shop.pay(respcd="0000", qrcode="weixin://x")
    assert (shop.state(StepId.PAYMENT), shop.state(StepId.CALL)) == (UNKNOWN, UNKNOWN)


def test_both_halves_of_the_credentials_are_needed(start: Callable[[], Shop]) -> None:
    """An app_code without its key signs nothing."""
    shop = start()
    assert shop.state(StepId.PAYMENT) is UNKNOWN
    shop.use("Keyless")
    assert shop.state(StepId.PAYMENT) is NOT_DONE


def test_a_domain_is_compared_with_where_requests_go(start: Callable[[], Shop]) -> None:
    """Another environment's host is pointed out at live testing; the simulator's own address compares with nothing."""
    shop = start()

    def is_elsewhere(domain: str) -> bool:
        shop.model.enter_domains(domain)
        (checked,) = shop.model.state.known.domains
        return any(one.code == "domain-elsewhere" for one in checked.findings)

    assert is_elsewhere("https://openapi-hk.qfapi.com")
    assert not is_elsewhere("https://test-openapi-hk.qfapi.com")
    shop.bench.choose_environment("simulator")
    shop.wait(lambda: bool(shop.bench.simulator.base_url))
    assert not is_elsewhere("https://openapi-hk.qfapi.com")


def test_what_was_entered_belongs_to_the_merchant(start: Callable[[], Shop]) -> None:
    """An answer of one merchant's phone says nothing about another's."""
    shop = start()
    shop.model.enter_answer("requestPayment:fail banned")
    shop.model.enter_domains("http://pay.shop.example")
    assert (shop.state(StepId.CALL), shop.state(StepId.DOMAIN)) == (NOT_DONE, NOT_DONE)
    assert shop.model.state.explained is not None
    assert "withdrawn" in str(shop.model.state.standings[StepId.VERIFY].because)
    shop.use("Book shop")
    assert (shop.state(StepId.CALL), shop.state(StepId.DOMAIN)) == (UNKNOWN, UNKNOWN)
    assert shop.model.state.explained is None


def test_an_appid_is_remembered_and_a_key_is_not(start: Callable[[], Shop], tmp_path: Path) -> None:
    """What does not look like an AppID is shown with a finding, and never written."""
    shop = start()
    shop.model.enter_appid(APPID)
    shop = start()
    assert (shop.model.state.merchant, shop.model.state.entered.appid) == ("Tea shop", APPID)
    shop.model.enter_appid(KEY)
    finding = shop.model.state.appid_finding
    assert finding is not None
    assert finding.severity is Severity.ATTENTION
    shop = start()
    assert shop.model.state.entered.appid == ""
    assert KEY not in (tmp_path / "settings.json").read_text(encoding="utf-8")


def test_a_host_that_is_not_listed_is_about_the_domain(start: Callable[[], Shop]) -> None:
    """Not about the call, which never came to pass."""
    shop = start()
    shop.pay()
    shop.model.enter_answer("request:fail url not in domain list")
    assert (shop.state(StepId.DOMAIN), shop.state(StepId.CALL)) == (NOT_DONE, UNKNOWN)
    assert shop.model.state.next_step is StepId.DOMAIN
