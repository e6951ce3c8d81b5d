"""What stands in free text near a request: an address, and a digest that a word about signing introduces."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.request import ReadRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\，。]{1,2048}", re.IGNORECASE)
_SIGNING_WORD = re.compile(r"sign|md5|sha|digest|hash|签|簽", re.IGNORECASE)
_DIGEST = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{32}(?:[0-9A-Fa-f]{32})?(?![0-9A-Za-z])")
_NO_DIGEST = re.compile(r"trace|request.?id|span|nonce|uuid|paySign|prepay|app.?code|client.?key", re.IGNORECASE)
_MOST = 300


def address_pieces(text: str) -> Iterator[Piece]:
    """The addresses of calls of this API, or of hosts in the text."""
    for found in islice(_ADDRESS.finditer(text), _MOST):
        url = found.group().rstrip(").,]}`;")
        if "/trade/" in url or "qfapi" in url or "127.0.0.1" in url or "localhost" in url:
            yield Piece(found.start(), found.end(), ReadRequest(url=url), is_whole=False)


def loose_signature(text: str) -> Iterator[Piece]:
    """Digests that stand alone in their line, or behind a word about signing in it or on the line before."""
    before = ""
    for line in re.finditer(r"[^\n]+", text):
        written = line.group()
        found = _DIGEST.search(written)
        if found and not _NO_DIGEST.search(written[: found.start()]):
            is_alone = not written[: found.start()].strip(" \t\"'`*:") and not written[found.end() :].strip(
                " \t\"'`*,;.\r"
            )
            if is_alone or _SIGNING_WORD.search(written[:400]) or _SIGNING_WORD.search(before):
                start = line.start() + found.start()
                yield Piece(start, start + len(found.group()), ReadRequest(signature=found.group()), is_whole=False)
        if written.strip():
            before = written[:400]
