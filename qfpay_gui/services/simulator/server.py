"""The simulator as a thing to start and stop: a listening socket, credentials, and a chosen outcome."""

from __future__ import annotations

import os
import secrets
import time
from typing import TYPE_CHECKING, Any

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.loopback.service import LoopbackService
from qfpay_gui.services.simulator.demo import DEMO
from qfpay_gui.services.simulator.exchange import SimulatorHandler
from qfpay_gui.services.simulator.overheard import Overheard
from qfpay_gui.services.simulator.trade.orders import State
from qfpay_gui.services.simulator.trade.rates import WALLETS
from qfpay_gui.services.simulator.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from qfpay_gui.services.simulator.answers import HttpAnswer
    from qfpay_gui.services.simulator.events import Event
    from qfpay_gui.services.simulator.notify.deliveries import Delivery
    from qfpay_gui.services.simulator.outcomes import Outcome
    from qfpay_gui.services.simulator.wechat.wallet import Customer, Sheet, WxResult
    from qfpay_gui.services.simulator.wire import Request

_CONTROL_TOKEN = "QFPAY_SIMULATOR_CONTROL_TOKEN"  # noqa: S105 - the name of a variable


class Simulator(LoopbackService):
    """A QFPay on loopback, and WeChat beside it, as a context manager or with ``start`` and ``stop``.

    ``port`` 0 takes any free port. ``clock`` gives seconds since 1970; ``patience`` is how many
    seconds a client may take to send its request. Raises ValueError for an impossible port or
    empty credentials. Orders survive ``stop``; everything may be called from any thread. ``on_exchange`` is told of
    every request and its answer before that leaves, on the thread of its connection.
    """

    called = thread_name = "simulator"

    def __init__(  # noqa: PLR0913 - one keyword for each thing a tester may choose
        self,
        *,
        port: int = 0,
        app_code: str = DEMO.app_code,
        client_key: str = DEMO.client_key,
        mchid: str = "",
        clock: Callable[[], float] = time.time,
        patience: float = 10.0,
    ) -> None:
        super().__init__(port, patience, self._exchange)
        if not app_code or not client_key:
            raise ValueError("The simulator needs an app_code and a client_key.")
        self._credentials = Credentials(app_code, client_key, mchid)
        self._control_token = os.environ.get(_CONTROL_TOKEN) or secrets.token_urlsafe(16)
        self._world = World(self._credentials, self._control_token, clock)
        self._clock = clock
        self.on_exchange: Callable[[Overheard], None] | None = None

    @property
    def credentials(self) -> Credentials:
        """What a request must be signed with here."""
        return self._credentials

    @property
    def control_token(self) -> str:
        """What ``X-Simulator-Token`` must say below /simulator/v1/: QFPAY_SIMULATOR_CONTROL_TOKEN, or a random one."""
        return self._control_token

    @property
    def merchant_of(self) -> Callable[[str], Credentials | None]:
        """Finds a further merchant by app_code, whose own key then counts; may be called on many threads, and block."""
        return self._world.api.merchant_of

    @merchant_of.setter
    def merchant_of(self, find: Callable[[str], Credentials | None]) -> None:
        self._world.api.merchant_of = find

    @property
    def outcome(self) -> Outcome:
        """Shapes the answers to payments, or to the call it names; a query afterwards still tells the truth.

        The request header ``X-Simulator-Outcome`` shapes the answer to that one request, whatever it is.
        """
        return self._world.outcome

    @outcome.setter
    def outcome(self, outcome: Outcome) -> None:
        self._world.outcome = outcome

    @property
    def on_event(self) -> Callable[[Event], None] | None:
        """Called for every step of every order, on a thread of the simulator's own, never concurrently."""
        return self._world.on_event

    @on_event.setter
    def on_event(self, listener: Callable[[Event], None] | None) -> None:
        self._world.on_event = listener

    @property
    def notify_url(self) -> str:
        """The address on file, used where a payment sends no notify_url; "" for none."""
        return self._world.notify_url

    @notify_url.setter
    def notify_url(self, url: str) -> None:
        self._world.notify_url = url

    @property
    def time_lapse(self) -> float:
        """How many seconds of the retry schedule pass in one second; setting it re-plans what waits.

        Setting raises ValueError for anything but a number above 0.
        """
        return self._world.notifier.time_lapse

    @time_lapse.setter
    def time_lapse(self, factor: float) -> None:
        self._world.notifier.time_lapse = factor

    @property
    def customer(self) -> Customer:
        """What becomes of new orders by itself."""
        return self._world.customer

    @customer.setter
    def customer(self, customer: Customer) -> None:
        self._world.customer = customer

    @property
    def wallet_currency(self) -> str:
        """What the customer's wallet holds: "" the order's own currency, or CNY; setting raises ValueError else."""
        return self._world.life.wallet_currency

    @wallet_currency.setter
    def wallet_currency(self, currency: str) -> None:
        if currency not in WALLETS:
            raise ValueError("A wallet holds CNY, or nothing but the order's own currency.")
        self._world.life.wallet_currency = currency

    def request_payment(self, pay_params: Mapping[str, str]) -> Sheet | WxResult:
        """What wx.requestPayment would show, or what it fails with."""
        return self._world.wallet.request_payment(pay_params)

    def pay(self, prepay_id: str) -> WxResult:
        """The customer pays: the order is paid, and a notification goes out. Of several who pay, one succeeds."""
        return self._world.wallet.pay(prepay_id)

    def cancel(self, prepay_id: str) -> WxResult:
        """The customer closes the sheet: the order stays open."""
        return self._world.wallet.cancel(prepay_id)

    def fail(self, prepay_id: str, err_msg: str) -> WxResult:
        """The call fails with these words: the order stays open."""
        return self._world.wallet.fail(prepay_id, err_msg)

    def expire(self, out_trade_no: str) -> bool:
        """Let an open order's time run out now; False where there is no such order, or it is open no more."""
        order = self._world.life.book.find("out_trade_no", out_trade_no)
        return order is not None and self._world.life.end(order, State.EXPIRED)

    def deliveries(self) -> tuple[Delivery, ...]:
        """Every notification there was to deliver, newest first."""
        return self._world.notifier.deliveries()

    def retry_now(self, delivery_id: int) -> bool:
        """Bring the next attempt forward, or make one more; False where none can follow or one is under way."""
        return self._world.notifier.retry_now(delivery_id)

    def _exchange(self, *connection: Any) -> SimulatorHandler:
        return SimulatorHandler(self.respond, *connection)

    def respond(self, request: Request) -> HttpAnswer:
        """The answer to any request."""
        answer = self._world.respond(request)
        if self.on_exchange is not None:
            self.on_exchange(Overheard(self._clock(), request, answer))
        return answer

    def _opened(self) -> None:
        self._world.start()

    def _closed(self) -> None:
        self._world.stop()
