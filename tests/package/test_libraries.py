from __future__ import annotations

import pytest
from package.libraries import UnknownLibraryError, dependencies, needs, newest_glibc

_HEADERS = """
Dynamic Section:
  NEEDED               libxcb.so.1
  NEEDED               libc.so.6
  RUNPATH              $ORIGIN

Version References:
  required from libc.so.6:
    0x069691b2 0x00 04 GLIBC_2.32
    0x09691a75 0x00 03 GLIBC_2.2.5
  required from libstdc++.so.6:
    0x0297f865 0x00 02 GLIBCXX_3.4.25
"""


def test_what_a_file_needs_is_read_from_its_headers() -> None:
    """The libraries, and the newest version of the C library; that of C++ is another count."""
    assert needs(_HEADERS) == ["libxcb.so.1", "libc.so.6"]
    assert newest_glibc([_HEADERS, "GLIBC_2.9 GLIBC_2.4"]) == (2, 32)


def test_the_packages_of_what_does_not_go_along_are_asked_for() -> None:
    """Each once, the C library by its version, and a name that Debian 13 changed in both forms."""
    needed = {"a": ["libxcb.so.1", "libc.so.6", "libssl.so.3"], "b": ["libglib-2.0.so.0", "libgthread-2.0.so.0"]}
    asked = dependencies(needed, iter(["libssl.so.3"]), (2, 34))
    assert asked == ["libc6 (>= 2.34)", "libglib2.0-0t64 | libglib2.0-0", "libxcb1"]


def test_several_files_may_lie_in_the_package_for_several_others() -> None:
    """Whatever order they are looked at."""
    needed = {"a": ["libone.so.1", "libtwo.so.1"], "b": ["libone.so.1", "libtwo.so.1"]}
    assert dependencies(needed, iter(["libtwo.so.1", "libone.so.1"]), (2, 4)) == ["libc6 (>= 2.4)"]


def test_an_optional_plugin_asks_for_nothing() -> None:
    """A desktop without GTK has no use for Qt's GTK theme."""
    assert dependencies({"libqgtk3.so": ["libgtk-3.so.0"]}, [], (2, 34)) == ["libc6 (>= 2.34)"]


def test_a_library_that_nobody_knows_ends_the_build() -> None:
    """Rather than a program that does not start."""
    with pytest.raises(UnknownLibraryError, match=r"^libnew.so.7 \(for a\)$"):
        dependencies({"a": ["libnew.so.7", "libm.so.6"]}, [], (2, 34))
