from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.services.keychain.secret_store import KeychainStore
from qfpay_gui.ui.bar.place_chip import PlaceChip
from tests.fakes import HangingKeyring
from tests.ui.desk import CountingSimulator, Desk
from tests.ui.person import press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.usefixtures("dressed")
def test_a_keychain_that_never_answers_is_said_and_holds_nobody_up(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While it hangs: typing and sending to the simulator go on; after three seconds the window says what is wrong."""
    monkeypatch.setattr("qfpay_gui.services.simulator.Simulator", CountingSimulator)
    keyring = HangingKeyring()
    desk = Desk(qtbot, tmp_path / "home", store=KeychainStore(lambda: keyring)).open()
    try:
        desk.wait(keyring.asked.is_set)
        assert desk.person.said("key_place") == "asking keychain …"
        desk.person.type("txamt", "4200")
        press("Ctrl+Return")
        answer = desk.wait_for_answer()
        assert answer.reply is not None
        assert answer.reply.respcd == "0000"
        desk.wait(lambda: desk.bench.profiles.state.trouble)
        assert "keychain" in desk.window.status.message.lower()
        assert desk.person.find(PlaceChip, "environment").whole == f"Simulator · {DEMO_NAME}"
        press("Ctrl+Return")
        assert desk.wait_for_answer().reply is not None
    finally:
        keyring.answered.set()
        assert desk.close()
