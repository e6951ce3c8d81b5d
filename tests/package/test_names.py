from __future__ import annotations

import pytest
from package.bare import archive_of
from package.facts import epoch, version
from package.windows import version_resource

from qfpay_gui import __version__
from qfpay_gui.setup.commands import SetUpError


def test_the_version_is_the_programs() -> None:
    """Read without importing it, for there may be no Qt yet."""
    assert version() == __version__


def test_the_moment_is_the_one_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it is the commit's; one that is no number is not taken."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert epoch() == 1_700_000_000
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert epoch() > 1_700_000_000


def test_windows_reads_four_numbers() -> None:
    """Of a version of three, the last is 0."""
    told = version_resource("1.2.3")
    assert told.count("(1, 2, 3, 0)") == 2
    assert "StringStruct('ProductVersion', '1.2.3')" in told


def test_the_archive_is_the_machines_own() -> None:
    """That of the suite itself, not of its updates."""
    targets = ["http://a.invalid/security bookworm-security", "http://a.invalid/debian bookworm"]
    assert archive_of("bookworm", targets) == "http://a.invalid/debian"
    with pytest.raises(SetUpError, match="trixie"):
        archive_of("trixie", targets)
