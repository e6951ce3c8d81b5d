"""Which page of a query's result an answer is, and whether there may be more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qfpay_gui.qfpay.reply.reply import Reply
    from qfpay_gui.qfpay.request.prepared import PreparedRequest

USUAL_SIZE, LARGEST_SIZE = 10, 100
"""Records a page holds where nothing is asked for, and at most (facts 6.1)."""
_DIGITS = 8


@dataclass(frozen=True)
class Paging:
    """The page ``number``, from 1, of pages that hold ``size`` records; ``count`` came on it."""

    number: int
    size: int
    count: int

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before this one."""
        return self.number > 1

    @property
    def may_have_next(self) -> bool:
        """Whether more may follow: nothing tells the number of pages, only a page that is not full is the last."""
        return self.count >= self.size


def paging(request: PreparedRequest, reply: Reply) -> Paging | None:
    """The page that this answer to a query is; None for any other answer.

    QFPay repeats page and page_size as text or number; where it does not, what was sent counts.
    """
    if request.endpoint != "query" or reply.respcd != "0000":
        return None
    number = _positive(reply.fields.get("page", "")) or _positive(request.value("page")) or 1
    size = _positive(reply.fields.get("page_size", "")) or _positive(request.value("page_size")) or USUAL_SIZE
    return Paging(number, min(size, LARGEST_SIZE), len(reply.rows))


def _positive(written: str) -> int:
    """The whole number from 1 that is written, or 0."""
    written = written.strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) <= _DIGITS else 0
