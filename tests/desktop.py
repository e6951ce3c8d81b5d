"""Runs pytest on a screen and a keychain of its own, so that the user's are never touched."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from qfpay_gui.setup.commands import IN_CI, SetUpError, passes, say
from qfpay_gui.setup.virtual_environment import PYTHON, environment

_TOOLS = ("xvfb-run", "dbus-run-session", "gnome-keyring-daemon", "herbstluftwm")
_SESSION_SCRIPT = str(Path(__file__).with_name("desktop.sh"))
_FOLDERS = ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME")
_SCREENLESS = (
    "tests/diagnosis",
    "tests/models",
    "tests/qfpay",
    "tests/services/notifications",
    "tests/services/simulator",
    "tests/snippets",
)
_SESSION = ("QT_", "WAYLAND_", "XDG_SESSION_", "GNOME_KEYRING_")


def pytest_passes(arguments: list[str]) -> bool:
    """Run the tests and return whether they passed; in CI the screen and the keychain must be real ones.

    Without arguments, the rooms that need neither are tested on all cores first.
    """
    if arguments:
        return _seen_passes(arguments)
    first = [PYTHON, "-m", "pytest", "-n", "auto", *_SCREENLESS]
    has_passed = passes("pytest, what needs no screen", first, _screenless())
    return _seen_passes([f"--ignore={folder}" for folder in _SCREENLESS]) and has_passed


def _seen_passes(arguments: list[str]) -> bool:
    missing = [tool for tool in _TOOLS if not shutil.which(tool)] if sys.platform.startswith("linux") else ["Linux"]
    if not missing:
        return _on_a_desktop(arguments)
    if IN_CI and sys.platform.startswith("linux"):
        raise SetUpError(f"the integration tests cannot run without {', '.join(missing)}")
    return _offscreen(arguments, missing)


def _on_a_desktop(arguments: list[str]) -> bool:
    """Run pytest on an X server and an unlocked Secret Service, in a home that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="qfpay-") as home:
        folders = {name: str(Path(home) / name.lower()) for name in _FOLDERS}
        for folder in folders.values():
            Path(folder).mkdir(mode=0o700)
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "dbus-run-session", "--"]
        command = [*screen, "sh", _SESSION_SCRIPT, PYTHON, "-m", "pytest", *arguments]
        return passes("pytest", command, _environment(HOME=home, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="xcb", **folders))


def _offscreen(arguments: list[str], missing: list[str]) -> bool:
    """Run the tests that need neither, with no keychain at all."""
    say(f"the tests marked 'integration' are left out, for they need {', '.join(missing)}")
    return passes("pytest", [PYTHON, "-m", "pytest", "-m", "not integration", *arguments], _screenless())


def _screenless() -> dict[str, str]:
    return _environment(QT_QPA_PLATFORM="offscreen", PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring")


def _environment(**own: str) -> dict[str, str]:
    """The environment of the checks without what the user's session wishes of Qt, and with these of its own."""
    kept = {name: value for name, value in environment().items() if not name.startswith(_SESSION)}
    return {**kept, **own}
