"""The simulator's own reading of the signature rule, and the simple mistakes it knows."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from urllib.parse import quote, quote_plus

import pytest

from qfpay_gui.services.simulator.trade.verify import Signed, is_mixed_case, looks_like, matches

KEY = "0a1B2c3D4e5F60718293A4B5C6D7E8F9"
PAIRS = (("txamt", "300"), ("goods_name", "茶 (1)*"), ("Zone", "8"), ("empty", ""), ("sign", "AB"))
SIGNED = Signed(PAIRS, "THE-APP-CODE", KEY, "MD5")
BASE = "Zone=8&empty=&goods_name=茶 (1)*&txamt=300"


def md5(string: str) -> str:
    """In capitals."""
    return hashlib.md5(string.encode(), usedforsecurity=False).hexdigest().upper()


def sha256(string: str) -> str:
    """In capitals."""
    return hashlib.sha256(string.encode()).hexdigest().upper()


def test_what_is_signed_is_sorted_and_without_the_signature() -> None:
    """Capitals come first, empty values take part, values are raw."""
    assert SIGNED.base == BASE
    assert SIGNED.expected == md5(BASE + KEY)
    assert replace(SIGNED, sign_type="SHA256").expected == sha256(BASE + KEY)
    twice = Signed((("b", "2"), ("a", "1"), ("b", "1")), "", KEY, "MD5")
    assert twice.base == "a=1&b=2&b=1"


def test_either_case_of_the_digits_is_right() -> None:
    """Even both at once, which is noticed; letters beyond ASCII are none."""
    right = SIGNED.expected
    assert matches(SIGNED, right)
    assert matches(SIGNED, right.lower())
    assert not matches(SIGNED, right[:-1])
    assert not matches(SIGNED, "ſ" + right[1:])
    assert [is_mixed_case(one) for one in ("AB12", "ab12", "aB12", "12", "")] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("string", "says"),
    [
        ("Zone=8&empty=&goods_name=茶 (1)*&sign=AB&txamt=300" + KEY, "The signature in the body was signed too"),
        (BASE, "without the client_key"),
        (f"{BASE}&key={KEY}", "&key= before the client_key"),
        (f"{BASE}&{KEY}", "& before the client_key"),
        (f"{BASE}key={KEY}", "key= before the client_key"),
        (KEY + BASE, "with the client_key in front"),
        (BASE + KEY.lower(), "client_key in lower case"),
        (f"{BASE}{KEY}\n", "a line feed after the client_key"),
        (f"{BASE}THE-APP-CODE", "the app_code in place of the client_key"),
        ("txamt=300&goods_name=茶 (1)*&Zone=8&empty=&sign=AB" + KEY, "not sorted by name"),
        ("empty=&goods_name=茶 (1)*&sign=AB&txamt=300&Zone=8" + KEY, "without regard to case"),
        (f"Zone=8&empty=&goods_name={quote_plus('茶 (1)*')}&txamt=300{KEY}", "over URL-encoded values"),
        (f"Zone=8&empty=&goods_name={quote('茶 (1)*')}&txamt=300{KEY}", "over URL-encoded values"),
        (f"Zone=8&empty=&goods_name={quote('茶 ')}(1)*&txamt=300{KEY}", "over URL-encoded values"),
        (f"Zone=8&goods_name=茶 (1)*&txamt=300{KEY}", "without the empty parameters"),
        (f"Zone=8&empty=&goods_name=茶 (1)*{KEY}", "without txamt: sign every parameter"),
        ("nonsense", ""),
    ],
)
def test_a_simple_mistake_is_named(string: str, says: str) -> None:
    """By either digest; the digest that was not announced is said as well."""
    for signature in (md5(string), md5(string).lower()):
        told = looks_like(SIGNED, signature)
        assert says in told
        assert bool(told) == bool(says)
    other = looks_like(SIGNED, sha256(string))
    assert ("You sent SHA256 without X-QF-SIGNTYPE" in other) == bool(says)
    assert says in other


def test_the_right_string_by_the_other_digest_is_that_alone() -> None:
    """In both directions."""
    assert looks_like(SIGNED, sha256(BASE + KEY)).startswith("You sent SHA256 without")
    assert looks_like(replace(SIGNED, sign_type="SHA256"), md5(BASE + KEY)).startswith("You sent an MD5 signature with")


def test_of_a_name_sent_twice_the_last_value_may_have_been_signed() -> None:
    """As a dictionary keeps it."""
    twice = Signed((("a", "1"), ("a", "2")), "", KEY, "MD5")
    assert "A name is sent twice" in looks_like(twice, md5("a=2" + KEY))


def test_a_long_name_is_cut() -> None:
    """At forty characters."""
    long = Signed((("n" * 41, "1"), ("a", "2")), "", KEY, "MD5")
    assert f"without {'n' * 40}: " in looks_like(long, md5("a=2" + KEY))


@pytest.mark.parametrize(
    ("signature", "is_one"),
    [("0" * 32, True), ("f" * 32, True), ("0" * 31, False), ("g" * 32, False), ("0" * 64, False)],
)
def test_what_has_not_the_form_of_a_signature_is_said(signature: str, is_one: bool) -> None:  # noqa: FBT001 - a test's parameter
    """Of one that has, nothing is known."""
    assert (looks_like(SIGNED, signature) == "") == is_one


@pytest.mark.parametrize(("length", "is_searched"), [(10_000 - 2, True), (10_000 - 1, False)])
def test_a_huge_request_is_not_searched(length: int, is_searched: bool) -> None:  # noqa: FBT001 - a test's parameter
    """Twenty thousand characters, times parameters."""
    one = Signed((("a", "x" * length),), "", KEY, "MD5")
    assert bool(looks_like(one, md5(f"{one.base}&key={KEY}"))) == is_searched
    assert "32 hexadecimal digits" in looks_like(one, "x")


def test_neither_key_nor_values_show() -> None:
    """Its repr could get into a log."""
    assert KEY not in repr(SIGNED)
    assert "300" not in repr(SIGNED)
