"""The simulator as a thing to start and stop: a listening socket, credentials, and a chosen outcome."""

from __future__ import annotations

import errno
import threading
import time
from typing import TYPE_CHECKING, Self

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator.answers import HttpAnswer, explained
from qfpay_gui.services.simulator.api import PAYMENT, QUERY, Api
from qfpay_gui.services.simulator.exchange import Server, Wiring
from qfpay_gui.services.simulator.orders import OrderBook
from qfpay_gui.services.simulator.outcomes import Outcome, parse_outcome
from qfpay_gui.services.simulator.shaping import respond

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from qfpay_gui.services.simulator.wire import Request

HOST = "127.0.0.1"
OUTCOME_HEADER = "x-simulator-outcome"
DEMO = Credentials(app_code="DE30DE30DE30DE30DE30DE300000C0DE", client_key="DE30DE30DE30DE30DE30DE305EC12E70")
_WELCOME = f"""QFPay simulator

A part of QFPay Tester: no account, no network, no money.
POST {PAYMENT}   WeChat Mini Program payment (800213)
POST or GET {QUERY}   orders by syssn or out_trade_no

The request header X-Simulator-Outcome chooses the answer to one request, such as
respcd:1108, delay:5, drop, html:502 or status:429.
"""


class Simulator:
    """A QFPay on loopback, as a context manager or with ``start`` and ``stop``.

    ``port`` 0 takes any free port. ``outcome`` may be set at any time from any thread; it
    shapes the answers to payments, so that a query afterwards still tells the truth. The
    request header ``X-Simulator-Outcome`` shapes the answer to that one request, whatever it
    is. ``clock`` gives seconds since 1970; ``patience`` is how many seconds a client may take
    to send its request. Raises ValueError for an impossible port or empty credentials.
    """

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
        if not 0 <= port <= 65535:
            raise ValueError("A port is a number from 0 to 65535; 0 takes any free one.")
        if not app_code or not client_key:
            raise ValueError("The simulator needs an app_code and a client_key.")
        self._port, self._patience = port, patience
        self._credentials = Credentials(app_code, client_key, mchid)
        self._api = Api(self._credentials, OrderBook(clock))
        self._server: Server | None = None
        self._thread = threading.Thread()
        self.outcome = Outcome.normal

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def credentials(self) -> Credentials:
        """What a request must be signed with here."""
        return self._credentials

    @property
    def base_url(self) -> str:
        """Where it listens, or "" while it does not run."""
        server = self._server
        return f"http://{HOST}:{server.server_address[1]}" if server else ""

    def start(self) -> None:
        """Listen; returns when requests are taken. Raises OSError with a sentence for people."""
        if self._server:
            return
        wiring = Wiring(self._respond, self._patience, threading.Event())
        try:
            self._server = Server((HOST, self._port), wiring)
        except OSError as error:
            raise OSError(error.errno, _not_listening(error, self._port)) from error
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True, name="simulator")
        self._thread.start()

    def stop(self) -> None:
        """Listen no more and drop answers that are still waited for; harmless when it does not run."""
        server, self._server = self._server, None
        if server:
            server.wiring.stopping.set()
            server.shutdown()
            server.server_close()
            self._thread.join(5)

    def _respond(self, request: Request) -> HttpAnswer:
        """The answer to any request."""
        if request.path == "/":
            return HttpAnswer(200, "text/plain; charset=UTF-8", _WELCOME.encode())
        if request.path not in {PAYMENT, QUERY}:
            return explained(404, f"The simulator has {PAYMENT} and {QUERY}, and nothing at {request.path[:200]}.")
        try:
            outcome = self._outcome_for(request)
        except ValueError as error:
            return explained(400, f"X-Simulator-Outcome: {error}")
        return respond(self._api, request, outcome)

    def _outcome_for(self, request: Request) -> Outcome:
        """What was chosen for this request; raises ValueError where its header cannot be read."""
        spec = request.header(OUTCOME_HEADER)
        if spec is not None:
            return parse_outcome(spec)
        return self.outcome if request.path == PAYMENT else Outcome.normal


def _not_listening(error: OSError, port: int) -> str:
    """Why the port cannot be had."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program: choose another one, or 0 for any free port."
    return f"The simulator cannot listen on port {port}: {error.strerror}."
