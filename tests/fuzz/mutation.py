"""Makes new inputs out of known ones: cut, doubled, flipped, spliced, and sown with what means something."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

COMMON = (
    *(
        b"\x00",
        b"\xff",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        "\u2028".encode(),
        "\u202e".encode(),
        "奶".encode(),
        b"\xc4\xcc",
    ),
    *(b"-1", b"0", b"1e999", b"NaN", b"9" * 40, b"9" * 5000, b"null", b"true", b"[]", b"{}", b'""'),
    *(
        b"\r\n",
        b"\n",
        b"\t",
        b" ",
        b"%",
        b"%00",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b'"',
        b"'",
        b"`",
        b"$(",
        b"<",
        b"&",
        b"=",
    ),
)
"""Bytes that trouble any reader."""


@dataclass(frozen=True)
class Mutator:
    """Mutates by chance, up to ``most`` bytes; ``tokens`` are what the reader at hand knows."""

    chance: random.Random
    tokens: Sequence[bytes]
    most: int

    def mutated(self, one: bytes, other: bytes) -> bytes:
        """A few changes to the one input, perhaps with a piece of the other."""
        made = one
        for _change in range(self.chance.choice((1, 1, 2, 4, 8))):
            made = self.chance.choice(_CHANGES)(self, made, other)[: self.most]
        return made

    def piece(self, of: bytes) -> tuple[int, int]:
        """A stretch, a short one rather than a long one."""
        start = self.chance.randrange(len(of) + 1)
        length = self.chance.choice((0, 1, 1, 2, 4, 16, 64, len(of)))
        return start, min(len(of), start + self.chance.randint(0, length))

    def token(self) -> bytes:
        """Something that means something, or troubles."""
        return self.chance.choice(self.tokens if self.tokens and self.chance.random() < 0.7 else COMMON)


def _flipped(by: Mutator, one: bytes, _other: bytes) -> bytes:
    if not one:
        return one
    at = by.chance.randrange(len(one))
    return one[:at] + bytes([one[at] ^ (1 << by.chance.randrange(8))]) + one[at + 1 :]


def _replaced(by: Mutator, one: bytes, _other: bytes) -> bytes:
    start, end = by.piece(one)
    return one[:start] + by.token() + one[end:]


def _sown(by: Mutator, one: bytes, _other: bytes) -> bytes:
    start, _end = by.piece(one)
    return one[:start] + by.token() + one[start:]


def _cut(by: Mutator, one: bytes, _other: bytes) -> bytes:
    start, end = by.piece(one)
    return one[:start] + one[end:]


def _repeated(by: Mutator, one: bytes, _other: bytes) -> bytes:
    start, end = by.piece(one)
    return one[:start] + one[start:end] * by.chance.choice((2, 2, 3, 10, 100)) + one[end:]


def _moved(by: Mutator, one: bytes, _other: bytes) -> bytes:
    start, end = by.piece(one)
    rest, to = one[:start] + one[end:], by.chance.randrange(len(one) - (end - start) + 1)
    return rest[:to] + one[start:end] + rest[to:]


def _spliced(by: Mutator, one: bytes, other: bytes) -> bytes:
    start, end = by.piece(one)
    from_, to = by.piece(other)
    return one[:start] + other[from_:to] + one[end:]


def _crossed(by: Mutator, one: bytes, other: bytes) -> bytes:
    return one[: by.chance.randrange(len(one) + 1)] + other[by.chance.randrange(len(other) + 1) :]


_CHANGES: tuple[Callable[[Mutator, bytes, bytes], bytes], ...] = (
    _flipped,
    _replaced,
    _replaced,
    _sown,
    _sown,
    _cut,
    _repeated,
    _moved,
    _spliced,
    _crossed,
)
