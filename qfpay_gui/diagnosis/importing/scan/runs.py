"""Form bodies, query strings and signing strings inside lines of text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.decoding import bytes_of, read_form
from qfpay_gui.diagnosis.importing.names import KNOWN, is_digest, role
from qfpay_gui.diagnosis.importing.piece import Piece
from qfpay_gui.diagnosis.importing.request import Note, Pairs, ReadRequest
from qfpay_gui.diagnosis.importing.whole import Sent, whole_request
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z_][\w.\-\[\]%]{0,63}(?==)")
_ADDRESS = re.compile(r"(?:(?:https?://|/)[^\s\"'<>]*|\S*)\?\Z")
_SIGNED_LABEL = re.compile(r"sign|string|plain|before|origin|source|签|待|加密|明文", re.IGNORECASE)
_LONELY = re.compile(r"[\w.%\-\[\]]*=[!-~]*")
_JOINT = re.compile(r"&(?:amp;)?(?=([A-Za-z_][\w.\-\[\]%]{0,63})=)")
_CLOSING = {'"': '"', "'": "'", "`": "`", "“": "”", "‘": "’"}
# A value that holds one of these is no value of an unquoted form: the run ended before.
_FOREIGN = re.compile(r"[<>\t]|\s[A-Za-z_][\w-]{0,40}\s?[=:]\s?\S|\"\s*[,;)]|\s{2,}")
_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}|\+")
_ENCODED_END = re.compile(r"[\s\"'<>`，。；、|]|,(?=[\[{\s]|\Z)|\\[\"nr]")
_RAW_END = re.compile(
    r"\s{2,}|\t|[<>`，。；]|[,;|]?\s+[A-Za-z_][\w-]{0,40}\s?(?:[=:：]|=>)|[,;]?\s+(?:X-QF|sign|Sign|SIGN|md5|MD5|签名)|[\"'](?=\s*[,;)\]}])|,\s*[\[{]"
)
# A structure as JSON, or a program's print, has quotes and commas of its own.
_STRUCTURE = re.compile(r"[{\[]\s*[\"'{\[]")
_INSIDE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|[{}\[\]]")
_STRUCTURED = re.compile(r"[{\[].*[}\]]")
_SHELL_QUOTE = r"'\''"
_MOST_JOINTS = 20_000
_LONGEST = 4000
_TIMES = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d")
_TIMED = frozenset({"txdtm", "start_time", "end_time"})
_WITHOUT_BLANKS = _TIMED | {"txamt", "txcurrcd", "pay_type", "out_trade_no", "sub_openid", "mchid", "syssn", "txzone"}
_SHAPES = {
    "txdtm": _TIMES,
    "txcurrcd": re.compile(r"[A-Z]{3}"),
    "txzone": re.compile(r"[+-]\d\d:?\d\d"),
    "pay_type": re.compile(r"\d{6}"),
    "limit_pay": re.compile(r"no_credit"),
}
_KEY = re.compile(r"[0-9A-Za-z]{16,64}")
_KEY_LENGTH = 32


@dataclass(frozen=True)
class _Run:
    """Where ``name=value&…`` stands in the text."""

    start: int
    end: int


def run_pieces(source: str) -> Iterator[Piece]:
    """Every form body, query string and signing string in the text."""
    offset = 0
    for line in source.split("\n"):
        written = line.removesuffix("\r")
        for run in _runs(written) if "&" in written else ():
            yield _piece(written, offset, run)
        offset += len(line) + 1


def lonely_piece(source: str) -> Piece | None:
    """The request where nothing but a form body was pasted, so that all of it is one."""
    alone = source.strip("\r\n")
    if "://" in alone[:10] or not _LONELY.fullmatch(alone.strip()):
        return None
    start = source.index(alone)
    return Piece(
        start, start + len(alone), replace(_read(alone.strip(), ""), is_exact=True, is_whole=True), is_whole=False
    )


def _piece(line: str, offset: int, run: _Run) -> Piece:
    before = line[: run.start]
    address = _ADDRESS.search(before[-2000:]) if before.endswith("?") else None
    if address:
        return _query(line, offset, run, address.group())
    return Piece(
        offset + run.start,
        offset + run.end,
        _read(line[run.start : run.end].replace(_SHELL_QUOTE, "'"), before),
        is_whole=False,
    )


def _runs(line: str) -> Iterator[_Run]:
    """Runs of pairs parted by ampersands, those of the API or of at least three pairs."""
    place = 0
    joints = list(islice(_JOINT.finditer(line), _MOST_JOINTS))
    at = 0
    while at < len(joints):
        start = _begin(line, place, joints[at].start())
        if start < 0:
            at += 1
            continue
        last, end = _end(line, start, joints[at:])
        names = [line[start:].partition("=")[0], *(found[1] for found in joints[at : at + last + 1])]
        is_query = "://" in line[start : joints[at].start()] and "?" in line[start : joints[at].start()]
        if len(KNOWN.intersection(names)) > is_query or (last > 1 and not is_query):
            yield _Run(start, end)
        place, at = end, at + last + 1


def _begin(line: str, place: int, joint: int) -> int:
    """Where the first pair of a run begins: at a known name, else at the name nearest to the ampersand."""
    begin = max(place, joint - _LONGEST)
    names = list(_NAME.finditer(line, begin, joint))
    if not names:
        return -1
    known = next((name for name in names if name.group() in KNOWN), None)
    if known:
        return known.start()
    inner = [
        name for name in names if line[name.start() - 1 : name.start()] not in {"=", ";", ","} or name.start() == 0
    ]
    return (inner or names)[-1].start()


def _end(line: str, start: int, joints: list[re.Match[str]]) -> tuple[int, int]:
    """The index of the run's last ampersand, and where its last value ends."""
    quote = line[start - 1] if start and line[start - 1] in _CLOSING else ""
    if quote and (end := _closing(line, start, _CLOSING[quote])) > 0:
        inside = [place for place, joint in enumerate(joints) if joint.start() < end]
        return (inside[-1] if inside else 0), end
    last = 0
    for place, joint in enumerate(joints[1:], 1):
        if _FOREIGN.search(line, _behind_structure(line, joints[place - 1]), joint.start()):
            break
        last = place
    return last, _last_end(line, start, joints[last])


def _last_end(line: str, start: int, joint: re.Match[str]) -> int:
    """Where the last value ends: only free text of a form that was not encoded may hold blanks."""
    value = joint.end() + len(joint[1]) + 1
    shape = _TIMES.match(line, value) if joint[1] in _TIMED else None
    written = line[start : joint.start()]
    is_free = (" " in written or not line[:start].strip()) and joint[1] not in _WITHOUT_BLANKS
    found = (_RAW_END if is_free and not _ENCODED.search(written) else _ENCODED_END).search(
        line, shape.end() if shape else _behind_structure(line, joint)
    )
    return _balanced(line, start, found.start() if found else len(line))


def _behind_structure(line: str, joint: re.Match[str]) -> int:
    """Where the structure ends that the value behind an ampersand begins with, else where that value begins."""
    value = joint.end() + len(joint[1]) + 1
    depth = 0
    for found in _INSIDE.finditer(line, value, value + _LONGEST) if _STRUCTURE.match(line, value) else ():
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found.group(), 0)
        if depth == 0:
            return found.end()
    return value


def _closing(line: str, start: int, quote: str) -> int:
    if '={"' in line[start:] or '=["' in line[start:]:
        return line.rfind(quote, start)
    end = line.find(quote, start)
    while quote == "'" and end > 0 and line.startswith(_SHELL_QUOTE, end):
        end = line.find(quote, end + len(_SHELL_QUOTE))
    return end - 1 if end > 0 and line[end - 1] == "\\" else end


def _balanced(line: str, start: int, end: int) -> int:
    """The end without brackets and stops that belong to the text around."""
    while end > start and line[end - 1] in ")]};,.":
        written = line[start:end]
        opener = {")": "(", "]": "[", "}": "{"}.get(written[-1], "")
        if (opener and written.count(opener) >= written.count(written[-1])) or (
            not opener and not line[end:].strip() and written[-1] != ";"
        ):
            break
        end -= 1
    return end


def _query(line: str, offset: int, run: _Run, address: str) -> Piece:
    """Parameters behind a question mark: the address ends at a blank, unless it is all there is in the line."""
    written = line[run.start : run.end]
    if line[: run.start].strip() != address.strip():
        written = re.split(r"[\s\"'<>]", written, maxsplit=1)[0]
    url = address + written
    start = offset + run.start - len(address)
    if not address.startswith(("http", "/")):
        url = url if address.partition("?")[0] else url.removeprefix("?")
    read = whole_request("query", Sent("", url if "/" in address else "?" + written, (), None))
    read = read if "/" in address else ReadRequest(form="query", pairs=read.pairs, notes=read.notes)
    return Piece(start, start + len(url), read, is_whole=False)


def _read(written: str, before: str) -> ReadRequest:
    signed = _signing_string(written, is_labelled=_SIGNED_LABEL.search(before[-80:]) is not None)
    if signed:
        return signed
    is_sent = " " not in written.strip()
    decoded = read_form(bytes_of(written if is_sent else written.replace("+", "%2B")))
    beside = {role(name): value for name, value in reversed(decoded.pairs) if role(name)}
    return ReadRequest(
        form="form",
        pairs=tuple(pair for pair in decoded.pairs if not (role(pair[0]) == "signature" and is_digest(pair[1]))),
        body=bytes_of(written) if is_sent else None,
        signature=beside.get("signature", ""),
        stated_sign_type=beside.get("sign_type", ""),
        app_code=beside.get("app_code", ""),
        client_key=beside.get("client_key", ""),
        notes=decoded.notes,
    )


def _signing_string(written: str, *, is_labelled: bool) -> ReadRequest | None:
    """The signing string if this is one: its label says so, or a key stands behind the last value."""
    pairs = _raw_pairs(written)
    name, value = pairs[-1] if pairs else ("", "")
    key = ""
    if len(pairs) > 1 and role(name) == "client_key" and _KEY.fullmatch(value) and "%" not in written:
        key, pairs = value, pairs[:-1]
    elif shape := _SHAPES.get(name, _STRUCTURED):
        found = shape.match(value)
        rest = value[found.end() :] if found else ""
        key = rest if _KEY.fullmatch(rest) else ""
    if not key and is_labelled and len(value) > _KEY_LENGTH and _KEY.fullmatch(value[-_KEY_LENGTH:]):
        key = value[-_KEY_LENGTH:]
    if not key and (not is_labelled or _ENCODED.search(written)):
        return None
    if key and role(name) != "client_key":
        pairs = (*pairs[:-1], (name, value.removesuffix(key)))
    return ReadRequest(
        form="signing-string", pairs=pairs, client_key=key, signing_string=written, notes=_signed_notes(key)
    )


def _raw_pairs(written: str) -> Pairs:
    """The pairs of a signing string, undecoded; a piece without = belongs to the value before."""
    pairs: list[tuple[str, str]] = []
    for piece in written.split("&"):
        name, equals, value = piece.partition("=")
        if equals or not pairs:
            pairs.append((name, value))
        else:
            before, begun = pairs[-1]
            pairs[-1] = (before, f"{begun}&{piece}")
    return tuple(pairs)


def _signed_notes(key: str) -> tuple[Note, ...]:
    if key:
        return (Note("signing-string", text("Importing", "Read as a signing string; the key was cut off its end.")),)
    message = text("Importing", "Read as a signing string; where the last value ends and a key begins cannot be told.")
    return (Note("signing-string", message, severity=Severity.ATTENTION),)
