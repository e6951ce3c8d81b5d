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
_PATH = re.compile(r"/trade/v1/[a-z_]{2,40}")
_HOST = r"((?:[\w-]{1,60}\.){1,5}[a-z]{2,6}(?::\d{1,5})?|127\.0\.0\.1(?::\d{1,5})?|localhost(?::\d{1,5})?)"
_HOSTS = (
    re.compile(rf"\bhost[\"']?\s{{0,3}}[:=]\s{{0,3}}[\"']?{_HOST}(?![\w.-])", re.IGNORECASE),
    re.compile(r"(?<![\w.-])([\w.-]{0,40}qfapi\.com(?::\d{1,5})?)(?![\w.-])"),
    re.compile(r"https?://((?:127\.0\.0\.1|localhost)(?::\d{1,5})?)"),
)
_SIGNING_WORD = re.compile(r"sign|md5|sha|digest|hash|签|簽", re.IGNORECASE)
_DIGEST = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{32}(?:[0-9A-Fa-f]{32})?(?![0-9A-Za-z])")
_NO_DIGEST = re.compile(r"trace|request.?id|span|nonce|uuid|paySign|prepay|app.?code|client.?key", re.IGNORECASE)
_MOST = 300


def address_pieces(text: str) -> Iterator[Piece]:
    """The addresses of calls; where the text tells host and path apart, both together; else hosts of this API."""
    whole = [one for one in islice(_ADDRESS.finditer(text), _MOST) if "/trade/" in one.group()]
    for one in whole:
        yield _address(one, one.group().rstrip(").,]}`;'"))
    if whole:
        return
    host = next((found for pattern in _HOSTS if (found := pattern.search(text))), None)
    paths = list(islice(_PATH.finditer(text), _MOST))
    for path in paths:
        yield _address(path, f"https://{host[1]}{path.group()}" if host else path.group())
    if host and not paths:
        yield _address(host, f"https://{host[1]}")


def _address(found: re.Match[str], url: str) -> Piece:
    return Piece(found.start(), found.end(), ReadRequest(url=url), is_whole=False)


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
