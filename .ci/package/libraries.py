"""Which libraries of Linux the package leaves to the system, and the Debian packages that have them."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

from package.contents import OPTIONAL
from qfpay_gui.display import GUI_LIBRARIES, WAYLAND_LIBRARIES, XCB_LIBRARIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")
_C = re.compile(r"(?:ld-linux.*|lib(?:c|m|dl|pthread|rt|util|resolv))\.so\.\d")
_OTHERS = {
    "libbz2.so.1.0": "libbz2-1.0",
    "libcrypt.so.1": "libcrypt1",
    "libexpat.so.1": "libexpat1",
    "libffi.so.8": "libffi8",
    "libgcc_s.so.1": "libgcc-s1",
    "liblzma.so.5": "liblzma5",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
PACKAGES = {**GUI_LIBRARIES, **XCB_LIBRARIES, **WAYLAND_LIBRARIES, **_OTHERS}
SUGGESTED = ("libgtk-3-0", "libcups2")
"""What the optional plug-ins are for."""
_RENAMED = frozenset({"libglib2.0-0", "libgtk-3-0", "libcups2"})
"""Debian 13 has these under a name that ends in t64."""


class UnknownLibraryError(Exception):
    """The package needs a library that neither goes along nor is known to belong to a Debian package."""


def dependencies(needed: Mapping[str, Iterable[str]], present: Iterable[str], glibc: tuple[int, int]) -> list[str]:
    """What ``Depends`` says, from what each file in the package needs and which libraries are in it.

    Raises UnknownLibraryError.
    """
    along = frozenset(present)
    wanted = {one: name for name, all_of in needed.items() for one in all_of if name not in OPTIONAL}
    left = {one: name for one, name in wanted.items() if one not in along and not _C.fullmatch(one)}
    unknown = {one: name for one, name in left.items() if one not in PACKAGES}
    if unknown:
        raise UnknownLibraryError(", ".join(f"{one} (for {name})" for one, name in sorted(unknown.items())))
    packages = sorted({PACKAGES[one] for one in left})
    return [f"libc6 (>= {glibc[0]}.{glibc[1]})", *map(either_name, packages)]


def either_name(package: str) -> str:
    """The package as Debian 12 or 13 calls it."""
    return f"{package}t64 | {package}" if package in _RENAMED else package


def needs(headers: str) -> list[str]:
    """The libraries that a file needs, from what ``objdump -p`` prints of it."""
    return _NEEDED.findall(headers)


def newest_glibc(headers: Iterable[str]) -> tuple[int, int]:
    """The newest version of the C library that any of these files asks for."""
    return max((int(major), int(minor)) for one in headers for major, minor in _GLIBC.findall(one))


def headers_in(folder: Path) -> dict[str, str]:
    """What ``objdump -p`` prints of each file in ELF's form, by its name."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF":
            asked = subprocess.run(["objdump", "-p", str(path)], capture_output=True, check=True)
            found[path.name] = asked.stdout.decode("utf-8", "replace")
    return found
