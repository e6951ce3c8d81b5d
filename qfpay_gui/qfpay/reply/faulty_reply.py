"""What it means that a reply came which is not an answer of the API: HTTP errors, web pages, broken JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.reply import Fault
from qfpay_gui.qfpay.reply.statement import TURNS, Statement, outcome_unknown, query_first, then
from qfpay_gui.qfpay.respcd import Turn
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class _Meaning:
    """What happened, the remedy, and whether the request surely stopped before it had an effect."""

    headline: Text
    remedy: Text
    turned_away: bool = False


_MEANINGS = {
    Fault.RATE_LIMITED: _Meaning(
        text("Verdict", "Too many requests: QFPay turned this one away (HTTP 429)."),
        text("Verdict", "QFPay takes 100 requests a second and 400 a minute from a merchant. Wait a minute first."),
        turned_away=True,
    ),
    Fault.REDIRECT: _Meaning(
        text("Verdict", "The server points elsewhere (HTTP {status}); that is not followed."),
        text("Verdict", "Compare the base URL with QFPay’s. A signed request is never passed on by itself."),
        turned_away=True,
    ),
    Fault.CLIENT_ERROR: _Meaning(
        text("Verdict", "The server turned the request away (HTTP {status})."),
        text("Verdict", "Check the base URL. A proxy or firewall on the way can answer like this, too."),
        turned_away=True,
    ),
    Fault.SERVER_ERROR: _Meaning(
        text("Verdict", "The server failed (HTTP {status})."),
        text("Verdict", "If it stays like this, show QFPay support the raw reply."),
    ),
    Fault.UNUSUAL_STATUS: _Meaning(
        text("Verdict", "The server answered HTTP {status}; QFPay documents only 200."),
        text("Verdict", "Check the base URL, and whether a proxy answered."),
    ),
    Fault.EMPTY: _Meaning(
        text("Verdict", "The reply is empty."),
        text("Verdict", "If it stays like this, check whether a proxy answered."),
    ),
    Fault.HTML: _Meaning(
        text("Verdict", "A web page came back instead of QFPay’s reply."),
        text("Verdict", "A wrong base URL, a proxy or a login page of the network answers like this."),
    ),
    Fault.NOT_JSON: _Meaning(
        text("Verdict", "The reply is not JSON, so it cannot be read."),
        text("Verdict", "The raw reply shows where it breaks off; a proxy may have changed it."),
    ),
    Fault.NOT_QFPAY: _Meaning(
        text("Verdict", "The reply is JSON, but not QFPay’s: it has no respcd."),
        text("Verdict", "Check the base URL; something else may be listening there."),
    ),
}


def faulty_reply(request: PreparedRequest, reply: Reply) -> Statement:
    """What to make of a reply with a fault. Whether the request had an effect is doubted unless it was turned away."""
    meaning = _MEANINGS[reply.fault]
    headline = meaning.headline.fill(status=reply.status)
    if meaning.turned_away:
        turn = Turn.WAIT if reply.fault is Fault.RATE_LIMITED else Turn.MERCHANT
        return Statement(Severity.WRONG, headline, TURNS[turn], then(meaning.remedy, query_first(request)))
    return Statement(Severity.WRONG, headline, TURNS[Turn.WAIT], then(outcome_unknown(request), meaning.remedy))


def contradictory_success(request: PreparedRequest, reply: Reply) -> Statement:
    """What to make of respcd 0000 under an HTTP status other than 200."""
    headline = text("Verdict", "respcd 0000 came with HTTP {status}: the outcome is unclear.").fill(status=reply.status)
    return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], outcome_unknown(request))
