from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.start_up import first_paint

if TYPE_CHECKING:
    from pathlib import Path

_LATER = {
    "requests",
    "urllib3",
    "keyring",
    "http.server",
    "http.client",
    "sqlite3",
    "ssl",
    "email",
    "asyncio",
    "calendar",
    "socket",
}

_FOLLOWS = {
    "diagnosis",
    "snippets",
    "qfpay.reply",
    "services.database",
    "services.http.transport",
    "services.notifications",
    "services.simulator",
    *(f"models.{room}" for room in ("case", "history", "notifications", "openid", "orders", "polling", "sequence")),
    *(f"ui.{room}" for room in ("history", "notifications", "openid", "orders", "polling", "sequence", "sheet")),
    "ui.case.case_panel",
    "ui.reply.answer_view",
}
"""Rooms and modules of what a request's sending, its reply and what follows of it need."""


def test_what_sending_and_keeping_need_is_loaded_after_the_first_paint(tmp_path: Path) -> None:
    """The window is there before anything of the network, the keychain or the history is."""
    report = first_paint(str(tmp_path))
    assert report["widgets"] > 100
    assert _LATER.isdisjoint(report["modules"])


def test_what_follows_a_request_is_loaded_after_the_first_paint(tmp_path: Path) -> None:
    """Only what the window shows before anything was sent is there by then."""
    loaded = {name.removeprefix("qfpay_gui.") for name in first_paint(str(tmp_path))["modules"]}
    early = {name for name in loaded for room in _FOLLOWS if name == room or name.startswith(f"{room}.")}
    assert early == set()
