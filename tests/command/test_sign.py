from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

from tests.models.case.case_samples import KEY, PAIRS, RIGHT, SORTED, curl

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.command.conftest import Ended


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEA_KEY", KEY)


def test_a_text_is_signed_rightly_whatever_it_was_signed_with(command: Callable[..., Ended]) -> None:
    """The official string and signature, by hashlib."""
    ended = command("sign", "-", "--key-env", "TEA_KEY", stdin=curl("0" * 32))
    assert f"String     {SORTED}{'•' * len(KEY)}" in ended.out
    assert f"MD5        {RIGHT}" in ended.out
    assert ended.code == 0
    assert KEY not in ended.out


def test_standard_input_is_read_where_nothing_else_is_given(command: Callable[..., Ended]) -> None:
    """As the end of a pipe."""
    assert RIGHT in command("sign", "--key-env", "TEA_KEY", stdin=curl("")).out


def test_exactly_the_given_parameters_are_signed(command: Callable[..., Ended]) -> None:
    """Nothing of an example is added."""
    given = [part for name, value in PAIRS for part in ("-p", f"{name}={value}")]
    ended = command("sign", *given, "--key-env", "TEA_KEY", "--app-code", "A", "--sign-type", "SHA256", "--json")
    said = json.loads(ended.out)["request"]
    assert said["signature"] == hashlib.sha256((SORTED + KEY).encode()).hexdigest().upper()
    assert sorted(tuple(pair) for pair in said["parameters"]) == sorted(PAIRS)
    assert ended.code == 0


def test_a_value_may_hold_an_equals_sign_and_an_empty_one_is_left_out(command: Callable[..., Ended]) -> None:
    """The first = ends the name."""
    ended = command("sign", "-p", "a=b=c", "-p", "udid=", "-p", "txamt=1", "--key-env", "TEA_KEY")
    assert f"String     a=b=c&txamt=1{'•' * len(KEY)}" in ended.out


def test_a_known_fault_is_told_and_signed_all_the_same(command: Callable[..., Ended]) -> None:
    """An instrument marks, it does not forbid."""
    ended = command("sign", "-p", "txamt=1.15", "--key-env", "TEA_KEY")
    assert ended.code == 1
    assert "Finding    txamt:" in ended.out
    assert hashlib.md5(f"txamt=1.15{KEY}".encode()).hexdigest().upper() in ended.out  # noqa: S324 - the API's digest


def test_the_demo_key_is_said_to_be_one(command: Callable[..., Ended]) -> None:
    """Nobody takes it for a merchant's."""
    assert "demo key" in command("sign", "-p", "txamt=1").out
    assert "demo key" not in command("sign", "-p", "txamt=1", "--key-env", "TEA_KEY").out


def test_a_text_tells_its_call_itself(command: Callable[..., Ended]) -> None:
    """An option that contradicts it is refused."""
    ended = command("sign", "-", "--endpoint", "refund", "--key-env", "TEA_KEY", stdin=curl(""))
    assert (ended.code, "--endpoint" in ended.err) == (3, True)


@pytest.mark.parametrize("wrong", [("-p", "txamt"), ("-p", "=300"), ("--sign-type", "SHA1"), ("--client-key", KEY)])
def test_a_wrong_command_line_is_code_2(command: Callable[..., Ended], wrong: tuple[str, ...]) -> None:
    """A key on the command line would be seen by everybody."""
    assert command("sign", *wrong).code == 2
