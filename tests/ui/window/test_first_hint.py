from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QToolButton

from tests.ui.person import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.desk import Desk


def _is_seen(desk: Desk) -> bool:
    return desk.person.find(QFrame, "first_hint").isVisible()


def test_it_tells_the_two_things_to_do(desk: Desk) -> None:
    """By their keys, and both are true."""
    assert _is_seen(desk)
    said = desk.person.said("first_hint_words")
    assert said.startswith("Ctrl+Return sends this example")
    assert "Ctrl+Shift+V reads a merchant's request" in said


def test_closed_it_never_comes_again(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """Nor in the next start."""
    desk.person.find(QToolButton, "first_hint_close").click()
    assert not _is_seen(desk)
    desk.shell.choose_language("zh_CN")
    assert not _is_seen(desk)
    assert not _is_seen(restart(desk))


def test_whoever_did_it_needs_it_no_more(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """A first answer closes it."""
    press("Ctrl+Return", desk.person.edit("txamt"))
    desk.wait_for_answer()
    desk.wait(lambda: not _is_seen(desk))
    assert not _is_seen(restart(desk))


def test_it_stays_until_then(desk: Desk, restart: Callable[[Desk], Desk]) -> None:
    """A start at which nothing was done is a first one still."""
    assert _is_seen(restart(desk))
