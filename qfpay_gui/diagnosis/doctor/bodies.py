"""A body that decodes to something else than was signed, and what was meant by it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote_plus, unquote_to_bytes

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.qfpay.signing.recipe import Pairs, well_formed
from qfpay_gui.qfpay.signing.sort_orders import DOCUMENTED
from qfpay_gui.qfpay.text import Text, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST = 32
"""Parameters of a body, up to which one alone is looked at."""
LONGEST = 1 << 16
"""Bytes; a longer body is not read."""

_RARE = 4
_ENCODED = re.compile(rb"(?:[\w.*~&=+-]|%[0-9A-Fa-f]{2})*", re.ASCII)
"""A body in which every character stands that an encoder leaves as it is, and no other."""
_FORM = text("Doctor", "Send the body as application/x-www-form-urlencoded in UTF-8, each name and value encoded once.")
_BOUNDARY = re.compile(rb"--([^\r\n]{1,70})\r?\n")
_PART_NAME = re.compile(rb'name="([^"\r\n]*)"', re.IGNORECASE)


KNOWN = frozenset((*DOCUMENTED, "goods_info", "txzone", "return_url", "auth_code", "syssn", "sign", "sign_type"))
"""Names, at which no piece of another value begins."""


class Meaning(NamedTuple):
    """Parameters that may have been signed, and the deviations of the body by which they did not arrive.

    ``alone`` where nothing else is looked for besides.
    """

    pairs: Pairs
    transport: tuple[Deviation, ...] = ()
    alone: bool = False

    @property
    def cost(self) -> int:
        """How unlikely those of the body are."""
        return sum(deviation.cost for deviation in self.transport)


def meanings(params: Pairs, body: bytes | None) -> tuple[Pairs, tuple[Meaning, ...]]:
    """What the server reads, and everything the body may have meant, ``params`` first where they differ."""
    if not body or len(body) > LONGEST:
        return params, (Meaning(params),)
    served = _served(body)
    same = sorted(served) == sorted(params)
    found = [Meaning(params)] if same else [Meaning(params, (_difference(params, body),)), Meaning(served)]
    seen = {tuple(sorted(known.pairs)) for known in found}
    for meaning in _readings(body):
        if tuple(sorted(meaning.pairs)) not in seen:
            seen.add(tuple(sorted(meaning.pairs)))
            found.append(meaning)
    return (params if same else served), tuple(found)


def _served(body: bytes) -> Pairs:
    return tuple((_decoded(name), _decoded(value)) for name, value in _pieces(body))


def _difference(params: Pairs, body: bytes) -> Deviation:
    """Which reading gives the parameters that were meant, or that none does."""
    wanted = sorted(params)
    for meaning in _readings(body):
        if sorted(meaning.pairs) == wanted:
            return meaning.transport[0]
    served = dict(_served(body))
    differing = [name for name, value in params if served.get(name) != value]
    differing += [name for name in served if name not in dict(params)]
    names = ", ".join(dict.fromkeys(differing)) or "…"
    cause = text("Doctor", "the body decodes to something else than the parameters given: {names}").fill(names=names)
    return Deviation("body-differs", 4, cause, _FORM)


def _readings(body: bytes) -> Iterator[Meaning]:
    yield from _of_one_split(body)
    was_encoded = _ENCODED.fullmatch(body) is not None and b"%" in body
    for read, identity, usual, cause in _READERS:
        # Who signed “%E8%8C%B6” and sent it encoded the values first: nothing here was left unencoded.
        cost = _RARE if identity == "body-not-encoded" and was_encoded else usual
        pairs = read(body)
        if pairs:
            yield Meaning(pairs, (Deviation(identity, cost, cause, _FORM),))
    yield from _of_one_value(_pieces(body))


def _of_one_value(pieces: list[tuple[bytes, bytes]]) -> Iterator[Meaning]:
    """One value was put into the body as it is, while all others were encoded."""
    served = tuple((_decoded(name), _decoded(value)) for name, value in pieces)
    for index, (_name, value) in enumerate(pieces[:MOST]):
        name = served[index][0]
        for read in (_raw, _plus_kept, _percent_kept, _percent_25_kept):
            pair = (name, read(value))
            deviation = Deviation("body-value-not-encoded", 2, _VALUE.fill(name=name), _FORM)
            yield Meaning((*served[:index], pair, *served[index + 1 :]), (deviation,), alone=True)


def _of_one_split(body: bytes) -> Iterator[Meaning]:
    """The “&” before one piece belongs to the value before it, and so do those of the pieces after it."""
    pieces = [piece for piece in body.split(b"&") if piece]
    for start in range(1, min(len(pieces), MOST)):
        for end in range(start + 1, min(len(pieces), start + 4) + 1):
            joined = [*pieces[: start - 1], b"&".join(pieces[start - 1 : end]), *pieces[end:]]
            name = _decoded(joined[start - 1].partition(b"=")[0])
            halves = tuple(piece.partition(b"=") for piece in joined)
            pairs = tuple((_decoded(one), _decoded(value)) for one, _equals, value in halves)
            known = any(_raw(piece.partition(b"=")[0]) in KNOWN for piece in pieces[start:end])
            # What reads as a parameter of the API most likely is one: an order of parameters explains it better.
            deviation = Deviation("body-ampersand-not-encoded", _RARE if known else 1, _SPLIT.fill(name=name), _FORM)
            yield Meaning(pairs, (deviation,), alone=known)


def _pieces(body: bytes) -> list[tuple[bytes, bytes]]:
    pieces = (piece.partition(b"=") for piece in body.split(b"&") if piece)
    return [(name, value) for name, _equals, value in pieces]


def _decoded(part: bytes, charset: str = "utf-8") -> str:
    return unquote_to_bytes(part.replace(b"+", b" ")).decode(charset, "replace")


def _plus_kept(part: bytes) -> str:
    return unquote_to_bytes(part).decode("utf-8", "replace")


def _raw(part: bytes) -> str:
    return part.decode("utf-8", "replace")


def _percent_kept(part: bytes) -> str:
    return _raw(part).replace("+", " ")


def _percent_25_kept(part: bytes) -> str:
    """Everything was encoded but the “%” itself."""
    return _decoded(part.replace(b"%25", b"%2525"))


def _each(decode: Callable[[bytes], str]) -> Callable[[bytes], Pairs]:
    return lambda body: tuple((decode(name), decode(value)) for name, value in _pieces(body))


def _in(charset: str) -> Callable[[bytes], Pairs]:
    return _each(lambda part: _decoded(part, charset))


def _merged(decode: Callable[[bytes], str]) -> Callable[[bytes], Pairs]:
    """Pieces whose name nobody knows belong to the value before: its “&” was not encoded."""

    def read(body: bytes) -> Pairs:
        pieces: list[bytes] = []
        for piece in body.split(b"&"):
            name = _raw(piece.partition(b"=")[0])
            if pieces and name not in KNOWN:
                pieces[-1] += b"&" + piece
            else:
                pieces.append(piece)
        halves = (piece.partition(b"=") for piece in pieces)
        return tuple((decode(name), decode(value)) for name, _equals, value in halves)

    return read


def _twice(body: bytes) -> Pairs:
    return tuple((unquote_plus(name), unquote_plus(value)) for name, value in _served(body))


def _whole_encoded(body: bytes) -> Pairs:
    """The finished body was encoded once more: its “&” and “=” too."""
    return _served(unquote_to_bytes(body)) if b"%3D" in body.upper() and b"=" not in body else ()


def _stripped(body: bytes) -> Pairs:
    return _served(body.strip(b" \t\r\n").removeprefix(b"\xef\xbb\xbf").lstrip(b"?"))


def _html(body: bytes) -> Pairs:
    return _served(body.replace(b"&amp;", b"&"))


def _json(body: bytes) -> Pairs:
    try:
        content = json.loads(body)
    except (ValueError, RecursionError):
        return ()
    if not isinstance(content, dict):
        return ()
    return tuple((well_formed(name), well_formed(_member(value))) for name, value in content.items())


def _member(value: object) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _multipart(body: bytes) -> Pairs:
    boundary = _BOUNDARY.match(body.lstrip())
    if not boundary:
        return ()
    return tuple(_parts(body.split(b"--" + boundary.group(1))))


def _parts(parts: list[bytes]) -> Iterator[tuple[str, str]]:
    for part in parts:
        head, _gap, content = part.replace(b"\r\n", b"\n").partition(b"\n\n")
        name = _PART_NAME.search(head)
        if name:
            yield _raw(name.group(1)), _raw(content.removesuffix(b"\n"))


_UNENCODED = text("Doctor", "the body was not URL-encoded: a server decodes it to other values than were signed")
_PLUS = text("Doctor", "a “+” in the body was not URL-encoded: a server reads it as a space")
_PERCENT = text("Doctor", "a “%” in the body was not URL-encoded: a server decodes what follows it")
_AMPERSAND = text("Doctor", "an “&” in a value of the body was not URL-encoded: a server splits the value there")
_ENCODED_TWICE = text("Doctor", "the body was URL-encoded twice: a server decodes it once only")
_AMP = text("Doctor", "the body separates its parameters by “&amp;” in place of “&”")
_ENDS = text("Doctor", "the body begins or ends with characters that do not belong to it (line break, BOM or “?”)")
_CHARSET = text("Doctor", "the body was URL-encoded in {charset}, but signed as UTF-8")
_AS_JSON = text("Doctor", "the body is JSON, not a URL-encoded form")
_AS_PARTS = text("Doctor", "the body is multipart/form-data, not a URL-encoded form")

_VALUE = text("Doctor", "the value of {name} was put into the body without URL-encoding: a server decodes it")
_SPLIT = text("Doctor", "an “&” in the value of {name} was not URL-encoded: a server splits the value there")

_READERS: tuple[tuple[Callable[[bytes], Pairs], str, int, Text], ...] = (
    (_json, "body-is-json", 1, _AS_JSON),
    (_multipart, "body-is-multipart", 1, _AS_PARTS),
    (_each(_plus_kept), "body-plus-not-encoded", 1, _PLUS),
    (_merged(_decoded), "body-ampersand-not-encoded", 3, _AMPERSAND),
    (_each(_percent_25_kept), "body-percent-not-encoded", 1, _PERCENT),
    (_each(_percent_kept), "body-percent-not-encoded", 1, _PERCENT),
    (_each(_raw), "body-not-encoded", 1, _UNENCODED),
    (_twice, "body-encoded-twice", 1, _ENCODED_TWICE),
    (_whole_encoded, "body-encoded-twice", 2, _ENCODED_TWICE),
    (_merged(_raw), "body-not-encoded", 2, _UNENCODED),
    (_merged(_plus_kept), "body-not-encoded", 2, _UNENCODED),
    (_stripped, "body-with-extra-ends", 1, _ENDS),
    (_html, "body-html-escaped", 2, _AMP),
    (_in("gbk"), "body-in-gbk", 2, _CHARSET.fill(charset="GBK")),
    (_in("big5"), "body-in-big5", 3, _CHARSET.fill(charset="Big5")),
    (_in("latin-1"), "body-in-latin-1", 3, _CHARSET.fill(charset="Latin-1")),
)
