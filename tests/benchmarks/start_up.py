"""From the start of the process to the first paint of the window, beside a bare window with as many widgets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.benchmarks.measuring import Comparison, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT = Path(__file__).with_name("first_paint.py")


def measure(rounds: int) -> Iterator[Comparison]:
    """Each start is a process of its own; compiled modules are there, as from any program's second start on."""
    with TemporaryDirectory(prefix="qfpay-benchmark-") as compiled:
        widgets = first_paint(compiled)["widgets"]

        def ours() -> Iterator[float]:
            yield first_paint(compiled)["milliseconds"]

        def bare() -> Iterator[float]:
            yield first_paint(compiled, str(widgets))["milliseconds"]

        our_times, bare_times = side_by_side(ours, bare, rounds)
    yield Comparison("process start to first paint", f"a bare window with {widgets} widgets", our_times, bare_times)


def first_paint(compiled: str, *widgets: str) -> dict[str, Any]:
    """What one start reports, with compiled modules in this folder; CalledProcessError where it failed."""
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory(prefix="qfpay-benchmark-") as folder:
        command = [sys.executable, str(_SCRIPT), str(time.monotonic()), folder, *widgets]
        environ["TMPDIR"] = folder
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603 - our own script
    report: dict[str, Any] = json.loads(done.stdout)
    return report
