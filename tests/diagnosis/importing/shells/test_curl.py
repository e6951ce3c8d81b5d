"""A curl command is read as curl would send it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from qfpay_gui.diagnosis.importing.shells.curl import curl_pieces

if TYPE_CHECKING:
    from qfpay_gui.diagnosis.importing import ReadRequest

URL = "https://openapi-hk.qfapi.com/trade/v1/payment"
FORM = ("Content-Type", "application/x-www-form-urlencoded")


def read(options: str) -> ReadRequest:
    """What the one command in this text sends."""
    (piece,) = curl_pieces(f"curl {URL} {options}")
    return piece.request


@pytest.mark.parametrize(
    ("options", "headers"),
    [
        ("-H 'X-QF-APPCODE: A1'", {"X-QF-APPCODE": "A1"}),
        ("-H 'X-QF-APPCODE:A1' -H 'X-B:  2 '", {"X-QF-APPCODE": "A1", "X-B": "2"}),
        ("-H 'X-QF-SIGNTYPE;'", {"X-QF-SIGNTYPE": ""}),
        ("-H 'X-QF-SIGNTYPE:'", {}),
        ("-H 'X-QF-SIGNTYPE: '", {}),
        ("-H 'X-QF-SIGNTYPE'", {}),
        ("-H 'X-A: 1;'", {"X-A": "1;"}),
        ("-d a=1", dict([FORM])),
        ("-d a=1 -H 'content-type: text/plain'", {"content-type": "text/plain"}),
        ("-d a=1 -H 'content-type;'", {"content-type": ""}),
        ("--json '{}'", {"Content-Type": "application/json"}),
        ("-G -d a=1", {}),
        ("", {}),
    ],
)
def test_headers_are_those_curl_sends(options: str, headers: dict[str, str]) -> None:
    """``Name;`` sends an empty one, ``Name:`` none; a type is added where there is data and none was given."""
    assert dict(read(options).headers) == headers


@pytest.mark.parametrize(
    ("options", "method"),
    [
        ("", "GET"),
        ("-d a=1", "POST"),
        ("-F a=1", "POST"),
        ("-G -d a=1", "GET"),
        ("-I", "HEAD"),
        ("-X PUT -d a=1", "PUT"),
    ],
)
def test_the_method_follows_from_the_data(options: str, method: str) -> None:
    """Unless it is named."""
    assert read(options).method == method


@pytest.mark.parametrize(
    ("options", "params"),
    [
        ("-d a=1 -d b=2", {"a": "1", "b": "2"}),
        ("-G -d a=1 -d b=2", {"a": "1", "b": "2"}),
        ("--data-urlencode 'a=奶 茶&'", {"a": "奶 茶&"}),
        ("--data-urlencode '=a=1'", {"a=1": ""}),
        ("--data-urlencode 'a@file'", {"a": ""}),
        ("-d @file -d b=2", {"b": "2"}),
        ('-F a=1 -F \'b="x;\\"y";type=text/plain\'', {"a": "1", "b": 'x;"y'}),
        ("-F a=@file -F b", {"a": ""}),
        ("--form-string 'a=@1;type=x'", {"a": "@1;type=x"}),
    ],
)
def test_parameters_are_those_a_server_reads(options: str, params: dict[str, str]) -> None:
    """Each option puts data together in its own way; what stands in a file is not known."""
    assert dict(read(options).params) == params


@pytest.mark.parametrize(
    ("options", "codes"),
    [("-d a=1", []), ("-d @f", ["file"]), ("-F a=@f", ["body-kind", "file"]), ("-F a=1", ["body-kind"])],
)
def test_what_is_not_in_the_paste_is_said(options: str, codes: list[str]) -> None:
    """And that multipart is no form."""
    said = [one.code for one in read(options).notes]
    assert sorted(code for code in said if code in {"file", "body-kind"}) == codes


def test_every_command_of_a_text_is_read() -> None:
    """Each with what belongs to it, wherever it stands; curling is no curl."""
    text = f"first: curl {URL} -d a=1\nthen: curl.exe '{URL}' -d b=2\ncurling is a sport; libcurl/8.0"
    pieces = list(curl_pieces(text))
    assert [dict(piece.request.params) for piece in pieces] == [{"a": "1"}, {"b": "2"}]
    assert all(text[piece.start :].startswith("curl") for piece in pieces)
