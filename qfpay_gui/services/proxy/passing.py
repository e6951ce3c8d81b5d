"""The way back: a reply goes to the program as it comes, and is kept as far as anybody will read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.services.proxy.head import Head, final, split

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = 256 * 1024
"""Bytes of a reply's body that are kept; all of them are passed on."""


class Passing:
    """Writes to a program, which may leave at any time; the reply is heard to its end all the same."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write
        self._came = bytearray()
        self._head = b""
        self.begun = False
        self.left = False

    @property
    def reply(self) -> bytes:
        """What came, without interim replies; the rest of a long one is not kept."""
        return self._head + bytes(self._came)

    def heard(self, piece: bytes) -> None:
        """A piece of the reply came: it is held back until the head is whole."""
        if not self.begun:
            self._came += piece
            return
        self._came += piece[: max(KEPT - len(self._came), 0)]
        self._pass_on(piece)

    def begin(self) -> None:
        """The head is whole: from now on the reply goes on as it comes."""
        self._head, rest = split(final(bytes(self._came)))
        self._came = bytearray(rest)
        self.begun = True
        self._pass_on(Head.of(self._head).handed_on()[0] + rest)

    def _pass_on(self, piece: bytes) -> None:
        if not self.left:
            try:
                self._write(piece)
            except OSError:
                self.left = True
