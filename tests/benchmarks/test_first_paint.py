from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.start_up import first_paint

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
    "ui.palette",
    "ui.reference",
}
"""Rooms and modules of what a request's sending, its reply and what follows of it need."""


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    """What one start reports."""
    return first_paint()


def test_what_sending_and_keeping_need_is_loaded_after_the_first_paint(report: dict[str, Any]) -> None:
    """The window is there before anything of the network, the keychain or the history is."""
    assert report["widgets"] > 100
    assert _LATER.isdisjoint(report["modules"])


def test_the_sources_of_what_was_loaded_first_are_not_held(report: dict[str, Any]) -> None:
    """They are read on the way, and serve nobody afterwards."""
    assert {"shell.py", "workbench.py", "main_window.py"}.isdisjoint(report["sources"])


def test_what_follows_a_request_is_loaded_after_the_first_paint(report: dict[str, Any]) -> None:
    """Only what the window shows before anything was sent is there by then."""
    loaded = {name.removeprefix("qfpay_gui.") for name in report["modules"]}
    early = {name for name in loaded for room in _FOLLOWS if name == room or name.startswith(f"{room}.")}
    assert early == set()
