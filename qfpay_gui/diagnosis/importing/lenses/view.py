"""A text as a lens shows it, which still knows the place of each of its characters in the paste."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Edit(NamedTuple):
    """A stretch that is replaced; "" takes it away."""

    start: int
    end: int
    by: str = ""


@dataclass(frozen=True)
class View:
    """The paste itself, or what a lens made of another view; ``lens`` is its id, "" for the paste."""

    text: str = field(repr=False)
    lens: str = ""
    parent: View | None = field(default=None, repr=False)
    edits: tuple[Edit, ...] = field(default=(), repr=False)

    @property
    def lenses(self) -> tuple[str, ...]:
        """The ids of the lenses, in the order in which they were applied."""
        return (*self.parent.lenses, self.lens) if self.parent else ()

    def through(self, lens: str, edits: Iterable[Edit]) -> View:
        """This view with these stretches replaced; they must not overlap. Itself where nothing changes."""
        kept = tuple(_in_order(edits))
        parts, place = [], 0
        for edit in kept:
            parts += [self.text[place : edit.start], edit.by]
            place = edit.end
        text = "".join([*parts, self.text[place:]])
        return View(text, lens, self, kept) if text != self.text else self

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where this stretch stands in the paste; what was replaced counts whole."""
        if self.parent is None:
            return start, end
        return self.parent.origin(self._before(start, 0), max(self._before(start, 0), self._before(end, 1)))

    def _before(self, place: int, side: int) -> int:
        """The place in the parent; inside a replaced stretch its start for side 0, its end for side 1."""
        shown, edits = self._stretches
        at = bisect_right(shown, place if side == 0 else place - 1) - 1
        if at < 0:
            return place
        edit, offset = edits[at], place - shown[at]
        if offset < len(edit.by) or (side == 1 and offset == len(edit.by) and edit.by):
            return edit.end if side else edit.start
        return edit.end + offset - len(edit.by)

    @cached_property
    def _stretches(self) -> tuple[list[int], tuple[Edit, ...]]:
        shown, shift = [], 0
        for edit in self.edits:
            shown.append(edit.start + shift)
            shift += len(edit.by) - (edit.end - edit.start)
        return shown, self.edits


def _in_order(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits by their places, without those that overlap an earlier one."""
    end = 0
    for edit in sorted(edits):
        if edit.start >= end and edit.end >= edit.start:
            yield edit
            end = edit.end
