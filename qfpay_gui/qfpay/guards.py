"""What is asked, and what is refused, before a request leaves: the guards of a payment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import Kind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.prepared import PreparedRequest


@dataclass(frozen=True)
class Question:
    """Something the user must agree to; ``agree`` is the label of the button that does."""

    title: Text
    explanation: Text
    agree: Text
    is_production: bool = False


@dataclass(frozen=True)
class Review:
    """A request with what stands between it and the wire: a refusal, or questions to agree to in turn."""

    request: PreparedRequest
    refusal: Text | None = None
    questions: tuple[Question, ...] = ()


def review(request: PreparedRequest, merchant: str, was_sent: Callable[[str], bool]) -> Review:
    """What stands before sending; ``was_sent`` tells whether an out_trade_no went to this environment before."""
    environment = request.environment
    if not request.url:
        return Review(request, text("Guards", "The simulator is not running yet. Wait a moment, then send again."))
    refusal = environments.refusal(environment.base_url)
    if refusal is None and environment.kind is Kind.PRODUCTION:
        refusal = _production_refusal(request)
    if refusal is not None:
        return Review(request, refusal)
    questions = [] if not was_sent(request.value("out_trade_no")) else [_used_before(request)]
    if environment.kind is Kind.PRODUCTION:
        questions.append(_production(request, merchant))
    return Review(request, None, tuple(questions))


def _production_refusal(request: PreparedRequest) -> Text | None:
    if request.deliberate is not None:
        return text("Guards", "Not sent: production takes no request that is wrong on purpose ({mistake}).").fill(
            mistake=request.deliberate
        )
    wrong = [finding for finding in request.findings if finding.severity is Severity.WRONG]
    if not wrong:
        return None
    return text("Guards", "Not sent: production takes no request with a known fault. {field}: {headline}").fill(
        field=wrong[0].field or wrong[0].code, headline=wrong[0].headline
    )


def _used_before(request: PreparedRequest) -> Question:
    return Question(
        text("Guards", "This order number was sent before"),
        text(
            "Guards",
            "{number} went to {host} already. If that payment's outcome is unknown, query it first: sending again may "
            "be refused as a duplicate, or charge somebody twice.",
        ).fill(number=request.value("out_trade_no")[:128], host=request.environment.host),
        text("Guards", "Send the same number again"),
    )


def _production(request: PreparedRequest, merchant: str) -> Question:
    amount = human_amount(request.value("txamt"), request.value("txcurrcd"))
    return Question(
        text("Guards", "Send to production?"),
        text(
            "Guards",
            "Host: {host}\nMerchant: {merchant}\nAmount: {amount}\n\nThis makes a real order with real money.",
        ).fill(
            host=request.environment.host,
            merchant=merchant,
            amount=amount or f"{request.value('txamt')} {request.value('txcurrcd')}",
        ),
        text("Guards", "Send to production"),
        is_production=True,
    )
