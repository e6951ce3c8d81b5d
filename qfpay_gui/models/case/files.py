"""Reads a file a merchant sent: which characters its bytes mean is guessed, and the guess is said."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from pathlib import Path

from qfpay_gui.qfpay.text import Text, text

LARGEST = 2 * 1024 * 1024
"""Bytes of the largest file that is read."""

_TOO_LARGE = text("Case", "{name} is larger than 2 MB. Cut out the request and paste that.")
_UNREADABLE = text("Case", "{name} cannot be read: {reason}.")
_NO_FILE = text("Case", "{name} is no file.")
_EMPTY = text("Case", "{name} is empty.")
_UTF16 = text("Case", "{name}: read as UTF-16.")
_CHINESE = text("Case", "{name}: no UTF-8, so it was read as GBK. Check the Chinese characters.")
_DAMAGED = text("Case", "{name}: neither UTF-8 nor GBK nor UTF-16; unreadable bytes are shown as U+FFFD.")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True)
class Pasted:
    """A text as it came, and what is to be said about how it was read; the repr shows no text."""

    text: str = field(repr=False)
    note: Text | None = None


@dataclass(frozen=True)
class Unread:
    """Why a file was not read."""

    reason: Text


def read_file(path: str) -> Pasted | Unread:
    """The text of a file of up to 2 MB. Never raises."""
    place = Path(path)
    try:
        if place.exists() and not place.is_file():
            return Unread(_NO_FILE.fill(name=place.name or path))
        with place.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", "") or type(error).__name__
        return Unread(_UNREADABLE.fill(name=place.name, reason=reason))
    if len(raw) > LARGEST:
        return Unread(_TOO_LARGE.fill(name=place.name))
    if not raw:
        return Unread(_EMPTY.fill(name=place.name))
    return decoded(raw, place.name)


def decoded(raw: bytes, name: str) -> Pasted:
    """The text these bytes most likely are: UTF-8 or UTF-16 with a mark, UTF-8, UTF-16 by its zeros, GBK."""
    for mark, charset in _MARKS:
        if raw.startswith(mark):
            note = _UTF16.fill(name=name) if charset == "utf-16" else None
            return Pasted(raw.decode(charset, "replace"), note)
    if wide := _wide(raw):
        return Pasted(raw.decode(wide, "replace"), _UTF16.fill(name=name))
    for charset, note in (("utf-8", None), ("gb18030", _CHINESE.fill(name=name))):
        try:
            return Pasted(raw.decode(charset), note)
        except UnicodeDecodeError:
            continue
    return Pasted(raw.decode("utf-8", "replace"), _DAMAGED.fill(name=name))


def _wide(raw: bytes) -> str:
    """The kind of UTF-16 whose ASCII signs leave zeros at every other byte, or ""."""
    if len(raw) < 4 or len(raw) % 2:
        return ""
    for charset, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[0::2])):
        if zeros.count(0) * 10 > len(zeros) * 4:
            return charset
    return ""
