from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.request.draft import example_draft
from qfpay_gui.ui.orders.orders_panel import OrdersPanel
from qfpay_gui.ui.orders.rows_model import Column
from qfpay_gui.ui.reply.fields_table import FieldsTable
from tests.models.orders.order_bank import LOST, OrdersDesk
from tests.ui.person import Person, come_to, escape, press, status_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from qfpay_gui.qfpay.orders.order import Order


class Room:
    """A panel, and what it asked for."""

    def __init__(self, desk: OrdersDesk) -> None:
        self.desk = desk
        self.panel = OrdersPanel(desk.orders)
        self.person = Person(lambda: self.panel)
        self.acts: list[tuple[str, str]] = []
        self.asked: list[str] = []
        self.panel.act_requested.connect(self._on_act)
        self.panel.refund_all_requested.connect(lambda: self.asked.append("refund all"))
        self.panel.history_requested.connect(self.asked.append)
        status_of(self.panel).said.connect(self.asked.append)
        self.panel.resize(760, 340)
        self.panel.show()
        come_to(self.panel)

    def _on_act(self, endpoint: str, order: Order) -> None:
        self.acts.append((endpoint, order.out_trade_no))

    def shown(self, column: Column) -> list[str]:
        """The cells of a column."""
        rows = self.panel.table.rows_model
        return [rows.index(place, column).data() for place in range(rows.rowCount())]

    def go_to(self, place: int) -> None:
        """Click on a row."""
        table = self.panel.table
        centre = table.visualRect(table.rows_model.index(place, Column.ORDER)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)

    def close(self) -> None:
        """Leave."""
        self.person.leave()
        self.panel.close()
        self.panel.deleteLater()


@pytest.fixture
def room(desk: OrdersDesk) -> Iterator[Room]:
    """A panel over no orders yet."""
    room = Room(desk)
    yield room
    room.close()


@pytest.fixture
def numbers(room: Room) -> list[str]:
    """An open order on live testing, a paid one there, and a paid one in the simulator: the newest first."""
    room.desk.elsewhere(SIMULATOR)
    simulated = room.desk.pay()
    room.desk.elsewhere(room.desk.live)
    return [simulated, room.desk.pay(), room.desk.pay(paid=False)][::-1]


def test_an_empty_table_says_what_will_be_here(room: Room) -> None:
    """The first payment replaces it."""
    room.desk.orders.start()
    room.desk.settle()
    assert "No orders yet" in room.person.said("orders_empty")
    room.desk.pay(paid=False)
    assert room.panel.table.isVisible()
    assert room.shown(Column.STATE) == ["Open, not paid"]


def test_the_table_says_what_is_known(room: Room, numbers: list[str]) -> None:
    """Number, amount, state, what is left, and where; the rest in tool tips and for screen readers."""
    assert room.shown(Column.ORDER) == numbers
    assert room.shown(Column.AMOUNT) == ["HK$3.00"] * 3
    assert room.shown(Column.STATE) == ["Open, not paid", "Paid: refund it", "Paid"]
    assert room.shown(Column.LEFT) == ["", "HK$3.00", "HK$3.00"]
    assert room.shown(Column.PROFILE) == ["Tea House"] * 3
    index = room.panel.table.rows_model.index(1, Column.STATE)
    assert "Real money is held" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    spoken = room.panel.table.rows_model.index(2, Column.ENVIRONMENT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Simulator")


def test_money_on_live_testing_stands_out(room: Room, numbers: list[str]) -> None:
    """With its sum, and one button to give it back; simulated money does not count."""
    assert room.person.said("orders_attention_words") == "A payment on live testing is not refunded yet: HK$3.00."
    room.desk.pay(txamt="600")
    said = room.person.said("orders_attention_words")
    assert said == "2 payments on live testing are not refunded yet: HK$9.00."
    room.person.click("orders_refund_all")
    assert room.asked == ["refund all"]
    assert numbers[1] in room.shown(Column.ORDER)


def test_unknown_outcomes_stand_out(room: Room) -> None:
    """Show lists what needs attention; there is nothing to refund yet."""
    room.desk.pay(paid=False)
    assert not room.panel.strip.isVisible()
    room.desk.bank.scripted["payment"] = [LOST, LOST]
    unknown = room.desk.pay(paid=False)
    assert room.person.said("orders_attention_words") == "The outcome of an order is unknown: query it."
    room.desk.pay(paid=False)
    assert "2 orders is unknown" in room.person.said("orders_attention_words")
    assert not room.person.find(QPushButton, "orders_refund_all").isVisible()
    room.person.click("orders_attention_show")
    room.desk.settle()
    assert room.shown(Column.ORDER)[1:] == [unknown]
    assert QApplication.focusWidget() is room.panel.table


def test_orders_are_narrowed_down(room: Room, numbers: list[str]) -> None:
    """By words, environment, state and day; all come back at once."""
    room.person.type("orders_search", numbers[0][-6:].lower())
    room.desk.settle()
    assert room.shown(Column.ORDER) == numbers[:1]
    room.person.type("orders_search", "no such order")
    room.desk.settle()
    assert room.person.said("orders_empty") == "No order matches."
    room.person.click("orders_clear")
    room.desk.settle()
    assert room.shown(Column.ORDER) == numbers
    room.person.choose("orders_environment", "simulator")
    room.desk.settle()
    assert room.shown(Column.ORDER) == numbers[2:]
    room.person.choose("orders_environment", "")
    room.person.choose("orders_group", "open")
    room.desk.settle()
    assert room.shown(Column.ORDER) == numbers[:1]
    room.person.choose("orders_group", "")
    room.desk.clock.moment = room.desk.clock.moment.replace(year=2027)
    room.person.click("orders_today")
    room.desk.settle()
    assert room.panel.table.rows_model.rowCount() == 0


def test_a_rebuilt_panel_shows_the_same_orders(room: Room, numbers: list[str]) -> None:
    """The filter is the model's."""
    room.person.type("orders_search", numbers[0])
    room.person.choose("orders_group", "open")
    room.desk.settle()
    later = Room(room.desk)
    assert later.shown(Column.ORDER) == numbers[:1]
    assert later.panel.filters.wanted == room.panel.filters.wanted
    later.close()


@pytest.mark.parametrize(
    ("keys", "button", "endpoint"),
    [("Return", "order_query", "query"), ("Ctrl+R", "order_refund", "refund"), ("Ctrl+E", "order_close", "close")],
)
def test_every_call_has_a_key_and_a_button(
    room: Room, numbers: list[str], keys: str, button: str, endpoint: str
) -> None:
    """About the order that is selected; the table itself sends nothing."""
    sent = len(room.desk.bank.requests)
    room.go_to(1)
    press(keys, room.panel.table)
    room.person.click(button)
    assert room.acts == [(endpoint, numbers[1])] * 2
    assert len(room.desk.bank.requests) == sent


def test_the_context_menu_has_the_rest(room: Room, numbers: list[str]) -> None:
    """Reversal and history; a double click queries."""
    room.go_to(0)
    room.panel.table.reverse.trigger()
    press("Ctrl+H", room.panel.table)
    table = room.panel.table
    centre = table.visualRect(table.rows_model.index(0, Column.ORDER)).center()
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre)
    assert room.acts == [("reversal", numbers[0]), ("query", numbers[0])]
    assert room.asked == [numbers[0]]
    assert [action.objectName() for action in table.actions() if not action.isSeparator()] == [
        "query_order",
        "refund_order",
        "close_order",
        "reverse_order",
        "notify_payment",
        "notify_refund",
        "copy_number",
        "show_in_history",
        "remove_order",
        "orders_copy_cell",
        "orders_copy_rows",
        "orders_copy_all",
        "orders_save_list",
    ]


def test_the_selected_order_says_what_to_do(room: Room, numbers: list[str]) -> None:
    """It follows the order's life; an order without QFPay's number cannot be refunded yet."""
    assert "Select an order" in room.person.said("order_headline")
    room.go_to(1)
    assert room.person.said("order_headline") == "It is paid, and nothing was given back. Left: HK$3.00."
    assert "claim:" in room.person.said("order_origin"), "it tells where that comes from"
    facts = room.person.find(FieldsTable, "order_facts")
    assert facts.isVisible()
    assert facts.findItems(numbers[1], Qt.MatchFlag.MatchExactly)
    syssn = room.panel.table.chosen()[0].syssn
    room.desk.bank.scripted["refund"] = [LOST]
    assert room.desk.send(example_draft("refund").fill({"syssn": syssn, "txamt": "100", "out_trade_no": "R1"}))
    room.desk.settle()
    assert "Unanswered: HK$1.00. Left: HK$2.00." in room.person.said("order_headline")
    assert room.person.said("order_next").startswith("A refund was not answered.")
    assert room.shown(Column.STATE)[1] == "Refund unknown"
    room.desk.bank.scripted["payment"] = [LOST]
    room.desk.pay(paid=False)
    assert [order.out_trade_no for order in room.panel.table.chosen()] == [numbers[1]]
    room.go_to(0)
    assert not room.person.find(QPushButton, "order_refund").isEnabled()


def test_numbers_are_copied(room: Room, numbers: list[str]) -> None:
    """One, or one a line."""
    room.go_to(0)
    press("Ctrl+C", room.panel.table)
    assert QGuiApplication.clipboard().text() == numbers[0]
    press("Ctrl+A", room.panel.table)
    press("Ctrl+C", room.panel.table)
    assert QGuiApplication.clipboard().text() == "\n".join(numbers)
    assert room.asked == [f"Copied: out_trade_no {numbers[0]}", "Copied: 3 order numbers"]
    assert room.person.said("order_headline") == "3 orders are selected."


def test_removing_asks_where_money_may_be_held(room: Room, numbers: list[str]) -> None:
    """Escape keeps them; another is removed at once, and comes back where that is undone."""
    room.go_to(1)
    room.person.will(escape)
    press("Del", room.panel.table)
    room.desk.settle()
    assert "Money may still be held for 1 of them" in room.person.read[0]
    assert room.shown(Column.ORDER) == numbers
    come_to(room.panel)
    room.go_to(2)
    press("Del", room.panel.table)
    room.desk.settle()
    assert room.shown(Column.ORDER) == numbers[:2]
    assert [order.out_trade_no for order in room.panel.table.chosen()] == [numbers[1]]
    room.panel._model._deletions.undo()
    room.desk.settle()
    assert room.shown(Column.ORDER) == numbers


def test_down_leads_from_the_search_into_the_list(room: Room, numbers: list[str]) -> None:
    """So does Return."""
    room.person.go_to("orders_search")
    press("Down")
    assert QApplication.focusWidget() is room.panel.table
    assert [order.out_trade_no for order in room.panel.table.chosen()] == numbers[:1]


def test_it_fits_a_small_window(room: Room, numbers: list[str]) -> None:
    """At 560 pixels every column but the profile is there, and nothing needs more room than there is."""
    room.panel.resize(560, 420)
    table = room.panel.table
    assert room.panel.minimumSizeHint().width() <= 560
    assert sum(table.columnWidth(column) for column in Column) <= table.viewport().width()
    assert [column for column in Column if table.isColumnHidden(column)] == [Column.PROFILE]
    assert table.columnWidth(Column.ORDER) >= 100
    assert len(room.shown(Column.TIME)[0]) <= 5
    assert room.shown(Column.ENVIRONMENT) == [""] * 3
    room.panel.resize(1400, 420)
    QApplication.processEvents()
    assert room.shown(Column.ENVIRONMENT)[2] == "Simulator"
    assert numbers


def test_it_can_be_restyled(room: Room, numbers: list[str]) -> None:
    """A change of the theme draws everything anew and keeps the selection."""
    room.go_to(1)
    room.panel.restyle()
    assert [order.out_trade_no for order in room.panel.table.chosen()] == [numbers[1]]
