"""Reads a request that is shown as it was sent: method, address, headers, body."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from qfpay_gui.diagnosis.importing.bodies import Body, read_body
from qfpay_gui.diagnosis.importing.decoding import bytes_of, read_form
from qfpay_gui.diagnosis.importing.names import is_digest, role
from qfpay_gui.diagnosis.importing.request import Headers, Note, Pairs, ReadRequest
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import some
from qfpay_gui.qfpay.text import text


@dataclass(frozen=True)
class Sent:
    """The parts of a request; ``ready`` is a body whose parameters are known already."""

    method: str
    url: str
    headers: Pairs
    body: bytes | None
    ready: Body | None = None


def whole_request(form: str, sent: Sent) -> ReadRequest:
    """The request these parts make. Parameters are those of the body; without any, those of the address."""
    headers = Headers(sent.headers)
    body = sent.ready or read_body(sent.body or b"", headers.get("Content-Type", ""))
    query = read_form(bytes_of(query_of(sent.url)))
    pairs, notes = body.pairs, body.notes
    if query.pairs:
        names = some(tuple(name for name, _value in query.pairs))
        if not pairs:
            pairs, notes = query.pairs, (*notes, _in_query(names), *query.notes)
        else:
            message = text("Importing", "The address carries parameters too, beside the body: {names}.")
            notes = (*notes, Note("query-too", message.fill(names=names), severity=Severity.ATTENTION))
    return ReadRequest(
        form=form,
        pairs=pairs,
        header_pairs=tuple((_normalised(name), value) for name, value in sent.headers),
        url=sent.url,
        method=sent.method.upper(),
        body=sent.body,
        signature=headers.get("X-QF-SIGN", "") or _beside(pairs, "signature"),
        stated_sign_type=headers.get("X-QF-SIGNTYPE", "") or _beside(pairs, "sign_type"),
        app_code=headers.get("X-QF-APPCODE", "") or _beside(pairs, "app_code"),
        client_key=_beside(pairs, "client_key"),
        notes=notes,
    )


def query_of(url: str) -> str:
    """What stands behind the question mark, without a fragment."""
    try:
        return urlsplit(url).query
    except ValueError:
        return url.partition("?")[2]


def _in_query(names: str) -> Note:
    message = text("Importing", "The parameters travel in the address, not in the body: {names}.").fill(names=names)
    return Note("in-query", message, severity=Severity.ATTENTION)


def _normalised(name: str) -> str:
    return name.upper() if name.upper().startswith("X-QF-") else name


def _beside(pairs: Pairs, wanted: str) -> str:
    """A value that belongs in a header or nowhere, but was sent as a parameter; it stays a parameter too."""
    values = (value for name, value in pairs if role(name) == wanted and value)
    found = next(values, "")
    return found if wanted != "signature" or is_digest(found) else ""
