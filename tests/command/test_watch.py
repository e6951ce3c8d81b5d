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

from tests.models.case.case_samples import APP_CODE, KEY, PAIRS, RIGHT, WITH_KEY_EQUALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.command.conftest import Ended

PERSON = (("extend_info", '{"user_creid":"440101199001011234"}'),)


@contextmanager
def _watching(folder: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The base_url, and the process that serves there."""
    environment = {"PATH": os.environ["PATH"], "TEA_KEY": KEY, "QFPAY_TESTER_HOME": str(folder)}
    command = [sys.executable, "-m", "qfpay_gui", "watch", "--key-env", "TEA_KEY", "--app-code", APP_CODE, *arguments]
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
