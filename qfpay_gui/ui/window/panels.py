"""What the workspaces of the window hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.ui.look.theme import current
from qfpay_gui.ui.widgets.later import Later
from qfpay_gui.ui.widgets.questions import agrees
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.window.workspaces import Workspace
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from typing import Any

    from PySide6.QtWidgets import QWidget

    from qfpay_gui.models.polling.target import PollTarget
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.ui.case.case_panel import CasePanel
    from qfpay_gui.ui.history.history_panel import HistoryPanel
    from qfpay_gui.ui.notifications.notifications_panel import NotificationsPanel
    from qfpay_gui.ui.orders.orders_panel import OrdersPanel
    from qfpay_gui.ui.sheet.pay_sheet import PaySheet
    from qfpay_gui.ui.suite.suites_panel import SuitesPanel
    from qfpay_gui.ui.watch.watch_panel import WatchPanel
    from qfpay_gui.ui.window.request_workspace import RequestWorkspace


class Panels(QObject):
    """Each over its own models of the workbench; none knows of another. What nobody sees yet is made later."""

    order_act_requested = Signal(str, object)
    """Carries an endpoint and the Order it is about."""
    refund_all_requested = Signal()
    history_requested = Signal(str)
    """Carries the words to look for in the history."""
    notify_requested = Signal(object, bool)
    """Carries the Order that a receiver is to be notified of, and whether of its refund."""
    use_url = Signal(str)
    """Carries the address to put into notify_url."""

    def __init__(self, workbench: Workbench, window: QWidget) -> None:
        super().__init__(window)
        self._workbench = workbench
        self._window = window
        self.request: Later[RequestWorkspace] = Later(self._make_request, window)
        self.case: Later[CasePanel] = Later(self._make_case, window)
        self.orders: Later[OrdersPanel] = Later(self._make_orders, window)
        self.notifications: Later[NotificationsPanel] = Later(self._make_notifications, window)
        self.history: Later[HistoryPanel] = Later(self._make_history, window)
        self.watch: Later[WatchPanel] = Later(self._make_watch, window)
        self.suites: Later[SuitesPanel] = Later(self._make_suites, window)
        theme = current()
        for place in (self.case, self.orders, self.notifications, self.history, self.watch, self.suites):
            place.setContentsMargins(theme.margin, theme.gap, theme.margin, theme.gap)

    @property
    def sheet(self) -> PaySheet | None:
        """The simulated payment sheet, once there is one."""
        return self.request.widget.sheet if self.request.is_made else None

    def by_workspace(self) -> dict[Workspace, Later[Any]]:
        """The panel of each workspace, in the order of the rail."""
        return {
            Workspace.REQUEST: self.request,
            Workspace.CASE: self.case,
            Workspace.ORDERS: self.orders,
            Workspace.NOTIFICATIONS: self.notifications,
            Workspace.HISTORY: self.history,
            Workspace.WATCH: self.watch,
            Workspace.SUITES: self.suites,
        }

    def titles(self) -> dict[Workspace, str]:
        """What each workspace is called, in the order of the rail."""
        return {
            Workspace.REQUEST: self.tr("Request"),
            Workspace.CASE: self.tr("Case"),
            Workspace.ORDERS: self.tr("Orders"),
            Workspace.NOTIFICATIONS: self.tr("Notifications"),
            Workspace.HISTORY: self.tr("History"),
            Workspace.WATCH: self.tr("Watch"),
            Workspace.SUITES: self.tr("Suites"),
        }

    def complete(self) -> None:
        """Make what comes by itself once something was sent; after the first paint."""
        self.request.widget.complete(self.may_query)

    def may_query(self, target: PollTarget) -> bool:
        """What stands before a query stands before a series of them: production is asked about once."""
        review = self._workbench.review_draft(target.draft())
        if review.refusal is not None:
            say(self, translated(review.refusal))
            return False
        return all(agrees(question, self._window) for question in review.questions)

    def restyle(self) -> None:
        """Draw in the colours of the present theme what is drawn with explicit colours."""
        for place in self.by_workspace().values():
            if place.is_made:
                place.widget.restyle()

    def _make_request(self) -> RequestWorkspace:
        from qfpay_gui.ui.window.request_workspace import RequestWorkspace  # noqa: PLC0415 - perhaps not seen at start

        return RequestWorkspace(self._workbench, self.request)

    def _make_case(self) -> CasePanel:
        from qfpay_gui.ui.case.case_panel import CasePanel  # noqa: PLC0415 - not needed at start

        return CasePanel(self._workbench)

    def _make_orders(self) -> OrdersPanel:
        from qfpay_gui.ui.orders.orders_panel import OrdersPanel  # noqa: PLC0415 - not needed at start

        panel = OrdersPanel(self._workbench.orders)
        panel.act_requested.connect(self.order_act_requested)
        panel.notify_requested.connect(self.notify_requested)
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

    def _make_history(self) -> HistoryPanel:
        from qfpay_gui.ui.history.history_panel import HistoryPanel  # noqa: PLC0415 - not needed at start

        return HistoryPanel(self._workbench.history, keep_days=self._workbench.settings.keep_days)

    def _make_watch(self) -> WatchPanel:
        from qfpay_gui.ui.watch.watch_panel import WatchPanel  # noqa: PLC0415 - not needed at start

        return WatchPanel(self._workbench)

    def _make_suites(self) -> SuitesPanel:
        from qfpay_gui.ui.suite.suites_panel import SuitesPanel  # noqa: PLC0415 - not needed at start

        return SuitesPanel(self._workbench.suites)
