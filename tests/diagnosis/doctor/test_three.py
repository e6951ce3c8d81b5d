"""Slips that every program makes take part in sets of three; the values are made up here and given to nobody."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

import pytest

from qfpay_gui.diagnosis import diagnose
from tests.thorough import chosen

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = "77c1D0e94B3a5F6218E7d9A0b4C6f3E2"
SENT = {
    "txamt": "4750",
    "txcurrcd": "HKD",
    "pay_type": "800213",
    "out_trade_no": "R-20271104-0093",
    "txdtm": "2027-11-04 08:17:36",
    "sub_openid": "oQ7_made_up_openid_of_nobody",
    "goods_name": 'Soup <hot> & "bread" 粥',
}
Pairs = dict[str, str]


def _pieces(pairs: Pairs) -> list[str]:
    return [f"{name}={value}" for name, value in sorted(pairs.items())]


def _joined(pairs: Pairs) -> str:
    return "&".join(_pieces(pairs))


def _each(write: Callable[[str], str]) -> Pairs:
    return {name: write(value) for name, value in SENT.items()}


def _html(value: str) -> str:
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _low_bytes(text: str) -> bytes:
    return bytes(one & 255 for one in text.encode("utf-16-le")[::2])


def _quoted(value: str) -> str:
    return quote(value, safe="")


CASES: dict[str, tuple[str | bytes, tuple[str, ...]]] = {
    "null, sign_type, &key=": (
        _joined({**SENT, "mchid": "null", "sign_type": "MD5"}) + f"&key={KEY}",
        ("mchid", "null", "sign_type", "&key="),
    ),
    "undefined, URL-encoded, key in front": (
        KEY + _joined({**_each(quote_plus), "limit_pay": "undefined"}),
        ("limit_pay", "undefined", "URL-encoded", "front"),
    ),
    "None, UTC, commas": (
        ",".join(_pieces({**SENT, "notify_url": "None", "txdtm": "2027-11-04 00:17:36"})) + KEY,
        ("notify_url", "None", "UTC", "“,”"),
    ),
    "HTML, ISO time, key left out": (
        _joined({**_each(_html), "txdtm": "2027-11-04T08:17:36"}),
        ("HTML", "txdtm", "2027-11-04T08:17:36", "key is missing"),
    ),
    "JSON, null, key with a line feed": (
        json.dumps({**SENT, "mchid": "null"}, ensure_ascii=False, separators=(",", ":")) + KEY + "\n",
        ("JSON", "mchid", "null", "line feed"),
    ),
    "low bytes, sign_type, &": (
        _low_bytes(_joined({**SENT, "sign_type": "MD5"}) + f"&{KEY}"),
        ("low byte", "sign_type", "“&”"),
    ),
    "low bytes, decimals, null": (
        _low_bytes(_joined({**SENT, "txamt": "4750.00", "mchid": "null"}) + KEY),
        ("low byte", "4750.00", "mchid", "null"),
    ),
    "ISO time with Z, %20, unsorted": (
        "&".join(f"{name}={_quoted(value)}" for name, value in {**SENT, "txdtm": "2027-11-04T08:17:36Z"}.items()) + KEY,
        ("URL-encoded", "2027-11-04T08:17:36Z", "not sorted"),
    ),
    "URL-encoded, line feeds, key in lower case": (
        "\n".join(_pieces(_each(quote_plus))) + KEY.lower(),
        ("URL-encoded", "\\n", "lower case"),
    ),
    "HTML, low bytes, sent and not signed": (
        _low_bytes(_joined({name: _html(value) for name, value in SENT.items() if name != "sub_openid"}) + KEY),
        ("HTML", "low byte", "sub_openid was sent but not signed"),
    ),
    "unsorted, low bytes, without spaces": (
        _low_bytes("&".join(f"{name}={value.replace(' ', '')}" for name, value in SENT.items()) + KEY),
        ("not sorted", "low byte", "spaces"),
    ),
}


@pytest.mark.timeout(120)
@pytest.mark.parametrize("title", chosen(list(CASES), 3))
def test_three_common_slips_are_found_together(title: str) -> None:
    """By the words of each, and with what the merchant hashed."""
    signed, words = CASES[title]
    raw = signed.encode() if isinstance(signed, str) else signed
    found = diagnose(SENT, KEY, hashlib.md5(raw).hexdigest())  # noqa: S324 - the API's own
    said = [one.explanation for one in found]
    assert any(all(word in one for word in words) for one in said), said
    assert {len(one.deviations) for one in found} == {3}


def test_a_writing_that_bears_on_what_another_slip_wrote_is_tried_with_it() -> None:
    """URL-encoding changes the time alone in this request, and the time that was signed was another one."""
    sent = {**SENT, "goods_name": "soup"}
    signed = _joined({**sent, "txdtm": quote_plus("2027-11-04 00:17:36"), "mchid": "null"}) + KEY
    found = diagnose(sent, KEY, hashlib.md5(signed.encode()).hexdigest())  # noqa: S324 - the API's own
    assert any("UTC" in one.explanation and "URL-encoded" in one.explanation for one in found)
    assert found[0].signing_string == signed


def test_another_digest_proven_by_its_length_leaves_room_for_two_slips() -> None:
    """Sixteen digits can come of no rule: JSON text and a clock read twice are found besides."""
    signed = json.dumps({**SENT, "txdtm": "2027-11-04 08:17:35"}, ensure_ascii=False) + KEY
    digest = hashlib.md5(signed.encode()).hexdigest()  # noqa: S324 - the API's own
    found = diagnose(SENT, KEY, digest[8:24])
    assert {"digest-cut", "json-signed", "time-read-twice"} == set(found[0].deviations)
