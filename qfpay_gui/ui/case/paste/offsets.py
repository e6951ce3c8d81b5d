"""Places of a text as it came and as a document counts them: in UTF-16 units, a line end as one."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate


class Offsets:
    """Translates places of one text; a place inside a line end of two characters is its beginning."""

    def __init__(self, source: str) -> None:
        self._source = source

    def drawn(self, place: int) -> int:
        """The document's position of this place of the text."""
        return self._positions[place] if self._positions else place

    def written(self, position: int) -> int:
        """The place in the text of this position of the document."""
        return bisect_left(self._positions, position) if self._positions else position

    @cached_property
    def _positions(self) -> list[int]:
        """The position of each place, the end included; empty where they are the same."""
        source = self._source
        if source.isascii() and "\r\n" not in source:
            return []
        halves = zip(source, source[1:] + " ", strict=True)
        widths = (0 if (one, then) == ("\r", "\n") else 1 + (one > "\uffff") for one, then in halves)
        return list(accumulate(widths, initial=0))
