"""What stands around the joined parameters, and the digest: every way to finish a text, grouped by how it begins."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.catalogue import recipe_of
from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.sweeps.form import KeyForm

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from qfpay_gui.diagnosis.doctor.deviation import Combination
    from qfpay_gui.diagnosis.doctor.styles import Style
    from qfpay_gui.qfpay.signing.recipe import SigningRecipe

ENDING = frozenset({"key_place", "key_lead", "key_tail", "key_name", "digest"})
"""The recipe's fields that leave the joined parameters, their writing and their character set alone."""
_KEY = "\ue000key\ue001"
"""Stands for a key until it is known."""

Finish = Deviation | KeyForm


class Band(NamedTuple):
    """Sums of costs above ``low``, up to ``high``."""

    low: int
    high: int

    def less(self, cost: int) -> Band:
        """What is left of it beside this cost."""
        return Band(self.low - cost, self.high - cost)

    def of(self, costs: Sequence[int]) -> slice:
        """Where those within it stand among sorted costs."""
        return slice(bisect_right(costs, self.low), bisect_right(costs, self.high))


def is_ending(deviation: Deviation) -> bool:
    """Whether it finishes a text and does nothing else."""
    edit = deviation.edit
    edits = edit.replaced or edit.added or edit.arranged or edit.odd
    return not edits and ENDING.issuperset(deviation.recipe)


@dataclass(frozen=True)
class Group:
    """Ways to finish a text that begin alike and hash alike, the plausible first."""

    recipe: SigningRecipe
    key: str = field(repr=False)
    before: str = field(repr=False)
    costs: list[int] = field(default_factory=list)
    afters: list[str] = field(default_factory=list, repr=False)
    sources: list[tuple[Finish, ...]] = field(default_factory=list)
    _ends: dict[int, list[bytes]] = field(default_factory=dict, repr=False)

    def is_within(self, count: int, band: Band) -> bool:
        """Whether any is, beside so many changes, each of which costs one at least."""
        costs = self.costs
        return costs[0] <= band.high - count and (
            count > 0 or bisect_right(costs, band.low) < bisect_right(costs, band.high)
        )

    def ends(self, style: Style, count: int) -> list[bytes]:
        """What follows the text, as this style writes it; at least so many of them."""
        known = self._ends.setdefault(0 if style.plain else id(style), [])
        if len(known) < count:
            known += style.keys(self.afters[len(known) : count])
        return known


def _around(finishes: Iterable[Finish], given: Combination) -> tuple[SigningRecipe, str, str]:
    recipe = recipe_of((*given, *(one for one in finishes if isinstance(one, Deviation))))
    return recipe, *recipe.around(_KEY)


def grouped(rows: Iterable[tuple[Finish, ...]], key: str, given: Combination = ()) -> list[Group]:
    """Each set of finishes in its group; ``given`` holds besides."""
    groups: dict[tuple[str, str, str], Group] = {}
    known: dict[tuple[int, ...], tuple[SigningRecipe, str, str]] = {}
    given_key = next((one.key for one in given if one.key is not None), key)
    for row in sorted(rows, key=lambda row: sum(one.cost for one in row)):
        joins = tuple(one for one in row if isinstance(one, Deviation) and one.key is None)
        same = tuple(map(id, joins))
        if same not in known:
            known[same] = _around(joins, given)
        recipe, before, after = known[same]
        used = next((used for one in row if (used := key_used(one)) is not None), given_key)
        before, after = before.replace(_KEY, used), after.replace(_KEY, used)
        keyed = used if recipe.digest.startswith("HMAC") else ""
        group = groups.setdefault((recipe.digest, keyed, before), Group(recipe, used, before))
        group.costs.append(sum(one.cost for one in row))
        group.afters.append(after)
        group.sources.append(row)
    return list(groups.values())


def key_used(finish: Finish) -> str | None:
    """The other key, None where it is the right one."""
    return finish.key if isinstance(finish, Deviation) else finish.written


def with_keys(joins: Combination, keys: Sequence[KeyForm], key: str) -> Group:
    """The key in many other forms, each joined in the same way; ``keys`` are sorted by cost."""
    recipe, before, after = _around(joins, ())
    first, *more = after.split(_KEY)
    cost = sum(one.cost for one in joins)
    afters = [form.written.join((first, *more)) for form in keys]
    return Group(recipe, key, before, [cost + form.cost for form in keys], afters, [(*joins, form) for form in keys])


def takes_keys(joins: Combination) -> bool:
    """Whether many keys can be tried behind the same beginning."""
    recipe, before, after = _around(joins, ())
    return _KEY not in before and _KEY in after and not recipe.digest.startswith("HMAC")
