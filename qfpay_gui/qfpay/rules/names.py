"""Rules of parameter names: doubled, misspelt, or never meant to be sent."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.hidden import hidden
from qfpay_gui.qfpay.rules.subject import OWN, SAMPLES, Subject, attention, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.findings import Finding

_MEANT = {
    "openid": "sub_openid",
    "sub_open_id": "sub_openid",
    "appcode": "X-QF-APPCODE",
    "app_code": "X-QF-APPCODE",
    "mch_id": "mchid",
    "mchntid": "mchid",
    "amount": "txamt",
    "currency": "txcurrcd",
    "valid_time": "expired_time",
    "expire_time": "expired_time",
    "product_name": "goods_name",
    "notifyurl": "notify_url",
    "paytype": "pay_type",
    "outtradeno": "out_trade_no",
}
_SIGNATURE_NAMES = {"sign", "signature", "sign_type", "x-qf-sign", "x-qf-signtype"}
_KEY_NAMES = {"key", "client_key", "secret", "clientkey"}


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about the names of the parameters sent."""
    for name, count in Counter(name for name, _value in subject.sent).items():
        if count > 1:
            yield wrong(
                "name-doubled",
                name,
                text("Rules", "Sent {count} times").fill(count=count),
                text("Rules", "Which of the values of {name} the server signs is not documented. Send it once.").fill(
                    name=name
                ),
                OWN,
            )
        if subject.endpoint.find(name) is None:
            yield from _unknown(name, subject)


def _unknown(name: str, subject: Subject) -> Iterator[Finding]:
    lower = name.strip().lower()
    known = {parameter.name for parameter in subject.endpoint.parameters}
    if lower in _KEY_NAMES:
        yield wrong(
            "key-sent",
            name,
            text("Rules", "Never send the key"),
            text(
                "Rules", "The client key is appended to the signing string and never leaves the machine. Remove {name}."
            ).fill(name=name),
        )
    elif lower in _SIGNATURE_NAMES:
        yield wrong(
            "signature-as-parameter",
            name,
            text("Rules", "Belongs into a header"),
            text("Rules", "The signature travels in X-QF-SIGN and its type in X-QF-SIGNTYPE; neither is a parameter."),
        )
    elif lower in _MEANT or (lower in known and lower != name):
        yield wrong(
            "name-misspelt",
            name,
            text("Rules", "{meant} is meant?").fill(meant=_MEANT.get(lower, lower)),
            text("Rules", "{name} is not a documented parameter; names are case-sensitive.").fill(name=name),
            SAMPLES,
        )
    if hidden(name) or " " in name or not name.isascii():
        yield attention(
            "name-characters",
            name,
            text("Rules", "Unusual characters in the name"),
            text(
                "Rules",
                "Documented names are lower-case ASCII letters, digits and _. Look for a space or a pasted character.",
            ),
            OWN,
        )
