"""What it means that WeChat gave no answer, for each layer at which the question can end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.code2session.errcodes import Meaning, Spent
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.reply.exchange import Layer
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.exchange import TransportFailure

_FIREWALL = text("OpenId", "Check this computer's network, and whether a firewall lets api.weixin.qq.com pass.")
_MEANINGS = {
    Layer.REFUSED_HERE: Meaning(
        text("OpenId", "This program did not ask WeChat."),
        text("OpenId", "Correct what the technical line names: the certificate file, or the address."),
    ),
    Layer.NAME_RESOLUTION: Meaning(text("OpenId", "The name of WeChat's server was not found."), _FIREWALL),
    Layer.PROXY: Meaning(
        text("OpenId", "The proxy did not let the question through."),
        text("OpenId", "Check the proxy's address and login, and whether it lets api.weixin.qq.com pass."),
    ),
    Layer.CONNECT: Meaning(text("OpenId", "No connection to WeChat came about."), _FIREWALL),
    Layer.CONNECT_TIMEOUT: Meaning(text("OpenId", "WeChat's server did not take the connection in time."), _FIREWALL),
    Layer.TLS: Meaning(
        text("OpenId", "No secure connection came about: TLS failed."),
        text(
            "OpenId",
            "Check this computer's clock. If a company proxy opens TLS, add its CA file in the menu; the check "
            "itself cannot be switched off.",
        ),
    ),
    Layer.READ_TIMEOUT: Meaning(
        text("OpenId", "WeChat did not answer in time."),
        text("OpenId", "The code may be used up. Get a fresh one, then ask again."),
    ),
    Layer.CONNECTION_LOST: Meaning(
        text("OpenId", "The connection broke before the answer was complete."),
        text("OpenId", "The code may be used up. Check the network, get a fresh code, ask again."),
    ),
    Layer.CANCELLED: Meaning(
        text("OpenId", "You stopped waiting for the answer."),
        text("OpenId", "If the question had left already, the code may be used up: get a fresh one."),
        severity=Severity.NOTE,
    ),
}


def silence(failure: TransportFailure) -> Meaning:
    """What happened and the way out; the js_code is in doubt as soon as the question may have arrived."""
    spent = Spent.MAYBE if failure.may_have_arrived else Spent.NO
    return replace(_MEANINGS[failure.layer], spent=spent)
