from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.models.request.draft_keeper import EVERY_MS, DraftKeeper
from qfpay_gui.models.request.draft_model import DraftModel
from qfpay_gui.models.request.draft_storage import stored_drafts
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.services.settings import load
from qfpay_gui.services.settings_file import SettingsFile
from tests.models.fixed_clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.text import Text

KEY = "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"


class Desk:
    """A draft that is kept in a file."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot, self.path = qtbot, path
        self.runner = TaskRunner(1)
        self.draft = DraftModel(FixedClock())
        self.file = SettingsFile(path)
        self.keeper = DraftKeeper(self.draft, self.file, lambda: self.file.settings, lambda: (KEY,), self.runner)
        self.notices: list[Text] = []
        self.keeper.noticed.connect(self.notices.append)

    def wait(self) -> None:
        """Until what was to be written is."""
        self.keeper._timer.timeout.emit()
        self.qtbot.waitUntil(lambda: not self.runner.busy, timeout=10_000)

    def on_disk(self, name: str) -> str:
        """The value another start would begin with."""
        return stored_drafts(load(self.path)[0]).current.value(name)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A desk whose threads all end."""
    made = Desk(qtbot, tmp_path / "settings.json")
    yield made
    assert made.runner.close(5000)


def test_a_draft_is_written_a_second_after_it_was_edited(desk: Desk) -> None:
    """However fast somebody types on: the timer is not put off."""
    timer = desk.keeper._timer
    assert (timer.isActive(), timer.isSingleShot(), timer.interval(), EVERY_MS) == (False, True, 1000, 1000)
    desk.draft.type_value("txamt", "42")
    assert timer.isActive()
    due = timer.remainingTime()
    desk.draft.type_value("txamt", "4200")
    assert timer.remainingTime() <= due
    desk.wait()
    assert desk.on_disk("txamt") == "4200"


def test_what_was_not_edited_is_not_written_again(desk: Desk) -> None:
    """Neither another merchant nor the same draft is a reason."""
    desk.draft.type_value("txamt", "4200")
    desk.wait()
    desk.keeper._timer.stop()
    desk.draft.set_context(replace(desk.draft.context, bound_to="live-hk"))
    assert not desk.keeper._timer.isActive()
    desk.draft.type_value("txamt", "1")
    assert desk.keeper._timer.isActive()


def test_no_key_and_nothing_personal_is_written(desk: Desk) -> None:
    """As when the window is closed."""
    desk.draft.type_value("goods_name", f"key {KEY}")
    desk.draft.type_value("extend_info", json.dumps({"user_truename": "欧阳娜娜", "user_creid": "110101199001011237"}))
    desk.wait()
    written = desk.path.read_text(encoding="utf-8")
    assert KEY not in written
    assert "110101199001011237" not in written
    assert json.dumps("欧阳娜娜")[1:-1] not in written


def test_what_was_written_otherwise_is_newer(desk: Desk) -> None:
    """A task that waited its turn meanwhile writes nothing."""
    gate = threading.Event()
    desk.runner.run(lambda: gate.wait(10), lambda _result: None)
    desk.draft.type_value("txamt", "1")
    desk.keeper._timer.timeout.emit()
    desk.keeper.forget()
    gate.set()
    desk.qtbot.waitUntil(lambda: not desk.runner.busy, timeout=10_000)
    assert not desk.path.exists()
    assert not desk.keeper._timer.isActive()


def test_trouble_is_told_once(desk: Desk) -> None:
    """And again where there is other trouble, or the same after a success."""
    desk.path.mkdir()
    for amount in ("1", "2"):
        desk.draft.type_value("txamt", amount)
        desk.wait()
    assert len(desk.notices) == 1
    desk.path.rmdir()
    desk.draft.type_value("txamt", "3")
    desk.wait()
    assert desk.on_disk("txamt") == "3"
    desk.path.unlink()
    desk.path.mkdir()
    desk.draft.type_value("txamt", "4")
    desk.wait()
    assert len(desk.notices) == 2


def test_the_numbers_of_other_windows_are_looked_for_after_it(desk: Desk) -> None:
    """They were merged into the file, and this window has not seen them."""
    ours: Any = desk.file.settings
    other = SettingsFile(desk.path)
    other.save(other.settings.with_order_number("simulator", "THEIRS"))
    desk.draft.type_value("txamt", "1")
    desk.wait()
    assert desk.file.with_numbers_of_others(ours).has_used("simulator", "THEIRS")
    assert load(desk.path)[0].has_used("simulator", "THEIRS")
