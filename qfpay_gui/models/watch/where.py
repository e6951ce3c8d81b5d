"""Who answered a request that was seen, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.environments import SIMULATOR, Environment, custom
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.reply.no_answer import layer_name, words_of
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.services.simulator.overheard import HandedOn

_REDIRECTED = 300
"""The first status that is no success."""
_SIMULATED = text("Watch", "Answered by the simulator: no money.")
_REFUSED = text("Watch", "Turned away by this program: nothing was sent, and no money moved.")
_ANSWERED = text("Watch", "Answered by {host} in {milliseconds} ms. On the way only these headers changed: {names}.")
_FAILED = text("Watch", "Handed on to {host}. {headline} {fate}")
_UNKNOWN = text("Watch", "Whether it arrived is unknown: query the order before anything is sent again.")
_BEGUN = text("Watch", "It arrived, and its answer broke off: query the order before anything is sent again.")
_NOTHING = text("Watch", "Nothing was sent.")
_LEFT = text("Watch", "{where} The program did not wait for it.")


def environment_of(seen: Seen) -> Environment:
    """Where it was answered, and what that means for money."""
    handed_on = seen.overheard.handed_on
    return custom(handed_on.base_url) if handed_on else SIMULATOR


def where(seen: Seen) -> tuple[Text, Severity]:
    """Who answered and how it went on the way, and how bad that is."""
    handed_on = seen.overheard.handed_on
    if seen.overheard.refused:
        return _REFUSED, Severity.ATTENTION
    if handed_on is None:
        return _SIMULATED, Severity.OK
    said, severity = _handed_on(handed_on, environment_of(seen).host)
    return (_LEFT.fill(where=said), Severity.ATTENTION) if handed_on.left else (said, severity)


def short_answer(seen: Seen) -> Text | str:
    """The return code, else the status, else the layer that failed."""
    handed_on = seen.overheard.handed_on
    if handed_on is not None and not isinstance(handed_on.outcome, HttpReply):
        return layer_name(handed_on.outcome.layer)
    return seen.respcd or f"HTTP {seen.overheard.answer.status}"


def _handed_on(handed_on: HandedOn, host: str) -> tuple[Text, Severity]:
    outcome = handed_on.outcome
    if isinstance(outcome, HttpReply):
        names = dict.fromkeys((before or after).partition(":")[0] for before, after in handed_on.changes)
        milliseconds = f"{handed_on.seconds * 1000:,.0f}"
        severity = Severity.OK if outcome.status < _REDIRECTED else Severity.ATTENTION
        return _ANSWERED.fill(host=host, milliseconds=milliseconds, names=", ".join(names)), severity
    fate = _UNKNOWN if outcome.may_have_arrived else _NOTHING
    if handed_on.reply.startswith(b"HTTP/"):
        fate = _BEGUN
    return _FAILED.fill(host=host, headline=words_of(outcome).headline, fate=fate), Severity.WRONG
