"""Adds the system packages that a Debian or Ubuntu lacks; does nothing on any other system."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from qfpay_gui.setup.commands import SetUpError, answer, quietly, say, succeeds

if TYPE_CHECKING:
    from collections.abc import Iterable

FONTS = ("fonts-dejavu-core", "fonts-inter", "fonts-noto-cjk")
_ADVICE = "system packages are missing. As an administrator run this line, then start again:"
_STATUS = "${db:Status-Status},${Package},${Provides}\n"


def add_packages(*needed: str) -> None:
    """Add those of these packages that are missing, and fonts; missing fonts alone are no reason to stop.

    Raises SetUpError with the line to run, where this user can add none.
    """
    missing = missing_packages((*needed, *FONTS))
    if not missing:
        return
    line = f"apt-get install --no-install-recommends {' '.join(missing)}"
    root = _as_root()
    if root is not None:
        _install(root, missing, line)
    elif set(missing) <= set(FONTS):
        say(f"without these fonts, Chinese may not be shown well; an administrator adds them: {line}")
    else:
        raise SetUpError(f"{_ADVICE}\napt-get update && {line}")


def missing_packages(wanted: Iterable[str]) -> list[str]:
    """Which of these are neither installed nor provided by an installed package; none where there is no apt."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    rows = [row.split(",") for row in answer(["dpkg-query", "--show", "--showformat", _STATUS]).splitlines()]
    names = [name for status, *names in rows if status == "installed" for name in names]
    present = {name.split()[0] for name in names if name.strip()}
    return [name for name in wanted if name not in present]


def _install(root: list[str], packages: list[str], line: str) -> None:
    say(" ".join([*root, line]))
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    # One source that cannot be refreshed is no reason to stop: what matters is whether the packages come.
    succeeds([*apt, "update"])
    quietly([*apt, "install", "--no-install-recommends", *packages], "installing system packages")


def _as_root() -> list[str] | None:
    """What to put in front of a command to run it as root; None where that is not possible."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and (sys.stdin.isatty() or succeeds(["sudo", "-n", "true"])):
        return ["sudo"]
    return None
