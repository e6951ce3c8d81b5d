"""What stands near a request in a log: signature, sign type, app code, key, address, header lines."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.names import is_digest, role
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.request import ReadRequest

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABELLED = re.compile(
    r"(?<![A-Za-z0-9_])(?P<label>X-QF-[A-Z]{1,20}|sign[ _-]?type|sign[ _-]?method|signature|sign|app[ _-]?code"
    r"|client[ _-]?key|app[ _-]?key|secret(?:[ _-]?key)?|key|签名|密钥)[\"'\]]{0,2}\s{0,3}(?:=>|:=|[:=：]|is\b)\s{0,3}"
    r"[\"'“]?(?P<value>[^\s\"'“”,;&]{1,512})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\，。]{1,2048}", re.IGNORECASE)
_SIGNING_WORD = re.compile(r"sign|md5|sha|digest|签", re.IGNORECASE)
_DIGEST = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{32}(?:[0-9A-Fa-f]{32})?(?![0-9A-Za-z])")
_MOST_IN_A_LINE = 20
_SIGN_TYPE = re.compile(r"(?:HMAC[-_]?)?(?:MD5|SHA-?256|SHA-?1)", re.IGNORECASE)


def hint_pieces(line: str, offset: int) -> Iterator[Piece]:
    """What one line of free text says, each found thing by itself."""
    labels = list(islice(_LABELLED.finditer(line), _MOST_IN_A_LINE))
    for found in labels:
        hint = _hint(role(found["label"]), found["label"], found["value"])
        if hint:
            yield Piece(offset + found.start(), offset + found.end(), hint, is_whole=False)
    for found in islice(_ADDRESS.finditer(line), _MOST_IN_A_LINE) if "://" in line else ():
        url = found.group().rstrip(").,]}`")
        yield Piece(offset + found.start(), offset + found.end(), ReadRequest(url=url), is_whole=False)
    if not labels and (_SIGNING_WORD.search(line[:400]) or is_digest(line.strip())):
        loose = _DIGEST.search(line)
        if loose:
            yield Piece(
                offset + loose.start(), offset + loose.end(), ReadRequest(signature=loose.group()), is_whole=False
            )


def is_hint(name: str, value: str) -> bool:
    """Whether a field of this name says something about the request, and is none of its parameters."""
    return _hint(role(name), name, value) is not None


def _hint(kind: str, label: str, value: str) -> ReadRequest | None:
    headers = ((label.upper(), value),) if label.upper().startswith("X-QF-") else ()
    match kind:
        case "signature" if is_digest(value):
            return ReadRequest(signature=value, header_pairs=headers)
        case "sign_type" if _SIGN_TYPE.fullmatch(value):
            return ReadRequest(stated_sign_type=value, header_pairs=headers)
        case "app_code" if re.fullmatch(r"[0-9A-Za-z]{6,64}", value):
            return ReadRequest(app_code=value, header_pairs=headers)
        case "client_key" if re.fullmatch(r"[0-9A-Za-z]{16,64}", value):
            return ReadRequest(client_key=value)
        case _:
            return None
