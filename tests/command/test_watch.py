from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from qfpay_gui.command.signer import Signer
from qfpay_gui.command.watch import _whose
from qfpay_gui.qfpay.credentials import Credentials
from qfpay_gui.qfpay.reply.exchange import HttpReply
from qfpay_gui.services.simulator.answers import HttpAnswer
from qfpay_gui.services.simulator.overheard import HandedOn, Overheard
from qfpay_gui.services.simulator.wire import Request
from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, WITH_KEY_EQUALS
from tests.services.http.misbehaving import Misbehaving, reply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.command.conftest import Ended

PERSON = (("extend_info", '{"user_creid":"440101199001011234"}'),)


@contextmanager
def _watching(folder: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The base_url, and the process that serves there."""
    environment = {"PATH": os.environ["PATH"], "TEA_KEY": KEY, "QFPAY_TESTER_HOME": str(folder)}
    key = () if "--no-key" in arguments else ("--key-env", "TEA_KEY", "--app-code", APP_CODE)
    others = [one for one in arguments if one != "--no-key"]
    command = [sys.executable, "-m", "qfpay_gui", "watch", *key, *others]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment, encoding="utf-8") as process:  # noqa: S603 - this very program
        assert process.stderr is not None
        yield process.stderr.readline().strip().removeprefix("base_url="), process
        process.kill()


def _post(base_url: str, signature: str, pairs: tuple[tuple[str, str], ...] = PAIRS) -> None:
    headers = {"X-QF-APPCODE": APP_CODE, "X-QF-SIGN": signature}
    request = urllib.request.Request(f"{base_url}/trade/v1/payment", urlencode(pairs).encode(), headers)  # noqa: S310 - loopback
    with urllib.request.urlopen(request, timeout=10) as reply:  # noqa: S310 - loopback
        reply.read()


def test_each_request_is_a_line_with_its_cause(tmp_path: Path) -> None:
    """As it comes, until so many came; the key is printed nowhere."""
    with _watching(tmp_path, "--count", "2") as (base_url, process):
        _post(base_url, WITH_KEY_EQUALS)
        _post(base_url, RIGHT)
        out, err = process.communicate(timeout=60)
    first, second = out.splitlines()
    assert "payment  SO20261123000412  1108  the key was joined with “&key=”" in first
    assert "payment  SO20261123000412  0000  The signature is right" in second
    assert process.returncode == 0
    assert KEY not in out + err


def test_as_json_a_line_is_an_object_without_personal_data(tmp_path: Path) -> None:
    """For another program to read."""
    pairs = PAIRS + PERSON
    string = "&".join(f"{name}={value}" for name, value in sorted(pairs)) + "&key=" + KEY
    with _watching(tmp_path, "--count", "1", "--json") as (base_url, process):
        _post(base_url, hashlib.md5(string.encode(), usedforsecurity=False).hexdigest(), pairs)
        out, _err = process.communicate(timeout=60)
    said = json.loads(out)
    assert (said["respcd"], said["deviations"]) == ("1108", ["key-joined-by-key-equals"])
    assert "440101199001011234" not in out


@pytest.mark.parametrize(("port", "words"), [("-1", "0 to 65535"), ("65536", "0 to 65535")])
def test_a_port_that_cannot_be_is_said(command: Callable[..., Ended], port: str, words: str) -> None:
    """Code 3, and one sentence."""
    ended = command("watch", "--port", port)
    assert (ended.code, words in ended.err) == (3, True)


REFUSED = b'{"respcd": "1108", "resperr": "signature error"}'


@pytest.mark.parametrize(
    ("key", "cause"),
    [
        ((), "the key was joined with “&key=”"),
        (("--no-key",), "no profile with this app_code"),
    ],
    ids=["key", "none"],
)
def test_each_request_is_handed_on_and_examined_where_its_key_is_known(
    tmp_path: Path, key: tuple[str, ...], cause: str
) -> None:
    """The line says who answered, and what; this machine needs no word about money."""
    with Misbehaving(reply(REFUSED)) as server:
        with _watching(tmp_path, "--count", "1", "--to", server.base_url, *key) as (base_url, process):
            _post(base_url, WITH_KEY_EQUALS)
            out, err = process.communicate(timeout=60)
        (line,) = out.splitlines()
        host = server.base_url.removeprefix("http://")
    assert len(server.requests) == 1
    assert "payment  SO20261123000412  1108  " in line
    assert cause in line
    assert f"Answered by {host} in " in line
    assert KEY not in out + err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--to", "live-hk"), "test-openapi-hk.qfapi.com at once. Real payments, real money moves"),
        (("--to", "https://shop.example"), "Add --real-money to agree."),
        (("--to", "production-hk", "--real-money"), "Nothing is handed on to production"),
        (("--to", "https://OPENAPI-HK.qfapi.com./x", "--real-money"), "Nothing is handed on to production"),
        (("--to", "http://shop.example", "--real-money"), "Plain http goes to this machine only"),
        (("--to", "simulator"), "needs a scheme and a host"),
        (("--to", "nowhere"), "There is no environment “nowhere”"),
    ],
)
def test_what_may_move_money_is_agreed_to_and_production_is_not_reached(
    command: Callable[..., Ended], options: tuple[str, ...], words: str
) -> None:
    """Before anything listens."""
    ended = command("watch", *options)
    assert ended.code == 3
    assert words in ended.err


@pytest.mark.parametrize(
    ("ours", "is_handed_on", "has_key"),
    [(APP_CODE, True, True), ("", True, True), ("ANOTHER", True, False), ("ANOTHER", False, True)],
)
def test_a_key_says_nothing_about_another_merchant(ours: str, is_handed_on: bool, has_key: bool) -> None:  # noqa: FBT001 - a test's parameters
    """Only the simulator knows nobody but its own."""
    request = Request("POST", "/trade/v1/payment", headers=(("x-qf-appcode", APP_CODE),))
    done = HandedOn("http://localhost", (), b"", HttpReply(200, "OK", (), b""), b"", left=False, seconds=0.0)
    overheard = Overheard(0.0, request, HttpAnswer(200, "", b""), done if is_handed_on else None)
    signer = Signer(Credentials(ours, KEY))
    assert (_whose(overheard, signer) == signer.credentials) == has_key
