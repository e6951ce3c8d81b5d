from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.openid.openid_model import AskingWeChat, OpenidModel, OpenidState, Ready
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.code2session.answer import Found, Trouble
from qfpay_gui.qfpay.code2session.call import HOST, Login
from qfpay_gui.qfpay.code2session.errcodes import Spent
from qfpay_gui.services.keychain.errors import KeychainLocked
from qfpay_gui.services.simulator import Simulator
from qfpay_gui.services.wechat_session import WechatSession
from tests.models.openid.blocking_app_secrets import BlockingAppSecrets
from tests.services.http.misbehaving import CERTIFICATE, Misbehaving, hang, reply
from tests.services.keychain.secret_traces import traces

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.services.http.cancellation import Cancellation

APPID, OTHER = "wx2421b1c4370ec43b", "wxffffffffffffffff"
SECRET, NEW_SECRET = "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "11112222333344445555666677778888"
JS_CODE = "0716AVll20uHk94SLDml27etM946AVlq"
OPENID = "oQFTester_0penid_for_demo_01"
ANSWER = json.dumps({"session_key": "tiihtNczf5v6AKRyjwEUhQ==", "openid": OPENID}).encode()


class Bench:
    """A model over a keychain that knows one Mini Program; ``base_url`` is where it asks."""

    def __init__(self, qtbot: QtBot, runner: TaskRunner, keychain_runner: TaskRunner) -> None:
        self.qtbot = qtbot
        self.base_url = ""
        self.store = BlockingAppSecrets(**{APPID: SECRET})
        self.model = OpenidModel(
            runner,
            keychain_runner,
            self.store,
            lambda: self.base_url,
            ca_file=lambda: str(CERTIFICATE),
            patience_ms=40,
        )
        self.heard: list[OpenidState] = []
        self.model.changed.connect(self.heard.append)

    @property
    def state(self) -> OpenidState:
        """The present state."""
        return self.model.state

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for this."""
        self.qtbot.waitUntil(condition)

    def settle(self) -> None:
        """Wait until neither the network nor the keychain owes an answer."""
        self.wait(lambda: not self.model.is_asking and not self.model._keeper.calls.busy)

    def enter(self, appid: str = APPID, secret: str = SECRET, js_code: str = JS_CODE) -> None:
        """Fill in the form."""
        for name, value in (("appid", appid), ("secret", secret), ("js_code", js_code)):
            self.model.edit(name, value)

    def ask(self) -> Found | Trouble:
        """Ask, and wait for what comes of it."""
        assert self.model.ask()
        self.settle()
        assert self.state.answer is not None
        return self.state.answer


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """A bench, with its threads ended."""
    runners = TaskRunner(2), TaskRunner(1)
    made = Bench(qtbot, *runners)
    yield made
    made.store.answered.set()
    made.model.end()
    ended = [runner.close(5000) for runner in runners]
    assert ended == [True, True]


def test_with_the_demo_values_the_simulator_gives_an_openid_without_any_account(bench: Bench) -> None:
    """One press fills in, one asks; the answer is marked as simulated and nothing is kept."""
    with Simulator() as simulator:
        bench.base_url = simulator.base_url
        bench.model.begin()
        bench.model.fill_in_demo()
        found = bench.ask()
        assert isinstance(found, Found)
        assert bench.state.simulated
        bench.model.fill_in_demo()
        assert bench.ask() == found
    assert "save" not in bench.store.calls


def test_a_used_code_cannot_be_sent_again(bench: Bench) -> None:
    """After an answer the button is off until there is another code, for the openid would be overwritten by 40163."""
    with Misbehaving(reply(ANSWER)) as server:
        bench.base_url = server.base_url
        bench.enter()
        assert isinstance(bench.ask(), Found)
        assert not bench.state.can_ask
        assert not bench.model.ask()
        assert bench.state.finding("js_code") is not None
        assert isinstance(bench.state.answer, Found)
        bench.model.edit("js_code", JS_CODE[::-1])
        assert bench.state.can_ask
        assert len(server.requests) == 1


def test_one_press_is_one_request(bench: Bench) -> None:
    """A second press while the first is under way does nothing; neither does a failure repeat it."""
    with Misbehaving(hang()) as server:
        bench.base_url = server.base_url
        bench.enter()
        assert bench.model.ask()
        assert not bench.model.ask()
        assert isinstance(bench.state.progress, AskingWeChat)
        bench.wait(server.arrived.is_set)
        bench.model.cancel()
        assert bench.state.progress == AskingWeChat(cancelling=True)
        bench.settle()
        assert len(server.requests) == server.connections == 1
    answer = bench.state.answer
    assert isinstance(answer, Trouble)
    assert answer.spent is Spent.MAYBE
    finding = bench.state.finding("js_code")
    assert finding is not None
    assert finding.code == "js-code-doubtful"
    assert bench.state.can_ask


def test_the_gui_thread_does_not_wait(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks the network does so elsewhere."""
    threads: list[int] = []

    def ask(_self: WechatSession, _login: Login, *, cancel: Cancellation | None = None) -> Found:
        assert cancel is not None
        threads.append(threading.get_ident())
        return Found(OPENID)

    monkeypatch.setattr(WechatSession, "ask", ask)
    bench.base_url = HOST
    bench.enter()
    bench.ask()
    assert threads
    assert threading.get_ident() not in threads


def test_an_accepted_secret_is_kept_in_the_keychain(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once WeChat has proved it right, and only then."""
    answers: list[Found | Trouble] = [Found(OPENID)]
    monkeypatch.setattr(WechatSession, "ask", lambda *_words, **_named: answers[0])
    bench.base_url = HOST
    bench.model.begin()
    bench.settle()
    bench.enter(OTHER, NEW_SECRET)
    bench.ask()
    assert bench.store.load(OTHER) == NEW_SECRET
    assert not bench.state.simulated
    assert "Saved" in str(bench.state.notice)


@pytest.mark.parametrize("remembers", [False, True])
def test_a_refused_secret_or_one_that_is_not_to_be_kept_is_not(
    bench: Bench,
    monkeypatch: pytest.MonkeyPatch,
    remembers: bool,  # noqa: FBT001 - a case
) -> None:
    """Neither a typing error nor an unwanted secret lands in the keychain."""
    with Simulator() as simulator:
        refused = WechatSession(simulator.base_url).ask(Login("wx", NEW_SECRET, JS_CODE))
    answer = refused if remembers else Found(OPENID)
    monkeypatch.setattr(WechatSession, "ask", lambda *_words, **_named: answer)
    bench.base_url = HOST
    bench.model.remember(remembers)
    bench.enter(OTHER, NEW_SECRET)
    bench.ask()
    assert "save" not in bench.store.calls


def test_the_mini_program_of_pay_params_is_proposed_with_its_secret(bench: Bench) -> None:
    """What the keychain knows of it is filled in."""
    bench.base_url = HOST
    bench.model.begin(APPID)
    bench.wait(lambda: bench.state.login.secret == SECRET)
    assert bench.state.login == Login(APPID, SECRET)
    assert bench.state.is_known


def test_an_appid_entered_before_stays_and_is_compared(bench: Bench) -> None:
    """A person's entry is not replaced; that it does not pay is said."""
    bench.base_url = HOST
    bench.model.edit("appid", OTHER)
    bench.model.begin(APPID)
    bench.settle()
    assert bench.state.login.appid == OTHER
    finding = bench.state.finding("appid")
    assert finding is not None
    assert finding.code == "appid-not-paying"


def test_a_fetched_secret_goes_with_its_appid(bench: Bench) -> None:
    """It is never sent for another Mini Program by mistake; what a person typed is left."""
    bench.base_url = HOST
    bench.model.begin(APPID)
    bench.wait(lambda: bench.state.login.secret == SECRET)
    bench.model.edit("appid", APPID + "0")
    assert bench.state.login.secret == ""
    bench.model.edit("appid", APPID)
    bench.wait(lambda: bench.state.login.secret == SECRET)
    bench.model.edit("secret", NEW_SECRET)
    bench.model.edit("appid", OTHER)
    bench.settle()
    assert bench.state.login.secret == NEW_SECRET


def test_a_late_keychain_does_not_overwrite_what_was_typed_meanwhile(bench: Bench) -> None:
    """A person is not slower than a prompt."""
    bench.base_url = HOST
    bench.model.begin()
    bench.settle()
    bench.store.answered.clear()
    bench.model.edit("appid", APPID)
    bench.model.edit("secret", NEW_SECRET)
    bench.store.answered.set()
    bench.settle()
    assert bench.state.login.secret == NEW_SECRET


def test_a_keychain_that_refuses_is_asked_once_and_said(bench: Bench) -> None:
    """No question after question; asking again is the person's to decide."""
    bench.base_url = HOST
    bench.model.begin()
    bench.settle()
    bench.store.problem = KeychainLocked()
    bench.model.edit("appid", APPID)
    bench.settle()
    assert bench.store.calls.count("load") == 1
    assert bench.state.trouble
    assert str(bench.state.notice) == str(KeychainLocked())
    bench.store.problem = None
    bench.model.retry()
    bench.wait(lambda: bench.state.login.secret == SECRET)
    assert not bench.state.trouble


def test_forgetting_empties_the_fields_and_the_keychain(bench: Bench) -> None:
    """The code stays: it is not what was forgotten."""
    bench.base_url = HOST
    bench.model.begin(APPID)
    bench.wait(lambda: bench.state.login.secret == SECRET)
    bench.model.edit("js_code", JS_CODE)
    bench.model.forget(APPID)
    bench.settle()
    assert bench.state.login == Login(js_code=JS_CODE)
    assert bench.state.known == ()
    assert bench.store.appids() == ()


def test_cleaning_takes_out_what_copying_brought_along(bench: Bench) -> None:
    """One call, one field."""
    bench.model.edit("js_code", f"“{JS_CODE}”\u200b ")
    bench.model.clean("js_code")
    assert bench.state.login.js_code == JS_CODE


def test_another_appid_takes_the_answer_away(bench: Bench) -> None:
    """An openid does not stand beside a Mini Program it does not belong to."""
    with Misbehaving(reply(ANSWER)) as server:
        bench.base_url = server.base_url
        bench.enter()
        bench.ask()
    bench.model.edit("js_code", "")
    assert isinstance(bench.state.answer, Found)
    bench.model.edit("appid", OTHER)
    assert bench.state.answer is None


def test_while_the_simulator_does_not_run_nobody_is_asked(bench: Bench) -> None:
    """And nothing falls back to WeChat."""
    bench.enter()
    assert not bench.model.ask()
    answer = bench.state.answer
    assert isinstance(answer, Trouble)
    assert "simulator does not run" in str(answer.headline)
    assert bench.state.simulated
    assert bench.state.shown_url == ""


def test_the_end_drops_what_is_secret_and_calls_off_the_question(bench: Bench) -> None:
    """Only the AppID is left for the next time."""
    with Misbehaving(hang()) as server:
        bench.base_url = server.base_url
        bench.enter()
        bench.model.ask()
        bench.wait(server.arrived.is_set)
        bench.model.end()
    assert bench.state.login == Login(APPID)
    assert bench.state.progress == Ready()
    assert bench.state.answer is None
    bench.model.edit("js_code", JS_CODE)
    finding = bench.state.finding("js_code")
    assert finding is not None
    assert finding.code == "js-code-doubtful"


def test_a_fault_of_this_program_is_an_answer_without_any_value(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the exception, which might quote a value, are not passed on; its name is."""

    def fail(*_words: object, **_named: object) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(WechatSession, "ask", fail)
    bench.base_url = HOST
    bench.enter()
    answer = bench.ask()
    assert isinstance(answer, Trouble)
    assert answer.technical == "RuntimeError"
    assert traces(repr(answer), SECRET) == []


def test_no_state_shows_the_secret_or_the_code_in_its_repr(bench: Bench) -> None:
    """A crash report with every state that was announced tells neither; what is shown of the URL is masked."""
    with Misbehaving(reply(ANSWER)) as server:
        bench.base_url = server.base_url
        bench.model.begin(APPID)
        bench.enter()
        bench.ask()
    assert len(bench.heard) > 5
    told = repr(bench.heard) + "".join(state.shown_url for state in bench.heard)
    assert traces(told, SECRET) == []
    assert traces(repr(bench.heard), JS_CODE) == []
    assert "secret=•••" in told
    assert bench.model.secrets() == (SECRET,)
