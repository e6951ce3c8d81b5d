"""Adds the system packages that a Debian or Ubuntu lacks; does nothing on any other system."""

from __future__ import annotations

import os
import runpy
import shutil
import sys
from typing import TYPE_CHECKING

from commands import IN_CI, ROOT, SetUpError, answer, quietly, say, succeeds

if TYPE_CHECKING:
    from collections.abc import Iterable

QT = runpy.run_path(str(ROOT / "qfpay_gui" / "display.py"))["DEBIAN_PACKAGES"]
FONTS = ("fonts-dejavu-core", "fonts-inter", "fonts-noto-cjk")
DESKTOP = ("dbus", "gnome-keyring", "herbstluftwm", "xauth", "xvfb")
LANGUAGES = ("curl", "default-jre-headless", "openssl", "php-cli")
_STATUS = "${db:Status-Status},${Package},${Provides}\n"


def add_packages(*wanted: str) -> None:
    """Add those of these packages that are missing; where that cannot be done, say how and go on (in CI: fail)."""
    missing = missing_packages(wanted)
    if not missing:
        return
    line = f"apt-get install --no-install-recommends {' '.join(missing)}"
    try:
        _install(missing, line)
    except SetUpError as problem:
        advice = f"{problem}\nTo add what is missing, run: sudo apt-get update && sudo {line}"
        if IN_CI:
            raise SetUpError(advice) from problem
        say(f"{advice}\nGoing on without.")


def missing_packages(wanted: Iterable[str]) -> list[str]:
    """Which of these are neither installed nor provided by an installed package; none where there is no apt."""
    if not (shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    rows = [row.split(",") for row in answer(["dpkg-query", "--show", "--showformat", _STATUS]).splitlines()]
    names = [name for status, *names in rows if status == "installed" for name in names]
    present = {name.split()[0] for name in names if name.strip()}
    return [name for name in wanted if name not in present]


def _install(packages: list[str], line: str) -> None:
    root = _as_root()
    if root is None:
        raise SetUpError("system packages are missing, and this user can add none")
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
