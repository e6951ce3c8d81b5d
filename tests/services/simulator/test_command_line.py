"""The simulator as a program of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.services.simulator import DEMO, Simulator
from tests.services.simulator.conftest import PAYMENT, Merchant
from tests.services.simulator.party import SUCCESS, Receiver, http, in_turn

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
COMMAND = [sys.executable, "-m", "qfpay_gui.services.simulator"]


@contextmanager
def _running(*arguments: str, **variables: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str]]]:
    """The program and its first line."""
    with subprocess.Popen(  # noqa: S603 - the program under test
        [*COMMAND, *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield process, json.loads(process.stdout.readline())
        finally:
            process.kill()


def _ended(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program after it ended by itself."""
    return subprocess.run(  # noqa: S603 - the program under test
        [*COMMAND, *arguments], cwd=ROOT, capture_output=True, text=True, check=False, timeout=30
    )


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_until_it_is_interrupted(number: signal.Signals) -> None:
    """The first line is JSON, requests are served, and a signal ends it with 0 and not another word."""
    with _running() as (process, first):
        assert set(first) == {"base_url", "app_code", "client_key", "mchid", "control_token"}
        assert (first["app_code"], first["client_key"]) == (DEMO.app_code, DEMO.client_key)
        assert Merchant(first["base_url"], DEMO).send().respcd == "0000"
        process.send_signal(number)
        rest, errors = process.communicate(timeout=10)
    assert (process.returncode, rest, errors) == (0, "", "")


def test_it_serves_chosen_credentials_and_outcome() -> None:
    """Options name the merchant, and the outcome shapes every payment."""
    with _running("--app-code", "A", "--client-key", "K", "--mchid", "M", "--outcome", "respcd:1241") as (_, first):
        assert (first["app_code"], first["client_key"], first["mchid"]) == ("A", "K", "M")
        merchant = Merchant(first["base_url"], Credentials("A", "K", "M"))
        assert merchant.send().respcd == "1241"
        normal = merchant.send({**PAYMENT, "mchid": "M"}, headers={"X-Simulator-Outcome": "normal"})
        assert normal.respcd == "0000"


MERCHANT = {
    "QFPAY_SIMULATOR_APP_CODE": "A",
    "QFPAY_SIMULATOR_CLIENT_KEY": "a-real-key",
    "QFPAY_SIMULATOR_MCHID": "M",
    "QFPAY_SIMULATOR_CONTROL_TOKEN": "T",
}


def test_the_environment_names_the_merchant_where_nobody_looks() -> None:
    """So that a real key stands on no command line; what was chosen there counts more, and empty counts for nothing."""
    with _running("--mchid", "N", **MERCHANT) as (process, first):
        told = (first["app_code"], first["client_key"], first["mchid"], first["control_token"])
        assert told == ("A", "a-real-key", "N", "T")
        assert (
            Merchant(first["base_url"], Credentials("A", "a-real-key")).send({**PAYMENT, "mchid": "N"}).respcd == "0000"
        )
        seen = Path("/proc") / str(process.pid) / "cmdline"
        assert not seen.exists() or b"a-real-key" not in seen.read_bytes()
    with _running(**dict.fromkeys(MERCHANT, "")) as (_, first):
        assert (first["app_code"], first["client_key"], first["mchid"]) == (DEMO.app_code, DEMO.client_key, "")
        assert first["control_token"]


def test_it_answers_to_a_name_that_it_is_given() -> None:
    """So that a program whose address is fixed reaches it by the hosts file."""
    with _running("--host", "Pay.Example", "--host", "shop.example") as (_, first):
        merchant = Merchant(first["base_url"], DEMO)
        found = [
            merchant.send(headers={"Host": host}).status for host in ("pay.example:80", "shop.example", "x.example")
        ]
    assert found == [200, 200, 403]


def test_its_help_tells_how_to_keep_a_key_and_none_that_is_kept() -> None:
    """The name of the variable, and not what it holds."""
    told = subprocess.run(  # noqa: S603 - the program under test
        [*COMMAND, "--help"],
        cwd=ROOT,
        env={**os.environ, **MERCHANT},
        capture_output=True,
        text=True,
        check=True,
        timeout=30,
    ).stdout
    assert all(name in told.replace("\n", " ") for name in (*MERCHANT, "X-Simulator-Token"))
    assert "a-real-key" not in told


def _told_to_receiver(*arguments: str) -> list[bytes]:
    """What a receiver is told of an order and its customer, until the second message or the end of patience."""
    with Receiver(in_turn(http("503 Busy"), SUCCESS)) as receiver:
        options = ("--notify-url", receiver.url, "--time-lapse", "1000000", *arguments)
        with _running(*options) as (_, first):
            assert Merchant(first["base_url"], DEMO).send().respcd == "0000"
            return [receiver.next(), receiver.next()]


def test_the_customer_pays_and_the_merchant_is_notified() -> None:
    """Without being asked, after the seconds given, in the currency given; the notification is retried in time."""
    first, again = _told_to_receiver("--customer-after", "0", "--wallet", "CNY")
    assert first == again
    assert b'"cash_fee_type": "CNY"' in first


def test_another_customer_leaves_the_order_open() -> None:
    """One who closes the sheet, and one who waits for somebody else."""
    for habit in ("cancels", "waits"):
        with _running("--customer", habit, "--customer-after", "0") as (_, first):
            merchant = Merchant(first["base_url"], DEMO)
            merchant.send()
            rows = merchant.send({"out_trade_no": PAYMENT["out_trade_no"]}, path="/trade/v1/query").fields["data"]
            assert [row["respcd"] for row in rows] == ["1143"]
            token = {"X-Simulator-Token": first["control_token"]}
            assert merchant.raw("POST", "/simulator/v1/pay", b"out_trade_no=QA202603010001", token).status == 200


def test_a_taken_port_is_one_line_and_2() -> None:
    """Where it cannot listen it says so in one line."""
    with Simulator() as simulator:
        port = simulator.base_url.rpartition(":")[2]
        ended = _ended("--port", port)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == f"Port {port} is taken by another program: choose another one, or 0 for any free port.\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--outcome", "explode"], "There is no outcome 'explode'"),
        (["--port", "70000"], "0 to 65535"),
        (["--customer", "steals"], "'pays', 'waits', 'cancels'"),
        (["--customer-after", "-1"], "from 0 on"),
        (["--customer-after", "soon"], "from 0 on"),
        (["--time-lapse", "0"], "above 0"),
        (["--wallet", "GBP"], "CNY"),
    ],
)
def test_wrong_options_are_explained(arguments: list[str], told: str) -> None:
    """An option that cannot be is explained on stderr, with exit code 2."""
    ended = _ended(*arguments)
    assert (ended.returncode, told in ended.stderr, "Traceback" in ended.stderr) == (2, True, False)


def test_it_shares_no_signing_code_with_the_client() -> None:
    """Loading the simulator loads nothing of the side that signs, so that no fault can hide on both."""
    listing = "import sys, qfpay_gui.services.simulator; print(*(n for n in sys.modules if n.startswith('qfpay_gui.')))"
    ended = subprocess.run(  # noqa: S603 - a fixed script
        [sys.executable, "-c", listing], cwd=ROOT, capture_output=True, text=True, check=True, timeout=30
    )
    shared = {name for name in ended.stdout.split() if not name.startswith("qfpay_gui.services")}
    assert shared == {"qfpay_gui.resources", "qfpay_gui.qfpay", "qfpay_gui.qfpay.credentials", "qfpay_gui.qfpay.text"}
