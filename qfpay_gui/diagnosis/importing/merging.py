"""Puts together what different places of a paste say about the same request."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.decoding import bytes_of
from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.diagnosis.importing.request import MOST_REQUESTS, Headers, Note, Pairs, ReadRequest
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.json_reading import some
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.diagnosis.importing.piece import Piece

_RANKS = {"signing-string": 0, "": -1}
_SHORTEST_KEY = 8
_NEAR = 120


def assembled(pieces: Iterable[Piece]) -> tuple[ReadRequest, ...]:
    """The requests these pieces make, in order. A piece joins the request before it unless they contradict."""
    joined: list[ReadRequest] = []
    current = -1
    for piece in _with_their_requests(sorted(pieces, key=lambda one: (one.start, -one.end))):
        place = _place(joined, current, piece)
        if place is not None:
            joined[place] = merged(joined[place], piece.request)
            current = place
        elif len(joined) < MOST_REQUESTS:
            joined.append(piece.request)
            current = len(joined) - 1
    full = [one for one in joined if one.pairs or one.is_wire]
    if not full:
        return tuple(joined[:1])
    if len(full) == 1:
        for loose in joined:
            if loose is not full[0] and not (loose.pairs or loose.is_wire):
                full[0] = merged(full[0], loose)
    return _inherited(full)


def _place(joined: list[ReadRequest], current: int, piece: Piece) -> int | None:
    """Which request this piece belongs to: the one before it, else an earlier one with the same order number."""
    if joined and _belongs(joined[current], piece):
        return current
    number = piece.request.params.get("out_trade_no")
    same = (place for place, one in enumerate(joined) if number and one.params.get("out_trade_no") == number)
    return next((place for place in same if _belongs(joined[place], piece)), None)


def _with_their_requests(pieces: list[Piece]) -> list[Piece]:
    """The pieces, where a header stands far behind one request and near before the next, after that next one."""
    ordered: list[Piece] = []
    waiting: list[Piece] = []
    end = -1
    for place, piece in enumerate(pieces):
        if piece.request.pairs or piece.is_whole:
            ordered += [piece, *waiting]
            waiting, end = [], piece.end
        elif (following := _following(pieces, place)) and end >= 0 and _is_nearer(end, piece, following):
            waiting.append(piece)
        else:
            ordered.append(piece)
    return [*ordered, *waiting]


def _following(pieces: list[Piece], place: int) -> Piece | None:
    return next((one for one in pieces[place + 1 : place + 12] if one.request.pairs or one.is_whole), None)


def _is_nearer(end: int, piece: Piece, following: Piece) -> bool:
    return piece.start - end > _NEAR + 2 * (following.start - piece.end)


def _inherited(found: list[ReadRequest]) -> tuple[ReadRequest, ...]:
    """Address, app code and key of the request before, where a log names them only once."""
    for place in range(1, len(found)):
        one, before = found[place], found[place - 1]
        found[place] = replace(
            one,
            url=one.url or before.url,
            app_code=one.app_code or before.app_code,
            client_key=one.client_key or before.client_key,
        )
    return tuple(found)


def _belongs(request: ReadRequest, piece: Piece) -> bool:
    other = piece.request
    if piece.is_whole and request.is_wire:
        return False
    if request.pairs and other.pairs and not _same(request, other) and not _adds(request, other):
        return False
    has_more = bool(request.pairs or request.is_wire)
    return not (
        has_more
        and (
            _differs(request.signature, other.signature)
            or (request.url and other.url and not _joined(request.url, other.url))
            or _differs(request.app_code, other.app_code)
        )
    )


def _joined(one: str, other: str) -> str:
    """The fuller of two addresses of the same call, "" where they are of different ones."""
    first, second = (re.sub(r"^https?://|:443(?=/|$)|/+$", "", url) for url in (one, other))
    if first == second or first.startswith(second + "/") or first.endswith(second):
        return one
    return other if second.startswith(first + "/") or second.endswith(first) else ""


def _differs(one: str, other: str) -> bool:
    return bool(one and other) and one.lower() != other.lower()


def _same(one: ReadRequest, other: ReadRequest) -> bool:
    """Whether two sets of parameters are the same order: told by the order's number, else by most values."""
    first, second = one.params, other.params
    if "out_trade_no" in first and "out_trade_no" in second:
        numbers = first["out_trade_no"], second["out_trade_no"]
        return numbers[0] == numbers[1] or any(_tail(*pair) for pair in (numbers, numbers[::-1]))
    shared = first.keys() & second.keys()
    equal = sum(first[name] == second[name] for name in shared)
    return equal > 0 and equal * 2 >= max(len(shared), min(len(first), len(second)))


def _adds(one: ReadRequest, other: ReadRequest) -> bool:
    """Whether the second only adds to the first, as ``params['udid'] = 'x'`` behind a dictionary does."""
    is_later = other.form == "lines" and one.form not in {"lines", "table", "signing-string"} and not one.is_wire
    return is_later and bool(one.pairs) and not one.params.keys() & other.params.keys()


def _tail(value: str, longer: str) -> str:
    """What stands behind the value, if that may be a key."""
    tail = longer.removeprefix(value) if longer.startswith(value) else ""
    return tail if len(tail) >= _SHORTEST_KEY else ""


def merged(one: ReadRequest, other: ReadRequest) -> ReadRequest:
    """Both as one request: parameters of the better source, everything else from whichever has it."""
    one, other = _signing(one, other), _signing(other, one)
    best, rest = (one, other) if _rank(one) >= _rank(other) else (other, one)
    return ReadRequest(
        form=best.form or rest.form,
        pairs=best.pairs + rest.pairs if _adds(best, rest) else best.pairs or rest.pairs,
        header_pairs=_with_more(best.header_pairs, rest.header_pairs),
        url=_joined(best.url, rest.url) if best.url and rest.url else best.url or rest.url,
        method=best.method or rest.method,
        body=best.body if best.body is not None else rest.body,
        signature=best.signature or rest.signature,
        stated_sign_type=best.stated_sign_type or rest.stated_sign_type,
        app_code=best.app_code or rest.app_code,
        client_key=best.client_key or rest.client_key,
        signing_string=best.signing_string or rest.signing_string,
        notes=_each_once((*best.notes, *rest.notes, *_contradictions(best, rest))),
    )


def _each_once(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple({(note.code, note.field): note for note in reversed(notes)}.values())[::-1]


def _rank(request: ReadRequest) -> tuple[int, int, int]:
    """What was sent counts before what was signed, a fuller print before a poorer one."""
    if request.is_wire:
        return 4, 0, 0
    if not request.pairs:
        return -1, 0, 0
    return _RANKS.get(request.form, 2), len(KNOWN & request.params.keys()), request.body is not None


def _with_more(pairs: Pairs, others: Pairs) -> Pairs:
    known = Headers(pairs)
    return (*pairs, *((name, value) for name, value in others if name not in known))


def _contradictions(best: ReadRequest, rest: ReadRequest) -> tuple[Note, ...]:
    """A note where the paste shows a parameter twice with different values."""
    first, second = best.params, rest.params
    names = tuple(name for name in first if name in second and first[name] != second[name])
    if not names:
        return ()
    message = text("Importing", "The paste shows two values of {names}; the one nearest to what was sent is taken.")
    return (Note("contradiction", message.fill(names=some(names)), severity=Severity.ATTENTION),)


def _signing(request: ReadRequest, other: ReadRequest) -> ReadRequest:
    """A text that turns out to be a signing string, now that another place shows where its last value ends."""
    if request.form not in {"form", "signing-string"} or not other.pairs or request.client_key or not request.pairs:
        return request
    name, value = request.pairs[-1]
    key = _tail(other.params.get(name, value), value)
    if not key:
        return request
    written = request.signing_string or (request.body or b"").decode("utf-8", "replace")
    if bytes_of(written) != (request.body if request.body is not None else bytes_of(request.signing_string)):
        return request
    pairs = (*request.pairs[:-1], (name, value.removesuffix(key)))
    notes = tuple(note for note in request.notes if note.code not in {"signing-string", "not-encoded", "decoded"})
    return replace(
        request, form="signing-string", pairs=pairs, client_key=key, signing_string=written, body=None, notes=notes
    )
