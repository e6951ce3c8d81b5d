"""The list of environments and profiles by real keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QMenu

from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.qfpay.credentials import Credentials, Profile
from qfpay_gui.ui.bar.place_chip import PlaceChip
from tests.ui.person import commit, find, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qfpay_gui.ui.bar.place_popup import PlacePopup
    from tests.ui.bar.conftest import BarDesk

TEA_SHOP = Profile("Tea shop", "live-hk", Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", "K" * 32))
BAKERY = Profile("Bakery", "production-hk", Credentials("B" * 32, "C" * 32))


@pytest.fixture
def popup(desk: BarDesk, qtbot: QtBot) -> PlacePopup:
    """The open list, with two merchants and a gateway; the demo merchant is in use."""
    for profile in (TEA_SHOP, BAKERY):
        desk.bench.profiles.save(profile)
    desk.bench.place.addresses.add("Gateway", "https://pay.example.invalid/qf")
    qtbot.waitUntil(lambda: not desk.bench.profiles.state.busy)
    desk.bench.choose_profile(DEMO_NAME)
    return desk.person.open_places()


def _lines(popup: PlacePopup, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    model = find(popup, QListView, "places_list").model()
    return [model.index(place, 0).data(role) for place in range(model.rowCount())]


def _current(popup: PlacePopup) -> str:
    return str(find(popup, QListView, "places_list").currentIndex().data())


def _type(popup: PlacePopup, words: str) -> None:
    line = find(popup, QLineEdit, "places_search")
    assert QApplication.focusWidget() is line
    line.selectAll()
    QTest.keyClicks(line, words) if words.isascii() else commit(line, words)


def test_environments_come_with_their_profiles_below_them(popup: PlacePopup) -> None:
    """The usual ones first, then one's own addresses, then other regions; it begins at what is in use."""
    assert _lines(popup)[:9] == [
        "Simulator",
        DEMO_NAME,
        "No credentials",
        "Live testing · Hong Kong",
        "Tea shop",
        "Production · Hong Kong",
        "Bakery",
        "Sandbox (cards only)",
        "Gateway",
    ]
    elsewhere = [one.partition(" · ")[0] for one in _lines(popup)[9:]]
    assert elsewhere == sorted(elsewhere), "live testing stands together, and so does production"
    assert "Production · Dubai" in _lines(popup)
    assert _current(popup) == DEMO_NAME


def test_a_line_says_host_money_and_what_is_in_use(popup: PlacePopup) -> None:
    """To the eye and to the ear."""
    spoken = dict(zip(_lines(popup), _lines(popup, Qt.ItemDataRole.AccessibleTextRole), strict=True))
    assert spoken["Production · Hong Kong"] == "Production · Hong Kong, openapi-hk.qfapi.com, real money"
    assert spoken["Gateway"] == "Gateway, pay.example.invalid/qf"
    assert spoken["Tea shop"] == f"Tea shop, {TEA_SHOP.credentials.app_code}, this session only"
    assert spoken[DEMO_NAME].endswith(", in use")


def test_the_arrows_and_enter_choose_and_the_profile_brings_its_environment(popup: PlacePopup, desk: BarDesk) -> None:
    """The keyboard is back where it was."""
    for key in ("Down", "Down", "Down"):
        press(key)
    assert _current(popup) == "Tea shop"
    press("Return")
    assert popup.isHidden()
    assert (desk.bench.environment.id, desk.bench.credentials) == ("live-hk", TEA_SHOP.credentials)
    assert desk.person.find(PlaceChip, "environment").whole == "Live testing · Hong Kong · Tea shop"
    assert QApplication.focusWidget() is desk.person.find(PlaceChip, "environment")


def test_ctrl_enter_has_a_profile_sign_where_one_is(popup: PlacePopup, desk: BarDesk) -> None:
    """What a merchant does who takes the wrong key; the list then says that it belongs elsewhere."""
    _type(popup, "tea")
    press("Ctrl+Return")
    assert (desk.bench.environment.id, desk.bench.credentials) == ("simulator", TEA_SHOP.credentials)
    assert "These credentials belong to another environment" in {
        str(one.headline) for one in desk.bench.draft.prepared.findings
    }
    desk.person.open_places()
    line = find(popup, QListView, "places_list").currentIndex()
    said = line.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("belongs to Live testing · Hong Kong · in use")


@pytest.mark.parametrize(
    ("words", "found", "best"),
    [
        ("tea", ["Live testing · Hong Kong", "Tea shop"], "Tea shop"),
        ("A1B2C3", ["Live testing · Hong Kong", "Tea shop"], "Tea shop"),
        ("openapi-hk", ["Live testing · Hong Kong", "Tea shop", "Production · Hong Kong", "Bakery"], None),
        ("pay.example", ["Gateway"], "Gateway"),
        ("dubai", ["Live testing · Dubai", "Production · Dubai"], "Live testing · Dubai"),
        ("production-jp", ["Production · Japan"], "Production · Japan"),
        ("custom", ["Gateway", "Add a custom address …"], None),
        ("zzz", ["Nothing found"], "Nothing found"),
    ],
)
def test_names_hosts_and_app_codes_are_searched(
    popup: PlacePopup, words: str, found: list[str], best: str | None
) -> None:
    """A profile is shown below its environment; the cursor is on what fits best."""
    _type(popup, words)
    assert [one for one in _lines(popup) if one in found] == found
    assert best is None or (_current(popup) == best and _lines(popup) == found)


def test_an_address_is_added_by_the_words_of_its_button(popup: PlacePopup, desk: BarDesk) -> None:
    """Whoever types what stands there finds it."""
    wanted: list[str] = []
    desk.bar.chip.address_wanted.connect(wanted.append)
    _type(popup, "add a custom")
    assert _lines(popup) == ["Add a custom address …"]
    press("Return")
    assert wanted == [""]


def test_nothing_is_chosen_where_nothing_is_found(popup: PlacePopup, desk: BarDesk) -> None:
    """And Escape leaves everything as it was."""
    _type(popup, "zzz")
    press("Return")
    assert popup.isVisible()
    press("Esc")
    assert popup.isHidden()
    assert desk.bench.environment.id == "simulator"


def test_pressing_the_chip_again_closes_the_list(popup: PlacePopup, desk: BarDesk) -> None:
    """So does a click anywhere else, and no key reaches what lies behind."""
    press("Ctrl+Return", find(popup, QLineEdit, "places_search"))
    assert not desk.bench.send_model.is_sending
    desk.person.open_places()
    desk.person.click("environment")
    assert popup.isHidden()


def test_an_address_that_is_typed_can_be_added(popup: PlacePopup, desk: BarDesk) -> None:
    """The last line offers it."""
    asked: list[str] = []
    desk.bar.chip.address_wanted.connect(asked.append)
    _type(popup, "https://new.example.invalid/qf")
    assert _lines(popup)[-1] == "Add the address https://new.example.invalid/qf"
    press("Return")
    assert asked == ["https://new.example.invalid/qf"]


@pytest.mark.parametrize(
    ("words", "wanted"), [("", "live-hk"), ("bakery", "production-hk"), ("Thailand", "live-th"), ("zzz", "live-hk")]
)
def test_a_profile_is_added_for_the_environment_one_is_on(
    popup: PlacePopup, desk: BarDesk, words: str, wanted: str
) -> None:
    """The simulator needs none: from there it is one of live testing. By keys alone: Tab, Enter."""
    asked: list[str] = []
    desk.bar.chip.profile_wanted.connect(asked.append)
    _type(popup, words)
    press("Tab")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "add_profile"
    press("Return")
    assert (asked, popup.isHidden()) == ([wanted], True)


def test_tab_goes_round_the_line_and_the_buttons(popup: PlacePopup) -> None:
    """Forwards and backwards, and never out of the list."""
    visited = []
    for key in ("Tab", "Tab", "Tab", "Tab", "Shift+Tab"):
        press(key)
        focused = QApplication.focusWidget()
        assert focused is not None
        visited.append(focused.objectName())
    assert visited == ["add_profile", "add_address", "manage_places", "places_search", "manage_places"]
    assert popup.isVisible()


def test_profiles_and_addresses_are_managed_from_there(popup: PlacePopup, desk: BarDesk) -> None:
    """One button, two ways."""
    asked: list[str] = []
    desk.bar.chip.profiles_wanted.connect(lambda: asked.append("profiles"))
    desk.bar.chip.addresses_wanted.connect(lambda: asked.append("addresses"))
    for action in find(popup, QMenu, "manage_menu").actions():
        action.trigger()
        assert popup.isHidden()
        desk.person.open_places()
    assert asked == ["profiles", "addresses"]
    find(popup, QAbstractButton, "add_address").click()


def test_profiles_of_a_removed_address_are_still_there(popup: PlacePopup, desk: BarDesk, qtbot: QtBot) -> None:
    """Below the address as its id tells it, which cannot be chosen; the profile can, and signs here."""
    press("Esc")
    gateway = desk.bench.place.addresses.addresses[0]
    desk.bench.profiles.save(replace(TEA_SHOP, name="Agent", environment_id=gateway.id))
    qtbot.waitUntil(lambda: not desk.bench.profiles.state.busy)
    desk.bench.place.addresses.remove(gateway.id)
    desk.bench.choose_profile(DEMO_NAME)
    desk.person.open_places()
    _type(popup, "Agent")
    assert _lines(popup) == ["pay.example.invalid/qf", "Agent"]
    press("Up")
    press("Return")
    assert popup.isVisible()
    press("Down")
    press("Return")
    assert (desk.bench.environment.id, desk.bench.profiles.state.chosen) == ("simulator", "Agent")
