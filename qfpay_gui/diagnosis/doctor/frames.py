"""A signing string cut at the places where parameters may differ, so that what stands before is hashed once only."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.catalogue import recipe_of
from qfpay_gui.diagnosis.doctor.deviation import UNEDITED, Deviation, Edit
from qfpay_gui.qfpay.signing.recipe import CHARSETS, ORDERS, WRITINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.sweeps.form import Form
    from qfpay_gui.qfpay.signing.recipe import Pairs, SigningRecipe

Place = int | str
"""The index of a parameter that is sent, or the name of one that is not."""


class Change(NamedTuple):
    """One parameter that differs: left out (None), added, or with another value."""

    cost: int
    place: Place
    pair: tuple[str, str] | None
    source: Deviation | Form


Changes = dict[Place, list[Change]]
"""The changes of each place, the plausible first."""


def change_of(deviation: Deviation) -> Change:
    """The change that a point is."""
    edit = deviation.edit
    if edit.added:
        return Change(deviation.cost, edit.added[0][0], edit.added[0], deviation)
    ((index, pair),) = edit.replaced.items()
    return Change(deviation.cost, index, pair, deviation)


def form_change(form: Form, sent: Pairs) -> Change:
    """The change that a form of a value is."""
    return Change(form.cost, form.at, (sent[form.at][0], form.written), form)


def by_place(changes: Iterable[Change]) -> Changes:
    """The changes, which are sorted by cost, where they belong."""
    places: Changes = {}
    for change in changes:
        places.setdefault(change.place, []).append(change)
    return places


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
    return "shape" not in deviation.recipe and deviation.recipe.get("order") not in _BY_VALUE


_BY_VALUE = frozenset({"value", "value, descending", "pair", "pair, descending"})


class Style:
    """How a recipe writes names, values and what stands around them, as bytes."""

    def __init__(self, recipe: SigningRecipe, texts: dict[tuple[str, str], str]) -> None:
        self._recipe = recipe
        self._texts = texts
        self._encode = CHARSETS[recipe.charset]
        self.mark = self._encode("")
        self.plain = recipe.finished == "raw" and recipe.charset == "utf-8"
        self._written: dict[tuple[str, str], bytes] = {}

    def piece(self, pair: tuple[str, str]) -> bytes:
        """Name and value of one parameter."""
        found = self._written.get(pair)
        if found is None:
            recipe, (name, value) = self._recipe, pair
            written = self._in(recipe.writing, self._in(recipe.cleaning, value))
            found = self._written[pair] = self.text(f"{self._in(recipe.naming, name)}{recipe.equals}{written}")
        return found

    def text(self, written: str) -> bytes:
        """Any text before the key."""
        return self.key(self._in(self._recipe.whole, written))

    def key(self, written: str) -> bytes:
        """The key and what is joined to it."""
        if self.plain:
            return written.encode()
        return self._encode(self._in(self._recipe.finished, written)).removeprefix(self.mark)

    def _in(self, writing: str, text: str) -> str:
        """The text in a writing, which is remembered for all styles."""
        if writing == "raw":
            return text
        known = self._texts.get((writing, text))
        if known is None:
            known = self._texts[writing, text] = WRITINGS[writing](text)
        return known


@dataclass(frozen=True)
class Memory:
    """What frames share: pieces by how they are written, and where each name goes by order and names."""

    styles: dict[tuple[str, ...], Style] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    layouts: dict[tuple[object, ...], list[Place]] = field(default_factory=dict)
    gaps: dict[tuple[str, tuple[str, ...]], dict[str, int]] = field(default_factory=dict)

    def style(self, recipe: SigningRecipe) -> Style:
        """The style of a recipe."""
        wording = (recipe.naming, recipe.equals, recipe.writing, recipe.cleaning)
        key = (*wording, recipe.whole, recipe.finished, recipe.charset)
        if key not in self.styles:
            self.styles[key] = Style(recipe, self.texts)
        return self.styles[key]


class Spot(NamedTuple):
    """A place where something may differ.

    ``start`` and ``stop`` are the ends of what stands there, as places in the frame's text. ``pieces`` may stand there
    instead, ``tails`` are the same with all that follows, the key apart.
    """

    start: int
    stop: int
    pieces: list[bytes]
    tails: list[bytes]
    costs: list[int]
    changes: list[Change]


class Row(NamedTuple):
    """Changes that follow the same text, with their tails; ``last`` is the last spot they are of."""

    last: int
    start: int
    tails: list[bytes]
    changes: list[Change]


class Frame:
    """The text that a recipe makes of the parameters sent, with a spot for every change.

    Each piece brings the joiner before it; the first joiner of a text has to be cut off (``cut`` bytes).
    """

    def __init__(self, sent: Pairs, given: Combination, changes: Mapping[Place, list[Change]], memory: Memory) -> None:
        recipe, edit = recipe_of(given), edit_of(given)
        self.recipe = recipe
        self.given = given
        self.style = memory.style(recipe)
        self._edit, self._memory = edit, memory
        self._base = {at: edit.replaced.get(at, pair) for at, pair in enumerate(sent)}
        self._base.update(enumerate(edit.added, len(sent)))
        self._names = {at: pair[0] for at, pair in self._base.items() if pair is not None}
        self._order = self._ordered(len(sent))
        joiner = self.style.text(recipe.joiner)
        self.cut = len(joiner)
        self.lead, self.trail = self.style.text(recipe.lead), self.style.text(recipe.trail)
        self.spots = self._spots(changes, joiner)
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

    def _spots(self, changes: Mapping[Place, list[Change]], joiner: bytes) -> list[Spot]:
        """Where something differs; ``text`` becomes all parameters, each with a joiner before it."""
        piece, replaced, text, rows = self.style.piece, self._edit.replaced, b"", []
        names = tuple(place for place in changes if isinstance(place, str))
        known = (f"{self._edit.odd or self.recipe.order}", *self._order, *self._names.values(), names)
        layout = self._memory.layouts.get(known)
        if layout is None:
            layout = self._memory.layouts[known] = self._layout(names)
        for place in layout:
            base = self._base.get(place) if isinstance(place, int) else None
            stands = joiner + piece(base) if base else b""
            here = changes.get(place) if place not in replaced else None
            if here:
                rows.append((len(text), len(text) + len(stands), here))
            text += stands
        self.text = text + self.trail
        return [self._spot(start, stop, here, joiner) for start, stop, here in rows]

    def rows(self, low: int, high: int) -> list[Row]:
        """The changes that cost more than ``low`` and up to ``high``."""
        if (low, high) not in self._rows:
            rows: list[Row] = []
            for at, spot in enumerate(self.spots):
                which = slice(bisect_right(spot.costs, low), bisect_right(spot.costs, high))
                tails, changes = spot.tails[which], spot.changes[which]
                if tails and rows and rows[-1].start == spot.start:
                    rows[-1] = Row(at, spot.start, rows[-1].tails + tails, rows[-1].changes + changes)
                elif tails:
                    rows.append(Row(at, spot.start, tails, changes))
            self._rows[low, high] = rows
        return self._rows[low, high]

    def _spot(self, start: int, stop: int, here: list[Change], joiner: bytes) -> Spot:
        piece, after = self.style.piece, self.text[stop:]
        pieces = [joiner + piece(change.pair) if change.pair else b"" for change in here]
        tails = [one + after for one in pieces]
        return Spot(start, stop, pieces, tails, [change.cost for change in here], here)

    def _layout(self, names: Iterable[str]) -> list[Place]:
        """Parameters and possible ones in the order in which they would be signed."""
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


def edit_of(given: Combination) -> Edit:
    """All edits in one."""
    edit = UNEDITED
    for deviation in given:
        edit = edit.with_(deviation.edit) or edit
    return edit
