from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.start_up import first_paint

if TYPE_CHECKING:
    from pathlib import Path

_LATER = {"requests", "urllib3", "keyring", "http.server", "http.client", "sqlite3", "ssl", "email", "asyncio"}


def test_what_sending_and_keeping_need_is_loaded_after_the_first_paint(tmp_path: Path) -> None:
    """The window is there before anything of the network, the keychain or the history is."""
    report = first_paint(str(tmp_path))
    assert report["widgets"] > 100
    assert _LATER.isdisjoint(report["modules"])
