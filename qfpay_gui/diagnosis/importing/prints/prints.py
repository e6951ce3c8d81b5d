"""Requests out of printed structures and code: the parameters, and what stands beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.bodies import cut_off, read_body
from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.importing.names import CONTAINERS, is_digest, is_key, role, squeezed
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.prints.members import NOTHING, known_count, pairs_of, parameter_groups
from qfpay_gui.diagnosis.importing.prints.tree import Group, Item, Scalar, walk
from qfpay_gui.diagnosis.importing.request import MOST_REQUESTS, Note, Pairs, ReadRequest
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import some
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM_TEXT = re.compile(r"[^\s=&{]{1,64}=[^&\n]*(?:&|\Z)")
_FIRST_KEY = re.compile(r"[{(,]\s*(['\"A-Za-z_])[^\n'\":,]*['\"]?\s*[:,]")
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,80}): ?([^\r\n]*)")
_URL = re.compile(r"https?://\S+|/\S*|[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")
_LEAD = re.compile(r"\s*[\w ().:=$>]{0,60}\s*")
_NONE = Group((), "{", "", 0, 0)


def print_pieces(source: str, groups: tuple[Group, ...], *, is_known: bool) -> Iterator[Piece]:
    """The requests these groups show. ``is_known``: only groups with names of the API count."""
    for group in groups:
        found = parameter_groups(group, is_known=is_known)
        for one in found[:MOST_REQUESTS]:
            yield Piece(group.start, group.end, _request(source, group, one, alone=len(found) == 1), is_whole=False)
        if not found:
            yield from _around(group, is_known=is_known)


def _request(source: str, top: Group, group: Group, *, alone: bool) -> ReadRequest:
    read = pairs_of(group)
    kept, taken = _parted(read.pairs)
    beside = _beside(top, group) if alone else ReadRequest()
    is_whole = top.closed and _LEAD.fullmatch(source, 0, top.start) is not None and not source[top.end :].strip()
    notes = read.notes if group.closed and top.closed else (cut_off(), *read.notes)
    return replace(
        beside,
        form=_language(source, top, group),
        is_exact=_is_exact(group) and (is_strict(group) or is_whole),
        is_whole=is_whole,
        pairs=kept,
        signature=taken.get("signature") or beside.signature,
        stated_sign_type=taken.get("sign_type") or beside.stated_sign_type,
        app_code=taken.get("app_code") or beside.app_code,
        client_key=taken.get("client_key") or beside.client_key,
        notes=(*notes, *_taken_note(read.pairs, kept)),
    )


def _is_exact(group: Group) -> bool:
    """Whether the print is whole, and each value a string, a number or another such group."""
    return group.closed and all(
        _is_exact(item.value)
        if isinstance(item.value, Group)
        else (item.value.kind in {"string", "number", "raw"} or item.value.text in NOTHING)
        for item in group.items
    )


def is_strict(group: Group) -> bool:
    """Whether quotes or lengths bound every value."""
    values = [item.value for one in walk(group) for item in one.items]
    return all(isinstance(value, Group) or value.kind != "raw" for value in values)


def _parted(pairs: Pairs) -> tuple[Pairs, dict[str, str]]:
    """The parameters, and the fields printed among them that travel in headers or not at all."""
    taken: dict[str, str] = {}
    kept = []
    for name, value in pairs:
        kind = role(name)
        is_beside = kind in {"app_code", "client_key", "sign_type"} or (kind == "signature" and is_digest(value))
        if is_beside and value:
            taken.setdefault(kind, value if kind != "client_key" or is_key(value) else "")
        else:
            kept.append((name, value))
    return tuple(kept), taken


def _taken_note(pairs: Pairs, kept: Pairs) -> tuple[Note, ...]:
    known = dict(kept)
    names = tuple(name for name, _value in pairs if name not in known)
    if not names:
        return ()
    message = text(
        "Importing",
        "Printed among the parameters, but read as what it is called, not as a parameter: {names}. "
        "If it was sent as a parameter, add it.",
    )
    return (Note("beside", message.fill(names=some(names)), severity=Severity.ATTENTION),)


def _beside(top: Group, group: Group) -> ReadRequest:
    """Address, headers, signature and the like from the groups around and beside the parameters."""
    inside = {id(one) for one in walk(group)}
    items = [item for one in walk(top) if id(one) not in inside for item in one.items]
    texts = {item.name: value for item in items if item.name and (value := _text_of(item))}
    headers = next((_headers(item.value, texts) for item in items if item.name and role(item.name) == "headers"), ())
    named = {name.upper(): value for name, value in headers}
    found = {kind: _first(items, kind, texts) for kind in ("url", "method", "signature", "sign_type", "app_code")}
    return ReadRequest(
        header_pairs=headers,
        url=found["url"] if _URL.fullmatch(found["url"]) else "",
        method=found["method"].upper(),
        signature=named.get("X-QF-SIGN", "") or (found["signature"] if is_digest(found["signature"]) else ""),
        stated_sign_type=named.get("X-QF-SIGNTYPE", "") or found["sign_type"],
        app_code=named.get("X-QF-APPCODE", "") or found["app_code"],
        client_key=_first(items, "client_key", texts),
    )


def _text_of(item: Item) -> str:
    """The item's text where it is a value, "" where it is code or a group."""
    value = item.value
    return value.text if isinstance(value, Scalar) and value.kind in {"string", "raw", "number"} else ""


def _first(items: list[Item], kind: str, texts: dict[str, str]) -> str:
    """The first text under a name of this kind; a variable is looked up among the texts."""
    for item in items:
        if item.name and role(item.name) == kind and isinstance(item.value, Scalar):
            found = _text_of(item) or texts.get(item.value.text, "")
            if found and (kind != "client_key" or is_key(found)):
                return found
    return ""


def _headers(value: Scalar | Group, texts: dict[str, str]) -> Pairs:
    if not isinstance(value, Group):
        return ()
    written = {item.name: item.value for item in value.items}
    pairs = []
    for name, one in pairs_of(value).pairs:
        is_code = isinstance(scalar := written.get(name), Scalar) and scalar.kind in {"word", "expression"}
        known = texts.get(one, "") if is_code else one
        if known:
            pairs.append(_header(name, known))
    listed = (_text_of(item) for item in value.items if item.name is None)
    return (*pairs, *(_header("", line) for line in listed if _HEADER_LINE.fullmatch(line)))


def _header(name: str, value: str) -> tuple[str, str]:
    """A header; in a list, as cURL takes them in PHP, one text holds its name and its value."""
    line = _HEADER_LINE.fullmatch(value) if not name or name.isdigit() else None
    key, known = (line[1], line[2]) if line else (name, value)
    return key.upper() if key.upper().startswith("X-QF-") else key, known


def _around(group: Group, *, is_known: bool) -> Iterator[Piece]:
    """A request whose parameters stand as text in a member, such as ``"body": "txamt=100&…"``; or what else is said."""
    for one in walk(group):
        for item in one.items:
            inner = _inner_request(item, is_known=is_known)
            if inner:
                beside = _beside(group, _NONE)
                kept = replace(beside, form=inner.form, pairs=inner.pairs, body=inner.body, notes=inner.notes)
                yield Piece(group.start, group.end, kept, is_whole=False)
                return
    beside = _beside(group, _NONE)
    headers = _loose_headers(group)
    if headers or beside.signature or beside.app_code:
        named = {name.upper(): value for name, value in headers}
        kept = replace(
            beside,
            header_pairs=headers or beside.header_pairs,
            signature=named.get("X-QF-SIGN", "") or beside.signature,
            app_code=named.get("X-QF-APPCODE", "") or beside.app_code,
            stated_sign_type=named.get("X-QF-SIGNTYPE", "") or beside.stated_sign_type,
        )
        yield Piece(group.start, group.end, kept, is_whole=False)


def _inner_request(item: Item, *, is_known: bool) -> ReadRequest | None:
    value = item.value
    if not isinstance(value, Scalar) or value.kind not in {"string", "raw"}:
        return None
    if squeezed(item.name or "") not in CONTAINERS | {"postdata", "requestbody", "content", "text"}:
        return None
    if not (_FORM_TEXT.match(value.text) or value.text.lstrip()[:1] in {"{", "["}):
        return None
    raw = bytes_of(value.text)
    body = read_body(raw)
    names = Group(tuple(Item(name, value) for name, _one in body.pairs), "{", "", 0, 0)
    if not body.pairs or (is_known and not known_count(names)):
        return None
    return ReadRequest(form=body.kind, pairs=body.pairs, body=raw, notes=body.notes)


def _loose_headers(group: Group) -> Pairs:
    """The members of a group that holds header lines, told by a name that begins with X-QF-."""
    for one in walk(group):
        if any((item.name or "").upper().startswith("X-QF-") for item in one.items):
            return _headers(one, {})
    return ()


def _language(source: str, top: Group, group: Group) -> str:
    """The id of the form: what language prints like that, "json" where it is that."""
    if group.language:
        return group.language
    head = source[top.start : min(top.end, top.start + 4000)]
    if (
        top.lead.startswith(("wx.", "uni.", "axios"))
        or top.lead.endswith(">")
        or re.search(r"=>\s*\{|\bfunction\b|\b(?:let|const|var) ", head)
    ):
        return "code"
    if re.search(r"['\"]\s*=>", head) or top.lead.endswith("array"):
        return "php"
    key = _FIRST_KEY.search(head)
    if key is None:
        return "code"
    if key[1] == '"' and not re.search(r":\s*(?:None|True|False|b?')", head):
        return "json"
    return "node" if key[1].isalpha() else "python"
