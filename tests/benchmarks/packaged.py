"""The packaged program beside the same program with the Python here: until its window is open, and one command."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.measuring import Comparison, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLONE = Path(__file__).resolve().parents[2]
_HERE = [sys.executable, "-m", "qfpay_gui"]
_OPENED = "ok  the window opens"


def measure(program: str, rounds: int) -> Iterator[Comparison]:
    """Of the self-test the time until it says that the window is open, and of ``sign`` the whole."""
    for what, ask in (("packaged: start to an open window", _opened), ("packaged: sign, whole", _signed)):
        ours, bare = side_by_side(lambda ask=ask: ask([program]), lambda ask=ask: ask(_HERE), rounds)  # type: ignore[misc]  # a lambda with a default
        yield Comparison(what, "the same with the Python here", ours, bare)


def _opened(program: list[str]) -> Iterator[float]:
    started = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - the product itself
        [*program, "--self-test"], cwd=_CLONE, env=_environ(), stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        if any(line.startswith(_OPENED) for line in running.stdout):
            yield (time.perf_counter() - started) * 1000
        running.kill()


def _signed(program: list[str]) -> Iterator[float]:
    started = time.perf_counter()
    subprocess.run([*program, "sign", "-p", "txamt=300"], cwd=_CLONE, env=_environ(), capture_output=True, check=False)  # noqa: S603 - as above
    yield (time.perf_counter() - started) * 1000


def _environ() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in {"PYTHONDONTWRITEBYTECODE", "DISPLAY"}}
