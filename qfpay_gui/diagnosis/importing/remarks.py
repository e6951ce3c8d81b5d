"""What there is to say about a request that was read: unknown, missing, doubled, and what else to look at."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.calls import known_call_of
from qfpay_gui.diagnosis.importing.names import KNOWN, role
from qfpay_gui.diagnosis.importing.request import Note, ReadRequest
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import excerpt, some
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_NOTES = 30
_VARIABLES = ("{{", "<<", "${")
_WITH_HOST = re.compile(r"(?://)?[\w\-]+[.:]")


def missing(request: ReadRequest) -> tuple[str, ...]:
    """The mandatory parameters of the call that are not there; none where it is not known which call it is."""
    call = known_call_of(request)
    if call is None:
        return ()
    given = request.params
    pay_type = given.get("pay_type", "")
    return tuple(one.name for one in call.parameters if one.is_mandatory(pay_type) and one.name not in given)


def remarks(request: ReadRequest) -> Iterator[Note]:
    """Notes on the request as a whole."""
    if request.client_key:
        message = text("Importing", "The paste holds the client key. It is used here and written nowhere.")
        yield Note("holds-key", message, severity=Severity.ATTENTION)
    yield from _names(request)
    if names := missing(request):
        message = text("Importing", "Mandatory, but not in the paste: {names}.").fill(names=some(names, 12))
        yield Note("missing", message, severity=Severity.ATTENTION)
    if not request.signature:
        yield Note("no-signature", text("Importing", "No signature was found."))
    if request.stated_sign_type and request.sign_type not in {"MD5", "SHA256"}:
        message = text("Importing", "The sign type {type} is not documented: MD5 and SHA256 are.")
        yield Note("sign-type", message.fill(type=excerpt(request.stated_sign_type)), severity=Severity.ATTENTION)
    if _is_elsewhere(request):
        message = text("Importing", "The address belongs to none of QFPay's environments: {host}.")
        yield Note("other-host", message.fill(host=excerpt(request.url)), severity=Severity.ATTENTION)


def _is_elsewhere(request: ReadRequest) -> bool:
    """Whether the address names a host that is none of QFPay's; a path or a variable names none."""
    is_told = _WITH_HOST.match(request.url) and not any(mark in request.url for mark in _VARIABLES)
    return bool(is_told) and not request.environment_id


def _names(request: ReadRequest) -> Iterator[Note]:
    counted = Counter(name for name, _value in request.pairs)
    for name in [name for name, times in counted.items() if times > 1][:_MOST_NOTES]:
        message = text("Importing", "{name} stands {count} times; the first value is taken, all are kept.")
        yield Note("doubled", message.fill(name=excerpt(name), count=counted[name]), name, Severity.ATTENTION)
    call = known_call_of(request)
    known = KNOWN if call is None else {one.name for one in call.parameters}
    for name in [name for name in counted if name not in known and not role(name)][:_MOST_NOTES]:
        message = text("Importing", "{name} is no documented parameter; it is kept.").fill(name=excerpt(name))
        yield Note("unknown", message, name)
    for name, value in request.params.items():
        if role(name) == "client_key" and value == request.client_key:
            message = text("Importing", "The client key was sent as the parameter {name}: it must never travel.")
            yield Note("key-sent", message.fill(name=excerpt(name)), name, Severity.WRONG)
