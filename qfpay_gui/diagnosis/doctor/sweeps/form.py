"""A candidate of a family before anybody asks for its words: cheap to make by the thousand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.deviations.other_key import USE_KEY
from qfpay_gui.diagnosis.doctor.deviations.values import changed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.qfpay.text import Text


LIKELY, POSSIBLE = 40, 600
"""How many forms of one family, the first it yields, are tried with common causes, and with the most common alone."""

ALONE, RARE = 6, 7
"""The cost from which on a form is tried alone, and what all others come to cost."""


class Form(NamedTuple):
    """Another text for the value at this index; ``values`` fill the words besides name and text."""

    at: int
    written: str
    id: str
    cost: int
    cause: Text
    values: Mapping[str, object]

    def told(self, case: Case) -> Deviation:
        """The deviation it is."""
        words = self.cause.fill(value=self.written, **self.values)
        return changed(self.id, self.cost, self.at, (case.sent[self.at][0], self.written), words)


class KeyForm(NamedTuple):
    """Another text for the key."""

    written: str
    id: str
    cost: int
    cause: Text
    values: Mapping[str, object]

    def told(self) -> Deviation:
        """The deviation it is."""
        return Deviation(self.id, self.cost, self.cause.fill(**self.values), USE_KEY, key=self.written, depth=2)


AnyForm = TypeVar("AnyForm", Form, KeyForm)


def ranked(forms: Iterable[AnyForm]) -> list[AnyForm]:
    """Each text once, with what it costs as one of several causes, the likely first."""
    count: Counter[tuple[int, str]] = Counter()
    known: dict[tuple[int, str], AnyForm] = {}
    for form in forms:
        at = form.at if isinstance(form, Form) else -1
        if (at, form.written) not in known:
            place = count[at, form.id] if form.cost < ALONE else POSSIBLE
            count[at, form.id] += form.cost < ALONE
            known[at, form.written] = form._replace(cost=4 if place < LIKELY else 5 if place < POSSIBLE else RARE)
    return sorted(known.values(), key=lambda form: form.cost)
