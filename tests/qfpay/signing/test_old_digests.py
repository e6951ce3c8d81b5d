from __future__ import annotations

import pytest

from qfpay_gui.qfpay.signing import old_digests


@pytest.mark.parametrize(
    ("digest", "signed", "expected"),
    [
        (old_digests.md4, b"abc", "a448017aaf21d8525fc10ae87aa6729d"),
        (old_digests.md4, b"", "31d6cfe0d16ae931b73c59d7e0c089c0"),
        (old_digests.ripemd160, b"abc", "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
        (old_digests.ripemd160, b"", "9c1185a5c5e9fc54612808977ee8f548b2258d31"),
        (old_digests.sm3, b"abc", "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
        (old_digests.crc32, b"123456789", "cbf43926"),
        (old_digests.adler32, b"Wikipedia", "11e60398"),
        (old_digests.fnv1a32, b"foobar", "bf9cf968"),
        (old_digests.java_hash_code, b"hello", "05e918d2"),
    ],
)
def test_published_vectors(digest: object, signed: bytes, expected: str) -> None:
    """Each digest is the one its own document prints."""
    assert digest(signed).hex() == expected  # type: ignore[operator]  # one of the functions above


def test_a_block_that_is_full_is_followed_by_another() -> None:
    """Fifty-five bytes leave room for the length, fifty-six do not."""
    lengths = (55, 56, 63, 64, 65)
    assert len({old_digests.sm3(b"a" * count) for count in lengths}) == len(lengths)
    assert old_digests.sm3(b"abcd" * 16).hex() == "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
