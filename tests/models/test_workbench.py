from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from qfpay_gui.diagnosis.importing import read_request
from qfpay_gui.models.case.case_model import NotExaminable, Stopped
from qfpay_gui.models.history.history_model import HistoryModel
from qfpay_gui.models.orders.orders_model import OrdersModel
from qfpay_gui.models.outside import Outside
from qfpay_gui.models.polling.target import PollTarget
from qfpay_gui.models.sending.pending_send import Press
from qfpay_gui.models.sending.send_model import Sending
from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.workbench import Workbench
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.qfpay.environments import Environment, EnvironmentKind
from qfpay_gui.qfpay.orders.refund_plan import Where
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.services.faults.faults import Faults
from qfpay_gui.services.faults.log import FaultLog
from qfpay_gui.services.keychain.secret_store import SessionStore
from tests.models.fixed_clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.request.guards import Review
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.text import Text
    from qfpay_gui.services.http.cancellation import Cancellation

KEY = "9F8E7D6C5B4A39281706F5E4D3C2B1A0"
TEA_SHOP = Profile("Tea shop", "live-hk", Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", KEY))


@dataclass
class Recorder:
    """A client of any host that takes down what it is given."""

    sent: list[tuple[str, PreparedRequest]] = field(default_factory=list)
    ca_files: list[str] = field(default_factory=list)
    base_url: str = ""
    body: bytes = b'{"respcd": "1108"}'

    def make(self, base_url: str, _credentials: Credentials, ca_file: str) -> Recorder:
        """This very client, told where to."""
        self.base_url = base_url
        self.ca_files.append(ca_file)
        return self

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:  # noqa: ARG002 - answers at once
        """Nothing leaves this process."""
        self.sent.append((self.base_url, prepared))
        return Exchange(prepared, HttpReply(200, "OK", (), self.body))


@pytest.fixture
def recorder() -> Recorder:
    """What would have been sent."""
    return Recorder()


@pytest.fixture
def store() -> SessionStore:
    """A keychain that knows one merchant."""
    kept = SessionStore()
    kept.save(TEA_SHOP)
    return kept


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The settings file."""
    return tmp_path / "home" / "settings.json"


@pytest.fixture
def start(qtbot: QtBot, path: Path, recorder: Recorder, store: SessionStore) -> Iterator[Callable[[], Workbench]]:
    """Starts a workbench over the same settings and keychain, as often as asked."""
    outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), store, recorder.make, path)
    benches: list[Workbench] = []

    def started() -> Workbench:
        bench = Workbench(outside)
        benches.append(bench)
        bench.start()
        qtbot.waitUntil(lambda: bool(bench.simulator.base_url) and not bench.profiles.state.busy)
        return bench

    yield started
    for bench in benches:
        bench.stop()
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)


@pytest.fixture
def bench(start: Callable[[], Workbench]) -> Workbench:
    """A first start."""
    return start()


def _use_tea_shop(bench: Workbench, qtbot: QtBot, environment_id: str = "live-hk") -> None:
    bench.choose_environment(environment_id)
    bench.choose_profile("Tea shop", stay=True)
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)


def _send(bench: Workbench, qtbot: QtBot) -> None:
    assert bench.send(bench.review())
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)


def test_a_first_start_is_ready_to_send_to_the_simulator(bench: Workbench) -> None:
    """No account, no network, no question: the request is complete and nothing is wrong with it."""
    review = bench.review()
    assert bench.environment.kind is EnvironmentKind.SIMULATOR
    assert bench.profiles.state.chosen == DEMO_NAME
    assert (review.refusal, review.questions) == (None, ())
    assert review.request.url.startswith("http://127.0.0.1:")


def test_another_merchant_at_the_simulator_is_told_before_sending(
    start: Callable[[], Workbench], store: SessionStore, qtbot: QtBot
) -> None:
    """It would answer 1108, which reads as if the signature were wrong; the demo merchant is not told so."""
    store.save(replace(TEA_SHOP, environment_id="simulator"))
    bench, code = start(), "simulator-merchant"
    assert code not in {one.code for one in bench.review().request.findings}
    _use_tea_shop(bench, qtbot, "simulator")
    assert code in {one.code for one in bench.review().request.findings}


def test_what_a_series_sends_says_that_nobody_pressed_a_button(bench: Workbench, qtbot: QtBot) -> None:
    """So that its reply calls nobody away; what a person sends says the contrary."""
    states: list[object] = []
    bench.send_model.changed.connect(states.append)
    assert bench.send_draft(bench.draft.draft)
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    _send(bench, qtbot)
    assert [state.by_itself for state in states if isinstance(state, Sending)] == [True, False]


def test_before_the_simulator_runs_nothing_can_be_sent(path: Path, recorder: Recorder, qapp: object) -> None:  # noqa: ARG001 - signals need an application
    """The review says why, and sending it anyway is refused."""
    runner = TaskRunner(1)
    bench = Workbench(Outside(FixedClock(), runner, runner, SessionStore(), recorder.make, path))
    review = bench.review()
    assert "not running" in str(review.refusal)
    assert not bench.send(review)
    assert recorder.sent == []


def test_another_environment_and_profile_sign_and_address_the_request_anew(bench: Workbench, qtbot: QtBot) -> None:
    """URL, app code and signature follow the choice; the draft stays."""
    before = bench.draft.prepared
    _use_tea_shop(bench, qtbot)
    request = bench.draft.prepared
    assert request.url == environments.LIVE_TESTING.base_url + "/trade/v1/payment"
    assert dict(request.headers)["X-QF-APPCODE"] == TEA_SHOP.credentials.app_code
    assert request.signature != before.signature
    assert request.parameters == before.parameters


def test_each_environment_remembers_its_merchant(bench: Workbench, qtbot: QtBot) -> None:
    """Going back to an environment brings back who signed there, and nobody's keys go elsewhere by themselves."""
    _use_tea_shop(bench, qtbot)
    bench.choose_environment("simulator")
    assert bench.profiles.state.chosen == DEMO_NAME
    bench.choose_environment("production-hk")
    assert bench.credentials == Credentials()
    bench.choose_environment("live-hk")
    assert bench.profiles.state.chosen == "Tea shop"


def test_a_change_of_environment_is_announced(bench: Workbench) -> None:
    """The bar learns where requests go now."""
    heard: list[Environment] = []
    bench.environment_changed.connect(heard.append)
    bench.choose_environment(bench.place.addresses.at("https://pay.example.invalid").id)
    assert [(environment.id, environment.base_url) for environment in heard] == [
        ("custom:https://pay.example.invalid", "https://pay.example.invalid")
    ]


def test_the_review_makes_fresh_values_and_that_request_is_sent(
    bench: Workbench, recorder: Recorder, qtbot: QtBot
) -> None:
    """Order number and time are new at each send, and what was reviewed is the object that goes out."""
    first = bench.review()
    second = bench.review()
    assert first.request.value("out_trade_no") != second.request.value("out_trade_no")
    assert bench.send(second)
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    assert recorder.sent[0][1] is second.request


def test_an_order_number_is_remembered_before_its_request_leaves(bench: Workbench, path: Path, qtbot: QtBot) -> None:
    """Even where the program dies while it waits, the number counts as used: it stands in the file at once."""
    bench.draft.type_value("out_trade_no", "SAME1")
    review = bench.review()
    assert bench.send(review)
    written = json.loads(path.read_text())
    assert written["used_order_numbers"] == {"simulator": ["SAME1"]}
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)


def test_a_used_order_number_is_asked_about_in_its_environment_only(bench: Workbench, qtbot: QtBot) -> None:
    """The same number elsewhere belongs to another account."""
    bench.draft.type_value("out_trade_no", "SAME1")
    _send(bench, qtbot)
    assert [str(question.title) for question in bench.review().questions] == ["This order number was sent before"]
    bench.choose_environment("sandbox")
    assert bench.review().questions == ()


def test_a_number_sent_in_another_window_is_asked_about(start: Callable[[], Workbench], qtbot: QtBot) -> None:
    """Though this window was started before it was used, and both numbers are remembered."""
    one, other = start(), start()
    one.draft.type_value("out_trade_no", "SAME1")
    other.draft.type_value("out_trade_no", "SAME1")
    assert other.review().questions == ()
    _send(one, qtbot)
    assert [str(question.title) for question in other.review().questions] == ["This order number was sent before"]
    other.draft.type_value("out_trade_no", "OTHER2")
    _send(other, qtbot)
    assert start().settings.used_order_numbers == {"simulator": ("SAME1", "OTHER2")}


def test_production_is_asked_about_and_never_what_a_start_begins_with(
    start: Callable[[], Workbench], qtbot: QtBot
) -> None:
    """Chosen yesterday does not mean chosen today: the next start is at the simulator."""
    bench = start()
    _use_tea_shop(bench, qtbot, "production-hk")
    bench.save()
    assert start().environment.kind is EnvironmentKind.SIMULATOR


@pytest.mark.parametrize("url", ["https://openapi-hk.qfapi.com", "https://OPENAPI-HK.qfapi.com:443/x/"])
def test_production_under_a_custom_url_is_production_still(start: Callable[[], Workbench], url: str) -> None:
    """However it is spelt, it is guarded, and it is not what the next start begins with."""
    bench = start()
    bench.choose_environment(bench.place.addresses.at(url).id)
    assert bench.environment.kind is EnvironmentKind.PRODUCTION
    bench.save()
    assert start().environment.kind is EnvironmentKind.SIMULATOR


def test_a_wrong_request_is_refused_by_production_alone(bench: Workbench, qtbot: QtBot, recorder: Recorder) -> None:
    """A test of a refusal belongs to testing; with real money a known fault stops the request."""
    bench.draft.type_value("txamt", "3.00")
    _use_tea_shop(bench, qtbot, "production-hk")
    review = bench.review()
    assert "txamt" in str(review.refusal)
    assert not bench.send(review)
    bench.choose_environment("live-hk")
    assert bench.review().refusal is None
    assert recorder.sent == []


def test_another_start_brings_back_draft_environment_and_merchant(start: Callable[[], Workbench], qtbot: QtBot) -> None:
    """The work goes on where it was left; order number and time are made anew."""
    bench = start()
    _use_tea_shop(bench, qtbot)
    bench.draft.type_value("txamt", "4200")
    bench.draft.set_further((Entry("store_id", "7", send_empty=True),))
    number = bench.draft.draft.value("out_trade_no")
    bench.save(sections=["optional"])
    again = start()
    qtbot.waitUntil(lambda: again.credentials.client_key == KEY)
    assert again.environment.id == "live-hk"
    assert again.draft.draft.value("txamt") == "4200"
    assert again.draft.draft.further == (Entry("store_id", "7", send_empty=True),)
    assert again.draft.draft.value("out_trade_no") != number
    assert again.settings.panels["sections"] == ["optional"]
    assert not again.draft.can_undo


def test_a_custom_base_url_comes_back(start: Callable[[], Workbench]) -> None:
    """The host that was typed is still there, and still chosen."""
    bench = start()
    bench.choose_environment(bench.place.addresses.at("https://pay.example.invalid/qf").id)
    bench.save()
    assert start().environment.base_url == "https://pay.example.invalid/qf"


def test_an_environment_of_another_version_falls_back_to_the_simulator(
    start: Callable[[], Workbench], path: Path
) -> None:
    """A name nobody knows is no reason not to start."""
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"environment_id": "moon", "panels": {"profiles": 5}}))
    assert start().environment.kind is EnvironmentKind.SIMULATOR


def test_damaged_settings_are_said_once_the_window_is_there(path: Path, recorder: Recorder, qtbot: QtBot) -> None:
    """The sentence waits for ``start``, when somebody listens."""
    path.parent.mkdir(parents=True)
    path.write_text("{")
    runner = TaskRunner(2)
    bench = Workbench(Outside(FixedClock(), runner, runner, SessionStore(), recorder.make, path))
    heard: list[Text] = []
    bench.noticed.connect(heard.append)
    bench.start()
    assert any("damaged" in str(notice) for notice in heard)
    qtbot.waitUntil(lambda: bool(bench.simulator.base_url))
    bench.stop()
    assert runner.close(5000)


def test_settings_that_cannot_be_written_are_said_and_stop_no_payment(
    bench: Workbench, path: Path, recorder: Recorder, qtbot: QtBot
) -> None:
    """A full disk costs the memory, not the request."""
    heard: list[str] = []
    bench.noticed.connect(lambda notice: heard.append(str(notice)))
    path.mkdir(parents=True)  # a folder where the file should be
    _send(bench, qtbot)
    assert any("could not be saved" in notice for notice in heard)
    assert len(recorder.sent) == 1


def test_a_certificate_file_reaches_the_next_client(bench: Workbench, recorder: Recorder, qtbot: QtBot) -> None:
    """What is trusted beside the usual authorities is asked for at each send."""
    bench.choose_ca_file("/etc/company.pem")
    _send(bench, qtbot)
    assert recorder.ca_files == ["/etc/company.pem"]


def test_another_simulator_answer_leaves_the_request_as_it_is(bench: Workbench) -> None:
    """Choosing how the simulator answers does not sign anew."""
    before = bench.draft.prepared
    bench.simulator.choose_outcome("respcd:1108")
    assert bench.draft.prepared == before


def test_the_settings_file_never_holds_a_key_that_was_pasted_into_a_field(
    bench: Workbench, path: Path, qtbot: QtBot
) -> None:
    """Neither as a value, nor as an order number that was sent, in whatever capitals."""
    _use_tea_shop(bench, qtbot)
    bench.draft.type_value("goods_name", f"key {KEY}")
    bench.draft.type_value("out_trade_no", KEY.lower())
    _send(bench, qtbot)
    bench.save()
    assert KEY not in path.read_text().upper()


@pytest.mark.parametrize(
    ("kept", "days"),
    [
        (0, 0),
        (1, 1),
        (36_500, 36_500),
        (36_501, 36_500),
        (10**18, 36_500),
        (-1, 0),
        (1e18, 180),
        ("7", 180),
        (None, 180),
    ],
)
def test_days_to_keep_the_history_are_days_that_a_calendar_has(
    start: Callable[[], Workbench], path: Path, qtbot: QtBot, kept: object, days: int
) -> None:
    """Whatever number stands in the file, the start goes on, and what was sent is in the history."""
    path.parent.mkdir()
    path.write_text(json.dumps({"panels": {"history": {"keep_days": kept}}}))
    bench = start()
    said: list[Text] = []
    bench.noticed.connect(said.append)
    _send(bench, qtbot)
    qtbot.waitUntil(lambda: bench.history.state.total == 1)
    assert (bench.settings.keep_days, said) == (days, [])


def test_whom_a_payment_was_about_is_known_in_the_reply_to_a_query(
    bench: Workbench, qtbot: QtBot, path: Path, recorder: Recorder
) -> None:
    """The query itself says nothing of a person; the history keeps neither name nor ID of the one it lists."""
    person = {"user_creid": "430067798868676871", "user_truename": "欧阳娜娜"}
    bench.draft.type_value("extend_info", json.dumps(person, ensure_ascii=False))
    _send(bench, qtbot)
    recorder.body = json.dumps({"respcd": "0000", "data": [{"goods_name": " ".join(person.values())}]}).encode()
    bench.draft.fill("query", {"out_trade_no": "N1"})
    _send(bench, qtbot)
    qtbot.waitUntil(lambda: bench.history.state.total == 2 and not bench._history_runner.busy)
    kept = b"".join(file.read_bytes() for file in path.parent.glob("history*"))
    assert kept.count(b"goods_name") > 0
    assert not any(said.encode() in kept or json.dumps(said)[1:-1].encode() in kept for said in person.values())


def test_whoever_verifies_and_examines_has_the_keys_at_all_times(bench: Workbench, qtbot: QtBot) -> None:
    """From when they are made, and after each change of them."""
    unsigned = read_request("txamt=300&txcurrcd=HKD&pay_type=800213")
    for environment_id in ("simulator", "live-hk"):
        if environment_id == "live-hk":
            _use_tea_shop(bench, qtbot)
        assert bench.notifications._keys == bench.keys
        bench.case.take(unsigned)
        assert isinstance(bench.case.state, NotExaminable)
        assert not bench.case.state.needs_key
    assert bench.keys.credentials == TEA_SHOP.credentials


def test_a_fault_is_said_and_no_secret_of_the_session_is_written(
    path: Path, recorder: Recorder, store: SessionStore, qtbot: QtBot
) -> None:
    """Until the window is left; a case is looked into only where there is one."""
    faults = Faults(FaultLog(path.parent / "logs"))
    outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), store, recorder.make, path, faults=faults)
    bench = Workbench(outside)
    said: list[str] = []
    bench.noticed.connect(lambda words: said.append(str(words)))
    faults.take(ValueError("early"))
    qtbot.waitUntil(lambda: len(said) == 1)
    assert "A fault of this program" in said[0]
    assert "case" not in vars(bench)
    person = '{"user_truename":"韩梅梅","user_creid":"440524188001010014"}'
    bench.take_case(read_request(f"txamt=300&extend_info={quote(person)}&pay_type=800213"))
    faults.take(ValueError("of 韩梅梅"))
    assert "韩梅梅" not in bench.faults.log()
    bench.stop()
    faults.take(ValueError("later"))
    qtbot.wait(0)
    assert not [one for one in said if "later" in one]
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)


def test_calling_off_ends_what_is_nearest(bench: Workbench, qtbot: QtBot) -> None:
    """A press that waits, before an exchange, before an examination."""
    said = []
    bench.noticed.connect(lambda words: said.append(str(words)))
    bench.pending_send.hold(Press(bench.draft.draft, None, ("simulator", DEMO_NAME)))
    bench.cancel()
    assert (bench.pending_send.press, said) == (None, ["Called off: nothing was sent."])
    assert bench.send(bench.review())
    bench.cancel()
    assert bench.send_model.state == Sending(bench.send_model.state.request, cancelling=True)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    _use_tea_shop(bench, qtbot)
    bench.case.take(read_request(f"txamt=300&txcurrcd=HKD&sign={'A' * 32}"))
    bench.cancel()
    assert isinstance(bench.case.state, Stopped)


def test_a_press_waits_for_the_simulator_alone(bench: Workbench) -> None:
    """Where it runs, or is not meant, nothing waits."""
    assert not bench.send_later()
    bench.choose_environment("live-hk")
    assert not bench.send_later()
    assert bench.pending_send.press is None


def test_what_the_first_send_needs_is_loaded_at_the_start(
    path: Path, recorder: Recorder, store: SessionStore, qtbot: QtBot
) -> None:
    """In the background; where that fails, the send will say so."""
    warmed: list[str] = []

    def warm_up() -> None:
        warmed.append("once")
        raise OSError

    outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), store, recorder.make, path, warm_up=warm_up)
    bench = Workbench(outside)
    assert warmed == []
    bench.start()
    qtbot.waitUntil(lambda: bool(warmed) and not outside.runner.busy)
    bench.stop()
    assert warmed == ["once"]
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)


def test_stopping_ends_what_was_made_and_makes_nothing(
    path: Path, recorder: Recorder, store: SessionStore, start: Callable[[], Workbench]
) -> None:
    """A program that is left at once has little to stop."""
    outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), store, recorder.make, path)
    bench = Workbench(outside)
    made = set(vars(bench))
    bench.stop()
    assert set(vars(bench)) == made
    running = start()
    running.poll.begin(PollTarget("syssn", "1"))
    running.stop()
    assert not running.poll.is_running
    assert running.notifications._listener is None
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)


@pytest.fixture
def early(path: Path, recorder: Recorder, store: SessionStore, qtbot: QtBot) -> Iterator[Workbench]:
    """A workbench whose simulator does not run yet."""
    outside = Outside(FixedClock(), TaskRunner(1), TaskRunner(1), store, recorder.make, path)
    bench = Workbench(outside)
    bench.draft.type_value("goods_name", "first")
    yield bench
    bench.stop()
    qtbot.waitUntil(lambda: not outside.runner.busy)
    assert outside.runner.close(5000)
    assert outside.keychain_runner.close(5000)


@pytest.mark.parametrize("typed", ["", "second"])
def test_what_was_meant_when_send_was_pressed_is_sent_once_the_simulator_answers(
    early: Workbench, qtbot: QtBot, typed: str
) -> None:
    """What is typed since then is for the next press, and stays as it was typed."""
    number = early.draft.draft.value("out_trade_no")
    said: list[str] = []
    early.noticed.connect(lambda words: said.append(str(words)))
    ready: list[Review] = []
    early.send_ready.connect(ready.append)
    assert early.send_later()
    assert early.send_later()
    assert [one.partition(":")[0] for one in said] == ["The simulator is starting"] * 2
    if typed:
        early.draft.type_value("goods_name", typed)
    early.simulator.start()
    qtbot.waitUntil(lambda: bool(ready))
    (review,) = ready
    assert (review.request.value("goods_name"), review.refusal) == ("first", None)
    assert review.request.value("out_trade_no") != number
    assert early.draft.draft.value("goods_name") == (typed or "first")
    is_the_drafts = early.draft.prepared is review.request
    assert is_the_drafts == (not typed)


def test_a_press_that_waits_is_called_off_where_it_was_meant_for_another_place(early: Workbench) -> None:
    """That is said; where nothing waits, nothing is."""
    said: list[str] = []
    early.noticed.connect(lambda words: said.append(str(words)))
    early.keys_changed.emit(early.keys)
    assert early.send_later()
    early.keys_changed.emit(early.keys)
    assert early.pending_send.press is not None
    early.choose_environment("live-hk")
    assert early.pending_send.press is None
    assert [one for one in said if one.startswith("Nothing was sent")] == [
        "Nothing was sent: environment or merchant was changed meanwhile."
    ]


def test_where_the_simulator_cannot_start_nothing_waits_for_it(
    early: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why is said, and a later press does not wait either."""

    def fail() -> None:
        raise OSError("no ports left")

    monkeypatch.setattr("qfpay_gui.models.simulator_model._started", fail)
    said: list[str] = []
    early.noticed.connect(lambda words: said.append(str(words)))
    assert early.send_later()
    early.simulator.start()
    qtbot.waitUntil(lambda: early.simulator.failure is not None)
    assert early.pending_send.press is None
    assert said[-1] == "The simulator could not start: no ports left"
    assert not early.send_later()


def test_what_is_sent_is_recent_and_what_a_series_sends_is_not(bench: Workbench, qtbot: QtBot) -> None:
    """Also at the next start; while one request is under way, no other leaves."""
    assert bench.send_draft(bench.draft.draft)
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    assert bench.saved.recent == ()
    assert bench.send(bench.review())
    assert not bench.send(bench.review())
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    assert len(bench.saved.recent) == 1
    assert len(bench.settings.recalled("recent")["requests"]) == 1


def test_whom_a_code_is_asked_of_follows_the_environment(bench: Workbench) -> None:
    """The simulator, or WeChat."""
    assert bench._wechat() == bench.simulator.base_url
    bench.choose_environment("live-hk")
    assert bench._wechat() == "https://api.weixin.qq.com"


def test_what_came_in_and_what_could_not_be_delivered_is_followed(bench: Workbench, qtbot: QtBot) -> None:
    """The simulator notifies the listener of this window; a change of place ends a series of queries."""
    qtbot.waitUntil(lambda: bool(bench.notifications.url))
    assert bench.simulator.notify_url == bench.notifications.url
    bench.poll.begin(PollTarget("syssn", "1"))
    bench.choose_environment("live-hk")
    assert not bench.poll.is_running
    assert bench._where() == Where(bench.environment, bench.credentials.app_code)


def test_what_is_kept_for_so_long_expires_at_the_start(
    path: Path, start: Callable[[], Workbench], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exchanges and orders, as the settings say."""
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"panels": {"history": {"keep_days": 7}}}))
    kept: list[tuple[str, int]] = []
    for model in (HistoryModel, OrdersModel):
        monkeypatch.setattr(model, "start", lambda self, days: kept.append((type(self).__name__, days)))
    start()
    assert kept == [("HistoryModel", 7), ("OrdersModel", 7)]


def test_after_the_end_a_history_that_hangs_is_not_heard_any_more(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever would be told is gone by then."""
    qtbot.waitUntil(lambda: not bench._history_runner.busy)
    go_on = threading.Event()
    bench._history_runner.run(lambda: go_on.wait(10), print)
    monkeypatch.setattr(bench.history, "stop", lambda: False)
    bench.stop()
    assert not bench._history_runner.busy
    go_on.set()


def test_the_history_is_written_one_after_the_other(bench: Workbench) -> None:
    """An entry is completed only after it was begun."""
    assert bench._history_runner._pool.maxThreadCount() == 1


@pytest.mark.parametrize("model", ["cases", "faults", "history", "saved"])
def test_what_a_model_has_to_say_is_said(bench: Workbench, model: str) -> None:
    """In the one place where the window says it."""
    said: list[str] = []
    bench.noticed.connect(lambda words: said.append(str(words)))
    getattr(bench, model).noticed.emit(f"of {model}")
    assert said == [f"of {model}"]


def test_news_of_an_order_are_of_the_merchant_whose_key_verified_them(
    bench: Workbench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And of the environment that is chosen at that moment."""
    taken: list[tuple[object, ...]] = []

    def take_news(fields: object, environment_id: str, *, app_code: str, base_url: str) -> None:
        taken.append((fields, environment_id, app_code, base_url))

    monkeypatch.setattr(bench.orders, "take_news", take_news)
    _use_tea_shop(bench, qtbot)
    bench.notifications.news.emit({"syssn": "1"})
    here = environments.LIVE_TESTING
    assert taken == [({"syssn": "1"}, here.id, TEA_SHOP.credentials.app_code, here.base_url)]


def test_a_case_becomes_the_draft_in_one_step(bench: Workbench) -> None:
    """It is kept as it was pasted, examined, and one undo brings the earlier draft back."""
    before = bench.draft.draft
    pasted = "txamt=777&txcurrcd=HKD&pay_type=800213&out_trade_no=THEIRS1"
    bench.take_case(read_request(pasted), pasted)
    assert bench.case.case == read_request(pasted)
    assert [bench.draft.draft.value(name) for name in ("txamt", "out_trade_no")] == ["777", "THEIRS1"]
    bench.draft.undo()
    assert bench.draft.draft == before


def test_the_door_is_watched_with_the_settings_of_this_window(bench: Workbench) -> None:
    """Once for all who ask; it is left with the window."""
    assert bench.watch is bench.watch
    assert bench.watch.parent() is bench.simulator
    assert bench.watch.seen == ()
