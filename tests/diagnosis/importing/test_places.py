from __future__ import annotations

import base64
from itertools import pairwise
from pathlib import Path

import pytest

from qfpay_gui.diagnosis.importing import read_requests
from qfpay_gui.diagnosis.importing.places import PARAMETER, places

SAMPLES = sorted((Path(__file__).parent / "samples").glob("*.txt"))
SIGN = "0F1E2D3C4B5A69788796A5B4C3D2E1F0"
CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F90"
HEADERS = f"X-QF-APPCODE: {CODE}\nX-QF-SIGN: {SIGN}\n"
PAIRS = "txamt=300&txcurrcd=HKD&pay_type=800213&out_trade_no=SO1&goods_name=%E5%A5%B6%E8%8C%B6+x"


def seen(source: str, at: int = 0) -> dict[str, str]:
    """What the paste shows at each place, by the name of the parameter or the role."""
    return {one.name or one.role: source[one.start : one.end] for one in places(source, read_requests(source)[at])}


def test_every_value_is_found_as_it_is_written() -> None:
    """Whatever decoding made of it."""
    assert seen(f"POST /trade/v1/payment HTTP/1.1\n{HEADERS}\n{PAIRS}") == {
        "url": "/trade/v1/payment",
        "app_code": CODE,
        "signature": SIGN,
        "txamt": "300",
        "txcurrcd": "HKD",
        "pay_type": "800213",
        "out_trade_no": "SO1",
        "goods_name": "%E5%A5%B6%E8%8C%B6+x",
    }


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('{"goods_name": "\\u5976\\ud83c\\udf75", "txamt": "300"}', "\\u5976\\ud83c\\udf75"),
        ('{"goods_name": "a\\/b\\tc \\"d\\"", "txamt": "300"}', 'a\\/b\\tc \\"d\\"'),
        ("curl -d 'goods_name=Tom'\\''s' -d txamt=300 https://openapi-hk.qfapi.com/trade/v1/payment", "Tom'\\''s"),
        ("txamt=300\ngoods_name=a &amp; b\ntxcurrcd=HKD", "a &amp; b"),
    ],
)
def test_escapes_belong_to_the_stretch(written: str, shown: str) -> None:
    """A string's, a shell's, and markup's."""
    assert seen(written)["goods_name"] == shown


def test_a_short_value_is_looked_for_behind_its_name() -> None:
    """Not at the first digit that looks like it."""
    source = "300 tries in 1 s\nqty: 1\ntxamt: 300\ntxcurrcd: HKD\nout_trade_no: 1"
    assert [(one.name, one.start) for one in places(source, read_requests(source)[0]) if one.name != "qty"] == [
        ("txamt", source.index("300", 5)),
        ("txcurrcd", source.index("HKD")),
        ("out_trade_no", len(source) - 1),
    ]


def test_places_are_those_of_the_paste_and_not_of_what_a_lens_shows() -> None:
    """A prefix moves them, line ends of two characters and a byte order mark too, base64 is one stretch."""
    lines = "\r\n".join(f"2026-11-29 10:00:0{n} api-1 | {line}" for n, line in enumerate(PAIRS.split("&")))
    assert seen(lines)["pay_type"] == "800213"
    assert seen("\ufeff" + PAIRS)["out_trade_no"] == "SO1"
    carried = base64.b64encode(PAIRS.encode()).decode()
    assert set(seen(f"body: {carried}").values()) == {carried}


def test_of_several_requests_each_has_its_own_places() -> None:
    """Though they share most values."""
    one = f"POST /trade/v1/payment HTTP/1.1\n{HEADERS}\n{PAIRS}"
    other = one.replace("SO1", "SO2").replace(SIGN, SIGN.replace("0", "7"))
    source = f"{one}\n\n\n{other}"
    first, second = (places(source, request) for request in read_requests(source))
    assert max(place.end for place in first) <= len(one)
    assert min(place.start for place in second) >= len(one)


def test_doubled_parameters_stand_in_two_places() -> None:
    """In their order."""
    source = "txamt=300&txamt=300&txcurrcd=HKD"
    found = [(one.at, one.start) for one in places(source, read_requests(source)[0])]
    assert found == [(0, 6), (1, 16), (2, 29)]


def test_a_key_behind_the_signing_string_has_a_place() -> None:
    """Although nothing stands between them."""
    key = "498717301B0846D1992B6F0123456789"
    source = f"sign str: goods_name=tea&txamt=300&txcurrcd=HKD{key}\nclient_key={key}"
    assert seen(source)["client_key"] == key


def test_an_empty_paste_has_no_places() -> None:
    """Nor has one without a request."""
    assert seen("") == {}
    assert seen("hello") == {}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_two_stretches_of_a_sample_overlap(path: Path) -> None:
    """And no value of more than one word goes without a place, but where an object was written as text."""
    with path.open(newline="", encoding="utf-8") as file:
        source = file.read()
    for request in read_requests(source):
        found = places(source, request)
        assert all(one.end <= other.start for one, other in pairwise(found))
        placed = {one.at for one in found if one.role == PARAMETER}
        lost = {pair for at, pair in enumerate(request.pairs) if pair[1] and at not in placed}
        assert request.view is None or all(value.startswith("{") for _name, value in lost)
