"""Each sample is a paste as merchants send it; the JSON beside it is what must be read out of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from qfpay_gui.diagnosis.importing import ReadRequest, missing, read_request, read_requests

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.txt"))
TEXTS = ("signature", "app_code", "url", "method", "client_key", "signing_string", "environment_id")


def _shown(request: ReadRequest) -> dict[str, Any]:
    texts = {name: getattr(request, name) for name in TEXTS if getattr(request, name)}
    codes = sorted({note.code for note in request.notes} - {"missing", "no-signature"})
    pairs = [list(pair) for pair in request.pairs]
    return {"form": request.form, "pairs": pairs, **texts, "sign_type": request.sign_type, "notes": codes}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_sample_is_read_as_expected(sample: Path) -> None:
    """Parameters, signature, address, key and notes are those a person reads out of the paste."""
    with sample.open(encoding="utf-8", newline="") as file:
        read = read_requests(file.read())
    expected = json.loads(sample.with_suffix(".json").read_text(encoding="utf-8"))
    assert [_shown(request) for request in read] == expected


def test_every_sample_has_its_expectation() -> None:
    """No expectation is left without a sample, and there are samples at all."""
    assert len(SAMPLES) > 40
    assert {path.stem for path in SAMPLES} == {path.stem for path in SAMPLES[0].parent.glob("*.json")}


def test_headers_are_found_in_any_case() -> None:
    """A header is looked up whatever the case it was pasted in, and QFPay's are named as documented."""
    read = read_request("POST /trade/v1/payment HTTP/1.1\nx-qf-sign: AB\nContent-type: x\n\ntxamt=1")
    assert read.headers["X-Qf-Sign"] == "AB"
    assert list(read.headers) == ["X-QF-SIGN", "Content-type"]
    assert "host" not in read.headers


def test_first_of_doubled_values_counts_and_all_are_kept() -> None:
    """The mapping has the first value, the pairs have every one in order."""
    read = read_request("txamt=1&udid=x&txamt=2")
    assert dict(read.params) == {"txamt": "1", "udid": "x"}
    assert read.pairs == (("txamt", "1"), ("udid", "x"), ("txamt", "2"))


def test_missing_names_the_mandatory_parameters() -> None:
    """What a payment needs and the paste does not have is listed; a query needs none of it."""
    assert missing(read_request("txamt=1&txcurrcd=HKD&pay_type=800213&mchid=1")) == (
        "out_trade_no",
        "txdtm",
        "sub_openid",
    )
    assert missing(read_request("curl https://openapi-hk.qfapi.com/trade/v1/query -d 'page=1'")) == ()


@pytest.mark.parametrize(
    ("url", "environment"),
    [
        ("https://openapi-hk.qfapi.com/trade/v1/payment", "production-hk"),
        ("https://TEST-openapi-hk.qfapi.com:443/x", "live-hk"),
        ("https://openapi-int.qfapi.com", "sandbox"),
        ("http://127.0.0.1:5000/trade/v1/payment", "simulator"),
        ("https://example.com/trade/v1/payment", ""),
        ("http://[::1", ""),
    ],
)
def test_environment_is_told_by_the_host(url: str, environment: str) -> None:
    """The host decides which environment the request went to, whatever port or path."""
    assert ReadRequest(url=url).environment_id == environment


def test_stated_sign_type_is_spelled_as_the_api_does() -> None:
    """A sign type is read however it is written; a request without the header means MD5."""
    assert read_request("curl https://x.y/z -H 'X-QF-SIGNTYPE: sha-256' -d a=b").sign_type == "SHA256"
    assert read_request("curl https://x.y/z -d a=b").sign_type == "MD5"
    assert read_request('{"txamt": "1", "sign": "' + "a" * 64 + '"}').sign_type == "SHA256"


def test_blotted_out_key_is_no_key() -> None:
    """A key that is shown in part only is not taken for the key."""
    assert read_request("let client_key = '498717301B0846D1992B6F**********'; let p = {txamt: '1'}").client_key == ""


_LOG = "POST https://x.y/trade/v1/payment\nX-QF-SIGN: AB\n{length}\ntxamt=1&goods_name=%E8%8C%B6\n--> END POST"


@pytest.mark.parametrize("length", ["", "Content-Length: 28\n", "Content-Length: 31\n", "Content-Length: 9999\n"])
def test_a_form_in_a_log_ends_with_its_line(length: str) -> None:
    """Also where Content-Length counts otherwise, since a log may show the body decoded or cut."""
    assert dict(read_request(_LOG.format(length=length)).params) == {"txamt": "1", "goods_name": "茶"}


@pytest.mark.parametrize(
    "headers",
    [
        '["X-QF-APPCODE: A1", "X-QF-SIGN: C0"]',
        '["X-QF-APPCODE:A1", "Accept: */*", "X-QF-SIGN:C0"]',
        '{"0": "X-QF-APPCODE: A1", "1": "X-QF-SIGN: C0"}',
        '{"X-QF-APPCODE": "A1", "x-qf-sign": "C0"}',
    ],
)
def test_headers_are_found_in_lists_of_their_lines(headers: str) -> None:
    """As cURL takes them in PHP, with or without numbers in front."""
    read = read_request(f'{{"headers": {headers}, "data": {{"txamt": "1", "txcurrcd": "HKD", "pay_type": "800213"}}}}')
    assert (read.app_code, read.signature) == ("A1", "C0")
    assert list(read.params) == ["txamt", "txcurrcd", "pay_type"]
