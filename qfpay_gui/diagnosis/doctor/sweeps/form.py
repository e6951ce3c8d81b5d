"""A candidate of a family before anybody asks for its words: cheap to make by the thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.deviations.other_key import USE_KEY
from qfpay_gui.diagnosis.doctor.deviations.values import changed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.qfpay.text import Text


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
