"""What is noticed is listed, and mended by a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QToolButton

from qfpay_gui.qfpay.request.draft import Entry
from tests.ui.person import press

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def _inspected(desk: Desk) -> list[str]:
    """The ways out that stand under the form."""
    row = desk.window.form.findChild(QFrame, "inspector")
    assert row is not None
    return [button.text() for button in row.findChildren(QPushButton) if button.isVisible()]


def _list(desk: Desk) -> QFrame:
    """The list of findings, opened from the status line."""
    desk.person.click("status_findings")
    return desk.person.find(QFrame, "findings_list")


def _buttons(listed: QFrame) -> list[str]:
    return [button.text() for button in listed.findChildren(QPushButton) if button.isVisible()]


def test_the_way_out_of_a_finding_stands_under_the_form_and_is_one_step_to_undo(desk: Desk) -> None:
    """The keyboard goes on in the field that was mended."""
    desk.person.type("txamt", "1.15")
    assert _inspected(desk) == ["Use 115"]
    desk.person.click("mend_0")
    assert desk.bench.draft.draft.value("txamt") == "115"
    assert _inspected(desk) == []
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "txamt"
    press("Ctrl+Z")
    assert desk.bench.draft.draft.value("txamt") == "1.15"


def test_all_findings_are_listed_and_mended_one_after_the_other(desk: Desk) -> None:
    """With the keyboard alone; the list goes when nothing is left."""
    desk.bench.draft.type_value("goods_name", "tea ")
    desk.bench.draft.type_value("txamt", "1.15")
    listed = _list(desk)
    assert _buttons(listed) == ["Use 115", "Go to it", "Trim", "Go to it"]
    press("Space")
    assert desk.bench.draft.draft.value("txamt") == "115"
    assert listed.isVisible()
    assert _buttons(listed) == ["Trim", "Go to it"]
    press("Space")
    assert desk.bench.draft.draft.value("goods_name") == "tea"
    assert not listed.isVisible()


def test_from_the_list_one_goes_to_the_field(desk: Desk) -> None:
    """And the list is gone."""
    desk.bench.draft.type_value("expired_time", "3")
    listed = _list(desk)
    assert _buttons(listed) == ["Go to it"]
    press("Space")
    assert not listed.isVisible()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "expired_time"


def test_escape_closes_the_list_and_changes_nothing(desk: Desk) -> None:
    """Whoever only wanted to look is back."""
    desk.bench.draft.type_value("txamt", "1.15")
    listed = _list(desk)
    press("Esc")
    assert not listed.isVisible()
    assert desk.bench.draft.draft.value("txamt") == "1.15"


def test_a_finding_is_spoken_with_how_grave_it_is_and_where(desk: Desk) -> None:
    """The icon has words."""
    desk.bench.draft.type_value("txamt", "1.15")
    listed = _list(desk)
    go = desk.person.find(QPushButton, "finding_go_0")
    assert go.accessibleDescription() == "Wrong: txamt: Looks like major units: is 115 meant?"
    assert "Wrong" in {label.accessibleName() for label in listed.findChildren(QLabel)}


def test_pasted_markup_is_shown_not_drawn(desk: Desk) -> None:
    """A value of the merchant's that a sentence quotes is text."""
    desk.bench.draft.set_further((Entry("<img src=x>", "a "),))
    listed = _list(desk)
    written = [label.text() for label in listed.findChildren(QLabel)]
    assert any("&lt;img src=x&gt;" in words for words in written)
    assert not any("<img" in words for words in written)


@pytest.mark.parametrize(("field", "words"), [("sub_openid", "Find it …")])
def test_a_way_out_that_is_a_command_of_the_window_is_carried_out_there(desk: Desk, field: str, words: str) -> None:
    """The helper for the openid opens."""
    desk.person.type(field, "wx2421b1c4370ec43b")
    assert _inspected(desk) == [words]
    opened: list[str] = []
    action = desk.window.menus.actions["find_openid"]
    action.triggered.disconnect()
    action.triggered.connect(lambda: opened.append(words))
    desk.person.click("mend_0")
    assert opened == [words]


def test_another_environment_is_chosen_where_the_credentials_belong(desk: Desk) -> None:
    """The demo merchant belongs to the simulator."""
    desk.bench.choose_environment("sandbox")
    desk.bench.choose_profile("Demo merchant", stay=True)
    listed = _list(desk)
    assert "Switch to Simulator" in _buttons(listed)
    for button in listed.findChildren(QPushButton):
        if button.text() == "Switch to Simulator":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            break
    assert desk.bench.environment.id == "simulator"


def test_a_value_made_anew_on_every_send_is_a_way_out(desk: Desk) -> None:
    """The pinned time gives way to the present one."""
    desk.person.type("txdtm", "yesterday")
    assert _inspected(desk) == ["New on every send"]
    desk.person.click("mend_0")
    assert desk.bench.draft.draft.find("txdtm").fresh
    assert desk.bench.draft.draft.value("txdtm") != "yesterday"


def test_a_further_parameter_that_is_taken_out_leaves_the_keyboard_in_the_form(desk: Desk) -> None:
    """The row it was in is gone."""
    desk.bench.draft.set_further((Entry("sign", "ABC"),))
    desk.window.form.reveal("sign")
    assert _inspected(desk) == ["Take it out"]
    desk.person.click("mend_0")
    assert desk.bench.draft.draft.further == ()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.window.form.isAncestorOf(focused)


def test_the_status_line_opens_nothing_where_nothing_is_noticed(desk: Desk) -> None:
    """There is nothing to list."""
    assert desk.person.find(QToolButton, "status_findings").text() == "Request: nothing noticed"
    desk.person.click("status_findings")
    assert desk.window.findChild(QFrame, "findings_list") is None
