"""The simulator on its own: serves until it is interrupted.

``python -m qfpay_gui.services.simulator``; the first line of stdout is one JSON object with
``base_url``, ``app_code``, ``client_key``, ``mchid`` and ``control_token``. Unless told otherwise, the customer pays
every order after two seconds.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING

from qfpay_gui.services.simulator.demo import DEMO
from qfpay_gui.services.simulator.outcomes import OUTCOMES, Outcome, parse_outcome
from qfpay_gui.services.simulator.server import Simulator
from qfpay_gui.services.simulator.trade.rates import WALLETS
from qfpay_gui.services.simulator.wechat.wallet import HABITS, Customer

if TYPE_CHECKING:
    from collections.abc import Sequence


_ENVIRONMENT = "QFPAY_SIMULATOR_"
_EPILOG = """\
Outcomes: {known}. The request header X-Simulator-Outcome chooses one for a single request.
A command line is seen by everybody on the machine (ps, /proc), an environment only by yourself: give a real key as
{environment}CLIENT_KEY. {environment}APP_CODE, {environment}MCHID and {environment}CONTROL_TOKEN are read as well; an
option counts more. What is below /simulator/v1/ wants the header X-Simulator-Token: control_token of the first line.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until SIGINT or SIGTERM: 0; 2 where it cannot listen."""
    chosen = _parser().parse_args(arguments)
    interrupted = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: interrupted.set())
    try:
        simulator = Simulator(
            port=chosen.port,
            app_code=chosen.app_code,
            client_key=chosen.client_key,
            mchid=chosen.mchid,
        )
        simulator.outcome = chosen.outcome
        simulator.customer = Customer(chosen.customer, chosen.customer_after)
        simulator.notify_url, simulator.time_lapse = chosen.notify_url, chosen.time_lapse
        simulator.wallet_currency = chosen.wallet
        simulator.names = frozenset(name.lower() for name in chosen.host)
        simulator.start()
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{getattr(error, 'strerror', None) or error}\n")
        return 2
    with simulator:
        _announce(simulator)
        while not interrupted.wait(0.5):  # a wait without end could not be interrupted on Windows
            pass
    return 0


def _announce(simulator: Simulator) -> None:
    """The promised first line."""
    credentials = simulator.credentials
    line = {
        "base_url": simulator.base_url,
        "app_code": credentials.app_code,
        "client_key": credentials.client_key,
        "mchid": credentials.mchid,
        "control_token": simulator.control_token,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def _parser() -> argparse.ArgumentParser:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m qfpay_gui.services.simulator",
        description="A simulated QFPay on 127.0.0.1, until interrupted.",
        epilog=_EPILOG.format(known=", ".join(spec for spec, _ in OUTCOMES), environment=_ENVIRONMENT),
    )
    parser.add_argument("--port", type=int, default=0, help="0, the default, takes any free port")
    _add_merchant(parser)
    parser.add_argument("--outcome", type=_outcome, default=Outcome.normal, metavar="SPEC", help="see below")
    _add_surroundings(parser)
    return parser


def _add_merchant(parser: argparse.ArgumentParser) -> None:
    """The options of the merchant; the help names no value of the environment."""
    add = parser.add_argument
    add("--app-code", default=_from_environment("APP_CODE") or DEMO.app_code, help="the app_code it knows")
    add(
        "--client-key",
        default=_from_environment("CLIENT_KEY") or DEMO.client_key,
        help=f"the key it verifies with; a real one rather as {_ENVIRONMENT}CLIENT_KEY, see below",
    )
    add("--mchid", default=_from_environment("MCHID"), help="the mchid it demands; none by default")


def _from_environment(name: str) -> str:
    """What is set there, or ""."""
    return os.environ.get(f"{_ENVIRONMENT}{name}", "")


def _add_surroundings(parser: argparse.ArgumentParser) -> None:
    """The options of what is around: names, the customer, the notifications."""
    add = parser.add_argument
    add(
        "--host",
        action="append",
        default=[],
        metavar="NAME",
        help="a further name it answers to, such as one that leads here by the hosts file; may be given again",
    )
    add("--customer", choices=HABITS, default="pays", help="what becomes of new orders")
    add("--customer-after", type=_seconds, default=2.0, metavar="SECONDS", help="2 by default")
    add("--wallet", choices=WALLETS, default="", help="CNY: the customer pays in yuan, at made-up rates")
    add("--notify-url", default="", metavar="URL", help="on this machine, for payments without their own")
    add("--time-lapse", type=float, default=1.0, metavar="N", help="60: a minute between attempts passes in a second")


def _seconds(written: str) -> float:
    """Seconds from 0 on, with the complaint in a form that argparse prints."""
    try:
        seconds = float(written)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= threading.TIMEOUT_MAX:
        raise argparse.ArgumentTypeError("seconds are a number from 0 on, like 2 or 0.5")
    return seconds


def _outcome(spec: str) -> Outcome:
    """The outcome, with its complaint in a form that argparse prints."""
    try:
        return parse_outcome(spec)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


if __name__ == "__main__":
    raise SystemExit(main())
