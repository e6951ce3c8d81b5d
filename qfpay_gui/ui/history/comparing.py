"""The exchanges that one can be compared with, those about the same order first."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.ranking import findable
from qfpay_gui.ui.history.wording import amount, headline, kind
from qfpay_gui.ui.palette.commands import Command
from qfpay_gui.ui.palette.finder import Found
from qfpay_gui.ui.words.measures import short_time
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from qfpay_gui.services.database.entry import HistoryRow


def partners(row: HistoryRow, rows: Iterable[HistoryRow], compare: Callable[[int, int], object]) -> Iterator[Command]:
    """Every other row, found by number, call, code, merchant and note; choosing one compares the two."""
    others = [one for one in rows if one.id != row.id]
    number, call = row.out_trade_no, row.endpoint
    others.sort(key=lambda one: (one.out_trade_no != number if number else False, one.endpoint != call))
    for one in others:
        said = (kind(one), amount(one), one.respcd or translated(headline(one)), one.profile, one.note)
        more = " · ".join(filter(None, said))
        shown = Found(one.out_trade_no or "–", more, short_time(one.sent_at, datetime.now(UTC)), "compare")
        entry = findable((one.out_trade_no, one.respcd), more)
        yield Command(shown, entry, partial(compare, row.id, one.id))
