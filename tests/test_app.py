from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader

from qfpay_gui import __version__
from qfpay_gui.app import main
from qfpay_gui.models.support import versions

_MAIN = Path(__file__).parent.parent / "main.py"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM", "QFPAY_TESTER_HOME")
_CHECKS = ("opens", "simulator", "filled in", "signature", "Send", "snippet", "languages")

pytestmark = pytest.mark.timeout(180)  # the self-test with pictures builds the window a dozen times
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")


def _run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a person starts it, in an environment without any display but the one given."""
    kept = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    command = [sys.executable, str(_MAIN), *arguments]
    return subprocess.run(  # noqa: S603 - this very program
        command, env=kept | environment, capture_output=True, encoding="utf-8", timeout=170, check=False
    )


@linux
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}, {"DISPLAY": "no such thing"}], ids=str)
def test_without_a_display_it_says_so_in_one_line(environment: dict[str, str]) -> None:
    """No traceback, no abort: what is missing, and what to do, with exit code 2."""
    ended = _run(**environment)
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "display" in ended.stderr
    assert "--self-test" in ended.stderr


@linux
def test_the_self_test_needs_no_display_and_takes_pictures(tmp_path: Path) -> None:
    """One line a check, all of them ok, exit code 0, and pictures of the window at both promised sizes."""
    home, pictures, temporary = tmp_path / "home", tmp_path / "pictures", tmp_path / "temporary"
    temporary.mkdir()
    ended = _run("--self-test", "--screenshots", str(pictures), QFPAY_TESTER_HOME=str(home), TMPDIR=str(temporary))
    lines = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr) == (0, ""), ended.stdout
    assert lines[0].startswith(f"QFPay Tester {__version__}, ")
    assert all(line.startswith("ok  ") for line in lines[len(versions()) :])
    assert all(any(word in line for line in lines) for word in _CHECKS)
    sizes = {QImageReader(str(path)).size().toTuple() for path in pictures.glob("*.png")}
    assert {(1280, 800), (1024, 640)} <= sizes
    assert not home.exists(), "the self-test touches nothing of the user's"
    assert list(temporary.iterdir()) == []


def test_a_failed_check_is_exit_code_1(tmp_path: Path) -> None:
    """Where pictures cannot be written, the line says failed and the exit code tells scripts so.

    Each check before it waits for what it needs, however fast the one before was.
    """
    blocked = tmp_path / "a file"
    blocked.write_text("")
    ended = _run("--self-test", "--screenshots", str(blocked), QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 1
    *passed, failed = ended.stdout.splitlines()[len(versions()) :]
    assert failed.startswith("failed  ")
    assert all(line.startswith("ok  ") for line in passed)


def test_help_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    """And starts nothing."""
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert all(option in shown for option in ("--self-test", "--screenshots", "--version", "file"))


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """The one number that stands in the package."""
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"QFPay Tester {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--screenshots", "x"], ["--keychain"], ["--nonsense"], ["a", "b"], ["--self-test", "a"]]
)
def test_what_makes_no_sense_is_refused_with_the_usage(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Pictures without a self-test, unknown options, two files, a file for the self-test."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert "usage: qfpay-tester" in capsys.readouterr().err


def test_the_process_ends_at_once_with_what_was_said_and_its_code() -> None:
    """Without Python's own end, in which Qt's objects outlive their application, and without waiting for a thread."""
    program = (
        "import atexit, sys, threading, time\n"
        "from qfpay_gui.app import leave\n"
        "atexit.register(print, 'too late')\n"
        "threading.Thread(target=time.sleep, args=(600,)).start()\n"
        "sys.stdout.write('said'); leave(3)\n"
    )
    ended = subprocess.run(  # noqa: S603 - a text above
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (3, "said", "")
