"""Everything behind the simulator's socket: QFPay, WeChat, the customer, and the notifications, put together."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator import control, shaping
from qfpay_gui.services.simulator.answers import HttpAnswer, explained
from qfpay_gui.services.simulator.notify.notification import notification_of
from qfpay_gui.services.simulator.notify.notifier import Notifier
from qfpay_gui.services.simulator.outcomes import Outcome, parse_outcome
from qfpay_gui.services.simulator.pay_params import APP_ID
from qfpay_gui.services.simulator.scheduler import Scheduler
from qfpay_gui.services.simulator.trade.api import ENDPOINTS, Api
from qfpay_gui.services.simulator.trade.life import Hooks, Life
from qfpay_gui.services.simulator.trade.order_book import OrderBook
from qfpay_gui.services.simulator.wechat import code2session
from qfpay_gui.services.simulator.wechat.code2session import APP_SECRET, PATH
from qfpay_gui.services.simulator.wechat.wallet import Customer, WeChatPay

if TYPE_CHECKING:
    from collections.abc import Callable

    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.services.simulator.events import Event
    from qfpay_gui.services.simulator.trade.orders import Order, Refund
    from qfpay_gui.services.simulator.wire import Request

WELCOME = f"""QFPay simulator

A part of QFPay Tester: no account, no network, no money.

QFPay
  POST         /trade/v1/payment    WeChat Mini Program payment (800213); other types get a code or a page
  POST or GET  /trade/v1/query      payments and refunds of this month, or by syssn
  POST         /trade/v1/refund     all or part of a paid order
  POST or GET  /trade/v1/close      an order nobody has paid
  POST or GET  /trade/v1/reversal   the same; 800213 is documented for neither of the two

The customer with WeChat, by hand (a form with out_trade_no, syssn or prepay_id; not signed, but
with the header X-Simulator-Token: the control_token that the simulator printed when it started)
  POST  /simulator/v1/pay      the order is paid, and the merchant notified
  POST  /simulator/v1/cancel   the payment sheet is closed, the order stays open
  POST  /simulator/v1/fail     the call fails (errMsg: with which words)
  POST  /simulator/v1/expire   the time to pay is over

WeChat
  GET  {PATH}   appid={APP_ID}, secret={APP_SECRET}
       Any js_code of 20 to 64 letters and digits works once; js_code=errcode:45011 gives that error.

Notifications are posted to the payment's notify_url, or to the one on file, on this machine
only and at any port (QFPay itself: ports 80 and 443), and again after 2, 10, 10 and 60
minutes, 2, 6 and 15 hours until HTTP 200 and SUCCESS come back.

The request header X-Simulator-Outcome chooses the answer to one request, such as
respcd:1108, delay:5, drop, html:502 or status:429.

Not simulated: settlement (1269), risk control, rate limits, refund windows and the pause
from 23:30 to 00:30, real exchange rates, and the very words of QFPay's messages.
"""


OUTCOME_HEADER = "x-simulator-outcome"


class World:
    """The parties of one simulator; its attributes may be set at any time from any thread."""

    def __init__(self, credentials: Credentials, control_token: str, clock: Callable[[], float]) -> None:
        self.outcome = Outcome.normal
        self.on_event: Callable[[Event], None] | None = None
        self.notify_url = ""
        self.customer = Customer()
        self._scheduler = Scheduler("simulator-scheduler")
        self.notifier = Notifier(clock, self._publish)
        self.life = Life(OrderBook(clock), Hooks(self._opened, self._publish, self._notify))
        self.wallet = WeChatPay(self.life)
        self.api = Api(credentials, self.life)
        self._control = control.Control(self.life, self.wallet, control_token)
        self._sessions = code2session.Code2Session()

    def start(self) -> None:
        """Let time pass: events are told, notifications delivered, orders expire."""
        self._scheduler.start()
        self.notifier.start()

    def stop(self) -> None:
        """Let nothing more happen by itself."""
        self.notifier.stop()
        self._scheduler.stop()

    def respond(self, request: Request) -> HttpAnswer:
        """The answer to any request."""
        if request.path == "/":
            return HttpAnswer(200, "text/plain; charset=UTF-8", WELCOME.encode())
        if request.path.startswith(control.PREFIX):
            return self._control.answer(request)
        if request.path not in ENDPOINTS and request.path != code2session.PATH:
            return explained(404, f"There is nothing at {request.path[:200]}: GET / says what the simulator has.")
        try:
            outcome = self._outcome_for(request)
        except ValueError as error:
            return explained(400, f"X-Simulator-Outcome: {error}")
        if request.path == code2session.PATH:
            return shaping.bent(partial(self._sessions.answer, request), outcome)
        return shaping.respond(self.api, request, outcome)

    def _outcome_for(self, request: Request) -> Outcome:
        """What was chosen for this request; raises ValueError where its header cannot be read."""
        called = request.path.rpartition("/")[2]
        spec = request.header(OUTCOME_HEADER)
        outcome = self.outcome if spec is None else parse_outcome(spec)
        meant = outcome.call or ("payment" if spec is None else called)
        return outcome if called == meant else Outcome.normal

    def _opened(self, order: Order) -> None:
        """A new order: it will expire, and the customer may have a habit."""
        self._scheduler.after((order.expires - order.created).total_seconds(), self.life.expire_overdue)
        self.customer.act_on(order, self.wallet, self._scheduler)

    def _publish(self, event: Event) -> None:
        self._scheduler.soon(partial(self._deliver, event))

    def _deliver(self, event: Event) -> None:
        """On the scheduler's thread: so never two at a time."""
        if self.on_event:
            self.on_event(event)

    def _notify(self, order: Order, refund: Refund | None) -> None:
        self.notifier.add(notification_of(order, refund, self.notify_url))
