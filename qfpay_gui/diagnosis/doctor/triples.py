"""Sets of three deviations: the plausible ones only, for all of them would take minutes."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, NamedTuple

from qfpay_gui.diagnosis.doctor.catalogue import Catalogue, key_of, pairs_of, recipe_of
from qfpay_gui.diagnosis.doctor.deviation import compatible
from qfpay_gui.diagnosis.doctor.joining import finisher, joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from qfpay_gui.diagnosis.doctor.case import Case
    from qfpay_gui.diagnosis.doctor.deviation import Combination, Deviation

CALLED_OFF_EVERY = 256
"""Texts, after which is asked whether to go on."""


class _Ending(NamedTuple):
    """Deviations that finish a text, and how."""

    combination: Combination
    digest: Callable[[str], str]


class Triples:
    """Every set of three among the most plausible deviations, as many as the budget of candidates allows.

    The budget is spent in shares, on sets with one, two, three and no deviation of how the text is finished.
    """

    def __init__(self, case: Case, known: Catalogue, budget: int, cancelled: Callable[[], bool]) -> None:
        self._case = case
        self._cancelled = cancelled
        self._budget = budget
        self._texts = [one.deviation for one in known.texts if one.deviation.depth > 2]
        self._finishes = [one.deviation for one in known.finishes if one.deviation.depth > 2]
        self.tried = 0

    def hits(self, wanted: object) -> Iterator[tuple[Combination, str]]:
        """Sets that yield a digest looked for."""
        for of_text in (2, 1, 0, 3):
            yield from self._with(of_text, self._budget * _SHARES[of_text] // 100, wanted)

    def _with(self, of_text: int, budget: int, wanted: object) -> Iterator[tuple[Combination, str]]:
        of_finish = 3 - of_text
        endings = list(self._endings(of_finish, self._most_finishes(of_finish, budget)))
        most = _most(of_text, budget // max(len(endings), 1) // (4 if of_finish == 0 else 1))
        for asked, combination in enumerate(_compatible(self._texts[:most], of_text), 1):
            if asked % CALLED_OFF_EVERY == 0 and self._cancelled():
                return
            text = joined(recipe_of(combination), pairs_of(combination, self._case.sent))
            self.tried += len(endings)
            for ending in endings:
                found = ending.digest(text)
                if found in wanted and _fit(combination, ending.combination):  # type: ignore[operator]
                    yield (*combination, *ending.combination), found

    def _most_finishes(self, count: int, budget: int) -> int:
        return _most(count, budget // 64 if count < 3 else budget)

    def _endings(self, count: int, most: int) -> Iterator[_Ending]:
        case = self._case
        for combination in _compatible(self._finishes[:most], count):
            key = key_of(combination, case.client_key)
            yield _Ending(combination, finisher(recipe_of(combination), key, case.sign_type))


_SHARES = {2: 55, 1: 15, 3: 25, 0: 5}


def _most(count: int, budget: int) -> int:
    """How many deviations give at most this many sets of ``count``."""
    most = count
    while comb(most + 1, count) <= budget and most < 400:
        most += 1
    return most


def _compatible(deviations: list[Deviation], count: int) -> Iterator[Combination]:
    for combination in combinations(deviations, count):
        if all(compatible(one, other) for one, other in combinations(combination, 2)):
            yield combination


def _fit(texts: Combination, finishes: Combination) -> bool:
    return all(compatible(one, other) for one in texts for other in finishes)
