"""The merchant's signing string and the right one as they are drawn: keys masked, the first difference found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.models.request.signing_text import Atom, SigningText, signing_text
from qfpay_gui.qfpay.signing.recipe import Segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_END = "∎"
_SHORTEST = 6


@dataclass(frozen=True)
class Drawn:
    """A signing string to draw; ``mark`` is the place of the first difference, in UTF-16 units, None without one.

    ``copied`` is the string without the key.
    """

    text: SigningText = field(repr=False)
    copied: str = field(repr=False)
    mark: tuple[int, int] | None = None


def drawn(
    segments: Iterable[Segment], keys: Iterable[str], difference: int | None, *, reveal_key: bool = False
) -> Drawn:
    """Draw these segments with every one of the keys masked, wherever it stands.

    ``difference`` is the index of the first differing character; where the string ends before it, an end mark shows
    that something is missing.
    """
    veiled = _veiled(tuple(segments), [key for key in keys if len(key) >= _SHORTEST])
    shown = signing_text(veiled, reveal_key=reveal_key)
    length = sum(len(segment.text) for segment in veiled)
    if difference is not None and difference >= length:
        shown = SigningText((*shown.atoms, Atom("", _END, "omitted")))
    copied = "".join(segment.text for segment in veiled if segment.kind != "key")
    return Drawn(shown, copied, None if difference is None else _place(shown, difference))


def _veiled(segments: tuple[Segment, ...], keys: list[str]) -> tuple[Segment, ...]:
    """The segments with keys inside names and values cut out as segments of their own."""
    for key in keys:
        segments = tuple(part for segment in segments for part in _cut(segment, key))
    return segments


def _cut(segment: Segment, key: str) -> Iterator[Segment]:
    if segment.kind == "key" or key not in segment.text:
        yield segment
        return
    for place, part in enumerate(segment.text.split(key)):
        if place:
            yield Segment("key", key)
        if part:
            yield Segment(segment.kind, part, segment.name)


def _place(shown: SigningText, index: int) -> tuple[int, int]:
    """Where the character at this index of the raw string is drawn: start and length in UTF-16 units."""
    drawn_as = zip(shown.spans, shown.atoms, strict=True)
    span, atom = next(drawn_as)
    while len(atom.raw) <= index and (atom.raw or not atom.shown):
        index -= len(atom.raw)
        span, atom = next(drawn_as)
    if atom.raw and len(atom.shown) == len(atom.raw):
        return span.start + _units(atom.shown[:index]), _units(atom.shown[index])
    return span.start, span.length


def _units(shown: str) -> int:
    return len(shown.encode("utf-16-le", "surrogatepass")) // 2
