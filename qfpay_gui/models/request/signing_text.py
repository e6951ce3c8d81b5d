"""The signing string as it is drawn: hidden characters get a visible stand-in, the key a mask.

Pure: what is drawn can always be turned back into what is signed.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Literal, NamedTuple

from qfpay_gui.qfpay.hidden import hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from qfpay_gui.qfpay.signing.recipe import Segment

Tone = Literal["name", "value", "separator", "key", "hidden", "omitted"]
MASK = "•"
_STAND_INS = {"SPACE": "·", "TAB": "⇥", "LF": "⏎", "CR": "␍"}
_LONGEST, _KEPT = 2000, 400


class Atom(NamedTuple):
    """A run drawn in one tone: ``shown`` stands for ``raw``; ``name`` is the parameter it belongs to."""

    raw: str
    shown: str
    tone: Tone
    name: str = ""


class Span(NamedTuple):
    """Where an atom is drawn, in UTF-16 units as Qt counts."""

    start: int
    length: int
    tone: Tone
    name: str


@dataclass(frozen=True)
class SigningText:
    """A drawn signing string."""

    atoms: tuple[Atom, ...]

    @cached_property
    def shown(self) -> str:
        """The text that is drawn."""
        return "".join(atom.shown for atom in self.atoms)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each atom is drawn."""
        return tuple(
            Span(start, end - start, atom.tone, atom.name)
            for start, end, atom in zip((0, *self._ends), self._ends, self.atoms, strict=False)
        )

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(accumulate(_units(atom.shown) for atom in self.atoms))

    def name_at(self, position: int) -> str:
        """The parameter drawn at this UTF-16 position, or ""."""
        index = bisect_right(self._ends, position)
        return self.atoms[index].name if index < len(self.atoms) else ""

    def raw(self, start: int, end: int) -> str:
        """What is really signed between two UTF-16 positions of the drawn text; the masked key stays masked."""
        pieces = []
        for span, atom in zip(self.spans, self.atoms, strict=True):
            first, last = max(start, span.start), min(end, span.start + span.length)
            if first >= last:
                continue
            if atom.tone == "hidden" and len(atom.raw) == span.length:
                # Spaces, drawn dot by dot; any other stand-in is taken whole.
                pieces.append(atom.raw[first - span.start : last - span.start])
            elif atom.tone in {"hidden", "omitted"}:
                pieces.append(atom.raw)
            else:
                pieces.append(_cut(atom.shown, first - span.start, last - span.start))
        return "".join(pieces)


def signing_text(segments: Iterable[Segment], *, reveal_key: bool) -> SigningText:
    """Draw these segments; a value over 2,000 characters is shortened in the middle."""
    return SigningText(tuple(atom for segment in segments for atom in _atoms(segment, reveal_key=reveal_key)))


def _atoms(segment: Segment, *, reveal_key: bool) -> Iterator[Atom]:
    if segment.kind == "key" and not reveal_key:
        yield Atom(segment.text, MASK * len(segment.text), "key")
    elif len(segment.text) > _LONGEST:
        head, tail = _ends_of(segment.text)
        omitted = segment.text[len(head) : len(segment.text) - len(tail)]
        yield from _visible(head, segment.kind, segment.name)
        yield Atom(omitted, f" ⟨… {len(omitted):,} …⟩ ", "omitted", segment.name)
        yield from _visible(tail, segment.kind, segment.name)
    else:
        yield from _visible(segment.text, segment.kind, segment.name)


def _ends_of(long: str) -> tuple[str, str]:
    """What is drawn of a long text: never cut beside a space, which would look like one at the text's own end."""
    head, tail = long[:_KEPT], long[-_KEPT:]
    return head.rstrip(" ") or head, tail.lstrip(" ") or tail


def _visible(run: str, tone: Tone, name: str) -> Iterator[Atom]:
    end = 0
    for found in hidden(run):
        if found.start > end:
            yield Atom(run[end : found.start], run[end : found.start], tone, name)
        single = _STAND_INS.get(found.name, f"⟦{found.name}⟧")
        shown = single * len(found.run) if found.name == "SPACE" else single
        yield Atom(found.run, shown, "hidden", name)
        end = found.start + len(found.run)
    if end < len(run):
        yield Atom(run[end:], run[end:], tone, name)


def _units(shown: str) -> int:
    return len(shown) if shown.isascii() else len(shown.encode("utf-16-le", "surrogatepass")) // 2


def _cut(shown: str, first: int, last: int) -> str:
    if shown.isascii():
        return shown[first:last]
    units = shown.encode("utf-16-le", "surrogatepass")
    return units[2 * first : 2 * last].decode("utf-16-le", "replace")
