"""What every part of the package is called, which version it is, and of which moment."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "qfpay-tester"
TITLE = "QFPay Tester"
MIME = "application/x-qfpay-tester+json"
"""A proof or a kept case: see ``qfpay_gui/snippets/proof``."""
IDENTIFIER = "local.qfpay-tester"
"""On macOS; nobody has a domain for it."""


def version() -> str:
    """The product's, as its package says."""
    written = (ROOT / "qfpay_gui" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "([^"]+)"', written)[0])


def epoch() -> int:
    """The moment all files of the package carry: SOURCE_DATE_EPOCH, else that of the latest commit."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if told.isdigit():
        return int(told)
    asked = subprocess.run(["git", "-C", str(ROOT), "log", "-1", "--format=%ct"], capture_output=True, check=False)
    said = asked.stdout.decode().strip()
    return int(said) if said.isdigit() else int((ROOT / "pyproject.toml").stat().st_mtime)


def system() -> str:
    """Linux, macos or windows, as it stands in a file's name."""
    return {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")


def machine() -> str:
    """The processor, as it stands in a file's name."""
    return {"AMD64": "x86_64", "arm64": "aarch64"}.get(platform.machine(), platform.machine())
