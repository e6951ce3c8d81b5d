"""A signing string cut into slots, so that a change of one or two parameters costs three concatenations."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.deviation import UNEDITED, Deviation, Edit
from qfpay_gui.diagnosis.doctor.joining import pieces
from qfpay_gui.qfpay.recipe import ORDERS, WRITINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.recipe import Pairs, SigningRecipe


class Point(NamedTuple):
    """A deviation that changes one slot, and the text it puts there."""

    slot: int
    text: str
    deviation: Deviation


def is_point(deviation: Deviation, sent: Pairs) -> bool:
    """Whether it leaves one parameter out, adds one, or changes one value, and nothing else."""
    edit = deviation.edit
    if (
        deviation.recipe
        or deviation.key is not None
        or edit.arranged
        or edit.odd
        or len(edit.replaced) + len(edit.added) != 1
    ):
        return False
    return all(pair is None or pair[0] == sent[index][0] for index, pair in edit.replaced.items())


class Frame:
    """One recipe over the parameters sent: a slot for each of them, and a gap before, between and after them.

    Each piece brings the joiner before it; the first joiner is cut off at the end. Orders that look at values, and
    shapes other than pairs, have no frame.
    """

    def __init__(self, sent: Pairs, recipe: SigningRecipe, edit: Edit = UNEDITED) -> None:
        self._recipe = recipe
        self._odd = edit.odd
        base = {at: edit.replaced.get(at, pair) for at, pair in enumerate(sent)}
        self._names = {at: pair[0] for at, pair in base.items() if pair is not None}
        self._order = self._ordered(edit)
        self._place = {index: place for place, index in enumerate(self._order)}
        self._gaps: dict[str, int] = {}
        self.slots = [""] * (2 * len(self._order) + 1)
        kept = tuple(pair for pair in (base[index] for index in self._order) if pair is not None)
        for place, piece in enumerate(pieces(recipe, kept)):
            self.slots[2 * place + 1] = recipe.joiner + piece

    def _ordered(self, edit: Edit) -> list[int]:
        if edit.arranged:
            return [index for index in edit.arranged if index in self._names]
        numbered = tuple((name, str(index)) for index, name in self._names.items())
        order = [int(index) for _name, index in ORDERS["name" if edit.odd else self._recipe.order](numbered)]
        if edit.odd and edit.odd[0] in order:
            order.remove(edit.odd[0])
            order.insert(0 if edit.odd[1] == "first" else len(order), edit.odd[0])
        return order

    def points(self, deviations: Iterable[Deviation]) -> list[Point]:
        """The slots and texts of deviations that are points."""
        return [self._point(one) for one in deviations if self._place.keys() >= one.edit.replaced.keys()]

    def around(self, slots: list[str]) -> tuple[list[str], list[str]]:
        """For each slot, what stands before it and what stands after it."""
        before = ["", *accumulate(slots)]
        after = ["", *accumulate(reversed(slots), lambda text, slot: slot + text)]
        return before[:-1], after[-2::-1]

    def complete(self, text: str) -> str:
        """The joined parameters from a text of slots."""
        recipe = self._recipe
        framed = f"{recipe.lead}{text[len(recipe.joiner) :]}{recipe.trail}"
        return framed if recipe.whole == "raw" else WRITINGS[recipe.whole](framed)

    def _point(self, deviation: Deviation) -> Point:
        for index, pair in deviation.edit.replaced.items():
            text = "" if pair is None else self._recipe.joiner + pieces(self._recipe, (pair,))[0]
            return Point(2 * self._place[index] + 1, text, deviation)
        added = deviation.edit.added[0]
        return Point(2 * self._gap(added[0]), self._recipe.joiner + pieces(self._recipe, (added,))[0], deviation)

    def _gap(self, name: str) -> int:
        """Where an added parameter goes: at the end where the order is the given one."""
        if name not in self._gaps:
            self._gaps[name] = self._among_sorted(name) if self._odd else self._placed(name)
        return self._gaps[name]

    def _placed(self, name: str) -> int:
        numbered = (*((self._names[index], "") for index in sorted(self._order)), (name, "added"))
        return [mark for _name, mark in ORDERS[self._recipe.order](numbered)].index("added")

    def _among_sorted(self, name: str) -> int:
        odd, end = self._odd or (0, "")
        rest = [self._names[index] for index in self._order if index != odd]
        before = sum(other <= name for other in rest)
        return before + (end == "first" and odd in self._names)
