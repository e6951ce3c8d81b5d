"""Where a suite runs: in a simulator of its own, which ends with it, or at a pace that QFPay allows."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING

from qfpay_gui.models.sending.answer import Answer, read_answer
from qfpay_gui.models.suite.runner import Ground, HeldBackError, Told
from qfpay_gui.qfpay.environments import EnvironmentKind, host_name, is_loopback
from qfpay_gui.qfpay.text import Text, text
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.http.cancellation import Cancellation
from qfpay_gui.services.notifications.received import Acknowledged, AnswerMode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from qfpay_gui.models.history.journal import Journal
    from qfpay_gui.models.sending.send_model import Client
    from qfpay_gui.qfpay.credentials import Credentials
    from qfpay_gui.qfpay.environments import Environment
    from qfpay_gui.qfpay.request.prepared import PreparedRequest
    from qfpay_gui.qfpay.suite.suite import Suite
    from qfpay_gui.services.notifications.listener import Listener
    from qfpay_gui.services.notifications.received import Received
    from qfpay_gui.services.simulator import Simulator

APART = 0.16
"""Seconds between two requests to another machine: QFPay allows 400 a minute."""
HASTE = 2000.0
"""How many seconds of the schedule of notifications pass in one: two minutes take 0.06."""
_USED = text(
    "Suites", "Not sent: {number} was sent to {host} before. Leave out_trade_no out, and each run makes its own."
)
_NO_ORDER = text("Suites", "There is no open order {number}.")
_REFUSED = text("Suites", "WeChat’s sheet says: {message}")


class StoppedError(Exception):
    """The run was ended: what would be sent next is not."""


class Stop:
    """Ends a run from another thread: what waits goes on at once, and nothing more is sent."""

    def __init__(self) -> None:
        self.asked = Event()
        self._is_cut = False
        self._under_way = Cancellation()

    def ask(self, *, cut: bool) -> None:
        """Send no more; ``cut`` also ends the request under way, whose outcome is then unknown."""
        self.asked.set()
        if cut:
            self._is_cut = True
            self._under_way.cancel()

    def wait(self, seconds: float) -> None:
        """Take so many seconds; raises StoppedError as soon as the run is to end."""
        if self.asked.wait(seconds):
            raise StoppedError

    def next_send(self) -> Cancellation:
        """What the request that is about to leave can be ended by."""
        self._under_way = Cancellation()
        if self._is_cut:
            self._under_way.cancel()
        return self._under_way


@dataclass(frozen=True)
class Place:
    """Where and as whom; ``make_client`` gets a base URL. ``bound_to`` is the environment the keys belong to, or ""."""

    environment: Environment
    credentials: Credentials
    bound_to: str
    make_client: Callable[[str, Credentials], Client]


class SimulatedWorld:
    """A simulator in this process with its customer, and a receiver of what it notifies."""

    def __init__(self, simulator: Simulator, listener: Listener | None) -> None:
        self._simulator, self._listener = simulator, listener
        self._answers: tuple[str, ...] = ()
        self.base_url = simulator.base_url
        if listener is not None:
            listener.on_message = self._on_message
            simulator.notify_url, simulator.time_lapse = listener.url, HASTE

    def act(self, customer: str, out_trade_no: str, pay_params: Mapping[str, str]) -> Text | None:
        """Pay, cancel or let expire; None or why that could not be done."""
        if customer == "expires":
            return None if self._simulator.expire(out_trade_no) else _NO_ORDER.fill(number=out_trade_no)
        sheet = self._simulator.request_payment(pay_params)
        if not hasattr(sheet, "prepay_id"):
            return _REFUSED.fill(message=sheet.err_msg)
        ended = (self._simulator.pay if customer == "pays" else self._simulator.cancel)(sheet.prepay_id)
        return None if ended.ok or customer == "cancels" else _REFUSED.fill(message=ended.err_msg)

    def answer_with(self, spec: str) -> None:
        """Answer the next request so; ValueError for what there is not."""
        from qfpay_gui.services.simulator.outcomes import parse_outcome  # noqa: PLC0415 - a server's room

        self._simulator.outcome = parse_outcome(spec or "normal")

    def receive_with(self, answers: tuple[str, ...]) -> None:
        """Answer notifications so from now on, the last for all that follow."""
        self._answers = answers
        self._next()

    def told(self, out_trade_no: str) -> tuple[Told, ...]:
        """The notifications about this payment or refund so far, in their order."""
        came = self._listener.received() if self._listener else ()
        return tuple(one for one in reversed(came) if _number(one) == out_trade_no)

    def is_delivered(self, out_trade_no: str) -> bool:
        """Whether its notification was answered with success, or will not come again."""
        found = [one for one in self._simulator.deliveries() if one.out_trade_no == out_trade_no]
        return bool(found) and all(one.state != "waiting" for one in found)

    def _on_message(self, received: Received) -> None:
        """The next attempt is answered with what comes next."""
        if received.answered is Acknowledged.PENDING:
            self._next()

    def _next(self) -> None:
        if self._answers and self._listener is not None:
            self._listener.mode = AnswerMode(self._answers[0])
            self._answers = self._answers[1:] or self._answers


@contextmanager
def staged(
    suite: Suite, place: Place, journal: Journal, stop: Stop, seen: Callable[[Answer], object] | None = None
) -> Iterator[Ground]:
    """The ground to run on; ``seen`` gets each answer. ValueError where the simulator cannot know such a merchant."""
    with ExitStack() as stack:
        environment, world = place.environment, None
        if environment.kind is EnvironmentKind.SIMULATOR:
            world = stack.enter_context(_simulated(place.credentials, suite))
            environment = replace(environment, base_url=world.base_url)
        client = place.make_client(environment.base_url, place.credentials)
        apart = 0.0 if is_loopback(host_name(environment.base_url)) else APART
        clock = SystemClock()

        def exchange(request: PreparedRequest) -> Answer:
            done = client.send(request, cancel=stop.next_send())
            return read_answer(done, place.credentials.client_key, clock.now())

        def send(request: PreparedRequest) -> Answer:
            stop.wait(apart)
            if journal.has_used(request):
                raise HeldBackError(_USED.fill(number=request.new_number, host=environment.host))
            answer = journal.kept(request, lambda: exchange(request))
            if seen is not None:
                seen(answer)
            return answer

        yield Ground(environment, place.credentials, place.bound_to, send, clock, stop.wait, world)


@contextmanager
def _simulated(ours: Credentials, suite: Suite) -> Iterator[SimulatedWorld]:
    """A running simulator that knows this merchant; with a receiver where the suite has to do with notifications."""
    from qfpay_gui.services.simulator.server import Simulator  # noqa: PLC0415 - a server, for this case alone

    with ExitStack() as stack:
        simulator = Simulator(app_code=ours.app_code or "-", client_key=ours.client_key, mchid=ours.mchid)
        stack.enter_context(simulator)
        listener = None
        if any(step.receiver or step.notification for step in suite.steps):
            from qfpay_gui.services.notifications.listener import Listener  # noqa: PLC0415 - as above

            listener = stack.enter_context(Listener())
        yield SimulatedWorld(simulator, listener)


def _number(received: Received) -> str:
    try:
        return str(json.loads(received.body).get("out_trade_no", ""))
    except (ValueError, AttributeError):
        return ""
