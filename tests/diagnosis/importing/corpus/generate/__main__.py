"""Makes the pastes of the corpus by running real programs against the simulator.

    python -m tests.diagnosis.importing.corpus.generate --tools FOLDER [name …]

Each folder beside this file holds small programs of one language and ``programs.toml``, which says how each is run, for
which orders, and what of the order its print shows. A program finds its orders as JSON in the file named by $ORDERS.
What it prints, with the machine's date, names and paths replaced (``tidy``), is the paste; the expectation beside it
is made from the order itself, never by a reader. Without names, all are run; a program that is not to be had is named.

It runs as root on Linux, in network and mount namespaces of its own: there is nothing but loopback, and the API's host
name leads to the simulator on it. FOLDER holds what is not in Debian: ``node_modules`` and a Python ``venv``;
``packages.txt`` beside this file lists everything. The test suite never runs this.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.diagnosis.importing.corpus.generate.programs import Program, programs
from tests.diagnosis.importing.corpus.generate.stage import Stage


def main() -> int:
    """0 where every program ran, otherwise 1."""
    chosen = _arguments()
    if not chosen.inside:
        again = [sys.executable, "-m", "tests.diagnosis.importing.corpus.generate", "--inside", *sys.argv[1:]]
        return subprocess.call(["unshare", "--net", "--mount", "--uts", *again])
    wanted = [one for one in programs() if not chosen.names or one.name.startswith(tuple(chosen.names))]
    with Stage(chosen.tools.resolve()) as stage:
        failed = [one.name for one in wanted if not _made(stage, one)]
    return int(bool(failed))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="generate", description="Makes the pastes by running real programs.")
    parser.add_argument("names", nargs="*", help="how names of programs begin; none: all")
    parser.add_argument("--tools", type=Path, required=True, help="folder with node_modules and venv")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _made(stage: Stage, program: Program) -> bool:
    """Whether every paste of the program was written; says what was wrong otherwise."""
    good = True
    for group in program.orders:
        try:
            program.write(group, stage.run(program, group))
        except (OSError, ValueError, subprocess.SubprocessError) as error:
            good = False
            sys.stderr.write(f"{program.name}: {error}\n")
    return good


if __name__ == "__main__":
    raise SystemExit(main())
