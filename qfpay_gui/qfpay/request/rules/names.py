"""Rules of parameter names: doubled, misspelt, or never meant to be sent."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.rules.subject import Subject, attention, shortened, wrong
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from qfpay_gui.qfpay.findings import Finding

_MEANT = {
    "openid": "sub_openid",
    "mchntid": "mchid",
    "amount": "txamt",
    "currency": "txcurrcd",
    "validtime": "expired_time",
    "expiretime": "expired_time",
    "productname": "goods_name",
}
"""What names of older editions, other interfaces and merchants stand for, as :func:`_squeezed` writes them."""
_APP_CODE_NAMES = {"appcode", "xqfappcode"}
_SIGNATURE_NAMES = {"sign", "signature", "signtype", "xqfsign", "xqfsigntype"}
_KEY_NAMES = {"key", "clientkey", "secret"}
_USUAL = re.compile(r"[A-Za-z0-9_.\-]+")

ABOUT_NAMES = frozenset(
    {
        "app-code-as-parameter",
        "name-characters",
        "name-doubled",
        "name-empty",
        "name-misspelt",
        "signature-as-parameter",
    }
)
"""Codes of the findings that are about how a parameter is called, not about its value."""


def check(subject: Subject) -> Iterator[Finding]:
    """Findings about the names of the parameters sent."""
    known = {_squeezed(parameter.name): parameter.name for parameter in subject.endpoint.parameters}
    for name, count in Counter(name for name, _value in subject.sent).items():
        if count > 1:
            yield wrong(
                "name-doubled",
                name,
                text("Rules", "Sent {count} times").fill(count=count),
                text("Rules", "Which of the values of {name} the server signs is not documented. Send it once.").fill(
                    name=shortened(name)
                ),
            )
        if subject.endpoint.find(name) is None:
            squeezed = _squeezed(name)
            yield from _header_names(name, squeezed)
            yield from _misspelt(name, squeezed, known)
            yield from _characters(name)


def _header_names(name: str, squeezed: str) -> Iterator[Finding]:
    if squeezed in _KEY_NAMES:
        yield wrong(
            "key-sent",
            name,
            text("Rules", "Never send the key"),
            text(
                "Rules", "The client key is appended to the signing string and never leaves the machine. Remove {name}."
            ).fill(name=shortened(name)),
        )
    elif squeezed in _SIGNATURE_NAMES:
        yield wrong(
            "signature-as-parameter",
            name,
            text("Rules", "Belongs in a header"),
            text("Rules", "The signature travels in X-QF-SIGN and its type in X-QF-SIGNTYPE; neither is a parameter."),
        )
    elif squeezed in _APP_CODE_NAMES:
        yield attention(
            "app-code-as-parameter",
            name,
            text("Rules", "Belongs in the header X-QF-APPCODE"),
            text("Rules", "app_code travels in a header and takes no part in the signature. Remove {name}.").fill(
                name=shortened(name)
            ),
        )


def _misspelt(name: str, squeezed: str, known: Mapping[str, str]) -> Iterator[Finding]:
    meant = known.get(squeezed) or known.get(_squeezed(_MEANT.get(squeezed, "")))
    if meant:
        yield attention(
            "name-misspelt",
            name,
            text("Rules", "Is {meant} meant?").fill(meant=meant),
            text("Rules", "{name} is not documented for this call. Names must match to the letter and its case.").fill(
                name=shortened(name)
            ),
        )


def _characters(name: str) -> Iterator[Finding]:
    if not name:
        yield attention(
            "name-empty",
            name,
            text("Rules", "A value is sent without a name"),
            text("Rules", "One of the further parameters has a value but no name. It is signed and sent like that."),
        )
    elif not _USUAL.fullmatch(name):
        yield attention(
            "name-characters",
            name,
            text("Rules", "Unusual characters in the name"),
            text(
                "Rules",
                "Documented names are lower-case ASCII letters, digits and _. Look for a space or a pasted character.",
            ),
        )


def _squeezed(name: str) -> str:
    """The letters and digits of a name, in lower case; "" for what is too long to be a slip."""
    return "".join(one for one in name.lower() if one.isalnum()) if len(name) <= 64 else ""
