from __future__ import annotations

import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.secrets.exchange import Mask
from qfpay_gui.services.faults.faults import CRASHED, Fault, Faults, note
from qfpay_gui.services.faults.log import FaultLog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KEY = "3F2A9C71D4E84B0C9B1D5E6F7A8B9C0D"

DYING = """
import faulthandler, sys
from pathlib import Path
from qfpay_gui.services.faults.faults import Faults
from qfpay_gui.services.faults.log import FaultLog
Faults(FaultLog(Path(sys.argv[1]))).install()
faulthandler._sigabrt()
"""


@pytest.fixture
def told() -> list[Fault]:
    """What the window was told."""
    return []


@pytest.fixture
def faults(tmp_path: Path, told: list[Fault], monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    """Taking every fault of this process; the interpreter's own trace of crashes stays pytest's."""
    monkeypatch.setattr(FaultLog, "watch_for_crashes", lambda _log: "")
    made = Faults(FaultLog(tmp_path / "home"))
    made.tell = told.append
    made.install()
    yield made
    made.remove()


def fail(words: str) -> None:
    """Raise with these words."""
    raise ValueError(words)


def in_a_thread(words: str) -> None:
    """Let a thread die of these words."""
    thread = threading.Thread(target=fail, args=(words,), name="a thread")
    thread.start()
    thread.join()


class Unraisable:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        fail("in a destructor")


def test_a_thread_that_dies_is_written_down_and_told(faults: Faults, told: list[Fault]) -> None:
    """With the thread's name, the place in the code, and the words."""
    in_a_thread("nothing secret")
    assert told == [Fault("ValueError")]
    written = faults.log.latest()
    assert "a thread" in written
    assert "test_faults.py" in written
    assert "ValueError: nothing secret" in written


def test_what_fails_in_a_destructor_is_written_down_only(faults: Faults, told: list[Fault]) -> None:
    """Nobody asked for anything there, so nobody is told."""
    Unraisable()
    assert "in a destructor" in faults.log.latest()
    assert told == []


def test_a_caught_fault_can_be_handed_over(faults: Faults, told: list[Fault]) -> None:
    """Quietly, it is written down only; afterwards, nobody takes it."""
    note(KeyError("foreseen"), quietly=True)
    assert told == []
    note(KeyError("unforeseen"))
    assert told == [Fault("KeyError")]
    faults.remove()
    note(KeyError("too late"))
    assert "too late" not in faults.log.latest()
    assert "KeyError" in faults.log.latest()


def test_keyboard_interrupt_is_no_fault(faults: Faults, told: list[Fault], capsys: pytest.CaptureFixture[str]) -> None:
    """It ends as it would without anybody taking faults."""
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == []
    assert faults.log.latest() == ""
    assert "KeyboardInterrupt" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        f"cannot sign with {KEY}",
        f"client_key={KEY.lower()}&x",
        "unknown key 9b1d5e6f7a8b9c0d3f2a9c71d4e84b0c",
        "user_creid 430067798868676871",
        "no such person 430067798868676871",
        "http://somebody:hunter22@proxy.example",
        "/home/zhangsan/x",
    ],
)
def test_no_secret_is_written(faults: Faults, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a known key, nor what looks like an unknown one, an ID, a login, or the name of a home folder."""
    faults.mask = lambda: Mask(secrets=(KEY,))
    in_a_thread(words)
    for written in (faults.log.latest(), capsys.readouterr().err):
        assert "ValueError" in written
        lowered = written.lower()
        assert not any(one in lowered for one in (KEY.lower(), "9b1d5e6f7a8b", "430067", "hunter22", "zhangsan"))


def test_reasons_and_notes_are_masked_too(faults: Faults) -> None:
    """What led to an exception stands before it, just as clean."""
    faults.mask = lambda: Mask(secrets=(KEY,))
    reason = ValueError(f"reason {KEY}")
    effect = RuntimeError("effect")
    effect.__cause__ = reason
    effect.add_note(f"note {KEY}")
    faults.take(effect)
    written = faults.log.latest()
    assert written.index("ValueError: reason") < written.index("RuntimeError: effect")
    assert KEY not in written


def test_where_the_mask_fails_no_words_are_written(faults: Faults) -> None:
    """Another thread may change what it reads: then the place in the code must do."""

    def broken() -> Mask:
        raise RuntimeError("changed during iteration")

    faults.mask = broken
    in_a_thread(f"key {KEY}")
    assert "ValueError: •••" in faults.log.latest()


def test_the_same_fault_is_written_seldom(faults: Faults, told: list[Fault]) -> None:
    """At its first and tenth time, however often a timer repeats it; each time is told."""
    error = ValueError("again")
    for _time in range(15):
        faults.take(error)
    assert faults.log.latest().count("ValueError: again") == 2
    assert "time 10 of the same" in faults.log.latest()
    assert len(told) == 15


def test_a_fault_in_telling_is_not_told(faults: Faults) -> None:
    """What takes faults never raises one."""

    def broken(_fault: Fault) -> None:
        raise RuntimeError

    faults.tell = broken
    in_a_thread("first")
    assert "first" in faults.log.latest()


def test_without_a_console_nothing_is_printed(faults: Faults, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where Windows starts a program without one."""
    monkeypatch.setattr(sys, "stderr", None)
    in_a_thread("silent")
    assert "silent" in faults.log.latest()


def test_what_a_process_died_of_is_told_at_the_next_start(
    tmp_path: Path, told: list[Fault], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The interpreter's trace of the crash becomes part of the log, once, without the names of folders."""
    home = tmp_path / "home"
    ended = subprocess.run([sys.executable, "-c", DYING, str(home)], check=False, timeout=30, capture_output=True)  # noqa: S603 - a text above
    assert ended.returncode != 0
    monkeypatch.setattr("faulthandler.enable", lambda _file: None)
    monkeypatch.setattr("faulthandler.disable", lambda: None)
    for _start in range(2):
        faults = Faults(FaultLog(home))
        faults.tell = told.append
        faults.install()
        faults.remove()
    assert told == [CRASHED]
    assert faults.log.latest().count("died here the last time") == 1
    assert "Fatal Python error: Aborted" in faults.log.latest()


def test_before_there_is_anybody_to_tell_the_last_fifty_are_remembered(tmp_path: Path) -> None:
    """And the last fifty entries, where no file can be written too."""
    early = Faults(FaultLog(tmp_path))
    for number in range(60):
        early.take(ValueError(f"number {number} of many"))
        early.take(type(f"Error{number}", (Exception,), {})())
    assert len(early.untold) == len(early.latest) == 50
    assert early.untold[-1].kind == "Error59"
