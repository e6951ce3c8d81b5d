from __future__ import annotations

import subprocess
import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread
from shiboken6 import delete

from qfpay_gui.models import tasks
from qfpay_gui.models.tasks import Done, Raised, Result, TaskRunner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

HANGING = """
import os, threading
from PySide6.QtCore import QCoreApplication
from qfpay_gui.models.tasks import TaskRunner
application = QCoreApplication([])
runner = TaskRunner(1, application)
started = threading.Event()
def task():
    started.set()
    threading.Event().wait()
runner.run(task, print)
started.wait()
ended = runner.close(50)
print("ended" if ended else "still running", flush=True)
os._exit(3)
"""


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:  # noqa: ARG001 - an application must exist
    """Two threads, closed after the test."""
    made = TaskRunner(2)
    yield made
    assert made.close(5000)


def test_a_result_comes_back_on_the_thread_of_the_window(qtbot: QtBot, runner: TaskRunner) -> None:
    """The task runs elsewhere, its receiver here."""
    here = threading.get_ident()
    seen: list[tuple[Result[int], int]] = []

    def receive(result: Result[int]) -> None:
        seen.append((result, threading.get_ident()))

    runner.run(threading.get_ident, receive)
    qtbot.waitUntil(lambda: bool(seen))
    ((result, receiving),) = seen
    assert receiving == here
    assert isinstance(result, Done)
    assert result.value != here


def test_five_hundred_tasks_each_report_once(qtbot: QtBot, runner: TaskRunner) -> None:
    """None is lost, none comes twice, whatever the order."""
    seen: list[Result[int]] = []
    for number in range(500):
        runner.run(partial(int, number), seen.append)
    qtbot.waitUntil(lambda: not runner.busy, timeout=20_000)
    assert sorted(result.value for result in seen if isinstance(result, Done)) == list(range(500))


def test_an_exception_reaches_the_receiver(qtbot: QtBot, runner: TaskRunner) -> None:
    """What a task raises is its result."""
    seen: list[Result[int]] = []
    runner.run(lambda: 1 // 0, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], Raised)
    assert isinstance(seen[0].error, ZeroDivisionError)


class ForeseenError(Exception):
    """Something that has words for people."""

    text = "No room."


@pytest.mark.parametrize(
    ("error", "noted"), [(KeyError(), [False]), (PermissionError(), [True]), (ForeseenError(), [])], ids=repr
)
def test_what_nobody_expected_is_taken_down(
    qtbot: QtBot, runner: TaskRunner, monkeypatch: pytest.MonkeyPatch, error: Exception, noted: list[bool]
) -> None:
    """What the system refuses quietly, as its receiver tells of it; what has a sentence of its own not at all."""
    quietly: list[bool] = []

    def fails() -> None:
        raise error

    def take(_error: BaseException, **how: bool) -> None:
        quietly.append(how["quietly"])

    monkeypatch.setattr(tasks, "note", take)
    seen: list[Result[None]] = []
    runner.run(fails, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [Raised(error)]
    assert quietly == noted


class Kept:
    """Takes down on which thread it was let go of."""

    def __init__(self, gone: list[int]) -> None:
        self._gone = gone

    def __del__(self) -> None:
        self._gone.append(threading.get_ident())

    def itself(self) -> Kept:
        """For a task that leads to what it was made of."""
        return self

    def received(self, _result: object) -> None:
        """For a result nobody keeps."""


@pytest.mark.parametrize("is_awaited", [True, False], ids=["awaited", "forgotten"])
def test_what_a_task_holds_is_let_go_of_on_the_thread_of_the_window(
    qtbot: QtBot,
    runner: TaskRunner,
    is_awaited: bool,  # noqa: FBT001 - a row
) -> None:
    """The task, its result and its receiver may lead to widgets, which no other thread may destroy."""
    gone: list[int] = []
    for _ in range(20):
        ticket = runner.run(Kept(gone).itself, Kept(gone).received)
        if not is_awaited:
            runner.forget(ticket)
    qtbot.waitUntil(lambda: len(gone) == 40)
    assert set(gone) == {threading.get_ident()}


def test_what_was_queued_or_running_at_the_end_is_let_go_of_there_too(qtbot: QtBot) -> None:  # noqa: ARG001 - an application must exist
    """Closing leaves nothing to a thread of the pool, and nothing behind."""
    runner = TaskRunner(1)
    gone: list[int] = []
    started, go_on = threading.Event(), threading.Event()

    def hang(kept: Kept) -> Kept:
        started.set()
        go_on.wait()
        return kept

    runner.run(partial(hang, Kept(gone)), Kept(gone).received)
    runner.run(Kept(gone).itself, Kept(gone).received)
    assert started.wait(5)
    assert runner.close(30) is False
    go_on.set()
    assert runner.close(5000) is True
    assert gone == [threading.get_ident()] * 4


def test_a_forgotten_ticket_reports_nothing(qtbot: QtBot, runner: TaskRunner) -> None:
    """Forgetting one task leaves the others alone."""
    seen: list[object] = []
    go_on = threading.Event()
    ticket = runner.run(go_on.wait, lambda _result: seen.append("forgotten"))
    runner.run(go_on.wait, lambda _result: seen.append("kept"))
    runner.forget(ticket)
    go_on.set()
    qtbot.waitUntil(lambda: seen == ["kept"])
    assert not runner.busy


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_receiver_that_is_gone_is_left_alone(qtbot: QtBot, runner: TaskRunner, is_gone: bool) -> None:  # noqa: FBT001 - a test's parameter
    """A dialog that was closed while it waited, whether it is named itself or within a partial."""

    class Dialog(QObject):
        """Takes results, and tells the list it was given."""

        def __init__(self) -> None:
            super().__init__()
            self.taken = taken

        def take(self, *result: object) -> None:
            """Keep the result."""
            self.taken.append(self.objectName() + str(len(result)))

    taken: list[str] = []
    dialog, gate = Dialog(), threading.Event()
    runner.run(gate.wait, dialog.take)
    runner.run(gate.wait, partial(dialog.take, 1))
    if is_gone:
        delete(dialog)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy, timeout=5000)
    assert sorted(taken) == ([] if is_gone else ["1", "2"])


def test_one_thread_keeps_the_order_of_the_calls(qtbot: QtBot) -> None:
    """A runner with one thread is a queue."""
    runner = TaskRunner(1)
    order: list[int] = []
    for number in range(50):
        runner.run(partial(order.append, number), lambda _result: None)
    qtbot.waitUntil(lambda: not runner.busy)
    assert order == list(range(50))
    assert runner.close(1000)


def test_closing_with_a_hanging_task_is_bounded_and_silences_it(qtbot: QtBot) -> None:
    """``close`` says the task did not end, and its late result reaches nobody."""
    runner = TaskRunner(1)
    started, go_on = threading.Event(), threading.Event()
    seen: list[object] = []

    def hang() -> None:
        started.set()
        go_on.wait()

    runner.run(hang, seen.append)
    runner.run(lambda: seen.append("a queued task ran"), seen.append)
    assert started.wait(5)
    assert runner.close(30) is False
    go_on.set()
    assert runner.close(5000) is True
    qtbot.wait(0)
    assert seen == []
    assert not runner.busy


def test_a_task_that_never_ends_does_not_keep_the_process() -> None:
    """The program can leave at once after ``close`` returned False."""
    done = subprocess.run(  # noqa: S603 - this interpreter and a text above
        [sys.executable, "-c", HANGING], capture_output=True, text=True, timeout=20, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (3, "still running"), done.stderr


def test_the_window_lives_while_a_task_waits(qtbot: QtBot, runner: TaskRunner) -> None:
    """Other results arrive while one thread is blocked."""
    go_on = threading.Event()
    seen: list[Result[bool]] = []
    runner.run(go_on.wait, lambda _result: None)
    runner.run(lambda: QThread.currentThread() is not None, seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert runner.busy
    go_on.set()
    qtbot.waitUntil(lambda: not runner.busy)
