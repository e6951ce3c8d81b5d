"""Things to do, in order and in time."""

from __future__ import annotations

import queue
import threading
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.simulator.agenda import Agenda

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def agenda() -> Iterator[Agenda]:
    """One that has begun."""
    begun = Agenda("agenda-under-test")
    begun.start()
    yield begun
    begun.stop()


def test_tasks_keep_their_order(agenda: Agenda) -> None:
    """What is to be done soon is done in turn, before what is due later."""
    done: queue.Queue[int] = queue.Queue()
    agenda.after(0.05, partial(done.put, 100))
    agenda.after(0.0, partial(done.put, 99))
    for number in range(99):
        agenda.soon(partial(done.put, number))
    assert sorted(first := [done.get(timeout=5) for _ in range(101)]) == list(range(101))
    assert [number for number in first if number < 99] == list(range(99))
    assert first[-1] == 100


def test_a_task_is_not_done_before_its_time(agenda: Agenda) -> None:
    """The seconds pass first, and an earlier one that comes later goes ahead."""
    done: queue.Queue[str] = queue.Queue()
    before = time.monotonic()
    agenda.after(0.2, partial(done.put, "later"))
    agenda.after(0.1, partial(done.put, "sooner"))
    assert [done.get(timeout=5), done.get(timeout=5)] == ["sooner", "later"]
    assert time.monotonic() - before >= 0.2


def test_it_ends_at_once_whatever_is_left() -> None:
    """Stopping waits for nothing that is not under way, and can be done twice or before the beginning."""
    agenda = Agenda("agenda-under-test")
    agenda.stop()
    agenda.after(3600, lambda: None)
    agenda.start()
    before = time.monotonic()
    agenda.stop()
    agenda.stop()
    assert time.monotonic() - before < 2
    assert "agenda-under-test" not in {thread.name for thread in threading.enumerate()}


def test_what_is_left_is_done_after_the_next_start() -> None:
    """Nothing is lost by stopping."""
    agenda, done = Agenda("agenda-under-test"), threading.Event()
    agenda.soon(done.set)
    assert not done.is_set()
    agenda.start()
    assert done.wait(5)
    agenda.stop()


def test_it_may_be_stopped_from_within(agenda: Agenda) -> None:
    """A task that stops the agenda does not wait for itself."""
    stopped = threading.Event()

    def stop() -> None:
        agenda.stop()
        stopped.set()

    agenda.soon(stop)
    assert stopped.wait(2)
