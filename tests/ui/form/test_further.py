from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from qfpay_gui.qfpay.request.draft import Entry

if TYPE_CHECKING:
    from tests.ui.form.conftest import FormDesk


@pytest.fixture(autouse=True)
def _unfolded(desk: FormDesk) -> None:
    desk.form.open(("further",))


def _rows(desk: FormDesk) -> list[tuple[str, str]]:
    """What the rows show, in order; rows that were dropped are gone for good."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown: list[tuple[str, str]] = []
    while isinstance(edit := desk.form.findChild(QLineEdit, f"further_name_{len(shown)}"), QLineEdit):
        value = desk.person.find(QLineEdit, f"further_value_{len(shown)}")
        assert edit.isVisible()
        shown.append((edit.text(), value.text()))
    return shown


def test_a_parameter_is_added_named_and_valued(desk: FormDesk) -> None:
    """The cursor stands in its name at once; it is signed and sent with the others."""
    desk.person.click("further_add")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "further_name_0"
    desk.person.type("further_name_0", "store_id")
    desk.person.type("further_value_0", "77 A")
    assert desk.further() == (Entry("store_id", "77 A"),)
    assert "store_id=77 A&" in desk.model.prepared.signing_string


def test_a_name_may_be_repeated(desk: FormDesk) -> None:
    """Two of the same name are both sent, as some merchants do, and that is found."""
    for index, value in enumerate("12"):
        desk.person.click("further_add")
        desk.person.type(f"further_name_{index}", "a")
        desk.person.type(f"further_value_{index}", value)
    assert [pair for pair in desk.model.prepared.parameters if pair[0] == "a"] == [("a", "1"), ("a", "2")]
    assert desk.model.prepared.findings_at("a")


def test_an_empty_value_is_sent_where_that_is_asked_for(desk: FormDesk) -> None:
    """By the button in its row."""
    desk.model.set_further((Entry("a"),))
    assert "a" not in dict(desk.model.prepared.parameters)
    desk.person.click("further_send_empty_0")
    assert ("a", "") in desk.model.prepared.parameters


def test_removing_one_leaves_the_others(desk: FormDesk) -> None:
    """The rows close up, and undo brings it back."""
    desk.model.set_further((Entry("a", "1"), Entry("b", "2"), Entry("c", "3")))
    desk.person.click("further_remove_1")
    assert _rows(desk) == [("a", "1"), ("c", "3")]
    desk.model.undo()
    assert _rows(desk) == [("a", "1"), ("b", "2"), ("c", "3")]


def test_typing_in_two_rows_is_two_steps(desk: FormDesk) -> None:
    """One undo takes back the second row's value only."""
    desk.model.set_further((Entry("a"), Entry("b")))
    desk.person.type("further_value_0", "11")
    desk.person.type("further_value_1", "22")
    desk.model.undo()
    assert _rows(desk) == [("a", "11"), ("b", "")]


@pytest.mark.parametrize("name", ["\ufeffa", " a", "txamt", "a=b", "a&b", "键", "\U0001f9cb"])
def test_any_name_is_kept_as_it_was_pasted(desk: FormDesk, name: str) -> None:
    """Whatever a merchant sends can be sent."""
    desk.person.click("further_add")
    desk.person.paste("further_name_0", name)
    desk.person.paste("further_value_0", "1")
    assert desk.further() == (Entry(name, "1"),)


@pytest.mark.parametrize(
    ("name", "value", "framed"),
    [
        ("remark", "tea ", (None, "attention")),
        ("openid", "o1", ("attention", None)),
        ("openid", "o1 ", ("attention", "attention")),
        ("remark", "tea", (None, None)),
    ],
)
def test_what_is_noticed_frames_the_name_or_the_value_it_is_about(
    desk: FormDesk, name: str, value: str, framed: tuple[str | None, str | None]
) -> None:
    """And is spoken with it."""
    desk.person.click("further_add")
    desk.person.type("further_name_0", name)
    desk.person.type("further_value_0", value)
    edits = [desk.person.find(QLineEdit, f"further_{part}_0") for part in ("name", "value")]
    assert tuple(edit.property("severity") for edit in edits) == framed
    assert tuple(bool(edit.accessibleDescription()) for edit in edits) == tuple(map(bool, framed))


@pytest.mark.parametrize(("count", "at_once"), [(10, 10), (11, 10), (200, 10)])
def test_of_many_rows_the_first_are_there_at_once(desk: FormDesk, count: int, at_once: int) -> None:
    """The others follow while the window works, and all show what the draft holds; fewer again are dropped so, too."""
    entries = tuple(Entry(f"p{number}", f"value {number}") for number in range(count))
    desk.model.set_further(entries)
    assert len(_rows(desk)) == at_once
    for _turn in range(count):
        QApplication.processEvents()
    assert _rows(desk) == [(entry.name, entry.value) for entry in entries]
    desk.model.set_further(entries[:1])
    for _turn in range(count):
        QApplication.processEvents()
    assert _rows(desk) == [("p0", "value 0")]


def test_while_rows_are_still_to_come_a_key_press_makes_none(desk: FormDesk) -> None:
    """It would wait for them; a row somebody asks for is there at once."""
    entries = tuple(Entry(f"p{number}", "x") for number in range(60))
    desk.model.set_further(entries)
    desk.model.set_further((replace(entries[0], value="typed"), *entries[1:]))
    assert (len(_rows(desk)), _rows(desk)[0]) == (10, ("p0", "typed"))
    for _turn in range(60):
        QApplication.processEvents()
    desk.person.click("further_add")
    assert len(_rows(desk)) == 61
