"""What it means that no answer of the API came: the layer below HTTP that failed, or a reply that is not QFPay's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.qfpay.reply.reply import Fault
from qfpay_gui.qfpay.reply.statement import HERE_TURN, TURNS, Statement, outcome_unknown, query_first, then
from qfpay_gui.qfpay.respcd import Turn
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.exchange import TransportFailure
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


def layer_name(layer: Layer) -> Text:
    """The layer in one or two words, for a status line."""
    return _LAYERS[layer].name


def no_reply(request: PreparedRequest, failure: TransportFailure) -> Statement:
    """What to make of an exchange without reply: an unknown outcome outweighs the remedy."""
    meaning = _LAYERS[failure.layer]
    if failure.may_have_arrived:
        severity = Severity.ATTENTION if request.endpoint == "query" else Severity.WRONG
        step = then(outcome_unknown(request), meaning.remedy)
        return Statement(severity, meaning.headline, TURNS[Turn.WAIT], step)
    if failure.layer is Layer.CANCELLED:
        return Statement(Severity.NOTE, _CANCELLED_BEFORE, HERE_TURN, _NOTHING_SENT)
    remedy = failure.reason or meaning.remedy
    return Statement(Severity.WRONG, meaning.headline, HERE_TURN, then(_NOTHING_SENT, remedy))


def faulty_reply(request: PreparedRequest, reply: Reply) -> Statement:
    """What to make of a reply with a fault. Whether the request had an effect is doubted unless it was turned away."""
    meaning = _FAULTS[reply.fault]
    headline = meaning.headline.fill(status=reply.status)
    if meaning.turned_away:
        turn = Turn.WAIT if reply.fault is Fault.RATE_LIMITED else Turn.MERCHANT
        return Statement(Severity.WRONG, headline, TURNS[turn], then(meaning.remedy, query_first(request)))
    return Statement(Severity.WRONG, headline, TURNS[Turn.WAIT], then(outcome_unknown(request), meaning.remedy))


def contradictory_success(request: PreparedRequest, reply: Reply) -> Statement:
    """What to make of respcd 0000 under an HTTP status other than 200."""
    headline = text("Verdict", "respcd 0000 came with HTTP {status}: the outcome is unclear.").fill(status=reply.status)
    return Statement(Severity.ATTENTION, headline, TURNS[Turn.WAIT], outcome_unknown(request))


@dataclass(frozen=True)
class _Layer:
    """A layer's name for the status line, what happened, and the remedy."""

    name: Text
    headline: Text
    remedy: Text


@dataclass(frozen=True)
class _Fault:
    """What happened, the remedy, and whether the request surely stopped before it had an effect."""

    headline: Text
    remedy: Text
    turned_away: bool = False


_LAYERS = {
    Layer.REFUSED_HERE: _Layer(
        text("Verdict", "not sent"),
        text("Verdict", "This program did not send the request."),
        text("Verdict", "Correct what is named in the technical lines, then send."),
    ),
    Layer.NAME_RESOLUTION: _Layer(
        text("Verdict", "name not found"),
        text("Verdict", "The server’s name was not found."),
        text("Verdict", "Check the spelling of the host, then this computer’s network and DNS."),
    ),
    Layer.PROXY: _Layer(
        text("Verdict", "proxy"),
        text("Verdict", "The proxy did not let the request through."),
        text("Verdict", "Check the proxy’s address and login, and whether it lets this host pass."),
    ),
    Layer.CONNECT: _Layer(
        text("Verdict", "no connection"),
        text("Verdict", "No connection to the server came about."),
        text("Verdict", "Check host and port, and whether a firewall is in the way."),
    ),
    Layer.CONNECT_TIMEOUT: _Layer(
        text("Verdict", "connect time-out"),
        text("Verdict", "The server did not take the connection in time."),
        text("Verdict", "Check host and port; a firewall that drops connections looks like this."),
    ),
    Layer.TLS: _Layer(
        text("Verdict", "TLS"),
        text("Verdict", "No secure connection came about: TLS failed."),
        text(
            "Verdict",
            "Check this computer’s clock. If a company proxy opens TLS, add its CA file; "
            "the check itself cannot be switched off.",
        ),
    ),
    Layer.READ_TIMEOUT: _Layer(
        text("Verdict", "read time-out"),
        text("Verdict", "The server did not answer in time."),
        text("Verdict", "A slow channel behind QFPay can look like this."),
    ),
    Layer.CONNECTION_LOST: _Layer(
        text("Verdict", "connection lost"),
        text("Verdict", "The connection broke before the reply was complete."),
        text("Verdict", "Check the network and any proxy on the way."),
    ),
    Layer.CANCELLED: _Layer(
        text("Verdict", "cancelled"),
        text("Verdict", "You stopped waiting for the reply."),
        text("Verdict", "Stopping here stops nothing at QFPay."),
    ),
}
_FAULTS = {
    Fault.RATE_LIMITED: _Fault(
        text("Verdict", "Too many requests: QFPay turned this one away (HTTP 429)."),
        text("Verdict", "QFPay takes 100 requests a second and 400 a minute from a merchant. Wait a minute first."),
        turned_away=True,
    ),
    Fault.REDIRECT: _Fault(
        text("Verdict", "The server points elsewhere (HTTP {status}); that is not followed."),
        text("Verdict", "Compare the base URL with QFPay’s. A signed request is never passed on by itself."),
        turned_away=True,
    ),
    Fault.CLIENT_ERROR: _Fault(
        text("Verdict", "The server turned the request away (HTTP {status})."),
        text("Verdict", "Check the base URL. A proxy or firewall on the way can answer like this, too."),
        turned_away=True,
    ),
    Fault.SERVER_ERROR: _Fault(
        text("Verdict", "The server failed (HTTP {status})."),
        text("Verdict", "If it stays like this, show QFPay support the raw reply."),
    ),
    Fault.UNUSUAL_STATUS: _Fault(
        text("Verdict", "The server answered HTTP {status}; QFPay documents only 200 and 429."),
        text("Verdict", "Check the base URL, and whether a proxy answered."),
    ),
    Fault.EMPTY: _Fault(
        text("Verdict", "The reply is empty."),
        text("Verdict", "If it stays like this, check whether a proxy answered."),
    ),
    Fault.HTML: _Fault(
        text("Verdict", "A web page came back instead of QFPay’s reply."),
        text("Verdict", "A wrong base URL, a proxy or a login page of the network answers like this."),
    ),
    Fault.NOT_JSON: _Fault(
        text("Verdict", "The reply is not JSON, so it cannot be read."),
        text("Verdict", "The raw reply shows where it breaks off; a proxy may have changed it."),
    ),
    Fault.NOT_QFPAY: _Fault(
        text("Verdict", "The reply is JSON, but not QFPay’s: it has no respcd."),
        text("Verdict", "Check the base URL; something else may be listening there."),
    ),
}
_NOTHING_SENT = text("Verdict", "Nothing was sent to QFPay.")
_CANCELLED_BEFORE = text("Verdict", "You stopped the request before it was sent.")
