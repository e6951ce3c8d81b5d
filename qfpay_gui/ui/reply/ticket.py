"""What to paste into a support ticket: the verdict and its technical lines, without keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui import __version__
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.ui.widgets.measures import duration

if TYPE_CHECKING:
    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


def ticket(answer: Answer) -> tuple[Text, ...]:
    """The lines about an answer."""
    said, request = answer.verdict, answer.request
    received = f"{answer.received_at:%Y-%m-%d %H:%M:%S %Z}".rstrip()
    took = _TOOK.fill(time=received, duration=duration(answer.exchange.timings.total))
    order = request.value("out_trade_no")
    named = (_NAMED.fill(name="out_trade_no", value=order),) if order else ()
    return (said.headline, said.turn, said.next_step, *said.technical, *named, took)


def fault_ticket(request: PreparedRequest, technical: str) -> tuple[Text, ...]:
    """The lines about a failure of this program."""
    fault = _FAULT.fill(version=__version__, technical=technical)
    return fault, _CALL.fill(method=request.method, url=request.url)


_TOOK = text("ReplyView", "Ended: {time}, after {duration}")
_NAMED = text("ReplyView", "{name}: {value}")
_FAULT = text("ReplyView", "QFPay Tester {version} failed while sending: {technical}")
_CALL = text("ReplyView", "Request: {method} {url}")
