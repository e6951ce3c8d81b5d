"""Changes the program in small ways and counts how many of the changes the tests notice.

Usage: ``python tests/mutation/run.py [--room ROOM …] [--sample N] [--seed S] [--only WORDS]``. Of each room (a folder
or a module of ``qfpay_gui``; by default the four below the window) N changes are drawn. A change that no test can
notice stands with its reason in ``equal.json``, by its name or by what it replaces. Everything happens in a copy of the
tree, at a low priority.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.mutation.changes import Change, changes  # noqa: E402 - found by the line before
from tests.mutation.trial import Trial, nearest_tests, warm_up  # noqa: E402 - likewise

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOMS = ("qfpay", "diagnosis", "services", "models")
_EQUAL = Path(__file__).with_name("equal.json")
Place = tuple[Path, Change]


def places(room: str) -> list[Place]:
    """Every change of a room that a test could notice."""
    path = ROOT / "qfpay_gui" / room
    modules = sorted(path.rglob("*.py")) if path.is_dir() else [path.with_suffix(".py")]
    inside = [module.relative_to(ROOT) for module in modules]
    return [(module, one) for module in inside for one in changes((ROOT / module).read_text(encoding="utf-8"))]


def equal() -> dict[str, dict[str, str]]:
    """By module and change, or the place of several, why it makes no difference."""
    found: dict[str, dict[str, str]] = json.loads(_EQUAL.read_text(encoding="utf-8"))
    return found


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--room", action="append", help="such as qfpay/orders; may be given several times")
    parser.add_argument("--sample", type=int, default=50, metavar="N", help="so many changes of each room (50)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="another seed draws others (1)")
    parser.add_argument("--only", default="", metavar="WORDS", help="changes whose name holds these words")
    return parser.parse_args(arguments)


def drawn(room: str, options: argparse.Namespace) -> list[Place]:
    """The changes to be tried, module after module."""
    offered = [place for place in places(room) if options.only in place[1].name]
    chance = random.Random(options.seed)  # noqa: S311 - a sample, no secret
    return sorted(chance.sample(offered, min(options.sample, len(offered))), key=lambda one: (one[0], one[1].start))


def tried(trial: Trial, wanted: list[Place]) -> Iterator[tuple[Place, str]]:
    """Each change, and whether it was noticed."""
    known = equal()
    for module, change in wanted:
        tests = nearest_tests(module)
        if {change.name, change.place} & known.get(str(module), {}).keys():
            yield (module, change), "equal"
        elif trial.normal(tests).code != 0:
            yield (module, change), "tests fail without it"
        else:
            code = trial.with_change(module, change, tests).code
            yield (module, change), "hung" if code is None else "survived" if code == 0 else "killed"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print each change that survived, and a line a room; 1 where any did."""
    options = _options(arguments)
    os.nice(5)
    warm_up()
    trial = Trial()
    total: Counter[str] = Counter()
    try:
        for room in options.room or ROOMS:
            counted: Counter[str] = Counter()
            for (module, change), became in tried(trial, drawn(room, options)):
                counted[became] += 1
                if became not in {"killed", "hung", "equal"}:
                    print(f"{became}: {module}:{change.line} {change.name}", flush=True)  # noqa: T201 - what it is run for
            print(_line(room, counted), flush=True)  # noqa: T201 - likewise
            total += counted
    finally:
        trial.close()
    return 1 if total["survived"] + total["tests fail without it"] else 0


def _line(room: str, counted: Counter[str]) -> str:
    noticed = counted["killed"] + counted["hung"]
    judged = noticed + counted["survived"]
    share = f"{100 * noticed / judged:.0f} %" if judged else "–"
    return f"{room}: {noticed} of {judged} noticed ({share}); {counted['equal']} equal"


if __name__ == "__main__":
    sys.exit(main())
