"""What is written down of what is sent beside the window."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

from qfpay_gui.models.history.journal import Journal
from qfpay_gui.qfpay.environments import LIVE_TESTING, SANDBOX
from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.services.database.file import HistoryTroubleError
from qfpay_gui.services.database.history import History
from qfpay_gui.services.settings_file import SettingsFile
from tests.ui.reply.answers import KEY, SIMULATED, answered, created, request

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from qfpay_gui.models.sending.answer import Answer
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.services.database.entry import HistoryEntry


def answer_to(sent: PreparedRequest) -> Answer:
    """An order was made."""
    return answered(json.dumps(created(sent)).encode(), sent=sent)


def entries(folder: Path) -> list[HistoryEntry]:
    """What the window will list."""
    with closing(History(folder / "history.sqlite3")) as history:
        found = [history.load(row.id) for row in history.search(HistoryFilter(), limit=9) or ()]
    return [one for one in found if one is not None]


def keep(folder: Path, environment: Environment, number: str = "N1") -> list[str]:
    """Send one, and what was told."""
    told: list[str] = []
    sent = request(environment=environment, values={"out_trade_no": number})
    with Journal(folder, environment, "Tea shop", (KEY,), told.append) as journal:
        assert not journal.has_used(sent)
        journal.kept(sent, lambda: answer_to(sent))
        assert journal.has_used(sent) == (environment.kind is not SIMULATED.kind)
    return told


def test_what_is_sent_is_in_the_history_and_its_number_is_used(tmp_path: Path) -> None:
    """In its environment alone, for the window too."""
    assert keep(tmp_path, LIVE_TESTING) == []
    (one,) = entries(tmp_path)
    assert (one.profile, one.ending) == ("Tea shop", Ending.SUCCESS)
    assert SettingsFile(tmp_path / "settings.json").settings.used_order_numbers == {LIVE_TESTING.id: ("N1",)}
    with Journal(tmp_path, SANDBOX, "", (), print) as journal:
        assert not journal.has_used(request(environment=SANDBOX, values={"out_trade_no": "N1"}))
        assert journal.orders() == ()
    with Journal(tmp_path, LIVE_TESTING, "", (), print) as journal:
        assert [order.out_trade_no for order in journal.orders()] == ["N1"]


def test_a_key_that_was_pasted_as_a_number_is_known_again_and_written_nowhere(tmp_path: Path) -> None:
    """Neither into the history nor into the settings."""
    assert keep(tmp_path, LIVE_TESTING, KEY) == []
    assert not any(KEY.encode() in file.read_bytes() for file in tmp_path.iterdir())


def test_of_a_simulator_that_ends_with_its_user_nothing_is_kept(tmp_path: Path) -> None:
    """Its numbers are free again the next time."""
    assert keep(tmp_path, SIMULATED) == []
    assert not (tmp_path / "settings.json").exists()
    assert not (tmp_path / "history.sqlite3").exists()


def test_a_history_that_cannot_be_used_stops_nothing_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer arrives all the same; what could not be begun is tried once more when it ended."""

    def fails(*_args: object) -> int:
        raise HistoryTroubleError("No room.")

    monkeypatch.setattr(History, "begin", fails)
    sent, told = request(environment=LIVE_TESTING), list[str]()
    answer = answer_to(sent)
    with Journal(tmp_path, LIVE_TESTING, "", (), told.append) as journal:
        assert journal.kept(sent, lambda: answer) is answer
        assert journal.has_used(sent)
    assert told == ["No room.", "No room."]


def test_settings_that_cannot_be_written_stop_nothing_and_are_told(tmp_path: Path) -> None:
    """The number is then asked about no more than before."""
    (tmp_path / "settings.json").mkdir()
    sent, told = request(environment=LIVE_TESTING), list[str]()
    with Journal(tmp_path, LIVE_TESTING, "", (), told.append) as journal:
        journal.kept(sent, lambda: answer_to(sent))
    assert len(told) == 1
    assert "could not be saved" in told[0]
    assert len(entries(tmp_path)) == 1
