"""Carries a suite out, one step after the other, and judges each."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from qfpay_gui.qfpay.reply.exchange import TransportFailure
from qfpay_gui.qfpay.reply.reply import header
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.qfpay.request.variants import variant
from qfpay_gui.qfpay.secrets.same_length import same_length_mask
from qfpay_gui.qfpay.suite.judging import Checked, judge
from qfpay_gui.qfpay.suite.variables import UnknownVariableError, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.suite.suite import Step, Suite
    from qfpay_gui.services.clock import Clock


class Customer(Protocol):
    """What the simulated customer and the simulator can be told to do."""

    def act(self, customer: str, out_trade_no: str, pay_params: Mapping[str, str]) -> str:
        """Pay, cancel or let expire; "" or why that could not be done."""

    def answer_with(self, spec: str) -> None:
        """Answer the next request so; "" as usual. ValueError for what there is not."""


@dataclass(frozen=True)
class Ground:
    """Where a suite runs: ``send`` sends once, ``wait`` takes seconds, ``customer`` is None outside the simulator."""

    environment: Environment
    credentials: Credentials
    bound_to: str
    send: Callable[[PreparedRequest], Answer]
    clock: Clock
    wait: Callable[[float], object]
    customer: Customer | None = None


@dataclass(frozen=True)
class StepResult:
    """How one step ended. ``problem`` says why it was not carried out, else ""; no text holds a secret."""

    step: str
    row: int
    checked: tuple[Checked, ...] = ()
    headline: str = ""
    problem: str = ""
    seconds: float = 0.0

    @property
    def passed(self) -> bool:
        """Whether it was carried out and every expectation is met."""
        return not self.problem and all(one.passed for one in self.checked)


@dataclass
class _Course:
    """What is known so far: variables by name, and the pay_params of each order."""

    known: dict[str, str]
    sheets: dict[str, Mapping[str, str]] = field(default_factory=dict)


def run(suite: Suite, ground: Ground, row: Mapping[str, str] | None = None, number: int = 0) -> Iterator[StepResult]:
    """Each step's result as it ends. ``row`` gives values to ``${row.column}``; ``number`` is its place, from 1."""
    course = _Course({f"row.{name}": value for name, value in (row or {}).items()})
    for step in suite.steps:
        try:
            wanted = filled(step, course.known)
            ground.wait(wanted.wait)
            result = _customer(wanted, ground, course) if wanted.customer else _request(wanted, ground, course)
        except (UnknownVariableError, ValueError) as problem:
            result = StepResult(step.name, 0, problem=str(problem))
        yield replace(result, row=number)


def _customer(step: Step, ground: Ground, course: _Course) -> StepResult:
    if ground.customer is None:
        return StepResult(step.name, 0, problem="Only the simulator has a customer that can be told what to do.")
    sheet = course.sheets.get(step.order, {})
    return StepResult(step.name, 0, problem=ground.customer.act(step.customer, step.order, sheet))


def _request(step: Step, ground: Ground, course: _Course) -> StepResult:
    if step.outcome and ground.customer is None:
        return StepResult(step.name, 0, problem="Only the simulator can be told what to answer.")
    request = _prepared(step, ground)
    if ground.customer is not None:
        ground.customer.answer_with(step.outcome)
    answer = ground.send(request)
    seen = _seen(answer, request, ground.credentials, wants_cause=any(one.member == "cause" for one in step.expected))
    course.known |= {f"{step.name}.{name}": value for name, value in {**dict(request.parameters), **seen}.items()}
    if answer.reply is not None and answer.reply.pay_params is not None:
        course.sheets[request.value("out_trade_no")] = answer.reply.pay_params
    hide = same_length_mask(request.parameters, [ground.credentials.client_key]).over
    checked = tuple(replace(one, seen=hide(one.seen)) for one in judge(step.expected, seen))
    return StepResult(
        step.name,
        0,
        checked,
        headline=str(answer.verdict.headline.mapped(hide)),
        seconds=answer.exchange.timings.total,
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
