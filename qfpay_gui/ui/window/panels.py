"""The panels of the window's right side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.ui.reply.reply_panel import ReplyPanel
from qfpay_gui.ui.signature.signature_panel import SignaturePanel
from qfpay_gui.ui.widgets.later import Later
from qfpay_gui.ui.widgets.questions import agrees
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.window.reply_place import ReplyPlace
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.polling.target import PollTarget
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.case.case_panel import CasePanel
    from qfpay_gui.ui.history.history_panel import HistoryPanel
    from qfpay_gui.ui.notifications.notifications_panel import NotificationsPanel
    from qfpay_gui.ui.orders.orders_panel import OrdersPanel
    from qfpay_gui.ui.polling.poll_strip import PollStrip
    from qfpay_gui.ui.sequence.sequence_panel import SequencePanel
    from qfpay_gui.ui.sheet.pay_sheet import PaySheet


class Panels(QObject):
    """Each panel over its own model of the workbench; none knows of another. What nobody sees yet is made later."""

    order_act_requested = Signal(str, object)
    """Carries an endpoint and the Order it is about."""
    refund_all_requested = Signal()
    history_requested = Signal(str)
    """Carries the words to look for in the history."""
    use_url = Signal(str)
    """Carries the address to put into notify_url."""
    sequence_wanted = Signal()

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self.signature = SignaturePanel(workbench.draft)
        self.reply = ReplyPanel(workbench.replies)
        self.reply_place = ReplyPlace(self.reply)
        self.sheet: PaySheet | None = None
        self.poll_strip: PollStrip | None = None
        self.case: Later[CasePanel] = Later(self._make_case)
        self.history: Later[HistoryPanel] = Later(self._make_history)
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

    def complete(self) -> None:
        """Make what comes by itself once something was sent; after the first paint."""
        from qfpay_gui.ui.polling.poll_strip import PollStrip  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.sheet.pay_sheet import PaySheet  # noqa: PLC0415

        # These two come and go by themselves: without a parent they would come as windows of their own.
        self.sheet = PaySheet(self._workbench.sheet, self._window)
        self.poll_strip = PollStrip(self._workbench.poll, self._window, may_begin=self.may_query)
        self.sheet.sequence_wanted.connect(self.sequence_wanted)
        self.reply_place.complete(self.sheet, self.poll_strip)
        self.reply.complete()

    def may_query(self, target: PollTarget) -> bool:
        """What stands before a query stands before a series of them: production is asked about once."""
        review = self._workbench.review_draft(target.draft())
        if review.refusal is not None:
            say(self, translated(review.refusal))
            return False
        return all(agrees(question, self.reply) for question in review.questions)

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        for panel in (self.signature, self.reply, self.sheet, self.poll_strip):
            if panel is not None:
                panel.restyle()
        for place in (self.case, self.history, self.orders, self.notifications, self.sequence):
            if place.is_made:
                place.widget.restyle()

    def _connect(self) -> None:
        self.signature.pointed.connect(self.signature.mark)

    def _make_case(self) -> CasePanel:
        from qfpay_gui.ui.case.case_panel import CasePanel  # noqa: PLC0415 - not needed at start

        return CasePanel(self._workbench)

    def _make_history(self) -> HistoryPanel:
        from qfpay_gui.ui.history.history_panel import HistoryPanel  # noqa: PLC0415 - not needed at start

        return HistoryPanel(self._workbench.history, keep_days=self._workbench.keep_days)

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
