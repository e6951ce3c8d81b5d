from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

_RUN = Path(__file__).with_name("run.py")
_ROW = re.compile(r"(.+?)((?: +\d+\.\d+){3}) +(\d+\.\d)x")
_MEASURED = [
    "process start to first paint",
    "process start to first reply",
    *(() if sys.platform == "win32" else ("megabytes held at the first paint",)),
    "signature()",
    "prepare() with its findings, and drawn",
    "doctor, one deviation",
    "doctor, up to two deviations",
    "doctor, up to three deviations",
    "keystroke to repainted signing string",
    "the same in a value of 20,000 characters",
    "the same with 40 further parameters",
    "request through the door",
    "the same to a host with TLS",
]


@pytest.mark.timeout(180)
def test_the_benchmarks_run_and_report_ratios() -> None:
    """One turn of each prints a row of positive numbers; how large they are is for people to judge."""
    command = [sys.executable, str(_RUN), "--rounds", "0"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=170)  # noqa: S603 - our own script
    rows = [match for line in done.stdout.splitlines() if (match := _ROW.fullmatch(line))]
    assert [row[1].rstrip() for row in rows] == _MEASURED, done.stderr
    assert all(float(number) > 0 for row in rows for number in (*row[2].split(), row[3]))
    assert done.returncode == 0
