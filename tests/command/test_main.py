from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.command import VERBS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.command.conftest import Ended

_WITHOUT = (
    "import sys; sys.modules[sys.argv.pop(1)] = None; from qfpay_gui.app import main; sys.exit(main(sys.argv[1:]))"
)


@pytest.mark.parametrize(
    ("arguments", "stdin", "code"),
    [
        (("diagnose", "--signature", "0" * 32), "txamt=300&txcurrcd=HKD", 1),
        (("sign", "-p", "txamt=300"), "", 1),
        (("send",), "", 0),
        (("completion", "bash"), "", 0),
        (("simulate", "--help"), "", 0),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_no_verb_needs_qt(tmp_path: Path, arguments: tuple[str, ...], stdin: str, code: int) -> None:
    """PySide6 cannot be imported here, and nothing asks for it."""
    ended = _without("PySide6", tmp_path, arguments, stdin)
    assert (ended.returncode, ended.stderr) == (code, b"")
    assert ended.stdout


def test_what_reads_a_paste_is_not_loaded_where_none_is_read(tmp_path: Path) -> None:
    """It takes half of the start."""
    ended = _without("qfpay_gui.diagnosis", tmp_path, ("sign", "-p", "txamt=300"))
    assert (ended.returncode, ended.stderr) == (1, b"")


def _without(
    name: str, folder: Path, arguments: tuple[str, ...], stdin: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """This program where a package of this name cannot be imported."""
    return subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-c", _WITHOUT, name, *arguments],
        input=stdin.encode(),
        env={"QFPAY_TESTER_HOME": str(folder), "PYTHONIOENCODING": "utf-8", "PATH": ""},
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_says_what_it_takes(command: Callable[..., Ended], verb: str) -> None:
    """And refuses what it does not."""
    ended = command(verb, "--help")
    assert ended.code == 0
    assert "usage:" in ended.out
    assert command(verb, "--no-such-option").code == 2


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_completion_is_a_script_that_knows_every_verb(command: Callable[..., Ended], shell: str) -> None:
    """Bash itself completes with it."""
    written = command("completion", shell).out
    complete = "COMP_WORDS=(qfpay-tester send --js); COMP_CWORD=2; _qfpay_tester; echo ${COMPREPLY[*]}"
    if shell == "bash":
        asked = ["bash", "-c", f"{written}\n{complete}"]
        said = subprocess.run(asked, capture_output=True, encoding="utf-8", timeout=20, check=True)  # noqa: S603
        assert said.stdout == "--json\n"
    assert all(verb in written for verb in VERBS)
    assert ("bashcompinit" in written) == (shell == "zsh")


def test_the_key_has_no_option(command: Callable[..., Ended]) -> None:
    """Options are seen by every process of the machine."""
    assert not any("--client-key" in command(verb, "--help").out for verb in ("diagnose", "sign", "send"))
