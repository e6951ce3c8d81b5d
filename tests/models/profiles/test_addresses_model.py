from __future__ import annotations

import pytest

from qfpay_gui.models.profiles.addresses_model import AddressesModel

KEPT = {
    "custom": {"name": "old", "base_url": "https://old.example.com"},
    "custom:https://a.example.com": {"name": "Gateway", "base_url": "https://a.example.com"},
}


@pytest.fixture
def model() -> AddressesModel:
    """Two addresses from the settings."""
    return AddressesModel(KEPT)


def _names(model: AddressesModel) -> list[str]:
    return [one.name for one in model.addresses]


def test_it_begins_with_what_is_kept_in_the_order_of_names(model: AddressesModel) -> None:
    """And gives the same back; there is nothing to undo yet."""
    assert _names(model) == ["Gateway", "old"]
    assert model.kept == KEPT
    assert model.latest is None
    model.undo()
    assert model.kept == KEPT


def test_every_step_is_told_and_can_be_undone(model: AddressesModel) -> None:
    """The latest first, down to how it began."""
    heard: list[list[str]] = []
    model.changed.connect(lambda: heard.append(_names(model)))
    added = model.add(" Test desk ", "http://localhost:8080/qf/")
    model.change("custom", "New", "https://old.example.com")
    model.remove(added.id)
    assert str(model.latest) == "“Test desk” was removed"
    model.undo()
    assert model.find(added.id) == added
    assert (str(model.latest), added.base_url) == ("“New” was changed", "http://localhost:8080/qf")
    model.undo()
    model.undo()
    assert (model.kept, model.latest) == (KEPT, None)
    assert heard == [
        ["Gateway", "old", "Test desk"],
        ["Gateway", "New", "Test desk"],
        ["Gateway", "New"],
        ["Gateway", "New", "Test desk"],
        ["Gateway", "old", "Test desk"],
        ["Gateway", "old"],
    ]


def test_an_address_keeps_its_id_whatever_becomes_of_its_name_and_url(model: AddressesModel) -> None:
    """So its profiles and orders stay with it; and a change that changes nothing is no step."""
    model.change("custom", "old", "https://old.example.com/")
    assert model.latest is None
    model.change("custom", "Newer", "https://new.example.com")
    found = model.find("custom")
    assert found is not None
    assert (found.name, found.base_url) == ("Newer", "https://new.example.com")
    model.change("custom:nobody", "x", "https://x.example.com")
    assert str(model.latest) == "“Newer” was changed"


def test_a_base_url_is_found_or_kept_from_now_on(model: AddressesModel) -> None:
    """As an old order asks for it."""
    assert model.at("https://old.example.com/").id == "custom"
    assert model.latest is None
    assert model.at("https://b.example.com/qf").name == "b.example.com/qf"
    assert len(model.addresses) == 3


def test_as_many_steps_as_anybody_remembers_are_kept(model: AddressesModel) -> None:
    """Not without end."""
    for number in range(60):
        model.change("custom", f"Name {number}", "https://old.example.com")
    for _ in range(60):
        model.undo()
    assert model.latest is None
    found = model.find("custom")
    assert found is not None
    assert found.name == "Name 9"
