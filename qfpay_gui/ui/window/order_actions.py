"""What the panels ask for once a request was sent, done: the next request about an order, and the dialogs around it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.request.parameters import endpoint
from qfpay_gui.ui.reply.replies_bar import reply_name
from qfpay_gui.ui.widgets.status_message import say
from qfpay_gui.ui.words.translate import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QMainWindow

    from qfpay_gui.models.notifications.state import Notice
    from qfpay_gui.models.polling.state import PollState
    from qfpay_gui.models.sheet.state import SheetState
    from qfpay_gui.models.workbench import Workbench
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.ui.window.panels import Panels
    from qfpay_gui.ui.window.request_workspace import RequestWorkspace


class OrderActions(QObject):
    """Fills the form for the next call about an order; a query, which changes nothing, is sent at once."""

    send_requested = Signal()
    """The draft is to be sent, after what must be agreed to was agreed to."""
    go_to_requested = Signal(str)
    """Carries the field to go to in the form."""
    reply_wanted = Signal()
    """The reply should be seen."""
    receiver_wanted = Signal()
    """A notification was composed: the page that sends it should be seen."""
    notified = Signal()
    """A notification came in."""
    poll_ended = Signal()
    """A series of queries is over, and nobody here ended it."""

    def __init__(self, workbench: Workbench, panels: Panels, window: QMainWindow) -> None:
        super().__init__(window)
        self._bench = workbench
        self._window = window
        panels.request.made.connect(self._on_request_made)
        panels.order_act_requested.connect(self.act)
        panels.notify_requested.connect(self.notify)
        panels.refund_all_requested.connect(self.refund_all)
        panels.use_url.connect(self.use_notify_url)

    @property
    def commands(self) -> dict[str, Callable[[], object]]:
        """What each command of the menus does, by its name."""
        return {
            "export_project": self.export_project,
            "latest_query": self.query,
            "latest_refund": self.refund,
            "latest_close": self.close_order,
            "refund_all": self.refund_all,
            "find_openid": self.find_openid,
            "notify_receiver": self.notify_latest,
            "earlier_reply": self.show_earlier_reply,
            "later_reply": self.show_later_reply,
        }

    def follow(self) -> None:
        """Say what the simulated WeChat and the listener tell from now on."""
        self._bench.sheet.changed.connect(self._on_sheet)
        self._bench.notifications.received.connect(self._on_notification)
        self._bench.poll.changed.connect(self._on_poll)

    def act(self, call: str, order: Order) -> None:
        """Begin a query, refund, close or reversal of this order, with the merchant and where it was made."""
        from qfpay_gui.qfpay.request.order_drafts import order_values  # noqa: PLC0415 - not needed at start

        self._bench.place.go_to(order)
        if order.environment_id == SIMULATOR.id and order.base_url != self._bench.environment.base_url:
            say(self, self.tr("The simulator that held this order has ended: the present one does not know it."))
        self.begin(call, order_values(call, order, self._bench.now()))

    def begin(self, call: str, values: Mapping[str, str]) -> None:
        """Begin this call with these values."""
        self._bench.draft.fill(call, values)
        if endpoint(call).is_reading:
            self.send_requested.emit()
            return
        self.go_to_requested.emit("txamt")
        words = self.tr("{call}: filled in. Look at it, then send it.")
        say(self, words.format(call=translated(endpoint(call).label)))

    def show_earlier_reply(self) -> None:
        """Look at the reply before the one that is looked at."""
        self._bench.replies.go_back()
        self._name_reply()

    def show_later_reply(self) -> None:
        """Look at the reply after the one that is looked at."""
        self._bench.replies.go_forward()
        self._name_reply()

    def turn_page(self, page: int) -> None:
        """Send the query whose answer is shown once more, for another page of its result."""
        request = self._latest()
        if request is not None and request.endpoint == "query":
            self.begin("query", {**dict(request.parameters), "page": str(page)})

    def query(self) -> None:
        """Query the order of the latest request, once."""
        self._about_latest("query")

    def refund(self) -> None:
        """Fill in the refund of what is left of the latest request's order."""
        self._about_latest("refund")

    def close_order(self) -> None:
        """Fill in the closing of the latest request's order."""
        self._about_latest("close")

    def notify_latest(self) -> None:
        """Compose the notification of the latest request's order."""
        request = self._latest()
        order = self._order_of(request) if request is not None else None
        if order is not None and request is not None:
            self._bench.notifications.posting.suggest_url(request.value("notify_url"))
            self.notify(order, of_refund=request.endpoint == "refund")
        else:
            say(self, self.tr("Send a payment first, or choose an order in the table."))

    def notify(self, order: Order, of_refund: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Compose the notification of this order's payment, or of its newest refund, for a merchant's receiver."""
        self._bench.notifications.posting.compose(order, refund=of_refund)
        self.receiver_wanted.emit()

    def refund_all(self) -> None:
        """Review the refunds of today's test orders, and send those that are agreed to."""
        from qfpay_gui.ui.orders.refund_all_dialog import RefundAllDialog  # noqa: PLC0415 - not needed at start

        dialog = RefundAllDialog(self._bench.refund_all, self._window)
        dialog.exec()
        dialog.deleteLater()

    def find_openid(self) -> None:
        """Ask WeChat, or the simulator, for a payer's openid."""
        from qfpay_gui.models.onboarding.onboarding_model import merchant_app  # noqa: PLC0415 - not needed at start
        from qfpay_gui.ui.openid.openid_dialog import OpenidDialog  # noqa: PLC0415

        model = self._bench.openid
        answer = self._bench.replies.answer
        pay_params = answer.reply.pay_params if answer is not None and answer.reply else None
        model.begin((pay_params or {}).get("appId", "") or merchant_app(self._bench))
        dialog = OpenidDialog(model, self._window)
        dialog.used.connect(self._on_openid)
        dialog.exec()
        dialog.deleteLater()

    def export_project(self) -> None:
        """Write a Mini Program that pays the order of the present answer on a real phone."""
        from qfpay_gui.ui.project.dialog import project_dialog  # noqa: PLC0415 - not needed at start

        answer = self._bench.replies.answer
        now = self._bench.now().astimezone()
        dialog = project_dialog(answer, now, self._window) if answer is not None else None
        if dialog is None:
            say(self, self.tr("Nothing to export yet: send a payment first, its pay_params go into the project."))
            return
        dialog.exec()
        dialog.deleteLater()

    def use_notify_url(self, url: str) -> None:
        """Have the next payment's notification come here."""
        self._bench.draft.choose_endpoint("payment")
        self._bench.draft.type_value("notify_url", url)
        self.go_to_requested.emit("notify_url")

    def _about_latest(self, call: str) -> None:
        request = self._latest()
        if request is None:
            say(self, self.tr("Send a payment first, or choose an order in the table."))
            return
        order = self._order_of(request)
        if order is not None:
            self.act(call, order)
        elif call == "query" and request.value("out_trade_no"):
            self.begin(call, {"out_trade_no": request.value("out_trade_no")})
        else:
            say(self, self.tr("This order is not in the table: query it first."))

    def _latest(self) -> PreparedRequest | None:
        replies = self._bench.replies
        return replies.answer.request if replies.answer is not None else getattr(replies.state, "request", None)

    def _name_reply(self) -> None:
        replies = self._bench.replies
        self.reply_wanted.emit()
        if replies.answer is not None:
            words = self.tr("Reply {place} of {count}: {reply}")
            reply = reply_name(replies.answer)
            say(self, words.format(place=replies.place + 1, count=replies.count, reply=reply))

    def _order_of(self, request: PreparedRequest) -> Order | None:
        """The order a request made or is about; a refund's own number names none."""
        orders, environment_id = self._bench.orders, request.environment.id
        number = "" if request.endpoint == "refund" else request.value("out_trade_no")
        order = orders.find(syssn=request.value("syssn"), out_trade_no=number, environment_id=environment_id)
        answer = self._bench.replies.answer
        if order is None or order.syssn or request.endpoint != "payment" or answer is None or answer.reply is None:
            return order
        # The table is read anew a moment after the reply, and whoever is quicker has the number on screen.
        return replace(order, syssn=answer.reply.fields.get("syssn", ""))

    def _on_field(self, name: str) -> None:
        """Go to what the answer is about: a parameter stands in the form of its own call."""
        request = self._latest()
        if request is not None and endpoint(request.endpoint).find(name) is not None:
            self._bench.draft.choose_endpoint(request.endpoint)
        self.go_to_requested.emit(name)

    def _on_openid(self, openid: str) -> None:
        self._bench.draft.choose_endpoint("payment")
        self._bench.draft.type_value("sub_openid", openid)
        self.go_to_requested.emit("sub_openid")

    def _on_sheet(self, state: SheetState) -> None:
        """Say what the simulated WeChat told the Mini Program."""
        from qfpay_gui.models.sheet.state import Refused, SheetEnded  # noqa: PLC0415 - not needed at start

        if isinstance(state, SheetEnded | Refused):
            say(self, self.tr("Simulated WeChat: {err_msg}").format(err_msg=state.result.err_msg))

    def _on_notification(self, notice: Notice) -> None:
        number = notice.explained.members.get("out_trade_no", "–")
        say(self, self.tr("A notification came in for {number}").format(number=number))
        self.notified.emit()

    def _on_poll(self, state: PollState) -> None:
        from qfpay_gui.models.polling.state import SENT_OTHERWISE, STOPPED, PollEnded  # noqa: PLC0415 - not at start

        if isinstance(state, PollEnded) and state.reason not in {STOPPED, SENT_OTHERWISE}:
            self.poll_ended.emit()

    def _on_request_made(self, request: RequestWorkspace) -> None:
        request.form.openid_wanted.connect(self.find_openid)
        request.reply.act_requested.connect(self.begin)
        request.reply.page_requested.connect(self.turn_page)
        request.reply.refund_wanted.connect(self.refund)
        request.reply.field_wanted.connect(self._on_field)
        request.reply.export_requested.connect(self.export_project)
