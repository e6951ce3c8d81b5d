"""Every plausible set is tried, and tried as the recipe of all its deviations says."""

from __future__ import annotations

from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis.doctor.case import Case
from qfpay_gui.diagnosis.doctor.catalogue import catalogue, key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.deviation import compatible
from qfpay_gui.diagnosis.doctor.joining import finisher, joined
from qfpay_gui.diagnosis.doctor.search import STAGES, Search

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.doctor.deviation import Combination

KEY = "0A1b2C3d4E5f60718293A4b5C6d7E8f9"
SENT = (("txamt", "1999"), ("goods_name", "奶茶 & <Tea>"), ("txdtm", "2026-11-23 15:40:02"), ("udid", ""))
CASE = Case(SENT, KEY)
KNOWN = catalogue(CASE, frozenset({32}))


def _digest(together: Combination) -> str:
    recipe = recipe_of(together)
    return finisher(recipe, key_of(together, KEY), "MD5")(joined(recipe, pairs_of(together, SENT)))


def _sets(size: int, dearest: int, count: int) -> dict[str, Combination]:
    """So many sets of known causes that may hold together, by the digest they yield."""
    random, found = Random(size), dict[str, "Combination"]()  # noqa: S311 - a sample, no secret
    every = [*(one.deviation for one in KNOWN.texts), *(one.deviation for one in KNOWN.finishes)]
    causes = [one for one in every if one.cost < dearest]
    while len(found) < count:
        together = tuple(random.sample(causes, size))
        fit = all(compatible(one, other) for one, other in combinations(together, 2))
        if fit and sum(one.cost for one in together) <= dearest and not _ambiguous(together):
            found[_digest(together)] = together
    return found


def _ambiguous(together: Combination) -> bool:
    """Whether the order of two parameters that are added, or their number, leaves open what is signed."""
    orders = [one.recipe["order"] for one in together if "order" in one.recipe]
    return bool(orders) and sum(not one.recipe for one in together) > 1


@pytest.mark.timeout(120)
def test_every_set_of_common_causes_is_tried() -> None:
    """Two of cost up to 5 in all, and three up to 4: all of the samples are found by one search."""
    planted = {**_sets(2, 5, 300), **_sets(3, 4, 300)}
    search = Search(CASE, planted)
    found = {digest for stage in STAGES for _together, digest in search.at(stage, stage.size)}
    missed = [[one.id for one in planted[digest]] for digest in planted if digest not in found]
    assert not missed


def test_a_hit_is_what_the_recipe_of_all_its_deviations_yields() -> None:
    """Whatever way a digest was computed, the proof is run once more."""
    planted = _sets(2, 4, 20)
    search = Search(CASE, planted)
    for stage in STAGES[:4]:
        for together, digest in search.at(stage, stage.size):
            assert _digest(together) == digest
    assert search.tried > len(planted)
