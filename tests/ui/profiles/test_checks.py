from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.hidden import compacted
from qfpay_gui.ui.profiles.checks import read_pasted

CODES = st.text(st.sampled_from("0123456789ABCDEFabcdef"), min_size=1, max_size=40)
BOTH = {"app_code": "AAAA", "client_key": "BBBB"}


@pytest.mark.parametrize(
    "pasted",
    [
        "app_code: AAAA\nclient_key: BBBB",
        "app_code: AAAA client_key: BBBB",
        "app_code=AAAA&client_key=BBBB",
        "APP_CODE='AAAA'; CLIENT_KEY='BBBB'",
        '{"app_code": "AAAA", "client_key": "BBBB"}',
        "App Code\tAAAA\r\nClient Key\tBBBB",
        "X-QF-APPCODE: AAAA, clientKey: BBBB",
        "app_code：AAAA client_key：BBBB",
        "app_code: AAAA\u200b\nclient_key: BBBB",
    ],
)
def test_usual_blocks_are_read(pasted: str) -> None:
    """Portal tables, mails, JSON, forms and .env files name the same two values."""
    assert read_pasted(pasted) == BOTH


def test_mchid_and_sign_type_are_read_too() -> None:
    """A sign type is taken only where there is one of that name."""
    assert read_pasted("mchid=M1 sign_type=sha256") == {"mchid": "M1", "sign_type": "SHA256"}
    assert read_pasted("mchid=M1 sign_type=rsa") == {"mchid": "M1"}


@given(CODES)
def test_a_plain_code_is_no_block(code: str) -> None:
    """Pasting just the value offers nothing."""
    assert read_pasted(code) == {}


@pytest.mark.parametrize("pasted", ["", "app_code", "app_code:", "client_key: ", "my_app_code_is=1", "appcodeX=1"])
def test_names_without_values_are_no_block(pasted: str) -> None:
    """Nothing is made up."""
    assert read_pasted(pasted) == {}


def test_a_name_is_not_taken_for_a_value() -> None:
    """An empty app_code before a client_key stays empty."""
    assert read_pasted("app_code: client_key: BBBB") == {"client_key": "BBBB"}


@given(CODES, CODES)
def test_json_and_lines_give_the_same(app_code: str, client_key: str) -> None:
    """Whatever the values, the notation does not matter."""
    wanted = {"app_code": app_code, "client_key": client_key}
    assert read_pasted(json.dumps(wanted)) == wanted
    assert read_pasted(f"app_code: {app_code}\nclient_key: {client_key}") == wanted


@given(st.text())
def test_cleaning_is_final(value: str) -> None:
    """Cleaning twice changes nothing more, and reading never fails."""
    read_pasted(value)
    assert compacted(compacted(value)) == compacted(value)


def test_cleaning_takes_what_cannot_be_seen() -> None:
    """Spaces, line breaks, BOM and zero-width characters go, wherever they are."""
    assert compacted("\ufeff AB\u200bC D\u00a0\r\n") == "ABCD"
