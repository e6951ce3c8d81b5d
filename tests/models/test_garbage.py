from __future__ import annotations

import gc
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer

from qfpay_gui.models.garbage import GarbageCollector, collect_what_is_due
from qfpay_gui.models.tasks import TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

YOUNG = gc.get_threshold()[0]


class Ring(QTimer):
    """A Qt object in a reference cycle, which says on which thread it went."""

    def __init__(self, gone: list[int]) -> None:
        super().__init__()
        self.gone = gone
        self.itself = self

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


@pytest.fixture
def everything_collected() -> Iterator[None]:
    """Begin with all counts at zero, and leave Python's own collecting as the tests have it."""
    gc.collect()
    yield
    gc.disable()


def _make(containers: int) -> list[list[int]]:
    return [[] for _ in range(containers)]


@pytest.mark.usefixtures("everything_collected")
def test_a_thread_of_the_pool_never_destroys_what_is_the_windows(qtbot: QtBot) -> None:
    """Ten times as many objects as make Python collect are made there; the cycle goes here, soon after."""
    gc.enable()
    collector, runner = GarbageCollector(), TaskRunner(1)
    gone: list[int] = []
    Ring(gone)
    kept: list[object] = []
    runner.run(partial(_make, 10 * YOUNG), kept.append)
    qtbot.waitUntil(lambda: not runner.busy)
    assert gone == []
    collector.start()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == [threading.get_ident()]
    assert runner.close(5000)


@pytest.mark.usefixtures("everything_collected")
@pytest.mark.parametrize(("containers", "is_collected"), [(600, False), (701, True)])
def test_collecting_waits_until_it_is_worth_it(containers: int, is_collected: bool) -> None:  # noqa: FBT001 - a row
    """Few new objects are left alone; what was missed at first goes with what comes later."""
    gone: list[int] = []
    kept = [_make(containers)]
    Ring(gone)
    collect_what_is_due()
    assert bool(gone) == is_collected
    kept.append(_make(701))
    collect_what_is_due()
    assert gone


@pytest.mark.usefixtures("everything_collected")
@pytest.mark.parametrize(("generation", "after"), [(1, 11), (2, 121)])
def test_what_has_grown_old_is_collected_more_seldom(generation: int, after: int) -> None:
    """The tenth part of the looks is one at the next generation, too."""
    gone: list[int] = []
    ring = Ring(gone)
    for younger in range(generation):
        gc.collect(younger)
    del ring
    kept: list[list[list[int]]] = []
    while not gone:
        kept.append(_make(701))
        collect_what_is_due()
    assert len(kept) == after
