"""The signature of a reply: which rule it follows, and that the key shows nowhere."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qfpay_gui.qfpay.reply.signature import Rule, SignatureVerdict, State, verify

VECTORS: list[dict[str, Any]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "body_signing.json").read_text(encoding="utf-8")
)
KEY = "3ABB1BFFE2E0497BB9270978B0B00000"


def digest(signed: str, name: str = "md5") -> str:
    """The upper-case hex digest of a text."""
    return hashlib.new(name, signed.encode()).hexdigest().upper()


def signed(body: str, signature: str, *more: tuple[str, str], key: str = KEY) -> SignatureVerdict:
    """The verdict on a body with this X-QF-SIGN."""
    return verify(body.encode(), (("x-qf-sign", signature), *more), key)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
@pytest.mark.parametrize("case", [str.upper, str.lower, str.title])
def test_documented_bodies_match_by_the_raw_body_rule(vector: dict[str, Any], case: Any) -> None:
    """Every vector reproduces from its raw bytes, in either hex case."""
    verdict = signed(vector["body"], case(vector["signature"]), key=vector["client_key"])
    assert (verdict.state, verdict.rule, verdict.digest) == (State.MATCHES, Rule.RAW_BODY, "MD5")


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_one_changed_byte_does_not_match(vector: dict[str, Any]) -> None:
    """A body that a proxy changed is told from the one that was signed."""
    verdict = signed(vector["body"] + " ", vector["signature"], key=vector["client_key"])
    assert verdict.state is State.DIFFERS
    assert "proxy" in str(verdict.detail)
    assert "another one" in str(verdict.detail)


@pytest.mark.parametrize(
    ("body", "string"),
    [
        ('{"respcd": "0000", "Zed": "1", "a": "2", "empty": ""}', "Zed=1&a=2&empty=&respcd=0000"),
        ('{"respcd": "0000", "a": "2", "empty": ""}', "a=2&respcd=0000"),
        ('{"respcd": "0000", "data": {"txamt": 300, "b": "x"}}', "b=x&txamt=300"),
        ('{"respcd": "0000", "data": {"txamt": 300}}', "respcd=0000"),
    ],
)
def test_the_newer_page_s_sorted_fields_match_too(body: str, string: str) -> None:
    """Top-level fields or those of data, empty ones with or without: whichever gives the signature."""
    verdict = signed(body, digest(string + KEY))
    assert (verdict.state, verdict.rule) == (State.MATCHES, Rule.SORTED_FIELDS)
    assert "sorted fields" in str(verdict.detail)


def test_sha256_is_known_by_its_length() -> None:
    """Sixty-four characters are SHA256, whether X-QF-SIGNTYPE says so or not."""
    body = '{"respcd": "0000"}'
    for more in ((), (("X-QF-SIGNTYPE", "SHA256"),)):
        verdict = signed(body, digest(body + KEY, "sha256"), *more)
        assert (verdict.state, verdict.digest) == (State.MATCHES, "SHA256")
        assert "though" not in str(verdict.detail)


def test_a_sign_type_that_does_not_fit_is_mentioned() -> None:
    """MD5 under X-QF-SIGNTYPE: SHA256 matches, with a remark."""
    verdict = signed("{}", digest("{}" + KEY), ("X-QF-SIGNTYPE", "SHA256"))
    assert verdict.state is State.MATCHES
    assert "X-QF-SIGNTYPE says SHA256" in str(verdict.detail)


def test_a_reply_without_the_header_is_not_signed() -> None:
    """No header, or an empty one, is no fault: QFPay may leave it out."""
    assert verify(b"{}", (), KEY).state is State.NOT_SIGNED
    assert verify(b"{}", (("X-QF-SIGN", " "),), KEY).state is State.NOT_SIGNED


def test_without_key_nothing_is_claimed() -> None:
    """A signature cannot be checked without the key, and the verdict says just that."""
    assert signed("{}", digest("{}"), key="").state is State.NO_KEY


def test_another_key_does_not_match() -> None:
    """The same body signed with another key is refused."""
    assert signed("{}", digest("{}" + KEY), key="0" * 32).state is State.DIFFERS


def test_a_signature_of_odd_length_is_named() -> None:
    """Neither MD5 nor SHA256: the length is said."""
    verdict = signed("{}", "abc")
    assert verdict.state is State.DIFFERS
    assert "3 characters" in str(verdict.detail)


def test_the_case_of_the_digits_is_told() -> None:
    """The detail says in which letters the signature came."""
    signature = digest("{}" + KEY)
    assert "upper-case" in str(signed("{}", signature).detail)
    assert "lower-case" in str(signed("{}", signature.lower()).detail)


@given(st.binary(), st.text(), st.sampled_from(["", "a" * 32, "a" * 64, "x"]))
def test_no_body_or_key_raises_and_the_key_is_never_shown(body: bytes, key: str, signature: str) -> None:
    """Whatever is checked, the verdict is a verdict and its texts are the same for every key."""
    verdict = verify(body, (("X-QF-SIGN", signature),), key)
    probe = verify(body, (("X-QF-SIGN", signature),), "a key of its own")
    assert verdict.state is not State.MATCHES
    assert "a key of its own" not in repr(probe)
    if key:
        assert (str(verdict.headline), str(verdict.detail)) == (str(probe.headline), str(probe.detail))


@pytest.mark.parametrize("vector", VECTORS[:2], ids=lambda vector: vector["id"])
def test_a_matching_verdict_does_not_hold_the_key(vector: dict[str, Any]) -> None:
    """Not even the repr of a successful check shows the key."""
    assert vector["client_key"] not in repr(signed(vector["body"], vector["signature"], key=vector["client_key"]))
