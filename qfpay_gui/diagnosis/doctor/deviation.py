"""A deviation: one thing done otherwise than the rule says, as a value that can be combined and run."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qfpay_gui.qfpay.signing.recipe import ORDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.qfpay.signing.recipe import Pairs
    from qfpay_gui.qfpay.text import Text

FINISHING = frozenset({"key_place", "key_lead", "key_tail", "key_name", "charset", "digest", "case", "finished"})
"""The recipe's fields that treat the joined parameters as one text."""


@dataclass(frozen=True)
class Edit:
    """Other parameters than those sent, by their index: replaced (None: left out), added, in another order.

    ``arranged`` is an order of indices; ``odd`` is one index that stands ``"first"`` or ``"last"`` while all others are
    sorted by name. Either needs a recipe that signs as given.
    """

    replaced: Mapping[int, tuple[str, str] | None] = field(default_factory=dict)
    added: Pairs = ()
    arranged: tuple[int, ...] = ()
    odd: tuple[int, str] | None = None

    def apply(self, pairs: Pairs) -> Pairs:
        """The parameters that were signed in place of these."""
        if self.odd:
            return self._around_odd(pairs, *self.odd)
        order = self.arranged or range(len(pairs))
        kept = (self.replaced.get(at, pairs[at]) for at in order)
        return (*(pair for pair in kept if pair is not None), *self.added)

    def with_(self, other: Edit) -> Edit | None:
        """Both edits in one; None where they speak of the same parameter."""
        if self is UNEDITED or other is UNEDITED:
            return other if self is UNEDITED else self
        if (self.arranged or self.odd) and (other.arranged or other.odd):
            return None
        if not self.replaced.keys().isdisjoint(other.replaced):
            return None
        if self.added and other.added and {name for name, _ in self.added} & {name for name, _ in other.added}:
            return None
        arranged, odd = self.arranged or other.arranged, self.odd or other.odd
        return Edit({**self.replaced, **other.replaced}, self.added + other.added, arranged, odd)

    def _around_odd(self, pairs: Pairs, index: int, end: str) -> Pairs:
        edited = (self.replaced.get(at, pair) for at, pair in enumerate(pairs) if at != index)
        rest = ORDERS["name"]((*(pair for pair in edited if pair is not None), *self.added))
        own = self.replaced.get(index, pairs[index])
        alone = () if own is None else (own,)
        return (*alone, *rest) if end == "first" else (*rest, *alone)


UNEDITED = Edit()


@dataclass(frozen=True)
class Deviation:
    """One cause, in words, and what it does to the recipe, the parameters or the key.

    ``id`` is stable and kebab-case. ``cost`` is the prior: 1 is seen every week, 9 hardly ever. ``depth`` is the
    size of the largest set in which it is tried. ``mend`` is the one-line fix. ``is_favoured``: the prior is lowered
    because the merchant's language is known for it. The repr shows no values.
    """

    id: str
    cost: int
    cause: Text = field(repr=False)
    mend: Text = field(repr=False)
    recipe: Mapping[str, str] = field(default_factory=dict)
    edit: Edit = field(default=UNEDITED, repr=False)
    key: str | None = field(default=None, repr=False)
    depth: int = 3
    is_favoured: bool = False

    @property
    def finishes(self) -> bool:
        """Whether it leaves the joined parameters alone."""
        return self.edit is UNEDITED and FINISHING.issuperset(self.recipe)

    @property
    def joins(self) -> bool:
        """Whether it only changes what the joined parameters look like."""
        return self.key is None and FINISHING.isdisjoint(self.recipe)


Combination = tuple[Deviation, ...]
"""Deviations that are found together, the ones named first first."""


def compatible(one: Deviation, other: Deviation) -> bool:
    """Whether both can be true at once: they change different things."""
    if not one.recipe.keys().isdisjoint(other.recipe) or (one.key is not None and other.key is not None):
        return False
    return one.edit.with_(other.edit) is not None
