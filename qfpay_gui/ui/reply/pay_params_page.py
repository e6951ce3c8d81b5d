"""The first page: what came for wx.requestPayment, or why nothing came."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from qfpay_gui.ui.reply.countdown import Countdown
from qfpay_gui.ui.reply.fields_table import FieldsTable
from qfpay_gui.ui.reply.page import Page
from qfpay_gui.ui.reply.pages import why_no_pay_params
from qfpay_gui.ui.reply.reply_rows import reply_rows
from qfpay_gui.ui.widgets.buttons import describe
from qfpay_gui.ui.widgets.claim_mark import ClaimLabel
from qfpay_gui.ui.widgets.document_view import sourced

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.sending.answer import Answer


class PayParamsPage(Page):
    """A table of members or of the reply's other fields, above the time that is left."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = ClaimLabel(self)
        self._table = FieldsTable("pay_params", "pay_params", self)
        self._countdown = Countdown(now, self)
        self._json = QPushButton(self)
        words = self.tr("Copy pay_params as the JSON object a Mini Program expects")
        describe(self._json, "copy_pay_params", words, "copy")
        self._is_awaited = True
        self._build()
        self._json.clicked.connect(self._on_copy_json)

    def await_payment(self, is_awaited: bool) -> None:  # noqa: FBT001 - like Qt's setters
        """Count the time that is left, but not where the order is paid or ended."""
        self._is_awaited = is_awaited
        self._count()

    def _build(self) -> None:
        self._why.setObjectName("why_no_pay_params")
        self._why.setWordWrap(True)
        self.column.addWidget(self._why)
        self.column.addWidget(self._table, 1)
        self.column.addStretch()
        self.column.addLayout(self._line(self._countdown, self._json))

    def _fill(self, answer: Answer) -> None:
        came = bool(answer.members)
        rows = reply_rows(answer)
        self._why.setText("" if came else sourced(why_no_pay_params(answer)))
        self._why.setVisible(not came)
        self._table.show_rows(rows)
        self._table.setVisible(bool(rows))
        self._countdown.setVisible(came)
        self._count()
        self._json.setVisible(came)

    def _count(self) -> None:
        self._countdown.count_to(self._answer.deadlines if self._answer is not None and self._is_awaited else None)

    def _on_copy_json(self) -> None:
        if self._answer is not None and self._answer.reply is not None and self._answer.reply.pay_params is not None:
            members = dict(self._answer.reply.pay_params)
            self._copy(json.dumps(members, ensure_ascii=False, indent=2), self.tr("pay_params as JSON"))
