"""A signature that verifies decides how a paste is read, and nobody is accused before every reading was tried."""

from __future__ import annotations

from dataclasses import replace

from qfpay_gui.diagnosis.importing import innocent, read_request, read_requests
from qfpay_gui.qfpay.signing import signature
from tests.diagnosis.importing.layouts import CLIENT_KEY, ORDERS

KEYS = {"shop": CLIENT_KEY}


def _printed(shown: str, meant: str, **more: str) -> str:
    """A log line whose goods_name is shown otherwise than it was signed."""
    params = ORDERS["plain"] | {"goods_name": meant}
    pairs = (params | {"goods_name": shown} | more).items()
    sign = signature(params, CLIENT_KEY)
    return f"INFO pay {{{', '.join(f'{name}={value}' for name, value in pairs)}}} sign: {sign}"


def test_a_plus_that_is_a_blank_is_found_by_the_signature() -> None:
    """The print shows a plus; the signature is right with a blank, so the value is that."""
    read = read_request(_printed("Set+A", "Set A"))
    assert read.params["goods_name"] == "Set+A"
    assert innocent(read, KEYS).params["goods_name"] == "Set A"


def test_a_right_reading_is_left_alone() -> None:
    """A value is not looked at twice where the signature is right already."""
    read = read_request(_printed("Set+A", "Set+A"))
    assert innocent(read, KEYS) is read


def test_a_neighbour_that_was_not_signed_is_no_parameter() -> None:
    """A name that the API does not know is left out where the signature is right without it."""
    read = read_request(_printed("Set A", "Set A", trailer="x1"))
    assert "trailer" in read.params
    assert "trailer" not in innocent(read, KEYS).params


def test_a_known_parameter_is_never_left_out() -> None:
    """A documented parameter that was not signed stays: leaving it out of the string is the merchant's mistake."""
    read = read_request(_printed("Set A", "Set A", udid="till-7"))
    assert innocent(read, KEYS) is read


def test_what_was_sent_is_in_no_doubt() -> None:
    """The body of a curl command is what travelled, whatever else would make the signature right."""
    params = ORDERS["plain"] | {"goods_name": "Set+A"}
    sign = signature(params, CLIENT_KEY)
    body = "&".join(f"{name}={value}".replace(" ", "%20") for name, value in params.items())
    read = read_request(f"curl https://openapi-hk.qfapi.com/trade/v1/payment -H 'X-QF-SIGN: {sign}' -d '{body}'")
    assert read.params["goods_name"] == "Set A"
    assert innocent(read, KEYS) is read


def test_a_wrong_signature_makes_nobody_innocent() -> None:
    """Where no reading verifies, the likeliest stays."""
    read = replace(read_request(_printed("Set+A", "Set A")), signature="0" * 32)
    assert innocent(read, KEYS) is read


def test_the_key_chooses_between_readings() -> None:
    """Known to the reader, the key lets the reading win under which the signature verifies."""
    params = ORDERS["plain"] | {"goods_name": "Tea%20x"}
    sign = signature(params, CLIENT_KEY)
    lines = "\n".join(f"{name}: {value}" for name, value in params.items())
    (read,) = read_requests(f"{lines}\nX-QF-SIGN: {sign}", KEYS)
    assert dict(read.params) == params
