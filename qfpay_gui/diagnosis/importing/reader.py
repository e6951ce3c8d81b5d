"""Reads whatever a merchant pastes. Nothing is refused: what is not understood is said in a note."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.archives import archive_requests
from qfpay_gui.diagnosis.importing.hints import hint_pieces
from qfpay_gui.diagnosis.importing.http_text import http_pieces
from qfpay_gui.diagnosis.importing.lines import is_all_lines, line_pieces
from qfpay_gui.diagnosis.importing.merging import assembled
from qfpay_gui.diagnosis.importing.names import KNOWN
from qfpay_gui.diagnosis.importing.prints.prints import print_pieces
from qfpay_gui.diagnosis.importing.prints.structures import top_groups
from qfpay_gui.diagnosis.importing.remarks import remarks
from qfpay_gui.diagnosis.importing.request import Note, ReadRequest
from qfpay_gui.diagnosis.importing.runs import run_piece
from qfpay_gui.diagnosis.importing.shells.curl import curl_pieces
from qfpay_gui.diagnosis.importing.shells.powershell import powershell_pieces
from qfpay_gui.qfpay.findings import Severity
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.diagnosis.importing.piece import Piece
    from qfpay_gui.diagnosis.importing.prints.tree import Group

_ESCAPED_JSON = re.compile(r'[{\[]\s*\\"')
_PLAIN_JSON = re.compile(r'[{\[,]\s*"')
_BROKEN_FORM = re.compile(r"(?<=\S)&[ \t]{0,9}\r?\n[ \t]{0,9}(?=[\w.]+=)|\r?\n[ \t]{0,9}(?=&[\w.]+=)")
_BEGINS_AS_FORM = re.compile(r"[A-Za-z_.]{1,40}=[^{\[(&]*&")
_FULL_LINE = re.compile(r"[^\n]++")
_RESPCD = re.compile(r"respcd[\"'\]]{0,2}\s{0,3}(?:=>|[:=])\s{0,3}[\"']?(\d{4})")
_MOST_LINES = 20_000
_FENCE = re.compile(r"^[ \t]*```[^\n`]*$", re.MULTILINE)


def read_request(source: str) -> ReadRequest:
    """The first request in the text. Never raises; an empty request with a note where there is none."""
    return read_requests(source)[0]


def read_requests(source: str) -> tuple[ReadRequest, ...]:
    """Every request in the text, at least one: of a log in order, of an archive those to QFPay first.

    The time grows with the length of the text; a megabyte of a usual paste takes below a second.
    Of more than 300 requests, and of more than 20,000 lines of loose text, the rest is left unread.
    """
    source = _FENCE.sub("", source.removeprefix("\ufeff")) if "```" in source else source.removeprefix("\ufeff")
    found = archive_requests(source) or _wholes_and_rest(source) or _anything(source)
    return tuple(replace(one, notes=(*one.notes, *remarks(one))) for one in found) or (_nothing(source),)


def _wholes_and_rest(source: str) -> tuple[ReadRequest, ...]:
    """Requests shown as they are sent, with what the text around them says."""
    pieces = [*curl_pieces(source), *http_pieces(source), *powershell_pieces(source)]
    wholes = tuple(_disjoint(pieces))
    if not wholes:
        return ()
    rest = _without(source, wholes)
    groups = tuple(top_groups(rest))
    prints = tuple(print_pieces(rest, groups, is_known=True))
    return assembled((*wholes, *prints, *_free(_without(rest, prints), is_known=True, is_alone=False)))


def _anything(source: str) -> tuple[ReadRequest, ...]:
    """Prints, code, forms, lines and tables; first those with names of the API, else whatever has names."""
    plain = _unescaped(source)
    groups = () if is_all_lines(source) else tuple(top_groups(plain))
    for is_known in (True, False):
        found = assembled(_pieces(plain, groups, is_known=is_known))
        if any(one.pairs for one in found):
            return found
    return found


def _pieces(source: str, groups: tuple[Group, ...], *, is_known: bool) -> Iterator[Piece]:
    alone = source.strip("\r\n")
    if not groups or _BEGINS_AS_FORM.match(alone):
        lonely = run_piece(alone, 0, is_alone=True) if "\n" not in alone else None
        if lonely and lonely.request.pairs:
            yield lonely
            return
    prints = tuple(print_pieces(source, groups, is_known=is_known))
    yield from prints
    yield from _free(_without(source, prints), is_known=is_known, is_alone=not prints)


def _free(source: str, *, is_known: bool, is_alone: bool) -> Iterator[Piece]:
    """What lines of text say that are part of nothing larger; of very many lines the first 20,000."""
    rest: list[tuple[int, str]] = []
    end = 0
    for found in islice(_FULL_LINE.finditer(_BROKEN_FORM.sub(_joint, source)), _MOST_LINES):
        offset, line = found.start(), found.group().removesuffix("\r")
        run = run_piece(line, offset, is_alone=False) if "&" in line else None
        if run and is_known and KNOWN.isdisjoint(run.request.params):
            run = None
        if offset > end + 1:
            rest.append((end, ""))
        end = found.end()
        if run:
            yield run
            start, stop = run.start - offset, run.end - offset
            line = line[:start] + "\n" + line[stop:]
        else:
            rest.append((offset, line))
        yield from hint_pieces(line, offset)
    if is_known or is_alone:
        yield from line_pieces(rest, is_known=is_known)


def _joint(found: re.Match[str]) -> str:
    return "&" if found.group().startswith("&") else ""


def _disjoint(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces without those that lie inside an earlier one."""
    end = -1
    for piece in sorted(pieces, key=lambda one: (one.start, -one.end)):
        if piece.start >= end:
            yield piece
            end = piece.end


def _without(source: str, pieces: Iterable[Piece]) -> str:
    """The text with line breaks where these pieces stand; places stay what they are."""
    parts: list[str] = []
    place = 0
    for piece in sorted(pieces, key=lambda one: one.start):
        if piece.end > place:
            start = max(place, piece.start)
            parts += [source[place:start], "\n" * (piece.end - start)]
            place = piece.end
    return "".join([*parts, source[place:]])


def _unescaped(source: str) -> str:
    """JSON that a log wrote inside a string, with its quotes made quotes again."""
    if _ESCAPED_JSON.search(source) and not _PLAIN_JSON.search(source):
        return re.sub(r'\\(["\\])', r"\1", source)
    return source


def _nothing(source: str) -> ReadRequest:
    if reply := _RESPCD.search(source[:100_000]):
        message = text("Importing", "This is what was answered, respcd {respcd}, not what was sent: paste the request.")
        message = message.fill(respcd=reply[1])
    elif not source.strip():
        message = text("Importing", "There is no text.")
    else:
        message = text(
            "Importing",
            "No request was recognised. Paste a curl command, an HTTP request, a form body, JSON, "
            "or the parameters as name=value lines.",
        )
    return ReadRequest(notes=(Note("nothing-found", message, severity=Severity.ATTENTION),))
