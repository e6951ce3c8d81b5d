"""Sets this clone up in .venv, then runs the product or its checks.

python3 .ci/do.py start [arguments of main.py]
python3 .ci/do.py test [arguments of pytest]

The exit code is that of main.py, or 1 when a check failed. On Debian and Ubuntu, missing system packages are added
when root or sudo is at hand, and named when not.
"""

from __future__ import annotations

import os
import subprocess
import sys

import debian
from commands import ROOT, SetUpError, passes, say
from desktop import pytest_passes
from virtual_environment import PYTHON, ensure_node, ensure_venv, environment, install, venv_packages

_LINT = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy", "--platform", "linux"],
}


def main(arguments: list[str]) -> int:
    """Carry out the verb in front of the arguments and return the exit code."""
    verbs = {"start": start, "test": test}
    if not arguments or arguments[0] not in verbs:
        print(__doc__)  # noqa: T201 - this is the answer to a wrong call
        return 2
    try:
        return verbs[arguments[0]](arguments[1:])
    except SetUpError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def start(arguments: list[str]) -> int:
    """Install the product and become ``main.py``; a self-test gets fonts too, for its screenshots."""
    fonts = debian.FONTS if "--self-test" in arguments else ()
    debian.add_packages(*debian.QT, *fonts, *venv_packages())
    ensure_venv()
    install("product", "--editable", ".")
    command = [PYTHON, str(ROOT / "main.py"), *arguments]
    if os.name == "nt":
        return subprocess.run(command, check=False).returncode  # noqa: S603 - the product itself
    return os.execv(PYTHON, command)  # noqa: S606 - so that signals and the exit code need no passing on


def test(arguments: list[str]) -> int:
    """Install what the checks need, run all of them, and name those that failed."""
    debian.add_packages(*debian.QT, *debian.FONTS, *debian.DESKTOP, *debian.LANGUAGES, *venv_packages())
    ensure_venv()
    install("pip", "--upgrade", "pip>=25.1")
    install("product", "--editable", ".")
    install("dev", "--group", "dev")
    ensure_node()
    failed = [name for name, lint in _LINT.items() if not passes(name, [PYTHON, "-m", *lint], environment())]
    if not pytest_passes(arguments):
        failed.append("pytest")
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
