"""Everything the window works on: what a request is prepared with, its sending, and what follows of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from qfpay_gui.models.deletions import Deletions
from qfpay_gui.models.faults import FaultsModel
from qfpay_gui.models.preparation import Preparation
from qfpay_gui.models.request.draft_storage import writable_number
from qfpay_gui.models.sending.pending_send import PendingSend, Press
from qfpay_gui.models.sending.send_model import Client, Sending, SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.environments import EnvironmentKind
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.diagnosis.importing import ReadRequest
    from qfpay_gui.models.case.case_book import CaseBook
    from qfpay_gui.models.case.case_model import CaseModel
    from qfpay_gui.models.history.history_model import HistoryModel
    from qfpay_gui.models.notifications.notifications_model import NotificationsModel
    from qfpay_gui.models.notifications.state import NotificationsState
    from qfpay_gui.models.openid.openid_model import OpenidModel
    from qfpay_gui.models.orders.orders_model import OrdersModel
    from qfpay_gui.models.orders.refund_all import RefundAll
    from qfpay_gui.models.outside import Outside
    from qfpay_gui.models.polling.poll_model import PollModel
    from qfpay_gui.models.request.saved_model import SavedModel
    from qfpay_gui.models.sending.replies_model import RepliesModel
    from qfpay_gui.models.sequence.sequence_model import SequenceModel
    from qfpay_gui.models.sheet.sheet_model import SheetModel
    from qfpay_gui.models.suite.suites_model import SuitesModel
    from qfpay_gui.models.watch.watch_model import WatchModel
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.qfpay.orders.refund_plan import Where
    from qfpay_gui.qfpay.request.draft import Draft
    from qfpay_gui.qfpay.request.guards import Review
    from qfpay_gui.qfpay.request.variants import Variant

_MOVED = text("Poll", "environment or merchant was changed")
_HELD = text("Sending", "The simulator is starting: the request is sent as soon as it answers. Esc calls it off.")
_CALLED_OFF = text("Sending", "Called off: nothing was sent.")
_MEANT_ELSEWHERE = text("Sending", "Nothing was sent: environment or merchant was changed meanwhile.")


class Workbench(Preparation):
    """Owns all models: of what a request is prepared with, of sending it, and of what follows.

    What a request is prepared with is there at once. The models of what follows import much, so
    each is made at its first use, and all of them before the first request leaves.
    """

    send_ready = Signal(object)
    """Carries the Review of a request for which Send was pressed before it could be sent."""

    def __init__(self, outside: Outside, parent: QObject | None = None) -> None:
        super().__init__(outside, parent)
        self.send_model = SendModel(outside.runner, self._make_client, outside.clock, self)
        self.pending_send = PendingSend(self)
        self.faults = FaultsModel(outside, self)
        self.deletions = Deletions(self)
        self._history_runner = TaskRunner(1, self)
        self.simulator.changed.connect(self._go_on)
        self.keys_changed.connect(self._call_off_elsewhere)
        self.faults.noticed.connect(self.noticed)
        self.faults.follow(self.draft, self.secrets, lambda: self.case.case if self._is_made("case") else None)

    @cached_property
    def case(self) -> CaseModel:
        """The merchant's request that is examined."""
        from qfpay_gui.models.case.case_model import CaseModel  # noqa: PLC0415 - not needed at start

        case = CaseModel(self._outside.runner, self)
        case.set_keys(self.keys)
        self.keys_changed.connect(case.set_keys)
        return case

    @cached_property
    def cases(self) -> CaseBook:
        """The cases that are kept."""
        from qfpay_gui.models.case.case_book import CaseBook  # noqa: PLC0415 - not needed at start

        cases = CaseBook(self, self)
        cases.noticed.connect(self.noticed)
        return cases

    @cached_property
    def saved(self) -> SavedModel:
        """Requests under names of their own."""
        from qfpay_gui.models.request.saved_model import SavedModel  # noqa: PLC0415 - not needed at start

        folder = self._outside.settings_path.with_name("requests")
        saved = SavedModel(folder, self.draft, self.deletions, self.secrets, self)
        saved.remember(self.settings.recalled("recent"))
        saved.noticed.connect(self.noticed)
        return saved

    @cached_property
    def history(self) -> HistoryModel:
        """Every exchange, written down before its request leaves."""
        from qfpay_gui.models.history.history_model import HistoryModel  # noqa: PLC0415 - not needed at start
        from qfpay_gui.services.database.history import History  # noqa: PLC0415

        history = History(self._outside.settings_path.with_name("history.sqlite3"))
        model = HistoryModel(self._history_runner, history, self._outside.clock, self, deletions=self.deletions)
        model.attach(self.send_model, self.secrets, lambda: self.profiles.state.chosen)
        model.noticed.connect(self.noticed)
        return model

    @cached_property
    def orders(self) -> OrdersModel:
        """The orders of this installation."""
        from qfpay_gui.models.orders.orders_model import OrdersModel  # noqa: PLC0415 - not needed at start

        orders = OrdersModel(self.history.work, self._outside.clock, self, deletions=self.deletions)
        orders.changed.connect(self._on_orders)
        return orders

    @cached_property
    def refund_all(self) -> RefundAll:
        """The refunds of a day's test orders."""
        from qfpay_gui.models.orders.refund_all import RefundAll  # noqa: PLC0415 - not needed at start

        return RefundAll(self.orders, self.send_draft, self.send_model, self._where, self._outside.clock, self)

    @cached_property
    def poll(self) -> PollModel:
        """The queries until an order is paid."""
        from qfpay_gui.models.polling.poll_model import PollModel  # noqa: PLC0415 - not needed at start

        poll = PollModel(self.send_draft, self.send_model, self._outside.clock, self)
        self.moved.connect(self._on_moved)
        return poll

    @cached_property
    def replies(self) -> RepliesModel:
        """The replies of this session."""
        from qfpay_gui.models.sending.replies_model import RepliesModel  # noqa: PLC0415 - not needed at start

        return RepliesModel(self.send_model, self)

    @cached_property
    def sheet(self) -> SheetModel:
        """The payment sheet of the simulated WeChat."""
        from qfpay_gui.models.sheet.sheet_model import SheetModel  # noqa: PLC0415 - not needed at start

        return SheetModel(self.simulator, self.send_model, self)

    @cached_property
    def sequence(self) -> SequenceModel:
        """The messages of each order."""
        from qfpay_gui.models.sequence.sequence_model import SequenceModel  # noqa: PLC0415 - not needed at start

        clock = self._outside.clock
        return SequenceModel(self.send_model, self.simulator, self.sheet, clock, self, secrets=self.secrets)

    @cached_property
    def notifications(self) -> NotificationsModel:
        """What was posted to this machine."""
        from qfpay_gui.models.notifications.notifications_model import (  # noqa: PLC0415 - not needed at start
            NotificationsModel,
        )

        notifications = NotificationsModel(
            self._outside.runner, self, deletions=self.deletions, ca_file=lambda: self.settings.ca_file
        )
        notifications.set_keys(self.keys)
        self.keys_changed.connect(notifications.set_keys)
        notifications.changed.connect(self._on_notifications)
        notifications.news.connect(self._on_news)
        self.simulator.happened.connect(self._on_happened)
        return notifications

    @cached_property
    def watch(self) -> WatchModel:
        """What other programs send to the simulator."""
        from qfpay_gui.models.watch.watch_model import WatchModel  # noqa: PLC0415 - not needed at start

        return WatchModel(self._outside.runner, self.simulator, self.profiles, lambda: self.settings)

    @cached_property
    def suites(self) -> SuitesModel:
        """The suites, and their runs."""
        from qfpay_gui.models.suite.suites_model import SuitesModel  # noqa: PLC0415 - not needed at start

        return SuitesModel(self, self._make_client, self._outside.settings_path.parent, self)

    @cached_property
    def openid(self) -> OpenidModel:
        """The helper that asks for a payer's openid."""
        from qfpay_gui.models.openid.openid_model import OpenidModel  # noqa: PLC0415 - not needed at start

        outside = self._outside
        return OpenidModel(
            outside.runner,
            outside.keychain_runner,
            outside.app_secrets,
            self._wechat,
            self,
            ca_file=lambda: self.settings.ca_file,
        )

    @property
    def background(self) -> TaskRunner:
        """Where work of the window that takes long is done."""
        return self._outside.runner

    def secrets(self) -> tuple[str, ...]:
        """Every key known in this session, which nothing that is written down may hold."""
        return (*super().secrets(), *(self.openid.secrets() if self._is_made("openid") else ()))

    def start(self) -> None:
        """Start the simulator and ask the keychain; done after the first paint."""
        self.simulator.start()
        self.profiles.start()
        self._make_what_follows()
        self.history.start(self.settings.keep_days)
        self.notifications.start()
        self.orders.start(self.settings.keep_days)
        if self._outside.warm_up:
            # What the first send needs is loaded then, or will say so when it is used.
            self._outside.runner.run(self._outside.warm_up, lambda _result: None)
        if self._settings_file.trouble:
            self.noticed.emit(self._settings_file.trouble)

    def take_case(self, case: ReadRequest, source: str = "") -> None:
        """Take a merchant's request in hand, which was pasted as this: it becomes the draft, and is examined."""
        self.cases.begin(source)
        self.use_as_draft(case)
        self.case.take(case)

    def use_as_draft(self, case: ReadRequest) -> None:
        """Make a merchant's request the draft, as one undoable step."""
        from qfpay_gui.diagnosis.importing import to_draft  # noqa: PLC0415 - not needed at start

        self.draft.replace_draft(to_draft(case))

    def send_later(self, mistake: Variant | None = None) -> bool:
        """Hold a press on Send until the simulator answers; False where that is not what it would wait for.

        ``send_ready`` follows, unless it is called off or environment or merchant is changed before.
        """
        if self.place.environment_id != "simulator" or self.simulator.base_url or self.simulator.failure:
            return False
        self.pending_send.hold(Press(self.draft.draft, mistake, self._place()))
        self.noticed.emit(_HELD)
        return True

    def cancel(self) -> None:
        """Call off what waits to be sent, wait no longer for what was sent, end a suite, or examine no further."""
        if self.pending_send.take() is not None:
            self.noticed.emit(_CALLED_OFF)
        elif isinstance(self.send_model.state, Sending):
            self.send_model.cancel()
        elif self._is_made("suites") and self.suites.is_running:
            self.suites.stop()
        elif self._is_made("case"):
            self.case.cancel()

    def send_draft(self, draft: Draft) -> bool:
        """Send what this draft becomes here and now, once, without touching the one being edited.

        For what a person agreed to beforehand: the steps of polling and of refunding in bulk.
        """
        return self._send(self.review_draft(draft), by_itself=True)

    def send(self, agreed: Review) -> bool:
        """Send the reviewed request, once; its order number is remembered before it leaves."""
        return self._send(agreed, by_itself=False)

    def _send(self, agreed: Review, *, by_itself: bool) -> bool:
        if agreed.refusal is not None or self.send_model.is_sending:
            return False
        self._make_what_follows()
        if not by_itself:
            self.saved.note_sent(self.draft.draft, agreed.request.deliberate)
            self.settings = self.settings.remembering("recent", self.saved.remembered)
        number = writable_number(agreed.request, self.secrets())
        if number:
            self.settings = self.settings.with_order_number(self.place.environment_id, number)
            self.save()
        return self.send_model.send(agreed.request, self.credentials, by_itself=by_itself)

    def stop(self) -> None:
        """Cancel what is under way and stop the simulator."""
        self.deletions.finish()
        ends = {"poll": "stop", "refund_all": "cancel", "openid": "end", "notifications": "close", "watch": "close"}
        for model, end in {**ends, "cases": "write_note", "saved": "stop", "suites": "close"}.items():
            if self._is_made(model):
                getattr(getattr(self, model), end)()
        self.cancel()
        self.simulator.stop()
        if self._is_made("history"):
            self.history.stop()
        self._history_runner.close(0)
        self.faults.leave()

    def _is_made(self, model: str) -> bool:
        return model in vars(self)

    def _make_what_follows(self) -> None:
        """Have everything listen that writes down, shows or follows what is sent."""
        _ = self.history, self.refund_all, self.poll, self.replies, self.sequence, self.notifications

    def _make_client(self, base_url: str, credentials: Credentials) -> Client:
        return self._outside.make_client(base_url, credentials, self.settings.ca_file)

    def _where(self) -> Where:
        from qfpay_gui.qfpay.orders.refund_plan import Where  # noqa: PLC0415 - not needed at start

        return Where(self.environment, self.credentials.app_code)

    def _wechat(self) -> str:
        """Whom code2Session is asked of: the simulator while it is the environment."""
        from qfpay_gui.qfpay.code2session.call import HOST  # noqa: PLC0415 - not needed at start

        return self.environment.base_url if self.environment.kind is EnvironmentKind.SIMULATOR else HOST

    def _on_orders(self, orders: tuple[Order, ...]) -> None:
        self._orders = orders
        self._update_context()

    def _on_moved(self) -> None:
        """Call off the queries that belong to another environment or merchant than the present one."""
        self.poll.forget(_MOVED)

    def _on_notifications(self, state: NotificationsState) -> None:
        self.simulator.set_notify_url(state.url)
        for notice in reversed(state.notices):
            if notice.received is not None:
                self.sequence.take_received(notice.received)

    def _on_happened(self, _event: object) -> None:
        self.notifications.set_deliveries(self.simulator.deliveries())

    def _on_news(self, fields: Mapping[str, str]) -> None:
        """It was verified with the present merchant's key, so it is about an order of theirs."""
        here = self.environment
        self.orders.take_news(fields, here.id, app_code=self.credentials.app_code, base_url=here.base_url)

    def _call_off_elsewhere(self) -> None:
        if self.pending_send.press and self.pending_send.press.place != self._place():
            self.pending_send.take()
            self.noticed.emit(_MEANT_ELSEWHERE)

    def _go_on(self) -> None:
        """Send, or call off, what waited for the simulator."""
        if self.simulator.failure:
            self.pending_send.take()
            self.noticed.emit(self.simulator.failure)
        elif press := self.pending_send.take():
            # What was typed since then is for the next press.
            is_edited = press.draft != self.draft.draft
            request = self.draft.prepared_from(press.draft) if is_edited else self.draft.freshen()
            self.send_ready.emit(self._review(request, press.mistake))

    def _place(self) -> tuple[str, str]:
        return self.place.environment_id, self.profiles.state.chosen
