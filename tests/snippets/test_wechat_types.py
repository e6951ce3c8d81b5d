from __future__ import annotations

import json
from pathlib import Path

import pytest

from qfpay_gui.snippets.wechat import request_payment
from tests.snippets.tencent import type_errors

HERE = Path(__file__).resolve().parent
AWKWARD: dict[str, str] = json.loads((HERE / "typings" / "awkward.json").read_text(encoding="utf-8"))
MEMBERS = ("appId", "timeStamp", "nonceStr", "package", "signType", "paySign")
GOOD = dict.fromkeys(MEMBERS, "1593746074") | {"signType": "MD5"}


def _errors(folder: Path, snippets: list[str]) -> list[str]:
    """The compiler's complaints about the snippets, each in a file of its own."""
    return type_errors(folder, {f"snippet{number}.js": snippet for number, snippet in enumerate(snippets)})


def test_every_snippet_type_checks(tmp_path: Path) -> None:
    """Sound, missing, misspelled, unknown and awkward members: each snippet is strictly typed JavaScript."""
    missing = [{name: value for name, value in GOOD.items() if name != left_out} for left_out in MEMBERS]
    known = [GOOD | {"signType": sign_type} for sign_type in ("MD5", "HMAC-SHA256", "RSA")]
    awkward = [dict.fromkeys((*MEMBERS, value), value) for value in AWKWARD.values()]
    replies = [{}, *known, *missing, *awkward, {"appid": "wx", "nonce_str": "1", "signtype": "MD5"}]

    assert _errors(tmp_path, [request_payment(reply) for reply in replies]) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("timeStamp: '1593746074'", "timeStamp: 1593746074"),
        ("signType: 'MD5'", "signType: 'SHA256'"),
        ("  nonceStr: '1593746074',\n", ""),
        ("err.errMsg ===", "err.message ==="),
    ],
)
def test_the_type_check_notices_mistakes(tmp_path: Path, right: str, wrong: str) -> None:
    """A number for timeStamp, an unknown signType, a missing member or field is an error, and only there."""
    snippet = request_payment(GOOD)
    assert right in snippet

    errors = _errors(tmp_path, [snippet, snippet.replace(right, wrong)])

    assert errors
    assert all(error.startswith("snippet1.js") for error in errors)
