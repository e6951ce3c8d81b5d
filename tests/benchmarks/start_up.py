"""From the start of the process to the first paint and the first reply, beside a bare window with as many widgets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.benchmarks.measuring import Comparison, rehearsed

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCRIPT = Path(__file__).with_name("first_paint.py")


def measure(rounds: int) -> Iterator[Comparison]:
    """Each start is a process of its own; compiled modules are there, as from any program's second start on."""
    painted, bare, replied = zip(*rehearsed(_turn, rounds), strict=True)
    window = f"a bare window with {painted[0]['widgets']} widgets"
    for what, ours, unit in (
        ("process start to first paint", painted, "milliseconds"),
        ("process start to first reply", replied, "milliseconds"),
        ("megabytes held at the first paint", painted, "megabytes"),
    ):
        if bare[0][unit]:
            yield Comparison(what, window, tuple(one[unit] for one in ours), tuple(one[unit] for one in bare))


def _turn() -> tuple[dict[str, Any], ...]:
    painted = first_paint()
    return painted, first_paint(str(painted["widgets"])), first_paint("reply")


def first_paint(*widgets: str) -> dict[str, Any]:
    """What one start reports, its modules compiled for the next; CalledProcessError where it failed."""
    environ = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with TemporaryDirectory(prefix="qfpay-benchmark-") as folder:
        command = [sys.executable, str(_SCRIPT), str(time.monotonic()), folder, *widgets]
        environ["TMPDIR"] = folder
        done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60)  # noqa: S603 - our own script
    report: dict[str, Any] = json.loads(done.stdout)
    return report
