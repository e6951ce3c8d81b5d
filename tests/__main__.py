"""Sets this clone up in ``.venv`` and runs every check: ``python3 -m tests [--thorough] [arguments of pytest]``.

The exit code is 1 when a check failed or cannot be run. With arguments of pytest, it alone is run; ``--thorough`` goes
through long tables whole.
"""

from __future__ import annotations

import os
import subprocess
import sys

from qfpay_gui.display import DEBIAN_PACKAGES
from qfpay_gui.setup.commands import ROOT, SetUpError, say
from qfpay_gui.setup.debian import add_packages
from qfpay_gui.setup.virtual_environment import PYTHON, ensure_venv, environment, install, venv_packages
from tests.desktop import pytest_passes
from tests.snippets.node import ensure_node
from tests.thorough import WISH

_DESKTOP = ("dbus", "gnome-keyring", "herbstluftwm", "xauth", "xvfb")
_PROGRAMS = ("curl", "default-jre-headless", "openssl", "php-cli")
_QML = ("libgssapi-krb5-2",)  # QJSEngine, which runs the snippets, comes with QtNetwork, which links to it.
_THOROUGH = "--thorough"
_LINT = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy", "--platform", "linux"],
}


def main(arguments: list[str]) -> int:
    """Install what the checks need, run them, and name those that failed; the exit code."""
    if _THOROUGH in arguments:
        arguments = [one for one in arguments if one != _THOROUGH]
        os.environ |= {WISH: "1", "PYTEST_TIMEOUT": "900"}
    try:
        _install()
        lints = {} if arguments else {name: _begun(lint) for name, lint in _LINT.items()}
        failed = [] if pytest_passes(arguments) else ["pytest"]
        failed += [name for name, lint in lints.items() if not _ended_well(name, lint)]
    except SetUpError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def _install() -> None:
    add_packages(*DEBIAN_PACKAGES, *_DESKTOP, *_PROGRAMS, *_QML, *venv_packages())
    ensure_venv()
    install("pip", "--upgrade", "pip>=25.1")
    install("product", "--editable", ".")
    install("dev", "--group", "dev")
    ensure_node()


def _begun(lint: list[str]) -> subprocess.Popen[str]:
    """The lint at work, beside the tests."""
    command = [PYTHON, "-m", *lint]
    return subprocess.Popen(  # noqa: S603 - this project's own
        command, cwd=ROOT, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def _ended_well(name: str, lint: subprocess.Popen[str]) -> bool:
    """Show what it printed, once it has ended, and tell whether it found nothing."""
    printed, _nothing = lint.communicate()
    say(f"{name}\n{printed}".rstrip())
    return lint.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
