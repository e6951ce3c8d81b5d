"""The panels of the window's right side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.ui.case.case_panel import CasePanel
from qfpay_gui.ui.history.history_panel import HistoryPanel
from qfpay_gui.ui.polling.poll_strip import PollStrip
from qfpay_gui.ui.reply.reply_panel import ReplyPanel
from qfpay_gui.ui.sheet.pay_sheet import PaySheet
from qfpay_gui.ui.signature.signature_panel import SignaturePanel
from qfpay_gui.ui.widgets.later import Later
from qfpay_gui.ui.widgets.questions import agrees
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.window.reply_place import ReplyPlace
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.polling.target import Target
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.notifications.notifications_panel import NotificationsPanel
    from qfpay_gui.ui.orders.orders_panel import OrdersPanel
    from qfpay_gui.ui.sequence.sequence_panel import SequencePanel


class Panels(QObject):
    """Each panel over its own model of the workbench; none knows of another. Some are made at their first look."""

    order_act_requested = Signal(str, object)
    """Carries an endpoint and the Order it is about."""
    refund_all_requested = Signal()
    history_requested = Signal(str)
    """Carries the words to look for in the history."""
    use_url = Signal(str)
    """Carries the address to put into notify_url."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self.signature = SignaturePanel(workbench.draft)
        self.reply = ReplyPanel(workbench.replies)
        # These two come and go by themselves: without a parent they would come as windows of their own.
        self.sheet = PaySheet(workbench.sheet, window)
        self.poll_strip = PollStrip(workbench.poll, window, may_begin=self.may_query)
        self.reply_place = ReplyPlace(self.reply, self.sheet, self.poll_strip)
        self.case = CasePanel(workbench)
        self.history = HistoryPanel(workbench.history, keep_days=workbench.keep_days)
        self.orders: Later[OrdersPanel] = Later(self._make_orders)
        self.notifications: Later[NotificationsPanel] = Later(self._make_notifications)
        self.sequence: Later[SequencePanel] = Later(self._make_sequence)
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
            say(self, translated(review.refusal))
            return False
        return all(agrees(question, self.reply) for question in review.questions)

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        for panel in (self.signature, self.reply, self.sheet, self.poll_strip, self.case, self.history):
            panel.restyle()
        for place in (self.orders, self.notifications, self.sequence):
            if place.is_made:
                place.widget.restyle()

    def _connect(self) -> None:
        self.signature.pointed.connect(self.signature.mark)

    def _make_orders(self) -> OrdersPanel:
        from qfpay_gui.ui.orders.orders_panel import OrdersPanel  # noqa: PLC0415 - not needed at start

        panel = OrdersPanel(self._workbench.orders)
        panel.act_requested.connect(self.order_act_requested)
        panel.refund_all_requested.connect(self.refund_all_requested)
        panel.history_requested.connect(self.history_requested)
        return panel

    def _make_notifications(self) -> NotificationsPanel:
        from qfpay_gui.ui.notifications.notifications_panel import (  # noqa: PLC0415 - not needed at start
            NotificationsPanel,
        )

        simulator = self._workbench.simulator
        panel = NotificationsPanel(self._workbench.notifications)
        panel.use_url.connect(self.use_url)
        panel.retry_requested.connect(simulator.retry_now)
        panel.time_lapse_chosen.connect(simulator.set_time_lapse)
        return panel

    def _make_sequence(self) -> SequencePanel:
        from qfpay_gui.ui.sequence.sequence_panel import SequencePanel  # noqa: PLC0415 - not needed at start

        return SequencePanel(self._workbench.sequence)
