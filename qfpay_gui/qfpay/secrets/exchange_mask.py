"""Masks a whole exchange at once, so that what one parameter says about a person is hidden wherever it is repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from qfpay_gui.qfpay.request.form_body import encode_form
from qfpay_gui.qfpay.secrets.masking import persistable
from qfpay_gui.qfpay.signing.recipe import well_formed
from qfpay_gui.qfpay.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.signing.recipe import Segment

T = TypeVar("T")
Pair = tuple[str, str]
LONGEST_VALUE = 10_000
# Texts are cut after they are masked, or half a secret could stay at the cut. This much more is looked at.
_MARGIN = 10_000
# The wire names are no personal data themselves, but a text that holds one is taken for such.
_WIRE_NAMES = frozenset({"extend_info", "user_creid", "user_truename"})


class Masker:
    """Gives each text of an exchange as it may be written down.

    Made for two passes: the first shows it every text, ``settle`` masks them all together, the second gets the results.
    """

    def __init__(self, request: PreparedRequest, secrets: Iterable[str]) -> None:
        segments = request.signed.segments
        keys = {segment.text for segment in segments if segment.kind == "key"}
        self._secrets = (*keys, *secrets)
        self._sent = request.parameters
        self._segments = segments
        self._kept: dict[Pair, Pair] = {}
        self._is_settled = False

    def __call__(self, written: str, longest: int = LONGEST_VALUE) -> str:
        """The text, masked and cut."""
        if written in _WIRE_NAMES:
            return written
        pair = ("", written[: longest + _MARGIN])
        if pair not in self._kept:
            self._kept[pair] = self._mask_one(pair) if self._is_settled else pair
        return self._kept[pair][1][:longest]

    def sentence(self, said: Text) -> Text:
        """The sentence with its values masked; its template is the program's own."""
        values = ((n, self.sentence(v) if isinstance(v, Text) else self(v)) for n, v in said.values)
        return Text(said.context, said.template, tuple(values))

    def pairs(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """Pairs such as headers, both sides masked."""
        return tuple((self(name), self(value)) for name, value in pairs)

    def lines(self, written: str) -> str:
        """A text in which nothing may be recognised line by line, masked at once."""
        if not self._is_settled:
            return written
        pairs = (*self._sent, *(("", line) for line in written.split("\n")))
        return "\n".join(line for _, line in persistable(pairs, self._secrets)[len(self._sent) :])

    @property
    def parameters(self) -> tuple[Pair, ...]:
        """The parameters as they may be written down."""
        return tuple(map(self._pair, self._sent))

    @property
    def changed_names(self) -> tuple[str, ...]:
        """The parameters that are not written as they were sent."""
        return tuple(kept[0] for sent, kept in zip(self._sent, self.parameters, strict=True) if sent != kept)

    @property
    def signing_string(self) -> str:
        """The signing string up to the key, of masked values."""
        return "".join(map(self._segment, self._segments))

    def body(self, body: bytes) -> str:
        """The body: of the masked parameters where it is their form, else masked as any text."""
        if body == encode_form(self._sent):
            return encode_form(self.parameters).decode("ascii")
        return self(body.decode(errors="replace"))

    def settle(self) -> None:
        """Mask everything seen so far."""
        names = [(one.name, one.text) for one in self._segments if one.kind == "value"]
        seen = tuple(dict.fromkeys((*self._sent, *names, *self._kept)))
        self._kept = dict(zip(seen, persistable(seen, self._secrets), strict=True))
        self._is_settled = True

    def _mask_one(self, pair: Pair) -> Pair:
        return persistable((*self._sent, pair), self._secrets)[-1]

    def _pair(self, pair: Pair) -> Pair:
        name, value = self._kept.get(pair, pair)
        return name, value[:LONGEST_VALUE]

    def _segment(self, segment: Segment) -> str:
        match segment.kind:
            case "value":
                return self._pair((segment.name, segment.text))[1]
            case "name":
                return self._name(segment.text)
            case "separator":
                return segment.text
            case "key":
                return ""

    def _name(self, name: str) -> str:
        """A name as it is kept; of several pairs with this name, the one that is masked counts."""
        kept = (self._kept[pair][0] for pair in self._kept if pair[0] == name)
        return next((other for other in kept if other != name), name)


def masked(request: PreparedRequest, secrets: Iterable[str], make: Callable[[Masker], T]) -> T:
    """What ``make`` makes of an exchange, with every text that it passes through the masker masked."""
    masker = Masker(request, tuple(well_formed(secret) for secret in secrets))
    make(masker)
    masker.settle()
    return make(masker)
