"""How each variant of a notification is made from its body and the client key."""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Any

from qfpay_gui.qfpay.json_reading import as_text
from qfpay_gui.qfpay.notifications.composing import signature
from qfpay_gui.qfpay.notifications.message import SIGN_HEADER, Message, message, signed
from qfpay_gui.qfpay.signing import signature as request_signature
from qfpay_gui.qfpay.times import TXDTM_FORMAT

Messages = tuple[Message, ...]

_OTHER_KEY = "0123456789ABCDEF0123456789ABCDEF"
_LATE = timedelta(days=1, minutes=22)
"""From the first attempt to the last one: 2, 10, 10 and 60 minutes, 2, 6 and 15 hours."""
_TIMES = ("sysdtm", "paydtm", "txdtm")


def members(body: bytes) -> dict[str, Any] | None:
    """The fields of the body, or None where it is no JSON object."""
    try:
        found = json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def right(body: bytes, key: str) -> Messages:
    """The body as it is, signed as QFPay signs it."""
    return (signed(body, key),)


def twice(body: bytes, key: str) -> Messages:
    """The same message two times."""
    return right(body, key) * 2


def other_writing(body: bytes, key: str) -> Messages:
    """The same fields in other bytes, signed over those."""
    return tuple(signed(anew, key) for anew in _rewritten(body))


def php_writing(body: bytes, key: str) -> Messages:
    """The same fields as PHP's json_encode writes them."""
    fields = members(body)
    if fields is None:
        return ()
    anew = json.dumps(fields, separators=(",", ":")).replace("/", "\\/").encode("ascii")
    return () if anew == body else (signed(anew, key),)


def other_order(body: bytes, key: str) -> Messages:
    """The last field first, signed over that."""
    fields = members(body)
    if fields is None or len(fields) < 2:
        return ()
    return (signed(_as_before(dict(reversed(fields.items()))), key),)


def new_field(body: bytes, key: str) -> Messages:
    """A field that nobody has documented, signed with the rest."""
    fields = members(body)
    return () if fields is None else (signed(_as_before({**fields, "added_by_qfpay_tester": "1"}), key),)


def late(body: bytes, key: str) -> Messages:
    """Every time in it as long ago as the first attempt is when the last one is made."""
    fields = members(body) or {}
    earlier = {name: _earlier(fields[name]) for name in _TIMES if name in fields}
    changed = {name: value for name, value in earlier.items() if value}
    return (signed(_as_before({**fields, **changed}), key),) if changed else ()


def header_case(body: bytes, key: str) -> Messages:
    """The name of the header as HTTP/2 writes it."""
    return (message(body, signature(body, key), sign_header=SIGN_HEADER.lower()),)


def lower_case(body: bytes, key: str) -> Messages:
    """The digits in small letters."""
    return (message(body, signature(body, key).lower()),)


def other_key(body: bytes, key: str) -> Messages:
    """Signed with a key that is nobody's."""
    return (signed(body, _OTHER_KEY if key != _OTHER_KEY else _OTHER_KEY[::-1]),)


def rewritten(body: bytes, key: str) -> Messages:
    """Signed, and then written in other bytes."""
    return tuple(message(anew, signature(body, key)) for anew in _rewritten(body))


def tampered(body: bytes, key: str) -> Messages:
    """Signed, and then told of another amount; of a body without one, its last digit is changed."""
    changed = _another_amount(body)
    return () if changed == body else (message(changed, signature(body, key)),)


def no_header(body: bytes, _key: str) -> Messages:
    """No signature at all."""
    return (message(body, None),)


def empty_header(body: bytes, _key: str) -> Messages:
    """The header without a value."""
    return (message(body, ""),)


def request_rule(body: bytes, key: str) -> Messages:
    """The MD5 of the sorted name=value pairs and the key."""
    fields = members(body)
    if fields is None:
        return ()
    return (message(body, request_signature({name: as_text(value) for name, value in fields.items()}, key)),)


def _as_before(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields).encode("ascii")


def _rewritten(body: bytes) -> tuple[bytes, ...]:
    """Compact and without escapes; with blanks and escapes where that is what it was before; none for no JSON."""
    fields = members(body)
    if fields is None:
        return ()
    compact = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    anew = compact if compact != body else _as_before(fields)
    return (anew,) if anew != body else ()


def _earlier(value: object) -> str:
    """The moment before this one; "" for what is none."""
    try:
        return (datetime.strptime(str(value), TXDTM_FORMAT) - _LATE).strftime(TXDTM_FORMAT)  # noqa: DTZ007 - as written
    except (ValueError, OverflowError):
        return ""


def _another_amount(body: bytes) -> bytes:
    """The same body, byte for byte, but for the amount's first digit, or for its own last one."""
    found = re.search(rb'"txamt"\s*:\s*"?([0-9])', body) or re.search(rb"([0-9])[^0-9]*\Z", body)
    if found is None:
        return body
    digit = b"1" if found[1] != b"1" else b"9"
    return body[: found.start(1)] + digit + body[found.end(1) :]
