"""A stretch of the paste that says something about a request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing.request import ReadRequest


@dataclass(frozen=True)
class Piece:
    """What was read between two places of the text. ``is_whole``: it shows a request of its own, not a part of one."""

    start: int
    end: int
    request: ReadRequest
    is_whole: bool = True
