"""What is asked, and what is refused, before a request leaves: the guards of every call."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.currencies import human_amount
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.qfpay.request.rules.refund import OVER_REFUND
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.qfpay.request.prepared import PreparedRequest


_LONGEST = 64


@dataclass(frozen=True)
class Question:
    """Something the user must agree to; ``agree`` is the label of the button that does.

    ``claim`` is the id by which the register knows the explanation, where that is a finding's.
    """

    title: Text
    explanation: Text
    agree: Text
    is_production: bool = False
    claim: str = ""


@dataclass(frozen=True)
class Review:
    """A request with what stands between it and the wire: a refusal, or questions to agree to in turn."""

    request: PreparedRequest
    refusal: Text | None = None
    questions: tuple[Question, ...] = ()


_USED = {
    "payment": text(
        "Guards",
        "{number} went to {host} already. If that payment's outcome is unknown, query it first: sending the number "
        "again is refused, or brings the first payment's result back.",
    ),
    "refund": text(
        "Guards",
        "{number} went to {host} already. If that refund's outcome is unknown, query it first: sending the number "
        "again is refused, or brings the first refund's result back.",
    ),
}
_ORDER = text("Guards", "Order: {number}")
_REFUND = text("Guards", "Refund: {number}")
_PAYER = text("Guards", "Payer: {openid}")
_AMOUNT = text("Guards", "Amount: {amount}")
_MERCHANT = text("Guards", "Merchant: {merchant}")
_MCHID = text("Guards", "{merchant}, mchid {mchid}")
_HOST = text("Guards", "Host: {host}")
_MISMATCH = text("Guards", "Check first: {headline}")
_NEXT_LINE = text("Guards", "{before}\n{line}")
_NEXT_PART = text("Guards", "{before}\n\n{line}")
_OF_WHOM = frozenset({"environment", "app_code", "client_key", "mchid", "sub_openid"})
"""Fields whose findings say that merchant, payer and place do not belong together."""
_TITLES = {
    "payment": text("Guards", "Send to production?"),
    "query": text("Guards", "Query production?"),
    "refund": text("Guards", "Refund in production?"),
    "close": text("Guards", "Close an order in production?"),
    "reversal": text("Guards", "Reverse an order in production?"),
}
_CONSEQUENCES = {
    "payment": text("Guards", "This makes a real order with real money."),
    "query": text("Guards", "This only reads: no order is changed, and no money moves."),
    "refund": text("Guards", "This gives real money back to the customer. A refund cannot be undone."),
    "close": text("Guards", "This ends a real order: nobody can pay it any more."),
    "reversal": text(
        "Guards",
        "This takes a real order back. Whether what a customer has paid comes back with it, editions differ on.",
    ),
}
_AGREE = {
    "payment": text("Guards", "Send to production"),
    "query": text("Guards", "Query production"),
    "refund": text("Guards", "Refund in production"),
    "close": text("Guards", "Close in production"),
    "reversal": text("Guards", "Reverse in production"),
}


def review(request: PreparedRequest, merchant: str, was_sent: Callable[[str], bool]) -> Review:
    """What stands before sending; ``was_sent`` tells whether an out_trade_no went to this environment before.

    It is asked only where the call needs a new number.
    """
    environment = request.environment
    if not request.url:
        return Review(request, text("Guards", "The simulator is not running: nothing can be sent to it."))
    refusal = environments.refusal(environment.base_url)
    if refusal is None and environment.kind is EnvironmentKind.PRODUCTION:
        refusal = _production_refusal(request)
    if refusal is not None:
        return Review(request, refusal)
    return Review(request, None, tuple(_questions(request, merchant, was_sent)))


def _questions(request: PreparedRequest, merchant: str, was_sent: Callable[[str], bool]) -> Iterator[Question]:
    if endpoint(request.endpoint).needs_new_number and was_sent(request.new_number):
        yield _used_before(request)
    yield from _more_than_is_left(request)
    if request.environment.kind is EnvironmentKind.PRODUCTION:
        yield _production(request, merchant)


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
    environment = request.environment
    # The simulator has another port in each run, and the number may have gone to an earlier one.
    is_simulated = environment.kind is EnvironmentKind.SIMULATOR
    host = text("Guards", "the simulator") if is_simulated else environment.host
    return Question(
        text("Guards", "This order number was sent before"),
        _USED[request.endpoint].fill(number=request.new_number[:128], host=host),
        text("Guards", "Send the same number again"),
    )


def _more_than_is_left(request: PreparedRequest) -> Iterator[Question]:
    """A refund that by all we know asks for more than the order holds; in the simulator that is an experiment."""
    if request.environment.kind is EnvironmentKind.SIMULATOR:
        return
    found = next((finding for finding in request.findings if finding.code in OVER_REFUND), None)
    if found is not None:
        title, agree = text("Guards", "Refund more than is left?"), text("Guards", "Refund anyway")
        yield Question(title, found.detail, agree, claim=found.claim)


def _production(request: PreparedRequest, merchant: str) -> Question:
    call = request.endpoint
    at_stake = reduce(lambda before, line: _NEXT_LINE.fill(before=before, line=line), _at_stake(request, merchant))
    explanation = _NEXT_PART.fill(before=at_stake, line=_CONSEQUENCES[call])
    return Question(_TITLES[call], explanation, _AGREE[call], is_production=True)


def _at_stake(request: PreparedRequest, merchant: str) -> Iterator[Text]:
    """Which order, whose money, how much, for whom and where; then what does not fit, each once."""
    number, mchid = _shown(request.value("out_trade_no")), _shown(request.value("mchid"))
    if request.endpoint == "refund":
        yield _REFUND.fill(number=number)
        number = ""
    if number := number or _shown(request.value("syssn")):
        yield _ORDER.fill(number=number)
    if openid := request.value("sub_openid"):
        yield _PAYER.fill(openid=_masked(_shown(openid)))
    if not endpoint(request.endpoint).is_reading:
        yield _AMOUNT.fill(amount=_amount(request))
    yield _MERCHANT.fill(merchant=_MCHID.fill(merchant=merchant, mchid=mchid) if mchid else merchant)
    yield _HOST.fill(host=request.environment.host)
    suspicious = (one for one in request.findings if one.severity is Severity.ATTENTION and one.field in _OF_WHOM)
    for headline in dict.fromkeys(one.headline for one in suspicious):
        yield _MISMATCH.fill(headline=headline)


def _amount(request: PreparedRequest) -> str:
    """As money, and as it is sent."""
    human = human_amount(request.value("txamt"), request.txcurrcd)
    sent = _shown(f"{request.value('txamt')} {request.txcurrcd}")
    return f"{human} ({sent})" if human else sent


def _masked(openid: str) -> str:
    """The ends of an openid: whose it is can be told, and nobody else learns it from the screen."""
    return f"{openid[:4]}…{openid[-4:]}" if len(openid) > 12 else f"{openid[:1]}…"


def _shown(value: str) -> str:
    """The value on one line, of a length that can be read."""
    return " ".join(value.split())[:_LONGEST]
