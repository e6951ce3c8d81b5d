"""An order that no rule describes: the maps of some languages list their members at random."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.diagnosis.doctor.deviations.order import SORT
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.probe import Probe

MOST = 8
"""Parameters, up to which every order is tried: 40,320 orders."""
_ANY = text(
    "Doctor",
    "the parameters were not sorted: they were signed in the order {names}, which no rule gives (a map or set that "
    "lists its members at random, as in Go, Perl or Python)",
)


def any_order(case: Case, probe: Probe) -> Iterator[Deviation]:
    """Every order there is, for few parameters."""
    if len(case.sent) > MOST:
        return
    for arranged in permutations(probe.pieces):
        if probe.order([piece for _index, piece in arranged]):
            edit = Edit(arranged=tuple(index for index, _piece in arranged))
            names = ", ".join(case.sent[index][0] for index, _piece in arranged)
            yield Deviation("unsorted", 7, _ANY.fill(names=names), SORT, {"order": "as given"}, edit, depth=1)
