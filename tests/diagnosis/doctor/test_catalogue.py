from __future__ import annotations

import random
from functools import cache
from itertools import combinations

import pytest

from qfpay_gui.diagnosis.doctor.diagnosis import Diagnosis, diagnose
from tests.diagnosis.doctor.catalogue import (
    APP_CODE,
    KEY,
    MCHID,
    MISTAKES,
    OTHER_KEY,
    SENT,
    Mistake,
    signature_of,
)
from tests.thorough import IS_THOROUGH

DOUBLES = 14 if IS_THOROUGH else 7
"""Pairs of mistakes that are tried, drawn once for all."""


def _ask(mistakes: tuple[Mistake, ...], depth: int) -> list[Diagnosis]:
    other_keys, unsent = {"Other shop": OTHER_KEY}, {"mchid": MCHID}
    signature = signature_of(mistakes)
    return diagnose(SENT, KEY, signature, app_code=APP_CODE, other_keys=other_keys, unsent=unsent, depth=depth)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.title)
def test_each_mistake_is_named_by_its_cause(mistake: Mistake) -> None:
    """One deviation, with the id of what the merchant did."""
    first = _ask((mistake,), 1)[0]
    assert len(first.deviations) == 1
    assert first.deviations[0] in mistake.ids


def _doubles() -> list[tuple[Mistake, Mistake]]:
    """Pairs that can happen together, and in which neither hides the other."""
    possible = [(one, other) for one, other in combinations(MISTAKES, 2) if _together(one, other)]
    drawn = random.Random(800213).sample(possible, 2 * DOUBLES)  # noqa: S311 - drawn, not secret
    return [pair for pair in drawn if _both_show(pair)][:DOUBLES]


def _together(one: Mistake, other: Mistake) -> bool:
    return one.stage != other.stage or one.stage == "pairs"


def _both_show(pair: tuple[Mistake, Mistake]) -> bool:
    fewer = {signature_of(()), *(signature_of((one,)) for one in pair)}
    return signature_of(pair) not in fewer


@cache
def _outcomes() -> tuple[tuple[str, str], ...]:
    """For each double mistake, what it is and whether it was named, missed or named wrongly."""
    return tuple((f"{one.title} + {other.title}", _outcome(one, other)) for one, other in _doubles())


def _outcome(one: Mistake, other: Mistake) -> str:
    found = _ask((one, other), 2)
    if not found:
        return "missed"
    return "named" if any(_names(diagnosis, one, other) for diagnosis in found) else f"wrong: {found}"


def _names(diagnosis: Diagnosis, one: Mistake, other: Mistake) -> bool:
    match diagnosis.deviations:
        case (first, second):
            straight = first in one.ids and second in other.ids
            return straight or (first in other.ids and second in one.ids)
        case _:
            return False


@pytest.mark.timeout(300)
def test_nine_of_ten_double_mistakes_are_named() -> None:
    """Two things done wrong at once are told apart."""
    missed = [title for title, outcome in _outcomes() if outcome != "named"]
    assert len(missed) <= DOUBLES // 10, missed


@pytest.mark.timeout(300)
def test_no_double_mistake_is_named_wrongly() -> None:
    """Better silent than wrong."""
    assert [(title, outcome) for title, outcome in _outcomes() if outcome.startswith("wrong")] == []
