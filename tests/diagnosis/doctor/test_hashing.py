"""A digest taken piece by piece is the digest of the whole, and what cannot fit is not looked for."""

from __future__ import annotations

import pytest

from qfpay_gui.diagnosis.doctor.hashing import Trial
from qfpay_gui.qfpay.signing.digests import DIGESTS, KEYED_DIGESTS
from qfpay_gui.qfpay.signing.recipe import CHARSETS, SigningRecipe


@pytest.mark.parametrize("charset", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("key", ["0A1b2C3d4E5f60718293A4b5C6d7E8f9", "ké" * 50], ids=["short", "longer than a block"])
def test_every_digest_by_pieces_is_that_of_the_whole(key: str, charset: str) -> None:
    """Copied in between, as the search does; HMAC with the key in the recipe's character set."""
    trial = Trial([])
    for name in (*DIGESTS, *KEYED_DIGESTS):
        state = trial.hashing(SigningRecipe(digest=name, charset=charset), key, "MD5").start()
        state.update(b"txamt=300&")
        copied = state.copy()
        state.update(b"something else")
        copied.update("goods_name=奶茶".encode())
        found, signed = copied.digest(), "txamt=300&goods_name=奶茶".encode()
        expected = (
            KEYED_DIGESTS[name](CHARSETS[charset](key), signed) if name in KEYED_DIGESTS else DIGESTS[name](signed)
        )
        assert (found if isinstance(found, str) else found.hex()) == expected, name


@pytest.mark.parametrize(
    ("digest", "looked_for"),
    [("MD5", 2), ("SHA256", 1), ("SHA1", 0), ("MD5 of SHA256", 2), ("HMAC-SHA256", 1), ("HMAC-SHA512", 0)],
)
def test_digests_of_another_length_are_not_looked_for(digest: str, looked_for: int) -> None:
    """Of two of 32 hex digits and one of 64."""
    trial = Trial(["a" * 32, "b" * 32, "c" * 64])
    assert len(trial.hashing(SigningRecipe(digest=digest), "key", "MD5").wanted) == looked_for
