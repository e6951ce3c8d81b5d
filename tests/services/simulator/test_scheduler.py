"""Things to do, in order and in time."""

from __future__ import annotations

import queue
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator.scheduler import Scheduler

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def scheduler() -> Iterator[Scheduler]:
    """One that has begun."""
    begun = Scheduler("scheduler-under-test")
    begun.start()
    yield begun
    begun.stop()


def test_tasks_keep_their_order(scheduler: Scheduler) -> None:
    """What is to be done soon is done in turn, before what is due later."""
    done: queue.Queue[int] = queue.Queue()
    scheduler.after(0.05, partial(done.put, 100))
    scheduler.after(0.0, partial(done.put, 99))
    for number in range(99):
        scheduler.soon(partial(done.put, number))
    assert sorted(first := [done.get(timeout=5) for _ in range(101)]) == list(range(101))
    assert [number for number in first if number < 99] == list(range(99))
    assert first[-1] == 100


def test_a_task_is_not_done_before_its_time(scheduler: Scheduler) -> None:
    """The seconds pass first, and an earlier one that comes later goes ahead."""
    done: queue.Queue[str] = queue.Queue()
    before = time.monotonic()
    scheduler.after(0.2, partial(done.put, "later"))
    scheduler.after(0.1, partial(done.put, "sooner"))
    assert [done.get(timeout=5), done.get(timeout=5)] == ["sooner", "later"]
    assert time.monotonic() - before >= 0.2


def test_it_ends_at_once_whatever_is_left() -> None:
    """Stopping waits for nothing that is not under way, and can be done twice or before the beginning."""
    scheduler = Scheduler("scheduler-under-test")
    scheduler.stop()
    scheduler.after(3600, lambda: None)
    scheduler.start()
    before = time.monotonic()
    scheduler.stop()
    scheduler.stop()
    assert time.monotonic() - before < 2
    assert "scheduler-under-test" not in {thread.name for thread in threading.enumerate()}


def test_what_is_left_is_done_after_the_next_start() -> None:
    """Nothing is lost by stopping."""
    scheduler, done = Scheduler("scheduler-under-test"), threading.Event()
    scheduler.soon(done.set)
    assert not done.is_set()
    scheduler.start()
    assert done.wait(5)
    scheduler.stop()


def test_it_may_be_stopped_from_within(scheduler: Scheduler) -> None:
    """A task that stops the scheduler does not wait for itself."""
    stopped = threading.Event()

    def stop() -> None:
        scheduler.stop()
        stopped.set()

    scheduler.soon(stop)
    assert stopped.wait(2)
