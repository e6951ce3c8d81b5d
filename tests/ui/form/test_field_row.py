from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton

from qfpay_gui.models.request.draft_model import Context
from qfpay_gui.qfpay.credentials import Credentials
from tests.ui.person import status_of

if TYPE_CHECKING:
    from tests.ui.form.conftest import FormDesk


def _option(desk: FormDesk, row: str, option: str) -> QAction:
    """The entry of a row's menu, as it stands when the menu opens."""
    menu = desk.person.find(QToolButton, f"{row}_options").menu()
    menu.aboutToShow.emit()
    action = menu.findChild(QAction, option)
    assert isinstance(action, QAction)
    return action


def test_a_typed_order_number_is_pinned(desk: FormDesk) -> None:
    """What somebody typed is kept; the button shows it, and says how to get new ones again."""
    button = desk.person.find(QToolButton, "out_trade_no_fresh")
    assert button.isChecked()
    desk.person.type("out_trade_no", "MY1")
    assert not button.isChecked()
    assert "Pinned" in button.accessibleName()
    assert "Pinned" in desk.row("out_trade_no").said


def test_a_press_makes_a_new_value_and_another_keeps_it(desk: FormDesk) -> None:
    """Fresh again, there is a new number at once; pinned, it stays as it is."""
    desk.person.type("out_trade_no", "MY1")
    desk.person.click("out_trade_no_fresh")
    made = desk.draft.value("out_trade_no")
    assert made.startswith("QA2026")
    desk.person.click("out_trade_no_fresh")
    desk.model.freshen()
    assert desk.draft.value("out_trade_no") == made


def test_an_empty_parameter_can_be_sent_all_the_same(desk: FormDesk) -> None:
    """Signed and sent as name= where a merchant does so."""
    desk.form.reveal("goods_name")
    assert desk.row("goods_name").said == "Not sent"
    _option(desk, "goods_name", "goods_name_send_empty").trigger()
    assert ("goods_name", "") in desk.model.prepared.parameters
    assert _option(desk, "goods_name", "goods_name_send_empty").isChecked()


def test_a_parameter_can_be_left_out_without_losing_its_value(desk: FormDesk) -> None:
    """To see what the lack of it does; the second field of a line has its own entry."""
    _option(desk, "txamt", "txcurrcd_leave_out").trigger()
    assert "txcurrcd" not in dict(desk.model.prepared.parameters)
    assert desk.draft.value("txcurrcd") == "HKD"
    assert not _option(desk, "txamt", "txamt_leave_out").isChecked()


@pytest.mark.parametrize(("name", "copied"), [("txamt", "txamt=300"), ("mchid", "mchid=M77")])
def test_a_pair_is_copied_as_it_is_sent_and_said(desk: FormDesk, name: str, copied: str) -> None:
    """Also where the value comes from the profile."""
    desk.model.set_context(Context(Credentials("A", "K", mchid="M77")))
    desk.form.reveal(name)
    heard: list[str] = []
    status_of(desk.form).said.connect(heard.append)
    _option(desk, name, f"{name}_copy").trigger()
    assert QGuiApplication.clipboard().text() == copied
    assert heard == [f"Copied: {name}, 3 characters"]


def test_several_findings_are_counted_and_the_worst_is_said(desk: FormDesk) -> None:
    """One line is not enough for all; the rest is in the inspector."""
    desk.person.type("txamt", "3.00 ")
    findings = desk.model.prepared.findings_at("txamt")
    assert len(findings) > 1
    said = desk.row("txamt").said
    assert said.startswith(str(max(findings, key=lambda one: one.severity).headline))
    assert said.endswith(f"+{len(findings) - 1}")


@pytest.mark.parametrize("call", ["payment", "refund"])
def test_a_fields_menu_tells_where_its_rule_comes_from(desk: FormDesk, call: str) -> None:
    """Of the call in view, so that no mouse is needed for it."""
    desk.person.click(f"endpoint_{call}")
    _option(desk, "txamt", "txamt_source").trigger()
    (told,) = (one for one in QApplication.topLevelWidgets() if one.metaObject().className() == "QWhatsThat")
    told.close()
