"""What of an order's messages may be shown and sent on: never the key, nothing about a person."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.request.form_body import encode_form
from qfpay_gui.qfpay.secrets.masking import MARK, persistable, scrub
from qfpay_gui.qfpay.signing.recipe import well_formed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from qfpay_gui.qfpay.request.prepared import PreparedRequest

Pairs = tuple[tuple[str, str], ...]
LONGEST = 20_000
"""Characters of one text that are kept; what follows is cut."""
# Texts are cut after they are masked, or half a secret could stay at the cut.
_MARGIN = 2_000


@dataclass(frozen=True)
class Veil:
    """Masks texts about one order: ``parameters`` say something about a person, ``secrets`` are the keys in use."""

    parameters: Pairs = field(default=(), repr=False)
    secrets: tuple[str, ...] = field(default=(), repr=False)

    def __call__(self, said: str) -> str:
        """The text, masked and cut."""
        whole = well_formed(said[: LONGEST + _MARGIN])
        shown = self._masked((whole,))[0]
        if shown and not shown.strip(MARK) and "\n" in whole:
            # Something in it is about a person, and what is no JSON is masked altogether: so line by line.
            shown = "\n".join(self._masked(scrub(whole, self.secrets).split("\n")))
        return shown if len(shown) <= LONGEST else f"{shown[:LONGEST]} …"

    def joined(self, other: Veil) -> Veil:
        """One veil that hides what each of both hides."""
        parameters = tuple(dict.fromkeys((*self.parameters, *other.parameters)))
        return Veil(parameters, tuple(dict.fromkeys((*self.secrets, *other.secrets))))

    def pairs(self, pairs: Pairs) -> Pairs:
        """Names and values such as parameters, masked."""
        longest = LONGEST + _MARGIN
        cut = tuple((name[:longest], value[:longest]) for name, value in pairs)
        return persistable((*self.parameters, *cut), self.secrets)[len(self.parameters) :]

    def _masked(self, texts: Sequence[str]) -> tuple[str, ...]:
        nameless = tuple(("", one) for one in texts)
        return tuple(value for _name, value in self.pairs(nameless))

    def body(self, request: PreparedRequest) -> str:
        """The body of a request: the form of the masked parameters, or what else was sent in its place."""
        if request.body == encode_form(request.parameters):
            return encode_form(self.pairs(request.parameters)).decode("ascii")[:LONGEST]
        return self(request.body.decode(errors="replace"))


def veil_of(request: PreparedRequest, secrets: tuple[str, ...] = ()) -> Veil:
    """The veil of everything this request says about a person, and of the key that signed it."""
    keys = (segment.text for segment in request.signed.segments if segment.kind == "key")
    personal = tuple(pair for pair in request.parameters if persistable((pair,), ()) != (pair,))
    return Veil(personal, tuple(dict.fromkeys((*keys, *secrets))))
