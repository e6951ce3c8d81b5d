"""Brings ``main.py`` to where everything it needs is installed, or says in one message what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from qfpay_gui.display import DEBIAN_PACKAGES, missing_display
from qfpay_gui.setup.commands import ROOT, SetUpError, say
from qfpay_gui.setup.debian import add_packages
from qfpay_gui.setup.virtual_environment import (
    PYTHON,
    VENV,
    ensure_venv,
    install,
    is_installed,
    venv_packages,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRODUCT = ("product", "--editable", ".")
_ANSWERED_AT_ONCE = frozenset({"-h", "--help", "--version"})
_FAILED, _NO_DISPLAY, _INTERRUPTED = 1, 2, 130


def set_up(arguments: Sequence[str]) -> None:
    """Return where this Python has all that these arguments of ``main.py`` need; else install it and go on there.

    Raises SystemExit, with ``main.py``'s exit code, where it goes on in another process or cannot go on.
    """
    if sys.version_info >= (3, 11) and (_has_dependencies() or _ANSWERED_AT_ONCE.intersection(arguments)):
        return
    problem = None if "--self-test" in arguments else missing_display(os.environ, sys.platform, is_set_up=False)
    if problem:
        print(problem, file=sys.stderr)  # noqa: T201 - the one line a person without a display gets
        sys.exit(_NO_DISPLAY)
    try:
        _install()
    except SetUpError as missing:
        say(str(missing))
        sys.exit(_FAILED)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    _become([PYTHON, str(ROOT / "main.py"), *arguments])


def _has_dependencies() -> bool:
    """Whether this Python finds what the product imports; Debian has parts of PySide6 as packages of their own."""
    qt = find_spec("PySide6")
    has_qt = qt is not None and qt.origin is not None and any(Path(qt.origin).parent.glob("QtSvg.*"))
    return has_qt and all(find_spec(name) for name in ("requests", "keyring"))


def _install() -> None:
    """Install the product into ``.venv`` unless that was done.

    Raises SetUpError.
    """
    if is_installed(*_PRODUCT):
        if Path(sys.prefix).resolve() == VENV.resolve():
            raise SetUpError(f"{VENV} is damaged: delete that folder, then start again.")
        return
    add_packages(*DEBIAN_PACKAGES, *venv_packages())
    ensure_venv()
    install(*_PRODUCT)


def _become(command: list[str]) -> None:
    """Go on as this command; Windows has no way to but to wait for it."""
    if os.name == "nt":
        sys.exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - the product itself
    os.execv(command[0], command)  # noqa: S606 - so that signals and the exit code need no passing on
