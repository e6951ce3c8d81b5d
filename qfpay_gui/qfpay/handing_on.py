"""Whom the requests of a program under test may be handed on to, and what is asked and told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import EnvironmentKind, host_name, is_loopback, refusal
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.guards import Question
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.environments import Environment

_NEVER = text("Handing on", "Nothing is handed on to production: use live testing, or another address.")
_QUESTION = text("Handing on", "Hand a program’s requests on to {host}?")
_WHAT = text(
    "Handing on",
    "{caution}\nFrom now on every request that a program sends to this address goes to {host} at once, as it came and "
    "unasked, and is sent once. Watch shows each until the window is closed; neither the history nor the orders hold "
    "it. It ends when the simulator is chosen again, or the window is closed.",
)
_AGREE = text("Handing on", "Hand on to {host}")
_SIMULATED = text("Handing on", "The simulator answers: no account, no network, no money.")
_REAL = text("Handing on", "Handed on to {host}: real payments, real money moves.")
_PERHAPS = text("Handing on", "Handed on to {host}: real money may move.")
_CARDS = text("Handing on", "Handed on to {host}: the sandbox, no money.")
_HERE = text("Handing on", "Handed on to {host}, on this machine.")


def refusal_to_hand_on(environment: Environment) -> Text | None:
    """Why no program's request may go there, or None."""
    if environment.kind is EnvironmentKind.PRODUCTION:
        return _NEVER
    return refusal(environment.base_url)


def question(environment: Environment) -> Question:
    """What is asked before the first request is handed on there."""
    host = environment.host
    what = _WHAT.fill(caution=environment.caution, host=host)
    return Question(_QUESTION.fill(host=host), what, _AGREE.fill(host=host))


def told(environment: Environment | None) -> tuple[Text, Severity]:
    """Who answers a program now, and whether that moves money; None for the simulator."""
    if environment is None:
        return _SIMULATED, Severity.OK
    match environment.kind:
        case EnvironmentKind.SANDBOX:
            said, severity = _CARDS, Severity.NOTE
        case EnvironmentKind.CUSTOM if is_loopback(host_name(environment.base_url)):
            said, severity = _HERE, Severity.NOTE
        case EnvironmentKind.CUSTOM:
            said, severity = _PERHAPS, Severity.ATTENTION
        case _:
            said, severity = _REAL, Severity.WRONG
    return said.fill(host=environment.host), severity
