"""One parameter that differs, and all of those of a case, each where it belongs and by what it costs."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.deviation import UNEDITED, Deviation
from qfpay_gui.qfpay.signing.recipe import WRITINGS, well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qfpay_gui.diagnosis.doctor.sweeps.form import Form
    from qfpay_gui.qfpay.signing.recipe import Pairs

Place = int | str
"""The index of a parameter that is sent, or the name of one that is not."""


class Change(NamedTuple):
    """One parameter that differs: left out (None), added, or with another value."""

    cost: int
    place: Place
    pair: tuple[str, str] | None
    source: Deviation | Form


def change_of(deviation: Deviation, sent: Pairs) -> Change | None:
    """The change that a deviation is; None where it does more than to one parameter.

    A writing of all values is one where it alters a single value of this request.
    """
    edit = deviation.edit
    if deviation.key is not None or edit.arranged or edit.odd:
        return None
    if deviation.recipe:
        return _written(deviation, sent)
    if len(edit.replaced) + len(edit.added) != 1:
        return None
    if edit.added:
        return Change(deviation.cost, edit.added[0][0], edit.added[0], deviation)
    ((index, pair),) = edit.replaced.items()
    kept = pair is None or pair[0] == sent[index][0]
    return Change(deviation.cost, index, pair, deviation) if kept else None


def _written(deviation: Deviation, sent: Pairs) -> Change | None:
    if deviation.edit is not UNEDITED or len(deviation.recipe) > 1:
        return None
    write = writing_of(deviation)
    written = [(at, name, well_formed(write(value))) for at, (name, value) in enumerate(sent) if write(value) != value]
    if len(written) != 1:
        return None
    ((at, name, value),) = written
    return Change(deviation.cost, at, (name, value), deviation)


def writing_of(deviation: Deviation) -> Callable[[str], str]:
    """How it writes values."""
    recipe = deviation.recipe
    return WRITINGS[recipe.get("cleaning") or recipe.get("writing") or "raw"]


def form_change(form: Form, sent: Pairs) -> Change:
    """The change that a form of a value is."""
    return Change(form.cost, form.at, (sent[form.at][0], form.written), form)


class Changes:
    """Changes by place and cost. ``names`` are the parameters that may be added."""

    def __init__(self, changes: Iterable[Change], count: int) -> None:
        self._at: dict[Place, dict[int, list[Change]]] = {index: {} for index in range(count)}
        self.add(changes)
        self.names = tuple(place for place in self._at if isinstance(place, str))

    def add(self, changes: Iterable[Change]) -> None:
        """More of them, of the ``count`` values that are sent, and of costs that nobody asked for as yet."""
        for change in changes:
            self._at.setdefault(change.place, {}).setdefault(change.cost, []).append(change)

    def at(self, place: Place) -> Mapping[int, Sequence[Change]]:
        """Those of this place by what they cost."""
        return self._at.get(place, {})
