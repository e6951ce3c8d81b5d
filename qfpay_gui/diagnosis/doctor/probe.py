"""The quickest question of the search: whether one value, another key or another order yields a digest looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import OFFICIAL, ORDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.hashing import State, Trial

AT_ONCE = 4096
"""Candidates between two questions whether to go on."""


class Probe:
    """Asks for the official recipe over something else; words are made only for what hits.

    ``found`` is the digest of the latest answer.
    """

    def __init__(self, case: Case, trial: Trial, cancelled: Callable[[], bool]) -> None:
        self.found = ""
        self._trial = trial
        self._cancelled = cancelled
        self._start, self._wanted = trial.hashing(OFFICIAL, case.client_key, case.sign_type)
        self._key = case.client_key.encode()
        numbered = tuple((name, str(index)) for index, (name, _value) in enumerate(case.sent))
        order = [int(index) for _name, index in ORDERS["name"](numbered)]
        self.pieces = [(index, "=".join(case.sent[index]).encode()) for index in order]
        self._names = [len(name.encode()) + 1 for name, _value in case.sent]
        self._places: dict[int, tuple[State, bytes]] = {}
        self._empty = self._start()
        self._signed = self._after(b"&".join(piece for _index, piece in self.pieces))

    @property
    def is_possible(self) -> bool:
        """Whether a digest looked for is as long as the right one."""
        return bool(self._wanted)

    def values(self, index: int, written: Sequence[str]) -> Iterator[int]:
        """Which of these, in place of the value at this index."""
        state, after = self._around(index)
        for start in range(0, len(written), AT_ONCE):
            if self._cancelled():
                return
            tails = [one.encode() + after for one in written[start : start + AT_ONCE]]
            yield from (start + at for at in self._asked(state, tails))

    def value(self, index: int, written: str) -> bool:
        """Whether this one fits in place of the value at this index."""
        before, after = self._around(index)
        return self._fits(before, written.encode() + after)

    def key(self, key: bytes) -> bool:
        """Whether this key fits, in place of the right one."""
        return self._fits(self._signed, key)

    def order(self, pieces: list[bytes]) -> bool:
        """Whether the parameters fit in this order."""
        return self._fits(self._empty, b"&".join(pieces) + self._key)

    def text(self, written: str, *, with_key: bool = True) -> bool:
        """Whether another text fits, in place of the parameters."""
        signed = written.encode("utf-8", "replace")
        return self._fits(self._empty, signed + self._key if with_key else signed)

    def _around(self, index: int) -> tuple[State, bytes]:
        """What was hashed before the value at this index, and what stands after it."""
        if index not in self._places:
            texts = [piece for _index, piece in self.pieces]
            at = next(at for at, (one, _piece) in enumerate(self.pieces) if one == index)
            before = b"&".join((*texts[:at], texts[at][: self._names[index]]))
            self._places[index] = self._after(before), b"&".join((b"", *texts[at + 1 :])) + self._key
        return self._places[index]

    def _after(self, before: bytes) -> State:
        state = self._start()
        state.update(before)
        return state

    def _fits(self, state: State, end: bytes) -> bool:
        """The same question as ``_asked`` has for many, for one."""
        self._trial.tried += 1
        one = state.copy()
        one.update(end)
        if one.digest() not in self._wanted:
            return False
        digest = one.digest()
        self.found = digest if isinstance(digest, str) else digest.hex()
        return True

    def _asked(self, state: State, ends: Sequence[bytes]) -> Iterator[int]:
        for at, digest in self._trial.hits(state, ends, self._wanted):
            self.found = digest
            yield at
