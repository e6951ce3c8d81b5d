"""Durations measured side by side: the product and something bare take turns, so both meet the same machine."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from math import ceil
from statistics import median
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FRAME_MS = 1000 / 60

T = TypeVar("T")


@dataclass(frozen=True)
class Comparison:
    """What was measured: durations in milliseconds of the product and of its bare counterpart."""

    what: str
    beside: str
    ours: tuple[float, ...]
    bare: tuple[float, ...]
    remark: str = ""

    @property
    def ratio(self) -> float:
        """How many times the bare counterpart's median the product's is."""
        return median(self.ours) / median(self.bare)


def side_by_side(
    ours: Callable[[], Iterable[float]], bare: Callable[[], Iterable[float]], rounds: int
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """The durations that both give in turns: ours, bare, ours, bare."""
    turns = rehearsed(lambda: (tuple(ours()), tuple(bare())), rounds)
    return tuple(chain.from_iterable(one for one, _ in turns)), tuple(chain.from_iterable(other for _, other in turns))


def rehearsed(turn: Callable[[], T], rounds: int) -> list[T]:
    """What so many turns give, after a rehearsal; of no rounds, what the rehearsal gives."""
    turns = [turn() for _turn in range(rounds + 1)]
    return turns[1:] or turns


def p95(durations: Sequence[float]) -> float:
    """The duration that 95 of 100 do not exceed."""
    return sorted(durations)[ceil(0.95 * len(durations)) - 1]


def heading() -> str:
    """What stands above the columns."""
    return f"{'milliseconds':42}{'median':>10}{'p95':>10}{'bare':>10}{'ratio':>9}"


def lines(one: Comparison) -> str:
    """A comparison as two lines for a terminal."""
    numbers = "".join(f"{_number(duration):>10}" for duration in (median(one.ours), p95(one.ours), median(one.bare)))
    remark = f"; {one.remark}" if one.remark else ""
    return f"{one.what:42}{numbers}{one.ratio:>8.1f}x\n    beside {one.beside}{remark}"


def within_a_frame(durations: Sequence[float]) -> str:
    """Whether the screen, drawn 60 times a second, waits for this."""
    share = sum(one <= FRAME_MS for one in durations) / len(durations)
    return f"{share:.0%} within one frame of {FRAME_MS:.1f} ms"


def _number(duration: float) -> str:
    return f"{duration:.4f}" if duration < 0.1 else f"{duration:.2f}"
