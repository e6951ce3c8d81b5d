"""One digest a candidate: what stands before is hashed once, and copied for each of its ends."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, Protocol, Self

from qfpay_gui.diagnosis.doctor.joining import digester
from qfpay_gui.qfpay.signing.digests import PLAIN, WRITTEN
from qfpay_gui.qfpay.signing.recipe import CHARSETS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from qfpay_gui.qfpay.signing.recipe import SigningRecipe


class State(Protocol):
    """Bytes that were taken in, to be copied before others follow."""

    def copy(self) -> Self: ...  # noqa: D102 - as hashlib's
    def update(self, more: bytes, /) -> None: ...  # noqa: D102 - as hashlib's
    def digest(self) -> bytes | str: ...  # noqa: D102 - as hashlib's


class Stream(State, Protocol):
    """A state that tells raw bytes, as hashlib's do."""

    def digest(self) -> bytes: ...  # noqa: D102 - as hashlib's


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


class _Again:
    """The state of a digest that is taken of another digest."""

    __slots__ = ("_inner", "_outer", "_write")

    def __init__(self, inner: Stream, outer: Stream, write: Callable[[bytes], bytes]) -> None:
        self._inner = inner
        self._outer = outer
        self._write = write

    def copy(self) -> _Again:
        return _Again(self._inner.copy(), self._outer, self._write)

    def update(self, more: bytes, /) -> None:
        self._inner.update(more)

    def digest(self) -> bytes:
        outer = self._outer.copy()
        outer.update(self._write(self._inner.digest()))
        return outer.digest()


class Hashing(NamedTuple):
    """How a state begins, and the digests looked for as that state tells them; none where no length fits."""

    start: Callable[[], State]
    wanted: frozenset[bytes | str]


def _own_md5() -> Callable[[], Stream]:
    """Python's own MD5 where it has one: OpenSSL's asks for memory at each copy."""
    with suppress(ImportError, AttributeError):
        own: Callable[[], Stream] = import_module("_md5").md5
        return own
    return partial(hashlib.md5, usedforsecurity=False)


_STREAMS: dict[str, Callable[[], Stream]] = {
    "MD5": _own_md5(),
    "SHA1": partial(hashlib.sha1, usedforsecurity=False),
    "SHA224": hashlib.sha224,
    "SHA256": hashlib.sha256,
    "SHA384": hashlib.sha384,
    "SHA512": hashlib.sha512,
}
_LONG_BLOCKS = frozenset({"SHA384", "SHA512"})


def _start_of(name: str, key: bytes) -> Callable[[], Stream] | None:
    """How a digest of this name begins, an HMAC with this key; None where it needs the whole text at once."""
    if name.removeprefix("HMAC-") != name:
        return _keyed(name.removeprefix("HMAC-"), key)
    outer, _of, rest = name.partition(" of ")
    inner = rest.removeprefix("upper-case ").removesuffix(" bytes")
    write = next((write for how, write in WRITTEN.items() if how.format(inner) == rest), None)
    if write is None or outer not in _STREAMS or inner not in _STREAMS:
        return _STREAMS.get(name)
    return lambda: _Again(_STREAMS[inner](), _STREAMS[outer](), write)


def _keyed(name: str, key: bytes) -> Callable[[], Stream] | None:
    """An HMAC is a digest of a digest, each with the key in front (RFC 2104)."""
    if name not in _STREAMS:
        return None
    size = 128 if name in _LONG_BLOCKS else 64
    if len(key) > size:
        key = PLAIN[name](key)
    inner, outer = _STREAMS[name](), _STREAMS[name]()
    for state, pad in ((inner, 0x36), (outer, 0x5C)):
        state.update(bytes(byte ^ pad for byte in key.ljust(size, b"\0")))
    return _Again(inner, outer, bytes).copy


class Trial:
    """The digests looked for, lower-case hex; counts the candidates."""

    def __init__(self, wanted: Iterable[str]) -> None:
        self.digests = frozenset(wanted)
        self._hex: frozenset[bytes | str] = frozenset(wanted)
        self._raw: frozenset[bytes | str] = frozenset(
            bytes.fromhex(digest) for digest in wanted if len(digest) % 2 == 0
        )
        self._starts: dict[tuple[str, bytes], Hashing | None] = {}
        self.tried = 0

    def hashing(self, recipe: SigningRecipe, key: str, sign_type: str) -> Hashing:
        """What the recipe's digest begins with."""
        name = recipe.digest or sign_type
        secret = CHARSETS[recipe.charset](key) if name.startswith("HMAC-") else b""
        if (name, secret) not in self._starts:
            self._starts[name, secret] = self._hashing(_start_of(name, secret))
        known = self._starts[name, secret]
        return known or Hashing(partial(_Text, digester(recipe, key, sign_type)), self._hex)

    def _hashing(self, start: Callable[[], State] | None) -> Hashing | None:
        if start is None:
            return None
        size = len(start().digest())
        return Hashing(start, frozenset(digest for digest in self._raw if len(digest) == size))

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
