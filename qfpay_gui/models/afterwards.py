"""What follows a request: its order's life, the simulated WeChat, notifications, and the drawing of it all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from qfpay_gui.models.notifications.notifications_model import NotificationsModel
from qfpay_gui.models.orders.orders_model import OrdersModel
from qfpay_gui.models.orders.refund_all import RefundAll
from qfpay_gui.models.polling.poll_model import PollModel
from qfpay_gui.models.sending.replies_model import RepliesModel
from qfpay_gui.models.sequence.sequence_model import SequenceModel
from qfpay_gui.models.sheet.sheet_model import SheetModel
from qfpay_gui.qfpay.environments import SIMULATOR
from qfpay_gui.qfpay.orders.refund_plan import Where
from qfpay_gui.qfpay.text import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qfpay_gui.models.notifications.state import NotificationsState
    from qfpay_gui.models.openid.openid_model import OpenidModel
    from qfpay_gui.models.outside import Outside
    from qfpay_gui.models.workbench import Workbench

_MOVED = text("Poll", "environment or merchant was changed")


class Afterwards(QObject):
    """Owns the models of everything after the request, and tells them of each other's news."""

    def __init__(self, bench: Workbench, outside: Outside) -> None:
        super().__init__(bench)
        self._bench, self._outside = bench, outside
        sending, simulator, clock = bench.send_model, bench.simulator, outside.clock
        self.orders = OrdersModel(bench.history.work, clock, self)
        self.refund_all = RefundAll(self.orders, bench.send_draft, sending, self._where, clock, self)
        self.poll = PollModel(bench.send_draft, sending, clock, self)
        self.replies = RepliesModel(sending, self)
        self.sheet = SheetModel(simulator, sending, self)
        self.sequence = SequenceModel(sending, simulator, self.sheet, clock, self, secrets=bench.secrets)
        self.notifications = NotificationsModel(outside.runner, self)
        self._openid: OpenidModel | None = None
        self._was_at = self._where()
        self._connect()

    @property
    def openid(self) -> OpenidModel:
        """The model of the openid helper, made at its first use."""
        if self._openid is None:
            from qfpay_gui.models.openid.openid_model import OpenidModel  # noqa: PLC0415 - not needed at start

            outside, bench = self._outside, self._bench
            self._openid = OpenidModel(
                outside.runner,
                outside.keychain_runner,
                outside.app_secrets,
                self._wechat,
                self,
                ca_file=lambda: bench.settings.ca_file,
            )
        return self._openid

    def secrets(self) -> tuple[str, ...]:
        """The AppSecrets that were met in this session."""
        return self._openid.secrets() if self._openid is not None else ()

    def start(self, keep_days: int) -> None:
        """Listen for notifications and read the orders; after the first paint."""
        self.notifications.start()
        self.orders.start(keep_days)

    def stop(self) -> None:
        """Call off what repeats by itself, and listen no more."""
        self.poll.stop()
        self.refund_all.cancel()
        if self._openid is not None:
            self._openid.end()
        self.notifications.close()

    def move(self) -> None:
        """Call off the queries that belong to another environment or merchant than the present one."""
        where = self._where()
        if where != self._was_at:
            self._was_at = where
            self.poll.forget(_MOVED)

    def _connect(self) -> None:
        self.orders.noticed.connect(self._bench.noticed)
        self.notifications.changed.connect(self._on_notifications)
        self.notifications.news.connect(self._on_news)
        self._bench.simulator.changed.connect(self._on_simulator)
        self._bench.simulator.happened.connect(self._on_happened)

    def _where(self) -> Where:
        return Where(self._bench.environment, self._bench.credentials.app_code)

    def _wechat(self) -> str:
        """Whom code2Session is asked of: the simulator while it is the environment."""
        from qfpay_gui.qfpay.code2session.call import HOST  # noqa: PLC0415 - as above

        environment = self._bench.environment
        return environment.base_url if environment.kind is SIMULATOR.kind else HOST

    def _on_simulator(self) -> None:
        self._bench.simulator.set_notify_url(self.notifications.url)

    def _on_notifications(self, state: NotificationsState) -> None:
        self._bench.simulator.set_notify_url(state.url)
        for notice in reversed(state.notices):
            if notice.received is not None:
                self.sequence.take_received(notice.received)

    def _on_happened(self, _event: object) -> None:
        self.notifications.set_deliveries(self._bench.simulator.deliveries())

    def _on_news(self, fields: Mapping[str, str]) -> None:
        """It was verified with the present merchant's key, so it is about an order of theirs."""
        where = self._where()
        self.orders.take_news(
            fields, where.environment.id, app_code=where.app_code, base_url=where.environment.base_url
        )
