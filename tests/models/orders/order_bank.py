"""A far end that keeps orders, and the models before it: history, orders, sending, refunding."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from qfpay_gui.models.history.history_model import HistoryModel
from qfpay_gui.models.orders.orders_model import OrdersModel
from qfpay_gui.models.orders.refund_all import RefundAll
from qfpay_gui.models.sending.send_model import SendModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import LIVE_TESTING, Environment
from qfpay_gui.qfpay.orders.refund_plan import Where
from qfpay_gui.qfpay.reply.exchange import Exchange, HttpReply, Layer, TransportFailure
from qfpay_gui.qfpay.request.draft import Draft, example_draft, freshened
from qfpay_gui.qfpay.request.prepared import PreparedRequest, prepare
from qfpay_gui.services.database.history import History
from tests.models.fixed_clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.orders.refund_states import RefundState
    from qfpay_gui.services.http.cancellation import Cancellation

CREDENTIALS = Credentials("A1B2C3D4E5F60718293A4B5C6D7E8F90", "5A3C9E0F7B1D2846AC0E5F9B7D3182C4")
LOST = TransportFailure(Layer.READ_TIMEOUT, may_have_arrived=True, technical="Read timed out.")


@dataclass
class Bank:
    """Answers in turn whatever is sent; ``scripted`` answers come before its own. It counts what it gets."""

    requests: list[PreparedRequest] = field(default_factory=list)
    scripted: dict[str, list[dict[str, Any] | TransportFailure | Exception]] = field(default_factory=dict)
    gate: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Open, until a test closes it."""
        self.gate.set()
        self._orders: dict[str, dict[str, str]] = {}

    def send(self, prepared: PreparedRequest, *, cancel: Cancellation | None = None) -> Exchange:
        """One exchange."""
        self.requests.append(prepared)
        if cancel is not None:
            cancel.on_cancel(self.gate.set)
        self.gate.wait(20)
        script = self.scripted.get(prepared.endpoint)
        said = script.pop(0) if script else getattr(self, f"_{prepared.endpoint}")(prepared)
        if isinstance(said, Exception):
            raise said
        if isinstance(said, TransportFailure):
            return Exchange(prepared, said)
        return Exchange(
            prepared, HttpReply(200, "OK", (("Content-Type", "application/json"),), json.dumps(said).encode())
        )

    def pay(self, out_trade_no: str) -> None:
        """The customer pays."""
        self._orders[out_trade_no]["respcd"] = "0000"

    def sent(self, endpoint: str) -> list[PreparedRequest]:
        """What was sent to this endpoint."""
        return [one for one in self.requests if one.endpoint == endpoint]

    def _payment(self, sent: PreparedRequest) -> dict[str, str]:
        names = ("out_trade_no", "txamt", "txcurrcd", "pay_type")
        row = {name: sent.value(name) for name in names} | {"syssn": f"S-{sent.value('out_trade_no')}"}
        self._orders[sent.value("out_trade_no")] = {**row, "respcd": "1143", "order_type": "payment", "cancel": "0"}
        return {**row, "respcd": "0000"}

    def _query(self, sent: PreparedRequest) -> dict[str, Any]:
        asked = {*sent.value("out_trade_no").split(","), *sent.value("syssn").split(",")}
        rows = [row for row in self._orders.values() if asked & {row["out_trade_no"], row["syssn"]}]
        return {"respcd": "0000", "data": rows}

    def _refund(self, sent: PreparedRequest) -> dict[str, str]:
        number, txamt = sent.value("out_trade_no"), sent.value("txamt")
        row = {"syssn": f"S-{number}", "out_trade_no": number, "txamt": txamt, "respcd": "0000"}
        self._orders[number] = {**row, "order_type": "refund", "origssn": sent.value("syssn")}
        return {**row, "orig_syssn": sent.value("syssn")}


class OrdersDesk:
    """The models over a real file and a bank."""

    def __init__(self, qtbot: QtBot, path: Path) -> None:
        self.qtbot = qtbot
        self.clock = FixedClock()
        self.bank = Bank()
        self.live = LIVE_TESTING
        self.environment: Environment = LIVE_TESTING
        self.credentials = CREDENTIALS
        self.runner, self.sending = TaskRunner(1), TaskRunner(1)
        self.history = HistoryModel(self.runner, History(path), self.clock)
        self.orders = OrdersModel(self.history.work, self.clock)
        self.send_model = SendModel(self.sending, lambda _url, _credentials: self.bank, self.clock)
        self.history.attach(self.send_model, lambda: (CREDENTIALS.client_key,), lambda: "Tea House")
        self.refunds = RefundAll(self.orders, self.send, self.send_model, self.where, self.clock)
        self.states: list[RefundState] = []
        self.refuses = False
        self.refunds.changed.connect(self.states.append)

    def where(self) -> Where:
        """The present environment and merchant."""
        return Where(self.environment, self.credentials.app_code)

    def send(self, draft: Draft) -> bool:
        """Send this draft as the workbench does."""
        if self.refuses:
            return False
        request = prepare(draft, self.credentials, self.environment, now=self.clock.now())
        return self.send_model.send(request, self.credentials)

    def until(self, condition: Callable[[], bool]) -> None:
        """Handle events until this holds."""
        self.qtbot.waitUntil(condition, timeout=10_000)

    def settle(self) -> None:
        """Until nothing is on its way and everything is read."""
        self.until(
            lambda: (
                not self.send_model.is_sending
                and not self.runner.busy
                and not self.orders._debounce.isActive()
                and not self.history._debounce.isActive()
            )
        )

    def pay(self, *, txamt: str = "300", paid: bool = True, **values: str) -> str:
        """Make an order, paid by its customer and queried where ``paid``; its number."""
        draft = freshened(example_draft(), self.clock.now(), self.clock.token()).fill({"txamt": txamt, **values})
        assert self.send(draft)
        self.settle()
        number = draft.value("out_trade_no")
        if paid:
            self.bank.pay(number)
            assert self.send(example_draft("query").fill({"out_trade_no": number}))
            self.settle()
        return number

    def days_ago(self, days: int) -> None:
        """Set the clock back."""
        self.clock.moment -= timedelta(days=days)

    def elsewhere(self, environment: Environment) -> None:
        """Send to another environment from now on."""
        self.environment = environment

    def other_merchant(self) -> None:
        """Sign with another app_code from now on."""
        self.credentials = replace(CREDENTIALS, app_code="F" * 32)

    def close(self) -> None:
        """Leave."""
        self.bank.gate.set()
        self.settle()
        assert self.history.stop()
        assert self.runner.close(5000)
        assert self.sending.close(5000)
