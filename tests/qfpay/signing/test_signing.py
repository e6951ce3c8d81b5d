from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.signing import signature, signing_string

VECTORS = json.loads((Path(__file__).parents[2] / "vectors" / "signing.json").read_text(encoding="utf-8"))
SEED = {
    "txamt": "100",
    "txcurrcd": "SGD",
    "pay_type": "800213",
    "out_trade_no": "0123456789",
    "txdtm": "2020-07-03 03:14:29",
    "sub_openid": "oS80_5dxekECAOlVBeQFk34q123s",
}
KEY = "0A1B2C3D4E5F60718293A4B5C6D7E8F9"


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_every_vector_gives_its_signing_string_and_signature(vector: dict[str, Any]) -> None:
    """The string and the digest are those computed elsewhere, character by character."""
    assert signing_string(vector["params"], vector["client_key"]) == vector["signing_string"]
    assert signature(vector["params"], vector["client_key"], vector["sign_type"]) == vector["signature"]


def test_the_documented_example_is_signed_with_either_digest() -> None:
    """The payment of the documentation's Mini Program page, with a made-up key."""
    assert signature(SEED, KEY) == "BAB4CAD3430ED0EC66DCD7D48D0CEB9E"
    assert signature(SEED, KEY, "SHA256") == "D011D4C235259B832E5B409C60EBD2FBD04130A9EC0A69106C6F416478679A10"


def test_nothing_is_left_out() -> None:
    """An empty value is signed where it is passed, and no parameters leave the key alone."""
    assert signing_string({"b": "", "a": "1"}, "KEY") == "a=1&b=KEY"
    assert signing_string({}, "KEY") == "KEY"


@pytest.mark.parametrize("sign_type", ["SHA1", "md5", "", "HMAC-SHA256"])
def test_a_sign_type_the_api_does_not_have_is_refused(sign_type: str) -> None:
    """Only MD5 and SHA256 are official."""
    with pytest.raises(ValueError, match="MD5 or SHA256"):
        signature(SEED, KEY, sign_type)


@given(st.dictionaries(st.text(), st.text()), st.text())
def test_the_signature_is_the_digest_of_the_string(params: dict[str, str], client_key: str) -> None:
    """Whatever is signed, the signature is the upper-case digest of the string's UTF-8 bytes."""
    joined = "&".join(f"{name}={params[name]}" for name in sorted(params)) + client_key
    assert signing_string(params, client_key) == joined
    assert signature(params, client_key) == hashlib.md5(joined.encode()).hexdigest().upper()  # noqa: S324 - the API's own
    assert signature(params, client_key, "SHA256") == hashlib.sha256(joined.encode()).hexdigest().upper()


@given(st.dictionaries(st.text(st.characters()), st.text(st.characters())), st.text(st.characters()))
def test_any_text_can_be_signed(params: dict[str, str], client_key: str) -> None:
    """Not even half a character stops a signature, and the string can be copied."""
    assert re.fullmatch("[0-9A-F]{32}", signature(params, client_key))
    assert signing_string(params, client_key).encode().decode() == signing_string(params, client_key)


@given(st.permutations(sorted(SEED)))
def test_the_order_in_which_parameters_come_does_not_matter(names: list[str]) -> None:
    """Sorting is the recipe's, not the caller's."""
    assert signature({name: SEED[name] for name in names}, KEY) == "BAB4CAD3430ED0EC66DCD7D48D0CEB9E"
