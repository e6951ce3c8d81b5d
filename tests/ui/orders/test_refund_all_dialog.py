from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar, QPushButton, QTreeWidget

from qfpay_gui.models.orders.refund_states import Finished, NothingPlanned, Refunding, Reviewing
from qfpay_gui.qfpay.environments import PRODUCTION
from qfpay_gui.ui.orders.refund_all_dialog import RefundAllDialog
from tests.models.orders.order_bank import LOST, OrdersDesk
from tests.ui.person import Person, come_to, press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@pytest.fixture
def open_dialog(desk: OrdersDesk) -> Iterator[Callable[[], RefundAllDialog]]:
    """Opens the dialog over the desk's orders."""
    opened: list[RefundAllDialog] = []

    def show() -> RefundAllDialog:
        dialog = RefundAllDialog(desk.refunds)
        dialog.open()
        come_to(dialog)
        opened.append(dialog)
        return dialog

    yield show
    for dialog in opened:
        dialog.hide()
        dialog.deleteLater()


def cells(dialog: RefundAllDialog) -> list[list[str]]:
    """What the list says, row by row."""
    tree = Person(lambda: dialog).find(QTreeWidget, "refund_list")
    items = [tree.topLevelItem(place) for place in range(tree.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def finish(desk: OrdersDesk) -> Finished:
    """The results once nothing more is sent."""
    desk.until(lambda: isinstance(desk.refunds.state, Finished))
    desk.settle()
    assert isinstance(desk.refunds.state, Finished)
    return desk.refunds.state


def test_a_day_is_reviewed_and_refunded(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """What will happen is spelled out before, and what happened after."""
    numbers = [desk.pay(), desk.pay(txamt="600"), desk.pay(paid=False)]
    dialog = open_dialog()
    person = Person(lambda: dialog)
    assert cells(dialog) == [
        [numbers[2], "HK$3.00", "Not paid, as far as is known: query it first."],
        [numbers[1], "HK$6.00", "Will be refunded"],
        [numbers[0], "HK$3.00", "Will be refunded"],
    ]
    assert person.said("refund_sum") == "Chosen: 2 – HK$9.00"
    assert "machine’s clock" in person.said("refund_scope")
    assert person.said("refund_environment") == "Live testing · Hong Kong"
    assert person.find(QPushButton, "refund_start").text() == "Refund HK$9.00"
    person.click("refund_start")
    assert len(finish(desk).steps) == 2
    assert [row[2] for row in cells(dialog)] == ["Refunded", "Refunded"]
    assert person.said("refund_sum") == "Refunded: 2 (HK$9.00)."
    assert not person.find(QPushButton, "refund_start").isVisible()
    person.click("refund_close")
    assert not dialog.isVisible()
    assert isinstance(desk.refunds.state, NothingPlanned)


def test_orders_are_chosen_with_the_keyboard(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """Space takes one out; nothing chosen, nothing can be started."""
    desk.pay()
    desk.pay(txamt="600")
    dialog = open_dialog()
    person = Person(lambda: dialog)
    tree = person.find(QTreeWidget, "refund_list")
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert person.said("refund_sum") == "Chosen: 1 – HK$3.00"
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Space)
    assert person.said("refund_sum") == ""
    assert not person.find(QPushButton, "refund_start").isEnabled()
    QTest.keyClick(tree, Qt.Key.Key_Space)
    person.click("refund_start")
    assert [step.amount for step in finish(desk).steps] == [300]


def test_return_refunds_nothing(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """The safe button is the default."""
    desk.pay()
    dialog = open_dialog()
    press("Return", dialog)
    assert not dialog.isVisible()
    assert desk.bank.sent("refund") == []


def test_open_orders_are_queried_first(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """Afterwards the list says what they turned out to be."""
    number = desk.pay(paid=False)
    desk.bank.pay(number)
    dialog = open_dialog()
    person = Person(lambda: dialog)
    assert person.find(QPushButton, "refund_query_first").text().endswith("(1)")
    desk.bank.gate.clear()
    person.click("refund_query_first")
    assert person.said("refund_sum") == "Queried: 0 of 1"
    assert person.find(QPushButton, "refund_close").text() == "Stop after this one"
    desk.bank.gate.set()
    desk.until(lambda: isinstance(desk.refunds.state, Reviewing))
    desk.settle()
    assert cells(dialog)[0][2] == "Will be refunded"
    assert person.find(QPushButton, "refund_start").isEnabled()


def test_progress_is_shown_and_can_be_stopped(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """Escape stops after the one under way; the dialog stays to say so."""
    for _ in range(3):
        desk.pay()
    dialog = open_dialog()
    person = Person(lambda: dialog)
    desk.bank.gate.clear()
    person.click("refund_start")
    desk.until(lambda: len(desk.bank.sent("refund")) == 1)
    bar = person.find(QProgressBar, "refund_progress")
    assert (bar.isVisible(), bar.value(), bar.maximum()) == (True, 0, 3)
    assert [row[2] for row in cells(dialog)] == ["On its way …", "Waiting", "Waiting"]
    press("Escape", dialog)
    assert dialog.isVisible()
    assert not person.find(QPushButton, "refund_close").isEnabled()
    state = desk.refunds.state
    assert isinstance(state, Refunding)
    assert state.is_cancelling
    desk.bank.gate.set()
    finish(desk)
    said = person.said("refund_sum")
    assert said.startswith("Refunded: 1 (HK$3.00). Not sent: 2 (HK$6.00). Cancelled:")
    press("Escape", dialog)
    assert not dialog.isVisible()


def test_what_went_wrong_is_summed_up(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """Refused and unknown ones apart, each with its reason."""
    for _ in range(3):
        desk.pay()
    desk.bank.scripted["refund"] = [{"respcd": "1269"}, LOST]
    dialog = open_dialog()
    person = Person(lambda: dialog)
    person.click("refund_start")
    finish(desk)
    assert person.said("refund_sum") == "Refunded: 1 (HK$3.00). Refused: 1 (HK$3.00). Outcome unknown: 1 (HK$3.00)."
    words = [row[2] for row in cells(dialog)]
    assert words[0] == "Refused: Unsettled sales do not cover this refund."
    assert words[1].startswith("Outcome unknown: query it: ")


def test_production_is_refused(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """The dialog says why, and offers nothing."""
    desk.elsewhere(PRODUCTION)
    desk.pay()
    dialog = open_dialog()
    person = Person(lambda: dialog)
    assert "test orders only" in person.said("refund_scope")
    assert not person.find(QPushButton, "refund_start").isEnabled()
    assert not person.find(QPushButton, "refund_query_first").isEnabled()


def test_a_day_without_money_says_so(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """Instead of an empty list."""
    desk.pay(paid=False)
    desk.orders.remove([desk.orders.orders[0].id])
    desk.settle()
    dialog = open_dialog()
    assert "Nothing is left to refund" in Person(lambda: dialog).said("refund_empty")
    assert not Person(lambda: dialog).find(QTreeWidget, "refund_list").isVisible()


def test_it_fits_a_small_window(desk: OrdersDesk, open_dialog: Callable[[], RefundAllDialog]) -> None:
    """Well inside 1024 by 640, and usable at half of that."""
    for _ in range(12):
        desk.pay()
    dialog = open_dialog()
    assert dialog.width() <= 1024
    assert dialog.height() <= 640
    assert dialog.minimumSizeHint().width() <= 640
    dialog.resize(520, 320)
    tree = Person(lambda: dialog).find(QTreeWidget, "refund_list")
    assert tree.viewport().height() >= 60
    assert not tree.horizontalScrollBar().isVisible()
