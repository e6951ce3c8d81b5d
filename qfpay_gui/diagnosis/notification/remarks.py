"""What pasting may have changed in a body, as far as it can be seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.request import Note
from qfpay_gui.diagnosis.notification.endings import BOM
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import JsonText, read_json
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.notification.pasted import ReadNotification

_CURLY = re.compile("[“”„]")
_MASKS = re.compile(r"\*{3,}|•{2,}|x{6,}", re.IGNORECASE)


def remarks(read: ReadNotification, announced: int | None) -> Iterator[Note]:
    """Everything worth knowing before the verdict; ``announced`` is the Content-Length, None where it is not there."""
    if not read.body:
        return
    written = read.body.decode("utf-8", "replace")
    if read.form == "literal":
        yield _note("unescaped", _UNESCAPED)
    if read.is_rebuilt:
        yield _note("rebuilt", _REBUILT, Severity.WRONG)
    elif announced is not None and announced != len(read.body):
        words = _LENGTH.fill(announced=f"{announced:,}", found=f"{len(read.body):,}")
        yield _note("length-differs", words, Severity.ATTENTION)
    yield from _of_characters(read.body, written)
    yield from _of_json(written)


def _of_characters(body: bytes, written: str) -> Iterator[Note]:
    if body.startswith(BOM):
        yield _note("bom", _BOM, Severity.ATTENTION)
    if body.endswith((b"\n", b"\r")):
        yield _note("ends-with-break", _BREAK)
    if b"\r\n" in body.rstrip():
        yield _note("cr-lf", _CRLF)
    elif b"\n" in body.rstrip():
        yield _note("lf", _LF)
    if _CURLY.search(written):
        yield _note("curly-quotes", _QUOTES, Severity.ATTENTION)
    if "\u00a0" in written:
        yield _note("no-break-space", _SPACES, Severity.ATTENTION)
    if _MASKS.search(written):
        yield _note("masked", _MASKED, Severity.ATTENTION)


def _of_json(written: str) -> Iterator[Note]:
    parsed = read_json(written.removeprefix("\ufeff").strip())
    if not isinstance(parsed, JsonText):
        is_cut = written.lstrip("\ufeff \r\n\t").startswith("{") and "}" not in written[-3:]
        yield _note("cut-off" if is_cut else "not-json", _CUT if is_cut else _NOT_JSON, Severity.ATTENTION)
    elif parsed.duplicates:
        yield _note("duplicates", _DUPLICATES.fill(names=", ".join(parsed.duplicates[:5])), Severity.ATTENTION)


def _note(code: str, words: Text, severity: Severity = Severity.NOTE) -> Note:
    return Note(code, words, severity=severity)


def several(count: int) -> Note:
    """The remark that this paste holds more than one notification."""
    return _note("several", _SEVERAL.fill(count=count))


def shortened(length: int) -> Note:
    """The remark that the body was taken as long as Content-Length says, in bytes."""
    return _note("taken-by-length", _TAKEN.fill(length=f"{length:,}"), Severity.OK)


_UNESCAPED = text("Notification", "The body stood in a string literal; its escapes were undone to get the raw bytes.")
_REBUILT = text(
    "Notification",
    "Only a print of the parsed fields was pasted, not the raw body. The body was put together as QFPay usually writes "
    "it; that it does not fit proves nothing. Have the merchant log the raw bytes before anything parses them.",
)
_LENGTH = text(
    "Notification",
    "Content-Length announces {announced} bytes, the body here has {found}: something was changed or cut on the way.",
)
_BOM = text("Notification", "The body begins with a byte order mark. An editor may have added it; it is kept here.")
_BREAK = text(
    "Notification",
    "The body ends with a line break, and it is kept: it counts in the signature. Copying often adds one.",
)
_CRLF = text(
    "Notification", "The body has Windows line ends (CR LF). They are kept; an editor or a mail may have made them."
)
_LF = text(
    "Notification", "The body is spread over several lines. QFPay usually writes one: a tool may have laid it out."
)
_QUOTES = text("Notification", "The body has curly quotes, which JSON has not: a chat or office program made them.")
_SPACES = text("Notification", "The body has no-break spaces: a chat or a web page put them in place of plain ones.")
_MASKED = text("Notification", "Part of the body seems to be blotted out. The signature covers what is not shown, too.")
_CUT = text("Notification", "The body seems to be cut off: its last bracket is missing.")
_NOT_JSON = text("Notification", "The body is not JSON. QFPay’s notifications always are.")
_DUPLICATES = text("Notification", "The body holds members twice: {names}.")
_SEVERAL = text("Notification", "This paste holds {count} notifications. The first one that is signed was taken.")
_TAKEN = text("Notification", "Taken as body: the {length} bytes that Content-Length announces; the rest is left out.")
