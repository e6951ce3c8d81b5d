from __future__ import annotations

import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from qfpay_gui.qfpay.orders.order import Ending, OrderState
from qfpay_gui.services.database.history import History
from tests.models.orders.order_bank import OrdersDesk
from tests.services.database.order_entries import payment, query, row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.qfpay.orders.order import Order
    from qfpay_gui.services.database.entry import HistoryEntry

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json, sys
from PySide6.QtCore import QCoreApplication
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.outside import Outside
from qfpay_gui.models.workbench import Workbench
from qfpay_gui.services.client import QFPayClient
from qfpay_gui.services.clock import SystemClock
from qfpay_gui.services.keychain.secret_store import SessionStore
from qfpay_gui.services.settings import settings_folder

base_url, endpoint, values = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
application = QCoreApplication([])
bench = Workbench(Outside(
    clock=SystemClock(),
    runner=TaskRunner(2),
    keychain_runner=TaskRunner(1),
    store=SessionStore(),
    make_client=lambda url, credentials, ca_file: QFPayClient(url, credentials, ca_file=ca_file),
    settings_path=settings_folder() / "settings.json",
))
bench.choose_environment(bench.place.addresses.at(base_url).id)
bench.draft.fill(endpoint, values)
assert bench.send(bench.review())
sys.exit(application.exec())
"""


class DeafServer:
    """Takes a whole request and never answers."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._connections: list[socket.socket] = []
        self.heard = threading.Event()
        self.request = b""
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def base_url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        """Stop listening."""
        self._listener.close()
        for connection in self._connections:
            connection.close()
        self._thread.join(5)

    def _listen(self) -> None:
        try:
            connection, _ = self._listener.accept()
        except OSError:
            return
        self._connections.append(connection)
        while b"\r\n\r\n" not in self.request or self.request.endswith(b"\r\n\r\n"):
            received = connection.recv(65536)
            if not received:
                return
            self.request += received
        self.heard.set()


@pytest.fixture
def server() -> Iterator[DeafServer]:
    """Listens until the test ends."""
    deaf = DeafServer()
    yield deaf
    deaf.close()


@pytest.fixture
def home(settings_home: Path) -> Path:
    """The folder of the program that is killed, with its history's file in it."""
    return settings_home / "history.sqlite3"


def remember(home: Path, server: DeafServer, *entries: HistoryEntry) -> None:
    """Exchanges of an earlier start."""
    history = History(home)
    for one in entries:
        history.begin(one)
    assert [order.base_url for order in history.orders.known()] == [server.base_url]
    history.close()


def killed(server: DeafServer, endpoint: str, values: str) -> None:
    """Start the program, let it send this, and kill it while it waits for the answer."""
    command = [sys.executable, "-c", PROGRAM, server.base_url, endpoint, values]
    program = subprocess.Popen(command, cwd=ROOT)  # noqa: S603 - this interpreter, which inherits the test's own home
    try:
        assert server.heard.wait(40)
        assert program.poll() is None
    finally:
        program.kill()
        program.wait(10)


def next_start(qtbot: QtBot, home: Path) -> tuple[Order, ...]:
    """The table of orders as the next start shows it."""
    desk = OrdersDesk(qtbot, home)
    desk.orders.start()
    desk.settle()
    orders = desk.orders.orders
    desk.close()
    return orders


def paid(server: DeafServer) -> tuple[HistoryEntry, ...]:
    """A payment that was made and queried, before."""
    place = (f"custom:{server.base_url}", "custom", server.base_url)
    plain: dict[str, Any] = {"place": place, "app_code": ""}
    return payment("N1", Ending.SUCCESS, **plain), query(row("N1"), **plain)


def test_killed_while_paying_the_order_is_unknown(qtbot: QtBot, server: DeafServer, home: Path) -> None:
    """It is in the table with its number, to be queried; nothing says that there is no such order."""
    killed(server, "payment", '{"out_trade_no": "KILLED-1", "txamt": "300"}')
    (order,) = next_start(qtbot, home)
    assert (order.out_trade_no, order.state, order.needs_attention) == ("KILLED-1", OrderState.UNKNOWN, True)
    assert (order.base_url, order.txamt) == (server.base_url, "300")
    assert b"out_trade_no=KILLED-1" in server.request


def test_killed_while_refunding_the_refund_is_pending(qtbot: QtBot, server: DeafServer, home: Path) -> None:
    """Its amount is not offered for another refund until a query settles it."""
    remember(home, server, *paid(server))
    killed(server, "refund", '{"syssn": "SN1", "out_trade_no": "REFUND-1", "txamt": "100"}')
    (order,) = next_start(qtbot, home)
    assert (order.state, order.refunded, order.pending, order.left) == (OrderState.PAID, 0, 100, 200)
    assert order.pending_numbers == ("REFUND-1",)


@pytest.mark.parametrize("endpoint", ["close", "reversal"])
def test_killed_while_closing_an_open_order_it_is_unknown(
    qtbot: QtBot, server: DeafServer, home: Path, endpoint: str
) -> None:
    """Whether it can still be paid, only a query can tell."""
    remember(home, server, paid(server)[0])
    killed(server, endpoint, '{"syssn": "SN1", "out_trade_no": "", "txamt": "300"}')
    (order,) = next_start(qtbot, home)
    assert order.state is OrderState.UNKNOWN


def test_killed_while_querying_nothing_changes(qtbot: QtBot, server: DeafServer, home: Path) -> None:
    """A query changes nothing, answered or not."""
    remember(home, server, *paid(server))
    before = next_start(qtbot, home)
    killed(server, "query", '{"out_trade_no": "N1", "syssn": ""}')
    assert next_start(qtbot, home) == before
