"""Sets this clone up in ``.venv`` and runs every check: ``python3 -m tests [--thorough] [arguments of pytest]``.

The exit code is 1 when a check failed or cannot be run. With arguments of pytest, it alone is run; ``--thorough`` goes
through long tables whole.
"""

from __future__ import annotations

import os
import sys

from qfpay_gui.display import DEBIAN_PACKAGES
from qfpay_gui.setup.commands import SetUpError, passes, say
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
        failed = [] if arguments else [name for name, lint in _LINT.items() if not _passes(name, lint)]
        if not pytest_passes(arguments):
            failed.append("pytest")
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


def _passes(name: str, lint: list[str]) -> bool:
    return passes(name, [PYTHON, "-m", *lint], environment())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
