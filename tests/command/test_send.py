from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.services.database.entry import Ending, HistoryFilter
from qfpay_gui.services.database.history import History
from qfpay_gui.services.simulator.server import Simulator
from qfpay_gui.services.simulator.wechat.wallet import Customer
from tests.models.case.case_samples import APP_CODE, KEY, curl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.command.conftest import Ended


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEA_KEY", KEY)


@pytest.fixture
def server() -> Iterator[Simulator]:
    """A QFPay at an address of the user's own."""
    with Simulator(app_code=APP_CODE, client_key=KEY) as running:
        running.customer = Customer("pays", 0.0)
        yield running


def _tea(server: Simulator) -> tuple[str, ...]:
    return ("--environment", server.base_url, "--key-env", "TEA_KEY", "--app-code", APP_CODE)


def test_without_options_the_simulator_is_paid_at_and_its_snippet_printed(
    command: Callable[..., Ended], home: Path
) -> None:
    """One command, no account, no network."""
    ended = command("send", "-p", "txamt=1250")
    assert (ended.code, ended.err) == (0, "")
    assert "Sent       Send HK$12.50 to Simulator" in ended.out
    assert "Verdict    Simulated: Order created" in ended.out
    assert "wx.requestPayment({" in ended.out
    assert not home.exists(), "of a simulator that is gone nothing is kept"


def test_a_refusal_is_something_found(command: Callable[..., Ended]) -> None:
    """Chosen in the simulator, and said to be simulated."""
    ended = command("send", "--outcome", "respcd:1108", "--json")
    said = json.loads(ended.out)
    assert ended.code == 1
    assert (said["answer"]["respcd"], said["simulated"], said["snippet"]) == ("1108", True, "")


def test_the_simulator_knows_the_merchant_that_signs(command: Callable[..., Ended]) -> None:
    """Any key may be tried with it."""
    assert command("send", "--key-env", "TEA_KEY", "--app-code", APP_CODE).code == 0


def test_what_is_sent_is_written_down_once_and_its_number_is_used(
    command: Callable[..., Ended], server: Simulator, home: Path
) -> None:
    """History, orders and numbers are the window's."""
    first = command("send", *_tea(server), "-p", "out_trade_no=SHELL1")
    again = command("send", *_tea(server), "-p", "out_trade_no=SHELL1")
    assert (first.code, again.code, again.out) == (0, 3, "")
    assert "SHELL1 was sent" in again.err
    history = History(home / "history.sqlite3")
    rows = history.search(HistoryFilter()) or ()
    assert [row.ending for row in rows] == [Ending.SUCCESS]
    assert [order.out_trade_no for order in history.orders.known()] == ["SHELL1"]
    history.close()
    written = b"".join(path.read_bytes() for path in home.iterdir())
    assert KEY.encode() not in written


def test_a_used_number_is_sent_again_where_that_is_agreed_to(command: Callable[..., Ended], server: Simulator) -> None:
    """It is the server that refuses it then."""
    command("send", *_tea(server), "-p", "out_trade_no=SHELL1")
    ended = command("send", *_tea(server), "-p", "out_trade_no=SHELL1", "--again", "--json")
    assert json.loads(ended.out)["answer"]["respcd"] not in {"", "0000"}
    assert ended.code == 1


def test_a_query_asks_about_the_order_that_was_made(command: Callable[..., Ended], server: Simulator) -> None:
    """A call that makes no order needs no new number."""
    command("send", *_tea(server), "-p", "out_trade_no=SHELL2")
    ended = command("send", *_tea(server), "--endpoint", "query", "-p", "out_trade_no=SHELL2", "--json")
    assert json.loads(ended.out)["answer"]["respcd"] == "0000"


def test_more_than_is_left_of_an_order_is_not_refunded(command: Callable[..., Ended], server: Simulator) -> None:
    """What the window asks about is not done unasked."""
    command("send", *_tea(server), "-p", "out_trade_no=SHELL3", "-p", "txamt=300")
    history_says = command("send", *_tea(server), "--endpoint", "query", "-p", "out_trade_no=SHELL3", "--json")
    syssn = json.loads(json.loads(history_says.out)["answer"]["reply"])["data"][0]["syssn"]
    refund = ("--endpoint", "refund", "-p", f"syssn={syssn}", "-p", "out_trade_no=R1", "-p", "txcurrcd=HKD")
    ended = command("send", *_tea(server), *refund, "-p", "txamt=301")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("Not sent. ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--environment", "production-hk"), "production"),
        (("--environment", "https://OPENAPI-hk.qfapi.com/"), "production"),
        (("--environment", "live-hk"), "“Send HK$3.00 – real money” on test-openapi-hk.qfapi.com"),
        (("--environment", "https://test-openapi-hk.qfapi.com", "--endpoint", "refund"), "--real-money"),
        (("--environment", "nowhere"), "no environment “nowhere”"),
        (("--environment", "http://192.0.2.1"), "http"),
        (("--environment", "live-hk", "--outcome", "drop"), "--outcome"),
        (("--outcome", "nonsense"), "nonsense"),
    ],
)
def test_what_a_person_must_decide_is_not_sent(
    command: Callable[..., Ended], home: Path, arguments: tuple[str, ...], words: str
) -> None:
    """Refused here, before any connection."""
    ended = command("send", *arguments)
    assert (ended.code, ended.out) == (3, "")
    assert words in ended.err
    assert not (home / "settings.json").exists(), "nothing left, so no number was used"


def test_a_request_that_was_read_is_sent_as_it_is(command: Callable[..., Ended], server: Simulator) -> None:
    """Its own number and values, rightly signed."""
    ended = command("send", "-", *_tea(server), "--json", stdin=curl("0" * 32))
    said = json.loads(ended.out)
    assert "SO20261123000412" in {value for _name, value in said["request"]["parameters"]}
    assert said["answer"]["respcd"] == "0000"
