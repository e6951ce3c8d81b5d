"""A signing string cut at the places where parameters may differ, so that what stands before is hashed once only."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.catalogue import recipe_of
from qfpay_gui.diagnosis.doctor.deviation import UNEDITED, Deviation, Edit
from qfpay_gui.qfpay.signing.recipe import ORDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from qfpay_gui.diagnosis.doctor.changes import Change, Changes, Place
    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.styles import Memory
    from qfpay_gui.qfpay.signing.recipe import Pairs


def has_frame(deviation: Deviation) -> bool:
    """Whether every parameter keeps a place of its own: no order looks at values, and no shape replaces them."""
    return "shape" not in deviation.recipe and deviation.recipe.get("order") not in _BY_VALUE


_BY_VALUE = frozenset({"value", "value, descending", "pair", "pair, descending"})


class Level(NamedTuple):
    """Changes of one spot that cost the same, with what each puts there, and with all that follows it but the key."""

    pieces: list[bytes]
    tails: list[bytes]
    changes: Sequence[Change]


class Spot(NamedTuple):
    """A place where something may differ: in the frame's text it is from ``start`` to ``stop``."""

    start: int
    stop: int
    place: Place
    changes: Mapping[int, Sequence[Change]]


class Row(NamedTuple):
    """Changes that follow the same text, with their tails; ``last`` is the last spot they are of."""

    last: int
    start: int
    tails: list[bytes]
    changes: Sequence[Change]


class Frame:
    """The text that a recipe makes of the parameters sent, with a spot for every change.

    Each piece brings the joiner before it; the first joiner of a text has to be cut off (``cut`` bytes). ``only`` says
    which changes are taken, where it is given.
    """

    def __init__(
        self,
        sent: Pairs,
        given: Combination,
        changes: Changes,
        memory: Memory,
        only: Callable[[Change], bool] | None = None,
    ) -> None:
        recipe, edit = recipe_of(given), edit_of(given)
        self.recipe = recipe
        self.style = memory.style(recipe)
        self._edit, self._memory, self._changes, self._only = edit, memory, changes, only
        self._base = {at: edit.replaced.get(at, pair) for at, pair in enumerate(sent)}
        self._base.update(enumerate(edit.added, len(sent)))
        self._names = {at: pair[0] for at, pair in self._base.items() if pair is not None}
        self._order = self._ordered(len(sent))
        self._joiner = self.style.text(recipe.joiner)
        self.cut = len(self._joiner)
        self.lead, trail = self.style.text(recipe.lead), self.style.text(recipe.trail)
        self.text = b""
        self.spots = list(self._spots())
        self.text += trail
        self._levels: dict[tuple[int, int], Level] = {}
        self._rows: dict[tuple[int, int], list[Row]] = {}

    def _ordered(self, count: int) -> list[int]:
        edit, names = self._edit, self._names
        if edit.arranged:
            return [index for index in (*edit.arranged, *range(count, count + len(edit.added))) if index in names]
        numbered = tuple((name, str(index)) for index, name in names.items())
        order = [int(index) for _name, index in ORDERS["name" if edit.odd else self.recipe.order](numbered)]
        if edit.odd and edit.odd[0] in order:
            order.remove(edit.odd[0])
            order.insert(0 if edit.odd[1] == "first" else len(order), edit.odd[0])
        return order

    def _spots(self) -> Iterable[Spot]:
        """Where something may differ; ``text`` becomes all parameters, each with a joiner before it."""
        for place in self._layout():
            base = self._base.get(place) if isinstance(place, int) else None
            start = len(self.text)
            if base:
                self.text += self._joiner + self.style.base(base)
            if place not in self._edit.replaced:
                yield Spot(start, len(self.text), place, self._changes.at(place))

    def level(self, at: int, cost: int) -> Level:
        """The changes of this spot that cost so much."""
        known = self._levels.get((at, cost))
        if known is None:
            spot = self.spots[at]
            known = self._levels[at, cost] = self._level(spot, spot.changes[cost])
        return known

    def _level(self, spot: Spot, changes: Sequence[Change]) -> Level:
        if self._only is None:
            written = self.style.pieces(changes)
        else:
            changes = list(filter(self._only, changes))
            written = [one.pair and self.style.piece(one.pair) for one in changes]
        joiner, after, stands = self._joiner, self.text[spot.stop :], self.text[spot.start : spot.stop]
        pieces = [b"" if piece is None else joiner + piece for piece in written]
        if stands in pieces:
            changes = [change for piece, change in zip(pieces, changes, strict=True) if piece != stands]
            pieces = [piece for piece in pieces if piece != stands]
        return Level(pieces, [piece + after for piece in pieces], changes)

    def rows(self, low: int, high: int) -> list[Row]:
        """The changes that cost more than ``low`` and up to ``high``."""
        if (low, high) not in self._rows:
            rows: list[Row] = []
            for at, spot in enumerate(self.spots):
                for cost in spot.changes:
                    if low < cost <= high:
                        _pieces, tails, changes = self.level(at, cost)
                        if tails and rows and rows[-1].start == spot.start:
                            rows[-1] = Row(at, spot.start, rows[-1].tails + tails, [*rows[-1].changes, *changes])
                        elif tails:
                            rows.append(Row(at, spot.start, tails, changes))
            self._rows[low, high] = rows
        return self._rows[low, high]

    def _layout(self) -> list[Place]:
        """Parameters and possible ones in the order in which they would be signed."""
        known = (f"{self._edit.odd or self.recipe.order}", *self._order, *self._names.values(), self._changes.names)
        layout = self._memory.layouts.get(known)
        if layout is None:
            layout = self._memory.layouts[known] = self._laid_out(self._changes.names)
        return layout

    def _laid_out(self, names: Iterable[str]) -> list[Place]:
        at_gap: dict[int, list[str]] = {}
        for name in names:
            at_gap.setdefault(self._gap(name), []).append(name)
        layout: list[Place] = []
        for at in range(len(self._order) + 1):
            here = at_gap.get(at, [])
            layout += self._among(here) if len(here) > 1 else here
            layout += self._order[at : at + 1]
        return layout

    def _among(self, names: list[str]) -> list[str]:
        order = "name" if self._edit.odd else self.recipe.order
        return [name for name, _value in ORDERS[order](tuple((name, "") for name in names))]

    def _gap(self, name: str) -> int:
        """Where an added parameter goes: at the end where the order is the given one."""
        order = f"{self._edit.odd or self.recipe.order}"
        known = self._memory.gaps.setdefault((order, tuple(self._names[index] for index in self._order)), {})
        if name not in known:
            known[name] = self._among_sorted(name) if self._edit.odd else self._placed(name)
        return known[name]

    def _placed(self, name: str) -> int:
        numbered = (*((self._names[index], "") for index in sorted(self._order)), (name, "added"))
        return [mark for _name, mark in ORDERS[self.recipe.order](numbered)].index("added")

    def _among_sorted(self, name: str) -> int:
        odd, end = self._edit.odd or (0, "")
        rest = [self._names[index] for index in self._order if index != odd]
        before = sum(other <= name for other in rest)
        return before + (end == "first" and odd in self._names)


class Whole:
    """A text that has to be made at once, for it has no places of its own; it looks like a frame without spots."""

    def __init__(self, given: Combination, text: str, memory: Memory) -> None:
        recipe = recipe_of(given)
        self.style = memory.style(recipe)
        self.lead, self.cut = b"", 0
        self.text = self.style.key(text)
        self.spots: list[Spot] = []

    def rows(self, _low: int, _high: int) -> list[Row]:
        """None at all."""
        return []

    def level(self, _at: int, _cost: int) -> Level:
        """Nothing."""
        return Level([], [], ())


def edit_of(given: Combination) -> Edit:
    """All edits in one."""
    edit = UNEDITED
    for deviation in given:
        edit = edit.with_(deviation.edit) or edit
    return edit
