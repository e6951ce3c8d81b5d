"""The chip says where requests go and as whom, and the two lines beside it the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from qfpay_gui.models.profiles.state import Home, Kept, ProfileEntry, ProfilesState
from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.qfpay import environments
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.ui.bar.place_chip import PlaceChip
from qfpay_gui.ui.bar.place_facts import PlaceFacts
from qfpay_gui.ui.look import theme
from tests.ui.person import find

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.workbench import Workbench
    from tests.ui.bar.conftest import BarDesk

TEA_SHOP = Profile("Tea shop", "live-hk", Credentials("A1B2", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"))


def _chip(desk: BarDesk) -> PlaceChip:
    return desk.person.find(PlaceChip, "environment")


def test_it_begins_with_the_simulator_and_its_merchant(desk: BarDesk) -> None:
    """The host is spelt out, port and all, and that the keys are made up is said."""
    assert _chip(desk).text() == _chip(desk).whole == f"Simulator · {DEMO_NAME}"
    assert desk.person.said("environment_host") == desk.bench.environment.host
    assert desk.person.said("environment_host").startswith("127.0.0.1:")
    assert desk.person.said("key_place") == "made-up keys"


def test_before_the_simulator_listens_the_host_says_that_it_starts(stage: QWidget, workbench: Workbench) -> None:
    """No empty place where a host will be."""
    assert find(PlaceFacts(workbench, stage), QLabel, "environment_host").accessibleName() == "starting …"


@pytest.mark.parametrize("environment", environments.ALL, ids=lambda one: one.id)
def test_every_environment_can_be_chosen_and_spells_out_its_host(
    desk: BarDesk, environment: environments.Environment
) -> None:
    """Name, host, colour and caution all follow, and are told to whoever cannot see them."""
    desk.person.choose("environment", environment.id)
    chip = _chip(desk)
    assert desk.bench.environment.id == environment.id
    assert desk.person.said("environment_host") == desk.bench.environment.host
    assert chip.property("kind") == desk.bar.property("kind")
    assert str(environment.caution) in chip.toolTip()
    assert chip.accessibleDescription() == str(environment.caution)
    assert str(environment.name) in chip.accessibleName()
    assert not chip.icon().isNull()


@pytest.mark.parametrize(
    ("environment_id", "spoken"),
    [
        ("simulator", f"Where and as whom: Simulator, no money, {DEMO_NAME}"),
        ("live-hk", "Where and as whom: Live testing · Hong Kong, real money, no credentials"),
        ("production-jp", "Where and as whom: Production · Japan, real money, no credentials"),
    ],
)
def test_what_it_means_for_money_is_said_in_words(desk: BarDesk, environment_id: str, spoken: str) -> None:
    """Not by a colour alone."""
    desk.person.choose("environment", environment_id)
    assert _chip(desk).accessibleName() == spoken


def test_a_custom_address_is_shown_by_its_name_and_with_its_path(desk: BarDesk) -> None:
    """And nobody is fooled by how production's host is spelt."""
    addresses = desk.bench.place.addresses
    desk.bench.choose_environment(addresses.add("Gateway", "https://pay.example.invalid/qf").id)
    assert _chip(desk).whole == "Gateway · no credentials"
    assert desk.person.said("environment_host") == "pay.example.invalid/qf"
    desk.bench.choose_environment(addresses.add("Other", "https://OPENAPI-HK.qfapi.com:443/x").id)
    assert _chip(desk).whole == "Other (production) · no credentials"
    assert desk.bar.property("kind") == _chip(desk).property("kind") == "production"
    addresses.change(desk.bench.environment.id, "Renamed", "https://pay.example.invalid")
    assert (_chip(desk).whole, desk.bar.property("kind")) == ("Renamed · no credentials", "custom")


def test_a_saved_merchant_is_named_with_where_its_key_is(desk: BarDesk, qtbot: QtBot) -> None:
    """From the next keystroke on it signs."""
    desk.bench.profiles.save(TEA_SHOP)
    qtbot.waitUntil(lambda: not desk.bench.profiles.state.busy)
    assert _chip(desk).whole == "Simulator · Tea shop"
    assert desk.person.said("key_place") == "this session only"
    desk.person.choose("profile", "No credentials")
    assert desk.bench.credentials == Credentials()
    assert (_chip(desk).whole, desk.person.said("key_place")) == ("Simulator · no credentials", "")


def test_the_place_of_the_key_is_said_whatever_it_is(desk: BarDesk) -> None:
    """A key that has found its way into the keychain is not called lost any more."""
    places: dict[Kept, str] = {"session": "this session only", "keychain": "key in keychain"}
    for kept, said in places.items():
        entry = ProfileEntry("Tea shop", kept)
        desk.bench.profiles.changed.emit(ProfilesState((entry,), "Tea shop", homes={"Tea shop": Home("live-hk")}))
        assert desk.person.said("key_place") == said


def test_words_that_do_not_fit_are_cut_and_told_whole(desk: BarDesk) -> None:
    """What a name holds is shown as it is: neither an underlined letter nor markup."""
    desk.bench.profiles.save(Profile("<b>Tea & cake</b> of the shop at the corner of Nathan Road", "live-hk"))
    chip = _chip(desk)
    desk.bar.resize(700, 46)
    QApplication.processEvents()
    assert chip.text().startswith("Simulator · ")
    assert chip.text().endswith("…")
    assert "&lt;b&gt;Tea &amp; cake" in chip.toolTip()
    desk.bar.resize(1800, 46)
    QApplication.processEvents()
    assert chip.text() == chip.whole.replace("&", "&&")


def test_a_change_of_theme_redraws_the_icon(desk: BarDesk, qapp: QApplication) -> None:
    """Dark icons do not stay on a dark ground."""
    from qfpay_gui.ui.look.icons import retint  # noqa: PLC0415 - this test's own

    before = _chip(desk).icon().pixmap(18, 18).toImage()
    theme.apply(qapp, "dark", "en")
    retint()
    assert _chip(desk).icon().pixmap(18, 18).toImage() != before
