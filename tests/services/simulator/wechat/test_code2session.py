"""WeChat's code2Session."""

from __future__ import annotations

import base64
import re
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from qfpay_gui.services.simulator import APP_ID, APP_SECRET, OPEN_ID, Simulator

if TYPE_CHECKING:
    from tests.services.simulator.conftest import Merchant, Reply

CODE = "0a3fBB000Q7zRQ1iXh300aBcDe2fBB0f"
GOOD = {"appid": APP_ID, "secret": APP_SECRET, "js_code": CODE, "grant_type": "authorization_code"}


def _asked(merchant: Merchant, method: str = "GET", spec: str = "", **changes: str) -> Reply:
    """The answer; an empty value leaves the parameter out."""
    params = {name: value for name, value in {**GOOD, **changes}.items() if value}
    headers = {"X-Simulator-Outcome": spec} if spec else {}
    return merchant.raw(method, f"/sns/jscode2session?{urlencode(params)}", b"", headers)


def test_a_code_is_exchanged_for_the_payers_openid(merchant: Merchant) -> None:
    """HTTP 200 with openid and a session key of 16 bytes, in JSON that calls itself plain text."""
    reply = _asked(merchant)
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/plain")
    assert set(reply.fields) == {"session_key", "openid"}
    assert reply.fields["openid"] == OPEN_ID
    assert re.fullmatch(r"o[0-9A-Za-z_-]{27}", OPEN_ID)
    assert len(base64.b64decode(reply.fields["session_key"])) == 16
    assert APP_SECRET.encode() not in reply.body


def test_the_openid_stays_and_the_session_key_is_new(merchant: Merchant) -> None:
    """The same customer every time."""
    one, two = _asked(merchant).fields, _asked(merchant, js_code=CODE[::-1]).fields
    assert one["openid"] == two["openid"]
    assert one["session_key"] != two["session_key"]


def test_a_unionid_comes_on_demand(merchant: Merchant) -> None:
    """For a code that begins with the word."""
    assert "unionid" in _asked(merchant, js_code="unionid" + CODE).fields


@pytest.mark.parametrize(
    ("changes", "errcode", "errmsg"),
    [
        ({"appid": ""}, 41002, "appid missing"),
        ({"secret": ""}, 41004, "appsecret missing"),
        ({"js_code": ""}, 41008, "missing code"),
        ({"appid": "wx0000000000000000"}, 40013, "invalid appid"),
        ({"secret": "0" * 32}, 40125, "invalid appsecret"),
        ({"secret": "秘密"}, 40125, "invalid appsecret"),
        ({"grant_type": "client_credential"}, 40002, "invalid grant_type"),
        ({"js_code": "the code mock one"}, 40029, "invalid code"),
        ({"js_code": "short"}, 40029, "invalid code"),
        ({"js_code": "errcode:45011"}, 45011, "api minute-quota reach limit, must slower, retry next minute"),
        ({"js_code": "errcode:-1"}, -1, "system error"),
        ({"js_code": "errcode:40226"}, 40226, "code blocked"),
        ({"js_code": "errcode:12345"}, 12345, "chosen in the simulator"),
    ],
)
def test_each_error_can_be_had(merchant: Merchant, changes: dict[str, str], errcode: int, errmsg: str) -> None:
    """HTTP 200 with errcode and errmsg, again and again, and the code is not used up by it."""
    for _ in range(2):
        reply = _asked(merchant, **changes)
        assert (reply.status, set(reply.fields), reply.fields["errcode"]) == (200, {"errcode", "errmsg"}, errcode)
        assert reply.fields["errmsg"].startswith(f"{errmsg}, rid: ")
    assert "openid" in _asked(merchant).fields


def test_a_code_works_once(simulator: Simulator, merchant: Merchant) -> None:
    """Also where many try it at the same time."""
    with ThreadPoolExecutor(8) as pool:
        answers = [reply.fields for reply in pool.map(lambda _: _asked(merchant), range(16))]
    assert sum("openid" in fields for fields in answers) == 1
    assert {fields.get("errcode") for fields in answers} == {None, 40163}
    assert APP_SECRET not in repr(vars(simulator))


def test_it_is_a_get(merchant: Merchant) -> None:
    """Any other method has WeChat's own error."""
    assert _asked(merchant, "POST").fields["errcode"] == 43001


def test_an_unreadable_query_is_a_missing_parameter(merchant: Merchant) -> None:
    """Nothing of it is understood."""
    assert merchant.raw("GET", "/sns/jscode2session?appid=%zz", b"", {}).fields["errcode"] == 41002


def test_its_answer_can_be_shaped_by_header(merchant: Merchant) -> None:
    """A gateway's page, broken JSON, an answer that never comes; the code is then used, or not reached at all."""
    assert _asked(merchant, spec="status:503").status == 503
    assert _asked(merchant, spec="broken-json").body.startswith(b'{"session_key"')
    assert _asked(merchant).fields["errcode"] == 40163
