"""No text makes the reading fail, hang or show a key."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.diagnosis.importing import (
    payment_call_findings,
    read_payment_call,
    read_requests,
    to_draft,
)

if TYPE_CHECKING:
    import random

SAMPLES = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "samples").glob("*.txt"))]
PIECES = st.sampled_from(
    [
        *("curl ", "-d ", "--data-urlencode ", "-H ", "POST / HTTP/1.1\n", "{", "}", "[", "]", "(", ")", "'", '"', "`"),
        *("\\", "\n", "\r\n", " ", "&", "=", ":", ",", ";", "=>", "txamt", "sign", "Array\n(\n", "map[", "array(1) {"),
        *("string(9) ", "wx.requestPayment(", "^", "$'", "\\x", "\\u12", "%", "%4", "\0", "\ud800", "奶", "\t", "|"),
        *("https://", "http://[", "?", "```", "Invoke-RestMethod ", "-Body @{", "null", "--b", "#", "//", "/*", "<a>"),
    ]
)
KEY = "498717301B0846D1992B6F0123456789"


def _read_everything(source: str) -> None:
    """All that is done with a paste: each part may raise nothing."""
    requests = read_requests(source)
    assert requests
    for request in requests:
        assert dict(request.params) == dict(reversed(request.pairs))
        assert len(str([str(note.message) for note in request.notes])) < 100_000
        to_draft(request)
        _ = (request.headers, request.sign_type, request.environment_id)
    call = read_payment_call(source)
    if call is not None:
        payment_call_findings(call, {"timeStamp": "1", "signType": None, "package": 5})


@given(st.text(max_size=300))
def test_any_text(source: str) -> None:
    """Any text is read without an exception."""
    _read_everything(source)


@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_heap_of_syntax(source: str) -> None:
    """Any order of the signs that mean something is read without an exception."""
    _read_everything(source)


@given(st.sampled_from(SAMPLES), st.randoms(use_true_random=False), st.integers(1, 6))
def test_any_damage_to_a_paste(sample: str, chance: random.Random, times: int) -> None:
    """A paste that was cut, doubled or mistyped in any place is read without an exception."""
    damaged = sample
    for _time in range(times):
        start = chance.randrange(len(damaged) + 1)
        end = min(len(damaged), start + chance.choice([0, 1, 5, 200]))
        filler = chance.choice(["", "'", '"', "{", "\\", "\n", "&", "=", damaged[start:end] * 2])
        damaged = damaged[:start] + filler + damaged[end:]
    _read_everything(damaged)


LONG = {
    "json": '[{"txamt":"100","goods_name":"x","n":1},' * 25_000,
    "log": "2026-03-01 10:00:00 INFO [main] params: {'txamt': '100', 'udid': \"Tom's\"} sign=abc\n" * 12_000,
    "form": "goods_name=" + "%E5%A5%B6" * 110_000,
    "curl": "curl -X POST 'https://x.y/z' \\\n -H 'X-QF-SIGN: abc' -d 'txamt=100&b=c'\n" * 12_000,
    "options": "curl " + "-d a=b " * 140_000,
    "http": "POST /trade/v1/payment HTTP/1.1\r\nHost: x\r\n\r\ntxamt=1&b=2\r\n\r\n" * 16_000,
    "lines": "txamt=100\n" * 100_000,
    "print_r": "Array\n(\n    [a] => Array\n" * 35_000,
    "deep": '{"a":' * 200_000,
    "brackets": "[" * 1_000_000,
    "tostring": "{a=b\n" * 200_000,
    "quotes": "{'" * 500_000,
    "escapes": "\\'" * 500_000,
    "signs": "sign: " * 160_000,
    "multipart": "POST / HTTP/1.1\nContent-Type: multipart/form-data; boundary=a\n\n" + "--a" * 300_000,
    "rows": "[" + '["a","b"],' * 90_000,
    "breaks": "\n" * 1_000_000,
    "powershell": "iwr -Body @{" * 80_000,
    "caret": "curl ^\n" * 140_000,
}


@pytest.mark.parametrize("kind", LONG)
def test_a_megabyte_takes_bounded_time(kind: str) -> None:
    """A megabyte of anything is read in about a second; the limit leaves room for a busy machine."""
    started = time.process_time()
    _read_everything(LONG[kind])
    assert time.process_time() - started < 4


@given(st.sampled_from(SAMPLES))
def test_no_repr_shows_the_key(sample: str) -> None:
    """What is printed or logged of a request holds neither the key nor a value."""
    for request in read_requests(sample):
        assert KEY not in repr(request)
        assert all(KEY not in str(note.message) for note in request.notes)
        assert "奶茶" not in repr(request)
