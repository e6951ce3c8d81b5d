"""Merchants' programs in the styles in which QFPay's samples and other people's clients send their requests."""

from __future__ import annotations

import hashlib
import json
import time
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import quote, quote_plus, urlencode, urlsplit

import pytest

from qfpay_gui.services.simulator import Customer, Simulator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from qfpay_gui.qfpay.credentials import Credentials

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MCHID = "ZaMVg12345"

Params: TypeAlias = "dict[str, Any]"
Sent: TypeAlias = "tuple[str, str, dict[str, str], Callable[[str], str]]"  # query, body, headers, case of the digits


def _signature(params: Mapping[str, Any], key: str) -> str:
    joined = "&".join(f"{name}={params[name]}" for name in sorted(params))
    return hashlib.md5((joined + key).encode(), usedforsecurity=False).hexdigest()


def _python(params: Params) -> Sent:
    """requests.post(url, data=…): a form, spaces as plus, upper-case hex."""
    return "", urlencode(params), FORM, str.upper


def _python_query(params: Params) -> Sent:
    """requests.post(url, params=…): everything in the query string, no body and no content type."""
    return f"?{urlencode(params)}", "", {}, str.upper


def _node(params: Params) -> Sent:
    """The request package's form: RFC 3986 escapes, lower-case hex."""
    return "", urlencode(params, quote_via=quote), FORM, str.lower


def _php_raw(params: Params) -> Sent:
    """The PHP sample: the very string that was signed, spaces and colons unescaped; so does Java's."""
    return "", "&".join(f"{name}={params[name]}" for name in sorted(params)), FORM, str.upper


def _php_query(params: Params) -> Sent:
    """http_build_query after ksort, in the address, with curl's content type on an empty body."""
    return f"?{urlencode(sorted(params.items()), quote_via=quote_plus)}", "", FORM, str.upper


def _wechat(params: Params) -> Sent:
    """wx.request: each name and value through encodeURIComponent."""
    pairs = (f"{_component(name)}={_component(str(value))}" for name, value in params.items())
    return "", "&".join(pairs), {"content-type": FORM["Content-Type"]}, str.upper


def _component(text: str) -> str:
    """JavaScript's encodeURIComponent."""
    return quote(text, safe="!'()*")


def _postman(params: Params) -> Sent:
    """The collection: lower-case hex, and the headers Postman adds."""
    added = {"User-Agent": "PostmanRuntime/7.43.0", "Accept": "*/*", "Cache-Control": "no-cache", **FORM}
    return "", urlencode(params, quote_via=quote), added, str.lower


def _go(params: Params) -> Sent:
    """url.Values.Encode: sorted, spaces as plus, with X-QF-SIGNTYPE spelt out."""
    return "", urlencode(sorted(params.items())), {**FORM, "X-QF-SIGNTYPE": "MD5"}, str.upper


def _php_array(params: Params) -> Sent:
    """An array handed to curl, which makes multipart/form-data of it: shop plug-ins send their queries so."""
    line = "------------------------7d1f2a9c0b3e4f56"
    parts = (f'--{line}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{params[name]}\r\n' for name in params)
    return "", f"{''.join(parts)}--{line}--\r\n", {"Content-Type": f"multipart/form-data; boundary={line}"}, str.upper


STYLES = (_python, _python_query, _node, _php_raw, _php_query, _wechat, _postman, _go, _php_array)


class Program:
    """A merchant's program in one style."""

    def __init__(self, style: Callable[[Params], Sent], base_url: str, credentials: Credentials) -> None:
        self._style, self._base_url, self._credentials = style, base_url, credentials

    def call(self, path: str, **params: Any) -> Any:
        """One signed call; the parsed answer."""
        sent = {"mchid": MCHID, **params}
        query, body, headers, case = self._style(sent)
        signed = {
            "X-QF-APPCODE": self._credentials.app_code,
            "X-QF-SIGN": case(_signature(sent, self._credentials.client_key)),
        }
        connection = HTTPConnection(urlsplit(self._base_url).netloc, timeout=10)
        try:
            connection.request("POST", f"/trade/v1/{path}{query}", body.encode(), {**headers, **signed})
            return json.loads(connection.getresponse().read())
        finally:
            connection.close()

    def until_paid(self, syssn: str) -> Any:
        """Queries until the order is paid."""
        deadline = time.monotonic() + 10
        while (row := self.call("query", syssn=syssn)["data"][0])["respcd"] == "1143":
            assert time.monotonic() < deadline
        return row


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    """One whose customer pays by himself, with an agent's merchant."""
    with Simulator(mchid=MCHID) as running:
        running.customer = Customer("pays", after=0.01)
        yield running


@pytest.fixture(params=STYLES, ids=lambda style: style.__name__.strip("_"))
def program(request: pytest.FixtureRequest, simulator: Simulator) -> Program:
    """A program in each of the styles."""
    return Program(request.param, simulator.base_url, simulator.credentials)


def test_payment_query_refund_and_query_again(program: Program) -> None:
    """Every style gets through an order's whole life, with blanks, colons and numbers that are no text."""
    order = {"txamt": 300, "txcurrcd": "HKD", "pay_type": "800213", "txdtm": "2026-03-01 10:00:00"}
    made = program.call("payment", out_trade_no="468213579", sub_openid="oS80_5dxekECAOlVBeQFk34q123s", **order)
    assert (made["respcd"], made["pay_params"]["signType"]) == ("0000", "MD5")
    paid = program.until_paid(made["syssn"])
    assert (paid["respcd"], paid["cancel"], paid["order_type"]) == ("0000", "0", "payment")
    refund = {"syssn": made["syssn"], "txamt": 100, "txdtm": "2026-03-01 10:05:00"}
    given_back = program.call("refund", out_trade_no="864209753", **refund)
    assert (given_back["respcd"], given_back["orig_syssn"]) == ("0000", made["syssn"])
    rows = program.call("query", out_trade_no="468213579,864209753")["data"]
    assert [(row["order_type"], row["cancel"]) for row in rows] == [("refund", "0"), ("payment", "5")]
    assert program.call("refund", out_trade_no="975318642", **{**refund, "txamt": 201})["respcd"] == "1272"


@pytest.mark.parametrize("style", [_python, _python_query, _node, _php_query, _wechat, _postman, _go, _php_array])
def test_chinese_goods_and_every_sign(simulator: Simulator, style: Callable[[Params], Sent]) -> None:
    """Where a style escapes at all, it escapes anything; the very text comes back from the query."""
    program = Program(style, simulator.base_url, simulator.credentials)
    goods = "奶茶 100% & 'more'!(*)~+=?#"
    order = {"txamt": "300", "txcurrcd": "HKD", "pay_type": "800213", "txdtm": "2026-03-01 10:00:00"}
    made = program.call("payment", out_trade_no="1", sub_openid="o", goods_name=goods, **order)
    assert program.call("query", syssn=made["syssn"])["data"][0]["goods_name"] == goods


def test_a_shop_that_presents_a_code(program: Program) -> None:
    """Programs for another pay_type read the code from the answer, and query until somebody has scanned it."""
    order = {"txamt": 10, "txcurrcd": "HKD", "pay_type": "800101", "txdtm": "2026-03-01 10:00:00"}
    made = program.call("payment", out_trade_no="579684321", **order)
    assert made["qrcode"].startswith("https://simulator.invalid/")
    assert program.until_paid(made["syssn"])["pay_type"] == "800101"
