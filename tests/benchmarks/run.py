"""Measures the product beside something bare, in one run, and prints a table. Nothing passes or fails.

python tests/benchmarks/run.py [--rounds N] [--only start_up|signing|doctor|keystroke|door]
python tests/benchmarks/run.py [--rounds N] --package dist/work/dist/qfpay-tester/qfpay-tester
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6 import __version__ as pyside_version

from tests.benchmarks import doctor, door, keystroke, packaged, signing, start_up
from tests.benchmarks.measuring import Comparison, heading, lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BENCHMARKS: dict[str, tuple[Callable[[int], Iterator[Comparison]], int]] = {
    "start_up": (start_up.measure, 9),
    "signing": (signing.measure, 30),
    "doctor": (doctor.measure, 5),
    "keystroke": (keystroke.measure, 30),
    "door": (door.measure, 30),
}
"""What can be measured, and in how many rounds unless told otherwise."""


def main() -> None:
    """Run the benchmarks asked for."""
    parser = argparse.ArgumentParser(description="Measure the product beside something bare.")
    parser.add_argument(
        "--rounds", type=int, help="how often each of a pair takes its turn, after a rehearsal; 0: only that"
    )
    parser.add_argument("--only", choices=_BENCHMARKS, help="run one benchmark")
    parser.add_argument("--package", metavar="PROGRAM", help="measure this packaged program instead")
    options = parser.parse_args()
    _say(f"Python {platform.python_version()}, PySide6 {pyside_version}, {os.environ['QT_QPA_PLATFORM']}")
    _say(heading())
    if options.package:
        for comparison in packaged.measure(options.package, 5 if options.rounds is None else options.rounds):
            _say(lines(comparison))
        return
    for name, (measure, rounds) in _BENCHMARKS.items():
        if options.only in {None, name}:
            for comparison in measure(rounds if options.rounds is None else options.rounds):
                _say(lines(comparison))


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201 - the report


if __name__ == "__main__":
    main()
