"""A running simulator whose door is watched, and programs that knock at it."""

from __future__ import annotations

import hashlib
import http.client
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import pytest

from qfpay_gui.models.profiles.profiles_model import ProfilesModel
from qfpay_gui.models.simulator_model import SimulatorModel
from qfpay_gui.models.tasks import TaskRunner
from qfpay_gui.models.watch.watch_model import WatchModel
from qfpay_gui.services.keychain.secret_store import SessionStore
from qfpay_gui.services.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from qfpay_gui.models.watch.seen import Seen
    from qfpay_gui.qfpay.credentials import Credentials

PAIRS = (
    ("txamt", "300"),
    ("txcurrcd", "HKD"),
    ("pay_type", "800213"),
    ("out_trade_no", "W1"),
    ("txdtm", "2026-03-01 12:05:06"),
    ("sub_openid", "oS80_5dxekECAOlVBeQFk34q123s"),
    ("goods_name", "珍珠奶茶"),
)


class Door:
    """A running simulator whose door is watched, and programs that knock at it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.runner = TaskRunner(2)
        self.simulator = SimulatorModel(self.runner)
        self.keychain, self.store = TaskRunner(1), SessionStore()
        self.profiles = ProfilesModel(self.keychain, self.store)
        self.watch = WatchModel(self.runner, self.simulator, self.profiles, Settings)
        self.arrived: list[int] = []
        self.named: list[int] = []
        self.watch.arrived.connect(lambda seen: self.arrived.append(seen.id))
        self.watch.named.connect(lambda seen: self.named.append(seen.id))
        with qtbot.waitSignal(self.simulator.changed):
            self.simulator.start()

    @property
    def ours(self) -> Credentials:
        """What the simulator verifies with."""
        return self.simulator.profile.credentials

    def sign(self, pairs: tuple[tuple[str, str], ...] = PAIRS, before_key: str = "") -> str:
        """The signature of these, by hashlib alone."""
        string = "&".join(f"{name}={value}" for name, value in sorted(pairs)) + before_key + self.ours.client_key
        return hashlib.md5(string.encode(), usedforsecurity=False).hexdigest()

    def knock(
        self,
        signature: str,
        body: str = urlencode(PAIRS),
        path: str = "/trade/v1/payment",
        at: str = "",
        **headers: str,
    ) -> None:
        """Send a request ``at`` this address, by default the simulator's, as a program does, and wait for it."""
        ended = threading.Event()
        sent = {"X-QF-APPCODE": self.ours.app_code, "X-QF-SIGN": signature, "User-Agent": "axios/1.7.2"} | headers

        def post() -> None:
            address = urlsplit(at or self.simulator.base_url)
            connection = http.client.HTTPConnection(str(address.hostname), address.port, timeout=10)
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", path, body, form | {name.replace("_", "-"): one for name, one in sent.items()})
            connection.getresponse().read()
            connection.close()
            ended.set()

        threading.Thread(target=post, daemon=True).start()
        self.until(ended.is_set)

    def until(self, condition: Callable[[], bool]) -> None:
        """Until this holds."""
        self.qtbot.waitUntil(condition, timeout=20_000)

    def look(self, count: int = 1) -> Seen:
        """The newest, once so many were examined."""
        self.until(lambda: len(self.named) == count)
        return self.watch.seen[0]


@pytest.fixture
def door(qtbot: QtBot) -> Iterator[Door]:
    """A simulator that listens."""
    made = Door(qtbot)
    yield made
    made.watch.close()
    made.simulator.stop()
    assert made.runner.close(20_000)
    assert made.keychain.close(20_000)
