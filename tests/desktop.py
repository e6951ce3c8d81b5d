"""Runs pytest on desktops of its own, a screen and a keychain each, so that the user's are never touched."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from pathlib import Path

from qfpay_gui.setup.commands import IN_CI, SetUpError, passes, say
from qfpay_gui.setup.virtual_environment import PYTHON, environment

_TOOLS = ("xvfb-run", "dbus-run-session", "gnome-keyring-daemon", "herbstluftwm")
_DESKTOP = ("xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "dbus-run-session", "--")
_PYTHON_ON_A_DESKTOP = (*_DESKTOP, "sh", str(Path(__file__).with_name("desktop.sh")), PYTHON)
_USER_SESSION = ("QT_", "WAYLAND_", "XDG_", "GNOME_KEYRING_")
# The tests start the program some dozen times, and would compile all of it each time.
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
# By name: those with the most tests first, which is usual, would leave one core alone with slow ones in the end.
_BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")
_CORES = str(os.cpu_count() or 1)


def pytest_passes(arguments: list[str]) -> bool:
    """Run pytest and return whether the tests passed; in CI the screens and keychains must be real ones.

    Without arguments, all tests are run, on all cores; with some, in one process.
    """
    missing = [tool for tool in _TOOLS if not shutil.which(tool)] if sys.platform.startswith("linux") else ["Linux"]
    if missing:
        return _offscreen(arguments, missing)
    environ = _environment(LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb")
    if arguments:
        return passes("pytest", [*_PYTHON_ON_A_DESKTOP, "-m", "pytest", *arguments], environ)
    workers = f"{_CORES}*popen//python={shlex.join(_PYTHON_ON_A_DESKTOP)}"
    return passes("pytest", [PYTHON, "-m", "pytest", *_BY_FILE, "--tx", workers], environ)


def _offscreen(arguments: list[str], missing: list[str]) -> bool:
    """Run the tests that need neither, with no keychain at all."""
    if IN_CI and sys.platform.startswith("linux"):
        raise SetUpError(f"the integration tests cannot run without {', '.join(missing)}")
    say(f"the tests marked 'integration' are left out, for they need {', '.join(missing)}")
    environ = _environment(QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")
    everything = [] if arguments else ["-n", _CORES, *_BY_FILE]
    return passes("pytest", [PYTHON, "-m", "pytest", "-m", "not integration", *everything, *arguments], environ)


def _environment(**own: str) -> dict[str, str]:
    """The environment of the checks without what the user's session wishes of Qt, and with these of its own."""
    kept = {name: value for name, value in environment().items() if not name.startswith((*_USER_SESSION, _UNCOMPILED))}
    return {**kept, **own}
