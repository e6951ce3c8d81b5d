"""Custom addresses as a person keeps them: typed, corrected, removed, and taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget

from qfpay_gui.models.profiles.addresses_model import AddressesModel
from qfpay_gui.ui.profiles.address_form import AddressForm
from qfpay_gui.ui.profiles.addresses_dialog import AddressesDialog
from tests.ui.person import Person, come_to, escape, find, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

KEPT = {
    "custom:https://a.example.com": {"name": "Gateway", "base_url": "https://a.example.com/qf"},
    "custom:https://b.example.com": {"name": "Proxy", "base_url": "https://b.example.com"},
}


class AddressDesk:
    """The open dialog, its model, somebody who uses it, and what was to be used."""

    def __init__(self, stage: QWidget, *, adding: str | None = None) -> None:
        self.model = AddressesModel(KEPT)
        self.dialog = AddressesDialog(self.model, stage, adding=adding)
        self.person = Person(lambda: self.dialog)
        self.used: list[str] = []
        self.dialog.used.connect(self.used.append)
        self.dialog.show()
        come_to(self.dialog)

    def names(self) -> list[str]:
        """The names that are kept."""
        return [one.name for one in self.model.addresses]

    def said(self, field: str) -> str:
        """The words under a field."""
        return self.dialog.findChildren(AddressForm)[0].said(field)

    def select(self, row: int) -> None:
        """Click a line of the list."""
        find(self.dialog, QListWidget, "addresses").setCurrentRow(row)
        QApplication.processEvents()


@pytest.fixture
def open_at(stage: QWidget) -> Callable[..., AddressDesk]:
    """Opens the dialog."""
    return lambda **named: AddressDesk(stage, **named)


def test_an_address_is_added_under_a_name(open_at: Callable[..., AddressDesk]) -> None:
    """It stands in the list with its path, and can be used."""
    desk = open_at()
    desk.person.click("new_address")
    desk.person.type("address_url", "http://localhost:8080/qf")
    desk.person.type("address_name", "Desk")
    desk.person.click("save_address")
    assert desk.names() == ["Desk", "Gateway", "Proxy"]
    lines = find(desk.dialog, QListWidget, "addresses")
    assert lines.item(0).text() == "Desk\nlocalhost:8080/qf"
    assert lines.currentRow() == 0
    desk.person.click("use_address")
    assert desk.used == ["custom:http://localhost:8080/qf"]
    assert not desk.dialog.isVisible()


def test_a_new_one_is_done_once_it_is_saved(open_at: Callable[..., AddressDesk]) -> None:
    """With what was known of it; without a name it is called by host and path."""
    desk = open_at(adding="https://new.example.com/qf")
    assert desk.person.find(QLineEdit, "address_url").text() == "https://new.example.com/qf"
    press("Return", desk.person.find(QLineEdit, "address_url"))
    assert desk.names()[1:] == ["new.example.com/qf", "Proxy"]
    assert desk.used == ["custom:https://new.example.com/qf"]
    assert not desk.dialog.isVisible()


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("url", "http://pay.example.com", "Plain http goes to this machine only: use https:// for pay.example.com."),
        ("url", "pay.example.com", "The base URL needs a scheme and a host"),
        ("url", "https://b.example.com/", "kept already, as “Proxy”"),
        ("name", "proxy", "Another address has the name “Proxy”"),
    ],
)
def test_what_cannot_be_kept_says_field_rule_and_way_out(
    open_at: Callable[..., AddressDesk], field: str, typed: str, says: str
) -> None:
    """While it is typed; saving goes to the field and changes nothing."""
    desk = open_at()
    desk.person.type(f"address_{field}", typed)
    assert says in desk.said(field)
    desk.person.click("save_address")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"address_{field}"
    assert desk.model.kept == KEPT
    desk.person.type("address_name", "Gateway")
    desk.person.type("address_url", "https://a.example.com/qf")
    assert desk.dialog.close()


def test_the_path_of_a_call_is_said_and_cut_by_one_press(open_at: Callable[..., AddressDesk]) -> None:
    """It may be kept all the same: a gateway may want it."""
    desk = open_at()
    desk.person.type("address_url", "https://a.example.com/qf/trade/v1")
    assert desk.said("url") == "Leave out /trade/v1: every call adds it, so it would be sent twice."
    desk.person.click("address_url_offer")
    assert desk.person.find(QLineEdit, "address_url").text() == "https://a.example.com/qf"
    desk.person.type("address_url", "https://a.example.com/trade/v1")
    desk.person.click("save_address")
    assert desk.model.addresses[0].base_url == "https://a.example.com/trade/v1"


def test_removing_and_renaming_are_undone(open_at: Callable[..., AddressDesk]) -> None:
    """One press each; what would be undone is said."""
    desk = open_at()
    desk.person.type("address_name", "Bridge")
    QTest.keySequence(desk.dialog, "Ctrl+S")
    assert desk.person.said("addresses_done") == "“Bridge” was changed"
    desk.person.click("remove_address")
    assert desk.names() == ["Proxy"]
    assert desk.person.said("addresses_done") == "“Bridge” was removed"
    assert desk.person.find(QLineEdit, "address_name").text() == "Proxy"
    desk.person.click("undo_address")
    desk.person.click("undo_address")
    assert desk.model.kept == KEPT
    assert desk.person.said("addresses_done") == ""


def test_going_to_another_one_asks_about_what_is_unsaved(open_at: Callable[..., AddressDesk]) -> None:
    """Escape stays; nothing typed is lost without a word. A list that gets the keyboard chooses nothing by itself."""
    desk = open_at(adding="https://new.example.com")
    find(desk.dialog, QListWidget, "addresses").setFocus()
    QApplication.processEvents()
    assert desk.person.find(QLineEdit, "address_url").text() == "https://new.example.com"
    desk.person.will(escape)
    desk.select(1)
    assert len(desk.person.read) == 1
    assert desk.person.find(QLineEdit, "address_url").text() == "https://new.example.com"
    desk.person.type("address_url", "https://")
    desk.select(1)
    assert desk.person.find(QLineEdit, "address_name").text() == "Proxy"
