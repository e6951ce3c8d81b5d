"""What it means that no answer of the API came: the layer below HTTP that failed, or a reply that is not QFPay's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt
from qfpay_gui.qfpay.reply.exchange import Cause, Layer
from qfpay_gui.qfpay.reply.network_words import NETWORK, Words
from qfpay_gui.qfpay.reply.reply import TURNED_AWAY, Fault
from qfpay_gui.qfpay.reply.statement import HERE_TURN, TURNS, Statement, outcome_unknown, query_first, then
from qfpay_gui.qfpay.reply.status_words import NOWHERE, STATUSES, WAIT_SECONDS, WAIT_UNTIL, Answered
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
    said = words_of(failure)
    if failure.may_have_arrived:
        severity = Severity.ATTENTION if request.endpoint == "query" else Severity.WRONG
        return Statement(severity, said.headline, TURNS[Turn.WAIT], then(outcome_unknown(request), said.remedy))
    if failure.layer is Layer.CANCELLED:
        return Statement(Severity.NOTE, _CANCELLED_BEFORE, HERE_TURN, _NOTHING_SENT)
    return Statement(Severity.WRONG, said.headline, HERE_TURN, then(_NOTHING_SENT, said.remedy))


def words_of(failure: TransportFailure) -> Words:
    """What happened and what to do, as finely as it is known; a guard of this program says itself what to do."""
    if failure.cause is Cause.UNKNOWN:
        layer = _LAYERS[failure.layer]
        said = Words(layer.headline, layer.remedy)
    else:
        said = NETWORK[failure.cause]
    headline = said.headline.fill(peer=failure.peer, status=failure.status)
    return Words(headline, failure.reason or said.remedy)


def faulty_reply(request: PreparedRequest, reply: Reply) -> Statement:
    """What to make of a reply with a fault. Whether the request had an effect is doubted unless it was turned away."""
    meaning = _meaning(reply)
    headline = meaning.headline.fill(status=reply.status)
    remedy = _with_patience(meaning.remedy, reply)
    if reply.fault in TURNED_AWAY:
        turn = Turn.WAIT if reply.fault is Fault.RATE_LIMITED else Turn.MERCHANT
        return Statement(Severity.WRONG, headline, TURNS[turn], then(remedy, query_first(request)))
    return Statement(Severity.WRONG, headline, TURNS[Turn.WAIT], then(outcome_unknown(request), remedy))


def _meaning(reply: Reply) -> Answered:
    """By status where it has a meaning of its own, else by the first layer that is not as documented."""
    if reply.fault is Fault.REDIRECT and not reply.location and reply.status != 304:
        return NOWHERE
    return STATUSES.get(reply.status) or _FAULTS[reply.fault]


def _with_patience(remedy: Text, reply: Reply) -> Text:
    """The remedy with the time that the reply asks for; without one, a minute for too many requests."""
    told = reply.retry_after
    if told.isascii() and told.isdigit():
        return then(remedy, WAIT_SECONDS.fill(seconds=int(told[:9])))
    if told and reply.status >= 400:
        return then(remedy, WAIT_UNTIL.fill(moment=excerpt(told, margin=_LONGEST_DATE)))
    return then(remedy, _WAIT_A_MINUTE) if reply.fault is Fault.RATE_LIMITED else remedy


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
    Layer.NOT_HTTP: _Layer(
        text("Verdict", "not HTTP"),
        text("Network", "What came back cannot be read as HTTP."),
        text("Network", "Check host and port of the base URL, and any proxy on the way."),
    ),
    Layer.CANCELLED: _Layer(
        text("Verdict", "cancelled"),
        text("Verdict", "You stopped waiting for the reply."),
        text("Verdict", "Stopping here stops nothing at QFPay."),
    ),
}
_FAULTS = {
    Fault.RATE_LIMITED: Answered(
        text("Verdict", "Too many requests: QFPay turned this one away (HTTP 429)."),
        text("Verdict", "QFPay takes 100 requests a second and 400 a minute from a merchant."),
    ),
    Fault.REDIRECT: Answered(
        text("Network", "The server offers other addresses (HTTP {status}); that is not followed."),
        text("Network", "Compare the base URL with the documents. A signed request is never passed on by itself."),
    ),
    Fault.CLIENT_ERROR: Answered(
        text("Verdict", "The server turned the request away (HTTP {status})."),
        text("Verdict", "Check the base URL. A proxy or firewall on the way can answer like this, too."),
    ),
    Fault.SERVER_ERROR: Answered(
        text("Verdict", "The server failed (HTTP {status})."),
        text("Verdict", "If it stays like this, show QFPay support the raw reply."),
    ),
    Fault.UNUSUAL_STATUS: Answered(
        text("Verdict", "The server answered HTTP {status}; QFPay documents only 200 and 429."),
        text("Verdict", "Check the base URL, and whether a proxy answered."),
    ),
    Fault.EMPTY: Answered(
        text("Verdict", "The reply is empty."),
        text("Verdict", "If it stays like this, check whether a proxy answered."),
    ),
    Fault.LOGIN_PAGE: Answered(
        text("Network", "A login page came back instead of a reply."),
        text("Network", "This network may want a login first: open a browser, log in. Else check the base URL."),
    ),
    Fault.CUT: Answered(
        text("Network", "The reply was too long and was cut off here, so it cannot be read."),
        text("Network", "At most 2 MB are read. Something else than an API may answer there: look at the raw reply."),
    ),
    Fault.COMPRESSED: Answered(
        text("Network", "The reply came compressed, and cannot be unpacked."),
        text("Network", "This program asks for plain replies: a proxy on the way may compress them, and damage them."),
    ),
    Fault.CHARSET: Answered(
        text("Network", "The reply is text in another character set than UTF-8."),
        text("Network", "A proxy on the way, or another server, may have written it: check the base URL."),
    ),
    Fault.JSON_CUT: Answered(
        text("Network", "The reply is JSON that ends in the middle."),
        text("Network", "Its length may be stated too small, or a proxy on the way may have cut it."),
    ),
    Fault.NOT_OBJECT: Answered(
        text("Network", "The reply is JSON, but a list or a single value instead of members."),
        text("Network", "Another API may be what answers: check host and path of the base URL."),
    ),
    Fault.HTML: Answered(
        text("Verdict", "A web page came back instead of QFPay’s reply."),
        text("Verdict", "A wrong base URL, a proxy or a login page of the network answers like this."),
    ),
    Fault.NOT_JSON: Answered(
        text("Verdict", "The reply is not JSON, so it cannot be read."),
        text("Verdict", "The raw reply shows what came instead; a proxy may have changed it."),
    ),
    Fault.NOT_QFPAY: Answered(
        text("Verdict", "The reply is JSON, but not QFPay’s: it has no respcd."),
        text("Verdict", "Check the base URL; something else may be listening there."),
    ),
}
_WAIT_A_MINUTE = text("Verdict", "Wait a minute first.")
_LONGEST_DATE = 40
_NOTHING_SENT = text("Verdict", "Nothing was sent to QFPay.")
_CANCELLED_BEFORE = text("Verdict", "You stopped the request before it was sent.")
