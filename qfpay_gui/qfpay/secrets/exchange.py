"""Masks a whole exchange, so that what one of its texts says about a person is hidden wherever it is repeated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from qfpay_gui.qfpay.request.form_body import encode_form
from qfpay_gui.qfpay.secrets.masking import MARK, Hiding, Pair, personal_values, scrub
from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.signing.recipe import Segment
    from qfpay_gui.qfpay.text import Text

T = TypeVar("T")
LONGEST_VALUE, LONGEST_MESSAGE = 10_000, 20_000
# Texts are cut after they are masked, or half a secret could stay at the cut. This much more is looked at.
_MARGIN = 10_000
# The wire names are no personal data themselves, but a text that holds one is taken for such.
_WIRE_NAMES = frozenset({"extend_info", "user_creid", "user_truename"})


@dataclass(frozen=True)
class Mask:
    """Masks texts: ``personal`` says something about a person, ``secrets`` are the keys in use.

    ``longest`` characters of a text are kept. ``by_line``: what would be masked altogether is masked line by line.
    """

    personal: tuple[Pair, ...] = field(default=(), repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)
    longest: int = LONGEST_VALUE
    by_line: bool = False

    def __call__(self, written: str, longest: int = 0) -> str:
        """The text, masked and cut."""
        if written in _WIRE_NAMES:
            return written
        longest = longest or self.longest
        whole = well_formed(written[: longest + _MARGIN])
        ((_name, shown),) = self._masked((("", whole),))
        if self.by_line and "\n" in whole and shown and not shown.strip(MARK):
            shown = self.lines(scrub(whole, self.secrets))
        return shown[:longest]

    def lines(self, written: str) -> str:
        """A text of which each line is masked on its own."""
        return "\n".join(line for _name, line in self._masked(tuple(("", line) for line in written.split("\n"))))

    def pairs(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        """Names and values such as parameters, masked and cut."""
        longest = self.longest + _MARGIN
        masked = self._masked(tuple((name[:longest], value[:longest]) for name, value in pairs))
        return tuple((name[: self.longest], value[: self.longest]) for name, value in masked)

    def sentence(self, said: Text) -> Text:
        """The sentence with its values masked; its template is the program's own."""
        return said.mapped(self)

    def body(self, request: PreparedRequest) -> str:
        """The body of a request: the form of the masked parameters, or what else was sent in its place."""
        if request.body == encode_form(request.parameters):
            return encode_form(self.pairs(request.parameters)).decode("ascii")
        return self(request.body.decode(errors="replace"))

    def signing_string(self, request: PreparedRequest) -> str:
        """The signing string up to the key, of masked values."""
        return "".join(map(self._segment, request.signed.segments))

    def joined(self, other: Mask) -> Mask:
        """One mask that hides what each of both hides."""
        personal = tuple(dict.fromkeys((*self.personal, *other.personal)))
        return replace(self, personal=personal, secrets=tuple(dict.fromkeys((*self.secrets, *other.secrets))))

    def _segment(self, segment: Segment) -> str:
        match segment.kind:
            case "value":
                return self.pairs(((segment.name, segment.text),))[0][1]
            case "name":
                return self.pairs(((segment.text, ""),))[0][0]
            case "separator":
                return segment.text
            case "key":
                return ""

    @cached_property
    def _hiding(self) -> Hiding:
        return Hiding(self.secrets, self.personal)

    def _masked(self, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        others = [pair for pair in _personal(pairs) if pair not in self.personal]
        hiding = Hiding(self.secrets, (*self.personal, *others)) if others else self._hiding
        return hiding.pairs(pairs)


@dataclass(frozen=True)
class _Recorder(Mask):
    """Changes nothing, and notes what is personal."""

    found: dict[Pair, None] = field(default_factory=dict, repr=False)

    def _masked(self, pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
        self.found.update(dict.fromkeys(_personal(pairs)))
        return pairs


def mask_of(request: PreparedRequest, secrets: Iterable[str] = ()) -> Mask:
    """The mask of everything this request says about a person, and of the key that signed it."""
    keys = (segment.text for segment in request.signed.segments if segment.kind == "key")
    known = dict.fromkeys((*keys, *map(well_formed, secrets)))
    return Mask(tuple(_personal(request.parameters)), tuple(known))


def message_mask(secrets: Iterable[str], request: PreparedRequest | None = None) -> Mask:
    """The mask of the messages of an order, which are shown whole and by line."""
    mask = mask_of(request, secrets) if request else Mask(secrets=tuple(secrets))
    return replace(mask, longest=LONGEST_MESSAGE, by_line=True)


def masked(request: PreparedRequest, secrets: Iterable[str], make: Callable[[Mask], T]) -> T:
    """What ``make`` makes of an exchange, with every text that it passes through the mask masked.

    It is made twice: what any of its texts says about a person is hidden in all of them.
    """
    mask = mask_of(request, secrets)
    recorder = _Recorder()
    make(recorder)
    return make(replace(mask, personal=tuple(dict.fromkeys((*mask.personal, *recorder.found)))))


def _personal(pairs: Iterable[Pair]) -> Iterable[Pair]:
    return (pair for pair in pairs if any(personal_values(*pair)))
