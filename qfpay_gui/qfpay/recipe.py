"""A signature is a recipe; a mistake is a deviation from it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote_plus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]+")

Pairs = tuple[tuple[str, str], ...]

ORDERS: Mapping[str, Callable[[Pairs], Pairs]] = {
    "name": lambda pairs: tuple(sorted(pairs, key=lambda pair: pair[0])),
    "as given": lambda pairs: pairs,
    "name, ignoring case": lambda pairs: tuple(sorted(pairs, key=lambda pair: pair[0].lower())),
    "name, descending": lambda pairs: tuple(sorted(pairs, key=lambda pair: pair[0], reverse=True)),
}
WRITINGS: Mapping[str, Callable[[str], str]] = {"raw": lambda value: value, "percent-encoded": quote_plus}
CHARSETS: Mapping[str, Callable[[str], bytes]] = {
    "utf-8": lambda joined: well_formed(joined).encode(),
    "gbk": lambda joined: joined.encode("gbk", "replace"),
    # The official boilerplate's md5.js looks at the low byte of each UTF-16 unit only.
    "low byte": lambda joined: joined.encode("utf-16-le", "surrogatepass")[::2],
}
DIGESTS: Mapping[str, Callable[[bytes], str]] = {
    "MD5": lambda signed: hashlib.md5(signed, usedforsecurity=False).hexdigest(),
    "SHA256": lambda signed: hashlib.sha256(signed).hexdigest(),
    "SHA1": lambda signed: hashlib.sha1(signed, usedforsecurity=False).hexdigest(),
}
CASES: Mapping[str, Callable[[str], str]] = {"upper": str.upper, "lower": str.lower}


@dataclass(frozen=True)
class Segment:
    """A piece of the signing string; ``name`` is the parameter it belongs to, "" for separators and key."""

    kind: Literal["name", "value", "separator", "key"]
    text: str
    name: str = ""


@dataclass(frozen=True)
class Signed:
    """A signing string in its pieces, and its signature. The repr shows neither key nor values."""

    segments: tuple[Segment, ...] = field(repr=False)
    signature: str

    @property
    def string(self) -> str:
        """The whole signing string, the client key included."""
        return "".join(segment.text for segment in self.segments)

    @property
    def string_without_key(self) -> str:
        """The signing string up to the key."""
        return "".join(segment.text for segment in self.segments if segment.kind != "key")


@dataclass(frozen=True)
class SigningRecipe:
    """How parameters and key become a signature.

    ``digest`` "" follows the sign type of the request. ``key_place`` is "end", "start" or
    "nowhere", ``key_lead`` the text between the parameters and the key.
    """

    order: str = "name"
    writing: str = "raw"
    equals: str = "="
    joiner: str = "&"
    key_place: Literal["end", "start", "nowhere"] = "end"
    key_lead: str = ""
    charset: str = "utf-8"
    digest: str = ""
    case: str = "upper"

    def sign(self, pairs: Iterable[tuple[str, str]], client_key: str, sign_type: str = "MD5") -> Signed:
        """The signing string and signature of these pairs; KeyError for an unknown sign type.

        Lone surrogates become U+FFFD before anything else: no body can carry them, so a server sorts and signs that.
        """
        sendable = tuple((well_formed(name), well_formed(value)) for name, value in pairs)
        segments = self._with_key(self._parameters(sendable), well_formed(client_key))
        signed_bytes = CHARSETS[self.charset]("".join(segment.text for segment in segments))
        digest = DIGESTS[self.digest or sign_type](signed_bytes)
        return Signed(segments, CASES[self.case](digest))

    def _parameters(self, pairs: Pairs) -> tuple[Segment, ...]:
        write = WRITINGS[self.writing]
        segments: list[Segment] = []
        for name, value in ORDERS[self.order](pairs):
            if segments:
                segments.append(Segment("separator", self.joiner))
            segments += [
                Segment("name", name, name),
                Segment("separator", self.equals, name),
                Segment("value", write(value), name),
            ]
        return tuple(segments)

    def _with_key(self, parameters: tuple[Segment, ...], client_key: str) -> tuple[Segment, ...]:
        lead = (Segment("separator", self.key_lead),) if self.key_lead else ()
        key = Segment("key", client_key)
        match self.key_place:
            case "end":
                return (*parameters, *lead, key)
            case "start":
                return (key, *lead, *parameters)
            case "nowhere":
                return parameters


OFFICIAL = SigningRecipe()
"""Sorted by name, raw values, ``name=value`` joined by ``&``, key appended, UTF-8, upper-case hex (documented)."""


def well_formed(value: str) -> str:
    """The text with every lone surrogate replaced by U+FFFD, as browsers do: UTF-8 cannot carry it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        paired = _PAIR.sub(lambda pair: pair.group().encode("utf-16", "surrogatepass").decode("utf-16"), value)
        return _LONE.sub(lambda run: "\ufffd" * len(run.group()), paired)
    return value
