from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from qfpay_gui.models.profiles.state import Kept, ProfileEntry, ProfilesState
from qfpay_gui.models.simulator_model import DEMO_NAME
from qfpay_gui.qfpay.credentials import Credentials, Profile

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.bar.conftest import BarDesk

TEA_SHOP = Profile("Tea shop", "live-hk", Credentials("A1B2", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4"))


def test_the_simulators_merchant_is_chosen_and_says_that_its_keys_are_made_up(desk: BarDesk) -> None:
    """Whoever starts for the first time need not enter anything."""
    assert desk.person.find(QComboBox, "profile").currentText() == DEMO_NAME
    assert desk.person.said("key_place") == "made-up keys"


def test_a_saved_merchant_appears_and_is_chosen(desk: BarDesk, qtbot: QtBot) -> None:
    """Where its key is kept stands beside it."""
    desk.bench.profiles.save(TEA_SHOP)
    qtbot.waitUntil(lambda: not desk.bench.profiles.state.busy)
    box = desk.person.find(QComboBox, "profile")
    assert box.currentText() == "Tea shop"
    assert desk.person.said("key_place") == "this session only"
    assert not box.itemIcon(box.currentIndex()).isNull()


def test_choosing_a_merchant_signs_with_it(desk: BarDesk, qtbot: QtBot) -> None:
    """From the next keystroke on."""
    desk.bench.profiles.save(TEA_SHOP)
    qtbot.waitUntil(lambda: not desk.bench.profiles.state.busy)
    desk.person.choose("profile", DEMO_NAME)
    assert desk.bench.credentials == desk.bench.simulator.profile.credentials
    desk.person.choose("profile", "Tea shop")
    assert desk.bench.credentials == TEA_SHOP.credentials


def test_no_merchant_is_a_choice_too(desk: BarDesk) -> None:
    """To see what a request without a signature is answered."""
    desk.person.choose("profile", "No credentials")
    assert desk.bench.credentials == Credentials()
    assert desk.person.said("key_place") == ""


def test_an_environment_without_a_merchant_shows_that_there_is_none(desk: BarDesk) -> None:
    """Nobody's keys go there by themselves."""
    desk.person.choose("environment", "sandbox")
    assert desk.person.find(QComboBox, "profile").currentText() == "No credentials"


def test_the_button_with_the_key_asks_for_the_credentials(desk: BarDesk) -> None:
    """It has a name for those who cannot see it."""
    asked: list[str] = []
    desk.bar.edit_credentials_requested.connect(lambda: asked.append("asked"))
    desk.person.click("edit_credentials")
    assert asked == ["asked"]


def test_the_icon_follows_the_place_of_the_key(desk: BarDesk) -> None:
    """A key that has found its way into the keychain is not crossed out any more."""
    pictures = []
    places: tuple[Kept, ...] = ("session", "keychain", "session")
    for kept in places:
        entry = ProfileEntry("Tea shop", kept)
        desk.bench.profiles.changed.emit(ProfilesState((entry,), "Tea shop"))
        box = desk.person.find(QComboBox, "profile")
        pictures.append(box.itemIcon(box.currentIndex()).pixmap(16).toImage())
    assert pictures[0] == pictures[2]
    assert pictures[0] != pictures[1]
