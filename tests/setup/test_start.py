"""Whether ``main.py`` starts, or says what is missing, with whatever Python and packages there are."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qfpay_gui import __version__

ROOT = Path(__file__).parents[2]
READ_BY_AN_OLD_PYTHON = [
    *(ROOT / name for name in ("main.py", "qfpay_gui/__init__.py", "qfpay_gui/display.py")),
    *(ROOT / "qfpay_gui" / "setup").glob("*.py"),
    *(ROOT / "tests" / name for name in ("__main__.py", "desktop.py", "snippets/node.py")),
]


def _without_packages(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    """``main.py`` in a Python that has the standard library only."""
    command = [sys.executable, "-S", str(ROOT / "main.py"), *arguments]
    kept = {"PATH": os.defpath, **environ}
    return subprocess.run(command, env=kept, capture_output=True, encoding="utf-8", timeout=50, check=False)  # noqa: S603 - this very program


@pytest.mark.parametrize("path", READ_BY_AN_OLD_PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_old_python_can_read_the_set_up(path: Path) -> None:
    """Whatever Python 3 starts one of the two commands, from 3.8, it gets far enough to say what is needed."""
    assert ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_no_display_is_said_before_anything_is_installed() -> None:
    """The same line and exit code as after the set-up."""
    ended = _without_packages()
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("QFPay Tester cannot open its window: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    assert len(ended.stderr.splitlines()) == 1


def test_what_needs_no_package_is_answered_at_once() -> None:
    """Nobody has to install Qt to be told the version."""
    ended = _without_packages("--version")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"QFPay Tester {__version__}\n", "")


def test_the_package_can_be_run_as_a_module() -> None:
    """``python -m qfpay_gui`` is the installed command."""
    command = [sys.executable, "-m", "qfpay_gui", "--version"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=50, check=False)  # noqa: S603 - this very program
    assert (ended.returncode, ended.stdout) == (0, f"QFPay Tester {__version__}\n")
