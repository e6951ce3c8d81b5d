"""Reads HAR files and Postman collections or items."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qfpay_gui.diagnosis.importing.bodies import Body
from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.importing.request import Note, Pairs, ReadRequest
from qfpay_gui.diagnosis.importing.whole import Sent, whole_request
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import WrittenNumber, some
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKS = re.compile(r'"(?:entries|request|item|mode|urlencoded)"\s*:')
_VARIABLE = re.compile(r"\{\{\s*([^{}\s]{1,80})\s*\}\}")
_DEEPEST = 40


def archive_requests(source: str) -> tuple[ReadRequest, ...]:
    """The requests of a HAR file or a Postman export, those to QFPay first; empty if the text is neither."""
    if not _MARKS.search(source):
        return ()
    try:
        parsed = json.loads(source, strict=False, parse_int=WrittenNumber, parse_float=WrittenNumber)
    except (ValueError, RecursionError):
        return ()
    entries = _member(_member(parsed, "log"), "entries")
    if isinstance(entries, list):
        read = tuple(_har(_member(entry, "request")) for entry in entries)
    else:
        variables = dict(_rows(_member(parsed, "variable"))[0])
        read = tuple(_postman(item, variables) for item in _postman_items(parsed, _DEEPEST))
    return tuple(sorted(read, key=_is_foreign)) if any(one.pairs or not _is_foreign(one) for one in read) else ()


def _is_foreign(request: ReadRequest) -> bool:
    """False for requests that look like this API's, so that they sort first."""
    return not (
        request.environment_id or "/trade/v1/" in request.url or "X-QF-SIGN" in request.headers or request.app_code
    )


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


def _rows(rows: Any) -> tuple[Pairs, tuple[str, ...]]:
    """The enabled rows of a table of names and values, and the names of the disabled ones."""
    pairs, disabled = [], []
    for row in rows if isinstance(rows, list) else ():
        name = _text(_member(row, "key") if _member(row, "name") is None else _member(row, "name"))
        if _member(row, "disabled") is True or _member(row, "enabled") is False:
            disabled.append(name)
        elif isinstance(row, dict):
            pairs.append((name, _text(row.get("value"))))
    return tuple(pairs), tuple(disabled)


def _har(request: Any) -> ReadRequest:
    posted = _member(request, "postData")
    content = _text(_member(posted, "text"))
    listed = _rows(_member(posted, "params"))[0]
    sent = Sent(
        method=_text(_member(request, "method")),
        url=_text(_member(request, "url")),
        headers=_rows(_member(request, "headers"))[0],
        body=bytes_of(content) if content else None,
        ready=Body(listed, "form") if listed and not content else None,
    )
    return whole_request("har", sent)


def _postman_items(node: Any, depth: int) -> Iterator[Any]:
    """Every request below this node, in order: a collection, a folder, an item, or a bare request."""
    items = _member(node, "item")
    if isinstance(items, list) and depth:
        for item in items:
            yield from _postman_items(item, depth - 1)
    elif isinstance(request := _member(node, "request"), dict | str):
        yield request
    elif isinstance(_member(_member(node, "body"), "mode"), str):
        yield node


def _postman(request: Any, variables: dict[str, str]) -> ReadRequest:
    if isinstance(request, str):
        request = {"url": request, "method": "GET"}
    url = _member(request, "url")
    address = _text(_member(url, "raw")) if isinstance(url, dict) else _text(url)
    headers, unsent = _rows(_member(request, "header"))
    body, raw, switched_off = _postman_body(_member(request, "body"), variables)
    address = _filled(address, variables)
    sent = Sent(
        method=_text(_member(request, "method")) or "GET",
        url=address if "://" in address or address.startswith("{{") or not address else f"https://{address}",
        headers=tuple((name, _filled(value, variables)) for name, value in headers),
        body=raw,
        ready=body,
    )
    read = whole_request("postman", sent)
    return _without_variables(replace(read, notes=(*_disabled(unsent + switched_off), *read.notes)))


def _postman_body(body: Any, variables: dict[str, str]) -> tuple[Body | None, bytes | None, tuple[str, ...]]:
    match _text(_member(body, "mode")):
        case "urlencoded" as kind:
            pairs, disabled = _rows(_member(body, kind))
            return Body(_filled_pairs(pairs, variables), "form"), None, disabled
        case "formdata" as kind:
            pairs, disabled = _rows(_member(body, kind))
            message = text("Importing", "form-data sends multipart; choose x-www-form-urlencoded in Postman.")
            note = Note("body-kind", message, severity=Severity.WRONG)
            return Body(_filled_pairs(pairs, variables), "multipart", (note,)), None, disabled
        case "raw":
            return None, bytes_of(_filled(_text(_member(body, "raw")), variables)), ()
        case _:
            return None, None, ()


def _filled_pairs(pairs: Pairs, variables: dict[str, str]) -> Pairs:
    return tuple((_filled(name, variables), _filled(value, variables)) for name, value in pairs)


def _filled(value: str, variables: dict[str, str]) -> str:
    """The value with the collection's own variables put in; others stay as they are written."""
    return _VARIABLE.sub(lambda found: variables.get(found[1]) or found.group(), value) if "{{" in value else value


def _disabled(names: tuple[str, ...]) -> tuple[Note, ...]:
    if not names:
        return ()
    message = text("Importing", "Switched off in Postman, so not sent: {names}.").fill(names=some(names))
    return (Note("disabled", message),)


def _without_variables(read: ReadRequest) -> ReadRequest:
    """The request with a variable in place of signature or app code taken for what it is: not known."""
    written = [value for _name, value in (*read.pairs, *read.header_pairs)] + [read.url]
    names = tuple(dict.fromkeys(name for value in written for name in _VARIABLE.findall(value)))
    if not names:
        return read
    message = text("Importing", "Variables whose values the paste does not show: {names}.").fill(names=some(names))
    return replace(
        read,
        signature="" if "{{" in read.signature else read.signature,
        app_code="" if "{{" in read.app_code else read.app_code,
        stated_sign_type="" if "{{" in read.stated_sign_type else read.stated_sign_type,
        notes=(*read.notes, Note("variables", message, severity=Severity.ATTENTION)),
    )
