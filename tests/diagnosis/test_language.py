"""The language of a merchant's program is evidence: it tells which of its traps come first."""

from __future__ import annotations

import hashlib

import pytest

from qfpay_gui.diagnosis import ReadRequest, diagnose, read_request
from qfpay_gui.diagnosis.doctor.deviation import Deviation
from qfpay_gui.diagnosis.doctor.traps import favoured, is_trap_of
from qfpay_gui.diagnosis.language import language_of, language_of_text
from qfpay_gui.qfpay.signing import signing_string
from qfpay_gui.qfpay.text import text

KEY = "0A1b2C3d4E5f60718293A4b5C6d7E8f9"
SENT = {"txamt": "300", "goods_name": "Milk tea", "out_trade_no": "WX7718"}


@pytest.mark.parametrize(
    ("agent", "language"),
    [
        ("python-requests/2.32.3", "python"),
        ("Python/3.11 aiohttp/3.9.5", "python"),
        ("okhttp/4.12.0", "java"),
        ("Java/17.0.11", "java"),
        ("Apache-HttpClient/4.5.14 (Java/17.0.11)", "java"),
        ("Go-http-client/1.1", "go"),
        ("PostmanRuntime/7.43.0", "node"),
        ("axios/1.7.9", "node"),
        ("node-fetch/1.0 (+https://github.com/bitinn/node-fetch)", "node"),
        ("GuzzleHttp/7", "php"),
        ("GuzzleHttp/6.5.5 curl/7.58.0 PHP/7.4.3", "php"),
        ("curl/8.5.0", "shell"),
        ("Faraday v2.9.0", "ruby"),
        ("RestSharp/110.2.0.0", "dotnet"),
        ("Mozilla/5.0 (Windows NT; Windows NT 10.0) WindowsPowerShell/5.1", "dotnet"),
        ("libwww-perl/6.77", "perl"),
        ("Mozilla/5.0 (X11; Linux x86_64)", ""),
    ],
)
def test_a_library_tells_its_language(agent: str, language: str) -> None:
    """By the User-Agent it sends unasked, in a request as it travelled."""
    pasted = (
        f"POST /trade/v1/payment HTTP/1.1\nHost: openapi-hk.qfapi.com\nUser-Agent: {agent}\nX-QF-SIGN: AB\n\ntxamt=300"
    )
    assert language_of(read_request(pasted)) == language


@pytest.mark.parametrize(
    ("values", "language"),
    [
        ("b'300'", "python"),
        ("System.Byte[]", "dotnet"),
        ("#<Payment:0x000>", "ruby"),
        ("%!d(string=300)", "go"),
        ("[object Object]", "node"),
        ("Optional[300]", "java"),
        ("array (\n", "php"),
        ("HASH(0x55d0c8a3)", "perl"),
        ("[http-nio-8080-exec-1] c.e.pay.Client", "java"),
        ("INFO 7 --- [nio-8080-exec-12] body: {}", "java"),
        ("09:15:02.118 [pool-3-thread-7] sent", "java"),
        ("09:15:02.118 [main] WARN  hk.tea.pay.QfClient - sent", "java"),
        ("[worker-3] WARN tea.pay sent", ""),
        ("[12] INFO tea.pay.client - sent", ""),
        ("INFO Tea.Pay.Client - sent", ""),
        ("Milk tea", ""),
        ("b'300' and System.Byte[]", ""),
    ],
)
def test_a_value_tells_who_printed_it(values: str, language: str) -> None:
    """Where exactly one language prints so."""
    assert language_of_text(values) == language


def test_what_a_log_writes_before_each_line_tells_its_language() -> None:
    """Though the parameters are read without it."""
    lead = "2026-03-04 10:11:12.131 [http-nio-8443-exec-3] INFO  h.t.pay.Client - "
    lines = ("txamt=900", "txcurrcd=HKD", "out_trade_no=T-77", "pay_type=800213")
    read = read_request("\n".join(lead + line for line in lines))
    assert read.params["txamt"] == "900"
    assert language_of(read) == "java"


def test_the_sender_counts_before_the_form_and_the_form_before_values() -> None:
    """A dictionary of Python that a Go program sent is the Go program's."""
    odd = (("goods_name", "[object Object]"),)
    assert language_of(ReadRequest("python", odd, (("user-agent", "Go-http-client/2.0"),))) == "go"
    assert language_of(ReadRequest("python", odd)) == "python"
    assert language_of(ReadRequest("form", odd)) == "node"


def test_a_trap_is_one_less_dear_once() -> None:
    """For the language that falls into it; the commonest cannot become cheaper."""
    trap = Deviation("x", 3, text("Doctor", "written as JavaScript's old escape() does"), text("Doctor", "Fix."))
    assert not is_trap_of(trap, "java")
    assert favoured(trap, "java") is trap
    assert favoured(trap, "") is trap
    cheaper = favoured(trap, "node")
    assert (cheaper.cost, cheaper.is_favoured) == (2, True)
    assert favoured(cheaper, "node") is cheaper
    assert favoured(Deviation("unsorted", 1, trap.mend, trap.mend), "go").cost == 1


@pytest.mark.parametrize(
    ("language", "word"), [("python", "Python repr"), ("node", "Node util.inspect"), ("", "Python")]
)
def test_the_trap_of_the_known_language_is_told(language: str, word: str) -> None:
    """Single quotes are what several languages print: the bytes are the same."""
    printed = signing_string({**SENT, "goods_name": "'Milk tea'"}, KEY).encode()
    received = hashlib.md5(printed).hexdigest()  # noqa: S324 - the API's own
    found = diagnose(SENT, KEY, received, depth=1, language=language)
    assert word in found[0].explanation or not language
