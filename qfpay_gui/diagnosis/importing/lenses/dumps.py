"""Lenses for what tools cut into rows: bytes in hexadecimal, and texts wrapped at a column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.lenses.view import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX_ROW = r"[ \t]*(?:0x)?[0-9A-Fa-f]{4,8}:?[ \t]+(?:[0-9A-Fa-f]{2,4}[ ]{1,2}){1,16}[^\n]*\n?"
_HEX_DUMP = re.compile(rf"^(?:{_HEX_ROW}){{3,}}", re.MULTILINE)
_BYTES = re.compile(
    r"[ \t]*(?:0x)?[0-9A-Fa-f]{4,8}:?[ \t]+"
    r"((?:[0-9A-Fa-f]{2}[ ]?){1,16}(?:[ ]+(?:[0-9A-Fa-f]{2}[ ]?){1,8}(?=[ ]{2}))?)"
)
_OFFSET_ROW = re.compile(r"^([0-9a-f]{4,8}): ([^\n]*)(\n|\Z)", re.MULTILINE)
_NARROWEST = 40


def hexadecimal(text: str) -> Iterator[Edit]:
    """A dump of bytes, as tcpdump, Wireshark and ``curl --trace`` show it."""
    for dump in _HEX_DUMP.finditer(text):
        rows = [found[1] for found in map(_BYTES.match, dump.group().splitlines()) if found]
        digits = re.sub(r"\s", "", "".join(rows))
        raw = bytes.fromhex(digits[: len(digits) // 2 * 2])
        yield Edit(*dump.span(), raw.decode("utf-8", "replace").replace("\r\n", "\n") + "\n")


def offsets(text: str) -> Iterator[Edit]:
    """Rows with their offset in front, as ``curl --trace-ascii`` shows them: rows of one text are put together."""
    rows = list(_OFFSET_ROW.finditer(text))
    if len(rows) < 2:
        return
    for place, row in enumerate(rows):
        yield Edit(row.start(), row.start(2))
        after = rows[place + 1] if place + 1 < len(rows) else None
        if (
            after
            and int(after[1], 16) - int(row[1], 16) == len(row[2].encode(errors="surrogatepass"))
            and after.start() == row.end()
        ):
            yield Edit(*row.span(3))


def wrapped(text: str) -> Iterator[Edit]:
    """A form body that was wrapped at a column: rows as wide as the widest go on in the next."""
    rows = list(re.finditer(r"([^\n]*?)[ \t\r]*(\n|\Z)", text))
    widths = [len(row[1]) for row in rows]
    for place, row in enumerate(rows[:-1]):
        near = widths[max(0, place - 3) : place + 4]
        following = rows[place + 1]
        is_full = widths[place] >= _NARROWEST and widths[place] == max(near)
        if (
            is_full
            and "=" in row[1]
            and "&" in row[1] + following[1]
            and not re.search(r"\s{2}|[^=&\d]: ", row[1].strip())
        ):
            blank = len(following[1]) - len(following[1].lstrip())
            yield Edit(row.end(1), following.start() + blank)
