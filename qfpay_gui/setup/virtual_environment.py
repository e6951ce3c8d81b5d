"""Makes ``.venv`` and installs into it, only when something changed; the user's own Python stays as it is."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from qfpay_gui.setup.commands import ROOT, SetUpError, answer, quietly, say, succeeds

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))

_SUPPORTED = "(3, 11) <= sys.version_info[:2] <= (3, 14)"
_NO_PYTHON = f"Python 3.11 to 3.14 is needed; found only {sys.version.split()[0]}. Install one, then start again."
_PRINT_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
_VERSIONS = ("3.13", "3.12", "3.11", "3.14")


def venv_packages() -> tuple[str, ...]:
    """The Debian packages that are needed before ``ensure_venv`` can make ``.venv``; none where it is made.

    Raises SetUpError where neither this system nor its package lists have a supported Python.
    """
    if _is_ready():
        return ()
    python = _supported_python()
    if python is None:
        # Ubuntu 22.04 has Python 3.10 and, beside it, this.
        if succeeds(["apt-cache", "show", "python3.11-venv"]):
            return ("python3.11-venv",)
        raise SetUpError(_NO_PYTHON)
    if succeeds([*python, "-c", "import ensurepip"]):
        return ()
    return (f"python{answer([*python, '-c', _PRINT_VERSION]).strip()}-venv",)


def ensure_venv() -> None:
    """Make ``.venv`` unless there is one with pip and a supported Python."""
    if _is_ready():
        return
    python = _supported_python()
    if python is None:
        raise SetUpError(_NO_PYTHON)
    say(f"making {VENV}")
    quietly([*python, "-m", "venv", "--clear", str(VENV)], "making the virtual environment")


def is_installed(name: str, *arguments: str) -> bool:
    """Whether ``install`` was done with these arguments since pyproject.toml last changed."""
    return Path(PYTHON).is_file() and says(_stamp(name), _fingerprint(*arguments))


def install(name: str, *arguments: str) -> None:
    """Run ``pip install`` with these arguments, unless that was done since pyproject.toml last changed."""
    if is_installed(name, *arguments):
        return
    say(f"installing {name}")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    quietly([*pip, *arguments], f"installing {name}")
    _stamp(name).write_text(_fingerprint(*arguments), encoding="utf-8")


def says(stamp: Path, state: str) -> bool:
    """Whether this file records this state of an installation."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == state


def environment() -> dict[str, str]:
    """The user's environment with ``.venv`` in front on PATH."""
    return {**os.environ, "PATH": os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])}


def _stamp(name: str) -> Path:
    return VENV / f"installed-{name}"


def _is_ready() -> bool:
    ready = f"import importlib.util, sys; sys.exit(not ({_SUPPORTED} and importlib.util.find_spec('pip')))"
    return succeeds([PYTHON, "-c", ready])


def _supported_python() -> list[str] | None:
    """The command of a Python that the product supports: this one, or another on PATH; None where there is none."""
    launcher = [["py", f"-{version}"] for version in _VERSIONS] if os.name == "nt" else []
    commands = [[sys.executable], *([f"python{version}"] for version in _VERSIONS), *launcher]
    probe = f"import sys; sys.exit(not {_SUPPORTED})"
    return next((command for command in commands if succeeds([*command, "-c", probe])), None)


def _fingerprint(*arguments: str) -> str:
    """A digest of what an installation depends on: its arguments, pyproject.toml and where the clone is."""
    parts = [str(ROOT), *arguments, (ROOT / "pyproject.toml").read_text(encoding="utf-8")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
