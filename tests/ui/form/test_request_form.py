from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton

from qfpay_gui.models.request.draft_model import Context
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.qfpay.orders.order import OrderState
from qfpay_gui.qfpay.request.draft import Entry
from qfpay_gui.qfpay.request.parameters import ENDPOINTS, endpoint
from tests.qfpay.request.rules.cases import PAID
from tests.ui.form.conftest import CREDENTIALS
from tests.ui.person import press

if TYPE_CHECKING:
    from tests.ui.form.conftest import FormDesk

NAMES = [parameter.name for parameter in endpoint("payment").parameters]


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_can_be_typed(desk: FormDesk, name: str) -> None:
    """What is typed into a field is the value in the draft, letter by letter, whatever it is."""
    desk.form.reveal(name)
    desk.person.type(name, "7 x!")
    assert desk.draft.value(name) == "7 x!"
    assert desk.model.prepared.value(name) == "7 x!"


@pytest.mark.parametrize("name", NAMES)
def test_a_revealed_field_is_in_sight_and_has_the_cursor(desk: FormDesk, name: str) -> None:
    """Unfolded, scrolled to, and ready to type into."""
    desk.form.reveal(name)
    editor = desk.row(name).editors[name]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is editor.primary or focused.focusProxy() is editor.primary
    area = desk.person.find(QScrollArea, "form_scroll").viewport()
    place = QRect(editor.primary.mapTo(area, editor.primary.rect().topLeft()), editor.primary.size())
    assert area.rect().contains(place)


def test_the_tab_key_goes_through_every_field_in_the_order_they_are_seen(desk: FormDesk) -> None:
    """From the amount to the last field, with all sections open, downwards only; then on to what is below."""
    desk.form.open(("optional", "further", "merchant"))
    desk.form.reveal("txamt")
    reached: list[str] = []
    for _ in range(80):
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.isVisible()
        if widget.objectName() in reached[:-1]:  # a label with a mark is passed in two steps
            break
        reached.append(widget.objectName())
        press("Tab")
    fields = [name for name in reached if name in NAMES]
    assert fields == NAMES
    assert {"user_truename", "user_creid", "extend_info_escaped", "further_add", "merchant_credentials"} <= set(reached)
    for name in NAMES:
        options = f"{name}_options"
        if options in reached:
            assert reached.index(name) < reached.index(options)


def test_what_is_folded_is_made_when_it_is_unfolded_and_shows_what_was_sent_meanwhile(desk: FormDesk) -> None:
    """A start makes only what it shows; a value that came in the meantime stands in its field."""
    assert set(desk.form.rows) == {one.name for one in endpoint("payment").parameters if one.group == "main"}
    desk.model.type_value("goods_name", "Tea ")
    desk.form.open(("optional",))
    assert desk.person.edit("goods_name").text() == "Tea "
    assert desk.row("goods_name").said
    assert "mchid" not in desk.form.rows


def test_a_finding_stands_at_its_field_in_words_and_goes_when_it_is_mended(desk: FormDesk) -> None:
    """Major units are noticed while they are typed, and no longer once they are minor ones."""
    desk.person.type("txamt", "3.00")
    assert "300" in desk.row("txamt").said
    edit = desk.person.edit("txamt")
    assert edit.property("severity") == "wrong"
    assert edit.accessibleDescription() != ""
    desk.person.type("txamt", "300")
    assert "HK$3.00" in desk.row("txamt").said
    assert edit.property("severity") is None
    assert edit.accessibleDescription() == ""


def test_one_undo_takes_back_what_was_typed_in_one_field(desk: FormDesk) -> None:
    """Going to another field begins a new step."""
    desk.person.type("txamt", "4200")
    desk.person.type("sub_openid", "oABC")
    desk.person.go_to("txamt")
    desk.person.type("txamt", "77")
    desk.model.undo()
    assert (desk.draft.value("txamt"), desk.draft.value("sub_openid")) == ("4200", "oABC")
    desk.model.undo()
    desk.model.undo()
    assert (desk.person.edit("txamt").text(), desk.person.edit("sub_openid").text()) == (
        "300",
        "oQFTester_0penid_for_demo_01",
    )


def test_the_field_with_the_cursor_is_announced(desk: FormDesk, qtbot: object) -> None:  # noqa: ARG001 - events
    """The signing string learns which part to mark, also for the second field of a line and for own parameters."""
    heard: list[str] = []
    desk.form.focused.connect(heard.append)
    desk.model.set_further((Entry("store_id", "7"),))
    desk.form.open(("further",))
    for name in ("sub_openid", "txcurrcd", "further_value_0"):
        desk.person.go_to(name)
    assert heard == ["sub_openid", "txcurrcd", "store_id"]


def test_sections_count_what_they_hold(desk: FormDesk) -> None:
    """Folded, they still say how much is inside."""
    desk.form.open(("optional",))
    desk.person.type("goods_name", "Milk tea")
    desk.model.set_further((Entry("a", "1"), Entry("b", "2")))
    assert desk.person.find(QToolButton, "section_optional").text() == "Optional (1 set)"
    assert desk.person.find(QToolButton, "section_further").text() == "Further parameters (2)"


def test_sections_are_opened_by_name_and_told_by_name(desk: FormDesk) -> None:
    """What is remembered between starts; unknown names are passed over."""
    desk.form.open(("merchant", "optional", "moon"))
    assert desk.form.open_sections == ("optional", "merchant")


def test_a_parameter_nobody_knows_is_revealed_where_it_can_be_edited(desk: FormDesk) -> None:
    """F4 on a finding at an own parameter leads to its row; where there is none, to the button that adds one."""
    desk.model.set_further((Entry("a", "1"), Entry("store_id", "7")))
    desk.form.reveal("store_id")
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    assert focused.objectName() == "further_name_1"
    desk.form.reveal("moon")
    assert QApplication.focusWidget() is desk.person.find(QPushButton, "further_add")


def test_the_merchant_is_shown_without_the_key(desk: FormDesk) -> None:
    """Whose app code signs, and how long the key is; not one character of the key itself."""
    desk.form.open(("merchant",))
    assert desk.person.said("shown_app_code") == CREDENTIALS.app_code
    assert set(desk.person.said("shown_client_key")) == {"•"}
    shown = " ".join(label.text() + label.toolTip() for label in desk.form.findChildren(QLabel))
    assert CREDENTIALS.client_key not in shown


def test_the_merchants_credentials_are_asked_for_where_they_are_shown(desk: FormDesk) -> None:
    """The button beside them leads to the dialog."""
    asked: list[str] = []
    desk.form.edit_credentials_requested.connect(lambda: asked.append("asked"))
    desk.form.open(("merchant",))
    desk.person.click("merchant_credentials")
    assert asked == ["asked"]


def test_a_profile_of_another_environment_is_a_finding_at_the_merchant(desk: FormDesk) -> None:
    """Before it becomes a 1108."""
    desk.form.open(("merchant",))
    desk.model.set_context(Context(Credentials("", ""), PRODUCTION, "live-hk"))
    assert desk.person.said("shown_app_code") == "–"
    assert desk.model.prepared.findings_at("app_code")


def test_the_inspector_explains_the_field_in_use(desk: FormDesk) -> None:
    """Its rule, whether it must be sent, and each finding in full; marks lead to where both come from."""
    desk.person.go_to("sub_openid")
    assert "mandatory" in desk.person.said("inspector_text")
    desk.person.type("txamt", "3.00")
    explained = desk.person.said("inspector_text")
    assert "<b>txamt</b>" in explained
    assert "<a href='claim:rule.amount-major-units'" in explained
    assert "<a href='claim:parameter.payment.txamt'" in explained


def test_the_inspector_takes_a_name_for_a_name(desk: FormDesk) -> None:
    """An own parameter called like markup is shown as it is written."""
    desk.model.set_further((Entry("<img src=x>", "1"),))
    desk.form.open(("further",))
    desk.person.go_to("further_value_0")
    assert "&lt;img src=x&gt;" in desk.person.said("inspector_text")


def test_nothing_moves_while_a_finding_comes_and_goes(desk: FormDesk) -> None:
    """Every field stays where it is, pixel by pixel."""
    before = [desk.person.edit(name).mapTo(desk.form, desk.person.edit(name).rect().topLeft()) for name in NAMES[:6]]
    desk.person.type("txamt", "3.00 x")
    desk.person.type("sub_openid", "")
    after = [desk.person.edit(name).mapTo(desk.form, desk.person.edit(name).rect().topLeft()) for name in NAMES[:6]]
    assert after == before


def choose(desk: FormDesk, call: str) -> None:
    """Click the button of this call."""
    desk.person.click(f"endpoint_{call}")


@pytest.mark.parametrize("call", ENDPOINTS)
def test_every_call_has_its_own_fields_and_each_can_be_typed(desk: FormDesk, call: str) -> None:
    """A click on the call's button shows its parameters; what is typed into one is in the draft, letter by letter."""
    choose(desk, call)
    assert desk.draft.endpoint == call
    assert desk.person.find(QToolButton, f"endpoint_{call}").isChecked()
    desk.form.open(("optional", "merchant"))
    assert set(desk.form.rows) == {parameter.name for parameter in endpoint(call).parameters}
    for name in desk.form.rows:
        desk.form.reveal(name)
        desk.person.type(name, "7 x!")
        assert desk.model.prepared.value(name) == "7 x!"


@pytest.mark.parametrize("call", ENDPOINTS)
def test_the_tab_key_goes_through_every_call_in_order(desk: FormDesk, call: str) -> None:
    """From the call's own button through its fields, downwards only."""
    choose(desk, call)
    desk.form.open(("optional", "further", "merchant"))
    desk.person.find(QToolButton, f"endpoint_{call}").setFocus()
    reached: list[str] = []
    for _ in range(80):
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget.objectName() in reached[:-1]:  # a label with a mark is passed in two steps
            break
        reached.append(widget.objectName())
        press("Tab")
    names = [parameter.name for parameter in endpoint(call).parameters]
    assert [name for name in reached if name in names] == names
    assert [one for one in ENDPOINTS if f"endpoint_{one}" in reached] == [call]


def test_the_arrow_keys_go_from_call_to_call(desk: FormDesk) -> None:
    """The keyboard stays on the button of the call that is shown."""
    desk.person.find(QToolButton, "endpoint_payment").setFocus()
    for key, call in (("Right", "query"), ("Right", "refund"), ("Left", "query")):
        press(key)
        assert desk.draft.endpoint == call
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == f"endpoint_{call}"


def test_going_to_another_call_and_back_finds_what_was_typed(desk: FormDesk) -> None:
    """Values, and which sections are open."""
    desk.form.open(("optional",))
    desk.person.type("goods_name", "Milk tea")
    choose(desk, "refund")
    assert desk.form.open_sections == ("optional",)
    desk.person.type("udid", "till 4")
    choose(desk, "payment")
    assert desk.person.edit("goods_name").text() == "Milk tea"
    choose(desk, "refund")
    assert desk.person.edit("udid").text() == "till 4"


def test_undo_shows_the_call_it_goes_back_to(desk: FormDesk) -> None:
    """The form follows the draft, and the keyboard stays in the form."""
    choose(desk, "query")
    desk.person.type("syssn", "2026")
    desk.model.undo()
    desk.model.undo()
    assert desk.person.find(QToolButton, "endpoint_payment").isChecked()
    assert desk.person.edit("txamt").text() == "300"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert desk.form.isAncestorOf(focused)


def test_what_the_documents_leave_open_stands_above_the_fields(desk: FormDesk) -> None:
    """Where they are clear there is no such line."""
    label = desk.person.find(QLabel, "endpoint_caution")
    for call in ENDPOINTS:
        choose(desk, call)
        caution = endpoint(call).caution
        assert label.isVisible() is (caution is not None)
        assert str(caution or "") in label.text()
        assert (f"claim:call.{call}" in label.text()) is (caution is not None)


def test_the_inspector_says_what_a_call_does_before_a_field_is_chosen(desk: FormDesk) -> None:
    """Its path, its purpose, and what is noticed about the request as a whole."""
    choose(desk, "close")
    explained = desk.person.said("inspector_text")
    assert "POST /trade/v1/close" in explained
    assert "no list of what can be closed" in explained
    assert str(endpoint("close").purpose) in explained


def test_the_first_field_of_a_call_is_where_it_begins(desk: FormDesk) -> None:
    """Whatever the call's first parameter is."""
    for call, first in (("payment", "txamt"), ("query", "syssn"), ("refund", "syssn")):
        desk.model.fill(call, {"mchid": "R1"})
        desk.form.reveal_first()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert focused.objectName() == first


def test_all_that_is_left_is_filled_in_by_one_press(desk: FormDesk) -> None:
    """Once the order is known and holds money; the press is one undoable step."""
    desk.model.fill("refund", {"syssn": PAID.syssn})
    button = desk.person.find(QPushButton, "refund_all_left")
    assert not button.isEnabled()
    partly = replace(PAID, state=OrderState.PARTLY_REFUNDED, refunded=100)
    desk.model.set_context(Context(CREDENTIALS, orders=(partly,)))
    assert "HK$2.00" in button.toolTip()
    desk.person.click("refund_all_left")
    assert desk.draft.value("txamt") == "200"
    assert "the rest of HK$3.00" in desk.row("txamt").said
    desk.model.undo()
    assert desk.draft.value("txamt") == ""
    desk.model.set_context(Context(CREDENTIALS, orders=(replace(PAID, state=OrderState.REFUNDED),)))
    assert not button.isEnabled()


def test_more_than_is_left_is_marked_while_it_is_typed(desk: FormDesk) -> None:
    """With the amount that is left, in words people read."""
    desk.model.set_context(Context(CREDENTIALS, orders=(PAID,)))
    desk.model.fill("refund", {"syssn": PAID.syssn})
    desk.person.type("txamt", "301")
    assert "Only HK$3.00 is left" in desk.row("txamt").said
    assert desk.person.edit("txamt").property("severity") == "wrong"


def test_a_page_that_was_left_is_gone(desk: FormDesk) -> None:
    """Only the fields of the call that is shown can be found and typed into."""
    for call in (*ENDPOINTS, "payment"):
        choose(desk, call)
        desk.form.open(("merchant",))
        assert len(desk.form.findChildren(QLineEdit, "mchid")) == 1
