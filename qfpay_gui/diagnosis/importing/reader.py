"""Reads whatever a merchant pastes. Nothing is refused: what is not understood is said in a note."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.importing.kinds import Kind, kind_of, notes_on
from qfpay_gui.diagnosis.importing.lenses import views
from qfpay_gui.diagnosis.importing.lenses.excerpt import LONG
from qfpay_gui.diagnosis.importing.merging import assembled
from qfpay_gui.diagnosis.importing.prints.prints import print_pieces
from qfpay_gui.diagnosis.importing.prints.structures import top_groups
from qfpay_gui.diagnosis.importing.readings import readings, rivals
from qfpay_gui.diagnosis.importing.remarks import remarks
from qfpay_gui.diagnosis.importing.request import Note, ReadRequest
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

_BARE = re.compile(r"\s*([0-9A-Fa-f]{32}|[0-9A-Fa-f]{64})\s*")
_MOST_VIEWS = 12
_ANSWERS = frozenset({Kind.NOTIFICATION, Kind.REPLY})


def read_request(source: str) -> ReadRequest:
    """The first request in the text. Never raises; an empty request with a note where there is none."""
    return read_requests(source)[0]


def read_requests(source: str, keys: Mapping[str, str] | None = None) -> tuple[ReadRequest, ...]:
    """Every request in the text, at least one: of a log in order, of an archive those to QFPay first.

    ``keys`` (name → client_key): a reading under which the signature verifies with one of them is the true one.
    """
    found = _found(source.removeprefix("\ufeff"), keys or {})
    return tuple(replace(one, notes=(*one.notes, *remarks(one))) for one in found) or (_nothing(source),)


def _found(source: str, keys: Mapping[str, str]) -> tuple[ReadRequest, ...]:
    ranked = readings(source, keys)
    if ranked and (_has_parameters(ranked[0].requests) or kind_of(source) not in _ANSWERS):
        view = ranked[0].view
        return tuple(replace(one, rivals=rivals(one, ranked), view=view) for one in ranked[0].requests)
    if len(source) > LONG or kind_of(source) is not Kind.NOTHING:
        return ()
    groups = tuple(top_groups(source))
    found = assembled(print_pieces(source, groups, is_known=False))
    return tuple(one for one in found if one.is_exact or not one.pairs)


def _has_parameters(requests: tuple[ReadRequest, ...]) -> bool:
    return any(one.pairs for one in requests)


def _nothing(source: str) -> ReadRequest:
    if not source.strip():
        return ReadRequest(kind="nothing", notes=(Note("nothing-found", text("Importing", "There is no text.")),))
    views_of = islice(views(source), _MOST_VIEWS)
    kind = next((found for view in views_of if (found := kind_of(view.text)) is not Kind.NOTHING), Kind.NOTHING)
    bare = _BARE.fullmatch(source)
    return ReadRequest(kind=kind.value, signature=bare[1] if bare else "", notes=notes_on(kind, source))
