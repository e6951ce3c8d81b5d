"""The panels of the window's right side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.ui.case.case_panel import CasePanel
from qfpay_gui.ui.history.history_panel import HistoryPanel
from qfpay_gui.ui.notifications.notifications_panel import NotificationsPanel
from qfpay_gui.ui.orders.orders_panel import OrdersPanel
from qfpay_gui.ui.questions import agrees
from qfpay_gui.ui.reply.poll_strip import PollStrip
from qfpay_gui.ui.reply.reply_panel import ReplyPanel
from qfpay_gui.ui.reply_place import ReplyPlace
from qfpay_gui.ui.signature.signature_panel import SignaturePanel
from qfpay_gui.ui.translate import translated
from qfpay_gui.ui.wechat.pay_sheet import PaySheet
from qfpay_gui.ui.wechat.sequence_panel import SequencePanel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.poll_target import Target
    from qfpay_gui.models.workbench import Workbench


class Panels(QObject):
    """Each panel over its own model of the workbench; none knows of another."""

    said = Signal(str)
    """Carries a sentence for the status line, whichever panel says it."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        after = workbench.afterwards
        self._workbench = workbench
        self.signature = SignaturePanel(workbench.draft)
        self.reply = ReplyPanel(workbench.send_model)
        # These two come and go by themselves: without a parent they would come as windows of their own.
        self.sheet = PaySheet(after.sheet, window)
        self.poll_strip = PollStrip(after.poll, window, may_begin=self.may_query)
        self.reply_place = ReplyPlace(self.reply, self.sheet, self.poll_strip)
        self.case = CasePanel(workbench)
        self.history = HistoryPanel(workbench.history, keep_days=workbench.keep_days)
        self.orders = OrdersPanel(after.orders)
        self.notifications = NotificationsPanel(after.notifications)
        self.sequence = SequencePanel(after.sequence)
        self._connect()

    def titled(self) -> tuple[tuple[str, QWidget], ...]:
        """The panels in the order of their tabs, each with its title."""
        return (
            (self.tr("Signature"), self.signature),
            (self.tr("Reply"), self.reply_place),
            (self.tr("Case"), self.case),
            (self.tr("History"), self.history),
            (self.tr("Orders"), self.orders),
            (self.tr("Notifications"), self.notifications),
            (self.tr("Sequence"), self.sequence),
        )

    def may_query(self, target: Target) -> bool:
        """What stands before a query stands before a series of them: production is asked about once."""
        review = self._workbench.review_draft(target.draft())
        if review.refusal is not None:
            self.said.emit(translated(review.refusal))
            return False
        return all(agrees(question, self.reply) for question in review.questions)

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        for panel in (self.signature, self.reply, self.sheet, self.poll_strip, self.case, self.history):
            panel.restyle()
        for later in (self.orders, self.notifications, self.sequence):
            later.restyle()

    def _connect(self) -> None:
        self.signature.pointed.connect(self.signature.mark)
        self.signature.copied.connect(self.said)
        self.reply.copied.connect(self.said)
        for panel in (self.poll_strip, self.history, self.orders, self.notifications, self.sequence):
            panel.said.connect(self.said)
