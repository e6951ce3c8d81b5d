from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox

from qfpay_gui.qfpay.request.extend_info import parts

if TYPE_CHECKING:
    from tests.ui.form.conftest import FormDesk


def test_a_currency_is_chosen_from_the_list(desk: FormDesk) -> None:
    """The entry becomes the value, and the amount is told in it."""
    desk.person.choose("txcurrcd", "JPY")
    assert desk.draft.value("txcurrcd") == "JPY"
    assert "300" in desk.row("txamt").said


def test_any_other_text_can_be_typed_in_its_place(desk: FormDesk) -> None:
    """An instrument forbids nothing: three letters nobody knows are sent, and found."""
    desk.person.type("txcurrcd", "hkd ")
    assert desk.draft.value("txcurrcd") == "hkd "
    assert desk.model.prepared.findings_at("txcurrcd")


def test_arrow_keys_go_on_from_the_value_that_is_shown(desk: FormDesk) -> None:
    """Not from where the list begins."""
    desk.model.type_value("txcurrcd", "SGD")
    box = desk.person.find(QComboBox, "txcurrcd")
    box.setFocus()
    place = box.findText("SGD")
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert desk.draft.value("txcurrcd") == box.itemText(place + 1)


def test_choosing_the_same_entry_again_after_typing_brings_it_back(desk: FormDesk) -> None:
    """The list knows that something else was typed since."""
    desk.person.choose("txcurrcd", "JPY")
    desk.person.type("txcurrcd", "yen")
    desk.person.choose("txcurrcd", "JPY")
    assert desk.draft.value("txcurrcd") == "JPY"


def test_typing_within_a_known_value_leaves_the_cursor_where_it_is(desk: FormDesk) -> None:
    """The list takes notice of the value, not of the cursor."""
    edit = desk.person.go_to("txcurrcd")
    edit.setCursorPosition(1)
    QTest.keyClicks(edit, "xy")
    assert desk.draft.value("txcurrcd") == "HxyKD"
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert desk.draft.value("txcurrcd") == "HKD"
    assert edit.cursorPosition() == 1


def test_a_megabyte_in_a_list_field_is_kept_whole(desk: FormDesk) -> None:
    """As in any other field: nothing is cut off in silence."""
    desk.person.paste("txcurrcd", "x" * 1_000_000)
    assert desk.draft.value("txcurrcd") == "x" * 1_000_000


def test_the_wheel_over_a_list_changes_nothing(desk: FormDesk) -> None:
    """Scrolling the form must not change what is sent."""
    box = desk.person.find(QComboBox, "txcurrcd")
    box.setFocus()
    centre = QPointF(box.rect().center())
    turn = QWheelEvent(
        centre,
        QPointF(box.mapToGlobal(box.rect().center())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's
    )
    QApplication.sendEvent(box, turn)
    assert desk.draft.value("txcurrcd") == "HKD"


def test_no_credit_can_be_chosen_and_taken_back(desk: FormDesk) -> None:
    """The only documented limit, and none."""
    desk.form.reveal("limit_pay")
    desk.person.choose("limit_pay", "no_credit")
    assert desk.model.prepared.value("limit_pay") == "no_credit"
    desk.person.type("limit_pay", "")
    assert "limit_pay" not in dict(desk.model.prepared.parameters)


def test_a_person_is_written_as_the_text_that_is_signed(desk: FormDesk) -> None:
    """Name and ID become JSON, shown as it is sent."""
    desk.form.reveal("extend_info")
    desk.person.type("user_truename", "张三")
    desk.person.type("user_creid", "110101199001011237")
    signed = '{"user_creid":"110101199001011237","user_truename":"张三"}'
    assert desk.draft.value("extend_info") == signed
    assert desk.person.edit("extend_info").text() == signed


def test_the_name_can_be_written_in_escapes(desk: FormDesk) -> None:
    """Ticked, the same person is signed as ASCII; the fields still show the name."""
    desk.form.reveal("extend_info")
    desk.person.type("user_truename", "张三")
    desk.person.click("extend_info_escaped")
    assert desk.draft.value("extend_info") == '{"user_creid":"","user_truename":"\\u5f20\\u4e09"}'
    assert desk.person.edit("user_truename").text() == "张三"
    desk.model.undo()
    assert not desk.person.find(QCheckBox, "extend_info_escaped").isChecked()


def test_the_signed_text_can_be_edited_itself(desk: FormDesk) -> None:
    """What is typed there is signed as typed; name and ID follow where they can be read."""
    desk.form.reveal("extend_info")
    desk.person.paste("extend_info", '{"user_truename": "李四", "user_creid": "1"}')
    assert desk.draft.value("extend_info") == '{"user_truename": "李四", "user_creid": "1"}'
    assert (desk.person.edit("user_truename").text(), desk.person.edit("user_creid").text()) == ("李四", "1")
    desk.person.type("extend_info", "no JSON")
    assert desk.draft.value("extend_info") == "no JSON"


def test_deleting_name_and_id_sends_nothing(desk: FormDesk) -> None:
    """No empty object is left behind."""
    desk.form.reveal("extend_info")
    desk.person.type("user_creid", "1")
    desk.person.type("user_creid", "")
    assert "extend_info" not in dict(desk.model.prepared.parameters)


@pytest.mark.parametrize("name", ['Li "Bo"', "李\\四", "\ufeff李", "a\u2028b"])
def test_any_name_survives_the_way_through_json(desk: FormDesk, name: str) -> None:
    """Quotes, backslashes and marks are written so that they are read back."""
    desk.form.reveal("extend_info")
    desk.person.paste("user_truename", name)
    assert parts(desk.draft.value("extend_info")) == (name, "")
