"""F1 by real key: wherever the keyboard is, the page about that is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QTableWidget, QTextBrowser, QWidget

from qfpay_gui.diagnosis.notification import explain_notification
from qfpay_gui.qfpay.onboarding.steps import StepId
from qfpay_gui.ui.notifications.documents import document
from qfpay_gui.ui.onboarding.onboarding_dialog import OnboardingDialog
from qfpay_gui.ui.reference.reference_window import ReferenceWindow
from qfpay_gui.ui.reference.subject import PROPERTY, subjects_of
from qfpay_gui.ui.widgets.document_view import DocumentView
from tests.ui.person import come_to, find, press

if TYPE_CHECKING:
    from tests.ui.desk import Desk


def _ask(desk: Desk) -> ReferenceWindow:
    """Press F1 where the keyboard is, and wait for the reference."""
    press("F1")
    return _reference(desk)


def _reference(desk: Desk) -> ReferenceWindow:
    desk.wait(lambda: any(one.isActiveWindow() for one in desk.window.findChildren(ReferenceWindow)))
    (found,) = desk.window.findChildren(ReferenceWindow)
    return found


def _back(desk: Desk) -> None:
    """Close the reference with Escape and go back to the window, which the window system may take its time for."""
    press("Esc")
    come_to(desk.window)


def _go_to_row(table: QTableWidget, name: str) -> None:
    """Put the keyboard on the line of this name."""
    rows = range(table.rowCount())
    place = next(row for row in rows if table.model().index(row, 0).data() == name)
    table.setFocus()
    table.setCurrentCell(place, 0)


@pytest.mark.parametrize("name", ["txamt", "txcurrcd", "sub_openid", "goods_name"])
def test_a_field_opens_its_parameter(desk: Desk, name: str) -> None:
    """Also the second one of a row."""
    desk.window.go.field(name)
    assert _ask(desk).page.id == f"parameter.{name}"


def test_a_field_opens_what_its_call_makes_of_it(desk: Desk) -> None:
    """The page is scrolled to the call that is being edited."""
    desk.bench.draft.choose_endpoint("reversal")
    desk.window.go.field("txamt")
    reference = _ask(desk)
    assert reference.page.id == "parameter.txamt"
    assert desk.person.find(QTextBrowser, "reference_page").verticalScrollBar().value() > 0


def test_a_button_of_a_row_is_about_the_rows_parameter(desk: Desk) -> None:
    """Whatever of the row has the keyboard."""
    desk.person.find(QWidget, "out_trade_no_options").setFocus()
    assert _ask(desk).page.id == "parameter.out_trade_no"


def test_the_environment_and_the_signing_string_have_their_pages(desk: Desk) -> None:
    """The chosen environment, and how a request is signed."""
    desk.window.go.field("environment")
    assert _ask(desk).page.id == "environment.simulator"
    _back(desk)
    desk.window.go.signature()
    assert _ask(desk).page.id == "signing.steps"


def test_the_lines_of_a_reply_are_about_their_names(desk: Desk) -> None:
    """A member of pay_params, the return code, a field."""
    desk.person.click("send")
    desk.wait_for_answer()
    table = desk.person.find(QTableWidget, "pay_params")
    for name, page in (("nonceStr", "pay_params.nonceStr"), ("respcd", "respcd.0000"), ("syssn", "parameter.syssn")):
        _go_to_row(table, name)
        assert _ask(desk).page.id == page
        _back(desk)


def test_the_reply_is_about_its_return_code(desk: Desk) -> None:
    """Where nothing nearer says what it is about."""
    desk.person.choose("simulator_outcome", "respcd:1108")
    desk.person.click("send")
    desk.wait_for_answer()
    desk.window.go.reply()
    assert _ask(desk).page.id == "respcd.1108"


def test_a_finding_opens_the_page_that_tells_of_it(desk: Desk) -> None:
    """The mark that the cursor is on, in a document."""
    desk.person.type("txamt", "1.15")
    desk.person.click("send")
    desk.wait_for_answer()
    desk.window.go.reply()
    desk.window.reply.show_page("checks")
    view = desk.person.find(QTextBrowser, "checks")
    view.setFocus()
    assert "amount-major-units" in view.toHtml()
    assert _ask(desk).page.id == "parameter.txamt"


def test_a_line_of_the_list_of_findings_is_about_its_rule(desk: Desk) -> None:
    """The list makes room for the reference."""
    desk.person.type("txamt", "1.15")
    desk.person.click("status_findings")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert _ask(desk).page.id == "parameter.txamt"
    assert not popup.isVisible()


def test_the_columns_of_a_record_are_about_its_members(desk: Desk) -> None:
    """The time, the amount, and as the state its own return code; below it the line of the member."""
    desk.person.click("send")
    desk.wait_for_answer()
    desk.window.order_actions.query()
    desk.wait(lambda: desk.wait_for_answer().request.endpoint == "query")
    table = desk.person.find(QTableWidget, "records")
    expected = {0: "record.sysdtm", 1: "record.order_type", 2: "record.out_trade_no", 3: "record.txamt"}
    for column, page in {**expected, 4: "respcd.1143"}.items():
        table.setFocus()
        table.setCurrentCell(0, column)
        assert _ask(desk).page.id == page
        _back(desk)
    fields = desk.person.find(QTableWidget, "record_fields")
    _go_to_row(fields, "syssn")
    assert _ask(desk).page.id == "record.syssn"


def test_a_field_of_a_notification_is_about_itself(stage: QWidget) -> None:
    """Tab goes from mark to mark of a document, and the widget says which it is on."""
    body = b'{"status": "1", "notify_type": "payment", "txamt": "300"}'
    view = DocumentView("notice", "Notice", stage)
    view.show_html(document(None, explain_notification(body)))
    view.resize(600, 400)
    view.show()
    view.setFocus()
    assert subjects_of(view) == ("notification.status",)
    for name in ("status", "notify_type", "txamt"):
        press("Tab", view)
        assert subjects_of(view) == (f"notification.{name}",)


def test_a_plain_widget_says_by_a_property_what_it_is_about(stage: QWidget) -> None:
    """The nearest first; those around it follow, for it may be about something that has no page."""
    inner = QWidget(stage)
    stage.setProperty(PROPERTY, "call.payment")
    inner.setProperty(PROPERTY, "txamt")
    assert subjects_of(QWidget(inner)) == ("txamt", "call.payment")
    assert subjects_of(None) == ()


def test_a_line_of_the_history_is_about_its_return_code(desk: Desk) -> None:
    """The one the keyboard is on."""
    desk.person.click("send")
    desk.wait_for_answer()
    desk.window.go.history()
    table = desk.person.find(QTableView, "history_table")
    desk.wait(lambda: any(row.respcd for row in desk.bench.history.state.rows))
    press("Down")
    assert QApplication.focusWidget() is table
    assert _ask(desk).page.id == "respcd.0000"


def test_anywhere_else_the_contents_are_opened(desk: Desk) -> None:
    """The button that sends is about nothing in particular."""
    desk.person.find(QWidget, "send").setFocus()
    assert _ask(desk).page.id == "start"


def test_there_is_one_reference_whoever_asks(desk: Desk) -> None:
    """It comes to the front with the next page, and the last one is a step back."""
    desk.window.go.field("txamt")
    first = _ask(desk)
    _back(desk)
    desk.window.go.field("txdtm")
    assert _ask(desk) is first
    assert first.page.id == "parameter.txdtm"
    press("Alt+Left")
    assert first.page.id == "parameter.txamt"


def test_beside_the_window_it_works_as_well(desk: Desk) -> None:
    """In the reference itself, whose search is about nothing in particular, F1 leads to the contents."""
    desk.window.go.field("txamt")
    reference = _ask(desk)
    press("F1")
    assert reference.page.id == "start"


def test_the_set_up_beside_the_window_is_about_its_step(desk: Desk) -> None:
    """The one that is looked at, wherever in that window the keyboard is."""
    desk.window.assistant.open_set_up()
    (dialog,) = desk.window.findChildren(OnboardingDialog)
    desk.wait(dialog.isActiveWindow)
    dialog.look_at(StepId.DOMAIN)
    assert _ask(desk).page.id == "setup.domain"


def test_a_dialog_that_shuts_the_window_out_has_its_reference_too(desk: Desk) -> None:
    """In the credentials F1 opens the page of what is edited; the reference outlives the dialog."""
    pages: list[str] = []

    def ask() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        references = dialog.findChildren(ReferenceWindow)
        if not dialog.property("asked") and dialog.isActiveWindow():
            dialog.setProperty("asked", "yes")
            find(dialog, QLineEdit, "mchid").setFocus()
            press("F1")
        elif references and references[0].isActiveWindow() and not pages:
            pages.append(references[0].page.id)
        elif pages and dialog.isActiveWindow():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        elif pages:
            dialog.activateWindow()

    timer = QTimer(desk.window)
    timer.timeout.connect(ask)
    timer.start(5)
    desk.window.managing.open_profiles()
    timer.stop()
    assert pages == ["parameter.mchid"]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    (reference,) = desk.window.findChildren(ReferenceWindow)
    assert reference.parentWidget() is desk.window
    assert reference.isVisible()
