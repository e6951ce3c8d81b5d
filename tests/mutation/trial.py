"""A copy of the tree in which a module is changed, and the tests that should notice, each time in a new process."""

from __future__ import annotations

import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.mutation.changes import Change

ROOT = Path(__file__).parents[2]
_PACKAGE = "qfpay_gui"
# What the parent has imported already cannot be written anew for better messages, which nobody reads here.
_QUIET = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
_LEAST_SECONDS, _TIMES_AS_LONG = 20.0, 4.0
_KEEP_OUT = shutil.ignore_patterns("__pycache__", "screenshots", "node_modules")


@dataclass(frozen=True)
class Outcome:
    """What became of a run: its exit code, None for one that did not end in time; and how many seconds it took."""

    code: int | None
    seconds: float


class Trial:
    """Owns the copy. The tests run in children of this process, which has what they import from outside already."""

    def __init__(self) -> None:
        self._home = tempfile.TemporaryDirectory(prefix="qfpay-mutation-")
        self.root = Path(self._home.name) / "tree"
        for name in (_PACKAGE, "tests", "resources", ".ci"):
            shutil.copytree(ROOT / name, self.root / name, ignore=_KEEP_OUT, symlinks=True)
        for name in ("pyproject.toml", "main.py", "README.md"):
            shutil.copy(ROOT / name, self.root)
        self._well: dict[str, float] = {}

    def close(self) -> None:
        """Remove the copy."""
        self._home.cleanup()

    def normal(self, tests: tuple[str, ...]) -> Outcome:
        """How the tests end without any change; a file whose tests ended well is not run again for another module."""
        unknown = tuple(one for one in tests if one not in self._well)
        if unknown:
            ran = self._run(unknown, 590)
            if ran.code != 0:
                return ran
            self._well |= dict.fromkeys(unknown, ran.seconds / len(unknown))
        return Outcome(0, sum(self._well[one] for one in tests))

    def with_change(self, module: Path, change: Change, tests: tuple[str, ...]) -> Outcome:
        """How the tests end with this change; the module is as it was afterwards."""
        path = self.root / module
        source = path.read_text(encoding="utf-8")
        try:
            self._write(path, change.made(source))
            return self._run(tests, max(_LEAST_SECONDS, _TIMES_AS_LONG * self.normal(tests).seconds))
        finally:
            self._write(path, source)

    def _write(self, path: Path, source: str) -> None:
        path.write_text(source, encoding="utf-8")
        # What was compiled is told from what is written by second and size, which may both be the same.
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
            compiled.unlink()

    def _run(self, tests: tuple[str, ...], most_seconds: float) -> Outcome:
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            self._be_the_tests(tests)
        while time.monotonic() - began < most_seconds:
            ended, status = os.waitpid(child, os.WNOHANG)
            if ended:
                return Outcome(os.waitstatus_to_exitcode(status), time.monotonic() - began)
            time.sleep(0.05)
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return Outcome(None, time.monotonic() - began)

    def _be_the_tests(self, tests: tuple[str, ...]) -> NoReturn:
        code = 99
        try:
            os.setsid()
            os.chdir(self.root)
            output = os.open(self.root.parent / "output.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for stream, instead in ((0, os.open(os.devnull, os.O_RDONLY)), (1, output), (2, output)):
                os.dup2(instead, stream)
            sys.path[:] = [
                str(self.root),
                *(one for one in sys.path if Path(one).resolve() not in {ROOT, ROOT / "tests"}),
            ]
            for name in [name for name in sys.modules if name.split(".")[0] in {_PACKAGE, "tests"}]:
                del sys.modules[name]
            import pytest  # noqa: PLC0415 - loaded by the parent

            options = ["-x", "-q", "-p", "no:cacheprovider", "-m", "not integration", *_QUIET]
            code = int(pytest.main([*options, *tests], plugins=[_Quick()]))
        except BaseException:  # noqa: BLE001 - nothing of the parent's must go on in the child
            traceback.print_exc()
        sys.stdout.flush()
        os._exit(code)


class _Quick:
    """Has Hypothesis try the same examples each time, and look for no smaller one where one fails."""

    def pytest_configure(self) -> None:
        """After the tests' own settings, before their modules."""
        from hypothesis import Phase, settings  # noqa: PLC0415 - loaded by the parent

        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("quick", settings.default, phases=phases, derandomize=True, database=None)
        settings.load_profile("quick")


def warm_up() -> None:
    """Import what the tests would import from outside this repository, so that each child has it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    import hypothesis.strategies  # noqa: F401, PLC0415 - for its effect
    import PySide6.QtWidgets  # noqa: F401, PLC0415 - likewise
    import pytest  # noqa: F401, PLC0415 - likewise
    import requests  # noqa: F401, PLC0415 - likewise


def nearest_tests(module: Path) -> tuple[str, ...]:
    """The files that test this module: of its name, those that import it, those of its room, and what is told above.

    What lies beside the rooms of a floor is tested beside them, by what names it.
    """
    inside = module.relative_to(_PACKAGE)
    room = Path("tests") / inside.parent
    while not any((ROOT / room).glob("test_*.py")):
        room = room.parent
    named = room / f"test_{inside.stem}.py"
    files = [*([named] if (ROOT / named).exists() else []), *_importing(module)]
    if len(inside.parts) > 2 or not files:
        files += [path.relative_to(ROOT) for path in sorted((ROOT / room).rglob("test_*.py"))]
    if len(inside.parts) > 3:
        files += _told_above(inside.parent.parent)
    return tuple(dict.fromkeys(map(str, files)))


def _told_above(room: Path) -> Iterator[Path]:
    """Tests of the room around that are of none of its modules: they tell what its rooms do together."""
    for path in sorted((ROOT / "tests" / room).glob("test_*.py")):
        if not (ROOT / _PACKAGE / room / path.name.removeprefix("test_")).exists():
            yield path.relative_to(ROOT)


def _importing(module: Path) -> Iterator[Path]:
    """Tests below the window that name the module in an import."""
    dotted = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    package, _, name = dotted.rpartition(".")
    named = re.compile(
        rf"^from {re.escape(dotted)} import|^from {re.escape(package)} import [^\n]*\b{name}\b", re.MULTILINE
    )
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        inside = path.relative_to(ROOT)
        if inside.parts[1] not in {"ui", "journeys", "benchmarks", "mutation"} and named.search(
            path.read_text(encoding="utf-8")
        ):
            yield inside
