"""Carries a suite out, one step after the other, and judges each."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.json_reading import as_text
from qfpay_gui.qfpay.reply.exchange import TransportFailure
from qfpay_gui.qfpay.reply.reply import header
from qfpay_gui.qfpay.reply.signature import verify
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.request.variants import variant
from qfpay_gui.qfpay.secrets.same_length import same_length_mask
from qfpay_gui.qfpay.suite.judging import ARRIVAL, USUAL, Checked, judge
from qfpay_gui.qfpay.suite.result import BROKEN_ROW, StepResult
from qfpay_gui.qfpay.suite.variables import UnknownVariableError, filled
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.suite.rows import Row
    from qfpay_gui.qfpay.suite.suite import Expectation, Step, Suite
    from qfpay_gui.services.clock import Clock

_NO_CUSTOMER = text("Suites", "Only the simulator has a customer that can be told what to do.")
_NO_CHOICE = text("Suites", "Only the simulator can be told what to answer.")
_NO_RECEIVER = text("Suites", "Only the simulator notifies a receiver that can be told how to answer.")
_ODD_VALUE = text("Suites", "The step cannot be made: {reason}")
_LOOK = 0.02
"""Seconds between two looks for a notification."""


class HeldBackError(Exception):
    """A request that is not sent; ``text`` says why."""

    def __init__(self, said: Text) -> None:
        super().__init__(str(said))
        self.text = said


class Told(Protocol):
    """A notification as it came, and the status it was answered with; None without an answer."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """As they came."""

    @property
    def body(self) -> bytes:
        """As it came."""

    @property
    def status(self) -> int | None:
        """What it was answered with."""


class World(Protocol):
    """What the simulator, its customer and the receiver of its notifications can be told to do."""

    def act(self, customer: str, out_trade_no: str, pay_params: Mapping[str, str]) -> Text | None:
        """Pay, cancel or let expire; None or why that could not be done."""

    def answer_with(self, spec: str) -> None:
        """Answer the next request so; "" as usual. ValueError for what there is not."""

    def receive_with(self, answers: tuple[str, ...]) -> None:
        """Answer notifications so from now on, the last for all that follow."""

    def told(self, out_trade_no: str) -> tuple[Told, ...]:
        """The notifications about this payment or refund so far, in their order."""

    def is_delivered(self, out_trade_no: str) -> bool:
        """Whether its notification was answered with success, or will not come again."""


@dataclass(frozen=True)
class Ground:
    """Where a suite runs: ``send`` sends once, ``wait`` takes seconds, ``world`` is None outside the simulator."""

    environment: Environment
    credentials: Credentials
    bound_to: str
    send: Callable[[PreparedRequest], Answer]
    clock: Clock
    wait: Callable[[float], object]
    world: World | None = None


@dataclass
class _Course:
    """What is known so far: variables by name, and the pay_params of each order."""

    known: dict[str, str]
    sheets: dict[str, Mapping[str, str]] = field(default_factory=dict)


def run_rows(suite: Suite, ground: Ground, rows: tuple[Row, ...]) -> Iterator[StepResult]:
    """Each step's result as it ends, for every row; of one that cannot be used, that it cannot."""
    has_table = rows != ({},)
    for place, row in enumerate(rows, 1):
        number = place if has_table else 0
        if isinstance(row, Text):
            yield StepResult(BROKEN_ROW, number, problem=row)
        else:
            yield from run(suite, ground, row, number)


def run(suite: Suite, ground: Ground, row: Mapping[str, str] | None = None, number: int = 0) -> Iterator[StepResult]:
    """Each step's result as it ends. ``row`` gives values to ``${row.column}``; ``number`` is its place, from 1."""
    course = _Course({f"row.{name}": value for name, value in (row or {}).items()})
    for step in suite.steps:
        yield replace(_carried_out(step, ground, course), row=number)


def _carried_out(step: Step, ground: Ground, course: _Course) -> StepResult:
    try:
        wanted = filled(step, course.known)
        ground.wait(wanted.wait)
        if wanted.receiver and ground.world is not None:
            ground.world.receive_with(wanted.receiver)
        if problem := _out_of_place(wanted, ground):
            return StepResult(step.name, 0, problem=problem)
        if wanted.customer:
            return _customer(wanted, ground, course)
        return _notification(wanted, ground, course) if wanted.notification else _request(wanted, ground, course)
    except (UnknownVariableError, HeldBackError) as held:
        return StepResult(step.name, 0, problem=held.text)
    except ValueError as odd:
        return StepResult(step.name, 0, problem=_ODD_VALUE.fill(reason=odd))


def _out_of_place(step: Step, ground: Ground) -> Text | None:
    """Why a step cannot be carried out here: what only the simulator can do is said, not skipped."""
    if ground.world is not None:
        return None
    if step.customer:
        return _NO_CUSTOMER
    if step.outcome:
        return _NO_CHOICE
    return _NO_RECEIVER if step.notification or step.receiver else None


def _customer(step: Step, ground: Ground, course: _Course) -> StepResult:
    sheet = course.sheets.get(step.order, {})
    problem = ground.world.act(step.customer, step.order, sheet) if ground.world else _NO_CUSTOMER
    return StepResult(step.name, 0, problem=problem)


def _notification(step: Step, ground: Ground, course: _Course) -> StepResult:
    """Waits until the notification is delivered, at most as long as the step says."""
    world = ground.world
    if world is None:
        return StepResult(step.name, 0, problem=_NO_RECEIVER)
    waited = 0.0
    while not world.is_delivered(step.notification) and waited < step.within:
        ground.wait(_LOOK)
        waited += _LOOK
    told = world.told(step.notification)
    seen = _seen_of(told, ground.credentials.client_key)
    course.known |= {f"{step.name}.{name}": value for name, value in seen.items()}
    return StepResult(step.name, 0, _judged(step.expected, seen, (), ground, ARRIVAL), seconds=waited)


def _seen_of(told: tuple[Told, ...], client_key: str) -> dict[str, str]:
    """Everything that can be expected of a notification: the members of the last, and how often it came."""
    seen = {
        "notification": "arrived" if told else "none",
        "attempts": str(len(told)),
        "answers": " ".join(str(one.status or "-") for one in told),
    }
    if told:
        members = json.loads(told[-1].body)
        seen |= {name: as_text(value) for name, value in members.items()}
        seen["signature"] = verify(told[-1].body, told[-1].headers, client_key).state.value
    return seen


def _request(step: Step, ground: Ground, course: _Course) -> StepResult:
    request = _prepared(step, ground)
    if ground.world is not None:
        ground.world.answer_with(step.outcome)
    answer = ground.send(request)
    seen = _seen(answer, request, ground.credentials, wants_cause=any(one.member == "cause" for one in step.expected))
    course.known |= {f"{step.name}.{name}": value for name, value in {**dict(request.parameters), **seen}.items()}
    if answer.reply is not None and answer.reply.pay_params is not None:
        course.sheets[request.value("out_trade_no")] = answer.reply.pay_params
    hide = same_length_mask(request.parameters, [ground.credentials.client_key]).over
    return StepResult(
        step.name,
        0,
        _judged(step.expected, seen, request.parameters, ground, USUAL),
        headline=answer.verdict.headline.mapped(hide),
        seconds=answer.exchange.timings.total,
        number=hide(request.new_number) if step.call == "payment" else "",
    )


def _judged(
    expected: Iterable[Expectation],
    seen: Mapping[str, str],
    pairs: tuple[tuple[str, str], ...],
    ground: Ground,
    usual: Expectation,
) -> tuple[Checked, ...]:
    """The expectations with what was seen, without a key and without what is personal in the request."""
    hide = same_length_mask(pairs, [ground.credentials.client_key]).over
    return tuple(
        replace(one, seen=hide(one.seen), expectation=replace(one.expectation, wanted=hide(one.expectation.wanted)))
        for one in judge(expected, seen, usual)
    )


def _prepared(step: Step, ground: Ground) -> PreparedRequest:
    now = ground.clock.now()
    draft = freshened(example_draft(step.call), now, ground.clock.token()).fill(dict(step.values))
    draft = replace(draft, sign_type=step.sign_type)
    request = prepare(draft, ground.credentials, ground.environment, now=now, bound_to=ground.bound_to)
    return variant(step.mistake).apply(request, ground.credentials.client_key) if step.mistake else request


def _seen(answer: Answer, request: PreparedRequest, credentials: Credentials, *, wants_cause: bool) -> dict[str, str]:
    """Everything that can be expected of an answer, by its name."""
    seen = {"milliseconds": f"{answer.exchange.timings.total * 1000:.0f}"}
    if isinstance(answer.exchange.outcome, TransportFailure):
        return seen | {"layer": answer.exchange.outcome.layer.value}
    if (reply := answer.reply) is not None:
        first = reply.rows[0] if reply.rows else {}
        seen |= {**first, **reply.fields, "status": str(reply.status)}
        if reply.pay_params is not None:
            seen["pay_params"] = json.dumps(dict(reply.pay_params), ensure_ascii=False)
    if answer.signature is not None:
        seen["signature"] = answer.signature.state.value
    if answer.records.found:
        seen["state"] = answer.records.found[0].status.state.value
    if wants_cause:
        seen["cause"] = _cause(request, credentials)
    return seen


def _cause(request: PreparedRequest, credentials: Credentials) -> str:
    """The ids of what the doctor finds in the request as it was sent, joined by +; "" for nothing."""
    from qfpay_gui.diagnosis import diagnose  # noqa: PLC0415 - for steps that ask for it

    found = diagnose(
        request.parameters,
        credentials.client_key,
        header(request.headers, "X-QF-SIGN"),
        header(request.headers, "X-QF-SIGNTYPE") or "MD5",
        app_code=credentials.app_code,
        body=request.body,
    )
    return "+".join(found[0].deviations) if found else ""
