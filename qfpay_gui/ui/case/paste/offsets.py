"""Places of a text as it came and as a document counts them: in UTF-16 units, a line end as one."""

from __future__ import annotations

from bisect import bisect_right


class Offsets:
    """Translates places of one text, without a table of them: a paste may hold a million characters."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._has_line_ends = "\r\n" in source
        self._has_pairs = _units(source) != len(source)

    def drawn(self, place: int) -> int:
        """The document's position of this place of the text."""
        units = _units(self._source[:place]) if self._has_pairs else place
        return units - (self._source.count("\r\n", 0, place) if self._has_line_ends else 0)

    def written(self, position: int) -> int:
        """The place in the text of this position of the document."""
        if not (self._has_pairs or self._has_line_ends):
            return position
        return bisect_right(range(len(self._source) + 1), position, key=self.drawn) - 1


def _units(run: str) -> int:
    return len(run) if run.isascii() else len(run.encode("utf-16-le", "surrogatepass")) // 2
