"""Answers to queries, refunds and closings, and a panel on screen that shows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTableWidget, QTabWidget, QWidget

from qfpay_gui.models.sending.replies_model import RepliesModel
from qfpay_gui.models.sending.send_model import Answered, SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.request.draft import example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.ui.reply.reply_panel import ReplyPanel
from qfpay_gui.ui.widgets.claim_mark import SHAPES
from tests.ui.person import come_to, find, status_of
from tests.ui.reply import answers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.sending.answer import Answer

SYSSN, REFUND_SYSSN, OPEN_SYSSN = (f"2026112300020002000000000{last}" for last in (1, 2, 3))
PAYMENT: dict[str, Any] = {
    "syssn": SYSSN,
    "out_trade_no": "QA20261123114002K7QZP",
    "txamt": "300",
    "txcurrcd": "HKD",
    "respcd": "0000",
    "order_type": "payment",
    "pay_type": "800213",
    "cancel": "5",
    "cash_fee": "57",
    "cash_fee_type": "JPY",
    "exchange_rate": "19",
    "sysdtm": "2026-11-23 11:40:02",
    "txdtm": "2026-11-23 11:40:01",
    "chnlsn2": "",
    "origssn": None,
}
REFUND = {
    **PAYMENT,
    "syssn": REFUND_SYSSN,
    "out_trade_no": "R1",
    "txamt": "100",
    "order_type": "refund",
    "cancel": "0",
    "origssn": SYSSN,
}
OPEN = {**PAYMENT, "syssn": OPEN_SYSSN, "out_trade_no": "商户订单二〇二六", "respcd": "1143", "cancel": "0"}


def sent(endpoint: str, **values: str) -> PreparedRequest:
    """A request of this endpoint with these values."""
    draft = freshened(example_draft(endpoint), answers.NOW, "K7QZP")
    for name, value in values.items():
        draft = draft.edit(name, value=value, fresh=False)
    return prepare(draft, answers.CREDENTIALS, answers.SIMULATED)


def answer(request: PreparedRequest, **members: Any) -> Answer:
    """The answer with these members to this request."""
    return answers.answered(json.dumps(members).encode(), sent=request)


def found(*rows: dict[str, Any], **outer: Any) -> Answer:
    """The answer to a query that found these records."""
    return answer(
        sent("query", out_trade_no=PAYMENT["out_trade_no"], page="1"), respcd="0000", data=list(rows), **outer
    )


class Shown:
    """A panel on screen, and everything it asked for."""

    def __init__(self, qtbot: QtBot, width: int = 760, height: int = 340) -> None:
        self.runner = TaskRunner(1)
        self.clock = answers.Clock()
        self.model = SendModel(
            self.runner, lambda _url, _credentials: answers.HeldClient(answers.success()), self.clock
        )
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(width, height)
        self.panel = ReplyPanel(RepliesModel(self.model, self.model), self.window, now=self.clock)
        self.panel.resize(self.window.size())
        self.acts: list[tuple[str, dict[str, str]]] = []
        self.pages: list[int] = []
        self.copied: list[str] = []
        self.panel.act_requested.connect(self._on_act)
        self.panel.page_requested.connect(self.pages.append)
        status_of(self.panel).said.connect(self.copied.append)
        self.window.show()
        come_to(self.window)

    def show(self, answer: Answer) -> None:
        """Show this answer as if it had just come."""
        self.model.state = Answered(answer)
        self.model.changed.emit(self.model.state)

    def click(self, name: str) -> None:
        """Click the button of this name, which must be there to be clicked."""
        button = find(self.panel, QAbstractButton, name)
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QAbstractButton:
        """The button of this name."""
        return find(self.panel, QAbstractButton, name)

    def choose(self, place: int) -> None:
        """Click the record at this place, once it is in sight."""
        item = self.records.item(place, 2)
        assert item is not None
        self.records.scrollToItem(item)
        spot: QPoint = self.records.visualItemRect(item).center()
        QTest.mouseClick(self.records.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)

    def lines(self) -> list[list[str]]:
        """The table of records as it reads."""
        table = self.records
        return [[self._cell(table, row, column) for column in range(5)] for row in range(table.rowCount())]

    def explained(self) -> dict[str, tuple[str, str]]:
        """The chosen record: each member's value and what is said about it, without the mark of its claim."""
        table = find(self.panel, QTableWidget, "record_fields")
        marks = " " + "".join(SHAPES.values())
        rows = [[self._cell(table, row, column) for column in range(3)] for row in range(table.rowCount())]
        return {name: (value, words.rstrip(marks)) for name, value, words in rows}

    def said(self, name: str) -> str:
        """What the label of this name says in whole."""
        label = find(self.panel, QLabel, name)
        return str(getattr(label, "whole", label.text())).replace("\u200b", "")

    @property
    def records(self) -> QTableWidget:
        """The table of records."""
        return find(self.panel, QTableWidget, "records")

    @property
    def tabs(self) -> list[str]:
        """The titles of the pages."""
        tabs = find(self.panel, QTabWidget, "reply_tabs")
        return [tabs.tabText(place) for place in range(tabs.count())]

    def _cell(self, table: QTableWidget, row: int, column: int) -> str:
        item = table.item(row, column)
        return item.text() if item is not None else ""

    def _on_act(self, endpoint: str, values: dict[str, str]) -> None:
        self.acts.append((endpoint, values))
