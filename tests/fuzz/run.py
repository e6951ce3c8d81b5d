"""Searches for inputs that break what reads other people's words; a developer's command.

python tests/fuzz/run.py [--seconds N] [--only paste|reply|proof|notification|settings|simulator] [--seed N]

What it finds is as short as it could be made, and written to the system's folder for temporary files; it exits with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.fuzz.engine import Fuzzer
from tests.fuzz.targets import TARGETS

if TYPE_CHECKING:
    from tests.fuzz.engine import Crash


def main() -> int:
    """Fuzz what was asked for."""
    parser = argparse.ArgumentParser(description="Search for inputs that break a reader.")
    parser.add_argument("--seconds", type=float, default=60.0, help="for each; 60 by default")
    parser.add_argument("--only", choices=TARGETS, help="one reader")
    parser.add_argument("--seed", type=int, default=0, help="equal seeds make equal inputs")
    options = parser.parse_args()
    found = 0
    for name, target in TARGETS.items():
        if options.only in {None, name}:
            report = Fuzzer(target, options.seed).run(seconds=options.seconds)
            _say(
                f"{name}: {report.runs:,} inputs, {len(report.corpus):,} kept, {len(report.features):,} features, ",
                end="",
            )
            _say(f"at most {report.steps_a_byte:.0f} steps a byte, {len(report.crashes)} broke it")
            for crash in report.crashes:
                _say(f"  {crash.kind} in {crash.place}: {crash.data[:100]!r} … {_kept(name, crash)}")
            found += len(report.crashes)
    return 1 if found else 0


def _kept(name: str, crash: Crash) -> Path:
    """Where the input and what it did are written."""
    folder = Path(tempfile.gettempdir()) / "qfpay-fuzz"
    folder.mkdir(exist_ok=True)
    place = folder / f"{name}-{hashlib.sha256(crash.data).hexdigest()[:12]}"
    place.write_bytes(crash.data)
    place.with_suffix(".txt").write_text(crash.trace, encoding="utf-8")
    return place


def _say(words: str, end: str = "\n") -> None:
    print(words, end=end, flush=True)  # noqa: T201 - the report


if __name__ == "__main__":
    raise SystemExit(main())
