"""Makes a request of what a client keeps: variables filled in, what is switched off left out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote_plus

from qfpay_gui.diagnosis.importing.bodies import Body
from qfpay_gui.diagnosis.importing.decoding import bytes_of, read_form
from qfpay_gui.diagnosis.importing.exports.variables import filled, key_in, syntax, unknown
from qfpay_gui.diagnosis.importing.request import Note, Pairs, ReadRequest
from qfpay_gui.diagnosis.importing.whole import Sent, query_of, whole_request
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import some
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.importing.exports.rows import Row


@dataclass(frozen=True)
class Exported:
    """A request as a client keeps it: ``fields`` are the rows of a form, else ``raw`` is the body."""

    form: str
    method: str = ""
    url: str = field(default="", repr=False)
    headers: tuple[Row, ...] = ()
    query: tuple[Row, ...] = ()
    fields: tuple[Row, ...] = ()
    is_multipart: bool = False
    raw: str = field(default="", repr=False)


class Export(NamedTuple):
    """What a file holds: its requests and its variables."""

    requests: tuple[Exported, ...] = ()
    variables: tuple[Row, ...] = ()


def request(exported: Exported, known: Mapping[str, str]) -> ReadRequest:
    """The request that is sent; what is not sent, and each variable without a value, is named in a note."""
    form = exported.form
    url = filled(exported.url, form, known)
    query = [pair for pair in _sent(exported.query, form, known) if pair not in _in(url)]
    raw = filled(exported.raw, form, known)
    sent = Sent(
        method=exported.method or "GET",
        url=_with(_absolute(url, form), query),
        headers=_sent(exported.headers, form, known),
        body=bytes_of(raw) if raw else None,
        ready=_form_body(exported, known) if exported.fields else None,
    )
    read = whole_request(form, sent)
    off = tuple(row.name for row in (*exported.headers, *exported.query, *exported.fields) if not row.is_on)
    read = replace(
        read,
        client_key=read.client_key or key_in(known),
        notes=(*_switched_off(off), *read.notes),
        is_exact=True,
    )
    return _without_variables(read)


def _sent(rows: tuple[Row, ...], form: str, known: Mapping[str, str]) -> Pairs:
    return tuple((filled(row.name, form, known), filled(row.value, form, known)) for row in rows if row.is_on)


def _in(url: str) -> Pairs:
    return read_form(bytes_of(query_of(url))).pairs


def _absolute(url: str, form: str) -> str:
    is_known = "://" in url or not url or url.startswith("/") or syntax(form).match(url)
    return url if is_known else f"https://{url}"


def _with(url: str, query: list[tuple[str, str]]) -> str:
    """The address with these parameters behind those it has."""
    if not query:
        return url
    written = "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in query)
    return f"{url}{'&' if '?' in url else '?'}{written}"


def _form_body(exported: Exported, known: Mapping[str, str]) -> Body:
    pairs = _sent(exported.fields, exported.form, known)
    if not exported.is_multipart:
        return Body(pairs, "form")
    message = text("Importing", "form-data sends multipart; choose x-www-form-urlencoded in the client.")
    return Body(pairs, "multipart", (Note("body-kind", message, severity=Severity.WRONG),))


def _switched_off(names: tuple[str, ...]) -> tuple[Note, ...]:
    if not names:
        return ()
    message = text("Importing", "Switched off in the export, so not sent: {names}.").fill(names=some(names))
    return (Note("disabled", message),)


def _without_variables(read: ReadRequest) -> ReadRequest:
    """The request with a variable in place of signature or app code taken for what it is: not known."""
    shown = [value for _name, value in (*read.pairs, *read.header_pairs)]
    shown += [read.url] if read.body is None or read.pairs else [read.url, read.body.decode("utf-8", "replace")]
    names = tuple(dict.fromkeys(name for value in shown for name in unknown(value, read.form)))
    if not names:
        return read
    message = text("Importing", "Variables whose values the paste does not show: {names}.").fill(names=some(names))
    return replace(
        read,
        signature=_known(read.signature, read.form),
        app_code=_known(read.app_code, read.form),
        stated_sign_type=_known(read.stated_sign_type, read.form),
        client_key=_known(read.client_key, read.form),
        notes=(*read.notes, Note("variables", message, severity=Severity.ATTENTION)),
    )


def _known(value: str, form: str) -> str:
    return "" if syntax(form).search(value) else value
