"""Steps carried out one after the other, against a server that answers what it is told to."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.models.suite.runner import Ground, Told, run, run_rows
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import PRODUCTION, SIMULATOR
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, Timings, TransportFailure
from qfpay_gui.qfpay.suite.judging import Checked
from qfpay_gui.qfpay.suite.rows import NO_ROWS
from qfpay_gui.qfpay.suite.suite import Expectation, Step, Suite
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.notifications.received import AnswerMode, Received
from tests.models.fixed_clock import FixedClock
from tests.ui.reply.answers import PAY_PARAMS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.suite.result import StepResult

KEY = "0123456789ABCDEF0123456789ABCDEF"
SHOP = Credentials("A1B2C3D4", KEY)
PERSON = '{"user_creid":"440524188001010014","user_truename":"李雷"}'
WELL = {"respcd": "0000", "syssn": "20261123000100020003", "pay_params": PAY_PARAMS}
LOST = TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True)


@dataclass
class Server:
    """Answers each request with the next of these, the last for ever; plays the customer too."""

    answers: list[Any] = field(default_factory=lambda: [WELL])
    sent: list[PreparedRequest] = field(default_factory=list)
    outcomes: list[str] = field(default_factory=list)
    acts: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)
    receiver: list[tuple[str, ...]] = field(default_factory=list)
    came: list[Received] = field(default_factory=list)
    """What comes, one with each look for it."""
    looks: int = 0

    def send(self, request: PreparedRequest) -> Answer:
        """What comes back."""
        self.sent.append(request)
        said = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        outcome = said if isinstance(said, TransportFailure) else HttpReply(200, "OK", (), json.dumps(said).encode())
        exchange = Exchange(request, outcome, Timings(0.1, 0.2, 1.2346))
        return read_answer(exchange, KEY, FixedClock().now())

    def act(self, customer: str, out_trade_no: str, pay_params: Mapping[str, str]) -> Text | None:
        """Do it, or say why not."""
        self.acts.append((customer, out_trade_no, dict(pay_params)))
        return None if customer == "pays" else text("", "No.")

    def answer_with(self, spec: str) -> None:
        """The next answer."""
        if spec == "odd":
            raise ValueError("There is no outcome odd.")
        self.outcomes.append(spec)

    def receive_with(self, answers: tuple[str, ...]) -> None:
        """From now on."""
        self.receiver.append(answers)

    def told(self, out_trade_no: str) -> tuple[Told, ...]:
        """So far."""
        return tuple(self.came[: self.looks]) if out_trade_no == "A1" else ()

    def is_delivered(self, out_trade_no: str) -> bool:
        """Once all have come."""
        self.looks += 1
        return out_trade_no == "A1" and self.looks >= len(self.came) > 0

    def run(self, *steps: Step, simulated: bool = True, **parts: Any) -> list[StepResult]:
        """The steps' results."""
        environment, customer = (SIMULATOR, self) if simulated else (PRODUCTION, None)
        ground = Ground(environment, SHOP, environment.id, self.send, FixedClock(), self.waited.append, customer)
        return list(run(Suite("x", steps), ground, **parts))


def expect(member: str, wanted: str) -> Expectation:
    """That it is this."""
    return Expectation(member, "equal", wanted)


def seen(result: StepResult) -> dict[str, str]:
    """What was seen of each expectation."""
    return {one.expectation.member: one.seen for one in result.checked}


def test_a_step_sends_the_example_with_its_values() -> None:
    """Made anew for each step; an empty value leaves its parameter out."""
    server = Server()
    first, second = server.run(Step("pay", values=(("txamt", "1150"), ("goods_name", ""))), Step("again"))
    assert (first.passed, first.step, first.row, first.seconds) == (True, "pay", 0, 1.2346)
    assert first.headline
    one, other = server.sent
    assert (one.value("txamt"), one.value("goods_name")) == ("1150", "")
    assert "goods_name" not in dict(one.parameters)
    assert one.value("out_trade_no") != other.value("out_trade_no")
    assert second.passed


def test_a_step_is_signed_as_it_says() -> None:
    """And with the mistake it says, which is one and not the other."""
    server = Server()
    server.run(Step("a", sign_type="SHA256"), Step("b", mistake="key-parameter"), Step("c"))
    lengths = [len(one.signature) for one in server.sent]
    assert lengths == [64, 32, 32]
    assert [one.deliberate is not None for one in server.sent] == [False, True, False]


def test_later_steps_know_what_earlier_ones_sent_and_received() -> None:
    """And the row that is being tried, by its number."""
    server = Server()
    query = Step("ask", "query", (("syssn", "${pay.syssn}"), ("out_trade_no", "${pay.out_trade_no}")))
    results = server.run(Step("pay", values=(("txamt", "${row.cents}"),)), query, row={"cents": "777"}, number=3)
    assert [(one.passed, one.row) for one in results] == [(True, 3), (True, 3)]
    paid, asked = server.sent
    assert paid.value("txamt") == "777"
    assert (asked.value("syssn"), asked.value("out_trade_no")) == (WELL["syssn"], paid.value("out_trade_no"))


def test_what_cannot_be_carried_out_is_said_and_the_rest_runs() -> None:
    """A variable without a value, an outcome there is not, a number that is none."""
    server = Server()
    results = server.run(
        Step("a", values=(("txamt", "${nobody.knows}"),)), Step("b", outcome="odd"), Step("c"), number=2
    )
    assert [one.passed for one in results] == [False, False, True]
    assert "${nobody.knows} has no value" in str(results[0].problem)
    assert str(results[1].problem) == "The step cannot be made: There is no outcome odd."
    assert {one.row for one in results} == {2}
    assert len(server.sent) == 1


def test_the_customer_pays_with_what_the_reply_gave() -> None:
    """And without it where there was none; a refusal of theirs is the problem."""
    server = Server([WELL, {"respcd": "0000"}])
    pay = Step("pay", customer="pays", order="${a.out_trade_no}", wait=1.5)
    first = server.run(Step("a"), pay)
    assert all(one.passed for one in first)
    number = server.sent[0].value("out_trade_no")
    assert server.acts == [("pays", number, PAY_PARAMS)]
    assert server.waited == [0.0, 1.5]
    _, refused = server.run(Step("a"), replace(pay, customer="cancels"))
    assert (refused.passed, str(refused.problem)) == (False, "No.")
    assert server.acts[1] == ("cancels", server.sent[1].value("out_trade_no"), {})


def test_outside_the_simulator_nobody_can_be_told_what_to_do() -> None:
    """Nothing is sent for such a step."""
    server = Server()
    told = (Step("d", notification="A1"), Step("e", receiver=("error",)))
    steps = (Step("a", outcome="html"), Step("b", customer="pays", order="1"), Step("c"), *told)
    results = server.run(*steps, simulated=False)
    assert str(results[0].problem) == "Only the simulator can be told what to answer."
    assert str(results[1].problem) == "Only the simulator has a customer that can be told what to do."
    assert {str(one.problem)[:34] for one in results[3:]} == {"Only the simulator notifies a rece"}
    assert [one.passed for one in results] == [False, False, True, False, False]
    assert (len(server.sent), server.receiver) == (1, [])


def _received(status: int | None, **members: str) -> Received:
    body = json.dumps({"out_trade_no": "A1", **members}).encode()
    sign = hashlib.md5(body + KEY.encode(), usedforsecurity=False).hexdigest()
    return Received(1, 0.0, AnswerMode.ERROR, "POST", "/", (("X-QF-SIGN", sign),), body, status=status)


def test_a_notification_is_waited_for_until_it_is_delivered() -> None:
    """Its members are those of the last; how it was answered each time is seen, and later steps know all of it."""
    server = Server(came=[_received(500), _received(None), _received(200, txamt="300")])
    wanted = {"notification": "arrived", "attempts": "3", "answers": "500 - 200", "signature": "matches"}
    expected = tuple(map(expect, wanted, wanted.values()))
    step = Step("told", notification="A1", receiver=("error", "success"), expected=expected)
    told, after = server.run(step, Step("b", values=(("txamt", "${told.txamt}"),)))
    assert (told.passed, after.passed, seen(told)) == (True, True, wanted)
    assert server.receiver == [("error", "success")]
    assert server.waited == [0.0, 0.02, 0.02, 0.0]


def test_a_notification_that_does_not_come_is_waited_for_as_long_as_said() -> None:
    """That it does is expected where nothing is said, and that none comes may be expected."""
    server = Server()
    step = Step("told", notification="B2", within=0.1)
    usual, none = server.run(step, replace(step, name="none", expected=(expect("notification", "none"),)))
    assert (usual.passed, seen(usual), none.passed) == (False, {"notification": "none"}, True)
    assert sum(server.waited) == pytest.approx(0.2)


def test_a_row_that_cannot_be_used_is_named_among_those_that_run() -> None:
    """Rows are counted from 1; without a table there is none."""
    server = Server()
    ground = Ground(SIMULATOR, SHOP, "", server.send, FixedClock(), server.waited.append, server)
    suite, broken = Suite("x", (Step("a", values=(("txamt", "${row.cents}"),)),)), text("", "Broken.")
    results = list(run_rows(suite, ground, ({"cents": "1"}, broken, {"cents": "3"})))
    assert [(one.row, one.passed, one.title) for one in results] == [
        (1, True, "a (row 1)"),
        (2, False, "the row (row 2)"),
        (3, True, "a (row 3)"),
    ]
    assert [one.value("txamt") for one in server.sent] == ["1", "3"]
    assert [one.row for one in run_rows(Suite("x", (Step("a"),)), ground, NO_ROWS)] == [0]


def test_each_request_has_its_own_outcome() -> None:
    """The next is answered as usual again."""
    server = Server()
    server.run(Step("a", outcome="html"), Step("b"))
    assert server.outcomes == ["html", ""]


def test_everything_that_can_be_expected_of_a_reply_is_seen() -> None:
    """Its members and those of its first record, how long it took, its signature and its state."""
    record = {"syssn": "77", "respcd": "0000", "txamt": "300", "order_type": "payment", "cancel": "0"}
    server = Server([{"respcd": "0000", "data": [record, {**record, "syssn": "78"}]}, WELL, {"respcd": "1108"}])
    wanted = [expect(one, "?") for one in ("syssn", "status", "milliseconds", "signature", "state", "pay_params")]
    found, paid, refused = (
        seen(one)
        for one in server.run(*(Step("x", call, expected=tuple(wanted)) for call in ("query", "payment", "payment")))
    )
    assert (found["syssn"], found["status"], found["milliseconds"]) == ("77", "200", "1235")
    assert (found["signature"], found["state"], found["pay_params"]) == ("not signed", "paid", "")
    assert json.loads(paid["pay_params"]) == PAY_PARAMS
    assert (refused["state"], refused["syssn"]) == ("", "")


def test_where_no_reply_came_the_layer_is_seen() -> None:
    """And how long it took."""
    (result,) = Server([LOST]).run(Step("a", expected=(expect("layer", LOST.layer.value), expect("status", "?"))))
    assert (seen(result)["status"], result.checked[0].passed, result.passed) == ("", True, False)


def test_without_expectations_a_success_is_expected() -> None:
    """By its code."""
    (result,) = Server([{"respcd": "1108"}]).run(Step("a"))
    assert result.checked == (Checked(expect("respcd", "0000"), "1108", passed=False),)
    assert not result.passed


@pytest.mark.parametrize(
    ("mistake", "sign_type", "cause"),
    [
        ("", "", ""),
        ("key-parameter", "", "key-joined-by-key-equals"),
        ("key-parameter", "SHA256", "key-joined-by-key-equals"),
    ],
)
def test_the_doctor_is_asked_where_a_cause_is_expected(mistake: str, sign_type: str, cause: str) -> None:
    """Of the request as it was sent."""
    step = Step("a", mistake=mistake, sign_type=sign_type, expected=(expect("cause", cause),))
    (result,) = Server().run(step)
    assert (seen(result)["cause"], result.passed) == (cause, True)


def test_no_result_holds_a_secret() -> None:
    """Though the server says it all again."""
    server = Server([{"respcd": "1108", "resperr": f"{KEY} 李雷", "echo": f"{KEY} 440524188001010014"}])
    (result,) = server.run(Step("a", values=(("extend_info", PERSON),), expected=(expect("echo", "?"),)))
    for secret in (KEY, "李雷", "440524188001010014"):
        assert secret not in repr(result)
    assert seen(result)["echo"].endswith(" " + "•" * 18)
