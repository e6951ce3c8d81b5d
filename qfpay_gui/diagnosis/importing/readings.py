"""Reads a text in every way that is known, and puts the likeliest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.evidence import is_sufficient, is_unescaped, weight
from qfpay_gui.diagnosis.importing.exports import exported_requests
from qfpay_gui.diagnosis.importing.http_text import http_pieces
from qfpay_gui.diagnosis.importing.lenses import views
from qfpay_gui.diagnosis.importing.lenses.excerpt import LONG
from qfpay_gui.diagnosis.importing.lenses.view import View
from qfpay_gui.diagnosis.importing.merging import assembled
from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.diagnosis.importing.prints.prints import print_pieces
from qfpay_gui.diagnosis.importing.prints.structures import top_groups
from qfpay_gui.diagnosis.importing.request import ARCHIVES
from qfpay_gui.diagnosis.importing.scan.loose import address_pieces, loose_signature
from qfpay_gui.diagnosis.importing.scan.prints import plain_lines, scanned_pieces
from qfpay_gui.diagnosis.importing.scan.replies import without_replies
from qfpay_gui.diagnosis.importing.scan.runs import lonely_piece, run_pieces
from qfpay_gui.diagnosis.importing.scan.tables import table_pieces
from qfpay_gui.diagnosis.importing.shells.curl import curl_pieces
from qfpay_gui.diagnosis.importing.shells.powershell import powershell_pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from qfpay_gui.diagnosis.importing.piece import Piece
    from qfpay_gui.diagnosis.importing.request import Pairs, ReadRequest

_MOST_LENSES = 9
_NEAR = 20
_MOST_RIVALS = 6

Requests = tuple["ReadRequest", ...]


@dataclass(frozen=True)
class Reading:
    """One way to read a paste: its requests, the view they were read in, and how much speaks for it."""

    requests: Requests
    view: View = field(repr=False)
    evidence: float = 0.0


def readings(source: str, keys: Mapping[str, str], *, thorough: bool = False) -> list[Reading]:
    """Every way to read the text in which a name of the API was found, the likeliest first.

    Where the text as it is shows all without a doubt, no lens is tried, and where a view shows a request that lacks
    nothing, only one lens more, unless it is to be ``thorough``.
    """
    found: dict[Requests, Reading] = {}
    if len(source) > LONG:
        for requests in _whole(source):
            return [Reading(requests, View(source))]
    level = _MOST_LENSES
    for view in views(source):
        if len(view.lenses) > level + 1 and not thorough:
            break
        for every in _read(view.text):
            requests = _without_fragments(every)
            if requests not in found and any(KNOWN & one.params.keys() or one.is_wire for one in requests):
                found[requests] = Reading(requests, view, weight(requests, len(view.lenses), keys))
                level = min(level, len(view.lenses) if is_sufficient(requests[0]) else _MOST_LENSES)
        if not thorough and not view.lenses and any(_is_certain(one) for one in found):
            break
    return sorted(found.values(), key=lambda one: -one.evidence)


def rivals(request: ReadRequest, ranked: list[Reading]) -> Requests:
    """Other readings of the same request that are nearly as likely; what was shown as sent has none."""
    if request.is_wire or request.is_exact:
        return ()
    near = [one for one in ranked[1:] if one.evidence > ranked[0].evidence - _NEAR]
    found: dict[Pairs, ReadRequest] = {request.pairs: request}
    for other in (other for one in near for other in one.requests):
        if other.pairs and _is_same(request, other):
            found.setdefault(other.pairs, other)
    return tuple(found.values())[1:_MOST_RIVALS]


def _is_same(one: ReadRequest, other: ReadRequest) -> bool:
    numbers = one.params.get("out_trade_no"), other.params.get("out_trade_no")
    return numbers[0] == numbers[1] or bool(one.signature and one.signature == other.signature)


def _without_fragments(requests: Requests) -> Requests:
    """The requests without those of one or two names that stand beside full ones and have no signature."""
    if not any(len(KNOWN & one.params.keys()) > 3 for one in requests):
        return requests
    return tuple(one for one in requests if one.is_wire or one.signature or len(KNOWN & one.params.keys()) > 1)


def _is_certain(requests: Requests) -> bool:
    """Whether a whole text is an export, or one request whose format leaves no value in doubt."""
    first = requests[0]
    is_plain = len(requests) == 1 and first.is_exact and is_unescaped(first)
    return first.form in ARCHIVES or (is_plain and bool(first.signature or first.is_whole))


def _read(text: str) -> Iterator[Requests]:
    """What each reader makes of one view; a reader that finds nothing says nothing."""
    for whole in _whole(text):
        yield whole
        return
    text = without_replies(text)
    wholes = tuple(_disjoint([*curl_pieces(text), *http_pieces(text), *powershell_pieces(text)]))
    if wholes:
        yield assembled((*wholes, *_printed(_without(text, wholes))))
    yield assembled(_printed(text))
    yield assembled(_loose(text))


def _whole(text: str) -> Iterator[Requests]:
    """What a text is that is an export, a form body or lines of parameters from the first sign to the last."""
    if archive := exported_requests(text):
        yield archive
    for piece in (lonely_piece(text), plain_lines(text)):
        if piece:
            yield assembled([piece])


def _printed(text: str) -> Iterator[Piece]:
    """Structures of any language, and what stands around them."""
    prints = tuple(print_pieces(text, tuple(top_groups(text)), is_known=True))
    yield from prints
    yield from _loose(_without(text, prints), text)


def _loose(text: str, whole: str = "") -> Iterator[Piece]:
    """Form bodies, tables, and names with values in any layout; addresses from the ``whole`` text."""
    forms = tuple(run_pieces(text))
    yield from forms
    rest = _without(text, forms)
    tables = tuple(table_pieces(rest))
    yield from tables
    rest = _without(rest, tables)
    yield from address_pieces(whole or rest)
    scanned = tuple(scanned_pieces(rest))
    yield from scanned
    if not any(piece.request.signature for piece in (*forms, *tables, *scanned)):
        yield from loose_signature(_without(rest, scanned))


def _disjoint(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without those that lie inside an earlier one."""
    end = -1
    for piece in sorted(pieces, key=lambda one: (one.start, -one.end)):
        if piece.start >= end:
            yield piece
            end = piece.end


def _without(source: str, pieces: Iterable[Piece]) -> str:
    """The text with blanks where these pieces stand; places stay what they are."""
    parts: list[str] = []
    place = 0
    for piece in sorted(pieces, key=lambda one: one.start):
        if piece.end > place:
            start = max(place, piece.start)
            parts += [source[place:start], "\n" * (piece.end - start)]
            place = piece.end
    return "".join([*parts, source[place:]])
