"""A signing string cut into slots, so that a change of one or two parameters costs three concatenations."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.deviation import UNEDITED, Deviation, Edit
from qfpay_gui.diagnosis.doctor.joining import pieces
from qfpay_gui.qfpay.signing.recipe import ORDERS, WRITINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from qfpay_gui.qfpay.signing.recipe import Pairs, SigningRecipe


class Point(NamedTuple):
    """A deviation that changes one slot, and the text it puts there."""

    slot: int
    piece: bytes
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


def has_frame(deviation: Deviation) -> bool:
    """Whether every parameter keeps a place of its own: no order looks at values, and no shape replaces them."""
    edit, recipe = deviation.edit, deviation.recipe
    return not edit.added and "shape" not in recipe and recipe.get("order") not in _BY_VALUE


_BY_VALUE = frozenset({"value", "value, descending", "pair", "pair, descending"})


@dataclass(frozen=True)
class Memory:
    """What frames share: pieces by how they are written, and where added names go by order and names."""

    written: dict[tuple[str, str, str, str], dict[tuple[str, str], bytes]] = field(default_factory=dict)
    gaps: dict[tuple[str, tuple[str, ...]], dict[str, int]] = field(default_factory=dict)


class Frame:
    """One recipe over the parameters sent: a slot for each of them, and a gap before, between and after them.

    Each piece brings the joiner before it; the first joiner is cut off at the end. Orders that look at values, and
    shapes other than pairs, have no frame.
    """

    def __init__(self, sent: Pairs, recipe: SigningRecipe, edit: Edit = UNEDITED, memory: Memory | None = None) -> None:
        self._recipe = recipe
        self._joiner = recipe.joiner.encode()
        self._ends = recipe.lead.encode(), recipe.trail.encode()
        style = (recipe.naming, recipe.equals, recipe.writing, recipe.cleaning)
        memory = memory or Memory()
        self._written = memory.written.setdefault(style, {})
        self._odd = edit.odd
        base = {at: edit.replaced.get(at, pair) for at, pair in enumerate(sent)}
        self._names = {at: pair[0] for at, pair in base.items() if pair is not None}
        self._order = self._ordered(edit)
        self._place = {index: place for place, index in enumerate(self._order)}
        names = tuple(self._names[index] for index in self._order)
        self._gaps = memory.gaps.setdefault((f"{edit.odd or recipe.order}", names), {})
        self.slots = [b""] * (2 * len(self._order) + 1)
        for place, index in enumerate(self._order):
            self.slots[2 * place + 1] = self._joiner + self._piece(base[index])

    def _ordered(self, edit: Edit) -> list[int]:
        if edit.arranged:
            return [index for index in edit.arranged if index in self._names]
        numbered = tuple((name, str(index)) for index, name in self._names.items())
        order = [int(index) for _name, index in ORDERS["name" if edit.odd else self._recipe.order](numbered)]
        if edit.odd and edit.odd[0] in order:
            order.remove(edit.odd[0])
            order.insert(0 if edit.odd[1] == "first" else len(order), edit.odd[0])
        return order

    def pieces(self) -> list[tuple[int, bytes]]:
        """Index and text of each parameter, in the order signed, without joiners."""
        cut = len(self._joiner)
        return [(index, self.slots[2 * place + 1][cut:]) for place, index in enumerate(self._order)]

    def points(self, deviations: Iterable[Deviation]) -> list[Point]:
        """The slots and texts of deviations that are points, without those of a parameter that is not there."""
        found: list[Point] = []
        place, joiner = self._place, self._joiner
        for deviation in deviations:
            edit = deviation.edit
            if edit.added:
                piece = joiner + self._piece(edit.added[0])
                found.append(Point(2 * self._gap(edit.added[0][0]), piece, deviation))
                continue
            for index, pair in edit.replaced.items():
                if index in place:
                    piece = b"" if pair is None else joiner + self._piece(pair)
                    found.append(Point(2 * place[index] + 1, piece, deviation))
        return found

    def _piece(self, pair: tuple[str, str] | None) -> bytes:
        if pair is None:
            return b""
        if pair not in self._written:
            self._written[pair] = pieces(self._recipe, (pair,))[0].encode()
        return self._written[pair]

    def around(self, slots: list[bytes]) -> tuple[list[bytes], list[bytes]]:
        """For each slot, what stands before it and what stands after it."""
        before = [b"", *accumulate(slots)]
        after = [b"", *accumulate(reversed(slots), lambda later, slot: slot + later)]
        return before[:-1], after[-2::-1]

    def complete(self, slots: bytes) -> bytes:
        """The joined parameters from all slots together."""
        lead, trail = self._ends
        framed = lead + slots[len(self._joiner) :] + trail
        whole = self._recipe.whole
        return framed if whole == "raw" else WRITINGS[whole](framed.decode()).encode()

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
