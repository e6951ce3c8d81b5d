"""A day's work opens no connection but to the host that was chosen, asks for no name, and starts no program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.services.http.misbehaving import Misbehaving, reply

pytestmark = pytest.mark.timeout(180)

_HEARD = (
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.getnameinfo"),
    *("socket.gethostbyname", "socket.gethostbyaddr", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"),
    *("os.fork", "os.forkpty", "os.startfile", "webbrowser.open", "urllib.Request"),
)
"""What the interpreter tells of whoever reaches beyond this process (its audit events)."""
_HEAR = f"""
import json, sys
heard = []
def hear(event, arguments):
    if event in {_HEARD}:
        heard.append([event, [one for one in arguments if not hasattr(one, "fileno")]])
sys.addaudithook(hear)
"""
_DAY = """
from qfpay_gui.app import leave, main
code = main(["--self-test"])
print(json.dumps(heard, default=str))
leave(code)
"""
_SEND = """
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.environments import custom
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.qfpay.request.draft import example_draft
from qfpay_gui.qfpay.request.prepared import prepare
from qfpay_gui.services.client import QFPayClient
credentials, base_url = Credentials("APP", "KEY"), sys.argv[1]
exchange = QFPayClient(base_url, credentials).send(prepare(example_draft(), credentials, custom(base_url)))
assert isinstance(exchange.outcome, HttpReply), exchange.outcome
print(json.dumps(heard, default=str))
"""


def _heard(script: str, *arguments: str) -> list[tuple[str, list[Any]]]:
    """What is heard of a program that runs this, where a proxy is set that nobody may use."""
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy"), "http://192.0.2.1:9")
    ended = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", _HEAR + script, *arguments],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, **proxies, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=170,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return [(event, arguments) for event, arguments in json.loads(ended.stdout.splitlines()[-1])]


def _places(heard: list[tuple[str, list[Any]]], event: str) -> set[tuple[str, int]]:
    return {(arguments[0][0], arguments[0][1]) for one, arguments in heard if one == event}


def test_a_day_at_the_simulator_stays_on_this_machine() -> None:
    """Payment, sheet, notification, query, refund, a merchant's paste: ports of its own, on loopback."""
    heard = _heard(_DAY)
    assert {event for event, _arguments in heard} <= {"socket.connect", "socket.bind", "socket.getaddrinfo"}
    assert {arguments[0] for event, arguments in heard if event == "socket.getaddrinfo"} <= {"127.0.0.1"}
    assert {host for host, _port in _places(heard, "socket.connect")} == {"127.0.0.1"}
    assert {host for host, _port in _places(heard, "socket.bind")} <= {"127.0.0.1", "::1"}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_request_reaches_the_chosen_host_alone(host: str) -> None:
    """One connection, there; no other name is looked up on the way."""
    with Misbehaving(reply()) as server:
        heard = _heard(_SEND, f"http://{host}:{server.port}")
    assert {port for _host, port in _places(heard, "socket.connect")} == {server.port}
    assert {arguments[0] for event, arguments in heard if event == "socket.getaddrinfo"} <= {host}
    assert {event for event, _arguments in heard} <= {"socket.connect", "socket.bind", "socket.getaddrinfo"}
