"""How work grows with its size: by ratios of processor time, which hold where the milliseconds do not."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_TRIES, _ROUNDS, _MOST = 4, 3, 9.0


def grows_evenly(made: Callable[[int], T], work: Callable[[T], object], small: int) -> bool:
    """Whether four times the size takes about four times as long, and not sixteen times.

    ``made`` makes what ``work`` works on; both sizes take turns, and the best of a few rounds counts.
    """
    one, four = made(small), made(4 * small)
    return any(_ratio(work, one, four) < _MOST for _try in range(_TRIES))


def _ratio(work: Callable[[T], object], one: T, four: T) -> float:
    short = min(_seconds(work, one) for _round in range(_ROUNDS))
    return min(_seconds(work, four) for _round in range(_ROUNDS)) / short


def _seconds(work: Callable[[T], object], on: T) -> float:
    began = time.thread_time_ns()
    work(on)
    return (time.thread_time_ns() - began) / 1e9
