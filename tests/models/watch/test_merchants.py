from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.profiles.profiles_model import ProfilesModel
from qfpay_gui.models.profiles.state import Home
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.watch import merchants
from qfpay_gui.models.watch.merchants import Merchants
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.secret_store import SessionStore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TEST = Profile("Cafe, test", "simulator", Credentials("CODE", "TEST-KEY"))
LIVE = Profile("Cafe, live", "live-hk", Credentials("CODE", "LIVE-KEY"))
OTHER = Profile("Bar", "simulator", Credentials("OTHER", "OTHER-KEY"))


NAMELESS = Profile("Without a code", "simulator", Credentials("", "ITS-KEY"))
DEMO = Profile("Demo merchant", "simulator", Credentials("DEMO", "DEMO-KEY"))
KEPT = (TEST, LIVE, OTHER, NAMELESS)


@pytest.fixture
def known(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Merchants]:
    """Profiles in a keychain, of which it is known where they belong, and no key was fetched."""
    monkeypatch.setattr(merchants, "PATIENCE", 30.0)
    store, runner = SessionStore(), TaskRunner(1)
    for one in KEPT:
        store.save(one)
    homes = {one.name: Home(one.environment_id, one.credentials.app_code) for one in KEPT}
    profiles = ProfilesModel(runner, store, homes=homes)
    made = Merchants(profiles)
    profiles.start()
    qtbot.waitUntil(lambda: len(profiles.state.entries) == len(KEPT))
    yield made
    assert runner.close(5000)


def _found(known: Merchants, qtbot: QtBot, *asked: str) -> Credentials | None:
    """What a thread that answers a program finds, while the window goes on."""
    with ThreadPoolExecutor(1) as pool:
        finding = pool.submit(known.find, *asked)
        qtbot.waitUntil(finding.done)
    return finding.result()


def test_a_key_is_fetched_when_its_app_code_is_first_met(known: Merchants, qtbot: QtBot) -> None:
    """And no other one."""
    assert _found(known, qtbot, "OTHER") == OTHER.credentials
    assert known.other_keys("") == {"Bar": "OTHER-KEY"}
    assert known.find("OTHER") == OTHER.credentials


def test_what_is_known_already_need_not_change_first(known: Merchants, qtbot: QtBot) -> None:
    """The door may be opened long after the profiles were read."""
    later = Merchants(known._profiles)
    assert _found(later, qtbot, "OTHER") == OTHER.credentials
    later.deleteLater()


def test_of_two_with_one_app_code_the_one_that_is_at_home_counts(known: Merchants, qtbot: QtBot) -> None:
    """At the simulator the test's, where requests are handed on to the one of there."""
    assert _found(known, qtbot, "CODE") == TEST.credentials
    assert known.find("CODE", "live-hk") == LIVE.credentials
    assert known.find("CODE", "sandbox") in (TEST.credentials, LIVE.credentials)
    assert known.other_keys("TEST-KEY") == {"Cafe, live": "LIVE-KEY"}


def test_the_key_that_is_at_hand_does_not_do_for_the_other(known: Merchants, qtbot: QtBot) -> None:
    """Of two with one app_code, both are fetched before one is chosen."""
    known._profiles.open(LIVE.name)
    qtbot.waitUntil(lambda: LIVE.name in known._profiles.state.opened)
    assert _found(known, qtbot, "CODE") == TEST.credentials


def test_the_demos_key_and_one_without_a_code_are_nobodys(known: Merchants, qtbot: QtBot) -> None:
    """The simulator knows its own merchant by itself."""
    known._profiles.set_built_in(DEMO)
    known._profiles.open(NAMELESS.name)
    qtbot.waitUntil(lambda: NAMELESS.name in known._profiles.state.opened)
    assert known.find("DEMO") is None
    assert known.find("") is None


def test_nobody_waits_for_an_app_code_that_no_profile_has(known: Merchants) -> None:
    """It is unknown at once."""
    assert known.find("NOBODY") is None
    assert known.find("") is None


def test_a_keychain_that_says_nothing_is_not_waited_for_long(known: Merchants, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program hears that its app_code is not known."""
    monkeypatch.setattr(merchants, "PATIENCE", 0.01)
    assert known.find("OTHER") is None
