from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.openid.app_secret_keeper import AppSecretKeeper, KnownApp
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.services.keychain.app_secrets import SessionAppSecrets
from qfpay_gui.services.keychain.errors import KeychainLocked
from tests.models.openid.blocking_app_secrets import BlockingAppSecrets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

APPID, OTHER = "wx2421b1c4370ec43b", "wxffffffffffffffff"
SECRET, CHANGED = "0f1e2d3c4b5a69788796a5b4c3d2e1f0", "11112222333344445555666677778888"


class Bench:
    """A keeper over a keychain that knows one Mini Program."""

    def __init__(self, qtbot: QtBot, runner: TaskRunner) -> None:
        self.qtbot = qtbot
        self.store = BlockingAppSecrets(**{APPID: SECRET})
        self.keeper = AppSecretKeeper(runner, self.store, patience_ms=40)

    def settle(self) -> None:
        """Wait until the keychain owes no answer."""
        self.qtbot.waitUntil(lambda: not self.keeper.calls.busy)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait for this."""
        self.qtbot.waitUntil(condition)

    @property
    def notice(self) -> str:
        """What the keychain last said."""
        return str(self.keeper.calls.notice or "")


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    """A bench, with its thread ended."""
    runner = TaskRunner(1)
    made = Bench(qtbot, runner)
    yield made
    made.store.answered.set()
    assert runner.close(5000)


def test_nothing_is_asked_before_somebody_looks(bench: Bench) -> None:
    """A start of the program does not open the keychain for this."""
    assert bench.keeper.known == ()
    bench.keeper.fetch(APPID)
    assert bench.store.calls == []


def test_looking_lists_appids_without_reading_a_secret(bench: Bench) -> None:
    """Whoever only looks answers no question of the keychain for each AppSecret."""
    bench.keeper.refresh()
    bench.settle()
    assert bench.keeper.known == (KnownApp(APPID, "keychain"),)
    assert str(bench.keeper.place) == "macOS Keychain"
    assert bench.store.calls == ["appids"]
    assert bench.keeper.secrets() == ()


def test_a_secret_is_fetched_once_off_the_gui_thread(bench: Bench) -> None:
    """In any capitals; afterwards it is at hand until it is let go."""
    bench.keeper.refresh()
    bench.settle()
    bench.keeper.fetch(APPID.upper())
    bench.settle()
    bench.keeper.fetch(APPID)
    assert bench.keeper.secret_of(APPID.upper()) == SECRET
    assert bench.store.calls.count("load") == 1
    assert threading.get_ident() not in bench.store.threads
    bench.keeper.drop_fetched()
    assert bench.keeper.secret_of(APPID) == ""
    assert bench.keeper.secrets() == (SECRET,)


def test_an_accepted_secret_is_saved_and_said(bench: Bench) -> None:
    """First for the session, then in the keychain; the same again asks nothing."""
    bench.keeper.refresh()
    bench.settle()
    bench.keeper.keep(OTHER.upper(), CHANGED)
    assert KnownApp(OTHER, "session") in bench.keeper.known
    bench.settle()
    assert bench.keeper.known == (KnownApp(APPID, "keychain"), KnownApp(OTHER, "keychain"))
    assert bench.notice == "Saved: macOS Keychain"
    calls = len(bench.store.calls)
    bench.keeper.keep(OTHER, CHANGED)
    assert len(bench.store.calls) == calls


def test_another_secret_replaces_the_kept_one(bench: Bench) -> None:
    """After a reset at WeChat the new one counts."""
    bench.keeper.refresh()
    bench.settle()
    bench.keeper.keep(APPID, CHANGED)
    bench.settle()
    assert bench.store.load(APPID) == CHANGED
    assert bench.keeper.secret_of(APPID) == CHANGED


def test_where_the_keychain_is_locked_the_session_keeps_it_and_a_retry_saves_it(bench: Bench) -> None:
    """The reason is told, nothing is lost, nothing is written elsewhere."""
    bench.store.problem = KeychainLocked()
    bench.keeper.keep(OTHER, CHANGED)
    bench.settle()
    assert bench.keeper.known == (KnownApp(OTHER, "session"),)
    assert (bench.notice, bench.keeper.calls.trouble) == (str(KeychainLocked()), True)
    assert bench.keeper.secret_of(OTHER) == CHANGED
    bench.store.problem = None
    bench.keeper.refresh()
    bench.settle()
    assert KnownApp(OTHER, "keychain") in bench.keeper.known
    assert not bench.keeper.calls.trouble


def test_an_error_nobody_expected_is_told_by_its_kind_only(bench: Bench) -> None:
    """Its words might quote the AppSecret."""
    bench.store.problem = RuntimeError(CHANGED)
    bench.keeper.keep(OTHER, CHANGED)
    bench.settle()
    assert "RuntimeError" in bench.notice
    assert CHANGED not in bench.notice


def test_a_silent_keychain_is_said_and_its_late_answer_counts(bench: Bench) -> None:
    """Nothing waits for it."""
    bench.store.answered.clear()
    bench.keeper.refresh()
    bench.wait(lambda: bench.keeper.calls.trouble)
    assert "did not answer" in bench.notice
    bench.store.answered.set()
    bench.settle()
    assert bench.keeper.known == (KnownApp(APPID, "keychain"),)
    assert not bench.keeper.calls.trouble


def test_forgetting_deletes_here_and_there(bench: Bench) -> None:
    """Also one that is known to the keychain only, in any capitals."""
    bench.keeper.refresh()
    bench.settle()
    bench.keeper.forget(APPID.upper())
    bench.settle()
    assert bench.keeper.known == ()
    assert bench.store.appids() == ()
    assert APPID in bench.notice


def test_forgetting_what_is_just_being_saved_wins(bench: Bench) -> None:
    """The last wish counts, in whatever order the answers come."""
    bench.store.answered.clear()
    bench.keeper.keep(OTHER, CHANGED)
    bench.keeper.forget(OTHER)
    bench.store.answered.set()
    bench.settle()
    assert KnownApp(OTHER, "keychain") not in bench.keeper.known
    assert OTHER not in bench.store.appids()


def test_what_only_the_session_held_is_forgotten_without_the_keychain(bench: Bench) -> None:
    """A locked keychain does not stand in the way."""
    bench.store.problem = KeychainLocked()
    bench.keeper.keep(OTHER, CHANGED)
    bench.settle()
    calls = len(bench.store.calls)
    bench.keeper.forget(OTHER)
    assert bench.keeper.known == ()
    assert len(bench.store.calls) == calls


def test_what_was_deleted_elsewhere_leaves_the_list_when_it_is_fetched(bench: Bench) -> None:
    """The notice says so."""
    bench.keeper.refresh()
    bench.settle()
    bench.store.delete(APPID)
    bench.keeper.fetch(APPID)
    bench.settle()
    assert bench.keeper.known == ()
    assert bench.keeper.calls.trouble
    assert APPID in bench.notice


def test_without_a_keychain_everything_is_of_this_session(qtbot: QtBot) -> None:
    """The store for a session is said to be one."""
    runner = TaskRunner(1)
    keeper = AppSecretKeeper(runner, SessionAppSecrets())
    keeper.keep(APPID, SECRET)
    qtbot.waitUntil(lambda: not keeper.calls.busy)
    assert keeper.known == (KnownApp(APPID, "session"),)
    assert not keeper.permanent
    assert runner.close(5000)
