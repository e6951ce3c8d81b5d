"""What a person hands on with a question about this program: what runs here and on what, and no secret."""

from __future__ import annotations

import platform
import sys

from PySide6.QtCore import qVersion

from qfpay_gui import __version__


def versions() -> tuple[str, ...]:
    """The program, what it is made of, and the system, a line each."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - for a report only

    def of(name: str) -> str:
        try:
            return f"{name} {version(name)}"
        except PackageNotFoundError:
            return f"{name} ?"

    libraries = ", ".join(map(of, ("PySide6-Essentials", "requests", "urllib3", "keyring")))
    return (
        f"QFPay Tester {__version__}, {'packaged' if getattr(sys, 'frozen', False) else 'with the Python here'}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}, {libraries}",
        f"{platform.system()} {platform.release()} {platform.machine()}{_distribution()}",
    )


def _distribution() -> str:
    """Whose Linux it is, as its /etc/os-release says."""
    try:
        return f", {platform.freedesktop_os_release()['PRETTY_NAME']}"
    except (OSError, KeyError):
        return ""
