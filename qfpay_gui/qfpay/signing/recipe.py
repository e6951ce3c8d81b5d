"""A signature is a recipe; a mistake is a deviation from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from qfpay_gui.qfpay.signing.charsets import CHARSETS, hashed_text, well_formed
from qfpay_gui.qfpay.signing.digests import CASES, DIGESTS, KEYED_DIGESTS, digested_text
from qfpay_gui.qfpay.signing.encodings import SHAPES, WRITINGS
from qfpay_gui.qfpay.signing.sort_orders import ORDERS, Pairs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "CASES",
    "CHARSETS",
    "DIGESTS",
    "KEYED_DIGESTS",
    "OFFICIAL",
    "ORDERS",
    "SHAPES",
    "WRITINGS",
    "Pairs",
    "Segment",
    "Signed",
    "SigningRecipe",
    "well_formed",
]


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

    ``digest`` "" follows the sign type of the request. ``key_place`` is "end", "start", "both", "twice" (at the end)
    or "nowhere", ``key_lead`` the text between the parameters and the key, ``key_tail`` what follows the key.
    ``naming`` writes names as ``writing`` writes values, ``lead`` and ``trail`` stand around the parameters, ``whole``
    writes everything but the key once more, ``finished`` the key too. ``shape`` replaces the pairs by a text of SHAPES.
    ``key_name`` stands directly before the key, wherever that is. ``cleaning`` is done to a value before ``writing``.
    """

    order: str = "name"
    writing: str = "raw"
    equals: str = "="
    joiner: str = "&"
    key_place: Literal["end", "start", "both", "twice", "nowhere"] = "end"
    key_lead: str = ""
    charset: str = "utf-8"
    digest: str = ""
    case: str = "upper"
    naming: str = "raw"
    lead: str = ""
    trail: str = ""
    shape: str = "pairs"
    whole: str = "raw"
    key_tail: str = ""
    key_name: str = ""
    finished: str = "raw"
    cleaning: str = "raw"

    def sign(self, pairs: Iterable[tuple[str, str]], client_key: str, sign_type: str = "MD5") -> Signed:
        """The signing string and signature of these pairs; KeyError for an unknown sign type.

        Lone surrogates become U+FFFD before anything else: no body can carry them, so a server sorts and signs that.
        """
        sendable = tuple((well_formed(name), well_formed(value)) for name, value in pairs)
        key = well_formed(client_key)
        segments = self._finished(self._with_key(self._parameters(sendable), key))
        string = "".join(segment.text for segment in segments)
        digest = self.digest_of(string, key, sign_type)
        hashed = self._hashed(string, key)
        shown = segments if hashed == string else (Segment("value", hashed),)
        return Signed(shown, CASES[self.case](digest))

    def _hashed(self, string: str, key: str) -> str:
        """The text that the last digest took, as the character set left it."""
        if self.charset == "utf-8" and not self.digest:
            return string
        encode = CHARSETS[self.charset]
        last = digested_text(self.digest, encode(key), encode(string))
        return hashed_text(self.charset, string) if last is None else last

    def digest_of(self, string: str, client_key: str, sign_type: str = "MD5") -> str:
        """Lower-case hex of a whole signing string; only an HMAC looks at the key once more."""
        encode = CHARSETS[self.charset]
        if self.digest in KEYED_DIGESTS:
            return KEYED_DIGESTS[self.digest](encode(client_key), encode(string))
        return DIGESTS[self.digest or sign_type](encode(string))

    def around(self, client_key: str) -> tuple[str, str]:
        """What stands before and after the parameters: the key, or nothing, with its separators."""
        parameters = Segment("value", "")
        segments = self._with_key((parameters,), client_key)
        at = next(index for index, segment in enumerate(segments) if segment is parameters)
        return "".join(one.text for one in segments[:at]), "".join(one.text for one in segments[at + 1 :])

    def _parameters(self, pairs: Pairs) -> tuple[Segment, ...]:
        ordered = ORDERS[self.order](pairs)
        middle = self._pairs(ordered) if self.shape == "pairs" else (Segment("value", SHAPES[self.shape](ordered)),)
        lead = (Segment("separator", self.lead),) if self.lead else ()
        trail = (Segment("separator", self.trail),) if self.trail else ()
        return _written((*lead, *middle, *trail), self.whole)

    def _pairs(self, ordered: Pairs) -> tuple[Segment, ...]:
        write, write_name, clean = WRITINGS[self.writing], WRITINGS[self.naming], WRITINGS[self.cleaning]
        segments: list[Segment] = []
        for name, value in ordered:
            if segments:
                segments.append(Segment("separator", self.joiner))
            segments += [
                Segment("name", write_name(name), name),
                Segment("separator", self.equals, name),
                Segment("value", write(clean(value)), name),
            ]
        return tuple(segments)

    def _with_key(self, parameters: tuple[Segment, ...], client_key: str) -> tuple[Segment, ...]:
        lead = (Segment("separator", self.key_lead),) if self.key_lead else ()
        tail = (Segment("separator", self.key_tail),) if self.key_tail else ()
        name = (Segment("separator", self.key_name),) if self.key_name else ()
        key = (*name, Segment("key", client_key), *tail)
        match self.key_place:
            case "end":
                return (*parameters, *lead, *key)
            case "start":
                return (*key, *lead, *parameters)
            case "both":
                return (*key, *lead, *parameters, *lead, *key)
            case "twice":
                return (*parameters, *lead, *key, *lead, *key)
            case "nowhere":
                return parameters

    def _finished(self, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return _written(segments, self.finished)


OFFICIAL = SigningRecipe()
"""Sorted by name, raw values, ``name=value`` joined by ``&``, key appended, UTF-8, upper-case hex (documented)."""


def _written(segments: tuple[Segment, ...], writing: str) -> tuple[Segment, ...]:
    """Piece by piece, so that it stays known which piece is the key: for writings that treat each character alone."""
    if writing == "raw":
        return segments
    write = WRITINGS[writing]
    return tuple(Segment(segment.kind, write(segment.text), segment.name) for segment in segments)
