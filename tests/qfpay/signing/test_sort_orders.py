"""The orders in which merchants' programs put parameters, held against what these programs do."""

from __future__ import annotations

import pytest

from qfpay_gui.qfpay.signing.digests import PLAIN
from qfpay_gui.qfpay.signing.sort_orders import DOCUMENTED, _documented, _integers_first, _java_hash_map


def names(*given: str) -> tuple[tuple[str, str], ...]:
    """Parameters of these names."""
    return tuple((name, "") for name in given)


def test_the_documented_order_begins_with_what_is_documented() -> None:
    """Others follow, as they came."""
    mixed = names("zz", "udid", "txamt", "aa", "pay_type")
    assert _documented(mixed) == names("txamt", "pay_type", "udid", "zz", "aa")
    assert _documented(names(*reversed(DOCUMENTED))) == names(*DOCUMENTED)


def test_a_javascript_object_lists_integers_first() -> None:
    """By size, and no number that is written otherwise."""
    assert _integers_first(names("b", "10", "9", "01", "a", "0")) == names("0", "9", "10", "b", "01", "a")


def test_a_java_hash_map_lists_by_bucket() -> None:
    """The letters a to e are in buckets 1 to 5 of 16; q shares the first with a, and comes where it was put in."""
    assert _java_hash_map(names("e", "q", "c", "a")) == names("q", "a", "c", "e")


@pytest.mark.parametrize(
    ("name", "length"),
    [
        ("BLAKE2b-128", 16),
        ("BLAKE2b-160", 20),
        ("BLAKE2b-256", 32),
        ("BLAKE2b-384", 48),
        ("BLAKE2s-128", 16),
        ("SHAKE128", 16),
        ("SHAKE128, 32 bytes", 32),
        ("SHAKE256", 32),
        ("SHAKE256, 64 bytes", 64),
    ],
)
def test_a_digest_is_as_long_as_its_name_says(name: str, length: int) -> None:
    """Of those that come in several lengths."""
    assert len(PLAIN[name](b"abc")) == length
