"""The case in hand: what was sent, and what the doctor may use to explain its signature."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import OFFICIAL, well_formed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from qfpay_gui.qfpay.signing.recipe import Pairs, Signed


@dataclass(frozen=True)
class Case:
    """One request. The repr shows neither keys nor values.

    ``sent`` is in the order given; ``unsent`` holds values that are known but not in the request.
    ``language`` is the id of the merchant's language, "" where it is not known.
    """

    sent: Pairs = field(repr=False)
    client_key: str = field(repr=False)
    sign_type: str = "MD5"
    app_code: str = field(default="", repr=False)
    other_keys: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    unsent: Pairs = field(default=(), repr=False)
    language: str = ""

    @property
    def right(self) -> Signed:
        """The official signing string and signature."""
        return OFFICIAL.sign(self.sent, self.client_key, self.sign_type)

    @property
    def names(self) -> frozenset[str]:
        """The names sent."""
        return frozenset(name for name, _value in self.sent)


def as_pairs(params: Mapping[str, str] | Iterable[tuple[str, str]]) -> Pairs:
    """Names and values as text that can be sent, in the order given."""
    items = params.items() if hasattr(params, "items") else params
    return tuple((well_formed(str(name)), well_formed(str(value))) for name, value in items)
