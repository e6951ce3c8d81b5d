"""What was hashed in place of the body: a print of the parsed object, sorted fields, or nothing at all."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from qfpay_gui.diagnosis.notification.cause import RAW, Cause, Way
from qfpay_gui.qfpay.json_reading import JsonText, as_text, read_json
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_SORTED = text("Notification", "the sorted fields name=value were hashed, which is the rule for requests, not the body")
_SORTED_FULL = text("Notification", "the sorted fields that are not empty were hashed, not the body")
_UNSORTED = text("Notification", "the fields name=value were hashed in the order they came, not the body")
_FORM = text("Notification", "the fields were hashed as a URL-encoded form, not the body")
_OUTDATED = text(
    "Notification",
    "A notification is not signed like a request (old samples such as notify.php still do that). {raw}",
).fill(raw=RAW)
_EMPTY = text("Notification", "an empty body was hashed: it had been read before, and was used up")
_READ_ONCE = text(
    "Notification",
    "A request body can be read once only. Keep its bytes first, then verify and parse from these bytes.",
)
_PLACEHOLDER = text(
    "Notification", "the text “{print}” was hashed: that is what joining a parsed body to the key gives"
)
_PRINT = text("Notification", "{print} was hashed, not the body")
_DIGEST = text("Notification", "the MD5 of the body was hashed again with the key, not the body itself")


def prints(body: bytes) -> Iterator[Way]:
    """Everything a program may hash by mistake where the body is meant."""
    yield _way("body-empty", 1, _EMPTY, b"", _READ_ONCE)
    for word in ("[object Object]", "Array", "undefined", "null", "None", "{}"):
        yield _way("body-parsed", 2, _PLACEHOLDER.fill(print=word), word.encode())
    yield from _of_bytes(body)
    parsed = read_json(body.decode("utf-8", "replace").removeprefix("\ufeff"))
    if isinstance(parsed, JsonText) and isinstance(parsed.value, dict):
        yield from _of_fields(parsed.value)
        yield from _of_object(parsed.value)


def _of_bytes(body: bytes) -> Iterator[Way]:
    written = body.decode("utf-8", "replace")
    named: tuple[tuple[str, int, Text, str], ...] = (
        ("body-printed", 1, text("Notification", "Python’s print of bytes, b'…',"), repr(body)),
        ("body-printed", 3, text("Notification", "Python’s print of a text, '…',"), repr(written)),
        (
            "body-quoted",
            2,
            text("Notification", "the body as a JSON string, in quotes and escaped,"),
            json.dumps(written),
        ),
        ("body-base64", 3, text("Notification", "the body in base64"), base64.b64encode(body).decode()),
        ("body-hex", 4, text("Notification", "the body in hex"), body.hex()),
    )
    for identity, cost, words, signed in named:
        yield _way(identity, cost, _PRINT.fill(print=words), signed.encode("utf-8", "replace"))


def _of_fields(members: Mapping[str, Any]) -> Iterator[Way]:
    """The rule for requests, over the top level and over ``data``."""
    for level in (members, members.get("data")):
        if not isinstance(level, dict):
            continue
        pairs = {name: as_text(value) for name, value in level.items() if not isinstance(value, dict | list)}
        full = {name: value for name, value in pairs.items() if value}
        for identity, cost, words, chosen in (
            ("sorted-fields", 1, _SORTED, sorted(pairs.items())),
            ("sorted-fields", 1, _SORTED_FULL, sorted(full.items())),
            ("fields-as-they-came", 3, _UNSORTED, list(pairs.items())),
            ("fields-as-they-came", 3, _UNSORTED, list(full.items())),
        ):
            signed = "&".join(f"{name}={value}" for name, value in chosen)
            yield _way(identity, cost, words, signed.encode("utf-8", "replace"), _OUTDATED)
        yield _way("fields-as-form", 3, _FORM, urlencode(pairs, errors="replace").encode(), _OUTDATED)
        yield _way("fields-as-form", 3, _FORM, urlencode(sorted(pairs.items()), errors="replace").encode(), _OUTDATED)


def _of_object(members: dict[str, Any]) -> Iterator[Way]:
    plain = {str(name): as_text(value) for name, value in members.items()}
    java = ", ".join(f"{name}={value}" for name, value in plain.items())
    go = " ".join(f"{name}:{value}" for name, value in sorted(plain.items()))
    values = "".join(plain.values())
    for cost, words, signed in (
        (1, text("Notification", "the print of a Python dictionary"), _python(members)),
        (2, text("Notification", "the print of a Java Map"), f"{{{java}}}"),
        (3, text("Notification", "the print of a Go map"), f"map[{go}]"),
        (4, text("Notification", "the values alone, one after the other,"), values),
    ):
        yield _way("object-printed", cost, _PRINT.fill(print=words), signed.encode("utf-8", "replace"))


def _python(members: dict[str, Any]) -> str:
    """``str`` of the dictionary Python's own reader makes."""
    return str({name: str(value) if isinstance(value, str) else value for name, value in members.items()})


def _way(identity: str, cost: int, words: Text, signed: bytes, mend: Text = RAW) -> Way:
    return Way((Cause(identity, cost, "text", words, mend),), signed)
