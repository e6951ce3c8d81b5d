"""What is said of the keychain while it is asked, whatever it answers."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.keychain import KeychainCalls
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.text import text
from qfpay_gui.services.keychain.errors import NoKeychain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

REFUSAL = NoKeychain(text("Keychain", "No bus."))
ASKING = "Asking the keychain …"


class Desk:
    """Calls, and everything that happened."""

    def __init__(self, qtbot: QtBot, patience_ms: int = 60_000) -> None:
        self.qtbot = qtbot
        self.runner = TaskRunner(1)
        self.calls = KeychainCalls(self.runner, patience_ms)
        self.happened: list[str] = []
        self.calls.changed.connect(lambda: self.happened.append(f"said {self.calls.notice} {self.calls.trouble}"))

    def ask(self, task: object = "value") -> None:
        """Ask for this value, or have this raised."""

        def answer() -> object:
            if isinstance(task, threading.Event):
                task.wait(10)
            if isinstance(task, Exception):
                raise task
            return task

        self.calls.ask(answer, lambda one: self.happened.append(f"got {one}"), lambda: self.happened.append("ended"))

    def settle(self) -> list[str]:
        """Everything, once nothing is owed any more."""
        self.qtbot.waitUntil(lambda: not self.calls.busy, timeout=10_000)
        return self.happened


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """A patient one."""
    made = Desk(qtbot)
    yield made
    assert made.runner.close(5000)


def test_before_anything_is_asked_nothing_is_said(desk: Desk) -> None:
    """Neither what it does nor that it is in trouble."""
    assert (desk.calls.busy, desk.calls.notice, desk.calls.trouble) == (False, None, False)


def test_an_answer_is_handed_over_before_it_is_said(desk: Desk) -> None:
    """What was said before is taken back with it."""
    desk.calls.say(text("Keychain", "old"), trouble=True)
    desk.happened.clear()
    assert not desk.calls.busy
    desk.ask()
    assert desk.calls.busy
    assert desk.settle() == [f"said {ASKING} False", "ended", "got value", "said None False"]


def test_while_another_answer_is_owed_it_is_still_asked(desk: Desk) -> None:
    """Until the last."""
    desk.ask("first")
    desk.ask("second")
    assert desk.settle()[2:] == ["ended", "got first", f"said {ASKING} False", "ended", "got second", "said None False"]


def test_a_refusal_is_said_in_its_own_words_and_a_fault_by_its_name(desk: Desk) -> None:
    """Nobody gets an answer, and it has ended all the same."""
    desk.ask(REFUSAL)
    assert desk.settle()[1:] == ["ended", f"said {REFUSAL.text} True"]
    desk.happened.clear()
    desk.ask(ZeroDivisionError("s3cret"))
    *_, ended, said = desk.settle()
    assert ended == "ended"
    assert said.startswith("said The keychain failed in an unknown way (ZeroDivisionError).")
    assert said.endswith(" True")
    assert "s3cret" not in said


def test_silence_is_said_and_a_late_answer_counts(qtbot: QtBot) -> None:
    """With the seconds it was waited for; what answered in time is not said to be silent later."""
    desk = Desk(qtbot, patience_ms=50)
    go_on = threading.Event()
    desk.ask(go_on)
    qtbot.waitUntil(lambda: desk.calls.trouble)
    assert "0.05" in str(desk.calls.notice)
    assert desk.calls.busy
    go_on.set()
    assert desk.settle()[-1] == "said None False"
    told = len(desk.happened)
    qtbot.wait(80)
    assert len(desk.happened) == told
    assert desk.runner.close(5000)


def test_without_anybody_to_hear_the_end_it_ends_too(desk: Desk) -> None:
    """Whoever asks need not wait for it."""
    desk.calls.ask(lambda: "x", lambda one: desk.happened.append(f"got {one}"))
    assert desk.settle() == [f"said {ASKING} False", "got x", "said None False"]
