"""What it means that no reply came: for each layer below HTTP, what failed and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.qfpay.reply.statement import HERE_TURN, TURNS, Statement, outcome_unknown, then
from qfpay_gui.qfpay.respcd import Turn
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.exchange import TransportFailure
    from qfpay_gui.qfpay.request.prepared import PreparedRequest


@dataclass(frozen=True)
class _Meaning:
    """A layer's name for the status line, what happened, and the remedy."""

    name: Text
    headline: Text
    remedy: Text


_MEANINGS = {
    Layer.REFUSED_HERE: _Meaning(
        text("Verdict", "not sent"),
        text("Verdict", "This program did not send the request."),
        text("Verdict", "Correct what is named in the technical lines, then send."),
    ),
    Layer.NAME_RESOLUTION: _Meaning(
        text("Verdict", "name not found"),
        text("Verdict", "The server’s name was not found."),
        text("Verdict", "Check the spelling of the host, then this computer’s network and DNS."),
    ),
    Layer.PROXY: _Meaning(
        text("Verdict", "proxy"),
        text("Verdict", "The proxy did not let the request through."),
        text("Verdict", "Check the proxy’s address and login, and whether it lets this host pass."),
    ),
    Layer.CONNECT: _Meaning(
        text("Verdict", "no connection"),
        text("Verdict", "No connection to the server came about."),
        text("Verdict", "Check host and port, and whether a firewall is in the way."),
    ),
    Layer.CONNECT_TIMEOUT: _Meaning(
        text("Verdict", "connect time-out"),
        text("Verdict", "The server did not take the connection in time."),
        text("Verdict", "Check host and port; a firewall that drops connections looks like this."),
    ),
    Layer.TLS: _Meaning(
        text("Verdict", "TLS"),
        text("Verdict", "No secure connection came about: TLS failed."),
        text(
            "Verdict",
            "Check this computer’s clock. If a company proxy opens TLS, add its CA file; "
            "the check itself cannot be switched off.",
        ),
    ),
    Layer.READ_TIMEOUT: _Meaning(
        text("Verdict", "read time-out"),
        text("Verdict", "The server did not answer in time."),
        text("Verdict", "A slow channel behind QFPay can look like this."),
    ),
    Layer.CONNECTION_LOST: _Meaning(
        text("Verdict", "connection lost"),
        text("Verdict", "The connection broke before the reply was complete."),
        text("Verdict", "Check the network and any proxy on the way."),
    ),
    Layer.CANCELLED: _Meaning(
        text("Verdict", "cancelled"),
        text("Verdict", "You stopped waiting for the reply."),
        text("Verdict", "Stopping here stops nothing at QFPay."),
    ),
}
_NOTHING_SENT = text("Verdict", "Nothing was sent to QFPay.")


def layer_name(layer: Layer) -> Text:
    """The layer in one or two words, for a status line."""
    return _MEANINGS[layer].name


def no_reply(request: PreparedRequest, failure: TransportFailure) -> Statement:
    """What to make of an exchange without reply: an unknown outcome outweighs the remedy."""
    meaning = _MEANINGS[failure.layer]
    if failure.may_have_arrived:
        severity = Severity.ATTENTION if request.endpoint == "query" else Severity.WRONG
        step = then(outcome_unknown(request), meaning.remedy)
        return Statement(severity, meaning.headline, TURNS[Turn.WAIT], step)
    if failure.layer is Layer.CANCELLED:
        return Statement(Severity.NOTE, _CANCELLED_BEFORE, HERE_TURN, _NOTHING_SENT)
    remedy = failure.reason or meaning.remedy
    return Statement(Severity.WRONG, meaning.headline, HERE_TURN, then(_NOTHING_SENT, remedy))


_CANCELLED_BEFORE = text("Verdict", "You stopped the request before it was sent.")
