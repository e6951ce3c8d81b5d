"""Values written otherwise than they are sent: all of them, the joined string, or one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.diagnosis.doctor.deviation import Deviation, Edit
from qfpay_gui.diagnosis.doctor.writing_words import WAYS, Way
from qfpay_gui.qfpay.recipe import WRITINGS, well_formed
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.diagnosis.doctor.case import Case

_MEND = text("Doctor", "Sign the very values that the body decodes to: raw, neither encoded, escaped nor cleaned.")
_VALUES = text("Doctor", "the values were {how} before signing")
_WHOLE = text("Doctor", "the joined string was {how} before the key was appended")
_FINISHED = text("Doctor", "the whole signing string, key included, was {how} before hashing")
_ONE = text("Doctor", "{name} was {how} before signing")


def deviations(case: Case) -> Iterator[Deviation]:
    """Each way of writing, for all values, for the string before and after the key is joined, and for one value."""
    for way in WAYS:
        depth = 3 if way.cost < 3 else 2
        cause = _VALUES.fill(how=way.how)
        yield Deviation(way.id, way.cost, cause, _MEND, {"writing": way.writing}, depth=depth)
        if way.whole:
            yield from _of_the_string(way)
        yield from _of_one_value(case, way)


def _of_the_string(way: Way) -> Iterator[Deviation]:
    identity = way.id.replace("values-", "string-")
    yield Deviation(identity, way.cost + 1, _WHOLE.fill(how=way.how), _MEND, {"whole": way.writing}, depth=2)
    yield Deviation(identity, way.cost + 1, _FINISHED.fill(how=way.how), _MEND, {"finished": way.writing}, depth=2)


def _of_one_value(case: Case, way: Way) -> Iterator[Deviation]:
    write = WRITINGS[way.writing]
    for index, (name, value) in enumerate(case.sent):
        written = well_formed(write(value))
        if written != value:
            cause = _ONE.fill(name=name, how=way.how)
            edit = Edit({index: (name, written)})
            yield Deviation(way.id, way.cost + 1, cause, _MEND, edit=edit, depth=2 if way.cost < 4 else 1)
