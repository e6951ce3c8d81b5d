"""One digest a candidate: what stands before is hashed once, and copied for each of its ends."""

from __future__ import annotations

import hashlib
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from qfpay_gui.diagnosis.doctor.joining import digester

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qfpay_gui.qfpay.signing.recipe import SigningRecipe


class State(Protocol):
    """Bytes that were taken in, to be copied before others follow."""

    def copy(self) -> Self: ...  # noqa: D102 - as hashlib's
    def update(self, more: bytes, /) -> None: ...  # noqa: D102 - as hashlib's
    def digest(self) -> bytes | str: ...  # noqa: D102 - as hashlib's


class _Text:
    """The state of a digest that needs the whole text at once."""

    __slots__ = ("_digest", "_taken")

    def __init__(self, digest: Callable[[bytes], str], taken: bytes = b"") -> None:
        self._digest = digest
        self._taken = taken

    def copy(self) -> _Text:
        return _Text(self._digest, self._taken)

    def update(self, more: bytes, /) -> None:
        self._taken += more

    def digest(self) -> str:
        return self._digest(self._taken)


class Hashing(NamedTuple):
    """How a state begins, and the digests looked for as that state tells them."""

    start: Callable[[], State]
    wanted: frozenset[bytes | str]


_STREAMS: dict[str, Callable[[], State]] = {
    "MD5": partial(hashlib.md5, usedforsecurity=False),
    "SHA1": partial(hashlib.sha1, usedforsecurity=False),
    "SHA224": hashlib.sha224,
    "SHA256": hashlib.sha256,
    "SHA384": hashlib.sha384,
    "SHA512": hashlib.sha512,
}


class Trial:
    """The digests looked for, lower-case hex; counts the candidates."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.digests = frozenset(wanted)
        self._hex: frozenset[bytes | str] = frozenset(wanted)
        self._raw: frozenset[bytes | str] = frozenset(
            bytes.fromhex(digest) for digest in wanted if len(digest) % 2 == 0
        )
        self.tried = 0

    def hashing(self, recipe: SigningRecipe, key: str, sign_type: str) -> Hashing:
        """What the recipe's digest begins with."""
        stream = _STREAMS.get(recipe.digest or sign_type)
        if stream:
            return Hashing(stream, self._raw)
        return Hashing(partial(_Text, digester(recipe, key, sign_type)), self._hex)

    def hits(self, state: State, ends: Sequence[bytes], wanted: frozenset[bytes | str]) -> list[tuple[int, str]]:
        """Which of the ends yields a digest looked for, and which digest."""
        self.tried += len(ends)
        copy, found = state.copy, []
        for at, end in enumerate(ends):
            one = copy()
            one.update(end)
            if one.digest() in wanted:
                digest = one.digest()
                found.append((at, digest if isinstance(digest, str) else digest.hex()))
        return found
