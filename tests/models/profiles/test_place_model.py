"""An environment and a profile, chosen together."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.services.keychain.secret_store import SessionStore
from tests.models.test_workbench import KEY, TEA_SHOP, path, recorder, start  # noqa: F401 - its fixtures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.workbench import Workbench

BAKERY = Profile("Bakery", "live-hk", Credentials("B" * 32, "C" * 32))
URL = "https://pay.example.invalid/qf"


@pytest.fixture
def store() -> SessionStore:
    """A keychain that knows a merchant of live testing."""
    kept = SessionStore()
    kept.save(TEA_SHOP)
    return kept


@pytest.fixture
def bench(start: Callable[[], Workbench]) -> Workbench:  # noqa: F811 - a fixture
    """A first start."""
    return start()


def _said(bench: Workbench) -> list[str]:
    said: list[str] = []
    bench.noticed.connect(lambda sentence: said.append(str(sentence)))
    return said


def test_a_profile_brings_its_environment_as_soon_as_it_is_known(bench: Workbench, qtbot: QtBot) -> None:
    """At first only the keychain knows where it belongs; from then on it is brought at once."""
    assert bench.profiles.state.environment_of("Tea shop") == ""
    bench.choose_profile("Tea shop")
    assert bench.environment.id == "simulator"
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
    assert bench.environment.id == "live-hk"
    bench.choose_profile(DEMO_NAME)
    assert bench.environment.id == "simulator"
    bench.choose_profile("Tea shop")
    assert (bench.environment.id, bench.credentials.client_key) == ("live-hk", KEY)


def test_a_profile_can_be_used_elsewhere_on_purpose(bench: Workbench, qtbot: QtBot) -> None:
    """To see what another environment's credentials are answered; they are remembered there."""
    bench.choose_profile("Tea shop", stay=True)
    qtbot.waitUntil(lambda: bench.credentials.client_key == KEY)
    assert bench.environment.id == "simulator"
    bench.choose_environment("sandbox")
    assert bench.credentials == Credentials()
    bench.choose_environment("simulator")
    assert bench.credentials.client_key == KEY


def test_who_goes_elsewhere_meanwhile_is_not_called_back(bench: Workbench, qtbot: QtBot) -> None:
    """The keychain's answer comes later than another choice."""
    bench.choose_profile("Tea shop")
    bench.choose_environment("sandbox")
    qtbot.waitUntil(lambda: "Tea shop" in bench.profiles.state.opened)
    assert bench.environment.id == "sandbox"


def test_an_environment_without_a_profile_says_what_is_missing(bench: Workbench, qtbot: QtBot) -> None:
    """One that has a single profile takes it, one that has several asks which."""
    said = _said(bench)
    bench.choose_environment("production-hk")
    assert said == ["There is no profile for “Production · Hong Kong” yet: add one with Ctrl+Shift+K."]
    bench.profiles.open_unknown()
    qtbot.waitUntil(lambda: bench.profiles.state.environment_of("Tea shop") == "live-hk")
    bench.choose_environment("live-hk")
    assert (bench.profiles.state.chosen, len(said)) == ("Tea shop", 1)
    bench.profiles.save(BAKERY)
    bench.profiles.save(replace(TEA_SHOP, environment_id="live-sg"))
    bench.profiles.save(replace(BAKERY, name="Bar", environment_id="live-sg"))
    bench.choose_environment("live-sg")
    assert bench.profiles.state.chosen == ""
    assert said[1:] == ["Nobody signs yet: choose one of the profiles of “Live testing · Singapore, Malaysia”."]


def test_where_profiles_belong_is_known_at_the_next_start_without_their_keys(
    start: Callable[[], Workbench],  # noqa: F811 - a fixture
    path: Path,  # noqa: F811 - a fixture
    qtbot: QtBot,
) -> None:
    """Names, environments and app codes are in the settings; a key is not."""
    bench = start()
    bench.profiles.open_unknown()
    qtbot.waitUntil(lambda: "Tea shop" in bench.profiles.state.opened)
    bench.save()
    assert KEY not in path.read_text()
    again = start()
    assert "Tea shop" not in again.profiles.state.opened
    home = again.profiles.state.homes["Tea shop"]
    assert (home.environment_id, home.app_code) == ("live-hk", TEA_SHOP.credentials.app_code)
    assert [one.name for one in again.profiles.state.at_home("live-hk")] == ["Tea shop"]
    again.profiles.delete("Tea shop")
    qtbot.waitUntil(lambda: not again.profiles.state.busy)
    again.save()
    assert json.loads(path.read_text())["panels"]["homes"].keys() == {DEMO_NAME}


@pytest.mark.parametrize("homes", [5, {"Tea shop": "live-hk"}, {"Tea shop": {"environment_id": 1, "app_code": ""}}])
def test_a_damaged_home_is_asked_of_the_keychain_again(
    start: Callable[[], Workbench],  # noqa: F811 - a fixture
    path: Path,  # noqa: F811 - a fixture
    homes: object,
) -> None:
    """It is no reason not to start."""
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"panels": {"homes": homes}}))
    assert start().profiles.state.environment_of("Tea shop") == ""


def test_each_address_has_its_own_numbers_and_profiles(bench: Workbench, qtbot: QtBot) -> None:
    """What was sent to one is not known of the other, though both are custom."""
    one, other = (bench.place.addresses.add("", url) for url in (URL, "https://pay.example.invalid/other"))
    bench.choose_environment(one.id)
    bench.profiles.save(replace(BAKERY, environment_id=one.id))
    bench.choose_profile("Bakery")
    bench.draft.type_value("out_trade_no", "SAME1")
    assert bench.send(bench.review())
    qtbot.waitUntil(lambda: not bench.send_model.is_sending)
    assert [str(asked.title) for asked in bench.review().questions] == ["This order number was sent before"]
    bench.choose_environment(other.id)
    assert (bench.review().questions, bench.profiles.state.chosen) == ((), "")
    bench.choose_profile("Bakery")
    assert bench.environment == one.environment


def test_a_changed_address_is_sent_to_at_once_and_a_removed_one_no_more(
    start: Callable[[], Workbench],  # noqa: F811 - a fixture
    path: Path,  # noqa: F811 - a fixture
) -> None:
    """It stands in the file before the window is closed; who was there finds themselves at the simulator."""
    bench = start()
    addresses = bench.place.addresses
    address = addresses.add("Gateway", URL)
    bench.choose_environment(address.id)
    addresses.change(address.id, "Gateway", "https://moved.example.invalid")
    assert bench.draft.prepared.url == "https://moved.example.invalid/trade/v1/payment"
    written = json.loads(path.read_text())["addresses"]
    assert written == {address.id: {"name": "Gateway", "base_url": "https://moved.example.invalid"}}
    addresses.remove(address.id)
    assert (bench.environment.id, json.loads(path.read_text())["addresses"]) == ("simulator", {})
    addresses.undo()
    bench.choose_environment(address.id)
    bench.save()
    assert start().environment.base_url == "https://moved.example.invalid"


def test_the_only_custom_url_of_an_earlier_version_is_an_address_now(
    start: Callable[[], Workbench],  # noqa: F811 - a fixture
    path: Path,  # noqa: F811 - a fixture
) -> None:
    """Under its old id, so that orders and profiles find it; once removed it does not come back."""
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"environment_id": "custom", "custom_base_url": URL, "panels": {}}))
    bench = start()
    assert (bench.environment.id, bench.environment.base_url) == ("custom", URL)
    assert str(bench.environment.name) == "pay.example.invalid/qf"
    bench.place.addresses.remove("custom")
    assert "custom_base_url" not in json.loads(path.read_text())
    assert start().place.addresses.addresses == ()


@pytest.mark.parametrize(
    ("kept", "chosen"), [({"simulator": "Tea shop"}, "Tea shop"), ({"simulator": 5}, DEMO_NAME), (7, DEMO_NAME)]
)
def test_who_signed_last_signs_again_where_that_can_be_read(
    start: Callable[[], Workbench],  # noqa: F811 - a fixture
    path: Path,  # noqa: F811 - a fixture
    kept: object,
    chosen: str,
) -> None:
    """Whatever stands in the file."""
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(json.dumps({"panels": {"profiles": kept}}))
    assert start().profiles.state.chosen == chosen
